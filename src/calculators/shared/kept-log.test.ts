import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CAUSE_IDS } from '../dispute-log/names.ts';
import { LISTING_CLASSES, lossesByClass, readKeptLogs, type KeptLog } from './kept-log.ts';

const LOG: KeptLog = {
  day: '2026-11-29',
  from: '2026-01-03',
  to: '2026-11-20',
  orders: 500,
  disputed: 12,
  cases: 13,
  currency: 'EUR',
  causes: {
    late: { count: 3, money: '30.10' },
    not_received: { count: 5, money: '61.90' },
    size_or_fit: { count: 4, money: null },
    changed_mind: { count: 1, money: '8.00' },
  },
};

describe('totals kept on the device', () => {
  it('come back as they were kept', () => {
    expect(readKeptLogs(JSON.parse(JSON.stringify([LOG])))).toEqual([LOG]);
    const bare = { ...LOG, orders: null, disputed: null, currency: null };
    expect(readKeptLogs([bare, LOG])).toEqual([bare, LOG]);
  });

  it.each([
    ['nothing', undefined],
    ['no list', { ...LOG }],
    ['no record', ['x', null, 7]],
    ['a day that is a figure', [{ ...LOG, day: 20260101 }]],
    ['a day with a text behind it', [{ ...LOG, to: '2026-11-20 and more' }]],
    ['orders as a text', [{ ...LOG, orders: '500' }]],
    ['no cases', [{ ...LOG, cases: undefined }]],
    ['no causes', [{ ...LOG, causes: null }]],
    ['a cause as a figure', [{ ...LOG, causes: { late: 3 } }]],
    ['a sum as a figure', [{ ...LOG, causes: { late: { count: 3, money: 30 } } }]],
  ])('%s is left out', (_, raw) => {
    expect(readKeptLogs(raw)).toEqual([]);
  });

  it('count for each class of the listing check that leads to them', () => {
    expect([...lossesByClass(LOG)]).toEqual([
      ['L09', { count: 8, money: 92 }],
      ['L07', { count: 4, money: 0 }],
    ]);
    expect([
      ...lossesByClass({ ...LOG, causes: { not_as_described: { count: 2, money: '9' } } }).keys(),
    ]).toEqual(['L05', 'L14', 'L02', 'L03', 'L15']);
  });

  it('every class that names a reason has a cause, and every class named is there', () => {
    const folder = 'src/content/listing-faults';
    const faults = fs.readdirSync(folder).map(
      (name) =>
        parse(fs.readFileSync(path.join(folder, name), 'utf8')) as {
          id: string;
          reason: string | null;
        },
    );
    expect(faults).toHaveLength(16);
    const named = new Set(Object.values(LISTING_CLASSES).flat());
    for (const id of named) expect(faults.map((fault) => fault.id)).toContain(id);
    for (const { id, reason } of faults) if (reason !== null) expect(named).toContain(id);
    for (const cause of Object.keys(LISTING_CLASSES)) expect(CAUSE_IDS).toContain(cause);
  });
});
