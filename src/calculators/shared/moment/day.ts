/** The day of a moment, in figures or in words. */
import { dayNumber, dayText } from '../time.ts';
import { shapeOf, use } from './clock.ts';
import type { ReadingNote } from './reading.ts';
import type { Item } from './scan.ts';

/** A day as written; `year` is null where none was. */
export interface Day {
  year: number | null;
  month: number;
  day: number;
  note?: ReadingNote;
}

export type Dated = Day & { year: number };

const iso = ({ year, month, day }: Dated): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** `YYYY-MM-DD`, or null for a day no calendar has. */
export function isoDay(day: Dated): string | null {
  const text = iso(day);
  const number = dayNumber(text);
  return Number.isNaN(number) || dayText(number) !== text ? null : text;
}

/** A day in figures, `YYYY-MM-DD`. */
export const dated = (text: string, note?: ReadingNote): Dated => {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return note ? { year, month, day, note } : { year, month, day };
};

/** The day so many days after another, both `YYYY-MM-DD`. */
export const daysAfter = (today: string, days: number): string => dayText(dayNumber(today) + days);

/** Monday is 1. */
const weekdayOf = (text: string): number => ((((dayNumber(text) + 3) % 7) + 7) % 7) + 1;

/** Years of two digits that a case can have: a reading further off is offered, never taken. */
const NEAR_YEARS = 4;

/** The days three numbers can name: in the order of their signs, the usual one first. */
function ordered(parts: readonly [Item, Item, Item], sign: string, today: string): Day[] | null {
  const [a, b, c] = parts;
  const year = (item: Item) => (item.text.length === 2 ? 2000 + item.value : item.value);
  const short = (item: Item) => item.text.length <= 2;
  if (a.text.length === 4 && short(b) && short(c))
    return [{ year: a.value, month: b.value, day: c.value }];
  if (!short(a) || !short(b) || (c.text.length !== 4 && c.text.length !== 2)) return null;
  const all: Dated[] = [
    { year: year(c), month: b.value, day: a.value, note: 'day-first' },
    { year: year(c), month: a.value, day: b.value, note: 'month-first' },
  ];
  // 20.11.2026 is written day first, 11.20.2026 can only be the other way round.
  if (sign === '.' && isoDay(all[0] as Dated)) all.pop();
  if (c.text.length === 2 && a.text.length === 2)
    all.push({ year: year(a), month: b.value, day: c.value, note: 'year-first' });
  const seen = new Set<string>();
  const real = all.filter((one) => {
    const text = isoDay(one);
    return text !== null && !seen.has(text) && seen.add(text);
  });
  if (real.length === 0) return [all[0] as Day];
  const now = Number(today.slice(0, 4));
  const near = real.filter(({ year: one }) => Math.abs(one - now) <= NEAR_YEARS);
  const certain = near.length > 0 && near.some(({ note }) => note !== 'year-first');
  const kept = c.text.length === 4 ? real : certain ? near : real;
  return kept.length === 1 ? [{ ...(kept[0] as Dated), note: undefined } as Day] : kept;
}

const NAMED_DAY = /(?<!N:|N)N-?[f.]{0,2}-?m\.?[f,'-]{0,2}(N?)/;
const NAMED_MONTH = /m\.?-?f{0,1}N(?![:CG])[f.]{0,1},?f{0,1}(N?)/;
const NAMED_YEAR = /N[f,-]{0,2}m\.?-?N/;
const HANZI = /(?:Ny)?NoN[ed]?/;
const FIGURES = /(?<!N[-./])N([-./])N\1N(?!\1N)/;
const TWO = /(?<!N[-./:])N([-./])N(?![-./:]?N|[WDeHGMSChb%:])/;
const COUNTED = /N[WD]\.?[aq]|aN[WD]/;

/** Takes the day out of the items that are not used yet. `today` is `YYYY-MM-DD`. */
export function takeDay(items: readonly Item[], used: Set<number>, today: string): Day[] | null {
  const shape = shapeOf(items, used);
  const item = (i: number) => items[i] as Item;
  const take = (start: number, length: number, days: Day[]): Day[] => {
    use(used, start, length);
    let end = start + length;
    if (items[end]?.kind === 'y' && items[end - 1]?.kind === 'N') {
      use(used, end, 1);
      end += 1;
    }
    return days;
  };
  const yearOf = (year: Item) => (year.text.length === 2 ? 2000 + year.value : year.value);

  const hanzi = HANZI.exec(shape);
  if (hanzi) {
    const numbers = items
      .slice(hanzi.index, hanzi.index + hanzi[0].length)
      .filter(({ kind }) => kind === 'N');
    const [day, month, year] = numbers.reverse() as [Item, Item, Item | undefined];
    return take(hanzi.index, hanzi[0].length, [
      { year: year ? yearOf(year) : null, month: month.value, day: day.value },
    ]);
  }
  const figures = FIGURES.exec(shape);
  if (figures) {
    const i = figures.index;
    const days = ordered([item(i), item(i + 2), item(i + 4)], figures[1] ?? '', today);
    if (days) return take(i, 5, days);
  }
  const named = namedDay(items, shape);
  if (named) return take(named.start, named.length, [named.day]);

  const counted = COUNTED.exec(shape);
  if (counted && /[h:CG]|N:N/.test(items.map(({ kind }) => kind).join(''))) {
    const i = counted.index + counted[0].indexOf('N');
    use(used, counted.index, counted[0].length);
    const days = item(i).value * (item(i + 1).kind === 'W' ? 7 : 1);
    if (days > 10_000) return null;
    return [dated(daysAfter(today, -days))];
  }
  const relative = shape.indexOf('T');
  const two = TWO.exec(shape);
  if (two && item(two.index).text.length <= 2 && item(two.index + 2).text.length <= 2) {
    const [first, second] = [item(two.index).value, item(two.index + 2).value];
    const real = (month: number, day: number) => isoDay({ year: 2028, month, day }) !== null;
    const days: Day[] = [];
    if (two[1] !== '.' && real(first, second))
      days.push({ year: null, month: first, day: second, note: 'month-first' });
    if (real(second, first) && first !== second)
      days.push({ year: null, month: second, day: first, note: 'day-first' });
    if (two[1] === '.' && days.length === 0 && real(first, second))
      days.push({ year: null, month: first, day: second });
    if (days.length > 0)
      return take(
        two.index,
        3,
        days.length === 1
          ? [{ year: null, month: days[0]?.month ?? 0, day: days[0]?.day ?? 0 }]
          : days,
      );
    if (relative < 0) return take(two.index, 3, [{ year: null, month: second, day: first }]);
  }
  if (relative < 0) return null;
  use(used, relative, 1);
  return [dated(daysAfter(today, item(relative).value))];
}

function namedDay(
  items: readonly Item[],
  shape: string,
): { start: number; length: number; day: Day } | null {
  const numbersOf = (start: number, length: number) =>
    items.slice(start, start + length).filter(({ kind }) => kind === 'N');
  const monthOf = (start: number, length: number) =>
    items.slice(start, start + length).find(({ kind }) => kind === 'm')?.value ?? 0;
  const yearFirst = NAMED_YEAR.exec(shape);
  if (yearFirst) {
    const [year, day] = numbersOf(yearFirst.index, yearFirst[0].length) as [Item, Item];
    if (year.text.length === 4 && day.text.length <= 2)
      return {
        start: yearFirst.index,
        length: yearFirst[0].length,
        day: {
          year: year.value,
          month: monthOf(yearFirst.index, yearFirst[0].length),
          day: day.value,
        },
      };
  }
  for (const pattern of [NAMED_DAY, NAMED_MONTH]) {
    const found = pattern.exec(shape);
    if (!found) continue;
    const numbers = numbersOf(found.index, found[0].length);
    const [day, year] = numbers as [Item, Item | undefined];
    if (day.text.length > 2) continue;
    const end = shape[found.index + found[0].length];
    const isYear =
      year !== undefined &&
      end !== ':' &&
      (year.text.length === 4 ||
        (year.text.length === 2 && pattern === NAMED_DAY && /-N$/.test(found[0])));
    const month = monthOf(found.index, found[0].length);
    const length = isYear || !year ? found[0].length : found[0].length - 1;
    return {
      start: found.index,
      length,
      day: {
        year: isYear ? (year.text.length === 2 ? 2000 + year.value : year.value) : null,
        month,
        day: day.value,
      },
    };
  }
  return null;
}

/** Every day a written day can be: without a year, the last one before and the next one after today. */
export function withYears(days: readonly Day[], today: string): Dated[] {
  const now = Number(today.slice(0, 4));
  return days.flatMap((one): Dated[] => {
    if (one.year !== null) return [one as Dated];
    const real = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]
      .map((shift): Dated => ({ ...one, year: now + shift }))
      .filter((dayOfYear) => isoDay(dayOfYear) !== null);
    const past = real.filter((dayOfYear) => (isoDay(dayOfYear) ?? '') <= today).at(-1);
    const coming = real.find((dayOfYear) => (isoDay(dayOfYear) ?? '') > today);
    const noted = (found: Dated | undefined): Dated[] => {
      if (!found) return [];
      const shift = found.year - now;
      const note: ReadingNote | undefined =
        one.note ??
        (shift === 0
          ? 'this-year'
          : shift === -1
            ? 'last-year'
            : shift === 1
              ? 'next-year'
              : undefined);
      return [note ? { ...found, note } : found];
    };
    return [...noted(past), ...noted(coming)];
  });
}

/**
 * The days that a weekday and a word such as today leave. Where they leave none, the days as written
 * and the nearest one of that weekday, or the day the word names: one of the two words is wrong.
 */
export function fitDays(
  days: readonly Dated[],
  weekdays: readonly number[],
  relative: readonly string[],
): { days: Dated[]; contradicted: boolean } {
  const fitting = days.filter((day) => {
    const text = isoDay(day) ?? '';
    return (
      weekdays.every((one) => one === weekdayOf(text)) && relative.every((one) => one === text)
    );
  });
  if (fitting.length > 0) return { days: fitting, contradicted: false };
  const others = new Set(relative);
  for (const day of days)
    for (const weekday of weekdays) {
      const text = isoDay(day) ?? '';
      const ahead = (weekday - weekdayOf(text) + 7) % 7;
      others.add(daysAfter(text, ahead > 3 ? ahead - 7 : ahead));
    }
  for (const day of days) others.delete(isoDay(day) ?? '');
  return {
    days: [
      ...days.map((day): Dated => ({ ...day, note: 'by-date' })),
      ...[...others].map((text) => dated(text, 'by-weekday')),
    ],
    contradicted: true,
  };
}
