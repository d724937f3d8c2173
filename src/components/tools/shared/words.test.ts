import { describe, expect, it } from 'vitest';
import { createWords } from './words.ts';

const strings = {
  'tool.abc.hello': 'Hello {name}',
  'tool.common.copy': 'Copy',
  'tool.abc.left.one': '{count} field',
  'tool.abc.left.other': '{count} fields of {form}',
};
const en = createWords('abc', 'en', strings);
const zh = createWords('abc', 'zh-CN', strings);

describe('words of a tool', () => {
  it('finds its own, the common ones, and any by its whole key', () => {
    expect(en.own('hello', { name: 'you' })).toBe('Hello you');
    expect(en.common('copy')).toBe('Copy');
    expect(en.text('tool.common.copy')).toBe('Copy');
    expect([en.has('tool.common.copy'), en.has('tool.common.paste')]).toEqual([true, false]);
  });

  it('sets a name that runs from right to left apart, so that nothing beside it is turned', () => {
    expect(en.own('hello', { name: 'مريم' })).toBe('Hello \u2068مريم\u2069');
    expect(zh.own('hello', { name: '\u202eabc' })).toBe('Hello \u2068\u202eabc\u2069');
    // What would end it early is no part of a name.
    expect(en.own('hello', { name: 'אב\u2069\u202e' })).toBe('Hello \u2068אב\u202e\u2069');
    for (const name of ['Zoë', '李雷', 'Мария', '🧕🏽👩‍👩‍👧', 'e\u0301'])
      expect(en.own('hello', { name })).toBe(`Hello ${name}`);
  });

  it('throws for a text nobody wrote, by its key', () => {
    expect(() => en.own('bye')).toThrow('tool.abc.bye');
  });

  it('counts as the language does: one field, two fields, and in Chinese always the same form', () => {
    expect(en.counted('tool.abc.left', 1)).toBe('1 field');
    expect(en.counted('tool.abc.left', 0, { form: 'A' })).toBe('0 fields of A');
    expect(en.counted('tool.abc.left', 1234, { form: 'A' })).toBe('1,234 fields of A');
    expect(zh.counted('tool.abc.left', 1, { form: '甲' })).toBe('1 fields of 甲');
  });

  it('joins as the language does, and leaves out empty sentences', () => {
    expect(en.list(['a', 'b'])).toBe('a, b');
    expect(zh.list(['甲', '乙'])).toBe('甲、乙');
    expect(en.sentences(['One.', '', 'Two.'])).toBe('One. Two.');
    expect(zh.sentences(['一。', '', '二。'])).toBe('一。二。');
    expect([en.colon, zh.colon]).toEqual([': ', '：']);
    expect([en.percent('3.5'), zh.percent('3.5')]).toEqual(['3.5\u00a0%', '3.5%']);
  });

  it('shows up to four decimals and no more', () => {
    expect(en.count(1 / 3)).toBe('0.3333');
    expect(en.count(12_345)).toBe('12,345');
  });
});
