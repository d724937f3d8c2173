import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { calculate, type DisputeLogOk } from './calculate.ts';
import { encodeIn, join, workbook, workbookParts, zip } from './testing/make.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOW = '2026-11-29T00:00:00Z';
const text = (words: string) => new TextEncoder().encode(words);
const LINES = [
  'Order ID,Order date,Dispute date,Product,Reason',
  'A1,2026-01-05,2026-01-20,lamp,damaged',
  'A2,2026-01-06,,lamp,',
  'A3,2026-02-07,2026-02-20,cup,wrong item',
];
const PLAIN = `${LINES.join('\r\n')}\r\n`;
const open = (bytes: Uint8Array, more: object = {}) =>
  calculate({ rows: { name: 'file', bytes }, ...more }, NOW);
const big = (letter: string, times: number) => letter.repeat(times);
const parts = workbookParts([{ name: 'a', rows: LINES.map((line) => line.split(',')) }]);
/** A sheet that grows a thousandfold when it is unpacked. */
const bomb = () => zip({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(80 << 20).fill(32) });

/** What each file must lead to: an answer with so many rows used and left, or the sentence that is said. */
const HOSTILE: [string, () => Uint8Array, string | [number, number]][] = [
  ['plain', () => text(PLAIN), [3, 0]],
  ['cut off in the middle of a row', () => text(PLAIN.slice(0, -13)), [3, 0]],
  [
    'cut off in the middle of a letter',
    () => text(PLAIN.replace('cup', '杯子')).subarray(0, -15),
    [3, 0],
  ],
  ['empty', () => new Uint8Array(0), 'empty'],
  ['nothing but line breaks', () => text('\n\n\r\n\r\n'), 'empty'],
  ['nothing but a mark', () => Uint8Array.of(0xef, 0xbb, 0xbf), 'empty'],
  ['one cell', () => text('hello'), 'no-header'],
  ['only a header', () => text(`${LINES[0] as string}\n`), [0, 0]],
  ['old Mac line breaks', () => text(LINES.join('\r')), [3, 0]],
  ['a mark of UTF-8', () => text(`\ufeff${PLAIN}`), [3, 0]],
  [
    'UTF-16 with a mark',
    () => join([Uint8Array.of(0xff, 0xfe), encodeIn('utf-16le', PLAIN)]),
    [3, 0],
  ],
  [
    'UTF-16 the other way round',
    () => join([Uint8Array.of(0xfe, 0xff), encodeIn('utf-16be', PLAIN)]),
    [3, 0],
  ],
  ['UTF-16 without a mark', () => encodeIn('utf-16le', PLAIN), [3, 0]],
  [
    'UTF-16 with an odd last byte',
    () => join([Uint8Array.of(0xff, 0xfe), encodeIn('utf-16le', PLAIN), Uint8Array.of(65)]),
    [3, 1],
  ],
  [
    'half UTF-8, half GB18030',
    () => join([text(PLAIN), encodeIn('gb18030', 'A4,2026-02-08,2026-02-21,杯子,破损\r\n')]),
    [4, 0],
  ],
  [
    'an unclosed quotation mark',
    () => text(PLAIN.replace('lamp,damaged', '"lamp,damaged')),
    [2, 1],
  ],
  [
    'a quotation mark inside a cell',
    () => text(PLAIN.replace('lamp,damaged', 'la"mp,damaged')),
    [3, 0],
  ],
  [
    'words behind a closing mark',
    () => text(PLAIN.replace('lamp,damaged', '"lamp" big,damaged')),
    [3, 0],
  ],
  [
    'thirty unclosed marks',
    () =>
      text(
        `${LINES[0] as string}\n${Array.from({ length: 30 }, (_, i) => `B${String(i)},2026-01-05,,"lamp,`).join('\n')}`,
      ),
    [10, 20],
  ],
  [
    'line breaks in quoted cells',
    () => text(PLAIN.replace('lamp,damaged', '"la\r\nmp",damaged')),
    [3, 0],
  ],
  [
    'a cell of 10 MB',
    () => text(PLAIN.replace('lamp,damaged', `"${big('x', 10 << 20)}",damaged`)),
    [3, 0],
  ],
  [
    'a quoted cell of 20 MB that never closes',
    () => text(`${PLAIN}A9,2026-01-07,,"${big('y', 20 << 20)}`),
    'record-too-long',
  ],
  ['a million columns', () => text(big('a,', 1_000_000)), 'too-many-columns'],
  [
    'a million columns behind a good header',
    () => text(PLAIN + big(',', 1_000_000)),
    'too-many-columns',
  ],
  ['NULs in cells', () => text(PLAIN.replace('cup', 'c\0up')), [3, 0]],
  ['a program', () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256), 'binary'],
  ['nothing but NULs', () => new Uint8Array(5000), 'binary'],
  [
    'a picture',
    () => join([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), new Uint8Array(4000)]),
    'binary',
  ],
  [
    'a true old workbook',
    () =>
      join([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(4096)]),
    'old-xls',
  ],
  ['a workbook cut in half', () => zip(parts).subarray(0, 700), 'zip'],
  [
    'a workbook with a list that lies',
    () => zip(parts, (entry) => entry.setUint32(42, 0x7fffffff, true)),
    'zip',
  ],
  [
    'a workbook with a part too long',
    () => zip(parts, (entry) => entry.setUint32(20, 0x7fffffff, true)),
    'zip',
  ],
  ['an encrypted part', () => zip(parts, (entry) => entry.setUint16(8, 1, true)), 'encrypted'],
  ['a zip of something else', () => zip({ 'readme.txt': 'hello' }), 'not-a-workbook'],
  ['a workbook of the binary kind', () => zip({ 'xl/workbook.bin': 'x' }), 'old-xls'],
  ['an empty zip', () => Uint8Array.of(0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)), 'zip'],
  ['a zip bomb', bomb, 'zip-bomb'],
  [
    'a bomb of shared texts',
    () => zip({ ...parts, 'xl/sharedStrings.xml': new Uint8Array(80 << 20).fill(32) }),
    'zip-bomb',
  ],
  ['a workbook whose deflated part is damaged', () => damaged(), 'zip'],
  [
    'a workbook without a sheet',
    () => zip({ 'xl/workbook.xml': '<workbook><sheets/></workbook>' }),
    'not-a-workbook',
  ],
  ['a sheet with no row', () => workbook([{ name: 'x', rows: [] }]), 'empty'],
  [
    'a cell far to the right',
    () =>
      zip({
        ...parts,
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
      }),
    'too-many-columns',
  ],
  [
    'a shared text that is not there',
    () => zip({ ...parts, 'xl/sharedStrings.xml': '<sst/>' }),
    'zip',
  ],
  [
    'a row number that goes back',
    () =>
      zip({
        ...parts,
        'xl/worksheets/sheet1.xml': (parts['xl/worksheets/sheet1.xml'] as string).replace(
          '<row r="3">',
          '<row r="1">',
        ),
      }),
    [3, 0],
  ],
  [
    'formulas as cells',
    () => text(PLAIN.replace('lamp,damaged', '=HYPERLINK("x"),damaged')),
    [3, 0],
  ],
  [
    'HTML called .xls',
    () =>
      text(
        `<html><table><tr>${(LINES[0] as string)
          .split(',')
          .map((cell) => `<th>${cell}</th>`)
          .join(
            '',
          )}</tr><tr><td>A1<td>2026-01-05<td>2026-01-20<td>lamp &amp; shade<td>damaged</tr></table></html>`,
      ),
    [1, 0],
  ],
  [
    'HTML without a table',
    () => text('<html><body><p>Please sign in</p></body></html>'),
    'no-table',
  ],
  ['HTML of open tags', () => text(`<html><table><tr><td>${big('<', 1 << 20)}`), 'no-header'],
  [
    'Excel’s own XML',
    () =>
      text(
        `<?xml version="1.0"?><Workbook xmlns:ss="x"><Worksheet><Table>${LINES.slice(0, 3)
          .map(
            (line) =>
              `<Row>${line
                .split(',')
                .map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`)
                .join('')}</Row>`,
          )
          .join('')}</Table></Worksheet></Workbook>`,
      ),
    [2, 0],
  ],
  [
    'XML with entities that feed on themselves',
    () =>
      text(
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&b;&b;">]><table><tr><td>&b;</td></tr></table>',
      ),
    'no-header',
  ],
  ['JSON that breaks off', () => text('[{"order_id": 12, "x": '), 'json'],
  ['JSON without a list', () => text('{"error":"please sign in"}'), 'json'],
  ['JSON lists in lists', () => text(big('[', 50_000) + big(']', 50_000)), 'json'],
  [
    'JSON with a name that bites',
    () => text('[{"order id":"1","order date":"2026-01-05","__proto__":{"x":1},"product":"a"}]'),
    [1, 0],
  ],
  [
    'one record of JSON a line',
    () =>
      text(
        '{"order id":"1","order date":"2026-01-05","sku":"a"}\n{"order id":"2","order date":"2026-01-06","sku":"a"}',
      ),
    [2, 0],
  ],
  ['dates of no calendar', () => text(PLAIN.replace('2026-01-05', '2026-02-30')), [2, 1]],
  ['a date in the year 9999', () => text(PLAIN.replace('2026-01-05', '9999-01-05')), [2, 1]],
  ['a dispute before its order', () => text(PLAIN.replace('2026-01-20', '2025-01-20')), [2, 1]],
  ['an order number Excel has rounded', () => text(PLAIN.replace('A2', '8.12E+15')), [2, 1]],
  ['the same row twice', () => text(PLAIN + (LINES[1] as string)), [3, 1]],
  ['a footer', () => text(`${PLAIN}Total,,,,3\n`), [3, 1]],
  ['the header again', () => text(`${PLAIN}${LINES[0] as string}\nA4,2026-02-09,,cup,\n`), [4, 1]],
  ['title lines', () => text(`Report of the shop\nmade on 2026-03-01\n\n${PLAIN}`), [3, 0]],
];

function damaged(): Uint8Array {
  const whole = zip(parts);
  for (let i = 60; i < 120; i += 1) whole[i] = 0xff;
  return whole;
}

describe('a hostile file', () => {
  it('is one of many', () => expect(HOSTILE.length).toBeGreaterThanOrEqual(40));

  it.each(HOSTILE)('%s', async (_, make, expected) => {
    const bytes = make();
    const before = process.cpuUsage().user;
    const most = process.resourceUsage().maxRSS;
    const answer = await open(bytes);
    // While faults are put in, other things work in this process, and every step of it is counted.
    if (process.env.MUTATION_TESTS === undefined) {
      expect((process.cpuUsage().user - before) / 1e6, 'seconds of work').toBeLessThan(10);
      expect((process.resourceUsage().maxRSS - most) / 1000, 'MB of memory').toBeLessThan(300);
    }
    if (typeof expected === 'string') {
      expect(answer).toMatchObject({
        kind: 'invalid',
        issues: [{ path: 'rows', key: `tool.dispute-log.refused.${expected}` }],
      });
      return;
    }
    expect(answer.kind, JSON.stringify(answer).slice(0, 300)).toBe('ok');
    const [file] = (answer as DisputeLogOk).files;
    expect([file?.used, file?.left.length]).toEqual(expected);
    expect(file?.rows).toBe((file?.used ?? 0) + (file?.left.length ?? 0));
  });

  it('never breaks the reader, whatever its bytes', async () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r',
      '\t',
      ';',
      'Order ID',
      '2026-01-05',
      '5/6/2026',
      '<td>',
      '<tr>',
      '{',
      '[',
      '\0',
      '订单号',
      '=1+1',
      '1e9',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const answer = await open(text(pieces.join('')));
        if (answer.kind !== 'ok') return;
        for (const file of answer.files) expect(file.rows).toBe(file.used + file.left.length);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await open(bytes)).kind).toBeTruthy();
      }),
      { numRuns: 200 },
    );
  });

  it('of a workbook, with any byte of it changed', async () => {
    const whole = zip(parts);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const bent = whole.slice();
        bent[at] = byte;
        expect((await open(bent)).kind).toBeTruthy();
      }),
      { numRuns: 200 },
    );
  });
});
