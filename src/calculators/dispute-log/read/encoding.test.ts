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

describe('two bytes a letter without a mark', () => {
  /** So many lines of one letter and a line break, each with a nought beside it, before or behind. */
  const lines = (count: number, big: boolean, end = '\n') => wide(`a${end}`.repeat(count), big);

  it('shows by line breaks or tabs that have a nought on the other side', () => {
    expect(detected(lines(20, false))).toBe('utf-16le 0');
    expect(detected(lines(20, true))).toBe('utf-16be 0');
    expect(detected(lines(20, false, '\t'))).toBe('utf-16le 0');
    expect(detected(lines(20, true, '\t'))).toBe('utf-16be 0');
    // Letters and noughts without a single line are no table.
    expect(detected(wide('ab'.repeat(20), false))).toBe('utf-8 0');
    expect(detected(wide('ab'.repeat(20), true))).toBe('utf-8 0');
  });

  it('has noughts beside letters of few alphabets, and none beside the others', () => {
    // 订单号 has no nought in either byte; the signs between do. Two lines in fifty bytes are enough.
    const chinese = '订单号\t日期\r\n'.repeat(9);
    expect(detected(wide(chinese, false))).toBe('utf-16le 0');
    expect(detected(wide(chinese, true))).toBe('utf-16be 0');
  });

  it('has more than one nought in fifty bytes, and ten times as many on one side', () => {
    // Of 500 bytes: `noughts` on the odd side, `other` on the even one, one line break; letters else.
    const made = (noughts: number, other: number) => {
      const list = Uint8Array.from({ length: 500 }, () => 97);
      for (let i = 0; i < noughts; i += 1) list[2 * i + 1] = 0;
      list[0] = 10;
      for (let i = 0; i < other; i += 1) list[400 + 2 * i] = 0;
      return list;
    };
    expect(detected(made(10, 0))).toBe('utf-8 0');
    expect(detected(made(11, 0))).toBe('utf-16le 0');
    expect(detected(made(11, 1))).toBe('utf-16le 0');
    expect(detected(made(20, 2))).toBe('utf-8 0');
    expect(detected(made(21, 2))).toBe('utf-16le 0');
    // The same the other way round: each byte one place later.
    const swapped = (noughts: number, other: number) => {
      const list = made(noughts, other);
      for (let i = 0; i < list.length; i += 2)
        [list[i], list[i + 1]] = [list[i + 1] as number, list[i] as number];
      return list;
    };
    expect(detected(swapped(10, 0))).toBe('utf-8 0');
    expect(detected(swapped(11, 0))).toBe('utf-16be 0');
    expect(detected(swapped(20, 2))).toBe('utf-8 0');
    expect(detected(swapped(21, 2))).toBe('utf-16be 0');
  });

  it('is looked for in the first 4096 bytes, and not in a last one without its half', () => {
    expect(detected(joined(utf8('a,b\n'.repeat(1024)), lines(200, false)))).toBe('utf-8 0');
    expect(detected(joined(lines(20, false), bytes(97)))).toBe('utf-16le 0');
  });
});

describe('the look of bytes', () => {
  const pairs = (...list: readonly (readonly [number, number])[]) => bytes(...list.flat());
  /** So many pairs of everyday Chinese among so many that are none, on lines of their own. */
  const share = (everyday: number, other: number) =>
    pairs(
      ...Array.from({ length: everyday }, () => [0xb6, 0xa9] as const),
      ...Array.from({ length: other }, () => [0x81, 0x40] as const),
    );

  it('is Chinese where more than three of five pairs are everyday ones', () => {
    expect(detected(share(7, 3))).toBe('gb18030 0');
    expect(detected(share(5, 5))).not.toBe('gb18030 0');
  });

  it('counts pairs from their own first byte, at both ends of everyday Chinese', () => {
    for (const pair of [
      [0xa1, 0xa1],
      [0xd7, 0xf9],
      [0xb0, 0xa1],
    ] as const)
      expect(detected(pairs(pair, pair, pair, pair)), String(pair)).toBe('gb18030 0');
    // Rare signs beyond the first level, and trailing bytes too small, are not everyday.
    for (const pair of [
      [0xd8, 0xa1],
      [0xa0, 0xa1],
      [0xb0, 0xa0],
      [0xb0, 0x40],
    ] as const)
      expect(detected(pairs(pair, pair, pair, pair)), String(pair)).not.toBe('gb18030 0');
    // A letter of one byte between two pairs shifts neither.
    expect(detected(joined(pairs([0xb6, 0xa9]), utf8('a'), pairs([0xb6, 0xa9])))).toBe('gb18030 0');
  });

  it('is Russian where small letters make most of it', () => {
    const russian = (small: number, other: number) =>
      bytes(
        ...Array.from({ length: small }, () => [0xe0, 0xe0, 0x20]).flat(),
        ...Array.from({ length: other }, () => [0xc0, 0xc0, 0x20]).flat(),
      );
    expect(detected(russian(7, 3))).toBe('windows-1251 0');
    expect(detected(russian(3, 7))).not.toBe('windows-1251 0');
    // ё stands apart from the other small letters, я is the last of them, а the first.
    for (const letter of [0xb8, 0xff, 0xe0])
      expect(detected(bytes(0xe0, letter, 0x20, 0xe0, letter, 0x2c)), String(letter)).toBe(
        'windows-1251 0',
      );
    for (const letter of [0xdf, 0xb7, 0xb9])
      expect(detected(bytes(letter, letter, 0x20, letter, letter, 0x2c)), String(letter)).not.toBe(
        'windows-1251 0',
      );
  });

  it('is that of the West where letters with an accent stand among others', () => {
    // «Größe passt nicht», «défectueux», «Não é», «dañado» by the code chart, below a header in English.
    const head = utf8('order id,reason\r\n1,');
    for (const words of [
      [0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0x70, 0x61, 0xdf, 0x74],
      [0x64, 0xe9, 0x66, 0x65, 0x63, 0x74, 0x75, 0x65, 0x75, 0x78],
      [0x4e, 0xe3, 0x6f, 0x20, 0xe9],
      [0x64, 0x61, 0xf1, 0x61, 0x64, 0x6f],
    ]) {
      expect(detected(joined(head, bytes(...words))), String(words)).toBe('windows-1252 0');
      expect(detected(bytes(...words)), String(words)).toBe('windows-1252 0');
    }
    // «брак» below the same header.
    expect(detected(joined(head, bytes(0xe1, 0xf0, 0xe0, 0xea)))).toBe('windows-1251 0');
    // One letter with an accent among many Russian ones changes nothing.
    expect(detected(bytes(...Array.from({ length: 9 }, () => 0xe0), 0x20, 0xe9, 0x20))).toBe(
      'windows-1251 0',
    );
  });

  it('is Japanese where a third of the pairs are of its syllables', () => {
    // «サイズが合わない» in Shift_JIS.
    const words = [
      ...[0x83, 0x54, 0x83, 0x43, 0x83, 0x59, 0x82, 0xaa, 0x8d, 0x87, 0x82, 0xed],
      ...[0x82, 0xc8, 0x82, 0xa2],
    ];
    expect(detected(joined(utf8('order id,reason\r\n1,'), bytes(...words)))).toBe('shift_jis 0');
    const kanji = (count: number) => Array.from({ length: count }, () => [0x8d, 0x87]).flat();
    expect(detected(bytes(...kanji(6), 0x82, 0xa2, 0x82, 0xa2, 0x83, 0x54))).toBe('shift_jis 0');
    expect(detected(bytes(...kanji(9), 0x82, 0xa2))).not.toBe('shift_jis 0');
  });

  it('is told by words of the header, quoted or not, in the first thirty lines', () => {
    // «номер заказа» in Windows-1251, in capitals: its bytes look like no small letters.
    const capitals = [0xcd, 0xce, 0xcc, 0xc5, 0xd0, 0x20, 0xc7, 0xc0, 0xca, 0xc0, 0xc7, 0xc0];
    const after = (blank: number, quote = '') =>
      joined(utf8('x\r\n'.repeat(blank) + quote), bytes(...capitals), utf8(`${quote};1\r\n`));
    expect(detected(after(0))).toBe('windows-1251 0');
    expect(detected(after(0, '"'))).toBe('windows-1251 0');
    expect(detected(after(29))).toBe('windows-1251 0');
    expect(detected(after(30))).not.toBe('windows-1251 0');
  });
});

describe('a mark of the alphabet', () => {
  it('is whole or none', () => {
    const rest = utf8(',a\r\n');
    for (const list of [
      [0xef, 0xbb, 0xbe],
      [0xef, 0xba, 0xbf],
      [0xee, 0xbb, 0xbf],
    ])
      expect(detected(joined(bytes(...list), rest)), String(list)).toMatch(/ 0$/);
    expect(detected(joined(bytes(0xfd, 0xfe), rest))).toMatch(/ 0$/);
    expect(detected(joined(bytes(0xff, 0xfd), rest))).toMatch(/ 0$/);
    expect(detected(joined(bytes(0xfe, 0xfe), rest))).toMatch(/ 0$/);
    expect(detected(joined(bytes(0xfd, 0xff), rest))).toMatch(/ 0$/);
  });
});

describe('the sign between columns of uneven lines', () => {
  it('is the one most lines agree on, by the width in the middle', () => {
    // Semicolons: widths 3, 3, 3, 1. Commas: 2, 1, 1, 5.
    expect(detectDelimiter(utf8('a;b;c,d\n1;2;3\n4;5;6\nx,y,z,u,v\n'), 'utf-8', words)).toBe(';');
    // Commas make 2, 2, 12, 2 and 2 columns: the one in the middle of the file says nothing.
    const rows = [1, 1, 11, 1, 1].map((commas) => `a;b${',c'.repeat(commas)}\n`);
    expect(detectDelimiter(utf8(rows.join('')), 'utf-8', words)).toBe(';');
  });

  it('counts known words of records with columns, in the first thirty', () => {
    // Every record but the first few has more commas; the known word stands beside semicolons.
    const text = (at: number) =>
      Array.from({ length: 38 }, (_, i) => (i === at ? 'order id;day' : 'a;b,c,d,e')).join('\n');
    expect(detectDelimiter(utf8(text(29)), 'utf-8', words)).toBe(';');
    expect(detectDelimiter(utf8(text(30)), 'utf-8', words)).toBe(',');
  });

  it('is a comma where nothing tells, and for one column of known words', () => {
    expect(detectDelimiter(utf8(''), 'utf-8', words)).toBe(',');
    expect(detectDelimiter(utf8('order id\n1\n2\n'), 'utf-8', words)).toBe(',');
  });

  it('takes the last record, though no line break ends it', () => {
    expect(detectDelimiter(utf8('a;b;c'), 'utf-8', words)).toBe(';');
  });

  it('ends at the fortieth record, however the others look', () => {
    const text = `${'a;b\n'.repeat(40)}${'a,b,c,d;e\n'.repeat(200)}`;
    expect(detectDelimiter(utf8(text), 'utf-8', words)).toBe(';');
  });
});
