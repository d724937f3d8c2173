import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { calculate } from './index.ts';
import { dataFrom } from './tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const titles = readFileSync(join(import.meta.dirname, '../../../tests/data/titles.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Share of honest titles a class that stops or accuses may be wrong about. */
const MOST = 0.05;

it('honest titles that nobody here wrote are let be', () => {
  expect(titles.length).toBeGreaterThanOrEqual(300);
  const alarms = new Map<string, string[]>();
  for (const title of titles) {
    // The maker stands first in these titles, and the shop may sell it.
    const brands = [title.split(' ')[0] ?? ''];
    const result = calculate(
      { platform: 'aliexpress', title, brands },
      data,
      '2026-11-21T00:00:00Z',
    );
    if (result.kind !== 'ok') throw new Error(title);
    for (const { id, severity, words } of result.findings)
      if (severity === 'blocks' || severity === 'claims')
        alarms.set(id, [...(alarms.get(id) ?? []), `${title} [${words}]`]);
  }
  const rates = data.faults.map(({ id }) => ({
    id,
    alarms: alarms.get(id)?.length ?? 0,
    rate: (alarms.get(id)?.length ?? 0) / titles.length,
  }));
  console.info(rates.map(({ id, alarms: count }) => `${id} ${count}/${titles.length}`).join(', '));
  for (const { id, rate } of rates)
    expect(rate, `${id}: ${alarms.get(id)?.join('; ')}`).toBeLessThanOrEqual(MOST);
});
