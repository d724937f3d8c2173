import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openContent } from '../../cli-content.ts';
import { calculateAll } from '../index.ts';
import { dataFrom } from '../tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../../content')));

/** Rows of a file, each a title or a title and attributes; which of them are copies, of which row, of how many. */
function copiesOf(rows: readonly (string | [string, string])[]): number[][] {
  const listings = rows.map((row) => {
    const [title, attributes = ''] = typeof row === 'string' ? [row] : row;
    return { platform: 'aliexpress', title, attributes };
  });
  return calculateAll(listings, data, '2026-11-21T00:00:00Z').listings.flatMap((one, i) =>
    one.kind === 'ok'
      ? one.findings
          .filter(({ messageKey }) => messageKey === 'L13.copies')
          .map(({ values }) => [i + 1, Number(values['first']), Number(values['count'])])
      : [],
  );
}
const TEN = 'aa bb cc dd ee ff gg hh ii jj';
const NINETEEN = `${TEN} kk ll mm nn oo pp qq rr tt`;

it.each<readonly [(string | [string, string])[], number[][]]>([
  [['Oak wall hook', 'Oak wall hook'], [[2, 1, 2]]],
  [
    ['Ash shelf board', 'Oak wall hook', 'oak wall hooks', 'Hook, wall: OAK'],
    [
      [3, 2, 3],
      [4, 2, 3],
    ],
  ],
  [['Oak hook', 'Oak hook'], []],
  // Nine words of ten: 18 of 20 are, 9 of 11 are not.
  [[`${NINETEEN} uu`, `${NINETEEN} vv`], [[2, 1, 2]]],
  [[`${TEN} uu`, `${TEN} vv`], []],
  [[`${TEN}`, 'kk ll mm nn'], []],
  // Attributes in any order and in any letters, but the same.
  [
    [
      ['Oak wall hook', 'A: b\nC: d'],
      ['Oak wall hook', 'c: D\na: B'],
    ],
    [[2, 1, 2]],
  ],
  [
    [
      ['Oak wall hook', 'A: b'],
      ['Oak wall hook', 'A: c'],
    ],
    [],
  ],
  [[['Oak wall hook', 'A: b'], 'Oak wall hook'], []],
  // What makes it another one is still to be said.
  [['Oak wall hook [[which]]', 'Oak wall hook [[which]]'], []],
  // Three sizes of a pack are allowed, unless two are one.
  [['Oak wall hook 5 pcs', 'Oak wall hook 10 pcs'], []],
  [['Oak wall hook 5pcs', 'Oak wall hook 5 pcs'], [[2, 1, 2]]],
  [['Oak wall hook 5 pieces', 'Oak wall hook 10pcs', 'Oak wall hook 20 шт'], []],
  [['Oak wall hook 5 pieces', 'Oak wall hook 5 piecework'], []],
  [['5', '6', '7', '8'].map((n) => `Oak hook board GT${n} pcs`), []],
  [['5', '6', '7', '8'].map((n) => `Oak hook board ${n} pcs`), [[4, 1, 4]]],
  [['橡木墙壁挂钩5个装', '橡木墙壁挂钩10个装'], []],
  [['橡木墙壁挂钩', '橡木墙壁挂钩'], [[2, 1, 2]]],
  [['橡木墙壁挂钩', '白蜡木墙壁挂钩'], []],
])('in %j copies are %j', (rows, expected) => {
  expect(copiesOf(rows)).toEqual(expected);
});
