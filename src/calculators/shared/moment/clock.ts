/** The time of day, and what a half of the day makes of it. */
import type { ReadingNote } from './reading.ts';
import type { Item } from './scan.ts';
import type { Half } from './vocabulary.ts';

/** A time of a day; `hour` 24 is the end of the day. */
export interface Clock {
  hour: number;
  minute: number;
  second: number;
  /** Days after the day that was named. */
  shift: number;
  note?: ReadingNote;
}

export interface ClockFound {
  clocks: Clock[];
  precision: 'hour' | 'minute' | 'second';
}

/** The kinds of the items that nothing has used yet, as one text: used ones are `_`. */
export const shapeOf = (items: readonly Item[], used: ReadonlySet<number>): string =>
  items.map((item, i) => (used.has(i) ? '_' : item.kind)).join('');

export const use = (used: Set<number>, from: number, length: number): void => {
  for (let i = from; i < from + length; i += 1) used.add(i);
};

/** The hours a number can be in a half of the day: shift of days and hour, or none. */
function hoursIn(half: Half, hour: number): { hour: number; shift: number; note?: ReadingNote }[] {
  const only = (value: number) => [{ hour: value, shift: 0 }];
  const either = (value: number): { hour: number; shift: number; note: ReadingNote }[] => [
    { hour: value, shift: 0, note: 'same-date' },
    { hour: value, shift: 1, note: 'next-date' },
  ];
  const within = (from: number, to: number) => hour >= from && hour <= to;
  switch (half) {
    case 'am':
      return hour === 12 ? only(0) : within(0, 11) ? only(hour) : [];
    case 'morning':
      if (hour === 12)
        return [
          { hour: 0, shift: 0, note: 'as-midnight' },
          { hour: 12, shift: 0, note: 'as-noon' },
        ];
      return within(0, 11) ? only(hour) : [];
    case 'dawn':
      return hour === 12 ? only(0) : within(0, 6) ? only(hour) : [];
    case 'small-hours':
      if (hour === 12) return only(0);
      if (within(10, 11)) return only(hour + 12);
      return within(0, 5) || within(22, 23) ? only(hour) : [];
    case 'noon':
      return within(1, 3) ? only(hour + 12) : within(11, 15) ? only(hour) : [];
    case 'pm':
    case 'afternoon':
    case 'day':
      if (half === 'day' && within(6, 11)) return [];
      return within(1, 11) ? only(hour + 12) : within(12, 23) ? only(hour) : [];
    case 'dusk':
      return within(4, 8) ? only(hour + 12) : within(16, 20) ? only(hour) : [];
    case 'evening':
      if (within(5, 11)) return only(hour + 12);
      if (within(17, 23)) return only(hour);
      return hour === 4 || within(13, 16) ? [] : either(hour % 12);
    case 'night':
      if (within(8, 11)) return only(hour + 12);
      if (within(19, 23)) return only(hour);
      return within(6, 7) || within(13, 18) ? [] : either(hour % 12);
    case 'midnight':
      return hour % 12 === 0 ? either(0) : [];
  }
}

interface Written {
  hour: number;
  minute: number;
  second: number;
  precision: ClockFound['precision'];
  /** The figures of an hour with its word: 5点, 8点半, “5 o'clock”; not of “05点” and 5点15分. */
  said?: readonly Item[];
}

/** `23:15`, `23:15:30.5`: found before the day, so that no part of it is taken for one. */
const COLON = /(?<!:)N:N(?::N(?:[.,]N(?![oymC]))?)?(?!:)/;
/** `23点15分30秒`, `8点半`, `23h15`, `23 ч. 15 мин.`, `23 Uhr 15`. */
const WORDED = /(?:K\.?)?N[CG]\.?(?:b|N(?![oydDeWHCG.:/-])M?\.?(?:NS\.?)?)?/;
/** `23.15 Uhr`, `9.30 pm`. */
const DOTTED = /N\.N(?=[Ch])/;
const MARKED = /K\.?N/;
const HALVED = /Nh|hN/;

type Taken = Written | null | 'no-such-time';

function checked(parts: (Item | undefined)[], digits: boolean): Taken {
  const [hour, minute, second] = parts.map((item) => item?.value ?? 0) as [number, number, number];
  const long = (item: Item | undefined, most: number) => (item?.text.length ?? 0) > most;
  if (digits && (parts[1]?.text.length !== 2 || (parts[2] && parts[2].text.length !== 2)))
    return 'no-such-time';
  if (long(parts[0], 2) || long(parts[1], 2) || long(parts[2], 2)) return 'no-such-time';
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 59) return 'no-such-time';
  return { hour, minute, second, precision: parts[2] ? 'second' : parts[1] ? 'minute' : 'hour' };
}

/** The time written with a colon; `null` where there is none. */
export function takeColonClock(items: readonly Item[], used: Set<number>): Taken {
  const found = COLON.exec(shapeOf(items, used));
  if (!found) return null;
  const start = found.index;
  use(used, start, found[0].length);
  const second = found[0].length > 3 ? items[start + 4] : undefined;
  return checked([items[start], items[start + 2], second], true);
}

/** The time written with words, once the day is taken away. */
export function takeWordedClock(items: readonly Item[], used: Set<number>): Taken {
  const shape = shapeOf(items, used);
  const dotted = DOTTED.exec(shape);
  if (dotted) {
    use(used, dotted.index, shape[dotted.index + 3] === 'C' ? 4 : 3);
    return checked([items[dotted.index], items[dotted.index + 2], undefined], true);
  }
  const worded = WORDED.exec(shape);
  if (worded) {
    const start = worded.index;
    use(used, start, worded[0].length);
    const numbers = items.slice(start, start + worded[0].length).filter(({ kind }) => kind === 'N');
    const half: Item | undefined = worded[0].includes('b')
      ? { kind: 'N', text: '30', value: 30, gap: false }
      : undefined;
    const clock = checked([numbers[0], numbers[1] ?? half, numbers[2]], false);
    const isSaid = /NC\.?b?$/.test(worded[0]) && !/^0/.test(numbers[0]?.text ?? '');
    return isSaid && clock && clock !== 'no-such-time' ? { ...clock, said: numbers } : clock;
  }
  const marked = MARKED.exec(shape);
  if (marked) {
    use(used, marked.index, marked[0].length);
    const hour = items[marked.index + marked[0].length - 1];
    return checked([hour, undefined, undefined], false);
  }
  const halved = HALVED.exec(shape);
  if (!halved) return null;
  const number = items[halved.index + (halved[0] === 'Nh' ? 0 : 1)];
  use(used, halved.index + (halved[0] === 'Nh' ? 0 : 1), 1);
  return checked([number, undefined, undefined], false);
}

/**
 * Whether an hour can be in either half of the day: it is said, as with 半, in words or with “o'clock”, or its day
 * is, as 明天. Beside a date in figures, figures are a clock of 24 hours.
 */
export const isSaid = ({ said, hour, minute }: Written, items: readonly Item[]): boolean =>
  said !== undefined &&
  hour >= 1 &&
  hour <= 12 &&
  (minute > 0 ||
    said.some(({ inWords }) => inWords) ||
    items.some(({ text }) => text === "o'clock") ||
    items.every((item) => item.kind !== 'N' || said.includes(item)));

/** A written time with the halves of the day beside it: every time it can mean, or none. */
export function inHalves(written: Written | null, halves: readonly Half[]): Clock[] {
  const plain = { minute: written?.minute ?? 0, second: written?.second ?? 0 };
  if (halves.length === 0) return written ? [{ hour: written.hour, ...plain, shift: 0 }] : [];
  const hour =
    written?.hour ?? (halves.includes('noon') ? 12 : halves.includes('midnight') ? 0 : null);
  if (hour === null || (hour === 24 && !halves.every((half) => half === 'midnight'))) return [];
  const exact = hour === 12 && plain.minute === 0 && plain.second === 0;
  // “20.11. 12 ночи”: the midnight the day begins with, or the one it ends with.
  const sets = halves.map((half) =>
    hoursIn(exact && half === 'small-hours' ? 'midnight' : half, hour),
  );
  const [first = [], ...others] = sets;
  return first
    .filter((one) =>
      others.every((set) => set.some((two) => two.hour === one.hour && two.shift === one.shift)),
    )
    .map((one) => ({ ...one, ...plain }));
}
