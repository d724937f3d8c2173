import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { plan } from './calculate.ts';
import { dataFrom } from './tool.ts';
import { explain } from './explain.ts';
import { eventsOf } from './flow.ts';
import type { PlannerOk } from './result.ts';

setTemporal(Temporal);
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const flows = [...data.flows.values()];
const ms = fc.integer({ min: Date.parse('2025-02-01'), max: Date.parse('2026-10-01') });
const iso = (at: number) => new Date(Math.floor(at / 1000) * 1000).toISOString();

function ok(raw: unknown, asOf: string): PlannerOk {
  const result = plan(raw, data, asOf);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}

/** A flow, and moments for some of its events, each later than the one before. */
const known = fc.constantFrom(...flows).chain((flow) =>
  fc
    .tuple(
      ms,
      fc.array(fc.integer({ min: 1, max: 20 * 86_400_000 }), { minLength: 1, maxLength: 5 }),
    )
    .map(([start, gaps]) => {
      let at = start;
      const events: Record<string, string> = {};
      eventsOf(flow)
        .slice(0, gaps.length)
        .forEach((event, i) => {
          events[event] = iso(at);
          at += gaps[i] ?? 0;
        });
      return { flow, events, last: at };
    }),
);

describe('properties', () => {
  it('a deadline never moves earlier when a later event is added', () => {
    fc.assert(
      fc.property(known, fc.nat(), fc.nat(), ({ flow, events, last }, which, later) => {
        const free = eventsOf(flow).filter((event) => !(event in events));
        if (free.length === 0) return;
        const added = free[which % free.length] as string;
        const before = ok({ flow: flow.id, events }, iso(last));
        const after = ok(
          { flow: flow.id, events: { ...events, [added]: iso(last + (later % 1e9)) } },
          iso(last),
        );
        for (const old of before.deadlines) {
          const now = after.deadlines.find((one) => one.id === old.id);
          if (old.dueAt === null) continue;
          // Only what starts the same period anew may move an end, and only to later.
          if (now?.startsFrom === old.startsFrom) expect(now.dueAt).toBe(old.dueAt);
          else expect(Date.parse(now?.dueAt ?? '')).toBeGreaterThanOrEqual(Date.parse(old.dueAt));
        }
      }),
    );
  });

  it('a later start never brings an earlier end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...flows),
        ms,
        fc.integer({ min: 0, max: 5 * 86_400_000 }),
        (flow, start, gap) => {
          const all = (at: number) => Object.fromEntries(eventsOf(flow).map((id) => [id, iso(at)]));
          const asOf = iso(start);
          const first = ok({ flow: flow.id, events: all(start) }, asOf);
          const second = ok({ flow: flow.id, events: all(start + gap) }, asOf);
          for (const one of first.deadlines) {
            const other = second.deadlines.find(({ id }) => id === one.id);
            if (!one.dueAt || !other?.dueAt || one.dueAtIssue || other.dueAtIssue) continue;
            // Working days from a free day end on the day the last working day before would give,
            // at its own, perhaps earlier, time of day.
            if (one.calendar.startsWith('working-days')) continue;
            // An hour that is shown twice may be reached from two starts in either order.
            expect(Date.parse(other.dueAt)).toBeGreaterThanOrEqual(
              Date.parse(one.dueAt) - 3_600_000,
            );
          }
        },
      ),
    );
  });

  it('holds its own shape: sorted, safe, consistent', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: -40, max: 40 }), ({ flow, events, last }, days) => {
        const asOf = iso(last + days * 86_400_000);
        const result = ok({ flow: flow.id, events, buyerCountry: 'BR' }, asOf);
        expect(result.deadlines.map((one) => one.id).sort()).toEqual(
          flow.clocks.map((clock) => clock.id).sort(),
        );
        const dues = result.deadlines.flatMap((one) => (one.dueAt ? [one.dueAt] : []));
        expect([...dues].sort()).toEqual(dues);
        for (const one of result.deadlines) {
          expect(one.status === 'waiting').toBe(one.startsAt === null);
          if (one.dueAt && one.lastWorkingMoment)
            expect(Date.parse(one.lastWorkingMoment)).toBeLessThanOrEqual(Date.parse(one.dueAt));
          if (one.dueAtReadings.length > 0) expect(one.dueAtReadings[0]).toBe(one.dueAt);
          if (one.dueAt)
            expect(one.remainingSeconds).toBe(
              Math.floor((Date.parse(one.dueAt) - Date.parse(asOf)) / 1000),
            );
          if (one.status === 'overdue' && one.doneAt === null)
            expect(one.remainingSeconds).toBeLessThan(0);
        }
        if (result.next !== null)
          expect(result.deadlines.map((one) => one.id)).toContain(result.next);
        expect(explain(result).length).toBeGreaterThanOrEqual(result.deadlines.length);
      }),
    );
  });

  it('answers anything at all without throwing', () => {
    const field = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.double(),
      fc.constant(null),
      fc.boolean(),
      fc.constantFrom(
        'aliexpress.order',
        'Asia/Shanghai',
        'BR',
        '09:00-18:00',
        '2026-11-20',
        '4天',
      ),
    );
    const record = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('disputeOpenedAt', 'paidAt', '__proto__', 'shippedAt')),
      field,
    );
    const anything = fc.oneof(
      fc.anything(),
      fc.record(
        {
          flow: fc.oneof(field, fc.constantFrom(...flows.map((flow) => flow.id))),
          events: fc.oneof(record, field),
          shownDue: fc.oneof(record, field),
          zone: field,
          myZone: field,
          buyerCountry: field,
          workCalendar: field,
          workHours: field,
          promisedDays: field,
          asOf: field,
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const result = plan(raw, data, '2026-11-21T00:00:00Z');
        expect(['ok', 'invalid', 'unknown-rule']).toContain(result.kind);
        if (result.kind === 'invalid') expect(result.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });
});
