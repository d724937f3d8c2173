import { describe, expect, it } from 'vitest';
import { found, foundBy } from '../testing/found.ts';

/** A title, and what is found in it: the words, and the values named above each table. */
type Row = readonly [title: string, ...values: unknown[]];

/** Nothing, where no values stand behind the title; the words are the first of them. */
const told = ([, ...values]: readonly unknown[]) =>
  values.length === 0 ? [] : [['title', ...values]];

describe('a cell of the size 18650', () => {
  it.each<Row>([
    ['18650 9900mAh', '9900mAh', 9900, 3600, '18650 [[≤ 3600]]mAh'],
    // All that is too much is put right at once, and told once.
    ['18650 9900 mAh or 8,800mAh', '9900 mAh', 9900, 3600, '18650 [[≤ 3600]] mAh or [[≤ 3600]]mAh'],
    ['18650 3400 mAh or 8800 mAh', '8800 mAh', 8800, 3600, '18650 3400 mAh or [[≤ 3600]] mAh'],
    ['2 pcs 18650 7300 mAh', '7300 mAh', 7300, 3600, '2 pcs 18650 [[≤ 7200]] mAh'],
    ['0 pcs 18650 9900 mAh', '9900 mAh', 9900, 3600, '0 pcs 18650 [[≤ 3600]] mAh'],
    ['18650 1 234 567 mAh', '1 234 567 mAh', 1_234_567, 3600, '18650 [[≤ 3600]] mAh'],
    ['18650 3600,5 mAh', '3600,5 mAh', 3600.5, 3600, '18650 [[≤ 3600]] mAh'],
    // Twelve cells hold 43,200.
    ['12x18650 43200 mAh'],
    ['12x18650 43201 mAh', '43201 mAh', 43_201, 3600, '12x18650 [[≤ 43200]] mAh'],
    ['18650 x 12 43200 mAh'],
    ['18650 x12: 43201 mAh', '43201 mAh', 43_201, 3600, '18650 x12: [[≤ 43200]] mAh'],
    // A length behind the sign says nothing of cells.
    ['18650 x 650 mm 9900 mAh', '9900 mAh', 9900, 3600, '18650 x 650 mm [[≤ 3600]] mAh'],
    ['118650 9900 mAh'],
    ['Type 21700 9900 mAh'],
    ['18650 XR9900mAh'],
  ])('%j', (...row) => {
    expect(found('L06.cell', { title: row[0] }, 'stated', 'most', 'repair')).toEqual(told(row));
  });

  it('is told wherever it stands, and not where nobody knows what it holds', () => {
    expect(
      found('L06.cell', { title: '18650 9900mAh', description: 'Type 18650, 9900mAh' }),
    ).toEqual([
      ['title', '9900mAh'],
      ['description', '9900mAh'],
    ]);
    expect(foundBy('cell', { rule: 'none' }, { title: '18650 9900mAh' })).toEqual([]);
  });
});

describe('a charge and an energy', () => {
  it.each<Row>([
    ['10000 mAh 50 Wh', '50 Wh', 10_000, 50, 37, 3.7],
    // One pair that belongs together is enough.
    ['10000 mAh 37 Wh or 50 Wh'],
    ['10000 mAh 50 Wh or 37 Wh'],
    ['10000 mAh or 6500 mAh at the socket, 37 Wh'],
    ['6500 mAh at the socket, 10000 mAh, 37 Wh'],
    // 2100 mAh at 10 V are 21 Wh, which is one in twenty more than 20.
    ['2100 mAh 20 Wh 10V'],
    ['2110 mAh 20 Wh 10V', '20 Wh', 2110, 20, 7.807, 3.7],
    ['1900 mAh 20 Wh 10V'],
    ['1890 mAh 20 Wh 10V', '20 Wh', 1890, 20, 6.993, 3.7],
    // The voltage of a pack, however it is written; one of several is that of the cells.
    ['10000 mAh 72.5 Wh 7.25V'],
    ['10000 mAh 72,5 Wh 7,25 V'],
    ['12V battery 10000 mAh 120 Wh'],
    ['10000 mAh 120 Wh 12 volts'],
    ['10000 mAh 120 Wh 12 volt'],
    ['Батарея 10000 мАч 111 Вт·ч 11,1 В'],
    ['Батарея 12 вольтовая 10000 мАч 120 Вт·ч'],
    ['12V锂电池10000毫安时120瓦时'],
    ['12伏锂电池10000毫安时120瓦时'],
    ['锂电池12伏特10000毫安时120瓦时'],
    ['24V or 12V 10000 mAh 120 Wh'],
    // Five volts are those of the socket, and these are none.
    ['10000 mAh 50 Wh 5.0 V', '50 Wh', 10_000, 50, 37, 3.7],
    ['10000 mAh 60 Wh 6VX', '60 Wh', 10_000, 60, 37, 3.7],
    ['10000 mAh 60 Wh A.6V', '60 Wh', 10_000, 60, 37, 3.7],
    ['10000 mAh'],
    ['50 Wh 12V'],
  ])('%j', (...row) => {
    expect(found('L06.energy', { title: row[0] }, 'mah', 'stated', 'should', 'volts')).toEqual(
      told(row),
    );
  });

  it('are compared across the parts, and told where the energy stands', () => {
    const input = { title: 'Battery 10000 mAh', description: 'Capacity 50 Wh.' };
    expect(found('L06.energy', input, 'repair')).toEqual([
      ['description', '50 Wh', 'Capacity 37 Wh.'],
    ]);
    expect(found('L06.energy', { ...input, attributes: 'Voltage: 5.1 V' })).toEqual([]);
    expect(foundBy('energy', { rule: 'none' }, input)).toEqual([]);
  });
});

describe('a battery on board', () => {
  it.each<Row>([
    ['Airline approved 100 Wh'],
    ['Airline approved 100.01 Wh', 'Airline approved', 100.01, '100.01 Wh'],
    // At 3.7 V these are 99.9 and 100.011 Wh.
    ['Airline approved 27000 mAh'],
    ['Airline approved 27030 mAh', 'Airline approved', 100.01, '27030 mAh'],
    ['Power bank 120 Wh'],
    ['TSA safe 120 Wh, flight safe', 'TSA safe', 120, '120 Wh'],
    ['50 Wh 120 Wh FAA-allowed', 'FAA-allowed', 120, '50 Wh 120 Wh'],
  ])('%j', (...row) => {
    expect(found('L06.airline', { title: row[0] }, 'energy', 'repair')).toEqual(told(row));
  });

  it('is told once, and each text is put right by itself', () => {
    const input = { title: 'Pro power bank, flight safe', description: 'TSA approved: 120 Wh' };
    expect(found('L06.airline', input, 'repair')).toEqual([
      ['title', 'flight safe', 'Pro power bank'],
    ]);
  });

  it('is not judged by figures nobody knows', () => {
    const [rule, cell] = ['research.standard.air-hand', 'research.standard.cell-voltage'];
    const input = { title: 'On board, flying: 120 Wh' };
    const words = ['on board', 'flying'];
    expect(foundBy('airline', { rule, cell, words }, input, 'energy')).toEqual([
      ['title', 'On board', 120],
    ]);
    expect(foundBy('airline', { rule: 'none', cell, words }, input)).toEqual([]);
    expect(foundBy('airline', { rule, cell: 'none', words }, input)).toEqual([]);
  });
});

describe('a class of memory card', () => {
  const SDHC = ['research.standard.sdhc'];
  const SDXC = ['research.standard.sdxc'];
  it.each<Row>([
    ['SDHC 32GB'],
    ['SDHC 33GB', '33GB', 'SDHC', 33, 32, 'SDHC [[SDHC: ≤ 32 GB]]', SDHC],
    ['SDHC 16GB or 64 GB', '64 GB', 'SDHC', 64, 32, 'SDHC 16GB or [[SDHC: ≤ 32 GB]]', SDHC],
    ['SDHC 64G or 1T', '64G', 'SDHC', 64, 32, 'SDHC [[SDHC: ≤ 32 GB]] or [[SDHC: ≤ 32 GB]]', SDHC],
    ['SDXC 2048 GB'],
    ['SDXC 2049 GB', '2049 GB', 'SDXC', 2049, 2048, 'SDXC [[SDXC: ≤ 2048 GB]]', SDXC],
    ['Карта SDXC 3 ТБ', '3 ТБ', 'SDXC', 3072, 2048, 'Карта SDXC [[SDXC: ≤ 2048 GB]]', SDXC],
    ['microSDHC 64GB', '64GB', 'SDHC', 64, 32, 'microSDHC [[SDHC: ≤ 32 GB]]', SDHC],
    ['Mini SDHC 64GB', '64GB', 'SDHC', 64, 32, 'Mini SDHC [[SDHC: ≤ 32 GB]]', SDHC],
    ['XSDHC 64GB'],
    ['SDHCA 64GB'],
    ['SD 64GB'],
    // What takes a card names what it takes.
    ['SDHC 64GB support'],
    ['Camcorder SDHC 64GB'],
    ['SDHC 64GB считыватель'],
    ['Видеокамера SDHC 64GB'],
    ['SDHC卡槽64GB'],
    ['SDHC 64GB hard disc'],
    ['SDHC 64GB hard disk'],
  ])('%j', (...row) => {
    expect(
      found('L06.card', { title: row[0] }, 'kind', 'stated', 'most', 'repair', 'ruleIds'),
    ).toEqual(told(row));
  });

  it('is not judged by a figure nobody knows', () => {
    const rules = { sdhc: 'none', sdxc: 'research.standard.sdxc' };
    expect(foundBy('card', rules, { title: 'SDHC 64GB' })).toEqual([]);
  });
});

describe('memory that is added up', () => {
  it.each<Row>([
    // Where it is called memory, of any goods.
    ['Box 8+8RAM', '8+8RAM', 8, 8],
    ['Box 8 + 4 RAM', '8 + 4 RAM', 8, 4],
    ['Box 12GB+16GBRAM', '12GB+16GBRAM', 12, 16],
    ['Box 12 gb + 16 gb ram', '12 gb + 16 gb ram', 12, 16],
    ['Box 6+4G RAM', '6+4G RAM', 6, 4],
    ['Приставка 8 ГБ+8 ГБ ОЗУ', '8 ГБ+8 ГБ ОЗУ', 8, 8],
    ['Приставка 8+8 оперативной памяти', '8+8 оперативной', 8, 8],
    ['电视盒8+8GB运行内存', '8+8GB运行内存', 8, 8],
    ['电视盒8+8运存', '8+8运存', 8, 8],
    ['Box 8+8GB RAM or 6+6GB RAM', '8+8GB RAM', 8, 8],
    ['Box X8+8 RAM'],
    ['Box Ж8+8 RAM'],
    ['Box 108+8 RAM'],
    ['Box 1.8+8 RAM'],
    ['Box 8+128 RAM'],
    // In a phone, and without the word.
    ['Box 8+8GB'],
    ['Phone 8+8GB', '8+8GB', 8, 8],
    ['Phone 12 GB + 24 GB', '12 GB + 24 GB', 12, 24],
    ['Phone 12G+10G', '12G+10G', 12, 10],
    ['Телефон 6 ГБ+6 ГБ', '6 ГБ+6 ГБ', 6, 6],
    ['手机8+8GB', '8+8GB', 8, 8],
    ['Phone 8+8GB or 6+6GB', '8+8GB', 8, 8],
    ['Phone 8+25GB'],
    ['Phone 8+30GB'],
    ['Phone 8+0GB'],
    ['Phone 8+8'],
    ['Phone 8+8GBX'],
    ['Phone X8+8GB'],
    ['Phone 108+8GB'],
    ['Phone 128+8+8GB'],
    ['Phone charger 8+8GB'],
  ])('%j', (...row) => {
    expect(found('L06.virtual-memory', { title: row[0] }, 'real', 'extra')).toEqual(told(row));
  });

  it('is of a phone where the title or the goods say so', () => {
    const [title, phone] = ['Nova 8+8GB', 'phone'];
    const key = 'L06.virtual-memory';
    expect(found(key, { title })).toEqual([]);
    expect(found(key, { title, goods: phone })).toEqual([['title', '8+8GB']]);
    expect(found(key, { title, description: phone })).toEqual([]);
    expect(found(key, { title, goods: phone, description: 'DDR4' })).toEqual([['title', '8+8GB']]);
    expect(found(key, { title: `${title} DDR4`, goods: phone })).toEqual([]);
  });
});
