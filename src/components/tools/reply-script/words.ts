import type { Language } from '@/calculators/shared/rule.ts';
import { createTimeWords } from '../shared/time-words.ts';
import { createWords as createCommonWords } from '../shared/words.ts';

/** What stands below a reply says: it is drawn by the build, and its words come with what moves it. */
export const TEXTS_BELOW =
  /^tool\.reply-(?:guard\.|script\.(?:export\.|page\.(?:lists|no-|keep-recent|export|languages-)))/;

/** Refusals, questions and what is said of a case as well: they come with the first one that is to be said. */
const TEXTS_TO_COME =
  /^tool\.(?:number\.|common\.(?:case-|link-carries)|moment\.day\.(?:unreadable|ask)|reply-script\.(?:error|ignored)\.)/;
export const LATER_TEXTS = new RegExp(`${TEXTS_BELOW.source}|${TEXTS_TO_COME.source}`);

/** @param yearNow the year in which it is read: a day names its year only where it is another. */
export function createWords(
  language: Language,
  strings: Readonly<Record<string, string>>,
  yearNow: () => string,
  lacks?: (key: string) => boolean,
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
