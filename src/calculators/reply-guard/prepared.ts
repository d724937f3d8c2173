import { gramsIn } from '../shared/grams.ts';
import { languagesOf, type Expression } from './pattern.ts';
import type { Reading } from './reading.ts';
import type { GuardRule } from './rule.ts';
import { sentencesOf, type Sentences } from './sentence.ts';

// "No" is a word of several languages with different meanings; another script cannot be confused.
export const otherScripts = ['ru', 'ko', 'zh-CN'];

/** A reading with what is asked about it again and again. */
export interface Read extends Reading {
  sentences: Sentences;
  languages: ReadonlySet<string>;
  grams: Uint8Array;
}

export const prepare = (reading: Reading): Read => ({
  ...reading,
  sentences: sentencesOf(reading.text),
  languages: languagesOf(reading.text),
  grams: gramsIn(reading.text),
});

/** `search` leaves no position behind in a shared expression, as `test` would. */
export const finds = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;

export function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    else yield match;
  }
}

/** Everything an expression finds in a whole text. */
export const findsAll = ({ made, mayStand }: Expression, { text, grams }: Read) =>
  mayStand(grams) ? matches(made(), text) : [];

/** A text with what is asked about it, for rules that understand it. */
export interface Asked {
  rule: GuardRule;
  /** The text folded, and as it was typed. */
  read: Read;
  raw: Read;
  /** Language of the text. */
  told: string;
  /** Languages it is read for. */
  languages: readonly string[];
  /** `YYYY-MM-DD`, or null where no day is told to be over. */
  today: string | null;
  /** Whether it fills a field of a form. */
  field: boolean;
  /** Whether somebody asks if it is in the language it should be in. */
  asksTongue: boolean;
}
