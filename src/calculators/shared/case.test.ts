import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { following, merge, readCase, type Case, type CasePatch } from './case.ts';

const bare: Case = { version: 2, id: 'A-1' };
const full: Case = {
  version: 2,
  id: 'A-2',
  name: 'The lamp',
  platform: 'p',
  flow: 'p.kind',
  reason: 'snad',
  order: { id: '81', item: 'lamp', price: '12.50', currency: 'EUR', promisedDays: 30 },
  buyer: { name: 'Ewa', country: 'PL', language: 'pl' },
  events: { openedAt: '2026-11-16T01:00:00Z' },
  offers: [{ at: '2026-11-17', by: 'seller', amount: '5', currency: 'EUR' }],
  replies: [{ at: '2026-11-17', situation: 's', language: 'pl', text: 'Dzień dobry' }],
  notes: [{ at: '2026-11-17', text: 'call first' }],
};

describe('reading a case', () => {
  it('gives back what was written, and needs no more than id and version', () => {
    expect(readCase(JSON.parse(JSON.stringify(full)))).toEqual(full);
    expect(readCase(bare)).toEqual(bare);
  });

  it.each([
    ['nothing', null],
    ['a text', 'A-1'],
    ['a list', [bare]],
    ['no id', { version: 1 }],
    ['an empty id', { version: 2, id: '' }],
    ['an endless id', { version: 2, id: 'x'.repeat(201) }],
    ['no version', { id: 'A-1' }],
    ['a later version', { ...bare, version: 3 }],
  ])('refuses %s', (_, hostile) => expect(readCase(hostile)).toBeNull());

  it('leaves out what it cannot read and keeps the rest', () => {
    const damaged = {
      ...full,
      name: 5,
      order: { ...full.order, price: { amount: 5 }, promisedDays: -1, extra: 'x' },
      buyer: 'Ewa',
      events: { openedAt: '2026-11-16T01:00:00Z', closedAt: null, '9 lives': 'x' },
      offers: [null, { at: 'x', by: 'nobody' }, ...(full.offers ?? [])],
      more: 'x',
    };
    const { id, item, currency } = full.order ?? {};
    const rest = { ...full, order: { id, item, currency } };
    delete rest.name;
    delete rest.buyer;
    expect(readCase(damaged)).toEqual(rest);
  });

  it('takes no name an object has of its own', () => {
    const hostile = JSON.parse(
      '{"version":2,"id":"x","__proto__":{"polluted":"yes"},"events":{"__proto__":"2026-11-16","constructor":"2026-11-16","toString":"2026-11-16","openedAt":"2026-11-16"},"order":{"__proto__":{"id":"y"}}}',
    ) as unknown;
    const read = readCase(hostile) as Case;
    expect(Object.keys(read)).toEqual(['version', 'id', 'events']);
    expect(Object.keys(read.events ?? {})).toEqual(['openedAt']);
    const merged = merge(bare, hostile as CasePatch);
    expect(Object.keys(merged.events ?? {})).toEqual(['openedAt']);
    expect(merged.id).toBe('A-1');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

const text = fc.string({ minLength: 1, maxLength: 20 });
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const patches = fc.record({
  name: some(text),
  flow: some(text),
  order: some(fc.record({ id: some(text), item: some(text), promisedDays: some(fc.nat(60)) })),
  buyer: some(fc.record({ name: some(text), country: some(text) })),
  events: some(fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'valueOf'), text)),
  offers: some(
    fc.array(fc.record({ at: text, by: fc.constantFrom('seller', 'buyer'), amount: some(text) })),
  ),
  notes: some(fc.array(fc.record({ at: text, text }))),
}) as unknown as fc.Arbitrary<CasePatch>;

describe('merging', () => {
  it('lets the patch win, value by value, and never takes its id', () => {
    const merged = merge(full, {
      ...({ id: 'other', version: 9 } as object),
      flow: 'p.other',
      order: { item: 'two lamps' },
      events: { closedAt: '2026-11-20T00:00:00Z' },
      notes: [{ at: '2026-11-18', text: 'called' }, ...(full.notes ?? [])],
    });
    expect(merged).toEqual({
      ...full,
      flow: 'p.other',
      order: { ...full.order, item: 'two lamps' },
      events: { ...full.events, closedAt: '2026-11-20T00:00:00Z' },
      notes: [...(full.notes ?? []), { at: '2026-11-18', text: 'called' }],
    });
  });

  it('changes nothing the second time, loses nothing, and leaves its arguments alone', () => {
    fc.assert(
      fc.property(patches, patches, (first, second) => {
        const before = JSON.stringify([full, first]);
        const one = merge(merge(full, first), second);
        expect(merge(one, second)).toEqual(one);
        expect(readCase(one)).toEqual(one);
        expect(merge(one, {})).toEqual(one);
        for (const note of full.notes ?? []) expect(one.notes).toContainEqual(note);
        for (const name of Object.keys(full.events ?? {})) expect(one.events).toHaveProperty(name);
        expect(JSON.stringify([full, first])).toBe(before);
      }),
      { numRuns: 500 },
    );
  });
});

describe('ten thousand hostile inputs', () => {
  it('are read or refused, and never thrown at', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true });
    const nearly = fc
      .tuple(fc.constantFrom(...Object.keys(full)), anything)
      .map(([key, value]) => ({ ...full, [key]: value }));
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(anything, nearly), (hostile) => {
        const found = readCase(hostile);
        if (found) {
          read += 1;
          expect(readCase(JSON.parse(JSON.stringify(found)))).toEqual(found);
        }
        expect(merge(bare, hostile as CasePatch).id).toBe(bare.id);
      }),
      { numRuns: 10_000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  it('include objects that throw when they are looked at', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    expect(readCase(trap)).toBeNull();
    expect(readCase({ ...bare, order: trap })).toBeNull();
    expect(merge(bare, trap as CasePatch)).toEqual(bare);
  });
});

describe('a moment that has to follow others', () => {
  const [MON, TUE] = ['2026-11-23T01:00:00Z', '2026-11-24T01:00:00Z'];

  it('is itself where it does, or nothing was before', () => {
    expect(following(TUE, MON)).toBe(TUE);
    expect(following(TUE)).toBe(TUE);
    expect(following(TUE, undefined, MON, undefined)).toBe(TUE);
  });

  it('is a second behind the last of them where it does not', () => {
    expect(following(MON, MON)).toBe('2026-11-23T01:00:01Z');
    expect(following(MON, MON, TUE)).toBe('2026-11-24T01:00:01Z');
    expect(following(MON, TUE, MON)).toBe('2026-11-24T01:00:01Z');
  });

  it('is not moved by what is no moment of a case', () => {
    for (const none of ['', 'soon', '9999-12-31T23:59:59Z', '1969-12-31T23:59:59Z'])
      expect(following(MON, none), none).toBe(MON);
    expect(following(MON, 'soon', TUE)).toBe('2026-11-24T01:00:01Z');
  });
});
