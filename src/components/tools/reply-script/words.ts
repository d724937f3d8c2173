import type { Language } from '@/calculators/shared/rule.ts';
import { createTimeWords } from '../shared/time-words.ts';
import { createWords as createCommonWords, type Lack } from '../shared/words.ts';

/** Refusals, questions and what is said of a case: they come with the first one that is to be said. */
export const LATER_TEXTS =
  /^tool\.(?:number\.|common\.(?:case-|link-carries)|moment\.day\.(?:unreadable|ask)|reply-script\.(?:error|ignored)\.)/;

/** @param yearNow the year in which it is read: a day names its year only where it is another. */
export function createWords(
  language: Language,
  strings: Readonly<Record<string, string>>,
  yearNow: () => string,
  lacks?: (key: string) => Lack,
) {
  const common = createCommonWords('reply-script', language, strings, lacks);
  const { date } = createTimeWords(language, yearNow);
  return {
    ...common,
    /** A day, `YYYY-MM-DD`, with its weekday. */
    date,
    /** What a text was understood as. */
    understoodDay: (day: string) => common.text('tool.moment.day.understood', { date: date(day) }),
  };
}

export type Words = ReturnType<typeof createWords>;
