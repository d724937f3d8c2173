import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';
import { calculate, readFiles, type DisputeLogOk } from './calculate.ts';
import { readingAt } from './notations.ts';
import { readSettings } from './settings.ts';
import { sourceOf } from './read/source.ts';
import { amountFrom, coinsFrom, dayNumber } from './read/values.ts';

const encode = (text: string) => new TextEncoder().encode(text);

interface Line {
  id: number;
  day: string;
  product: string;
  country: string;
  carrier: string;
}
const DAYS = ['2026-01-01', '2026-01-02', '', 'never', '2026-03-01'];
const line = fc.record<Line>({
  id: fc.integer({ min: 1, max: 9 }),
  day: fc.constantFrom(...DAYS, ...DAYS.slice(0, 2), ...DAYS.slice(0, 2)),
  product: fc.constantFrom('', 'a', 'b'),
  country: fc.constantFrom('', 'PL', 'ES'),
  carrier: fc.constantFrom('', 'x', 'y', 'z'),
});
/** The columns of a file beside the number and the day: a file may lack any of them. */
const columns = fc.subarray(['product', 'country', 'carrier'] as const);
const file = fc.record({ lines: fc.array(line, { maxLength: 12 }), columns });

async function carried(files: readonly { lines: Line[]; columns: (keyof Line)[] }[]) {
  const settings = readSettings({}, readingAt('2026-11-25T12:00:00Z'));
  if ('issues' in settings) throw new Error('These settings are empty.');
  const { tables, pool } = await readFiles(
    files.map(({ lines, columns: named }, i) => ({
      role: 'orders' as const,
      source: sourceOf(
        String(i),
        encode(
          [
            ['order id', 'order date', ...named].join(','),
            ...lines.map((one) =>
              [`N${String(one.id)}`, one.day, ...named.map((n) => one[n])].join(','),
            ),
          ].join('\n'),
        ),
      ),
      settings: settings.settings,
    })),
  );
  const { orders } = assemble(tables, pool, dayNumber(2026, 2, 1), 'opened');
  const name = (list: Int32Array | null, at: number) =>
    list === null ? null : (list[at] as number) < 0 ? '' : pool.words.text(list[at] as number);
  return Array.from({ length: orders.count }, (_, at) => ({
    day: orders.day[at],
    product: name(orders.groups.product, at),
    country: name(orders.groups.country, at),
    carrier: name(orders.groups.carrier, at),
  }));
}

describe('what an order belongs to', () => {
  it('is what the row says that named it first, whatever rows lie between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
        const whole = files.filter(({ lines }) => lines.length > 0);
        fc.pre(whole.length > 0);
        // By hand: in the order of the files, the first row of each number with a day before the cut.
        const seen = new Set<number>();
        const expected = whole.flatMap(({ lines, columns: named }) =>
          lines.flatMap((one) => {
            if (!one.day.startsWith('2026-0') || one.day > '2026-01-31' || seen.has(one.id))
              return [];
            seen.add(one.id);
            const said = (name: 'product' | 'country' | 'carrier') =>
              named.includes(name)
                ? one[name]
                : whole.some((other) => other.columns.includes(name))
                  ? ''
                  : null;
            return [
              {
                day: dayNumber(2026, 1, Number(one.day.slice(-2))),
                product: said('product'),
                country: said('country'),
                carrier: said('carrier'),
              },
            ];
          }),
        );
        expect(await carried(whole)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an order of several cases', () => {
  const read = async (rows: readonly string[]) =>
    (await calculate(
      {
        rows: {
          name: 'f',
          bytes: encode(
            `order id,order date,dispute date,product,reason,amount,currency\n${rows.join('\n')}\n`,
          ),
        },
      },
      '2026-11-29T00:00:00Z',
    )) as DisputeLogOk;

  it('is one order of each cause it was complained for, and counts in each', async () => {
    const { fixFirst } = await read([
      '1,2026-01-05,2026-01-09,lamp,not as described,5.00,EUR',
      '1,2026-01-05,2026-01-10,lamp,not as described,5.00,EUR',
      '1,2026-01-05,2026-01-11,lamp,wrong item,5.00,EUR',
      '2,2026-01-05,2026-01-09,lamp,not as described,5.00,EUR',
      '3,2026-01-05,,lamp,,,',
      '4,2026-01-05,2026-01-09,cup,not as described,5.00,EUR',
    ]);
    const told = fixFirst
      .filter(({ by }) => by === 'product')
      .map(({ cause, group, count, matureCount, half }) => [
        `${cause} ${group}`,
        count,
        matureCount,
        half.num,
      ]);
    expect(told.sort()).toEqual([
      ['not_as_described cup', 1, 1, 1],
      ['not_as_described lamp', 3, 2, 2],
      ['wrong_item lamp', 1, 1, 1],
    ]);
  });
});

describe('an amount of bare figures', () => {
  const coins = (text: string) => {
    const bytes = encode(`"${text}",7`);
    return coinsFrom(bytes, 1, bytes.length - 3);
  };
  const figures = (most: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most })
      .map((list) => list.join(''));

  it('is read from its bytes as from its letters', () => {
    fc.assert(
      fc.property(figures(9), fc.constantFrom('.', ','), figures(2), (whole, mark, behind) => {
        const read = coins(whole + mark + behind);
        expect(read >= 0).toBe(mark === '.');
        expect(read < 0 ? -1 - read : read).toBe(
          amountFrom(whole + mark + behind, mark as '.' | ','),
        );
      }),
    );
    expect([coins('12.5'), coins('0,05'), coins('0.00'), coins('0,00')]).toEqual([
      125_000, -501, 0, -1,
    ]);
    expect(coins('999999999.99')).toBe(9_999_999_999_900);
  });

  it.each([
    '',
    '7',
    '.5',
    '12.',
    '12.500',
    '1234567890.00',
    '1.2.3',
    '12:50',
    '-1.00',
    '1.0a',
    'a.00',
  ])('is nothing else: %j', (text) => expect(coins(text)).toBeNaN());

  it('tells the mark of its column, and is read by that of the most', async () => {
    const settings = (amounts: readonly string[]) =>
      calculate(
        {
          disputes: {
            name: 'f',
            bytes: encode(
              `order id;dispute date;reason;amount;currency\n${amounts.map((each, i) => `${String(i)};2026-01-09;damaged;${each};EUR`).join('\n')}\n`,
            ),
          },
        },
        '2026-11-29T00:00:00Z',
      );
    const total = async (...amounts: readonly string[]) =>
      ((await settings(amounts)) as DisputeLogOk).money?.total;
    // A mark before three figures parts thousands only where others say that decimals stand behind the other one.
    expect(await total('1.50', '2.50', '1,500')).toBe('1504.00');
    expect(await total('1,50', '2,50', '1.500')).toBe('1504.00');
    expect(await total('1,50', '2,50', '3.25')).toBe('329.00');
    expect(await total('1.50', '2,50')).toBe('4.00');
  });
});
