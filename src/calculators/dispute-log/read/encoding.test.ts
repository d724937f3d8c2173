import { describe, expect, it } from 'vitest';
import { detectDelimiter, detectEncoding, isBinary, SAMPLE } from './encoding.ts';

const words = new Set(['订单号', 'номер заказа', 'order id', '訂單編號']);
const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, big: boolean) =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      const pair = [code & 255, code >> 8];
      return big ? pair.toReversed() : pair;
    }),
  );
/** From the code charts of each alphabet. */
const bytes = (...list: readonly number[]) => Uint8Array.from(list);
const detected = (sample: Uint8Array) => {
  const { encoding, skip } = detectEncoding(sample, words);
  return `${encoding} ${skip}`;
};
const joined = (...parts: readonly Uint8Array[]) =>
  Uint8Array.from(parts.flatMap((each) => [...each]));

describe('the alphabet of a file', () => {
  it('is told by its mark', () => {
    expect(detected(joined(bytes(0xef, 0xbb, 0xbf), utf8('a,b')))).toBe('utf-8 3');
    expect(detected(joined(bytes(0xff, 0xfe), wide('a,b', false)))).toBe('utf-16le 2');
    expect(detected(joined(bytes(0xfe, 0xff), wide('a,b', true)))).toBe('utf-16be 2');
  });

  it('is told without a mark by where noughts stand', () => {
    const table = 'order id\tday\r\n1\t2026-01-05\r\n2\t2026-01-06\r\n';
    expect(detected(wide(table, false))).toBe('utf-16le 0');
    expect(detected(wide(table, true))).toBe('utf-16be 0');
    expect(detected(utf8(table))).toBe('utf-8 0');
  });

  it('takes half a mark for letters', () => {
    // þ and ÿ apart, in an alphabet of one byte a letter.
    expect(detected(joined(bytes(0xfe), utf8(';a\r\n'), bytes(0xff)))).not.toMatch(/^utf/);
    expect(detected(joined(bytes(0xff), utf8(';a\r\n'), bytes(0xfe)))).not.toMatch(/^utf/);
    expect(detected(joined(bytes(0xef, 0xbb), utf8('a;b\r\n')))).not.toMatch(/3$/);
  });

  it('is UTF-8 where the end of the sample cuts a letter, and only there', () => {
    const text = utf8('é'.repeat(SAMPLE / 2));
    expect(detected(text.subarray(0, SAMPLE - 1))).not.toBe('utf-8 0');
    const cut = joined(utf8('a'.repeat(SAMPLE - 1)), bytes(0xc3));
    expect(cut.length).toBe(SAMPLE);
    expect(detected(cut)).toBe('utf-8 0');
    expect(detected(bytes(0x61, 0xc3))).not.toBe('utf-8 0');
  });

  it('is told by known words of the header, else by the look of its bytes', () => {
    // 订单号,原因 in GB 18030.
    const chinese = bytes(0xb6, 0xa9, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xd4, 0xad, 0xd2, 0xf2);
    expect(detected(chinese)).toBe('gb18030 0');
    // «номер заказа;сумма» in Windows-1251.
    const russian = bytes(
      ...[0xed, 0xee, 0xec, 0xe5, 0xf0, 0x20, 0xe7, 0xe0, 0xea, 0xe0, 0xe7, 0xe0, 0x3b],
      ...[0xf1, 0xf3, 0xec, 0xec, 0xe0],
    );
    expect(detected(russian)).toBe('windows-1251 0');
    // 質量問題 without any known word: everyday pairs. Then Russian small letters the same way.
    expect(detected(bytes(0xd6, 0xca, 0xc1, 0xbf, 0x2c, 0x31))).toBe('gb18030 0');
    // 訂單編號 in Big5 is known, whatever its bytes look like.
    const big5 = bytes(0xad, 0x71, 0xb3, 0xe6, 0xbd, 0x73, 0xb8, 0xb9, 0x2c, 0x31);
    expect(detected(big5)).toBe('big5 0');
    // One é among many letters is no Chinese and no Russian.
    expect(detected(joined(utf8('name;caf'), bytes(0xe9), utf8(';x\r\n')))).toMatch(/^windows-125/);
  });
});

describe('what is no text', () => {
  it('is told by signs no text holds, from one in twenty on', () => {
    const letters = (odd: number) => Uint8Array.from({ length: 100 }, (_, i) => (i < odd ? 1 : 97));
    expect(isBinary(letters(5))).toBe(false);
    expect(isBinary(letters(6))).toBe(true);
    for (const allowed of [9, 10, 11, 12, 13, 26, 27, 32])
      expect(isBinary(Uint8Array.from({ length: 40 }, () => allowed))).toBe(false);
    for (const odd of [0, 8, 14, 25, 28, 31])
      expect(isBinary(Uint8Array.from({ length: 40 }, () => odd))).toBe(true);
  });
});

describe('the sign between columns', () => {
  it.each([
    ['a;b;c\n1;2;3\n4;5;6', ';'],
    ['a,b;c,d\n1,2;3,4\n', ','],
    ['a\tb\n1,5\t2\n3,5\t4\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['one\ntwo\n', ','],
    // Known names weigh more than many commas in free text.
    ['order id;note\n1;a,b,c,d\n2;a,b,c,d\n', ';'],
  ])('%j', (text, sign) => {
    expect(detectDelimiter(utf8(text), 'utf-8', words)).toBe(sign);
  });
});
