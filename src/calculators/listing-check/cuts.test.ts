import { describe, expect, it } from 'vitest';
import { cutOff, rewritten } from './text.ts';

/** A text with what stands in braces cut out of it. */
function cut(text: string): string {
  const raw = text.replace(/[{}]/gu, '');
  const edits: { start: number; end: number; by: string }[] = [];
  let index = 0;
  let start = 0;
  for (const sign of text) {
    if (sign === '{') start = index;
    else if (sign === '}') edits.push({ start, end: index, by: '' });
    else index += sign.length;
  }
  const [first] = edits;
  return first ? rewritten(raw, first, edits) : raw;
}

describe('what a cut leaves behind', () => {
  it.each([
    ['Patch for {relief from migraine}', 'Patch'],
    ['Patch for {relief from migraine}, white', 'Patch, white'],
    ['Lamp with {free shipping} and gift box', 'Lamp with gift box'],
    ['Lamp with {free shipping}', 'Lamp'],
    ['Lamp in the {best}', 'Lamp'],
    ['{Best} and warm lamp', 'warm lamp'],
    ['{Free shipping} for women dress', 'women dress'],
    ['An {amazing} lamp', 'A lamp'],
    ['A {great} umbrella', 'An umbrella'],
    ['Lamp ({best}) white', 'Lamp white'],
    ['Lamp “{best}” white', 'Lamp white'],
    ['Lamp, {best}, {new}, white', 'Lamp, white'],
    ['Lamp: {best}', 'Lamp'],
    ['Lamp {a}for {b}', 'Lamp'],
    ['Lamp for home', 'Lamp for home'],
    ['Vitamin A {best} lamp', 'Vitamin A lamp'],
    ['Лампа со {скидкой}', 'Лампа'],
    ['Лампа для {лечения} и сна', 'Лампа для сна'],
    ['Крем от {псориаза}, 50 мл', 'Крем, 50 мл'],
    ['{Хит} и новинка лампа', 'новинка лампа'],
    ['Лампа («{лучшая}») белая', 'Лампа белая'],
    ['{最好}的台灯', '台灯'],
    ['台灯，{最好}的，暖光', '台灯，暖光'],
    ['贴片适用于{偏头痛}', '贴片'],
    ['台灯（{包邮}）白色', '台灯白色'],
    ['护眼与{最佳}，暖光', '护眼，暖光'],
    ['性质温和{第一}', '性质温和'],
  ])('%s', (text, left) => {
    expect(cut(text)).toBe(left);
  });

  it('ends where a text is cut off', () => {
    expect(cutOff('Lamp with clock and')).toBe('Lamp with clock');
    expect(cutOff('Лампа с часами и')).toBe('Лампа с часами');
    expect(cutOff('台灯，带时钟的')).toBe('台灯，带时钟');
    expect(cutOff('Lamp with clock')).toBe('Lamp with clock');
  });
});
