import { describe, expect, it } from 'vitest';
import { calculate, type DisputeLogOk } from './calculate.ts';
import { explain } from './explain.ts';
import { decodeInput, encodeInput } from './permalink.ts';
import { attribute, createTableMarkup, unescapeText } from './read/markup.ts';
import { parse } from './schema.ts';
import { readSettings } from './settings.ts';

const issues = (raw: object) => {
  const read = readSettings(raw);
  return 'issues' in read
    ? read.issues.map(({ path, key }) => `${path} ${key.split('.').at(-1) ?? ''}`)
    : [];
};

describe('settings', () => {
  it('are by month, of all requests, found out by themselves', () => {
    expect(readSettings({})).toEqual({
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
    expect(readSettings({ period: '', asOf: null, encoding: undefined })).toEqual(readSettings({}));
  });

  it('are read as people write them', () => {
    const read = readSettings({
      asOf: ' 1970-01-03 ',
      changedOn: '1970-01-02T23:59:59Z',
      delimiter: 'tab',
      headerRow: '4',
    });
    expect(read).toMatchObject({
      settings: { asOf: 2, changedOn: 1, delimiter: '\t', headerRow: 4 },
    });
    expect(readSettings({ delimiter: '\\t' })).toMatchObject({ settings: { delimiter: '\t' } });
  });

  it('say what is wrong, each where it is', () => {
    expect(issues({ period: 'year' })).toEqual(['period one-of']);
    expect(issues({ delimiter: '/' })).toEqual(['delimiter one-of']);
    expect(issues({ asOf: '2026-02-30' })).toEqual(['asOf day']);
    expect(issues({ asOf: 7, changedOn: 'soon' })).toEqual(['asOf day', 'changedOn day']);
    for (const moneyIn of ['dollar', '$', 7])
      expect(issues({ moneyIn })).toEqual(['moneyIn currency']);
    for (const headerRow of [0, 1001, 1.5, 'x'])
      expect(issues({ headerRow })).toEqual(['headerRow shape']);
    expect(issues({ mapping: { orderId: 0 } })).toEqual(['mapping.orderId mapping']);
    expect(issues({ mapping: { orderId: [7] } })).toEqual(['mapping.orderId mapping']);
    expect(issues({ mapping: { orderId: 'x'.repeat(201) } })).toEqual(['mapping.orderId mapping']);
    expect(issues({ mapping: { weight: 'kg' } })).toEqual(['mapping.weight no-field']);
    expect(issues({ mapping: [] })).toEqual(['mapping mapping']);
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
    expect(decodeInput(link)).toEqual({ input: settings, ignored: [] });
  });
  it('never holds a file, and lists what it cannot use', () => {
    const { input, ignored } = decodeInput('#?period=year&rows=order%20id&asOf=2026-11-01&v=1');
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
    const parsed = parse({ orders: ['a', { name: 'b.csv', bytes }], disputes: 'c', rows: '' });
    expect(
      parsed.kind === 'input' &&
        parsed.files.map(({ role, source }) => [role, source.name, source.size]),
    ).toEqual([
      ['orders', 'orders 1', 1],
      ['orders', 'b.csv', 1],
      ['disputes', 'disputes', 1],
    ]);
    expect(parse({ rows: 7 })).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'rows', key: 'tool.dispute-log.error.file' }],
    });
    expect(parse({ rows: { name: 'x' } }).kind).toBe('invalid');
    expect(parse({ rows: new Array(51).fill('a') })).toMatchObject({
      issues: [{ path: 'rows', values: { most: 50 } }],
    });
    for (const raw of [null, 3, 'x', []])
      expect(parse(raw)).toMatchObject({ kind: 'invalid', issues: [{ path: '' }] });
    expect(parse({})).toEqual({ kind: 'incomplete', missing: ['rows'] });
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
