import { describe, expect, it } from 'vitest';
import { chance } from '../constructed.ts';
import { Ids } from './ids.ts';

const encoder = new TextEncoder();
const add = (ids: Ids, text: string): number => {
  // In the middle of other bytes, as cells stand in a file.
  const bytes = encoder.encode(`"${text}",x`);
  return ids.codeOf(bytes, 1, bytes.length - 3);
};

describe('order numbers', () => {
  it('are told apart, in the order in which they came first', () => {
    const ids = new Ids();
    const texts = ['8100', '8107', '8100', '', 'АБ-1', '8107', '81', '', '8100'];
    expect(texts.map((text) => add(ids, text))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const { codes, size } = ids.resolve();
    expect([...codes]).toEqual([0, 1, 0, 2, 3, 1, 4, 2, 0]);
    expect(size).toBe(5);
  });

  it('are none in the beginning', () => {
    expect(new Ids().resolve()).toEqual({ codes: new Int32Array(0), size: 0 });
  });

  it('from a text are those of its bytes', () => {
    const ids = new Ids();
    add(ids, '№ 7');
    ids.codeOfText('№ 7');
    expect([...ids.resolve().codes]).toEqual([0, 0]);
  });

  it('are the same as a map tells them, many parts of them', () => {
    const random = chance(5);
    const ids = new Ids();
    const known = new Map<string, number>();
    const expected: number[] = [];
    for (let i = 0; i < 60_000; i += 1) {
      const text = String(8_100_000_000 + Math.floor(random() * 40_000) * (1 + (i % 3)));
      if (!known.has(text)) known.set(text, known.size);
      expected.push(known.get(text) as number);
      add(ids, text);
    }
    const { codes, size } = ids.resolve();
    expect(size).toBe(known.size);
    expect([...codes]).toEqual(expected);
  });

  it('may be whole sentences, kept once and told apart to their ends', () => {
    const ids = new Ids();
    const long = 'x'.repeat(64);
    for (const end of ['', 'a', 'b', '', 'a', 'bb', 'b']) add(ids, long + end);
    expect([...ids.resolve().codes]).toEqual([0, 1, 2, 0, 1, 3, 2]);
    // A text of five bytes is none of the signs that stand for long ones.
    const others = new Ids();
    for (const text of [`${long}a`, '\u00ff\0\0\0', '\0\0\0\0\0']) add(others, text);
    expect(others.resolve().size).toBe(3);
  });

  it('of the same hash are told apart by their bytes', () => {
    // Two hundred thousand texts have some equal hashes of 32 bits among them, by the birthday problem.
    const random = chance(1);
    const ids = new Ids();
    const texts: string[] = [];
    for (let i = 0; i < 200_000; i += 1) texts.push(String(Math.floor(random() * 1e12)));
    const different = new Set(texts).size;
    for (const text of texts) add(ids, text);
    expect(ids.resolve().size).toBe(different);
  });

  it('of every kind in one column are told apart as their letters are', () => {
    const texts = [
      // Noughts before a number are letters like others.
      ...['7', '07', '007', '0', '00', '70', '700'],
      // At and around what two halves hold: nine figures, eighteen, and nineteen up to a first one of three.
      ...['999999999', '1000000000', '1000000007', '2000000007', '100000000', '1'],
      ...['999999999999999999', '1000000000000000000', '2147483647999999999'],
      ...['2147483648000000000', '3999999999999999999', '4000000000000000000'],
      ...['4294967295999999999', '4294967296000000000', '9999999999999999999'],
      ...['10000000000000000000', '18446744073709551616', '123456789012345678901234567890'],
      // Equal in the last nineteen figures, in 32 or in 64 bits.
      ...['25000000007', '45000000007', '4294967303', '8589934599'],
      ...['8100-7', '81007', '8100 7', '8100७', '٧', 'A7', 'a7', '7A', '7.0', '+7', '-7'],
    ];
    const ids = new Ids();
    const all = [...texts, ...texts.toReversed(), ...texts];
    for (const text of all) add(ids, text);
    expect(new Set(texts).size).toBe(texts.length);
    expect([...ids.resolve().codes]).toEqual(all.map((text) => texts.indexOf(text)));
  });

  it('that are known as figures are those of the same text', () => {
    const ids = new Ids();
    const bytes = encoder.encode('8100,A,07,12345678901234567890,');
    expect(ids.codeOfFigures(bytes, 0, 4)).toBe(0);
    for (const [from, to] of [[5, 6] as const, [7, 9] as const, [10, 30] as const, [0, 0] as const])
      expect(ids.codeOfFigures(bytes, from, to)).toBe(-1);
    expect(ids.codeOfText('8100')).toBe(1);
    expect(add(ids, '8100')).toBe(2);
    expect(ids.resolve()).toEqual({ codes: new Int32Array(3), size: 1 });
  });

  it('made to fall into one place are told apart', () => {
    // The hash mixes the halves as low ^ high × this: these numbers all have that of 81 and 500 000 000.
    const factor = 0x9e3779b1;
    const same = 500_000_000 ^ Math.imul(81, factor);
    const texts: string[] = [];
    for (let high = 1; texts.length < 3000; high += 1) {
      const low = same ^ Math.imul(high, factor);
      if (low >= 0 && low < 1e9) texts.push(`${String(high)}${String(low).padStart(9, '0')}`);
    }
    expect(texts).toContain('81500000000');
    const ids = new Ids();
    for (const text of [...texts, ...texts]) add(ids, text);
    const { codes, size } = ids.resolve();
    expect(size).toBe(3000);
    expect([...codes]).toEqual([...texts, ...texts].map((_, i) => i % 3000));
  });

  it('find room however little was made for them', () => {
    for (const rooms of [[0], [1, 1, 1], [300, 5, 2000], [100_000]]) {
      const ids = new Ids();
      const expected: number[] = [];
      rooms.forEach((room) => {
        ids.reserve(room);
        for (let i = 0; i < 400; i += 1) {
          add(ids, i % 2 ? `N${String(i)}` : String(5000 + i));
          expected.push(i);
        }
      });
      expect([...ids.resolve().codes]).toEqual(expected);
    }
  });
});
