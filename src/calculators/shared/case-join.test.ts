import { describe, expect, it } from 'vitest';
import { changedFields, joinCases } from './case-join.ts';
import type { Case } from './case.ts';

const MON = '2026-11-23T01:00:00Z';
const TUE = '2026-11-24T01:00:00Z';
const WED = '2026-11-25T01:00:00Z';
const NEVER = '1970-01-01T00:00:00Z';
const bare: Case = { version: 2, id: 'A' };
const at = (changedAt: string, parts: Partial<Case>): Case => ({ ...bare, changedAt, ...parts });

/** The two in one, which must not depend on the order they come in. */
const join = (one: Case, two: Case): Case => {
  const joined = joinCases(one, two);
  expect(joinCases(two, one)).toEqual(joined);
  return joined;
};

describe('two copies of a case', () => {
  it('that are equal are the copy itself, in whatever order its fields stand', () => {
    const one = at(TUE, { owner: 'Li', order: { id: 'O', price: '5' } });
    const two = {
      order: { price: '5', id: 'O' },
      owner: 'Li',
      changedAt: TUE,
      id: 'A',
      version: 2,
    };
    expect(joinCases(one, two as Case)).toBe(one);
  });

  it('keep what only one of them has', () => {
    expect(
      join(
        at(MON, { owner: 'Li', order: { id: 'O' }, events: { paidAt: MON } }),
        at(TUE, { level: 'team', order: { item: 'lamp' }, events: { shippedAt: TUE } }),
      ),
    ).toEqual(
      at(TUE, {
        owner: 'Li',
        level: 'team',
        order: { id: 'O', item: 'lamp' },
        events: { paidAt: MON, shippedAt: TUE },
      }),
    );
  });

  it('of two values keep that of the copy changed last, and the other beside it', () => {
    expect(
      join(
        at(MON, { owner: 'Li', order: { price: '5', promisedDays: 20 }, level: 'team' }),
        at(TUE, { owner: 'Chen', order: { price: '6', promisedDays: 30 }, level: 'team' }),
      ),
    ).toEqual(
      at(TUE, {
        owner: 'Chen',
        level: 'team',
        order: { price: '6', promisedDays: 30 },
        past: [
          { at: MON, field: 'order.price', value: '5' },
          { at: MON, field: 'order.promisedDays', value: '20' },
          { at: MON, field: 'owner', value: 'Li' },
        ],
      }),
    );
  });

  it('of which one does not say when it was changed: that one is older', () => {
    expect(join({ ...bare, owner: 'Wu' }, at(MON, { owner: 'An' }))).toEqual(
      at(MON, { owner: 'An', past: [{ at: NEVER, field: 'owner', value: 'Wu' }] }),
    );
    expect(join({ ...bare, owner: 'An' }, { ...bare, owner: 'Wu' })).toEqual({
      ...bare,
      owner: 'Wu',
      past: [{ at: NEVER, field: 'owner', value: 'An' }],
    });
  });

  it('of one moment are told apart by what is in them', () => {
    expect(join(at(MON, { owner: 'An' }), at(MON, { owner: 'Wu' }))).toEqual(
      at(MON, { owner: 'Wu', past: [{ at: MON, field: 'owner', value: 'An' }] }),
    );
  });

  it('were made when the first of them was', () => {
    expect(join(at(WED, { createdAt: TUE }), at(TUE, { createdAt: MON }))).toEqual(
      at(WED, { createdAt: MON }),
    );
    expect(join(at(WED, {}), at(TUE, { createdAt: TUE }))).toEqual(at(WED, { createdAt: TUE }));
  });

  it('have the notes of both, by time, and each once', () => {
    const note = (when: string, text: string) => ({ at: when, text });
    expect(
      join(
        at(MON, { notes: [note(MON, 'a'), note(WED, 'c')], reopened: [WED, MON] }),
        at(TUE, { notes: [note(MON, 'a'), note(TUE, 'b'), note(MON, 'A')], reopened: [TUE, MON] }),
      ),
    ).toEqual(
      at(TUE, {
        notes: [note(MON, 'A'), note(MON, 'a'), note(TUE, 'b'), note(WED, 'c')],
        reopened: [MON, TUE, WED],
      }),
    );
  });

  it('know an offer again by what it was, and add what came of it', () => {
    const offer = { at: MON, by: 'seller', amount: '5', currency: 'USD', text: 'x' } as const;
    const others = [
      { ...offer, at: TUE },
      { ...offer, by: 'buyer' as const },
      { ...offer, amount: '6' },
      { ...offer, currency: 'EUR' },
      { ...offer, text: 'y' },
    ];
    expect(
      join(
        at(MON, { offers: [offer] }),
        at(TUE, { offers: [{ ...offer, answer: 'refused', answeredAt: TUE }] }),
      ),
    ).toEqual(at(TUE, { offers: [{ ...offer, answer: 'refused', answeredAt: TUE }] }));
    for (const other of others)
      expect(
        join(at(MON, { offers: [offer] }), at(TUE, { offers: [other] })).offers,
        JSON.stringify(other),
      ).toHaveLength(2);
    expect(
      join(
        at(MON, { offers: [{ ...offer, answer: 'countered' }] }),
        at(TUE, { offers: [{ ...offer, answer: 'accepted' }] }),
      ),
    ).toEqual(
      at(TUE, {
        offers: [{ ...offer, answer: 'accepted' }],
        past: [{ at: MON, field: 'offers.answer', value: 'countered' }],
      }),
    );
  });

  it('know a file again by its name and what is in it', () => {
    const file = { name: 'a.jpg', sha256: 'ab' };
    expect(
      join(
        at(MON, { evidence: { files: [file, { name: 'a.jpg', sha256: 'cd' }], ticks: ['l.b'] } }),
        at(TUE, { evidence: { files: [{ ...file, shows: 'damage' }], ticks: ['l.b', 'l.a'] } }),
      ).evidence,
    ).toEqual({
      files: [
        { ...file, shows: 'damage' },
        { name: 'a.jpg', sha256: 'cd' },
      ],
      ticks: ['l.a', 'l.b'],
    });
    expect(
      join(
        at(MON, { evidence: { files: [{ name: 'a' }] } }),
        at(TUE, { evidence: { files: [{ name: 'b' }] } }),
      ).evidence?.files,
    ).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('keep a plan and a reminder whole', () => {
    const [one, two] = [
      { at: MON, walkAway: '9', currency: 'USD' },
      { at: TUE, ladder: ['3'] },
    ];
    expect(join(at(MON, { plan: one }), at(TUE, { plan: two }))).toEqual(
      at(TUE, {
        plan: two,
        past: [
          { at: MON, field: 'plan', value: `{"at":"${MON}","currency":"USD","walkAway":"9"}` },
        ],
      }),
    );
    const [before, now] = [
      { until: MON, reason: 'a' },
      { until: TUE, reason: 'a' },
    ];
    expect(join(at(MON, { snooze: before }), at(TUE, { snooze: now }))).toEqual(
      at(TUE, {
        snooze: now,
        past: [{ at: MON, field: 'snooze', value: `{"reason":"a","until":"${MON}"}` }],
      }),
    );
  });

  it('keep what gave way before in either of them, by time and once', () => {
    const past = (when: string, value: string) => ({ at: when, field: 'owner', value });
    expect(
      join(
        at(TUE, { owner: 'Li', past: [past(MON, 'a'), past(WED, 'c')] }),
        at(WED, { owner: 'Wu', past: [past(MON, 'a'), past(MON, 'b')] }),
      ).past,
    ).toEqual([past(MON, 'a'), past(MON, 'b'), past(TUE, 'Li'), past(WED, 'c')]);
  });

  it('joined again with one of them are what they were', () => {
    const one = at(MON, { owner: 'Li', notes: [{ at: MON, text: 'a' }] });
    const two = at(TUE, { owner: 'Wu', notes: [{ at: TUE, text: 'b' }] });
    const joined = join(one, two);
    expect(join(joined, two)).toEqual(joined);
    expect(join(joined, one)).toEqual(joined);
  });
});

describe('fields in which two copies differ', () => {
  it('are named by where they stand', () => {
    expect(changedFields(bare, { ...bare })).toEqual([]);
    expect(
      changedFields(
        at(MON, { owner: 'Li', order: { id: 'O', price: '5' }, reopened: [MON] }),
        at(MON, { level: 'team', order: { id: 'O', price: '6', item: 'lamp' }, reopened: [TUE] }),
      ),
    ).toEqual(['owner', 'order.price', 'order.item', 'reopened', 'level']);
    expect(changedFields(at(MON, { order: { id: 'O' } }), at(MON, {}))).toEqual(['order']);
    expect(changedFields(at(MON, {}), at(MON, { order: { id: 'O' } }))).toEqual(['order']);
  });
});
