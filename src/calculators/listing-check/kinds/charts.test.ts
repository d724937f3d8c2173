import { describe, expect, it } from 'vitest';
import { found, foundBy } from '../testing/found.ts';

type Row = readonly [description: string, ...values: unknown[]];
/** Nothing, where no values stand behind the description; the words are the first of them. */
const told = ([, ...values]: readonly unknown[]) =>
  values.length === 0 ? [] : [['description', ...values]];
const within = (row: readonly unknown[]) => ({ title: 'Oak', description: row[0] });

// By the usual formula 26.5 cm are 1.5 × 26.5 + 2 = 41.75.
describe('a row of a shoe chart', () => {
  it.each<Row>([
    ['EU 43 26.5 cm', 'EU 43 26.5 cm', 43, 26.5],
    ['for EUR43=26.5cm', 'EUR43=26.5cm', 43, 26.5],
    ['an EUR size 43 – 26.5cm', 'EUR size 43 – 26.5cm', 43, 26.5],
    ['обувь евр 43: 26,5 см', 'евр 43: 26,5 см', 43, 26.5],
    ['обувь размер 43 (265 мм)', 'размер 43 (265 мм', 43, 26.5],
    ['обувь 43 размер, 265мм', '43 размер, 265мм', 43, 26.5],
    ['鞋欧码43对应26.5厘米', '欧码43对应26.5厘米', 43, 26.5],
    ['鞋43码适合脚长265毫米', '43码适合脚长265毫米', 43, 26.5],
    ['鞋43码（适用内长265毫米）', '43码（适用内长265毫米', 43, 26.5],
    ['size 43 = EU 26.5 cm', '43 = EU 26.5 cm', 43, 26.5],
    ['size 43: foot length 26.5 cm', '43: foot length 26.5 cm', 43, 26.5],
    ['size 43, insole 26.5 cm', '43, insole 26.5 cm', 43, 26.5],
    ['size 43, cm 26.5 cm', '43, cm 26.5 cm', 43, 26.5],
    ['обувь 43, стелька 26.5 см', '43, стелька 26.5 см', 43, 26.5],
    ['EU 43.5 = 26.5 cm', 'EU 43.5 = 26.5 cm', 43.5, 26.5],
    ['EU 43,5 = 26.5 cm', 'EU 43,5 = 26.5 cm', 43.5, 26.5],
    ['26.5 cm EU 43', '26.5 cm EU 43', 43, 26.5],
    ['26.5cm = EUR43.', '26.5cm = EUR43', 43, 26.5],
    ['26.5 cm = EU 43.5', '26.5 cm = EU 43.5', 43.5, 26.5],
    ['26.5 cm is EU 43, wide', '26.5 cm is EU 43', 43, 26.5],
    ['26,5 см это размер 43', '26,5 см это размер 43', 43, 26.5],
    ['265毫米是欧码43', '265毫米是欧码43', 43, 26.5],
    ['265mm (EU 43)', '265mm (EU 43', 43, 26.5],
    // The smallest and the largest of sizes and of lengths.
    ['EU 33 = 22 cm', 'EU 33 = 22 cm', 33, 22],
    ['EU 39 = 29 cm', 'EU 39 = 29 cm', 39, 29],
    ['EU 40 = 20 cm', 'EU 40 = 20 cm', 40, 20],
    ['EU 49 = 20.1 cm', 'EU 49 = 20.1 cm', 49, 20.1],
    ['EU 40 = 32.9 cm', 'EU 40 = 32.9 cm', 40, 32.9],
    ['EU 40 = 30 cm', 'EU 40 = 30 cm', 40, 30],
    ['EU 40 = 305 mm', 'EU 40 = 305 mm', 40, 30.5],
    ['EU 32 = 29 cm'],
    ['EU 50 = 20 cm'],
    ['EU 49 = 19 cm'],
    ['EU 40 = 33 cm'],
    ['EU 40 = 330 mm'],
    ['26.5 cm = EU 50'],
    ['26.5 cm = EU 43.7'],
    ['26.5 cm = EU 430'],
    ['26.5 cm = 43'],
    ['26.5 cm\nEU 43'],
    // Neither a foot nor an insole is that long or short.
    ['Strap 42, 22 mm'],
    ['Cable 40, 250 cm'],
    ['Type 143 26.5 cm'],
    ['Type 1.43 26.5 cm'],
    // One size more or less is a matter of the maker.
    ['EU 41 = 24 cm', 'EU 41 = 24 cm', 41, 24],
    ['EU 39 = 24 cm'],
    ['EU 37 = 24 cm'],
    ['EU 36.5 = 24 cm', 'EU 36.5 = 24 cm', 36.5, 24],
    // In one line each length belongs to one size.
    ['EU 42 26.5 cm EU 43 27.3 cm EU 44 28 cm'],
    ['26.5 cm = EU 42, 30 cm = EU 47'],
  ])('%j', (...row) => {
    expect(found('L07.shoe-chart', within(row), 'size', 'cm')).toEqual(told(row));
  });

  it('is told with all of its kind, and put right as far as the formula goes', () => {
    const description = 'Sizes: EU 43 = 26.5 cm, EU 42 = 26.5 cm, EU 44 = 26 cm\nEU 45 = 26.5 cm';
    const values = ['should', 'chinese', 'rows', 'repair'];
    expect(found('L07.shoe-chart', within([description]), ...values)).toEqual([
      [
        'description',
        'EU 43 = 26.5 cm',
        41.75,
        'yes',
        3,
        'Sizes: EU [[41.5–42]] = 26.5 cm, EU 42 = 26.5 cm, EU [[41]] = 26 cm',
      ],
    ]);
    expect(found('L07.shoe-chart', within(['27.3 cm is EU 45']), ...values)).toEqual([
      // 1.5 × 27.3 + 2 = 42.95, and by the Chinese way 44.6.
      ['description', '27.3 cm is EU 45', 42.95, 'no', 1, '27.3 cm is EU [[42.5–43]]'],
    ]);
  });

  it.each([
    ['EU 33 = 233 mm', 'EU [[36.5–37]] = 233 mm'],
    ['233 mm = EU 33', '233 mm = EU [[36.5–37]]'],
  ])('of which %j holds its figures twice', (description, repair) => {
    expect(found('L07.shoe-chart', within([description]), 'repair')).toEqual([
      ['description', description, repair],
    ]);
  });

  it('is put right in its own text only', () => {
    const input = { title: 'EU 43 = 26.5 cm', description: 'Shoe, EU 43 = 26.5 cm' };
    expect(found('L07.shoe-chart', input, 'rows', 'repair')).toEqual([
      ['title', 'EU 43 = 26.5 cm', 2, 'EU [[41.5–42]] = 26.5 cm'],
    ]);
  });
});

describe('a chart that does not say what was measured', () => {
  const CHART = 'EU 42 = 26.7 cm\nEU 43 = 27.3 cm';
  it.each([
    [CHART, 1],
    [`${CHART}\nin the open`, 1],
    [`${CHART}\nby the foot`, 0],
    [`${CHART}\n[[foot or insole]]`, 0],
    ['EU 42 = 26.7 cm', 0],
  ])('%j', (description, finds) => {
    expect(found('L07.foot-or-insole', within([description]))).toEqual(
      finds === 0 ? [] : [['description', 'EU 42 = 26.7 cm']],
    );
  });
  it('has one of several words for it', () => {
    const by = (description: string) =>
      foundBy('foot-or-insole', { words: ['sole', 'heel'] }, within([description])).length;
    expect([CHART, `${CHART} sole`, `${CHART} heel`].map(by)).toEqual([1, 0, 0]);
  });
});

// S 82–94, M 90–102, L 98–110, XL 107–119.
describe('a letter and its chest', () => {
  it.each([
    ['XL', 81, '< S'],
    ['XL', 82, 'S'],
    ['XL', 89, 'S'],
    ['XL', 90, 'S / M'],
    ['XL', 94, 'S / M'],
    ['XL', 95, 'M'],
    ['XL', 98, 'M / L'],
    ['S', 102, 'M / L'],
    ['S', 103, 'L'],
    ['S', 107, 'L / XL'],
    ['S', 110, 'L / XL'],
    ['S', 111, 'XL'],
    ['S', 119, 'XL'],
    ['S', 120, '> XL'],
  ])('%s of %i cm is %s', (letter, cm, fit) => {
    expect(found('L07.letter-chest', within([`${letter}: chest ${cm} cm`]), 'repair')).toEqual([
      ['description', `${letter}: chest ${cm} cm`, `[[EU ${fit}]]: chest ${cm} cm`],
    ]);
  });

  it.each<Row>([
    ['shirt L chest 92cm', 'L chest 92cm', 'L', 92, 98, 110],
    ['shirt L (chest: 92 cm)', 'L (chest: 92 cm', 'L', 92, 98, 110],
    ['衬衫L码胸围92厘米', 'L码胸围92厘米', 'L', 92, 98, 110],
    ['衬衫 L 码：胸围=92厘米', 'L 码：胸围=92厘米', 'L', 92, 98, 110],
    ['рубашка L–обхват груди 92 см', 'L–обхват груди 92 см', 'L', 92, 98, 110],
    ['shirt XL, bust 200 cm', 'XL, bust 200 cm', 'XL', 200, 107, 119],
    ['shirt XXL: chest 20 cm'],
    ['shirt 2XL: chest 20 cm'],
    ['shirt XS: chest 20 cm'],
    ['shirt L: chest 9 cm'],
    ['shirt L: waist 20 cm'],
  ])('%j', (...row) => {
    expect(found('L07.letter-chest', within(row), 'letter', 'cm', 'low', 'high')).toEqual(
      told(row),
    );
  });

  it('are told once, where they first are wrong, and put right together', () => {
    const input = {
      title: 'Shirt M: chest 95 cm',
      skus: 'L: chest 100 cm',
      attributes: 'Sizes: S: chest 81 cm, M: chest 92 cm, L: chest 111 cm',
      description: 'S: chest 20 cm',
    };
    expect(found('L07.letter-chest', input, 'repair')).toEqual([
      [
        'attributes.0.value',
        'S: chest 81 cm',
        '[[EU < S]]: chest 81 cm, M: chest 92 cm, [[EU XL]]: chest 111 cm',
      ],
    ]);
  });
});

describe('letters without centimetres', () => {
  it.each([
    ['XS\nXXL', 2],
    ['Red s\nRed 6xl', 2],
    ['2XL\nXL\nL\nM', 4],
    ['红色S码\n红色M码', 2],
    ['1XL\n7XL', 0],
    ['ЖS\nЖM', 0],
    ['S1\nMЖ', 0],
    ['S\nRed', 0],
    ['M\nL 90 cm', 0],
    ['M\nL 90 公分', 0],
    ['M\nL 90см', 0],
    ['M\nL [[cm]]', 0],
  ])('%j', (skus, sizes) => {
    expect(found('L07.letter-only', { title: 'Oak', skus }, 'sizes')).toEqual(
      sizes === 0 ? [] : [['skus.0.name', skus.split('\n')[0], sizes]],
    );
  });
});

describe('centimetres beside inches', () => {
  it.each<Row>([
    [
      '10 cm / 4.50 inch',
      '10 cm / 4.50 inch',
      10,
      4.5,
      3.94,
      '[[10 / 11.43]] cm / [[3.94 / 4.5]] inch',
    ],
    ['4 cm(4")', '4 cm(4"', 4, 4, 1.57, '[[4 / 10.16]] cm([[1.57 / 4]]")'],
    ['10.16cm=8 inches', '10.16cm=8 inches', 10.16, 8, 4, '[[10.16 / 20.32]]cm=[[4 / 8]] inches'],
    [
      'длина 1016 см ≈ 4,5 дюйма',
      '1016 см ≈ 4,5 дюйма',
      1016,
      4.5,
      400,
      'длина [[1016 / 11.43]] см ≈ [[400 / 4.5]] дюйма',
    ],
    [
      '长10,5厘米（8英寸）',
      '10,5厘米（8英寸',
      10.5,
      8,
      4.13,
      '长[[10.5 / 20.32]]厘米（[[4.13 / 8]]英寸）',
    ],
    ["25 cm / 1000''", "25 cm / 1000''", 25, 1000, 9.84, "[[25 / 2540]] cm / [[9.84 / 1000]]''"],
    [
      '25 cm / 20 in wide',
      '25 cm / 20 in',
      25,
      20,
      9.84,
      '[[25 / 50.8]] cm / [[9.84 / 20]] in wide',
    ],
    ['30 cm (2 in 1)'],
    ['30 cm (2 inner rings)'],
    ['30 cm, 2 inches'],
    ['A.30 cm / 2 inches'],
    // Half of the last figure is rounded, or three of a hundred: 1.27 cm are 0.5 in.
    ['1.27 cm / 1 in'],
    ['2 cm / 1 in'],
    ['2 cm / 1.0 in', '2 cm / 1.0 in', 2, 1, 0.79, '[[2 / 2.54]] cm / [[0.79 / 1]] in'],
    ['5 cm / 2.00 in'],
    [
      '0.3 cm / 0.15 in',
      '0.3 cm / 0.15 in',
      0.3,
      0.15,
      0.12,
      '[[0.3 / 0.38]] cm / [[0.12 / 0.15]] in',
    ],
    ['5 cm / 2.05 in', '5 cm / 2.05 in', 5, 2.05, 1.97, '[[5 / 5.21]] cm / [[1.97 / 2.05]] in'],
  ])('%j', (...row) => {
    expect(found('L07.cm-and-inches', within(row), 'cm', 'inch', 'should', 'repair')).toEqual(
      told(row),
    );
  });
});
