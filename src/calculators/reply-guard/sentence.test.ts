import { describe, expect, it } from 'vitest';
import { endsSentence, sentencesOf } from './sentence.ts';

/** The same asked the slow way: walk until an end is met. */
function walked(text: string, start: number, end: number): [number, number] {
  let from = start;
  while (from > 0 && !endsSentence(text, from - 1)) from -= 1;
  let to = end;
  while (to < text.length && !endsSentence(text, to)) to += 1;
  return [from, to];
}

describe('a sentence', () => {
  it.each([
    ['One. Two! 三。四；five', '.!。；'],
    ['t.me and 1.5 stay whole.', '.'],
    ['no end', ''],
  ])('ends where it ends: %s', (text, ends) => {
    const found = [...text].filter((_, index) => endsSentence(text, index));
    expect(found.join('')).toBe(ends);
  });

  it('ends at a full stop before a space or a mark, not before a letter or a figure', () => {
    for (const mark of ['.', '!', '?', '。', '！', '？', ';', '；'])
      expect(endsSentence(`a${mark}`, 1), mark).toBe(true);
    expect(endsSentence('a.)', 1)).toBe(true);
    expect(endsSentence('a.é', 1)).toBe(false);
    expect(endsSentence('a!b', 1)).toBe(true);
    expect(endsSentence('a,', 1)).toBe(false);
    expect(endsSentence('', 0)).toBe(false);
    expect(endsSentence('.', 1)).toBe(false);
  });

  it('is nothing beyond the text', () => {
    const { around } = sentencesOf('One. Two');
    expect(around(0, 3)).toEqual([0, 3]);
    expect(around(4, 8)).toEqual([4, 8]);
    expect(around(2, 6)).toEqual([0, 8]);
    expect(around(3, 4)).toEqual([0, 8]);
    expect(around(20, 30)).toEqual([0, 8]);
    expect(sentencesOf('').around(0, 0)).toEqual([0, 0]);
  });

  it('is found the same way as by walking', () => {
    const signs = ['a', ' ', '.', '!', '。', '1', '中'];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 200; round += 1) {
      const text = Array.from({ length: next(30) }, () => signs[next(signs.length)]).join('');
      const { around } = sentencesOf(text);
      const start = next(text.length + 1);
      const end = start + next(text.length - start + 1);
      expect([...around(start, end)], JSON.stringify([text, start, end])).toEqual(
        walked(text, start, end),
      );
    }
  });
});
