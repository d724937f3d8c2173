import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line, View } from './view.ts';
import { createPacker, createUnpacker } from './wire.ts';

const line = (id: string, owner: string) => ({ id, owner }) as Line;
const viewOf = (lines: readonly Line[], open: number) =>
  ({ lines, totals: { open }, asOf: 'now' }) as unknown as View;

describe('lines on their way to the page', () => {
  it('arrive as they were sent, whatever came, went and changed between', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    const moves = fc.array(fc.tuple(ids, ids, fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(moves, (steps) => {
        const [pack, unpack] = [createPacker(), createUnpacker()];
        const known = new Map<string, Line>();
        steps.forEach(([shown, changed, isInside], i) => {
          for (const id of shown)
            if (!known.has(id) || changed.includes(id)) known.set(id, line(id, `${id}${i}`));
          const view = viewOf(
            shown.flatMap((id) => known.get(id) ?? []),
            i,
          );
          const answer = isInside ? { view, count: i } : view;
          expect(unpack(structuredClone(pack(answer)))).toEqual(answer);
        });
      }),
    );
  });

  it('travel once, and again only where they changed', () => {
    const pack = createPacker();
    const [a, b] = [line('a', 'Li'), line('b', 'Li')];
    expect(pack(viewOf([a, b], 2))).toMatchObject({ ids: ['a', 'b'], fresh: [a, b] });
    const other = line('b', 'Chen');
    expect(pack(viewOf([other, a], 2))).toMatchObject({ ids: ['b', 'a'], fresh: [other] });
    expect(pack(viewOf([other, a], 2))).toMatchObject({ fresh: [] });
  });

  it('leave answers alone that hold none', () => {
    const [pack, unpack] = [createPacker(), createUnpacker()];
    for (const answer of [null, 'text', 3, { count: 1 }, [1], { one: { id: 'a' }, evidence: null }])
      expect(unpack(pack(answer))).toBe(answer);
  });
});
