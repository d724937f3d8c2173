import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { findAll } from './engine.ts';
import {
  fold,
  foldOnce,
  lineAround,
  overlaps,
  pattern,
  patterns,
  repaired,
  spanOf,
  wordsOf,
} from './text.ts';
import { dataFrom } from './tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const held = join(import.meta.dirname, '../../../tests/data/titles');
const titles = readdirSync(held).flatMap((file) =>
  readFileSync(join(held, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .filter((_, i) => i % 4 === 0),
);

/** Every list of patterns the data holds, however deep. */
function listsIn(value: unknown): string[][] {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string')
      ? [value as string[]]
      : value.flatMap(listsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listsIn) : [];
}

const compiles = (source: string) => {
  try {
    return new RegExp(pattern(source), 'gu') instanceof RegExp;
  } catch {
    return false;
  }
};

describe('a text as it is searched', () => {
  it('keeps the place of every sign, folds forms and capitals, and leaves out what has no width', () => {
    const text = fold('ＡＢ\u200bc ½ 😀Ж');
    expect(text.folded).toBe('abc 1⁄2 😀ж');
    expect(spanOf(text, 0, 3)).toEqual({ start: 0, end: 4 });
    expect(spanOf(text, 4, 7)).toEqual({ start: 5, end: 6 });
    expect(spanOf(text, 8, 10)).toEqual({ start: 7, end: 9 });
    expect(spanOf(text, 3, 3)).toEqual({ start: 4, end: 4 });
    expect(text.at?.at(-1)).toBe(text.raw.length);
    expect(text.has).toEqual({ han: false, cyrillic: true, digit: true });
    expect(fold('台灯').has).toEqual({ han: true, cyrillic: false, digit: false });
  });

  it('of signs that stay where they stand only the capitals are folded', () => {
    const text = fold('Лампа Ё, LED 灯\t5 W');
    expect(text.folded).toBe('лампа ё, led 灯\t5 w');
    expect(text.at).toBeNull();
    expect(spanOf(text, 2, 5)).toEqual({ start: 2, end: 5 });
    expect(fold('50 ℃').at).not.toBeNull();
    expect(fold('50 ℃').folded).toBe('50 °c');
    expect(fold('a，b').folded).toBe('a,b');
  });

  it('a short text is folded once, a long one each time, and no two of them are confused', () => {
    expect(foldOnce('White')).toBe(foldOnce('White'));
    expect(foldOnce('White').folded).toBe('white');
    expect(foldOnce('Black').folded).toBe('black');
    const long = 'x'.repeat(81);
    expect(foldOnce(long)).not.toBe(foldOnce(long));
    const first = foldOnce('first of many');
    for (let i = 0; i < 2000; i += 1) foldOnce(`other ${i}`);
    expect(foldOnce('first of many')).not.toBe(first);
  });

  it('two stretches overlap where one sign is in both', () => {
    expect(overlaps({ start: 0, end: 2 }, { start: 1, end: 3 })).toBe(true);
    expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(false);
    expect(overlaps({ start: 2, end: 3 }, { start: 0, end: 2 })).toBe(false);
  });

  it('is found to have the same words whether all patterns are looked for or those that can stand in it', () => {
    const lists = listsIn([data.faults, data.parts]).filter((list) => list.every(compiles));
    expect(lists.length).toBeGreaterThan(200);
    let finds = 0;
    for (const list of lists) {
      const all = new RegExp(list.map(pattern).join('|') || '(?!)', 'gu');
      for (const title of titles) {
        const text = fold(title);
        const seen = findAll(patterns(list), text).map(({ span }) => span);
        expect(seen, `${title}: ${list.join(' ')}`).toEqual(
          findAll(all, text).map(({ span }) => span),
        );
        finds += seen.length;
      }
    }
    expect(finds).toBeGreaterThan(100);
  });
});

describe('a pattern', () => {
  const stands = (source: string, text: string) => findAll(patterns([source]), fold(text)).length;

  it('stops at the borders of words, but in Chinese', () => {
    expect(stands('lamp', 'Lamps lamp, lamp2 a-lamp')).toBe(2);
    expect(stands('lamps?', 'lamps lampshade lamp')).toBe(2);
    expect(stands('ps[45]', 'ps4 ps41 ps5')).toBe(2);
    expect(stands('size \\d{2}', 'size 40 size 400')).toBe(1);
    expect(stands('(?:a|b)c', 'ac bc xac acd')).toBe(2);
    expect(stands('[!?]+', 'a!!b')).toBe(1);
    expect(stands('最好', '全网最好的')).toBe(1);
    expect(stands('скидк\\p{L}+', 'скидка скидку')).toBe(2);
  });
});

describe('words of a text', () => {
  it('lose endings of number and case and keep three letters', () => {
    const stems = (text: string) => wordsOf(fold(text)).map(({ stem }) => stem);
    expect(stems('cases case boxes box batteries glass bus')).toEqual(
      'case case box box battery glass bus'.split(' '),
    );
    expect(stems('лампы лампа лампами')).toEqual(['ламп', 'ламп', 'ламп']);
    expect(stems("lamp's o'clock 3.5")).toEqual(['lamp', "o'clock", '3.5']);
    expect(stems('is as')).toEqual(['is', 'as']);
  });

  it('know where they stand', () => {
    expect(wordsOf(fold('a  Lamp')).map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [3, 7],
    ]);
  });
});

describe('a line without some words', () => {
  const without = (raw: string, words: string, by = '') => {
    const start = raw.indexOf(words);
    return repaired(raw, { start, end: start + words.length }, by);
  };

  it('has no spaces or commas left over', () => {
    expect(without('Lamp, best, warm', 'best')).toBe('Lamp, warm');
    expect(without('Lamp best  warm', 'best')).toBe('Lamp warm');
    expect(without('Best lamp', 'Best')).toBe('lamp');
    expect(without('Lamp - best', 'best')).toBe('Lamp');
    expect(without('Lamp best!', 'best')).toBe('Lamp!');
    expect(without('Lamp best', 'best', 'warm')).toBe('Lamp warm');
    expect(without('best, , lamp, /', 'best')).toBe('lamp');
    expect(without('!! - best lamp', 'best')).toBe('lamp');
    expect(without('Lamp , best . Warm ; light', 'best')).toBe('Lamp. Warm; light');
    expect(without('灯，最好，暖光', '最好')).toBe('灯，暖光');
  });

  it('is the line alone, and of a long one what stands near', () => {
    expect(without('one\nLamp best\ntwo', ' best')).toBe('Lamp');
    const long = `${'a'.repeat(900)} best ${'b'.repeat(900)}`;
    expect(without(long, 'best')).toBe(`${'a'.repeat(499)} ${'b'.repeat(499)}`);
    expect(without(`x\n${long}\ny`, 'best')).toBe(`${'a'.repeat(499)} ${'b'.repeat(499)}`);
  });

  // Five hundred signs to either side; which word they end in is counted here by hand.
  it.each([
    // Words of six signs: 500 are 83 of them and two signs of one more.
    ['words', 'lamps ', 'lamps ', `${'lamps '.repeat(83)}${'lamps '.repeat(83)}`.trim()],
    ['лампы', 'лампы ', 'лампы ', `${'лампы '.repeat(83)}${'лампы '.repeat(83)}`.trim()],
    // 3.5 is one word, as are low-cut and it's.
    ['decimals', '13.5 ', '13.5 ', `${'13.5 '.repeat(100)}${'13.5 '.repeat(100)}`.trim()],
    ['hyphens', 'a-b-cde ', 'a-b-cde ', `${'a-b-cde '.repeat(62)}${'a-b-cde '.repeat(62)}`.trim()],
    // Between two signs of Chinese a text may be cut anywhere.
    ['Chinese', '台灯', '台灯', '台灯'.repeat(500)],
    // A sign of two units is cut before it or behind it.
    ['signs of two units', '😀', '😀', `${'😀'.repeat(250)}${'😀'.repeat(250)}`],
  ])('of a long line keeps no half of %s', (_, ahead, behind, kept) => {
    const long = `${ahead.repeat(600)}BEST ${behind.repeat(600)}`;
    const start = ahead.length * 600;
    const line = lineAround(long, { start, end: start + 5 });
    expect(long.slice(line.start, line.end).replace('BEST ', '').trim()).toBe(kept);
  });
});
