import { describe, expect, it, vi } from 'vitest';
import { calculate, type DisputeLogOk } from './calculate.ts';
import type { Encoding } from './names.ts';
import { encodeIn, join, workbook, workbookParts, zip } from './testing/make.ts';

vi.setConfig({ testTimeout: 60_000 });

const open = (bytes: Uint8Array, more: object = {}) =>
  calculate({ rows: { name: 'file', bytes }, ...more }, '2026-11-29T00:00:00Z');
const text = (words: string) => new TextEncoder().encode(words);
const TABLE = [
  ['Order ID', 'Order date', 'Dispute date', 'Product', 'Reason'],
  ['A1', '2026-01-05', '2026-01-20', 'lamp', 'damaged'],
  ['A2', '2026-01-06', '', 'lamp', ''],
  ['A3', '2026-02-07', '2026-02-20', 'cup', 'wrong item'],
];
const parts = workbookParts([{ name: 'a', rows: TABLE }]);
const html = (rows: readonly (readonly string[])[], head = '') =>
  `<html><head>${head}</head><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`;
const json = (rows: readonly (readonly string[])[]) =>
  JSON.stringify(
    rows.slice(1).map((row) => Object.fromEntries(row.map((cell, i) => [rows[0]?.[i], cell]))),
  );

/** A container of old Excel files, with these names in its list, which begins in the sector `at`. */
function container(names: readonly string[], at: number): Uint8Array {
  const bytes = new Uint8Array(512 * (at + 3));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  view.setUint16(30, 9, true);
  view.setUint32(48, at, true);
  names.forEach((name, i) => bytes.set(encodeIn('utf-16le', name), 512 * (at + 1) + 128 * i));
  return bytes;
}

/** Local heads that leave sizes to what stands behind each part, as programs write that stream. */
function streamed(): Uint8Array {
  const whole = zip(parts);
  const view = new DataView(whole.buffer);
  for (let at = 0; at + 30 < whole.length; at += 1)
    if (view.getUint32(at, true) === 0x04034b50) {
      view.setUint16(at + 6, 8, true);
      view.setUint32(at + 18, 0, true);
      view.setUint32(at + 22, 0, true);
    }
  return whole;
}

describe('a file that is refused', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['a workbook without its texts', () => zip({ ...parts, 'xl/sharedStrings.xml': '' }), 'zip'],
    [
      'a workbook whose texts end before the last one',
      () =>
        zip({
          ...parts,
          'xl/sharedStrings.xml': (parts['xl/sharedStrings.xml'] as string).slice(0, -40),
        }),
      'zip',
    ],
    [
      'a workbook with a password, whose list comes first',
      () => container(['Root Entry', 'EncryptedPackage'], 0),
      'encrypted',
    ],
    [
      'a workbook with a password, whose list comes last',
      () => container(['Root Entry', 'DataSpaces', 'EncryptionInfo', 'EncryptedPackage'], 700),
      'encrypted',
    ],
    ['an old workbook', () => container(['Root Entry', 'Workbook'], 3), 'old-xls'],
    [
      'an old workbook with sectors beyond any size',
      () => {
        const bytes = container(['Root Entry', 'EncryptedPackage'], 3);
        new DataView(bytes.buffer).setUint16(30, 0xffff, true);
        return bytes;
      },
      'old-xls',
    ],
    ['an old workbook cut off', () => container(['Root Entry'], 3).subarray(0, 40), 'old-xls'],
    ...[0, 2, 4, 8].map((version): [string, () => Uint8Array, string] => [
      `a sheet of Excel ${String(version)}, bare`,
      () => join([Uint8Array.of(9, version, 6, 0, 0, 0, 16, 0), new Uint8Array(200)]),
      'old-xls',
    ]),
    [
      'letters of four bytes',
      () =>
        join([
          Uint8Array.of(0xff, 0xfe, 0, 0),
          encodeIn('utf-16le', [...TABLE.join('\n')].join('\0')),
        ]),
      'binary',
    ],
    ['ten thousand blank lines', () => text('\r\n'.repeat(10_000)), 'empty'],
    ['nothing but commas', () => text(',,,,\n'.repeat(1000)), 'empty'],
    ['a program of JSON', () => text('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)), 'json'],
    ['a packed table', () => zip({ 'orders.csv': TABLE.join('\n') }), 'not-a-workbook'],
    ['a picture of lines', () => text('<svg><rect/></svg>'), 'no-header'],
    ['news', () => text('<?xml version="1.0"?><rss><item>a</item></rss>'), 'no-table'],
  ])('%s', async (_, make, why) => {
    expect(await open(make())).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'rows', key: `tool.dispute-log.refused.${why}` }],
    });
  });
});

describe('a file that is odd, but whole', () => {
  it.each<[string, () => Uint8Array]>([
    ['a workbook as it was streamed', streamed],
    [
      'a workbook with a bomb nobody opens',
      () => zip({ ...parts, 'xl/embeddings/a.zip': zip({ a: new Uint8Array(64 << 20) }) }),
    ],
    [
      'a workbook that lies about what comes out',
      () => zip(parts, (entry) => entry.setUint32(24, 3, true)),
    ],
    [
      'a workbook that promises more than can be',
      () => zip(parts, (entry) => entry.setUint32(24, 0xfffffff0, true)),
    ],
    ['a workbook with a tail', () => join([zip(parts), new Uint8Array(300)])],
    [
      'a workbook whose tags have a prefix',
      () =>
        zip(
          Object.fromEntries(
            Object.entries(parts).map(([name, part]) => [
              name,
              part.replace(/<(\/?)(?!\?)/g, '<$1ss:'),
            ]),
          ),
        ),
    ],
    ['a page that begins with a word', () => text(`<p>Report</p>${html(TABLE)}`)],
    [
      'Excel’s XML without its first line',
      () =>
        text(
          `<ss:Workbook xmlns:ss="x"><ss:Table>${TABLE.map((row) => `<ss:Row>${row.map((cell) => `<ss:Cell><ss:Data>${cell}</ss:Data></ss:Cell>`).join('')}</ss:Row>`).join('')}</ss:Table></ss:Workbook>`,
        ),
    ],
    ['an answer for another page to run', () => text(`mtopjsonp3({"data":${json(TABLE)}})`)],
    ['a guarded answer', () => text(`)]}',\n${json(TABLE)}`)],
    ['a header whose mark nothing closes', () => text(`"${TABLE.join('\n')}`)],
    ['lines that end the wrong way round', () => text(TABLE.join('\n\r'))],
    ['sixty blank lines on top', () => text('\n'.repeat(60) + TABLE.join('\n'))],
  ])('%s', async (_, make) => {
    const answer = await open(make());
    expect(answer.kind, JSON.stringify(answer).slice(0, 300)).toBe('ok');
    const { files, counts, causes } = answer as DisputeLogOk;
    expect(files.map(({ rows, used }) => [rows, used])).toEqual([[3, 3]]);
    expect([counts.orders, counts.disputedOrders]).toEqual([3, 2]);
    expect(causes.map(({ id, count }) => [id, count])).toEqual([
      ['wrong_item', 1],
      ['damaged', 1],
    ]);
  });

  it.each<[Encoding, string, string]>([
    [
      'windows-1252',
      'Bestellnummer;Bestelldatum;Rückgabedatum;Artikel;Grund',
      'Schlüssel für Türen',
    ],
    ['windows-1252', 'Order ID;Order date;Dispute date;Product;Reason', 'Réveil à pile'],
    ['windows-1250', 'Číslo objednávky;Datum objednávky;Datum reklamace;Produkt;Důvod', 'Lžíce'],
    ['windows-1254', 'Sipariş No;Sipariş Tarihi;İade Tarihi;Ürün;Neden', 'Işıklı şapka'],
    ['windows-1251', 'Order ID;Order date;Dispute date;Product;Reason', 'Лампа настольная'],
    ['ibm866', 'Номер заказа;Дата заказа;Дата возврата;Товар;Причина', 'Лампа'],
    ['gb18030', '订单号;下单时间;纠纷时间;商品;原因', '台灯𠮷'],
    ['big5', '訂單編號;下單日期;退貨日期;商品;原因', '檯燈'],
    ['shift_jis', '注文番号;注文日;返品日;商品名;返品理由', 'ランプ'],
    ['shift_jis', 'Order ID;Order date;Dispute date;Product;Reason', 'サイズの大きいランプ'],
    ['euc-kr', '주문번호;주문일;반품일;상품명;반품사유', '전등'],
    ['windows-874', 'หมายเลขคำสั่งซื้อ;วันที่สั่งซื้อ;วันที่คืนสินค้า;สินค้า;เหตุผล', 'โคมไฟ'],
  ])('in %s: %s', async (encoding, header, product) => {
    const lines = [header, `A1;2026-01-05;2026-01-20;${product};x`, `A2;2026-01-06;;${product};`];
    const answer = await open(encodeIn(encoding, lines.join('\r\n')));
    expect(answer.kind, JSON.stringify(answer).slice(0, 300)).toBe('ok');
    const { files, groups } = answer as DisputeLogOk;
    expect([
      files[0]?.encoding,
      files[0]?.used,
      Object.keys(files[0]?.columns ?? {}).length,
    ]).toEqual([encoding, 2, 5]);
    expect(groups.product?.map(({ id, base, count }) => [id, base, count])).toEqual([
      [product, 2, 1],
    ]);
  });

  it.each(['big5', 'shift_jis', 'euc-kr', 'windows-1252', 'gb2312', 'gbk', 'iso-8859-1'])(
    'a page that says it is in %s',
    async (name) => {
      const word =
        { big5: '檯燈', shift_jis: '照明', 'euc-kr': '전등' }[name] ??
        (name.startsWith('gb') ? '台灯' : 'Tür');
      const encoding = ({ gb2312: 'gb18030', gbk: 'gb18030', 'iso-8859-1': 'windows-1252' }[name] ??
        name) as Encoding;
      const page = html(
        [...TABLE.slice(0, 2), ['A4', '2026-01-05', '', word, '']],
        `<meta http-equiv="Content-Type" content="text/html; charset=${name}">`,
      );
      const said = (await open(encodeIn(encoding, page))) as DisputeLogOk;
      expect(said.groups.product?.map(({ id }) => id).toSorted()).toEqual(
        ['lamp', word].toSorted(),
      );
      expect(said.files[0]?.encoding).toBe(encoding);
      // Letters in strict UTF-8 are no chance, whatever the page says.
      const lied = (await open(text(page))) as DisputeLogOk;
      expect(lied.groups.product?.map(({ id }) => id).toSorted()).toEqual(
        ['lamp', word].toSorted(),
      );
      expect(lied.files[0]?.encoding).toBe('utf-8');
    },
  );
});

describe('a page that says what it is in', () => {
  const rows = [...TABLE.slice(0, 2), ['A4', '2026-01-05', '', 'Tür', '']];
  const groups = async (bytes: Uint8Array) => {
    const answer = (await open(bytes)) as DisputeLogOk;
    return [answer.files[0]?.encoding, answer.groups.product?.map(({ id }) => id).toSorted()];
  };

  it('may say it in the first line of XML, or by a name nobody knows', async () => {
    const russian = html([...TABLE.slice(0, 2), ['A4', '2026-01-05', '', 'Ы', '']]);
    // One capital letter looks like nothing.
    expect(
      await groups(
        encodeIn('windows-1251', `<?xml version="1.0" encoding='windows-1251'?>${russian}`),
      ),
    ).toEqual(['windows-1251', ['lamp', 'Ы']]);
    for (const name of ['nonsense', 'utf-7', 'koi8-r'])
      expect(
        await groups(encodeIn('windows-1252', html(rows, `<meta charset="${name}">`))),
        name,
      ).toEqual(['windows-1252', ['Tür', 'lamp'].toSorted()]);
  });

  it('is read as it was asked to be', async () => {
    const bytes = encodeIn('windows-1252', html(rows, '<meta charset="big5">'));
    const answer = (await open(bytes, { encoding: 'windows-1252' })) as DisputeLogOk;
    expect(answer.groups.product?.map(({ id }) => id)).toContain('Tür');
  });
});

describe('figures that are no longer what they were', () => {
  it('are refused by name in a workbook and in JSON', async () => {
    const sheet = (await open(
      workbook([
        {
          name: 'a',
          rows: [TABLE[0] as string[], [8123456789012345, '2026-01-05', '', 'lamp', '']],
        },
      ]),
    )) as DisputeLogOk;
    expect(sheet.files[0]?.leftBy).toEqual({ 'damaged-id': 1 });
    const list = (await open(
      text(
        '[{"order id":8.12e+15,"order date":"2026-01-05"},{"order id":8123456789012345678,"order date":"2026-01-05"}]',
      ),
    )) as DisputeLogOk;
    expect([list.files[0]?.used, list.files[0]?.leftBy]).toEqual([1, { 'damaged-id': 1 }]);
  });

  it('are in no sum: multiples, shares and sides of an account', async () => {
    const amounts = ['5.00-', '1.2万', '$1.5k', '10%', '2.00 CR', '7.00'];
    const answer = (await open(
      text(
        `Order ID;Dispute date;Amount;Currency\n${amounts.map((amount, i) => `A${String(i)};2026-01-05;${amount};USD`).join('\n')}`,
      ),
    )) as DisputeLogOk;
    expect([answer.files[0]?.badAmounts, answer.money?.total]).toEqual([4, '2.00']);
  });

  it('ask which of day and month comes first where rows disagree', async () => {
    expect(
      await open(text('Order ID;Order date\nA1;13/01/2026\nA2;01/14/2026\nA3;03/04/2026')),
    ).toMatchObject({ kind: 'incomplete', missing: ['dateOrder'] });
  });
});
