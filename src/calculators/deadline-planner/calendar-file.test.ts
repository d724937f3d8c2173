import { join } from 'node:path';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { plan } from './calculate.ts';
import { buildCalendar, entriesOf, uidOf } from './calendar-file.ts';
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

const entries = (made: PlannerOk, id: string) =>
  entriesOf(made, id, () => ({ summary: 'x', description: '' }));

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

  it('reminds a working day and two hours before the last working moment, and never at night', () => {
    const alarms = eventsIn(text).map((event) =>
      event.component.getAllSubcomponents('valarm').map((alarm) => {
        const before = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
        const at = event.startDate.toJSDate().getTime() + before.toSeconds() * 1000;
        return new Date(at).toISOString();
      }),
    );
    expect(alarms.map((list) => [...list].sort())).toEqual([
      // The end, Thu 26 Nov 15:15 in Beijing, lies in the desk's hours: Wed 15:15, Thu 13:15, the end.
      ['2026-11-25T07:15:00.000Z', '2026-11-26T05:15:00.000Z', '2026-11-26T07:15:00.000Z'],
      // The end is Sat 28 Nov 15:15; the desk closes on Fri 18:00: Thu 18:00 and Fri 16:00.
      ['2026-11-26T10:00:00.000Z', '2026-11-27T08:00:00.000Z'],
    ]);
  });

  it('carries two hours over a night, and skips a free day', () => {
    const remind = (opened: string, more: object = {}, asOf = NOW) => {
      const read = plan(
        { flow: 'aliexpress.snad-classic', events: { disputeOpenedAt: opened }, ...more },
        data,
        asOf,
      );
      if (read.kind !== 'ok') throw new Error(JSON.stringify(read));
      return read.deadlines.find(({ id }) => id === 'first-answer')?.remindAt;
    };
    // Ends Mon 30 Nov 09:30 in Beijing: half an hour of Monday, so Fri 16:30; a working day before
    // is Fri 09:30.
    expect(remind('2026-11-25T01:30:00Z')).toEqual([
      '2026-11-27T01:30:00Z',
      '2026-11-27T08:30:00Z',
      '2026-11-30T01:30:00Z',
    ]);
    // Ends at three in the night of Thu 26 Nov: the desk closed on Wed 18:00.
    expect(remind('2026-11-20T19:00:00Z')).toEqual([
      '2026-11-24T10:00:00Z',
      '2026-11-25T08:00:00Z',
    ]);
    // What is past is left out.
    expect(remind('2026-11-20T19:00:00Z', {}, '2026-11-25T00:00:00Z')).toEqual([
      '2026-11-25T08:00:00Z',
    ]);
    // A night shift, 22:00 to 06:00: Thu 03:00 is inside; Wed 03:00, Thu 01:00, the end.
    expect(remind('2026-11-20T19:00:00Z', { workHours: '22:00-06:00' })).toEqual([
      '2026-11-24T19:00:00Z',
      '2026-11-25T17:00:00Z',
      '2026-11-25T19:00:00Z',
    ]);
    // No plan for 2028: every day counts as worked, in the hours of the desk.
    expect(remind('2028-02-20T19:00:00Z', {}, '2028-02-21T00:00:00Z')).toEqual([
      '2028-02-24T10:00:00Z',
      '2028-02-25T08:00:00Z',
    ]);
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

  it('gives other cases other ids, and boards without names never the same', () => {
    const deadline = made.deadlines[0];
    if (!deadline) throw new Error('no deadline');
    const ids = ['A1', 'A2', null].map((id) => uidOf(id, made, deadline));
    expect(new Set(ids).size).toBe(3);
    const other = { flow: 'aliexpress.inr', buyerCountry: null };
    expect(uidOf('A1', other, deadline)).not.toBe(ids[0]);
    // Line 1 of Monday's board and line 1 of Tuesday's are two cases.
    const monday = uidOf('#1', made, deadline);
    const tuesday = result('2026-11-21T10:00:00Z');
    expect(tuesday.deadlines[0] && uidOf('#1', tuesday, tuesday.deadlines[0])).not.toBe(monday);
    expect(uidOf('8.16371E+15 #1', made, deadline)).toBe(monday);
    expect(uidOf('#1', { ...made, buyerCountry: 'BR' }, deadline)).not.toBe(monday);
    // In whatever line: pasted in another order it is the same case.
    expect(uidOf('#2', made, deadline)).toBe(monday);
    const twins = [...entries(made, '#1'), ...entries(made, '#2')];
    const uids = eventsIn(
      buildCalendar({ name: 'x', language: 'en', stamp: NOW, entries: twins }),
    ).map((event) => event.uid);
    expect(new Set(uids).size).toBe(4);
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
