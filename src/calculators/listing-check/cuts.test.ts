import { describe, expect, it } from 'vitest';
import { betweenWords } from './cuts.ts';
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
    ['Lamp (with {best}) white', 'Lamp white'],
    ['Lamp (with {best} for home)', 'Lamp (for home)'],
    ['Lamp (and {best} for home)', 'Lamp (for home)'],
    ['Lamp ({best} and warm)', 'Lamp (warm)'],
    ['Lamp\n{Best} for home\nOak', 'home'],
    ['Lamp\n{Best}: warm', 'warm'],
    ['Lamp. {Best}. Warm', 'Lamp. Warm'],
    ['Lamp! {Best}.', 'Lamp!'],
    ['台灯。{最好}。暖光。', '台灯。暖光。'],
    ['Lamp. {Best}.5 m', 'Lamp..5 m'],
    ['台灯（{最好}的）', '台灯'],
    ['台灯（{最好}的暖光）', '台灯（暖光）'],
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

describe('a place between two words', () => {
  it.each([
    ['one two', 5, 0, 4],
    ['one two', 1, 7, 3],
    ['one two', 3, 7, 3],
    ['one two', 4, 0, 4],
    ['два слова', 1, 9, 3],
    // No word ends before the other end: then half of it is kept.
    ['lamps', 2, 5, 2],
    ['lamps', 2, 0, 2],
    ['lamps', 2, 2, 2],
    // Figures, hyphens and what is left out are parts of a word.
    ['13.5 kg', 2, 7, 4],
    ['13.5 kg', 3, 7, 4],
    ['1,5 kg', 1, 6, 3],
    ["it's new", 2, 8, 4],
    ['it’s new', 3, 8, 4],
    ['low-cut top', 3, 11, 7],
    ['low-cut top', 4, 11, 7],
    // A stop or a dash by itself is none.
    ['low. New', 3, 8, 3],
    ['low - cut', 3, 9, 3],
    ['low -cut', 5, 8, 5],
    ['(low)', 1, 5, 1],
    ['台灯台灯', 1, 4, 1],
    ['LED灯', 3, 4, 3],
    ['灯LED x', 2, 6, 4],
    // An accent that is a sign of its own belongs to its letter.
    ['cafe\u0301 x', 4, 7, 5],
    // A sign of two units stays whole, and ends no word.
    ['a😀b', 2, 4, 3],
    ['a😀b', 2, 0, 1],
    ['😀😀', 2, 4, 2],
    ['😀', 1, 2, 2],
  ])('in %j from %i towards %i is %i', (text, at, towards, place) => {
    expect(betweenWords(text, at, towards)).toBe(place);
  });

  it('is looked for as far as a word may reach', () => {
    const long = (signs: number) => `${'a'.repeat(signs)} ${'b'.repeat(200)}`;
    expect(betweenWords(long(60), 1, 261)).toBe(60);
    expect(betweenWords(long(61), 1, 262)).toBe(1);
  });
});
