import { describe, expect, it } from 'vitest';
import { Dictionary, hashOf } from './dictionary.ts';

const encoder = new TextEncoder();
/** The text somewhere in other bytes, up to the very end of them where nothing is to follow. */
function codeOf(words: Dictionary, text: string, before: number, behind: string): number {
  const bytes = encoder.encode(`${'x'.repeat(before)}${text}${behind}`);
  const memory = new Uint8Array(bytes.length + 1);
  memory.set(bytes, 1);
  const own = memory.subarray(1);
  return words.codeOf(own, before, own.length - encoder.encode(behind).length);
}

describe('texts by number', () => {
  it('differ by a single byte anywhere, whatever their length', () => {
    const words = new Dictionary();
    const texts: string[] = [];
    for (let length = 0; length <= 33; length += 1) {
      texts.push('a'.repeat(length));
      for (let i = 0; i < length; i += 1)
        texts.push(`${'a'.repeat(i)}b${'a'.repeat(length - i - 1)}`);
    }
    for (const [before, behind] of [
      [0, ''],
      [1, ','],
      [3, ',ab'],
      [2, ''],
    ] as const)
      expect(texts.map((text) => codeOf(words, text, before, behind))).toEqual([...texts.keys()]);
    expect(words.size).toBe(texts.length);
    texts.forEach((text, code) => expect(words.text(code)).toBe(text));
  });

  it('of one hash are told apart by their bytes', () => {
    // Of so many texts some have the same 32 bits, by the birthday problem.
    const words = new Dictionary();
    const known = new Map<number, string>();
    const same: [string, string][] = [];
    for (let i = 0; same.length < 3; i += 1) {
      const text = `P-${i.toString(36)}-${(i * 7919) % 1000}`;
      const bytes = encoder.encode(text);
      const hash = hashOf(bytes, 0, bytes.length);
      const other = known.get(hash);
      if (other !== undefined) same.push([other, text]);
      known.set(hash, text);
    }
    for (const [one, other] of same) {
      const [a, b] = [codeOf(words, one, 1, ','), codeOf(words, other, 2, ',')];
      expect(a).not.toBe(b);
      expect([codeOf(words, one, 0, ''), codeOf(words, other, 0, '')]).toEqual([a, b]);
    }
  });

  it('lie among all bytes where they say', () => {
    const words = new Dictionary();
    for (const text of ['12.50', '', 'Ж', '7']) words.codeOfText(text);
    const told = [0, 1, 2, 3].map((code) => {
      const [bytes, from, to] = words.span(code);
      return new TextDecoder().decode(bytes.subarray(from, to));
    });
    expect(told).toEqual(['12.50', '', 'Ж', '7']);
  });
});
