import { describe, expect, it } from 'vitest';
import { pieces, placedLines } from './marks.ts';

describe('marks in a text', () => {
  it('cuts at gaps and finds, and loses no character', () => {
    const text = 'Order ⟦orderId⟧: write to me on WhatsApp today.';
    const start = text.indexOf('WhatsApp');
    const cut = pieces(text, [{ start, end: start + 8, severity: 'forbidden' }]);
    expect(cut.map((piece) => piece.text).join('')).toBe(text);
    expect(cut.find((piece) => piece.gap)?.gap).toBe('orderId');
    expect(cut.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['WhatsApp']);
  });

  it('shows the graver of two finds, and a find that began on the line before', () => {
    const cut = pieces(
      'abcdef',
      [
        { start: 8, end: 13, severity: 'advice' },
        { start: 12, end: 14, severity: 'forbidden' },
      ],
      10,
    );
    expect(cut.map(({ text, hit }) => [text, hit])).toEqual([
      ['ab', 'advice'],
      ['c', 'forbidden'],
      ['d', 'forbidden'],
      ['ef', null],
    ]);
  });

  it('knows where each line begins', () => {
    expect(placedLines('a\n\nbc\nd')).toEqual([
      { text: 'a', start: 0, paragraph: 0 },
      { text: 'bc', start: 3, paragraph: 1 },
      { text: 'd', start: 6, paragraph: 1 },
    ]);
  });
});
