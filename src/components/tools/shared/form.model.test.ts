import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '@/calculators/shared/permalink.ts';
import { createForm, type FormSetup } from './form.model.ts';

/** A tool of two kinds of question, each with an example of its own, of which one has a running clock. */
interface Sum {
  kind: string;
  a: string;
  b: string;
}
const BUILT = '2026-11-01T00:00:00Z';
const NOW = '2026-11-29T08:00:00Z';
const fields = {
  kind: {
    kind: 'one',
    parse: (raw: string) => (raw === 'x' || raw === 'y' ? { value: raw } : { why: 'kind' }),
  },
  a: { kind: 'one' },
  b: { kind: 'one' },
} as const;

const made = (kind: string, asOf: string): Sum =>
  kind === 'y' ? { kind, a: 'made-y', b: asOf } : { kind, a: 'made-x', b: 'made-b' };

const sum: FormSetup<Sum, { kind: 'ok'; text: string }> = {
  example: (like, asOf) => made(like?.kind ?? 'x', asOf),
  empty: ({ kind }) => ({ kind, a: '', b: '' }),
  answer: ({ a, b }, asOf) => ({ kind: 'ok', text: `${a}|${b}|${asOf}` }),
  toLink: ({ kind, a, b }) => encode({ kind, a, b }),
  fromLink: (fragment, current) => {
    const { input, ignored } = decode(fragment, fields);
    const some = Object.keys(input).length > 0;
    return { input: some ? { ...current, ...input } : null, leftOut: ignored };
  },
  typed: (input, name, value) => (name in input ? { ...input, [name]: value } : input),
};
const setUp = () => createForm(sum, BUILT);

describe('the example', () => {
  it('stands on an untouched page, whose address stays what it was', () => {
    const form = setUp();
    expect(form.input.value).toEqual(made('x', BUILT));
    expect([form.isExample.value, form.isTouched.value]).toEqual([true, false]);
  });

  it('runs on the clock of the moment it is read at, and a case of one’s own stays', () => {
    const form = setUp();
    form.choose({ kind: 'y' });
    form.wake(NOW);
    expect(form.input.value.b).toBe(NOW);
    expect(form.outcome.value.text).toBe(`made-y|${NOW}|${NOW}`);
    form.change({ a: '1' });
    form.wake('2027-01-01T00:00:00Z');
    expect(form.input.value).toEqual({ kind: 'y', a: '1', b: '' });
    expect(form.asOf.value).toBe('2027-01-01T00:00:00Z');
  });

  it.each([
    ['a part', (form: ReturnType<typeof setUp>) => form.change({ a: '1' })],
    ['a function of it', (form) => form.change((own) => ({ ...own, a: '1' }))],
    ['a field by its name', (form) => form.type('a', '1')],
  ] as [string, (form: ReturnType<typeof setUp>) => void][])(
    'gives way as a whole to the first word of a person: %s',
    (_, type) => {
      const form = setUp();
      type(form);
      expect(form.input.value).toEqual({ kind: 'x', a: '1', b: '' });
      expect(form.isExample.value).toBe(false);
      form.change({ b: '2' });
      expect(form.input.value).toEqual({ kind: 'x', a: '1', b: '2' });
    },
  );

  it('is that of the kind chosen, for as long as it stands', () => {
    const form = setUp();
    form.choose({ kind: 'y' });
    expect([form.input.value.a, form.isExample.value]).toEqual(['made-y', true]);
    form.change({ a: 'mine' });
    form.choose({ kind: 'x' });
    expect(form.input.value).toEqual({ kind: 'x', a: 'mine', b: '' });
    expect(form.isExample.value).toBe(false);
  });

  it('comes back when asked for, of the kind the form stands at', () => {
    const form = setUp();
    form.change({ kind: 'y', a: 'mine' });
    form.showExample();
    expect(form.input.value).toEqual(made('y', BUILT));
    expect(form.isExample.value).toBe(true);
  });

  it('puts none of its figures into the address, and is an example again where it is opened', () => {
    const form = setUp();
    form.choose({ kind: 'y' });
    expect(form.permalink.value).toBe('#?example=1&kind=y&v=1');
    const other = setUp();
    expect(other.open(form.permalink.value)).toBe(true);
    expect([other.input.value.a, other.isExample.value]).toEqual(['made-y', true]);
    other.change({ b: '2' });
    expect(other.permalink.value).toBe('#?b=2&kind=y&v=1');
  });

  it('follows a preference and is touched by none', () => {
    const form = setUp();
    form.prefer({ kind: 'y' });
    expect(form.input.value.a).toBe('made-y');
    expect([form.isExample.value, form.isTouched.value]).toEqual([true, false]);
    form.change({ a: '1' });
    form.prefer({ b: 'preferred' });
    expect(form.input.value).toEqual({ kind: 'y', a: '1', b: 'preferred' });
  });
});

describe('time that passes', () => {
  /** Reads “now” as the day it is, as tools read “yesterday” and “2 hours ago”. */
  const read = (text: string, asOf: string) => (text === 'now' ? asOf.slice(0, 10) : text);
  const setUpRead = () =>
    createForm<Sum, { kind: 'ok'; text: string }>(
      {
        ...sum,
        answer: ({ a, b }, asOf) => ({ kind: 'ok', text: `${read(a, asOf)}|${b}` }),
        toLink: ({ kind, a, b }, asOf) => encode({ kind, a: read(a, asOf), b }),
      },
      BUILT,
    );

  it('changes no meaning of what was typed: it becomes what it has meant', () => {
    const form = setUpRead();
    form.wake(NOW);
    form.change({ a: 'now', b: 'now' });
    form.pass('2026-11-29T23:59:59Z');
    expect(form.input.value.a).toBe('now');
    const link = form.permalink.value;
    form.pass('2026-11-30T00:00:00Z');
    expect(form.asOf.value).toBe('2026-11-30T00:00:00Z');
    // `b` means the same on every day, and stands as it was typed.
    expect(form.input.value).toEqual({ kind: 'x', a: '2026-11-29', b: 'now' });
    expect(form.outcome.value.text).toBe('2026-11-29|now');
    expect(form.permalink.value).toBe(link);
    // A clock that was set back is followed and changes nothing either.
    form.pass('2026-11-20T00:00:00Z');
    expect(form.outcome.value.text).toBe('2026-11-29|now');
  });

  it('touches nothing by itself', () => {
    const form = setUpRead();
    form.pass(NOW);
    expect(form.input.value).toEqual(made('x', BUILT));
    expect([form.isExample.value, form.isTouched.value]).toEqual([true, false]);
  });
});

describe('emptying and putting in place', () => {
  it('clears to the same kind, and is no example', () => {
    const form = setUp();
    form.open('#?kind=y&a=1&zzz=2');
    form.clear();
    expect(form.input.value).toEqual({ kind: 'y', a: '', b: '' });
    expect([form.isExample.value, form.isTouched.value, form.leftOut.value.length]).toEqual([
      false,
      true,
      0,
    ]);
  });

  it('takes a stored case as a whole', () => {
    const form = setUp();
    form.replace({ kind: 'y', a: '1', b: '2' });
    expect(form.isExample.value).toBe(false);
    expect(form.permalink.value).toBe('#?a=1&b=2&kind=y&v=1');
  });
});

describe('an address', () => {
  it.each(['', '#', '#?', '#!', '#?&&'])('that asks nothing: %j', (address) => {
    const form = setUp();
    expect(form.open(address)).toBe(false);
    expect([form.isExample.value, form.isTouched.value]).toEqual([true, false]);
  });

  const whole = '#?a=1%202&b=%E4%B8%AD&kind=y&v=1';
  it.each([
    whole,
    whole.replace('?', ''),
    whole.replace('#?', '#%3F'),
    whole.replace('#', ''),
    whole.replaceAll('&', '&amp;'),
    `#${encodeURIComponent(whole.slice(1))}`,
    `#${encodeURIComponent(encodeURIComponent(whole.slice(1)))}`,
    ...['.', '。', ')', '），', ' ', encodeURIComponent('）。')].map((mark) => whole + mark),
  ])('damaged on its way is read: %s', (address) => {
    const form = setUp();
    expect(form.open(address)).toBe(true);
    expect(form.input.value).toEqual({ kind: 'y', a: '1 2', b: '中' });
    expect(form.leftOut.value).toEqual([]);
    expect(form.permalink.value).toBe(whole);
  });

  it('of which nothing can be used says so, and no example stands in its place', () => {
    const form = setUp();
    expect(form.open('#?zzz=1&kind=z')).toBe(true);
    expect(form.leftOut.value.map(({ key, why }) => [key, why])).toEqual([
      ['zzz', 'unknown'],
      ['kind', 'kind'],
    ]);
    expect(form.input.value).toEqual({ kind: 'x', a: '', b: '' });
    expect(form.isExample.value).toBe(false);
    form.dismiss();
    expect(form.leftOut.value).toEqual([]);
  });

  it('replaces the case that stood there, and leaves nothing of it', () => {
    const form = setUp();
    form.change({ a: 'old', b: 'old' });
    form.open('#?a=new');
    expect(form.input.value).toEqual({ kind: 'x', a: 'new', b: '' });
  });

  it.each(['#garbage', '#?%E0%A4%A', '#?zzz', 'zzz=1&x=2', '#?%EF%BF%BD%EF%BF%BD', '#链接'])(
    'that asks for nothing this tool knows is said to be lost: %s',
    (address) => {
      const form = setUp();
      expect(form.open(address)).toBe(true);
      expect(form.isLost.value).toBe(true);
      expect(form.leftOut.value.length).toBeGreaterThan(0);
      expect(form.isExample.value).toBe(false);
      form.open('#?a=1&zzz=1');
      expect(form.isLost.value).toBe(false);
      expect(form.leftOut.value.length).toBe(1);
    },
  );

  it.each([
    // Cut within the last value, behind it, and within the sign of the version.
    ['#?a=1&b=23', 'b'],
    ['#?a=1&b=234&kind=y', 'kind'],
    ['#?a=1&b=234&kind=y&', 'kind'],
    ['#%3Fa=1&amp;b=23', 'b'],
  ])('whose end is missing is read, and says which part may be short: %s', (address, key) => {
    const form = setUp();
    form.open(address);
    expect(form.isCut.value).toBe(true);
    expect(form.leftOut.value.map((part) => [part.key, part.why])).toEqual([[key, 'cut']]);
    expect(form.input.value).toMatchObject({ a: '1' });
    form.open('#?a=1&b=23&kind=y&v=1');
    expect([form.isCut.value, form.leftOut.value]).toEqual([false, []]);
  });

  it.each(['#?kind=y&a=1', '#?a=1', '#?a=1&b=2&v=1&utm_source=x', '#?example=1&kind=y'])(
    'that somebody wrote by hand, or that is whole, is not called short: %s',
    (address) => {
      const form = setUp();
      form.open(address);
      expect(form.isCut.value).toBe(false);
    },
  );

  it('that only a tool’s reader finds nothing in is said as it stands', () => {
    const form = createForm({ ...sum, fromLink: () => ({ input: null, leftOut: [] }) }, BUILT);
    expect(form.open('#?a=1&v=1')).toBe(true);
    expect(form.leftOut.value).toEqual([{ key: '', raw: '#?a=1&v=1', why: 'nothing-read' }]);
    for (const silent of ['#?v=1', '#?example=1&v=1', '#?', '']) {
      form.open(silent);
      expect(form.leftOut.value, silent).toEqual([]);
    }
  });

  it('of any kind never throws, never shows made-up figures as somebody’s, and names one case', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webQueryParameters().map((query) => `#?${query}`),
      fc
        .tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))
        .map(([a, b]) => `#?a=${a}&example=${b}&__proto__=1&constructor.a=1&kind=y`),
      fc
        .array(
          fc.constantFrom('#', '?', '&', '=', '%', '%3F', '%25', 'a', 'kind', 'example=1', '.'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (address) => {
        const form = setUp();
        const asked = form.open(address);
        expect(form.isTouched.value).toBe(asked);
        if (asked && !form.isExample.value)
          expect(form.input.value.a === 'made-x' || form.input.value.a === 'made-y').toBe(
            /made-[xy]/.test(address),
          );
        const again = setUp();
        again.open(form.permalink.value);
        expect(again.permalink.value).toBe(asked ? form.permalink.value : '#?example=1&kind=x&v=1');
        expect(again.input.value).toEqual(form.input.value);
      }),
      { numRuns: 200 },
    );
  });
});
