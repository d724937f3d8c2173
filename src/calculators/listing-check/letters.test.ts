import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { findAll, standsIn } from './engine.ts';
import { among, amongFew, hasFew } from './letters.ts';
import { fold, pattern, together } from './text.ts';
import { dataFrom } from './tool.ts';

const held = join(import.meta.dirname, '../../../tests/data/titles');
/** Every other one: to look for each pattern in all of them takes seconds. */
const titles = readdirSync(held).flatMap((file) =>
  readFileSync(join(held, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .filter((_, i) => i % 2 === 0),
);

/** Every text in the data that asks for letters or figures by their kind. */
function sourcesIn(value: unknown): string[] {
  if (typeof value === 'string') return /\\p\{/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sourcesIn) : [];
}

describe('the letters nearly all texts are written with', () => {
  it.each([
    ['Лампа Ё, LED 灯 5 W', true],
    ['50 °c – “tall”, 3 × 2, ★ 😀 € ™', true],
    ['', true],
    ['café', false],
    ['і', false],
    ['々', false],
    ['〇', false],
    ['ｆｕｌｌ', false],
    ['½', false],
    ['ª', false],
    ['한국', false],
    ['\u0483', false],
  ])('%j: %s', (text, few) => {
    expect(hasFew(text)).toBe(few);
  });

  it('stand in a pattern in the place of all letters, in classes and by themselves', () => {
    expect(amongFew('\\p{L}+')).toBe('[A-Za-zЁёА-я\\u4e00-\\u9fff]+');
    expect(amongFew('(?<![\\p{L}\\p{N}.,])a')).toBe('(?<![A-Za-zЁёА-я\\u4e00-\\u9fff0-9.,])a');
    expect(amongFew('[^\\p{Script=Latin}]\\p{Script=Cyrillic}')).toBe('[^A-Za-z][ЁёА-я]');
    expect(amongFew('\\p{Script=Han}{2}')).toBe('[\\u4e00-\\u9fff]{2}');
    // A bracket that is a sign opens no class.
    expect(amongFew('\\[\\p{N}\\]')).toBe('\\[[0-9]\\]');
    expect(amongFew('[\\]\\p{N}]\\p{N}')).toBe('[\\]0-9][0-9]');
    expect(amongFew('\\P{L}\\p{Sc}\\p{Lu}')).toBe('\\P{L}\\p{Sc}\\p{Lu}');
  });

  it('leave a pattern as it is where a text has others, and where it asks for none', () => {
    const some = /\p{L}/gu;
    expect(among(some, false)).toBe(some);
    expect(among(some, true)).not.toBe(some);
    expect(among(some, true)).toBe(among(some, true));
    expect(among(some, true).flags).toBe('gu');
    const none = /a/gu;
    expect(among(none, true)).toBe(none);
  });

  it('of several texts all have to have only these', () => {
    expect(together([fold('a'), fold('лампа')]).few).toBe(true);
    expect(together([fold('a'), fold('é')]).few).toBe(false);
  });

  it('a word ends before a letter of any language', () => {
    const word = new RegExp(pattern('lamp'), 'gu');
    expect(standsIn(word, fold('lampé'))).toBe(false);
    expect(standsIn(word, fold('lamp é'))).toBe(true);
    expect(standsIn(word, fold('lampя'))).toBe(false);
    expect(standsIn(word, fold('élamp'))).toBe(false);
  });
});

describe('every pattern of the data finds the same', () => {
  const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
  const sources = [...new Set(sourcesIn([data.faults, data.parts]))];

  it('in titles that nobody here wrote', () => {
    const texts = titles.map(fold);
    expect(sources.length).toBeGreaterThan(200);
    expect(texts.filter(({ few }) => few).length).toBeGreaterThan(250);
    let places = 0;
    for (const source of sources) {
      const plain = new RegExp(pattern(source), 'gu');
      const both = new RegExp(plain.source, 'gu');
      for (const text of texts) {
        const own = [...text.folded.matchAll(plain)].map(({ index, 0: words }) => [index, words]);
        const found = findAll(both, text).map(({ match }) => [match.index, match[0]]);
        places += own.length;
        if (own.length > 0 || found.length > 0) expect(found).toEqual(own);
      }
    }
    expect(places).toBeGreaterThan(30);
  });
});
