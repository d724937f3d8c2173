import { describe, expect, it } from 'vitest';
import { splitRows } from '../../shared/rows.ts';
import type { Deadline, PlannerOk } from '../result.ts';
import { calendarOf, tableOf, type FileContext } from './files.ts';

/** Each word as what it is a word for. */
const context: FileContext = {
  words: {
    language: 'en',
    own: (key, values) =>
      [key, ...Object.entries(values ?? {}).map(([name, value]) => `${name}=${value}`)].join(' '),
    title: (flow) => `title ${flow}`,
    deadline: (id) => `deadline ${id}`,
    statusWord: ({ status }) => `is ${status}`,
    moment: (iso, zone) => `${iso} in ${zone}`,
    country: (code) => `country ${code}`,
  },
  ruleName: (id) => `rule ${id}`,
  linkOf: ({ flow }) => `https://example.org/#${flow}`,
  localText: (ms, zone) =>
    `${new Date(ms + (zone === 'Asia/Shanghai' ? 8 : 0) * 3_600_000).toISOString().slice(0, 19)}Z`,
  stamp: '2026-11-18T00:00:00Z',
};
const due = {
  id: 'answer',
  kind: 'duty',
  actor: 'seller',
  status: 'open',
  dueAt: '2026-11-21T01:00:00Z',
  lastWorkingMoment: '2026-11-20T10:00:00Z',
  onTimeout: 'lost',
  ruleId: 'r.answer',
  remindAt: [],
} as unknown as Deadline;
const waits = { ...due, id: 'offer', status: 'waiting', dueAt: null, lastWorkingMoment: null };
const result = {
  flow: 'x.case',
  deadlines: [due, waits],
  buyerCountry: 'BR',
  zones: { mine: 'Asia/Shanghai', platform: 'UTC' },
} as unknown as PlannerOk;
const LINK = 'https://example.org/#x.case';

describe('a table of cases', () => {
  it('has a row a deadline, with its moments as they can be sorted and the link at its end', () => {
    const rows = splitRows(tableOf([{ id: '8163', note: 'call, then "ask"', result }], context));
    expect(rows.map(({ cells }) => cells)).toEqual([
      'case flow deadline actor status due due-mine due-platform last timeout rule note country link'
        .split(' ')
        .map((column) => `file.csv.${column}`),
      [
        '8163',
        'title x.case',
        'deadline answer',
        'actor.seller',
        'is open',
        '2026-11-21T01:00:00Z',
        '2026-11-21 09:00',
        '2026-11-21 01:00',
        '2026-11-20T10:00:00Z',
        'timeout.lost',
        'rule r.answer',
        'call, then "ask"',
        'country BR',
        LINK,
      ],
      [
        '8163',
        'title x.case',
        'deadline offer',
        'actor.seller',
        'is waiting',
        '',
        '',
        '',
        '',
        'timeout.lost',
        'rule r.answer',
        'call, then "ask"',
        'country BR',
        LINK,
      ],
    ]);
  });

  it('leaves the country empty where none is known, and goes from case to case', () => {
    const nowhere = { ...result, buyerCountry: null, deadlines: [due] };
    const cases = ['a', 'b'].map((id) => ({ id, note: '', result: nowhere }));
    const cells = splitRows(tableOf(cases, context)).map((row) => [row.cells[0], row.cells[12]]);
    expect(cells).toEqual([
      ['file.csv.case', 'file.csv.country'],
      ['a', ''],
      ['b', ''],
    ]);
  });
});

describe('a calendar of cases', () => {
  const lines = (id: string, of = result) =>
    calendarOf([{ id, note: '', result: of }], context)
      // Long lines go on behind a space.
      .replaceAll('\r\n ', '')
      .split('\r\n');
  const value = (all: string[], name: string) =>
    all.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);

  it('has an entry for what has an end, named after the case or its kind', () => {
    const named = lines('8163');
    expect(named.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(value(named, 'SUMMARY')).toBe('file.summary deadline=deadline answer case=8163');
    expect(value(lines(''), 'SUMMARY')).toBe(
      'file.summary.plain deadline=deadline answer flow=title x.case',
    );
  });

  it('tells whose it is, when it ends on the clock of the seller, and what happens then', () => {
    const told = (of: Partial<Deadline>) =>
      value(lines('8163', { ...result, deadlines: [{ ...due, ...of }] }), 'DESCRIPTION') ?? '';
    const moment = 'file.moment at=2026-11-21T01:00:00Z in Asia/Shanghai zone=Asia/Shanghai';
    expect(told({})).toBe(
      `file.description actor=actor.seller kind=kind.duty due=${moment} last=2026-11-20T10:00:00Z in Asia/Shanghai outcome=timeout.lost rule=rule r.answer`,
    );
    expect(told({ lastWorkingMoment: null })).toContain('last=– ');
  });
});
