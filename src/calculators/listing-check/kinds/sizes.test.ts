import { describe, expect, it } from 'vitest';
import { found } from '../testing/found.ts';

const shoes = (description: string) => ({ title: 'Shoes', description });

describe('a shoe chart', () => {
  // 1.5 × 26.5 cm + 2 are 41.75; 265 mm ÷ 5 − 10 are 43.
  it.each([
    ['EU 43 = 26.5 cm', 43],
    ['eur43 26.5cm', 43],
    ['Размер 43: 26,5 см', 43],
    ['欧码43（26.5厘米', 43],
    ['43码 265毫米', 43],
    ['43 (foot length 26.5 cm', 43],
    ['43 - 265 mm', 43],
    ['43 适合脚长26.5cm', 43],
    ['43, стелька 26.5 см', 43],
    ['EU 45.5 = 26.5 cm', 45.5],
    ['EU 45,5 = 26.5 cm', 45.5],
    ['33 = 26.5 cm', 33],
    ['49 = 26.5 cm', 49],
    ['26.5 cm = EU 43', 43],
    ['265 mm EUR 43', 43],
    ['26,5 см это размер 43', 43],
    ['26.5cm是欧码43', 43],
    ['26.5 cm (EU 43', 43],
    ['26.5 cm is EU 43', 43],
  ])('%s', (words, size) => {
    expect(
      found('L07.shoe-chart', shoes(`${words}; leather`), 'size', 'cm', 'should', 'chinese'),
    ).toEqual([['description', words, size, 26.5, 41.75, size === 43 ? 'yes' : 'no']]);
  });

  it.each([
    '143 = 26.5 cm',
    '32 = 26.5 cm',
    '50 = 26.5 cm',
    '43 = 33 cm',
    '43 = 19 cm',
    '42 = 26.5 cm',
    '41 = 26.5 cm',
    '26.5 cm\nEU 43',
    '26.5 cm EU 433',
    '26.5 cm EU 42.5 wide',
    // Rows one behind the other, each right by itself.
    'Foot 26.5 cm = EU 42, 28.0 cm = EU 44, 30 cm = EU 47',
    'EU 42 26.5 cm EU 44 28.0 cm EU 47 30 cm',
  ])('is right, or is none: %s', (description) => {
    expect(found('L07.shoe-chart', shoes(description))).toEqual([]);
  });

  it('is told by its first wrong row, and mended in every one of its part', () => {
    expect(
      found(
        'L07.shoe-chart',
        { ...shoes('EU 42 = 26.5 cm, EU 43 = 26.5 cm, 300 mm = EU 49'), skus: 'EU 49 = 300 mm' },
        'rows',
        'repair',
      ),
    ).toEqual([['skus.0.name', 'EU 49 = 300 mm', 3, 'EU [[47]] = 300 mm']]);
    expect(
      found('L07.shoe-chart', shoes('EU 42 = 26.5 cm, EU 43 = 26.5 cm, 300 mm = EU 49'), 'repair'),
    ).toEqual([
      [
        'description',
        'EU 43 = 26.5 cm',
        'EU 42 = 26.5 cm, EU [[41.5–42]] = 26.5 cm, 300 mm = EU [[47]]',
      ],
    ]);
  });

  it.each([
    ['EU 42 = 26.7 cm\nEU 43 = 27.3 cm', true],
    ['26.7 cm = EU 42\n27.3 cm = EU 43', true],
    ['EU 42 = 26.7 cm', false],
    ['EU 42 = 26.7 cm\nEU 43 = 27.3 cm\nInsole', false],
    ['EU 42 = 26.7 cm\nEU 43 = 27.3 cm [[foot or insole length]]', false],
    ['42码 26.7厘米，43码 27.3厘米，脚长', false],
  ])('says what was measured: %s', (description, isMissing) => {
    expect(found('L07.foot-or-insole', shoes(description))).toHaveLength(isMissing ? 1 : 0);
  });

  it('gets a gap behind its first row', () => {
    expect(
      found('L07.foot-or-insole', shoes('EU 42 = 26.7 cm\nEU 43 = 27.3 cm'), 'repair'),
    ).toEqual([['description', 'EU 42 = 26.7 cm', 'EU 42 = 26.7 cm ([[foot or insole length]])']]);
  });
});

describe('a letter and a chest', () => {
  it.each([
    // 92 cm are S or M, 98 to 102 M or L; less than 82 none, more than 119 none.
    ['L: chest 92 cm', 'L', 98, 110, '[[EU S / M]]: chest 92 cm'],
    ['S (bust 100 cm', 'S', 82, 94, '[[EU M / L]] (bust 100 cm'],
    ['m码胸围70厘米', 'M', 90, 102, '[[EU < S]]码胸围70厘米'],
    ['xl = обхват груди: 125 см', 'XL', 107, 119, '[[EU > XL]] = обхват груди: 125 см'],
  ])('%s', (description, letter, low, high, repair) => {
    expect(
      found('L07.letter-chest', { title: 'Shirt', description }, 'letter', 'low', 'high', 'repair'),
    ).toEqual([['description', description, letter, low, high, repair]]);
  });

  it('are told once a part, and mended together', () => {
    expect(
      found(
        'L07.letter-chest',
        { title: 'Shirt', description: 'S: chest 96 cm; M: chest 96 cm; L: chest 96 cm' },
        'repair',
      ),
    ).toEqual([
      [
        'description',
        'S: chest 96 cm',
        '[[EU M]]: chest 96 cm; M: chest 96 cm; [[EU M]]: chest 96 cm',
      ],
    ]);
  });

  it.each([['XS: chest 60 cm'], ['3XL: chest 60 cm'], ['XML: chest 60 cm'], ['L: chest 9 cm']])(
    'no: %s',
    (description) => {
      expect(found('L07.letter-chest', { title: 'Shirt', description })).toEqual([]);
    },
  );
});

describe('letters alone', () => {
  it.each([
    ['XS\nXXL', 2],
    ['2XL\n6XL', 2],
    ['Red S\nRed-M\nL/white', 3],
    ['S\n7XL', 0],
    ['S\n1XL', 0],
    ['S\nSML', 0],
    ['S\n3M', 0],
  ])('%s', (skus, sizes) => {
    expect(
      found('L07.letter-only', { title: 'Shirt', skus }, 'sizes').map((one) => one[2]),
    ).toEqual(sizes === 0 ? [] : [sizes]);
  });

  it('get a gap behind the first, unless centimetres or a chart stand somewhere', () => {
    const skus = 'Red\nS\nM';
    expect(found('L07.letter-only', { title: 'Shirt', skus }, 'repair', 'severity')).toEqual([
      ['skus.1.name', 'S', 'S ([[chest or waist in cm]])', 'advice'],
    ]);
    for (const description of ['90 cm', '90см', '90厘米', '90 公分', '[[chest in cm]]'])
      expect(found('L07.letter-only', { title: 'Shirt', skus, description })).toEqual([]);
    expect(found('L07.letter-only', { title: 'Shirt', skus, description: 'cm' })).toHaveLength(1);
  });
});

describe('centimetres beside inches', () => {
  // 10 cm are 3.94 inches, 5 inches 12.7 cm.
  it.each(['inch', 'inches', 'in', '"', "''", '”', 'дюймов', '英寸'])('in %s', (unit) => {
    const words = `10 cm / 5 ${unit}`;
    expect(
      found(
        'L07.cm-and-inches',
        { title: 'Lamp', description: words },
        'cm',
        'inch',
        'should',
        'repair',
      ),
    ).toEqual([['description', words, 10, 5, 3.94, `[[10 / 12.7]] cm / [[3.94 / 5]] ${unit}`]]);
  });

  it.each(['10 см (5 in', '10厘米（5 in', '10cm=5 in', '10 cm ≈ 5 in'])(
    'written as %s',
    (words) => {
      expect(found('L07.cm-and-inches', { title: 'Lamp', description: words })).toEqual([
        ['description', words],
      ]);
    },
  );

  it.each([
    // Rounded as written, or by three hundredths.
    ['10 cm / 3.9 in', true],
    ['10 cm / 3.8 in', false],
    ['10 cm / 4.0 in', true],
    ['9 cm / 3 in', false],
    ['8.8 cm / 3 in', true],
    ['254 cm / 103 in', true],
    ['254 cm / 104 in', false],
    ['10 mm / 5 in', true],
    ['10 cm 5 in', true],
  ])('%s', (description, isRight) => {
    expect(found('L07.cm-and-inches', { title: 'Lamp', description })).toHaveLength(
      isRight ? 0 : 1,
    );
  });
});
