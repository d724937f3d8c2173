import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, mend, type FieldDecoder } from './permalink.ts';

const one: FieldDecoder = { kind: 'one' };
const digits: FieldDecoder = {
  kind: 'one',
  parse: (raw) => (/^\d+$/.test(raw) ? { value: Number(raw) } : { why: 'not-a-number' }),
};
const fields = {
  metric: one,
  claims: digits,
  prices: { kind: 'list' },
  events: { kind: 'map' },
} as const;

describe('encode', () => {
  it('sorts the keys and adds the version', () => {
    expect(encode({ metric: 'aliexpress.snad', claims: 12 })).toBe(
      '#?claims=12&metric=aliexpress.snad&v=1',
    );
  });

  it('leaves empty fields out, repeats lists in order, and writes maps with a dot', () => {
    expect(
      encode({
        z: true,
        a: null,
        b: undefined,
        c: '',
        prices: ['9', '10', ''],
        events: { paidAt: '2026-01-02', shippedAt: null },
      }),
    ).toBe('#?events.paidAt=2026-01-02&prices=9&prices=10&v=1&z=true');
  });

  it('escapes what has a meaning in an address', () => {
    expect(encode({ note: 'a&b=c d+e 货' })).toBe('#?note=a%26b%3Dc%20d%2Be%20%E8%B4%A7&v=1');
  });
});

describe('decode', () => {
  it('reads what encode wrote', () => {
    expect(
      decode('#?claims=12&events.paidAt=x&metric=aliexpress.snad&prices=9&prices=10&v=1', fields),
    ).toEqual({
      input: {
        claims: 12,
        events: { paidAt: 'x' },
        metric: 'aliexpress.snad',
        prices: ['9', '10'],
      },
      ignored: [],
    });
  });

  it('needs neither the hash nor the question mark, and reads a plus as a space', () => {
    for (const start of ['', '#', '?', '#?'])
      expect(decode(`${start}metric=a+b`, fields).input).toEqual({ metric: 'a b' });
    expect(decode('', fields)).toEqual({ input: {}, ignored: [] });
    expect(decode('#?&&', fields)).toEqual({ input: {}, ignored: [] });
  });

  it.each([
    ['colour=red', { key: 'colour', raw: 'red', why: 'unknown' }],
    ['metric.x=1', { key: 'metric.x', raw: '1', why: 'unknown' }],
    ['events=1', { key: 'events', raw: '1', why: 'unknown' }],
    ['events.=1', { key: 'events.', raw: '1', why: 'unknown' }],
    ['events.__proto__=1', { key: 'events.__proto__', raw: '1', why: 'unknown' }],
    ['__proto__=1', { key: '__proto__', raw: '1', why: 'unknown' }],
    ['toString=1', { key: 'toString', raw: '1', why: 'unknown' }],
    ['claims=lots', { key: 'claims', raw: 'lots', why: 'not-a-number' }],
    ['claims', { key: 'claims', raw: '', why: 'not-a-number' }],
    ['claims=%E4%B8', { key: 'claims', raw: 'claims=%E4%B8', why: 'malformed' }],
    ['%E4%B8=1', { key: '', raw: '%E4%B8=1', why: 'malformed' }],
    ['v=2', { key: 'v', raw: '2', why: 'version' }],
  ])('lists %s and keeps the rest', (pair, expected) => {
    expect(decode(`#?${pair}&metric=m`, fields)).toEqual({
      input: { metric: 'm' },
      ignored: [expected],
    });
  });

  it('takes the first of two', () => {
    expect(decode('#?claims=1&claims=2&events.a=1&events.a=2', fields)).toEqual({
      input: { claims: 1, events: { a: '1' } },
      ignored: [
        { key: 'claims', raw: '2', why: 'duplicate' },
        { key: 'events.a', raw: '2', why: 'duplicate' },
      ],
    });
  });

  it('does not read a fragment no tool would write', () => {
    const long = decode(`#?metric=${'x'.repeat(20_000)}`, fields);
    expect(long.input).toEqual({});
    expect(long.ignored).toEqual([{ key: '', raw: `#?metric=${'x'.repeat(31)}`, why: 'too-long' }]);
    expect(decode(`#?metric=${'x'.repeat(20_000 - 9)}`, fields).ignored).toEqual([]);
  });

  it('never throws, whatever it is given, and never touches a prototype', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom(
                '#',
                '?',
                '&',
                '=',
                '%',
                'v',
                '__proto__',
                'events.',
                'claims',
                '%00',
                '%ff',
                '1',
              ),
            )
            .map((parts) => parts.join('')),
        ),
        (fragment) => {
          const { input } = decode(fragment, fields);
          expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
          for (const key of Object.keys(input)) expect(Object.keys(fields)).toContain(key);
        },
      ),
    );
  });

  it('round-trips every text', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.array(fc.string({ minLength: 1 })),
        (metric, prices) => {
          const written = encode({ metric, prices });
          const { input, ignored } = decode(written, fields);
          expect(ignored).toEqual([]);
          expect(input.metric).toBe(metric);
          expect(input.prices ?? []).toEqual(prices);
          expect(encode(input as never)).toBe(written);
        },
      ),
    );
  });
});

describe('a damaged fragment', () => {
  const whole = '#?events.opened=2026-11-10T01%3A00%3A00Z&metric=aliexpress.inr&v=1';
  const wanted = { events: { opened: '2026-11-10T01:00:00Z' }, metric: 'aliexpress.inr' };
  it.each([
    ['whole', whole],
    ['escaped sign', whole.replace('#?', '#%3F')],
    ['escaped', `#${encodeURIComponent(whole.slice(1))}`],
    ['escaped twice', `#${encodeURIComponent(encodeURIComponent(whole.slice(1)))}`],
    ['without the sign', whole.replace('?', '')],
    ['a slash', whole.replace('#?', '#/?')],
    ['a bang', whole.replace('#?', '#!?')],
    ['ampersands of a page', whole.replaceAll('&', '&amp;')],
    ['ampersands of a page, twice', whole.replaceAll('&', '&amp;amp;')],
    ['ampersands by number', whole.replaceAll('&', '&#38;')],
    ['ampersands by number, in sixteens', whole.replaceAll('&', '&#x26;')],
    ['ampersands of a data file', whole.replaceAll('&', '\\u0026')],
    ['full-width signs', whole.replace('?', '？').replaceAll('&', '＆').replaceAll('=', '＝')],
    ['full-width question mark, escaped', whole.replace('?', '%EF%BC%9F')],
    ['a line break', whole.replace('&', '\n&')],
    ['a sign without width', `${whole}\u200b`],
    ['a Chinese full stop', `${whole}。`],
    ['a bracket and a comma', `${whole}），`],
    ['quotes', `${whole}","`],
  ])('%s', (_what, fragment) => {
    expect(decode(mend(fragment) ?? '', fields)).toMatchObject({ input: wanted, ignored: [] });
  });

  it('is no question where it holds none', () => {
    for (const fragment of ['', '#', '#?', '#top', '#_top', '#?！'])
      expect(mend(fragment), fragment).toBeNull();
  });
});
