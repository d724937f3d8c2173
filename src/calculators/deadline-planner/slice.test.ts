import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill/implementation';
import { expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { plan } from './calculate.ts';
import { dataFrom } from './tool.ts';
import { eventsOf, ruleIdsOf } from './flow.ts';

setTemporal(Temporal);
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));

it('a flow needs no rule beyond the slice it names', () => {
  expect(data.flows.size).toBeGreaterThanOrEqual(16);
  for (const flow of data.flows.values()) {
    const ids = new Set(ruleIdsOf(flow));
    const rules = new Map([...data.rules].filter(([id]) => ids.has(id)));
    const input = {
      flow: flow.id,
      events: Object.fromEntries(eventsOf(flow).map((id) => [id, '2026-11-16T10:00:00Z'])),
      buyerCountry: 'BR',
      promisedDays: 3,
    };
    const asOf = '2026-11-20T00:00:00Z';
    expect(plan(input, { ...data, rules }, asOf)).toEqual(plan(input, data, asOf));
  }
});
