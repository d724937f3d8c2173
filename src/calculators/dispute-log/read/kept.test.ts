import { describe, expect, it } from 'vitest';
import { readFiles } from '../calculate.ts';
import { readingAt } from '../notations.ts';
import { readSettings } from '../settings.ts';
import { sourceOf } from './source.ts';

const read = async (text: string, raw: object = {}) => {
  const settings = readSettings(raw, readingAt('2026-11-25T12:00:00Z'));
  if ('issues' in settings) throw new Error(JSON.stringify(settings.issues));
  const source = sourceOf('orders.csv', new TextEncoder().encode(text));
  return readFiles([{ source, role: null, settings: settings.settings }]);
};

const HEAD = 'order id,buyer name,ship address,order date,dispute date,product';
const line = (i: number) => `A${String(i)},Anna Nowak,Long Street 7,2026-01-0${String(i)},,lamp`;

describe('what is kept of a file', () => {
  // A title above the table, a file that ends among its first rows, and one that goes on behind them.
  it.each([
    ['few rows', ['Report for Anna Nowak', HEAD, line(1), line(2), line(3), line(4)]],
    ['many rows', [HEAD, ...Array.from({ length: 60 }, (_, i) => line(1 + (i % 9)))]],
  ])('is the columns that are read and the header of the others, %s', async (_, lines) => {
    const { tables, pool } = await read(lines.join('\n'));
    const [table] = tables;
    expect(table?.headers).toContain('buyer name');
    expect(table?.sample[0]).toEqual(['A1', null, null, '2026-01-01', '', 'lamp']);
    const words = Array.from({ length: pool.words.size }, (__, i) => pool.words.text(i));
    expect(`${JSON.stringify(tables)} ${words.join(' ')}`).not.toMatch(/Anna|Nowak|Street/);
    expect(words).toContain('lamp');
  });

  it('is a column that was chosen by hand, however it is called', async () => {
    const { tables } = await read([HEAD, line(1), line(2)].join('\n'), {
      mapping: { supplier: 'buyer name' },
    });
    expect(tables[0]?.sample[0]?.slice(0, 3)).toEqual(['A1', 'Anna Nowak', null]);
  });
});
