import { describe, expect, it } from 'vitest';
import { answer, readFiles, type DisputeLogOk } from '../calculate.ts';
import type { Encoding } from '../names.ts';
import { encodeIn, workbook } from '../testing/make.ts';
import { readingAt } from '../notations.ts';
import { readSettings, type Settings } from '../settings.ts';
import { sourceOf, type Source } from './source.ts';

const { settings: SETTINGS } = readSettings({}, readingAt('2026-11-25T12:00:00Z')) as {
  settings: Settings;
};
const text = (words: string) => new TextEncoder().encode(words);

/** The answer of a file, which is given in pieces of so many bytes. */
async function ask(bytes: Uint8Array, piece = 0, more: object = {}) {
  const whole = sourceOf('f', bytes);
  const source: Source =
    piece === 0
      ? whole
      : {
          ...whole,
          flow: async function* (from) {
            await Promise.resolve();
            for (let at = from; at < bytes.length; at += piece) yield bytes.slice(at, at + piece);
          },
        };
  const settings = { ...SETTINGS, ...more };
  return answer(await readFiles([{ source, role: null, settings }]), settings, 20_800);
}
const ok = async (bytes: Uint8Array, piece = 0, more: object = {}) => {
  const found = await ask(bytes, piece, more);
  expect(found.kind, JSON.stringify(found).slice(0, 300)).toBe('ok');
  return found as DisputeLogOk;
};
const products = ({ groups }: DisputeLogOk) => groups.product?.map(({ id }) => id).toSorted();
const why = async (source: Source) =>
  (await readFiles([{ source, role: null, settings: SETTINGS }])).refused.map((each) => each.why);

const WORD = '货物品名𠮷é';
const TABLE = [
  ['Order ID', 'Order date', 'Dispute date', 'Product'],
  ...Array.from({ length: 40 }, (_, i) => [
    `A${String(i)}`,
    '2026-01-05',
    '',
    `${WORD}${String(i % 4)}`,
  ]),
];
const WORDS = [0, 1, 2, 3].map((i) => `${WORD}${String(i)}`);
const joined = (mark: string) => TABLE.map((row) => row.join(mark)).join('\r\n');
const html = `<html><table>${TABLE.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`;
const json = JSON.stringify(
  TABLE.slice(1).map((row) => Object.fromEntries(row.map((cell, i) => [TABLE[0]?.[i], cell]))),
);

describe('a file in pieces', () => {
  it.each<[string, Uint8Array]>([
    ['of delimited text', text(joined(','))],
    ['of delimited text in GB18030', encodeIn('gb18030', joined(';'))],
    ['of text of two bytes a letter', encodeIn('utf-16le', `\ufeff${joined('\t')}`)],
    ['of the same the other way round', encodeIn('utf-16be', joined('\t'))],
    ['of text whose bars may be halves of letters', encodeIn('gb18030', joined('|'))],
    ['of a page', text(html)],
    ['of a page in GB18030', encodeIn('gb18030', html)],
    ['of a page of two bytes a letter', encodeIn('utf-16le', `\ufeff${html}`)],
    ['of JSON', text(json)],
    ['of JSON in GB18030', encodeIn('gb18030', json)],
  ])('%s keeps its letters whole', async (_, bytes) => {
    for (const piece of [0, 1, 2, 3, 7]) {
      const found = await ok(bytes, piece);
      expect([piece, found.files[0]?.rows, products(found)]).toEqual([piece, 40, WORDS]);
      expect(found.refused).toEqual([]);
    }
  });
});

describe('bars between columns', () => {
  it.each<[Encoding, string]>([
    // The second byte of each first letter is that of a bar.
    ['big5', '四季'],
    ['shift_jis', 'ポスト'],
    ['gb18030', '倈货'],
  ])('are none within letters of %s', async (encoding, product) => {
    const lines = [
      'Order ID|Order date|Dispute date|Product',
      `A1|2026-01-05||${product}`,
      `A2|2026-01-06||${product}`,
    ];
    const found = await ok(encodeIn(encoding, lines.join('\n')), 0, { encoding });
    expect([found.files[0]?.delimiter, found.files[0]?.encoding, products(found)]).toEqual([
      '|',
      encoding,
      [product],
    ]);
  });
});

describe('what a file says of itself', () => {
  it('is a mark, which is no letter even where it lies', async () => {
    const lines = 'Номер заказа;Дата заказа;Товар\nA1;2026-01-05;Лампа\n';
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...encodeIn('windows-1251', lines)]);
    const found = await ok(bytes, 0, { encoding: 'windows-1251' });
    expect(found.files[0]?.columns.orderId).toBe('номер заказа');
    expect(products(found)).toEqual(['Лампа']);
  });

  it('is an alphabet by any of its names, also where no letter looks like it', async () => {
    // A rare sign, the first of the alphabet.
    const page = html.replaceAll(WORD, '丂');
    for (const name of ['gbk', 'gb2312', 'gb18030', 'GB_2312-80'])
      expect(
        products(await ok(encodeIn('gb18030', `<meta charset=${name}>${page}`))),
        name,
      ).toEqual(['丂0', '丂1', '丂2', '丂3']);
  });

  it('may begin with blank lines, and its rows with more than their name', async () => {
    const rows = html.replaceAll('<tr>', '<tr class="a">').replace('<html>', '');
    for (const page of [
      `\n\n ${html}`,
      `\t\n${json}`,
      `<p>Report</p>${rows}`,
      `<p>a</p>${rows.replaceAll('tr class', 'row\nclass').replaceAll('</tr>', '</row>')}`,
    ])
      expect(products(await ok(text(page))), page.slice(0, 20)).toEqual(WORDS);
  });

  it('is its name, and rows are counted from the first one of a page', async () => {
    const bad = html.replace('<td>2026-01-05</td>', '<td>some day</td>');
    const { files } = await ok(text(`<table><tr><td>A report</td></tr></table>${bad}`));
    expect([files[0]?.name, files[0]?.headerRow, files[0]?.left]).toEqual([
      'f',
      2,
      [{ row: 3, why: 'bad-date' }],
    ]);
  });

  it('is no page where a tag stands within a table', async () => {
    for (const cell of ['<table>', '<div>', '<tr>']) {
      const found = await ok(text(`Order ID,Order date,Product\nA1,2026-01-05,${cell}\n`));
      expect([found.files[0]?.delimiter, products(found)]).toEqual([',', [cell]]);
    }
  });
});

describe('a file that is too large to lie in memory', () => {
  const large = (opening: string, size: number): Source => ({
    name: 'f',
    size,
    read: (from, to) =>
      Promise.resolve(from === 0 ? text(opening.padEnd(Math.min(to, 1000))) : text('')),
  });
  it('is refused where it would have to', async () => {
    for (const opening of ['[{"order id":1', '<table><tr><td>a'])
      expect(await why(large(opening, 2 ** 28 + 1)), opening).toEqual(['too-large']);
    expect(await why(large('[{"order id":1', 900))).toEqual(['json']);
  });
});

describe('parts of a file', () => {
  const rows = TABLE.slice(0, 3);
  it('are sheets, each by its name where there is more than one', async () => {
    const named = async (...sheets: Parameters<typeof workbook>[0]) => {
      const { files, refused } = await ok(workbook(sheets));
      return [files.map(({ name }) => name), refused];
    };
    expect(await named({ name: 'One', rows })).toEqual([['f'], []]);
    expect(await named({ name: 'One', rows }, { name: 'Two', rows: [], hidden: true })).toEqual([
      ['f · One'],
      [{ name: 'f · Two', why: 'hidden' }],
    ]);
    expect(
      await named(
        { name: 'Notes', rows: [['only words']] },
        { name: 'None', rows: [] },
        { name: 'One', rows },
      ),
    ).toEqual([
      ['f · One'],
      [
        { name: 'f · Notes', why: 'no-header' },
        { name: 'f · None', why: 'empty' },
      ],
    ]);
    expect(
      await ask(
        workbook([
          { name: 'None', rows: [] },
          { name: 'Notes', rows: [['a']] },
        ]),
      ),
    ).toMatchObject({
      issues: [{ key: 'tool.dispute-log.refused.empty' }],
    });
  });

  it('are refused with the whole where one of them cannot be a table at all', async () => {
    const wide = Array.from({ length: 4097 }, () => 'a');
    expect(
      await ask(
        workbook([
          { name: 'One', rows },
          { name: 'Wide', rows: [wide] },
        ]),
      ),
    ).toMatchObject({ issues: [{ key: 'tool.dispute-log.refused.too-many-columns' }] });
  });

  it('are lists of JSON, by their paths where another one is left out', async () => {
    const orders = JSON.parse(json) as unknown;
    const named = async (value: unknown) => {
      const { files, refused } = await ok(text(JSON.stringify(value)));
      return [files.map(({ name }) => name), refused];
    };
    expect(await named({ orders })).toEqual([['f'], []]);
    expect(await named({ orders, codes: [{ sku: 'a', reason: 'b' }] })).toEqual([
      ['f · orders'],
      [{ name: 'f · codes', why: 'other-list' }],
    ]);
  });

  it('of a container are looked for in its list, and not in what it holds', async () => {
    const bytes = new Uint8Array(20_000);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    new DataView(bytes.buffer).setUint16(30, 9, true);
    bytes.set(encodeIn('utf-16le', 'EncryptedPackage'), 512 + 4096);
    expect(await why(sourceOf('f', bytes))).toEqual(['old-xls']);
    bytes.set(encodeIn('utf-16le', 'EncryptedPackage'), 512 + 4000);
    expect(await why(sourceOf('f', bytes))).toEqual(['encrypted']);
  });
});
