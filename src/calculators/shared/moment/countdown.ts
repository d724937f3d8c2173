/** Time that is left, as a platform shows it, alone or in a sentence; and time that has passed. */
import { DAY, HOUR, MINUTE, SECOND } from '../time.ts';
import type { Precision, Unreadable } from './reading.ts';
import type { Item } from './scan.ts';
import { UNSPACED } from './unspaced.ts';
import { entryOf, plays } from './vocabulary.ts';

const SIZE: Readonly<Record<string, number>> = {
  W: 7 * DAY,
  D: DAY,
  e: DAY,
  H: HOUR,
  G: HOUR,
  M: MINUTE,
  S: SECOND,
};
/** What may stand between the amounts. */
const BETWEEN = new Set('fniq.,:sla'.split(''));

export interface Countdown {
  /** Milliseconds, never negative. */
  length: number;
  past: boolean;
  precision: Precision;
}

/** A length that may not be counted from now, and the word that says so. */
export interface NotCounted {
  refused: Extract<Unreadable, 'inexact' | 'working-days' | 'other-start' | 'unknown-word'>;
  item: Item;
}

/** What half a day is, nobody can say: twelve hours, or half of the working day. */
const HALF_DAY = /半|half|пол|medi|meio|demi|halb|pol|반/;

/** The unit a word names where it is not scanned as one; hours of a clock are hours here. */
function unitNamed(text: string): string | undefined {
  const entry = entryOf(text);
  const unit = entry?.unit ?? entry?.kind;
  return unit === 'K' ? 'H' : unit !== undefined && unit in SIZE ? unit : undefined;
}

/** Numbers, units and halves written out, as the scanner gives them for figures; `r` for “3 half”. */
function inFigures(items: readonly Item[]): Item[] {
  const unitOf = (item: Item | undefined): string | undefined =>
    item && (SIZE[item.kind] ? item.kind : unitNamed(item.text));
  const numberOf = (item: Item): number | undefined =>
    item.kind === 'N' ? item.value : entryOf(item.text)?.number;
  const skip = (at: number): number => {
    let i = at;
    while (
      items[i] &&
      /^[f-]$/.test(items[i]?.kind ?? '') &&
      /^(?:-|个|個|an?)$/.test(items[i]?.text ?? '')
    )
      i += 1;
    return i;
  };
  const out: Item[] = [];
  const put = (item: Item, value: number, unit: string) =>
    out.push(
      { kind: 'N', text: String(value), value, gap: item.gap },
      { kind: unit, text: item.text, value: 0, gap: false },
    );
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i] as Item;
    const next = skip(i + 1);
    const unit = unitOf(items[next]);
    const whole = entryOf(item.text)?.length;
    const half = plays('H', item.text);
    const andHalf = plays('&', item.text);
    if (whole) {
      put(item, ...whole);
    } else if ((half || andHalf) && unit && unit !== 'W' && !(unit === 'D' && half)) {
      put(item, 0.5, unit);
      i = next;
    } else if ((half || andHalf) && SIZE[out.at(-1)?.kind ?? '-']) {
      const number = out.at(-2) as Item;
      out[out.length - 2] = { ...number, value: number.value + 0.5 };
    } else {
      const number = numberOf(item);
      const spelt = item.kind !== 'N';
      // A figure of a clock or of a decimal keeps its place.
      const alone = number !== undefined && !/[.,:]/.test(items[i - 1]?.kind ?? '');
      const halved = items[next];
      const behind = halved && (plays('H', halved.text) || plays('&', halved.text));
      const unitBehind = behind ? skip(next + 1) : 0;
      if (alone && behind && unitOf(items[unitBehind])) {
        // “eine halbe Stunde” is half of one, “one and a half hours” one more.
        const article = spelt && number === 1 && plays('H', halved.text);
        // “3 half days”: three halves, or three and a half.
        if (!article && !plays('&', halved.text) && !unspaced.test(halved.text)) {
          const text = `${item.text} ${halved.text}`;
          out.push({ kind: 'r', text, value: 0, gap: item.gap });
          i = unitBehind;
          continue;
        }
        put(item, article ? 0.5 : number + 0.5, unitOf(items[unitBehind]) as string);
        i = unitBehind;
      } else if (alone && unit && (spelt || next > i + 1)) {
        put(item, number, unit);
        i = next;
      } else if (item.text === 'may' && items[i - 1]?.kind !== 'N' && items[i + 1]?.kind !== 'N') {
        out.push({ ...item, kind: 'f' });
      } else {
        out.push(item);
      }
    }
  }
  return out;
}

/** What may stand between the word that leads to a coming time and the word for what comes. */
const ARTICLE = /^(?:the|el|la|los|las|os|as|les|des|der|die|den|de|dos|das|的)$/;
/** Goes on behind “the 3 days that follow” without saying what they follow. */
const GOES_ON = /^(?:para|pour|um)$/;

/**
 * The time that comes runs from now: “the coming 2 days”, “les 48 prochaines heures”, “los 3 días
 * siguientes”. Behind the length it may follow something else, “siguientes a la entrega”: there it counts
 * only where the sentence does not go on. What leads to it, as “over” does, says nothing about the length.
 */
function inComing(items: readonly Item[]): Item[] {
  const out = [...items];
  const figure = (item: Item | undefined): boolean => {
    const entry = item && entryOf(item.text);
    return item?.kind === 'N' || entry?.number !== undefined || entry?.length !== undefined;
  };
  for (let i = 0; i < out.length; i += 1) {
    const item = out[i] as Item;
    if (!plays('C', item.text)) continue;
    const before = out[i - 1];
    const of = out[i + 1]?.text === '的' ? 1 : 0;
    const after = out[i + 1 + of];
    const unit = after && unitNamed(after.text);
    // “deux jours”: behind a number written out the unit is not scanned as one.
    const spelt = before && unitNamed(before.text) !== undefined && figure(out[i - 2]);
    const length = before !== undefined && (before.kind in SIZE || spelt === true);
    const still: Item = { ...item, kind: 's', text: '' };
    delete still.unknown;
    if (figure(after) && !length) {
      out[i] = still;
    } else if (figure(before) && after && unit) {
      out.splice(i, 2, { ...after, kind: unit, gap: false }, still);
    } else if (length && (!after || plays('O', after.text) || GOES_ON.test(after.text))) {
      out[i] = still;
    } else continue;
    let lead = i - 1;
    // The figure of “dans les 48 prochaines heures”, or all of the length.
    while (lead >= 0 && (/^[NnWDeHGMS]$/.test(out[lead]?.kind ?? '') || figure(out[lead])))
      lead -= 1;
    while (lead >= 0 && ARTICLE.test(out[lead]?.text ?? '')) lead -= 1;
    const word = out[lead];
    if (word && plays('D', word.text)) out[lead] = { ...word, kind: 'f', text: '' };
  }
  return out;
}

const unspaced = new RegExp(`^[${UNSPACED}]`, 'u');
/** Words for time that has passed which stand in front of the length; the others stand behind it. */
const AGO_IN_FRONT = /^(?:hace|ha|il y a|vor)$/;
/** Of something: ties a length only straight behind it. */
const GENITIVE = /^(?:of|de|de la|du|des|del|da|von|vom)$/;
/** Straight in front of a length they say that it runs from now: “closes after 3 days”. */
const AFTER = /^(?:after|nach|apres|tras|apos|после|po)$/;
/** The distance to what follows. */
const UP_TO = /^(?:距离|距離|距|离|離)$/;
/** Counted from now, though they stand in front. */
const FROM_NOW = /^(?:今后|今後|从现在起|从现在开始|從現在起|지금부터)$/;

/**
 * What ties the length to another moment than now. `first` and `last` are the places of its first
 * and its last piece.
 */
function tiedTo(items: readonly Item[], first: number, last: number): NotCounted | null {
  const front = items.slice(0, first);
  const behind = items.slice(last + 1);
  const other = (item: Item): NotCounted => ({ refused: 'other-start', item });
  const running = items.some(({ kind }) => /[sil]/.test(kind));
  const had = front.some(({ text }) => plays('V', text));
  const anchors = ({ kind, text }: Item) => text === 'after' || (kind !== 'a' && plays('A', text));
  const joined = ({ kind, text }: Item) => unspaced.test(text) && /^[lq]$/.test(kind);
  // 过期4天, “you had 4 days”: no time that is left. 距过期4天 is.
  const passed = front.at(-1);
  const upTo = front.some(({ text }) => UP_TO.test(text));
  if (passed && plays('P', passed.text) && !upTo) return other(passed);
  for (const [i, item] of front.entries()) {
    const beside = i === front.length - 1;
    // 收货后4天: behind what happened, in front of the length.
    if (joined(item) && !FROM_NOW.test(item.text)) return other(item);
    if (anchors(item) && !GENITIVE.test(item.text) && !(beside && AFTER.test(item.text)))
      return other(item);
    // до 3 дней: up to.
    if (plays('B', item.text) && beside && !unspaced.test(item.text))
      return { refused: 'inexact', item };
    if (item.kind === 'a' && !(AGO_IN_FRONT.test(item.text) && beside)) return other(item);
  }
  for (const [i, item] of behind.entries()) {
    if (item.kind === 'a' && AGO_IN_FRONT.test(item.text)) return other(item);
    if (joined(item) && i > 0) return other(item);
    if (anchors(item) && (i === 0 || !GENITIVE.test(item.text))) return other(item);
    const until = /^(?:until|till|до|bis|hasta|ate|do)$/.test(item.text);
    const free = running || had || until || unspaced.test(item.text);
    if (plays('B', item.text) && !free) return other(item);
  }
  const event = items.find(({ text }) => plays('E', text));
  const ends = items.some(({ text, kind }) => plays('B', text) || /[aq]/.test(kind));
  return event && !running && !had && !ends ? other(event) : null;
}

/**
 * The length the items name, or null where they are no countdown: every number needs its unit, no
 * unit may come twice, and no date or zone may stand beside it. A length that is only nearly so
 * long, that counts working days, or that runs from another moment than now is not counted, nor is
 * one beside a word nobody knows: the word is named.
 */
export function readCountdown(scanned: readonly Item[]): Countdown | NotCounted | null {
  const items = inFigures(inComing(scanned));
  const kinds = items.map(({ kind }) => kind).join('');
  const signed = /[sil]/.test(kinds);
  const past = /a|[WDeHGMS]\.?q/.test(kinds);
  if (past && /[sl]|N:N/.test(kinds)) return null;
  // “3天后 12:00” is three days and a half, or noon three days later.
  if (/[WDe][^N]*l.*N:N/.test(kinds)) return null;
  // “in 2 days at 10:00” is a time of that day: a word leads to it, or it has no seconds and the days are ahead.
  if (/[WDe][^N]*f[^N]*N[:HG]/.test(kinds) || /[il].*[WDe][^Nn]*N:N(?!:)/.test(kinds)) return null;
  const named = new Map<number, number>();
  const amount = (value: number, size: number): boolean => {
    if (named.has(size)) return false;
    named.set(size, value);
    return true;
  };
  let first = -1;
  let last = -1;
  let not: NotCounted | null = null;
  const refuse = (refused: NotCounted['refused'], item: Item) => {
    if (not === null || (not.refused === 'unknown-word' && refused !== not.refused))
      not = { refused, item };
  };
  for (let i = 0; i < items.length;) {
    const rest = kinds.slice(i);
    const item = items[i] as Item;
    const clock = /^N:N(?::N)?(?::N)?/.exec(rest)?.[0];
    if (item.kind === 'N' && first < 0) first = i;
    if (clock) {
      const parts = items.slice(i, i + clock.length).filter(({ kind }) => kind === 'N');
      const days = parts.length === 4 ? parts.shift() : undefined;
      if (parts.slice(1).some(({ value, text }) => value > 59 || text.length !== 2)) return null;
      if (!days && !named.has(DAY) && !(parts.length === 3 && signed)) return null;
      const sizes = [HOUR, MINUTE, SECOND];
      if (days && (!amount(days.value, DAY) || (parts[0]?.value ?? 0) > 23)) return null;
      if (!parts.every((part, j) => amount(part.value, sizes[j] ?? SECOND))) return null;
      i += clock.length;
      last = i - 1;
      continue;
    }
    const decimal = /^N[.,]N([WDeHGM])/.exec(rest)?.[1];
    if (decimal) {
      const part = items[i + 2]?.text ?? '';
      // 1,234 hours can be one and a quarter, or more than a thousand.
      if (part.length === 3) return null;
      const value = Number(`${item.text}.${part}`);
      if (!amount(value, SIZE[decimal] ?? 0)) return null;
      i += 4;
      last = i - 1;
      continue;
    }
    // 2–3 days is no length, and 8 to 20 hours neither.
    if (/^N[-fi]N[WDeHGMS]/.test(rest)) {
      const range = items
        .slice(i, i + 3)
        .map(({ text, gap }, j) => (gap && j > 0 ? ` ${text}` : text));
      refuse('inexact', { ...item, text: range.join('') });
      i += 2;
      continue;
    }
    const unit = /^N([WDeHGMS])/.exec(rest)?.[1];
    if (unit) {
      if (item.text.length > 7 || !amount(item.value, SIZE[unit] ?? 0)) return null;
      i += 2;
      last = i - 1;
      continue;
    }
    if (item.kind === 'r') refuse('inexact', item);
    else if (plays('K', item.text)) refuse('working-days', item);
    else if (plays('I', item.text)) refuse('inexact', item);
    else if (item.kind === 'N' && plays('K', items[i + 1]?.text ?? ''))
      refuse('working-days', items[i + 1] as Item);
    else if (item.kind === 'N' && plays('I', items[i + 1]?.text ?? ''))
      refuse('inexact', items[i + 1] as Item);
    // A bracketed weekday letter, an offset, an unknown word: this is no countdown.
    else if (item.kind === 'x') {
      const runs = AFTER.test(item.text) && items[i + 1]?.kind === 'N';
      if (plays('A', item.text)) {
        if (!runs) refuse('other-start', item);
      } else if (!(plays('O', item.text) && last >= 0)) refuse('unknown-word', item);
    } else if (!BETWEEN.has(item.kind)) return null;
    i += 1;
  }
  if (named.size === 0) {
    const certain = not !== null && (not as NotCounted).refused !== 'unknown-word';
    const half = not !== null && HALF_DAY.test((not as NotCounted).item.text);
    return certain && (first >= 0 || half) ? not : null;
  }
  const unknown = not === null || (not as NotCounted).refused === 'unknown-word';
  not = ((unknown ? tiedTo(items, first, last) : null) ?? not) as NotCounted | null;
  if (not) return not;
  // 20时30分 alone may be a time of the day.
  const hanzi = items.some(({ text }) => text === '时' || text === '時');
  if (hanzi && !signed && !past && !named.has(DAY)) return null;
  const smallest = Math.min(
    ...[...named].map(([size, value]) =>
      Number.isInteger(value)
        ? size
        : size === DAY
          ? HOUR
          : size === 7 * DAY
            ? DAY
            : size === HOUR
              ? MINUTE
              : SECOND,
    ),
  );
  const total = [...named].reduce((sum, [size, value]) => sum + size * value, 0);
  const precision =
    smallest >= DAY
      ? 'day'
      : smallest === HOUR
        ? 'hour'
        : smallest === MINUTE
          ? 'minute'
          : 'second';
  return { length: Math.round(total / SECOND) * SECOND, past, precision };
}
