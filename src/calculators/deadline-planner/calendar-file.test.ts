import { join } from 'node:path';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { plan } from './calculate.ts';
import { ALARM_HOURS, buildCalendar, entriesOf, uidOf } from './calendar-file.ts';
import { dataFrom } from './tool.ts';
import type { PlannerOk } from './result.ts';

setTemporal(Temporal);
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const NOW = '2026-11-21T00:00:00Z';

function result(opened: string): PlannerOk {
  const made = plan(
    { flow: 'aliexpress.snad-classic', events: { disputeOpenedAt: opened } },
    data,
    NOW,
  );
  if (made.kind !== 'ok') throw new Error('not ok');
  return made;
}

const long = '首次响应：订单8123456789012345678，买家说货不对版，请在平台上响应并附上证据；'.repeat(
  6,
);

function file(made: PlannerOk, stamp = NOW): string {
  return buildCalendar({
    name: '时限（和解手册）',
    language: 'zh-CN',
    stamp,
    entries: entriesOf(made, 'A1', (deadline) => ({
      summary: `${deadline.id}, ${long}`,
      description: `${long}\n第二行; with, commas\\`,
    })),
  });
}

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

describe('the calendar file, read back by another program', () => {
  const made = result('2026-11-20T23:15:00-08:00');
  const text = file(made);

  it('holds every open deadline at the right moment', () => {
    const events = eventsIn(text);
    expect(events.map((event) => event.startDate.toJSDate().toISOString())).toEqual([
      '2026-11-26T07:15:00.000Z',
      '2026-11-28T07:15:00.000Z',
    ]);
    for (const event of events) expect(event.startDate.zone.tzid).toBe('UTC');
  });

  it('warns 48, 24 and 2 hours before', () => {
    for (const event of eventsIn(text)) {
      const alarms = event.component.getAllSubcomponents('valarm');
      const hours = alarms.map(
        (alarm) => -(alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds() / 3600,
      );
      expect(hours).toEqual([...ALARM_HOURS]);
    }
  });

  it('folds Chinese text at 75 octets and gives it back whole', () => {
    const lines = text.split('\r\n');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const event = eventsIn(text)[0];
    expect(event?.summary).toBe(`first-answer, ${long}`);
    expect(event?.description).toBe(`${long}\n第二行; with, commas\\`);
  });

  it('updates instead of doubling when it is imported again', () => {
    const uids = (source: string) => eventsIn(source).map((event) => event.uid);
    const moved = file(result('2026-11-20T20:15:00-08:00'), '2026-11-22T00:00:00Z');
    expect(uids(moved)).toEqual(uids(text));
    expect(new Set(uids(text)).size).toBe(2);
    const sequence = (source: string) => eventsIn(source)[0]?.sequence ?? 0;
    expect(sequence(moved)).toBeGreaterThan(sequence(text));
  });

  it('gives other cases other ids', () => {
    const deadline = made.deadlines[0];
    if (!deadline) throw new Error('no deadline');
    const ids = ['A1', 'A2', null].map((id) => uidOf(id, made.flow, deadline));
    expect(new Set(ids).size).toBe(3);
    expect(uidOf('A1', 'aliexpress.inr', deadline)).not.toBe(ids[0]);
  });

  it('leaves out what is done, past or unknown, and survives hostile text', () => {
    const past = result('2026-10-01T00:00:00Z');
    expect(entriesOf(past, 'A1', () => ({ summary: 'x', description: '' }))).toEqual([]);
    const hostile = buildCalendar({
      name: 'x\r\nBEGIN:VEVENT',
      language: 'en',
      stamp: NOW,
      entries: [
        {
          uid: 'u@amicable',
          at: NOW,
          summary: 'a\r\nEND:VCALENDAR\u0000\u0007',
          description: 'b\nATTACH:http://example.com',
        },
      ],
    });
    expect(eventsIn(hostile)).toHaveLength(1);
    expect(eventsIn(hostile)[0]?.component.getFirstProperty('attach')).toBeNull();
  });
});
