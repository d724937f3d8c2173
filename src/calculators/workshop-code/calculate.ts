import type { InputIssue, Invalid } from '../shared/result.ts';
import { fit } from '../shared/shape.ts';
import {
  BLOCK,
  CHECKS_PER_BLOCK,
  checksOf,
  DATA_PER_BLOCK,
  isWhole,
  LETTERS,
  nearest,
} from './field.ts';
import { inputFields, inputShape, MOST_LETTERS, type WorkshopCodeInput } from './schema.ts';

/** One block of a code: up to 29 letters of data and the two that close it. */
export interface CodeBlock {
  data: string;
  check: string;
}

export interface WorkshopCodeOk {
  kind: 'ok';
  /** The protected letters, as they are meant: capitals without hyphens. */
  data: string;
  /** The letters with their checks, ready to be read aloud or drawn. */
  code: string;
  /** The same in groups of four. */
  shown: string;
  blocks: CodeBlock[];
}

export type WorkshopCodeResult = WorkshopCodeOk | Invalid;

const ISSUE = 'tool.workshop-code.issue.';
const READ_AS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

const invalid = (issues: InputIssue[]): Invalid => ({ kind: 'invalid', issues });
const issue = (path: string, key: string, values: InputIssue['values'] = {}): InputIssue => ({
  path,
  key: ISSUE + key,
  values,
});

/** A code as people write it: full width, lower case, hyphens and spaces between the letters. */
const tidy = (raw: string): string =>
  raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.·]+/gu, '')
    .replace(/[ILO]/g, (letter) => READ_AS[letter] as string);

const symbolsOf = (letters: string): number[] =>
  [...letters].map((letter) => LETTERS.indexOf(letter));
const lettersOf = (symbols: readonly number[]): string =>
  symbols.map((symbol) => LETTERS[symbol]).join('');
const cut = (letters: string, every: number): string[] =>
  letters.match(new RegExp(`.{1,${every}}`, 'gu')) ?? [];

/** The first letter no code holds, with its place counted from 1; null where every letter is one. */
function stranger(letters: string): { letter: string; place: number } | null {
  const all = [...letters];
  const at = all.findIndex((letter) => !LETTERS.includes(letter));
  return at < 0 ? null : { letter: all[at] as string, place: at + 1 };
}

function answer(blocks: CodeBlock[]): WorkshopCodeOk {
  const code = blocks.map(({ data, check }) => data + check).join('');
  return {
    kind: 'ok',
    data: blocks.map(({ data }) => data).join(''),
    code,
    shown: cut(code, 4).join('-'),
    blocks,
  };
}

/** Closes each 29 letters with two that tell every one and every two letters that were mistaken. */
function protect(letters: string): WorkshopCodeResult {
  const strange = stranger(letters);
  if (strange) return invalid([issue('protect', 'letter', { ...strange })]);
  if (letters === '') return invalid([issue('protect', 'empty')]);
  return answer(
    cut(letters, DATA_PER_BLOCK).map((data) => ({
      data,
      check: lettersOf(checksOf(symbolsOf(data))),
    })),
  );
}

/** Whether a code is whole, without a word on what is wrong: for whoever asks of very many texts. */
export function isWholeCode(raw: string): boolean {
  const parts = cut(tidy(raw), BLOCK);
  return (
    parts.length > 0 &&
    parts.every(
      (part) =>
        part.length > CHECKS_PER_BLOCK && stranger(part) === null && isWhole(symbolsOf(part)),
    )
  );
}

/** Takes a code apart, or names each block in which something is wrong. Nothing is ever mended. */
function check(letters: string): WorkshopCodeResult {
  if (letters === '') return invalid([issue('check', 'empty')]);
  const issues: InputIssue[] = [];
  const parts = cut(letters, BLOCK);
  parts.forEach((part, i) => {
    const where = { block: i + 1, from: i * BLOCK + 1, to: i * BLOCK + [...part].length };
    const strange = stranger(part);
    if (strange) {
      issues.push(issue('check', 'block-letter', { ...where, letter: strange.letter }));
      return;
    }
    const symbols = symbolsOf(part);
    if (symbols.length <= CHECKS_PER_BLOCK) {
      issues.push(issue('check', 'block-short', where));
      return;
    }
    if (isWhole(symbols)) return;
    const near = nearest(symbols);
    if (!near) issues.push(issue('check', 'block', { ...where, letters: part }));
    else
      issues.push(
        issue('check', 'block-near', {
          ...where,
          letters: part,
          perhaps: lettersOf(symbols.map((each, at) => (at === near.at ? near.symbol : each))),
        }),
      );
  });
  if (issues.length > 0) return invalid(issues);
  return answer(
    parts.map((part) => ({
      data: part.slice(0, -CHECKS_PER_BLOCK),
      check: part.slice(-CHECKS_PER_BLOCK),
    })),
  );
}

/**
 * Protects letters with check letters, or checks a code that came back.
 *
 * @param raw `{ protect }` or `{ check }`, not yet looked at.
 * @returns the code and its data; `invalid` names each block that does not fit.
 */
export function calculate(raw: unknown): WorkshopCodeResult {
  const { value, misfits } = fit(inputShape, raw);
  if (misfits)
    return invalid(
      misfits.map(({ path, code }) =>
        inputFields.includes(path as keyof WorkshopCodeInput)
          ? issue(path, code === 'too-long' ? 'too-long' : 'not-a-text', { most: MOST_LETTERS })
          : issue(path, 'one-of-two'),
      ),
    );
  if ((value.protect === undefined) === (value.check === undefined))
    return invalid([issue('', 'one-of-two')]);
  return value.check === undefined ? protect(tidy(value.protect ?? '')) : check(tidy(value.check));
}
