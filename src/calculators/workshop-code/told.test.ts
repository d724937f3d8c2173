import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { calculate, explain, isWholeCode, LETTERS, type WorkshopCodeOk } from './index.ts';
import { tool } from './tool.ts';

const ISSUE = 'tool.workshop-code.issue.';
const issuesOf = (raw: unknown) => {
  const answer = calculate(raw);
  return answer.kind === 'invalid' ? answer.issues : null;
};
/** The codes of the published vectors: one block of 31 letters, and one of three. */
const [FULL, SHORT] = ['ABCDEFGHJKMNPQRSTVWXYZ0123456X2', '168'];

describe('what does not fit', () => {
  it.each([
    // The last letter of the first block.
    ['block-near', FULL.slice(0, 30) + '3' + SHORT, { block: 1, from: 1, to: 31, perhaps: FULL }],
    // The middle letter of the second.
    ['block-near', FULL + '178', { block: 2, from: 32, to: 34, letters: '178', perhaps: SHORT }],
    // The first letter of the second: no other letter would do.
    ['block-near', FULL + '268', { block: 2, from: 32, to: 34, letters: '268', perhaps: SHORT }],
    ['block-letter', FULL + '1U8', { block: 2, from: 32, to: 34, letter: 'U' }],
    ['block-short', FULL + '16', { block: 2, from: 32, to: 33 }],
  ])('%s in %s', (key, check, values) => {
    expect(issuesOf({ check })).toEqual([
      { path: 'check', key: ISSUE + key, values: expect.objectContaining(values) },
    ]);
  });

  it('is named for every block that does not fit, in their order', () => {
    expect(issuesOf({ check: `*${FULL.slice(1)}178` })).toEqual([
      {
        path: 'check',
        key: `${ISSUE}block-letter`,
        values: { block: 1, from: 1, to: 31, letter: '*' },
      },
      {
        path: 'check',
        key: `${ISSUE}block-near`,
        values: { block: 2, from: 32, to: 34, letters: '178', perhaps: SHORT },
      },
    ]);
  });

  it('gets no question where no single letter would mend it', () => {
    let without = 0;
    for (const letter of LETTERS)
      for (const other of LETTERS) {
        const issues = issuesOf({ check: `0${letter}${other}` });
        if (!issues) continue;
        if (issues[0]?.key === `${ISSUE}block`) {
          without += 1;
          expect(issues[0].values).toEqual({
            block: 1,
            from: 1,
            to: 3,
            letters: `0${letter}${other}`,
          });
        } else {
          const { perhaps } = issues[0]?.values ?? {};
          expect(calculate({ check: perhaps }).kind).toBe('ok');
          expect(
            [...String(perhaps)].filter((one, at) => one !== `0${letter}${other}`[at]),
          ).toHaveLength(1);
        }
      }
    // Of 1,024 texts that begin with 0, 000 is a code. Beside it lie those with one other letter (2 × 31), and
    // beside each of the 31 other codes of three letters the one that has 0 for its first.
    expect(without).toBe(1024 - 1 - 3 * 31);
  });

  it.each([
    [
      'a letter no code holds, by its place',
      { protect: 'ab-1*U' },
      'protect',
      'letter',
      { letter: '*', place: 4 },
    ],
    ['the place of the first', { protect: 'U1' }, 'protect', 'letter', { letter: 'U', place: 1 }],
    ['nothing to protect', { protect: ' - ' }, 'protect', 'empty', {}],
    ['nothing to check', { check: '' }, 'check', 'empty', {}],
    ['neither', {}, '', 'one-of-two', {}],
    ['another field', { protest: 'A' }, '', 'one-of-two', {}],
    ['a number', { check: 168 }, 'check', 'not-a-text', { most: 2000 }],
    ['too much', { check: '1'.repeat(2001) }, 'check', 'too-long', { most: 2000 }],
  ])('is worded for %s', (_, raw, path, key, values) => {
    expect(issuesOf(raw)).toEqual([{ path, key: ISSUE + key, values }]);
  });

  it('may be as long as a text may', () => {
    expect(
      issuesOf({ check: '1'.repeat(2000) })?.every(({ key }) => key !== `${ISSUE}too-long`),
    ).toBe(true);
  });
});

describe('a whole code', () => {
  it.each([
    [FULL, true],
    [SHORT, true],
    ['1-6-8', true],
    [FULL + SHORT, true],
    ['', false],
    ['00', false],
    ['1U8', false],
    ['178', false],
    [FULL + '16', false],
    // The first block alone is whole.
    [FULL + '178', false],
  ])('%j: %s', (raw, isWhole) => {
    expect(isWholeCode(raw)).toBe(isWhole);
    expect(calculate({ check: raw }).kind === 'ok').toBe(isWhole);
  });

  it('is the same to whoever asks for yes or no and to whoever asks for the reasons', () => {
    const text = fc
      .array(fc.constantFrom(...LETTERS, 'U', '-'), { maxLength: 4 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(text, (raw) => {
        expect(isWholeCode(raw)).toBe(calculate({ check: raw }).kind === 'ok');
      }),
      { numRuns: 300 },
    );
  });
});

describe('why a code ends as it does', () => {
  it('is said of all letters, of each block, and of what the checks catch', () => {
    const KEY = 'tool.workshop-code.explain.';
    const data = `${FULL.slice(0, 29)}1`;
    expect(explain(calculate({ protect: data }) as WorkshopCodeOk)).toEqual([
      { section: 'given', messageKey: `${KEY}given`, values: { data }, ruleIds: [] },
      {
        section: 'done',
        messageKey: `${KEY}block`,
        values: { block: 1, data: data.slice(0, 29), check: 'X2', most: 29 },
        ruleIds: [],
      },
      {
        section: 'done',
        messageKey: `${KEY}block`,
        values: { block: 2, data: '1', check: '68', most: 29 },
        ruleIds: [],
      },
      { section: 'change', messageKey: `${KEY}catches`, values: { checks: 2 }, ruleIds: [] },
    ]);
  });

  it('is asked for by two fields of letters, of which neither must be there', () => {
    const fields = tool.fields(openContent(join(import.meta.dirname, '../../content')));
    expect(fields.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['protect', 'letters', false],
      ['check', 'letters', false],
    ]);
    expect(new Set(fields.map(({ description }) => description)).size).toBe(2);
  });
});
