import { describe, expect, it } from 'vitest';
import { calculate, type DisputeLogOk } from '../calculate.ts';
import { encodeIn } from '../testing/make.ts';
import { Dictionary, visible } from './dictionary.ts';

const read = (text: string | Uint8Array, more: object = {}) =>
  calculate(
    {
      rows: {
        name: 'f',
        bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
      },
      ...more,
    },
    '2026-11-29T00:00:00Z',
  );
const ok = async (text: string | Uint8Array, more: object = {}) => {
  const answer = await read(text, more);
  expect(answer.kind, JSON.stringify(answer).slice(0, 300)).toBe('ok');
  return answer as DisputeLogOk;
};
const HEADER = 'Order ID,Order date,Dispute date,Product,Country\n';
const groupsOf = ({ groups }: DisputeLogOk, name: 'product' | 'country') =>
  Object.fromEntries((groups[name] ?? []).map(({ id, base }) => [id, base]));

describe('texts that look the same', () => {
  it('are seen without what takes no room', () => {
    expect(visible('\u200eDE\u200f')).toBe('DE');
    expect(visible('\ufeffSKU\u200b-\u00ad2\u2060')).toBe('SKU-2');
    expect(visible('\u202eabc\u202c \u2066x\u2069')).toBe('abc x');
    expect(visible('\u00a0a\u00a0\u3000b\t')).toBe('a b');
    // Letters of signs that are joined, and of Persian, are told apart by what takes no room.
    expect(visible('👩\u200d👧 می\u200cخواهم')).toBe('👩\u200d👧 می\u200cخواهم');
  });

  it('have one number, whichever of them came first, and none where nothing is left', () => {
    const words = new Dictionary();
    const seen = (text: string) => {
      const bytes = new TextEncoder().encode(text);
      return words.seenAs(bytes, 0, bytes.length);
    };
    const hidden = seen('\u00a0DE\u200e');
    expect(words.text(hidden)).toBe('DE');
    expect([seen('DE'), seen('DE\u00a0'), seen('\u00a0DE\u200e')]).toEqual([
      hidden,
      hidden,
      hidden,
    ]);
    expect([seen('\u200b'), seen('\u00a0\u3000'), seen('\u200b')]).toEqual([-1, -1, -1]);
    expect(seen('€')).not.toBe(hidden);
    expect(words.text(seen('货\u3000物'))).toBe('货 物');
  });

  it('are one group in a table, in any alphabet', async () => {
    const rows = (nbsp: string) =>
      [
        'A1,2026-01-05,,lamp,DE',
        `A2,2026-01-06,,${nbsp}lamp,DE${nbsp}`,
        `A3,2026-01-07,,"lamp${nbsp}",${nbsp}`,
        `A4,2026-01-08,,"a ""b""${nbsp}",DE`,
        'A5,2026-01-09,,"a ""b""",DE',
        `${nbsp}A5,2026-01-09,,"a ""b""",DE`,
      ].join('\n');
    for (const bytes of [
      new TextEncoder().encode(HEADER + rows('\u00a0')),
      new TextEncoder().encode(HEADER + rows('\u200b')),
      new TextEncoder().encode(HEADER + rows('\u3000')),
      // A blank that does not break, and «брак» so that the alphabet is told.
      encodeIn('windows-1251', `${HEADER}${rows('\u00a0')}\nA6,2026-01-10,,брак,RU`),
    ]) {
      const answer = await ok(bytes);
      expect(groupsOf(answer, 'product')).toMatchObject({ lamp: 3, 'a "b"': 2 });
      expect(answer.groups.product?.length).toBe(answer.counts.orders === 5 ? 2 : 3);
      expect(groupsOf(answer, 'country')).toMatchObject({ DE: 4 });
      expect(answer.files[0]?.leftBy).toEqual({ duplicate: 1 });
    }
  });

  it('are one order, and what hides before a number does not hide what became of it', async () => {
    const answer = await ok(
      `${HEADER}5001,2026-01-05,,lamp,DE\n\u200b5001,2026-01-05,,cup,DE\n5001\u200e,2026-01-05,,pot,DE\n５００１,2026-01-05,,pan,DE\n\u00a08.12E+15,2026-01-06,,lamp,DE\n\u200e#####,2026-01-06,,lamp,DE\n`,
    );
    expect(answer.counts.orders).toBe(1);
    expect(answer.files[0]?.leftBy).toEqual({ 'damaged-id': 2 });
  });

  it('are one order with and without the nought that a program writes', async () => {
    const answer = await ok(
      `${HEADER}8123456789012345,2026-01-05,,lamp,DE\n8123456789012345.0,2026-01-05,,cup,DE\n77.0,2026-01-06,,lamp,DE\n77,2026-01-06,,cup,DE\nv1.0,2026-01-07,,lamp,DE\nv1,2026-01-07,,lamp,DE\n1.5.0,2026-01-07,,lamp,DE\n1.5,2026-01-07,,lamp,DE\n`,
    );
    // Names that only end so are names.
    expect([answer.counts.orders, answer.files[0]?.used]).toEqual([6, 8]);
  });
});

describe('rows around a table', () => {
  it('are totals, however full', async () => {
    const { files } = await ok(
      `${HEADER}A1,2026-01-05,,lamp,DE\nTotal,2,1,lamp,DE\nИтого,,,2,DE\n合计,,,2,DE\nTotaliser,,,2,DE\n`,
    );
    expect(files[0]?.left).toEqual([
      { row: 3, why: 'footer' },
      { row: 4, why: 'footer' },
      { row: 5, why: 'footer' },
      { row: 6, why: 'no-date' },
    ]);
  });

  it('may be blank, as many as there are, and are no header', async () => {
    for (const blank of ['\n', ',,,\n', ' , ,\n', '\u00a0,\n']) {
      const { files } = await ok(`A report\n${blank.repeat(60)}${HEADER}A1,2026-01-05,,lamp,DE\n`);
      expect([files[0]?.headerRow, files[0]?.rows], blank).toEqual([62, 1]);
      expect(await read(blank.repeat(200)), blank).toMatchObject({
        issues: [{ key: 'tool.dispute-log.refused.empty' }],
      });
    }
  });

  it('say where the header is, however far down', async () => {
    const titles = Array.from({ length: 200 }, (_, i) => `Line ${String(i)} of the report\n`);
    const text = `${titles.join('')}\n${HEADER}A1,2026-01-05,,lamp,DE\n`;
    expect(await read(text)).toMatchObject({
      issues: [{ key: 'tool.dispute-log.refused.no-header' }],
    });
    const { files } = await ok(text, { headerRow: 202 });
    expect([files[0]?.headerRow, files[0]?.rows, files[0]?.used]).toEqual([202, 1, 1]);
  });
});

describe('a header', () => {
  it('is its words without marks that nothing closes', async () => {
    for (const header of [
      HEADER.replace('Order ID', '"Order ID'),
      HEADER.replace('Country', "'Country'"),
      HEADER.replace('Order date', ' "" Order date'),
    ]) {
      const { files } = await ok(`${header}A1,2026-01-05,,lamp,DE\n`);
      expect(files[0]?.columns, header).toEqual({
        orderId: 'order id',
        orderedAt: 'order date',
        disputedAt: 'dispute date',
        product: 'product',
        country: 'country',
      });
    }
  });

  it('asks with names alone where columns have none', async () => {
    const answer = await read(',when,,,when,\n,x,,,y,\n');
    expect(answer).toMatchObject({ kind: 'incomplete', headers: ['when', 'when (2)'] });
  });
});

describe('days with the year first, in two figures', () => {
  const days = async (lines: readonly string[], more: object = {}) => {
    const rows = lines.map((line, i) => `A${String(i)},${line},lamp,DE`);
    const answer = await ok(HEADER + rows.join('\n'), { period: 'day', ...more });
    return answer.byOrder?.periods.map(({ id }) => id);
  };
  const SIX = ['26-01-03', '26-01-18', '26-02-19', '25.12.30', '26/01/31', '26-01-07 10:00'];

  it('are read so where the first figure hardly ever changes and the last one does', async () => {
    expect(await days(SIX.map((day) => `${day},`))).toEqual([
      '2025-12-30',
      '2026-01-03',
      '2026-01-07',
      '2026-01-18',
      '2026-01-31',
      '2026-02-19',
    ]);
  });

  it('in either column by itself', async () => {
    const answer = await ok(
      HEADER +
        SIX.map((day, i) => `A${String(i)},2025-12-0${String(i + 1)},${day},lamp,DE`).join('\n'),
    );
    expect([answer.counts.from, answer.counts.to]).toEqual(['2025-12-30', '2026-02-19']);
  });

  it('are not where the day comes first, where anything is left open, or where there are few', async () => {
    expect(
      await days(['18-01-26,', '19-01-26,', '20-02-26,', '21-02-26,', '22-02-25,', '23-02-24,']),
    ).toEqual(['2024-02-23', '2025-02-22', '2026-01-18', '2026-01-19', '2026-02-20', '2026-02-21']);
    expect(await days(['15-01-20,', '15-01-21,', '15-01-22,', '15-01-23,'])).toEqual([
      '2020-01-15',
      '2021-01-15',
      '2022-01-15',
      '2023-01-15',
    ]);
    // One day in full says which comes first, and so does one that can be read one way only.
    const [first = '', ...rest] = SIX.map((day) => `${day},`);
    expect((await days([first, ...rest, '30.11.2025,']))?.[0]).toBe('2003-01-26');
    expect((await days([first, ...rest, '01-18-26,']))?.[0]).toBe('2003-01-26');
  });

  it('take five different last figures, and no more than three first ones', async () => {
    const first = async (...lines: string[]) => (await days(lines.map((day) => `${day},`)))?.[0];
    // Five days of January 2026, and the same four of them in years that would be 2003 to 2006.
    expect(await first('26-01-03', '26-01-04', '26-01-05', '26-01-06', '26-01-07')).toBe(
      '2026-01-03',
    );
    expect(await first('26-01-03', '26-01-04', '26-01-05', '26-01-06')).toBe('2003-01-26');
    expect(await first('26-01-03', '26-01-04', '26-01-05', '26-01-06', '26-02-06')).toBe(
      '2003-01-26',
    );
    expect(await first('26-01-03', '25-01-04', '24-01-05', '24-01-06', '24-01-07')).toBe(
      '2024-01-05',
    );
    expect(await first('26-01-03', '25-01-04', '24-01-05', '23-01-06', '23-01-07')).toBe(
      '2003-01-26',
    );
    // A day that is written out in full is known, and was none of them.
    expect(
      await first('26-01-03', '26-01-04', '26-01-05', '26-01-06', '26-01-07', '2026-01-02'),
    ).toBe('2003-01-26');
  });
});
