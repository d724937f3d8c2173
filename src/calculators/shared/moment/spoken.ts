/**
 * Times and days as they are said: “half past five”, “o 9”, 下周三, “next Friday”. Asked only where a text
 * could not be read as it is written; what has two meanings when it is said has two here.
 */
import { dayNumber, dayText } from '../time.ts';
import { UNSPACED } from './unspaced.ts';
import type { WordGroup } from './vocabulary.ts';

/** Kinds of groups that are no words of their own; their texts are patterns with `@` an hour, `#` a weekday. */
const HOUR = 'hour';
const SAY = 'say';
const WEEK = 'week';
/** Of the sayings those that are a time for certain: of 24 hours, and of either half of the day. */
const FULL = 'h';
const EITHER_HALF = 'H';
const SURE: readonly string[] = [FULL, EITHER_HALF];
export const SPOKEN_KINDS: ReadonlySet<string> = new Set([HOUR, SAY, WEEK]);

/**
 * Which of the days a weekday can be: of next week; of this week; of last week; of the coming seven days; this
 * one, that of the week or the coming one; next one, the coming or that of next week; last one, the latest or
 * that of last week; a bare one, the latest or the coming.
 */
type Which = 'next-week' | 'this-week' | 'last-week' | 'coming' | 'this' | 'next' | 'last' | 'bare';

/** How a language says them. A list is joined by `|`, that of hours by a space, variants of one by `/`. */
export interface SpokenWords {
  /** One to twelve, as they stand behind the words below. */
  hours: string;
  /**
   * By the minutes after the hour; `h` and `m` where figures are a clock of 24 hours, without minutes and with, `H`
   * where an hour without minutes can be in either half of the day.
   */
  says: Readonly<Record<string, string>>;
  weeks: Readonly<Partial<Record<Which, string>>>;
}

/**
 * A language's table as groups of words, so that it travels with them.
 *
 * @param sure only what is a time for certain, and would be taken for hours that are left.
 */
export const spokenGroups = ({ hours, says, weeks }: SpokenWords, sure = false): WordGroup[] => {
  const say = (minutes: string, texts: string): WordGroup => [SAY, texts, { unit: minutes }];
  if (sure)
    return SURE.flatMap((kind) => (says[kind] === undefined ? [] : [say(kind, says[kind])]));
  return [
    ...hours
      .split(' ')
      .filter(Boolean)
      .map((names, i): WordGroup => [HOUR, names.replaceAll('/', '|'), { value: i + 1 }]),
    ...Object.entries(says).map(([minutes, texts]) => say(minutes, texts)),
    ...Object.entries(weeks).map(([which, texts]): WordGroup => [WEEK, texts, { unit: which }]),
  ];
};

const UNSPACED_SIGN = new RegExp(`[${UNSPACED}]`, 'u');
const escaped = (text: string) => text.replace(/[.*+?^$()[\]{}\\]/gu, '\\$&');
const LETTER_BEFORE = '(?<![\\p{L}\\p{N}])';
const LETTER_AFTER = '(?![\\p{L}\\p{N}])';
/** “9 maja”, “9.10.”, “9-18” and “9:15” are no hour that was said. */
const NO_MORE_FIGURES = '(?!\\p{N}|[.:/-]\\p{N})';

/**
 * A pattern of a table as an expression. What stands behind `>` must follow and is left where it is; a word
 * behind `!` may not stand before it (“il y a 9 heures”).
 */
function expressionOf(pattern: string, inserted: string): RegExp {
  const [, never, positive = ''] = /^(?:!(\p{L}+) )?(.*)$/u.exec(pattern) ?? [];
  const [said = '', follows] = positive.split('>');
  const isUnspaced = UNSPACED_SIGN.test(said);
  const source = escaped(said)
    .replaceAll(' ', isUnspaced ? ' ?' : ' ')
    .replace(/[@#]/gu, inserted);
  const edges = isUnspaced ? ['', ''] : [LETTER_BEFORE, LETTER_AFTER];
  const ahead = follows === undefined ? edges[1] : `(?= ?${escaped(follows)})`;
  const before = never === undefined ? edges[0] : `${edges[0]}(?<!${never} )`;
  const last = said.endsWith('@') ? NO_MORE_FIGURES : '';
  return new RegExp(`${before}${source}${last}${ahead}`, 'u');
}

/** A pattern that is made with the first text it can stand in: there are hundreds, and most texts hold none. */
interface Sought {
  length: number;
  find: (text: string) => RegExpExecArray | null;
}

function soughtBy(pattern: string, inserted: string, length = pattern.length): Sought {
  const [said = ''] = pattern.replace(/^!\p{L}+ /u, '').split('>');
  const signs = said.split(/[@# ]+/u);
  let made: RegExp | undefined;
  return {
    length,
    find: (text) =>
      signs.every((sign) => text.includes(sign))
        ? (made ??= expressionOf(pattern, inserted)).exec(text)
        : null,
  };
}

export class Spoken {
  private readonly hours = new Map<string, number>();
  private readonly sayings: [minutes: string, texts: string[]][] = [];
  private readonly weeks: [which: Which, texts: string[]][] = [];
  private readonly weekdays = new Map<string, number>();
  private made: {
    sayings: (Sought & { minutes: string })[];
    weeks: (Sought & { which: Which })[];
  } | null = null;

  /** Takes a group of words; `w` groups name the weekdays. */
  take([kind, texts, meaning = {}]: WordGroup): void {
    this.made = null;
    const all = texts.split('|');
    if (kind === HOUR) for (const text of all) this.hours.set(text, meaning.value ?? 0);
    else if (kind === SAY && !this.sayings.some(([, known]) => known.join() === all.join()))
      this.sayings.push([meaning.unit ?? '0', all]);
    else if (kind === WEEK) this.weeks.push([(meaning.unit ?? 'bare') as Which, all]);
    // Short names of weekdays are other words in some language: they stand beside a date.
    else if (kind === 'w')
      for (const text of all)
        if (text.length > 3 || UNSPACED_SIGN.test(text))
          this.weekdays.set(text, meaning.value ?? 0);
  }

  private ready() {
    if (this.made) return this.made;
    const longest = (names: Iterable<string>) =>
      [...names]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|');
    const hour = `(?<hour>\\d{1,2}|${longest(this.hours.keys()) || '$^'})`;
    const dotted = `(?<hour>\\d{1,2})[.](?<minute>\\d{2})`;
    const weekday = `(?<weekday>${longest(this.weekdays.keys()) || '$^'})(?:-feira)?`;
    const byLength = <T extends { length: number }>(list: T[]) =>
      list.sort((a, b) => b.length - a.length);
    this.made = {
      sayings: byLength(
        this.sayings.flatMap(([minutes, texts]) =>
          texts.flatMap((text) => [
            // The rest of a clock of 24 hours: “o 17.30”.
            ...(minutes === '0'
              ? [{ minutes: 'm', ...soughtBy(text, dotted, text.length + 1) }]
              : []),
            { minutes, ...soughtBy(text, hour) },
          ]),
        ),
      ),
      weeks: byLength(
        this.weeks.flatMap(([which, texts]) =>
          texts.map((text) => ({ which, ...soughtBy(text, weekday) })),
        ),
      ),
    };
    return this.made;
  }

  /** The first clock that is said in a text, in figures, and whether it is one of twelve hours. */
  clock(text: string): { text: string; ofTwelve: boolean; sure: boolean } | null {
    for (const { minutes, find } of this.ready().sayings) {
      const found = find(text);
      if (!found) continue;
      const { hour = '', minute } = found.groups ?? {};
      const said = this.hours.get(hour);
      const value = said ?? Number(hour);
      const after = minute === undefined ? Number(minutes) || 0 : Number(minute);
      const at = after < 0 ? value - 1 : value;
      if (value > 24 || at < 0) continue;
      // A quarter to one is a quarter before the hour of twelve.
      const shown = at === 0 && after < 0 && value === 1 ? 12 : at;
      const past = String((after + 60) % 60).padStart(2, '0');
      const isFull = minutes === FULL || minutes === 'm';
      return {
        text: `${text.slice(0, found.index)}${shown}:${past}${text.slice(found.index + found[0].length)}`,
        ofTwelve: (!isFull || said !== undefined) && shown >= 1 && shown <= 12,
        sure: SURE.includes(minutes),
      };
    }
    return null;
  }

  /** The first weekday that is said in a text, and the days it can be; the text without it. */
  weekday(text: string): { text: string; days: (today: string) => string[] } | null {
    for (const { which, find } of this.ready().weeks) {
      const found = find(text);
      const weekday = found && this.weekdays.get(found.groups?.['weekday'] ?? '');
      if (!found || !weekday) continue;
      return {
        text: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
          .replace(/ +/gu, ' ')
          .trim(),
        days: (today) => daysOf(which, weekday, today),
      };
    }
    return null;
  }
}

/** The days a weekday can be, Monday being 1. */
function daysOf(which: Which, weekday: number, today: string): string[] {
  const now = ((((dayNumber(today) + 3) % 7) + 7) % 7) + 1;
  const inWeek = (weeks: number) => weekday - now + 7 * weeks;
  const ahead = inWeek(0) > 0 ? inWeek(0) : inWeek(1);
  const behind = inWeek(0) < 0 ? inWeek(0) : inWeek(-1);
  const all: Readonly<Record<Which, readonly number[]>> = {
    'next-week': [inWeek(1)],
    'this-week': [inWeek(0)],
    'last-week': [inWeek(-1)],
    coming: [ahead],
    this: inWeek(0) >= 0 ? [inWeek(0)] : [inWeek(0), ahead],
    next: [ahead, inWeek(1)],
    last: [inWeek(-1), behind],
    bare: inWeek(0) === 0 ? [0, 7] : [behind, ahead],
  };
  return [...new Set(all[which])]
    .sort((a, b) => a - b)
    .map((days) => dayText(dayNumber(today) + days));
}
