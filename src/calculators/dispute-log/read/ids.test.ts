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
});
