import { describe, expect, it } from 'vitest';
import { calculate, type DisputeLogOk } from './calculate.ts';
import { explain } from './explain.ts';
import { readingAt } from './notations.ts';
import { decodeInput, encodeInput, settled } from './permalink.ts';
import type { Content } from '../shared/tool.ts';
import { attribute, createTableMarkup, unescapeText } from './read/markup.ts';
import { parse } from './schema.ts';
import { readerComing, readSettings, type ReadSetting } from './settings.ts';
import { tool } from './tool.ts';

const READ = readingAt('2026-11-25T12:00:00Z');
const issues = (raw: object) => {
  const read = readSettings(raw, READ);
  return 'issues' in read
    ? read.issues.map(({ path, key }) => `${path} ${key.split('.').at(-1) ?? ''}`)
    : [];
};

describe('settings', () => {
  it('are by month, of all requests, found out by themselves', () => {
    expect(readSettings({}, READ)).toEqual({
      settings: {
        mapping: {},
        period: 'month',
        asOf: null,
        changedOn: null,
        counted: 'opened',
        dateOrder: null,
        zone: null,
        moneyIn: null,
        encoding: null,
        delimiter: null,
        headerRow: null,
      },
    });
    expect(readSettings({ period: '', asOf: null, encoding: undefined }, READ)).toEqual(
      readSettings({}, READ),
    );
  });

  it('are read as people write them', () => {
    const plain = {
      asOf: ' 1970-01-03 ',
      changedOn: '1970-01-02',
      delimiter: 'tab',
      headerRow: '4',
    };
    // Without what reads other notations.
    const read = readSettings(plain, readerComing);
    expect(readSettings(plain, READ)).toEqual(read);
    expect(read).toMatchObject({
      settings: { asOf: 2, changedOn: 1, delimiter: '\t', headerRow: 4 },
    });
    expect(readSettings({ delimiter: '\\t' }, READ)).toMatchObject({
      settings: { delimiter: '\t' },
    });
  });

  it('say what is wrong, each where it is', () => {
    expect(issues({ period: 'year' })).toEqual(['period one-of']);
    expect(issues({ delimiter: '/' })).toEqual(['delimiter one-of']);
    expect(issues({ asOf: 7, changedOn: 'soon' })).toEqual(['asOf no-date', 'changedOn no-date']);
    for (const moneyIn of ['dollar', '$', 7])
      expect(issues({ moneyIn })).toEqual(['moneyIn currency']);
    // Whatever else is wrong, each is told.
    expect(issues({ period: 'year', headerRow: 0 })).toEqual([
      'headerRow out-of-range',
      'period one-of',
    ]);
    expect(issues({ mapping: { orderId: 0 } })).toEqual(['mapping.orderId mapping']);
    expect(issues({ mapping: { orderId: [7] } })).toEqual(['mapping.orderId mapping']);
    expect(issues({ mapping: { orderId: 'x'.repeat(201) } })).toEqual(['mapping.orderId mapping']);
    expect(issues({ mapping: { weight: 'kg' } })).toEqual(['mapping.weight no-field']);
    expect(issues({ mapping: [] })).toEqual(['mapping mapping']);
  });
});

/** Days since 1970-01-01. */
const day = (iso: string) => Date.parse(iso) / 86_400_000;
const NOTATIONS: [
  name: 'asOf' | 'changedOn' | 'headerRow',
  given: unknown,
  wanted: number | string,
][] = [
  ['asOf', '5.12.26', day('2026-12-05')],
  ['asOf', '２０２６-１１-２１', day('2026-11-21')],
  ['asOf', '2026年11月21日', day('2026-11-21')],
  ['asOf', '昨天', day('2026-11-24')],
  ['asOf', 'вчера', day('2026-11-24')],
  ['changedOn', '3天前', day('2026-11-22')],
  ['changedOn', '-3d', day('2026-11-22')],
  ['changedOn', '3 days ago', day('2026-11-22')],
  ['changedOn', 'wczoraj', day('2026-11-24')],
  ['changedOn', '어제', day('2026-11-24')],
  // An instant is its day at UTC, as it always was.
  ['changedOn', '2026-11-21T23:00:00-05:00', day('2026-11-22')],
  ['asOf', '05/06/2026', 'tool.moment.day.ask.day-or-month'],
  ['asOf', '2026-02-30', 'tool.moment.day.unreadable.no-such-day'],
  ['asOf', '1960-01-01', 'tool.moment.day.unreadable.out-of-range'],
  ['asOf', '2201-01-01', 'tool.moment.day.unreadable.out-of-range'],
  ['changedOn', 'soon', 'tool.moment.day.unreadable.no-date'],
  ['changedOn', {}, 'tool.moment.day.unreadable.no-date'],
  ['headerRow', '２', 2],
  ['headerRow', ' 2 ', 2],
  ['headerRow', '二', 2],
  ['headerRow', '2行', 2],
  ['headerRow', '2 rows', 2],
  ['headerRow', '2 строки', 2],
  ['headerRow', 1000, 1000],
  ['headerRow', '1,000', 1000],
  ['headerRow', 0, 'tool.number.out-of-range'],
  ['headerRow', '1001', 'tool.number.out-of-range'],
  ['headerRow', 1.5, 'tool.number.fraction'],
  ['headerRow', '-2', 'tool.number.negative'],
  ['headerRow', '2 дня', 'tool.number.wrong-unit'],
  ['headerRow', 'x', 'tool.number.not-a-number'],
  ['headerRow', [2], 'tool.number.not-a-number'],
];

describe('days and counts in any notation', () => {
  const told = (read: ReturnType<typeof readSettings>, name: (typeof NOTATIONS)[number][0]) =>
    'issues' in read ? read.issues.map(({ path, key }) => `${path} ${key}`) : read.settings[name];

  it.each(NOTATIONS)('%s %j', async (name, given, wanted) => {
    const expected = typeof wanted === 'number' ? wanted : [`${name} ${wanted}`];
    expect(told(readSettings({ [name]: given }, READ), name)).toEqual(expected);
    // The same file, the same day, from the command line.
    const rows = '\norder id,order date,dispute date\n1,2026-01-05,2026-01-20\n';
    const line = await tool.run({ rows, [name]: given }, {} as Content, '2026-11-25T12:00:00Z');
    if (typeof wanted === 'string')
      expect(line).toMatchObject({ kind: 'invalid', issues: [{ path: name, key: wanted }] });
    else if (name === 'asOf')
      expect(line).toMatchObject({
        asOf: new Date(wanted * 86_400_000).toISOString().replace('.000', ''),
      });
    // A link is read the same, or says the same.
    if (typeof given !== 'string') return;
    const { input, ignored } = decodeInput(encodeInput({ [name]: given }), READ);
    expect(ignored.map(({ key, messageKey }) => `${key} ${messageKey}`)).toEqual(
      typeof wanted === 'string' ? expected : [],
    );
    expect(input).toEqual(typeof wanted === 'string' ? {} : { [name]: given });
  });

  it('wait for what reads them, and nothing is left out of a link till then', () => {
    const asked: string[] = [];
    const coming: ReadSetting = (...one) => {
      asked.push(one.join(' '));
      return readerComing(...one);
    };
    const texts = { asOf: '昨天', changedOn: '2026-11-21', headerRow: '２' };
    expect(told(readSettings(texts, coming), 'asOf')).toEqual([
      'asOf tool.number.reader-coming',
      'headerRow tool.number.reader-coming',
    ]);
    expect(asked).toEqual(['asOf 昨天', 'headerRow ２']);
    expect(decodeInput(encodeInput(texts), coming)).toEqual({ input: texts, ignored: [] });
    expect(settled(texts, coming)).toEqual(texts);
  });

  it('are settled in the link that is made of them', () => {
    const texts = {
      asOf: '昨天',
      changedOn: '2026-11-21T23:00:00-05:00',
      headerRow: '２',
    };
    expect(settled(texts, READ)).toEqual({
      asOf: '2026-11-24',
      changedOn: '2026-11-22',
      headerRow: '２',
    });
    expect(settled({ asOf: 'soon' }, READ)).toEqual({ asOf: 'soon' });
  });
});

describe('an address', () => {
  it('holds settings and gives them back', () => {
    const settings = {
      period: 'week',
      asOf: '2026-11-01',
      changedOn: '2026-05-14',
      counted: 'kept',
      dateOrder: 'dmy',
      encoding: 'gb18030',
      delimiter: 'tab',
      headerRow: '3',
    };
    const link = encodeInput(settings);
    expect(link).toBe(
      '#?asOf=2026-11-01&changedOn=2026-05-14&counted=kept&dateOrder=dmy&delimiter=tab&encoding=gb18030&headerRow=3&period=week&v=1',
    );
    expect(decodeInput(link, READ)).toEqual({ input: settings, ignored: [] });
  });
  it('never holds a file, and lists what it cannot use', () => {
    const { input, ignored } = decodeInput(
      '#?period=year&rows=order%20id&asOf=2026-11-01&v=1',
      READ,
    );
    expect(input).toEqual({ asOf: '2026-11-01' });
    expect(ignored.map(({ key, raw, messageKey }) => [key, raw, messageKey])).toEqual([
      ['rows', 'order id', 'tool.dispute-log.ignored.unknown'],
      ['period', 'year', 'tool.dispute-log.error.one-of'],
    ]);
    expect(encodeInput({ ...({ rows: 'secret' } as object) })).toBe('#?v=1');
  });
});

describe('an input', () => {
  it('is files and settings, or what is wrong with it', () => {
    const bytes = new Uint8Array([65]);
    const parsed = parse(
      { orders: ['a', { name: 'b.csv', bytes }], disputes: 'c', rows: '' },
      READ,
    );
    expect(
      parsed.kind === 'input' &&
        parsed.files.map(({ role, source }) => [role, source.name, source.size]),
    ).toEqual([
      ['orders', 'orders 1', 1],
      ['orders', 'b.csv', 1],
      ['disputes', 'disputes', 1],
    ]);
    expect(parse({ rows: 7 }, READ)).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'rows', key: 'tool.dispute-log.error.file' }],
    });
    expect(parse({ rows: { name: 'x' } }, READ).kind).toBe('invalid');
    expect(parse({ rows: new Array(51).fill('a') }, READ)).toMatchObject({
      issues: [{ path: 'rows', values: { most: 50 } }],
    });
    for (const raw of [null, 3, 'x', []])
      expect(parse(raw, READ)).toMatchObject({ kind: 'invalid', issues: [{ path: '' }] });
    expect(parse({}, READ)).toEqual({ kind: 'incomplete', missing: ['rows'] });
  });
});

describe('the reasons', () => {
  const keys = async (input: object) => {
    const answer = await calculate(input, '2027-01-01T00:00:00Z');
    expect(answer.kind).toBe('ok');
    return explain(answer as DisputeLogOk).map(
      ({ section, messageKey }) =>
        `${section} ${messageKey.replace('tool.dispute-log.explain.', '')}`,
    );
  };
  it('tell rates from counts, and what would make them better', async () => {
    const rows =
      'order id,order date,dispute date,product\n1,2026-01-05,2026-01-20,a\n2,2026-01-06,,b\n3,2026-03-01,,b\n';
    expect(await keys({ rows })).toEqual([
      'given file',
      'given as-of',
      'done unit',
      'done mature',
      'done p',
      'done cusum',
      'done cohorts',
      'done groups',
      'done shrunk',
      'change better-data',
    ]);
    expect(
      await keys({ disputes: 'order id,dispute date,reason\n1,2026-01-20,damaged\n' }),
    ).toEqual(['given file', 'given as-of', 'done no-base', 'change add-orders']);
    expect(
      await keys({
        orders: 'order id,order date\n1,2026-01-05\n',
        disputes: 'order id,dispute date\n9,2026-01-20\n',
        counted: 'kept',
      }),
    ).toEqual(expect.arrayContaining(['done kept', 'done unmatched', 'done unit']));
  });
});

describe('markup', () => {
  const rowsOf = (...pieces: string[]) => {
    const rows: string[][] = [];
    const markup = createTableMarkup((cells) => rows.push(cells));
    for (const piece of pieces) markup.push(piece);
    markup.end();
    return rows;
  };
  it('gives the same rows wherever it is cut', () => {
    const page =
      '<table><!-- <tr><td>no --><tr><th>订单&#21495;</th><th colspan=2>a&amp;b</th></tr><script>"<tr><td>x"</script><tr><td>1<td><![CDATA[2 < 3 &amp;]]></td></tr></table>';
    const whole = [
      ['订单号', 'a&b', ''],
      ['1', '2 < 3 &amp;'],
    ];
    expect(rowsOf(page)).toEqual(whole);
    for (let at = 1; at < page.length; at += 1)
      expect(rowsOf(page.slice(0, at), page.slice(at)), String(at)).toEqual(whole);
  });
  it('places cells of Excel’s own XML by their index', () => {
    expect(
      rowsOf(
        '<Row><Cell ss:Index="3"><Data>c</Data></Cell></Row><ss:Row><ss:Cell><ss:Data>a</ss:Data></ss:Cell></ss:Row>',
      ),
    ).toEqual([['', '', 'c'], ['a']]);
  });
  it('puts in entities, known ones only', () => {
    expect(unescapeText('&lt;&#x4E2D;&#20013;&nbsp;&nope;&#0;&#xD800;&')).toBe(
      '<中中 &nope;\ufffd\ufffd&',
    );
    expect([
      attribute('c r="A1" t=\'s\'', 't'),
      attribute('c r="A1"', 't'),
      attribute('x:c ss:Index=3', 'index'),
    ]).toEqual(['s', null, '3']);
  });
});
