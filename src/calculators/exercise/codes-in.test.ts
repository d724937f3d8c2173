import { describe, expect, it } from 'vitest';
import { calculate } from '../workshop-code/index.ts';
import { codesIn } from './codes-in.ts';

/** Data with the letters that close each block of it. */
const closed = (data: string): { code: string; shown: string } => {
  const made = calculate({ protect: data });
  if (made.kind !== 'ok') throw new Error(data);
  return made;
};
const ONE = closed('1S03K7Q2ABC');
const TWO = closed('2S04ZZ9XYWV');
const slipOf = (code: string, at: number) =>
  code.slice(0, at) + (code[at] === 'Z' ? 'Y' : 'Z') + code.slice(at + 1);
const read = (text: string, isCode: (letters: string) => boolean = () => true) =>
  codesIn(text, isCode);
const nothing = { codes: [], broken: [], without: [] };

describe('a code in what was pasted', () => {
  it('is read without what parts its letters, in the order they came', () => {
    expect(read('')).toEqual(nothing);
    expect(read(' \n\n ')).toEqual(nothing);
    for (const text of [ONE.code, ONE.shown, `Anna: ${ONE.shown}`, `${ONE.shown} thanks`])
      expect(read(text), text).toEqual({ ...nothing, codes: [ONE.code] });
    // Two of them in one block are whole together: the site knows what is a code of it.
    const isKnown = (letters: string) => [ONE.code, TWO.code].includes(letters);
    for (const between of [' ', ', ', '\n', ' / Boris '])
      expect(read(TWO.shown + between + ONE.shown, isKnown)).toEqual({
        ...nothing,
        codes: [TWO.code, ONE.code],
      });
    expect(read(`${TWO.shown} ${ONE.shown}`).codes).toEqual([TWO.code + ONE.code]);
    // Letters are left as they were written: 1 as l, and small.
    const spoken = ONE.code.toLowerCase().replace('1', 'l');
    expect(read(spoken)).toEqual({ ...nothing, codes: [spoken] });
    // A name glued to its front is cut off.
    expect(read(`Anna${ONE.code}`).codes).toEqual([ONE.code]);
  });

  it('may go on over a line, and neither line is without one then', () => {
    const [head, tail] = [ONE.code.slice(0, 6), ONE.code.slice(6)];
    for (const text of [`${head}\n${tail}`, `${head}\r\n${tail}`, `Anna ${head} \r ${tail}`])
      expect(read(text), text).toEqual({ ...nothing, codes: [ONE.code] });
  });

  it('may be of several blocks, and is the longest that is whole', () => {
    const long = closed(`1S${'A7'.repeat(20)}`).code;
    expect(long.length).toBe(42 + 4);
    expect(read(long).codes).toEqual([long]);
    expect(read(`${long.slice(0, 31)} ${long.slice(31)}`).codes).toEqual([long]);
    // Its first block alone is whole as well.
    expect(read(`${long.slice(0, 31)}, ${slipOf(long, 40).slice(31)}`).codes).toEqual([
      long.slice(0, 31),
    ]);
  });

  it('is none where the site knows no such plan, where it begins otherwise or is too short', () => {
    const asked: string[] = [];
    const refuse = (letters: string) => {
      asked.push(letters);
      return false;
    };
    expect(read(ONE.code, refuse)).toEqual({ ...nothing, broken: [ONE.code] });
    // Only letters that are whole are asked about.
    expect(asked).toEqual([ONE.code]);
    expect(read(slipOf(ONE.code, 5), refuse).codes).toEqual([]);
    expect(asked).toHaveLength(1);
    for (const data of ['3S03K7Q2ABC', '4S03K7Q2ABC', '1S', '1S03K7Q']) {
      const { code } = closed(data);
      expect(read(code), data).toEqual({ ...nothing, broken: [code] });
    }
    expect(closed('1S03K7QA').code).toHaveLength(10);
    expect(read(closed('1S03K7QA').code).codes).toHaveLength(1);
  });

  it('is looked for in so long a text and no further', () => {
    const room = 50_000 - ONE.code.length;
    expect(read(' '.repeat(room) + ONE.code).codes).toEqual([ONE.code]);
    expect(read(' '.repeat(room + 1) + ONE.code).codes).toEqual([]);
  });
});

describe('what was meant as a code and is none', () => {
  it('is told from names and numbers at its ends by its check letters', () => {
    const slip = slipOf(ONE.code, 5);
    const parted = slip.replace(/(.{4})(?=.)/g, '$1-');
    for (const text of [slip, parted, `Anna ${slip}`, `Anna: ${parted}`, `12. ${slip}`])
      expect(read(text), text).toEqual({ ...nothing, broken: [slip] });
    for (const text of [`${slip} Li Wei`, `[10:32, 21/11/2026] Anna: ${slip}`, `(1) ${slip}`])
      expect(read(text), text).toEqual({ ...nothing, broken: [slip] });
    expect(read(`${ONE.shown}, Boris ${slipOf(TWO.code, 7)}`)).toEqual({
      ...nothing,
      codes: [ONE.code],
      broken: [slipOf(TWO.code, 7)],
    });
  });

  it('is any word with a figure that stands alone on its line, and no other', () => {
    expect(read('1S03')).toEqual({ ...nothing, broken: ['1S03'] });
    expect(read(' 77 ')).toEqual({ ...nothing, broken: ['77'] });
    for (const text of ['hello', 'one 1S03', '1S03!', 'who is next?', '。。。'])
      expect(read(text), text).toEqual({ ...nothing, without: [text] });
  });

  it('is no day, no number of a telephone and nothing shorter or longer than a code', () => {
    for (const text of [
      'call 0123 456 789 012',
      '2026-11-21 10:32',
      'room 12A, then 7B',
      `x, ${'1A'.repeat(121)}`,
    ])
      expect(read(text), text).toEqual({ ...nothing, without: [text] });
    const longest = '1A'.repeat(120);
    expect(read(`x, ${longest}`)).toEqual({ ...nothing, broken: [longest] });
    const shortest = '1A'.repeat(5);
    expect(read(`x, ${shortest}`)).toEqual({ ...nothing, broken: [shortest] });
  });

  it('is listed a line, empty ones left out', () => {
    expect(read(` first \n\n${ONE.code}\n  \nlast, x`)).toEqual({
      codes: [ONE.code],
      broken: [],
      without: ['first', 'last, x'],
    });
  });
});
