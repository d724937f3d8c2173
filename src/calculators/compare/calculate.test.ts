import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byMeasure, ranked } from '../shared/rank.ts';
import { readAt } from '../shared/read-at.ts';
import { calculate } from './index.ts';

/** A tool that answers what it was asked with. */
const echo = (_: string, input: unknown) => Promise.resolve({ kind: 'ok', value: input });

describe('what is measured', () => {
  it('goes by size, by time, or by its letters, and not by how long a number is written', () => {
    for (const [less, more] of [
      ['9', '10'],
      ['-3', '2.5'],
      ['8.50', '24.7'],
      [3, '3.0001'],
      ['2026-11-09T23:00:00Z', '2026-11-10T01:00:00Z'],
      ['blue', 'green'],
    ] as const) {
      expect(byMeasure(less, more), `${less} ${more}`).toBeLessThan(0);
      expect(byMeasure(more, less), `${more} ${less}`).toBeGreaterThan(0);
    }
    expect(byMeasure('12', '12.00')).toBe(0);
  });

  it('puts the same things first from below as last from above, where none measures as another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 9 }), (numbers) => {
        const items = numbers.map((value) => ({ value }));
        expect(ranked(items, 'rising')).toEqual(ranked(items, 'falling').reverse());
        expect(ranked(items, 'rising').map(({ value }) => value)).toEqual(
          [...numbers].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('is read where it stands, and nothing that an answer does not hold itself', () => {
    const answer = { list: [null, { id: 'b', at: '7' }], text: 'x' };
    expect(readAt(answer, 'list[b].at')).toBe('7');
    expect(readAt(answer, 'list.length')).toBe(2);
    for (const path of [
      'list[c].at',
      'constructor.name',
      '__proto__',
      'text.length',
      'toString',
      '',
    ])
      expect(readAt(answer, path), path).toBeUndefined();
  });
});

describe('a comparison', () => {
  it('answers with ids, and keeps things that measure the same as they came', async () => {
    const answer = await calculate(
      {
        tool: 'echo',
        direction: 'falling',
        of: [3, 5, 5].map((input, i) => ({ id: `t${i}`, input, at: 'value' })),
      },
      ['echo'],
      echo,
    );
    expect(answer).toMatchObject({ order: ['t1', 't2', 't0'], best: 't1', allBest: ['t1', 't2'] });
  });

  it('names every place that is wrong, and never answers with a part', async () => {
    const answer = await calculate(
      {
        tool: 'echo',
        direction: 'rising',
        of: [
          { id: 'a', input: {}, at: 'value' },
          { id: 'b', input: 1, at: 'other' },
          { id: 'c', input: 2, at: 'value' },
        ],
      },
      ['echo'],
      echo,
    );
    expect(answer).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'of.0.at' }, { path: 'of.1.at' }],
    });
  });
});
