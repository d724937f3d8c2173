import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { CASE_VERSION, readCase, type Case } from '../shared/case.ts';
import { loadTemporal } from '../shared/time.ts';
import {
  arrange,
  authorityOf,
  calculate,
  changesOf,
  joinDesks,
  judge,
  logLine,
  parse,
  readBundle,
  scrub,
  writeBundle,
  type CaseDeskAnswer,
} from './index.ts';
import { casesOfRecords, casesOfRows, type PlannerRecord } from './rows.ts';
import { dataFrom } from './tool.ts';

await loadTemporal();
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const ASKED = '2026-11-24T01:00:00Z';
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, 'fixtures', `${name}.json`), 'utf8');
const okOf = (raw: unknown, asOf = ASKED): CaseDeskAnswer => {
  const result = calculate(raw, data, asOf);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
};

/** Moments of some two weeks, to the minute. */
const moments = fc
  .integer({ min: -14 * 1440, max: 2 * 1440 })
  .map((minutes) => new Date(Date.parse(ASKED) + minutes * 60_000).toISOString());
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const word = fc.stringMatching(/^[a-z]{1,8}$/);
const amounts = fc.integer({ min: 1, max: 20_000 }).map((cents) => (cents / 100).toFixed(2));
const offers = fc.record({
  at: moments,
  by: fc.constantFrom('seller', 'buyer', 'platform'),
  amount: some(amounts),
  currency: some(fc.constantFrom('USD', 'EUR')),
  answer: some(fc.constantFrom('accepted', 'refused', 'countered')),
});
const casesOf = (ids: fc.Arbitrary<string>): fc.Arbitrary<Case> =>
  fc
    .record({
      id: ids,
      changedAt: some(moments),
      flow: some(fc.constantFrom(...data.flows.keys(), 'no.such')),
      reason: some(fc.constantFrom('snad', 'inr-customs', 'service')),
      owner: some(fc.constantFrom('Li', 'Chen', 'Anna')),
      order: some(
        fc.record({
          id: some(word),
          claim: some(amounts),
          currency: some(fc.constantFrom('USD', 'EUR')),
        }),
      ),
      events: some(
        fc.dictionary(
          fc.constantFrom(
            'disputeOpenedAt',
            'answeredAt',
            'buyerEditedAt',
            'platformAskedAt',
            'returnRequestedAt',
            'closedAt',
          ),
          moments,
          { maxKeys: 4 },
        ),
      ),
      offers: some(fc.array(offers, { maxLength: 3 })),
      evidence: some(fc.record({ ticks: fc.uniqueArray(word, { maxLength: 3 }) })),
      snooze: some(fc.record({ until: moments, reason: word })),
      notes: some(fc.array(fc.record({ at: moments, text: word }), { maxLength: 3 })),
      outcomes: some(
        fc.array(fc.record({ at: moments, how: fc.constantFrom('agreed', 'lapsed') }), {
          maxLength: 2,
        }),
      ),
      reopened: some(fc.array(moments, { maxLength: 2 })),
    })
    .map((one) => readCase({ version: CASE_VERSION, ...one }) as Case);
const deskOf = (most = 12) =>
  fc.uniqueArray(casesOf(fc.integer({ min: 1, max: 40 }).map((n) => `A-${n}`)), {
    selector: ({ id }) => id,
    maxLength: most,
  });
const TABLE = [
  { upTo: '20 USD', who: 'Li' },
  { upTo: '100', who: 'Chen' },
];

describe('the order of the desk', () => {
  it('never puts a case with more safe time before one with less, whatever the cases', () => {
    fc.assert(
      fc.property(deskOf(), (cases) => {
        const { order, cases: judged, totals } = okOf({ cases, authority: TABLE });
        const at = new Map(judged.map((one) => [one.id, one]));
        const safe = order.map((id) => at.get(id)?.safeUntil ?? '~');
        expect(safe).toEqual([...safe].sort());
        expect(new Set(order).size).toBe(order.length);
        expect(order.length).toBe(totals.open);
        // What is overdue stands above what is not.
        const late = order.map((id) => at.get(id)?.isOverdue ?? false);
        expect(late.lastIndexOf(true)).toBeLessThan(
          late.includes(false) ? late.indexOf(false) : 99,
        );
        // Each case that is not closed asks for one step, on a page and by rules that exist.
        for (const { state, next } of judged) {
          expect(next === null).toBe(state === 'closed');
          for (const id of next?.ruleIds ?? []) expect(data.rules.has(id), id).toBe(true);
          expect(next?.by).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is that of the whole desk when one case is judged anew and the others are kept', () => {
    fc.assert(
      fc.property(deskOf(6), (cases) => {
        const read = parse({ cases, authority: TABLE }, ASKED);
        if (read.kind !== 'input') throw new Error('unread');
        const judged = read.cases.map((one) => judge(one, data, read.setting));
        const whole = okOf({ cases, authority: TABLE });
        expect(arrange(judged.reverse(), read.setting)).toEqual({
          ...whole,
          cases: whole.cases.map(({ evidence: _, handIn: __, ...one }) => one),
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('the file of the desk', () => {
  it('gives back what was saved', () => {
    fc.assert(
      fc.property(deskOf(), (cases) => {
        expect(readBundle(writeBundle(cases, ASKED), data)).toEqual({
          cases,
          refused: 0,
          newer: 0,
          savedAt: ASKED,
        });
        expect(changesOf(cases, cases)).toEqual({ added: [], changed: [], same: cases.length });
      }),
      { numRuns: 60 },
    );
  });

  /** Every single value in a case, with the field it stands in. */
  const leaves = (value: unknown, field = ''): string[] =>
    Array.isArray(value)
      ? value.flatMap((item) => leaves(item, field))
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, held]) => leaves(held, `${field}.${name}`))
        : [`${field}=${String(value)}`];

  it('joined with another loses nothing, in either order', () => {
    fc.assert(
      fc.property(deskOf(), deskOf(), (one, two) => {
        const both = joinDesks(one, two);
        expect(joinDesks(two, one)).toEqual(both);
        expect(joinDesks(both, one).map(({ id }) => id)).toEqual(both.map(({ id }) => id));
        for (const each of [...one, ...two]) {
          const joined = both.find(({ id }) => id === each.id);
          const held = new Set(leaves(joined));
          // Whatever gave way stands under `past`, as a text or as the record it was.
          const past = (joined?.past ?? [])
            .map(({ field, value }) => `${field}=${value}`)
            .join('\n');
          for (const leaf of leaves(each)) {
            if (/^\.(?:changedAt|createdAt)=/.test(leaf) || held.has(leaf)) continue;
            const [, value = ''] = leaf.split('=');
            expect(past, leaf).toContain(value);
          }
          expect(readCase(JSON.parse(JSON.stringify(joined)))).toEqual(joined);
        }
        for (const { before, after } of changesOf(one, two).changed)
          expect(
            joinDesks(
              [before],
              two.filter(({ id }) => id === before.id),
            ),
          ).toEqual([after]);
      }),
      { numRuns: 120 },
    );
  });

  it('keeps the answer to an offer and the value of the copy changed last', () => {
    const old: Case = {
      version: CASE_VERSION,
      id: 'A',
      changedAt: '2026-11-20T00:00:00Z',
      owner: 'Li',
      offers: [{ at: '2026-11-19T00:00:00Z', by: 'seller', amount: '5', currency: 'USD' }],
    };
    const late: Case = {
      ...old,
      changedAt: '2026-11-21T00:00:00Z',
      owner: 'Chen',
      offers: [
        {
          at: '2026-11-19T00:00:00Z',
          by: 'seller',
          amount: '5',
          currency: 'USD',
          answer: 'accepted',
          answeredAt: '2026-11-20T08:00:00Z',
        },
      ],
    };
    expect(joinDesks([late], [old])).toEqual([
      { ...late, past: [{ at: '2026-11-20T00:00:00Z', field: 'owner', value: 'Li' }] },
    ]);
    expect(changesOf([old], [late]).changed[0]?.fields).toEqual(['owner', 'offers', 'past']);
  });

  it('of any version there was is read; what a newer page wrote is counted and left', () => {
    const [one, two] = [JSON.parse(fixture('case-1')), JSON.parse(fixture('case-2'))] as Case[];
    const file = (cases: unknown[]) =>
      JSON.stringify({ file: 'amicable-case-desk', version: 9, cases });
    const read = readBundle(
      file([one, two, { version: CASE_VERSION + 1, id: 'later' }, 'x']),
      data,
    );
    expect(read).toMatchObject({ refused: 1, newer: 1 });
    expect(read?.cases).toEqual([{ ...one, version: CASE_VERSION }, two]);
    // Each version there was has its stored fixture.
    expect([one?.version, two?.version]).toEqual(
      Array.from({ length: CASE_VERSION }, (_, i) => i + 1),
    );
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"file":"other","cases":[]}',
    '{"tool":"x","items":[]}',
    '{"file":"amicable-case-desk"}',
    '{',
  ])('is not %j', (text) => expect(readBundle(text, data)).toBeNull());

  it('may be what the planner’s page saved before there was a desk', () => {
    const read = readBundle(fixture('planner-1'), data);
    // One row names a kind nobody knows, and one record is none.
    expect(read).toMatchObject({ refused: 2, newer: 0 });
    expect(read?.cases).toMatchObject([
      {
        id: 'A-1001',
        name: 'A-1001',
        flow: 'aliexpress.snad-classic',
        platform: 'aliexpress',
        events: { disputeOpenedAt: '2026-11-18T03:00:00Z' },
        buyer: { country: 'BR' },
        createdAt: '2026-11-18T03:00:00Z',
      },
      {
        id: 'aliexpress.inr 2026-11-19T03:00:00Z',
        flow: 'aliexpress.inr',
        shownDue: { 'first-answer': '2026-11-23T03:00:00Z' },
      },
      {
        id: 'A-1001 aliexpress.snad-classic',
        order: { id: 'A-1001' },
        notes: [{ at: '2026-11-20T03:00:00Z', text: 'call first' }],
      },
      { id: 'O-2001', platform: 'ozon', events: { returnRequestedAt: '2026-11-20T01:00:00Z' } },
      // A countdown runs from the moment of pasting: a day and six hours on.
      { id: 'A-1003', shownDue: { 'first-answer': '2026-11-21T09:00:00Z' } },
    ]);
    const again = readBundle(fixture('planner-1'), data);
    expect(again).toEqual(read);
    expect(changesOf(read?.cases ?? [], again?.cases ?? [])).toMatchObject({ added: [], same: 5 });
  });
});

describe('rows become cases', () => {
  it('with ids of their own, beside those that are there', () => {
    const rows =
      'A-1\taliexpress.inr\t2026-11-20 01:00 UTC\tFR\n\tozon.realfbs-return\t2026-11-20 01:00 UTC\tRU';
    const { cases, errors } = casesOfRows(
      rows,
      data,
      ASKED,
      new Set(['A-1', 'A-1 aliexpress.inr']),
    );
    expect(errors).toEqual([]);
    expect(cases.map(({ id, order }) => [id, order?.id])).toEqual([
      ['A-1 aliexpress.inr 2', 'A-1'],
      ['2026-11-24 #2', undefined],
    ]);
    for (const one of cases) expect(readCase(one)).toEqual(one);
  });

  it('in the order in which their ends come, with what falls due today', () => {
    const rows = [
      'late\taliexpress.snad-classic\t2026-11-10 10:00',
      'later\taliexpress.snad-classic\t2026-11-20 10:00',
      'today\taliexpress.snad-classic\t2026-11-15 22:00',
      'soon\taliexpress.snad-classic\t2026-11-17 10:00',
    ].join('\n');
    const now = '2026-11-21T00:00:00Z';
    const { cases, understood } = casesOfRows(rows, data, now, new Set());
    expect(understood[2]).toMatchObject({ line: 3, id: 'today', flow: 'aliexpress.snad-classic' });
    const { order, totals } = okOf({ cases, myZone: 'Asia/Shanghai' }, now);
    expect(order).toEqual(['late', 'today', 'soon', 'later']);
    // 15 Nov 22:00 Pacific + 5 days = 21 Nov 06:00 UTC, 14:00 in Beijing: today there.
    expect(totals).toMatchObject({ open: 4, overdue: 1, dueToday: 1 });
  });

  it('by the kind somebody chose for a name, however the name is written', () => {
    const read = (chosen: ReadonlyMap<string, string>) =>
      casesOfRows('A-1\tItem Not Received\t2026-11-20 01:00 UTC', data, ASKED, new Set(), {
        chosen,
      });
    const [question] = read(new Map()).questions;
    expect(question?.flows.length).toBeGreaterThan(1);
    const kind = question?.flows[1] ?? '';
    expect(read(new Map([[question?.name ?? '', kind]])).cases[0]?.flow).toBe(kind);
  });

  it('and a record whose kind is gone is counted, not lost in silence', () => {
    const record: PlannerRecord = {
      key: 'case:x',
      kind: 'case',
      name: 'x',
      keptAt: ASKED,
      value: '#?flow=aliexpress.gone&v=1',
      pastedAt: ASKED,
    };
    expect(casesOfRecords([record], data, new Set())).toEqual({ cases: [], unread: 1 });
  });
});

describe('what is shared', () => {
  const two = JSON.parse(fixture('case-2')) as Case;
  it('says nothing of whose it is, and stays a case', () => {
    const one = { ...(JSON.parse(fixture('case-1')) as object), version: 2 } as Case;
    const clean = scrub([one, two, { ...two, id: 'other' }]);
    const text = JSON.stringify(clean);
    const secrets = [
      'A-100',
      '8123456789012345',
      'LP005',
      'Ewa',
      'Jean',
      'lamp',
      'shirt',
      'Li"',
      'Chen',
      'Wang',
      'Bonjour',
      'Zwracamy',
      'call first',
      'colis',
      'customs.pdf',
      '9f86d0',
      'invoice',
      'Saturday',
    ];
    for (const secret of secrets) expect(text, secret).not.toContain(secret);
    for (const each of clean) expect(readCase(each)).toEqual(each);
    // What is asked of it stays the same, and so does what belongs together.
    expect(clean[1]).toMatchObject({
      reason: 'inr-customs',
      events: two.events,
      order: { id: 'order-2', price: '19.00', claim: '9.50', currency: 'USD' },
      buyer: { name: 'buyer-2', country: 'FR', language: 'fr' },
      evidence: { ticks: two.evidence?.ticks, files: [{ name: 'file-1.pdf', size: 12034 }] },
    });
    expect(clean[2]?.order?.id).toBe('order-2');
    expect(clean.map(({ id }) => id)).toEqual(['case-1', 'case-2', 'case-3']);
  });

  it('is judged as it was', () => {
    fc.assert(
      fc.property(deskOf(6), (cases) => {
        const shape = (result: CaseDeskAnswer) => result.totals;
        expect(shape(okOf({ cases: scrub(cases) }))).toEqual(shape(okOf({ cases })));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a closed case', () => {
  it('leaves a line in the log', () => {
    const two = JSON.parse(fixture('case-2')) as Case;
    expect(logLine(two, data)).toEqual({
      platform: 'aliexpress',
      order: '82',
      product: 'shirt',
      country: 'FR',
      opened: '2026-11-17T03:00:00Z',
      'first-answer': '2026-11-18T05:10:00Z',
      closed: '2026-11-19T01:00:00Z',
      reason: 'inr-customs',
      cause: 'invoice missing on the parcel',
      evidence: 'customs.pdf',
      asked: '9.50 USD',
      offered: '4 USD',
      outcome: 'agreed',
      cost: '6',
      currency: 'USD',
      'decided-by': 'Chen',
      script: 'inr-customs',
      learned: 'invoice in a pouch outside',
    });
    expect(Object.values(logLine({ version: 2, id: 'x' }, data)).join('')).toBe('');
  });
});

describe('the table of the worksheet', () => {
  it('is read row by row, by its cells', () => {
    expect(
      authorityOf({
        'authority.2.who': 'Chen',
        'authority.2.up-to': '100 USD',
        'authority.10.who': 'the owner',
        'authority.1.up-to': '20 USD',
        'authority.1.who': 'Li',
        'authority.1.deputy': 'Wang',
        'authority.1.by-when': '4 h',
        'strengths.praise.answer': 'packed well',
      }),
    ).toMatchObject([
      { upTo: '20 USD', who: 'Li', deputy: 'Wang', byWhen: '4 h' },
      { upTo: '100 USD', who: 'Chen' },
      { who: 'the owner' },
    ]);
  });
});
