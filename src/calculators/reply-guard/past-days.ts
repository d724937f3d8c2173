import { lastOf } from '../shared/last-of.ts';
import { compile, expressionOf, oncePerRule } from './pattern.ts';
import { finds, findsAll, matches, otherScripts, type Asked } from './prepared.ts';
import type { GuardRule, Place } from './rule.ts';

const DAY = 86_400_000;
const MONTHS = 12;
const dayAt = (year: number, month: number, day: number): number | null => {
  const at = Date.UTC(year, month - 1, day);
  const read = new Date(at);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? at : null;
};

/** A bar between two months; those between the names of one stand in brackets. */
const BETWEEN_MONTHS = /\|(?=\(\?:)/u;
/** The months of a language, in their order. */
const monthNames = (list: string): RegExp[] =>
  list === '' ? [] : list.split(BETWEEN_MONTHS).map((name) => expressionOf(`^(?:${name})$`));

/** Easter of the western churches, by the Gregorian reckoning (Meeus, Jones, Butcher). */
function easterOf(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const h =
    (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) %
    30;
  const moon =
    h - Math.floor(h / 28) * (1 - Math.floor(29 / (h + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return Date.UTC(year, 2, 28 + moon - weekday);
}

const FRIDAY = 5;
/** The Friday after the fourth Thursday of November. */
function blackFridayOf(year: number): number {
  const first = new Date(Date.UTC(year, 10, 1)).getUTCDay();
  return Date.UTC(year, 10, 1 + ((FRIDAY - 1 - first + 7) % 7) + 21 + 1);
}

/** The day of a feast in a year, by the name of its list: `feast1225`, or one that is reckoned. */
function feastOf(name: string, year: number): number {
  if (name === 'easter') return easterOf(year);
  if (name === 'friday') return blackFridayOf(year);
  return Date.UTC(year, Number(name.slice(0, 2)) - 1, Number(name.slice(2)));
}
const FEAST = 'feast';

/** Every day a match can mean, as times. Without a year it is the nearest one: a case lives for months. */
function daysOf(match: RegExpExecArray, months: readonly RegExp[], today: number): number[] {
  const { year, month, day, name, first, second, over } = match.groups ?? {};
  if (over !== undefined) return [today - 2 * DAY];
  const feast = Object.entries(match.groups ?? {}).find(
    ([group, found]) => found !== undefined && group.startsWith(FEAST),
  );
  if (feast) {
    const [group] = feast;
    const at = (of: number) => feastOf(group.slice(FEAST.length), of);
    if (year !== undefined) return [at(Number(year))];
    const now = new Date(today).getUTCFullYear();
    const near = [now - 1, now, now + 1].map(at);
    return near.sort((a, b) => Math.abs(a - today) - Math.abs(b - today)).slice(0, 1);
  }
  const named = name === undefined ? null : months.findIndex((each) => finds(each, name)) + 1;
  const pairs: (readonly [number, number])[] =
    first === undefined || second === undefined
      ? [[named ?? Number(month), Number(day)]]
      : [
          [Number(second), Number(first)],
          [Number(first), Number(second)],
        ];
  // A month or a year of which no day is named is over with its last one.
  if (day === undefined && first === undefined) return [Date.UTC(Number(year), named ?? MONTHS, 0)];
  const thisYear = new Date(today).getUTCFullYear();
  return pairs.flatMap(([inYear, ofMonth]) => {
    if (year !== undefined) return dayAt(Number(year), inYear, ofMonth) ?? [];
    const near = [thisYear - 1, thisYear, thisYear + 1].flatMap(
      (each) => dayAt(each, inYear, ofMonth) ?? [],
    );
    const [nearest] = near.sort((a, b) => Math.abs(a - today) - Math.abs(b - today));
    return nearest ?? [];
  });
}

type Tense = 'ahead' | 'told';
interface Mark {
  start: number;
  end: number;
  tense: Tense;
}

interface Words {
  marks: RegExp;
  by: RegExp | null;
  till: RegExp | null;
  of: RegExp | null;
  months: readonly RegExp[];
  /** Words of the past hold for a whole clause where verbs stand anywhere in it. */
  isLoose: boolean;
}

const wordsOf = oncePerRule((rule, language: string): Words | null => {
  const own = rule.words?.[language];
  if (!own) return null;
  const edges = language === 'zh-CN' || language === 'ko' ? ['', ''] : ['‹', '›'];
  const [before = '', after = ''] = edges;
  const beside = (list: string | undefined, frame: (each: string) => string) =>
    list === undefined ? null : expressionOf(frame(list));
  return {
    marks: expressionOf(
      `${before}(?:(?<ahead>${own['ahead'] ?? '$^'})|(?<told>${own['told'] ?? '$^'}))${after}`,
      'gu',
    ),
    by: beside(own['by'], (each) => `${before}(?:${each}) ?$`),
    till: beside(own['till'], (each) => `^ ?(?:${each})`),
    of: beside(own['of'], (each) => `${before}(?:${each}) ?$`),
    months: monthNames(own['months'] ?? ''),
    isLoose: language === 'zh-CN',
  };
});

const clauseEnd = /[,;:，；：、()«»“”"–—]/u;

/** The clause around a stretch of a sentence. */
function clauseAround(sentence: string, start: number, end: number): readonly [number, number] {
  let from = start;
  while (from > 0 && !clauseEnd.test(sentence[from - 1] ?? '')) from -= 1;
  let to = end;
  while (to < sentence.length && !clauseEnd.test(sentence[to] ?? '')) to += 1;
  return [from, to];
}

/**
 * What the words around a day make of it in one language: a promise, something told, or neither. Of “last
 * week” only words before it speak: what a clause goes on to say is mostly not about it.
 */
function tenseOf(
  sentence: string,
  [start, end]: readonly [number, number],
  words: Words,
  isOver: boolean,
): Tense | null {
  const before = sentence.slice(0, start);
  const after = sentence.slice(end);
  const isDeadline =
    (words.by !== null && finds(words.by, before)) ||
    (words.till !== null && finds(words.till, after));
  if (!isDeadline && words.of !== null && finds(words.of, before)) return 'told';
  const marks = [...matches(words.marks, sentence)].map((match): Mark => ({
    start: match.index,
    end: match.index + match[0].length,
    tense: match.groups?.['ahead'] === undefined ? 'told' : 'ahead',
  }));
  const [from, to] = clauseAround(sentence, start, end);
  const inside = marks.filter((mark) => mark.start >= from && mark.end <= to);
  if (words.isLoose && inside.some(({ tense }) => tense === 'told')) return 'told';
  const nearest = (of: readonly Mark[]) =>
    lastOf(of, (mark) => mark.end <= start) ??
    (isOver && !isDeadline ? undefined : of.find((mark) => mark.start >= end));
  const own = nearest(inside);
  if (own) return own.tense;
  if (isOver && !isDeadline) return null;
  // A clause of its own words that are not understood says nothing; one that is little but the day
  // belongs to what follows it, else to what stands before.
  const rest =
    (sentence.slice(from, start) + sentence.slice(end, to)).match(/\p{L}/gu)?.length ?? 0;
  if (!isDeadline && rest > LITTLE) return null;
  const next = marks.find((mark) => mark.start >= end) ?? lastOf(marks, (m) => m.end <= start);
  return next?.tense ?? (isDeadline ? 'ahead' : null);
}

/** Whether something is to be done by this day: “before”, “until” and their like stand beside it. */
function isBy(
  sentence: string,
  start: number,
  end: number,
  language: string,
  rule: GuardRule,
): boolean {
  const words = wordsOf(rule, language);
  return (
    words !== null &&
    ((words.by !== null && finds(words.by, sentence.slice(0, start))) ||
      (words.till !== null && finds(words.till, sentence.slice(end))))
  );
}

/** So many letters beside a day are a preposition. */
const LITTLE = 4;

/** How far from a day a verb may stand. */
const REACH = 240;

/** Days that are promised and over. */
export function promisesOver(asked: Asked): Place[] {
  const { rule, read, told, languages, today } = asked;
  if (today === null) return [];
  const now = Date.parse(today);
  const places: Place[] = [];
  for (const [language, sources] of compile(rule).patterns) {
    if (!read.languages.has(language)) continue;
    if (language !== 'any' && !languages.includes(language)) continue;
    // A day in figures belongs to no language: the text's own counts, English, and what has other letters.
    const wanted = language === 'any' ? [told, 'en', ...otherScripts] : [language, told];
    const spoken = [...new Set(wanted)].filter((each) => read.languages.has(each));
    for (const source of sources)
      for (const match of findsAll(source, read)) {
        const start = match.index;
        const end = start + match[0].length;
        const months = wordsOf(asked.rule, language)?.months ?? [];
        const days = daysOf(match, months, now);
        if (days.length === 0 || days.some((day) => day > now - DAY)) continue;
        const [head, tail] = read.sentences.around(start, end);
        const [from, to] = [Math.max(head, start - REACH), Math.min(tail, end + REACH)];
        const sentence = read.text.slice(from, to);
        const tenses = spoken.flatMap((each) => {
          const words = wordsOf(asked.rule, each);
          const isOver = match.groups?.['over'] !== undefined;
          return (words && tenseOf(sentence, [start - from, end - from], words, isOver)) ?? [];
        });
        // Words of one's own stand beside days of the form: one by which something was to be done, told of
        // or promised, is read there as a promise.
        const isDeadline =
          asked.field &&
          spoken.some((each) => isBy(sentence, start - from, end - from, each, rule));
        if (isDeadline || (tenses.includes('ahead') && !tenses.includes('told')))
          places.push({ start: read.starts[start] ?? 0, end: read.ends[end - 1] ?? 0 });
      }
  }
  return places;
}
