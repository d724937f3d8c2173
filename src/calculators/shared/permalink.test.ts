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
    ).toBe('#?events.paidAt=2026-01-02&prices=9&prices=10&z=true&v=1');
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

/** As a browser holds it once it stands behind an address. */
const inBrowser = (fragment: string) => new URL(`https://site.example/${fragment}`).hash;

describe('a damaged fragment', () => {
  const whole =
    '#?events.opened=2026-11-10T01%3A00%3A00Z&metric=aliexpress.inr&vars.a%3Ab=50%25%20%26%20x&v=1';
  const wanted = {
    events: { opened: '2026-11-10T01:00:00Z' },
    metric: 'aliexpress.inr',
    vars: { 'a:b': '50% & x' },
  };
  const known = { ...fields, vars: { kind: 'map' } } as const;
  const swap = (what: string, by: string) => whole.replaceAll(what, by);
  const DAMAGES: [string, string][] = [
    ['whole', whole],
    ['escaped sign', swap('#?', '#%3F')],
    ['escaped', `#${encodeURIComponent(whole.slice(1))}`],
    ['escaped twice', `#${encodeURIComponent(encodeURIComponent(whole.slice(1)))}`],
    ['escaped behind the sign', `#?${encodeURIComponent(whole.slice(2))}`],
    ['without the sign', swap('?', '')],
    ['a slash', swap('#?', '#/?')],
    ['a bang', swap('#?', '#!?')],
    ['ampersands of a page', swap('&', '&amp;')],
    ['ampersands of a page, twice', swap('&', '&amp;amp;')],
    ['ampersands by number', swap('&', '&#38;')],
    ['ampersands by number, in sixteens', swap('&', '&#x26;')],
    ['ampersands of a data file', swap('&', '\\u0026')],
    ['escaped ampersands', swap('&', '%26')],
    ['escaped signs of equality', swap('=', '%3D')],
    ['signs of equality as in mails', swap('=', '=3D')],
    ['full-width signs', swap('?', '？').replaceAll('&', '＆').replaceAll('=', '＝')],
    ['full-width ampersands', swap('&', '＆')],
    ['full-width signs of equality', swap('=', '＝')],
    ['one full-width sign of equality', whole.replace('=', '＝')],
    ['full-width signs, escaped as a whole', `#${encodeURIComponent(swap('&', '＆').slice(1))}`],
    ['full-width question mark, escaped', swap('?', '%EF%BC%9F')],
    ['semicolons', swap('&', ';')],
    ['semicolons behind ampersands', swap('&', '&;')],
    ['full-width semicolons', swap('&', '；')],
    ['commas', swap('&', ', ')],
    ['upright bars', swap('&', '|')],
    ['blanks for ampersands', swap('&', ' ')],
    ['blanks before ampersands', swap('&', ' &')],
    ['blanks behind ampersands', swap('&', '& ')],
    ['wide blanks around ampersands', swap('&', '　&\u00a0')],
    ['blanks around signs of equality', swap('=', ' = ')],
    ['a blank behind the sign', swap('?', '? ')],
    ['a leading quote', swap('#', '#"')],
    ['a quote behind the sign', swap('?', '?“')],
    ['a leading guillemet', swap('#', '#«')],
    ['a leading bracket', swap('#', '#（')],
    ['leading brackets and quotes', swap('#?', '#?([「《')],
    ['a bracket, escaped twice', swap('#?', '#%25EF%25BC%2588?')],
    ['both quotes', `${swap('#', '#“')}”`],
    ['a line break', whole.replace('&', '\n&')],
    ['a line break in a word', swap('metric', 'met\r\nric')],
    ['a sign without width', `${whole}\u200b`],
    ['signs without width within', swap('aliexpress', 'ali\u200bexp\u2060ress')],
    ['a joiner at the end of a value', swap('&', '\u200d&')],
    ['marks of direction', swap('=', '=\u2066').replaceAll('&', '\u2069&')],
    ['thin blanks', swap('&', '\u2009&\u202f')],
    ['a soft hyphen in a key', swap('metric', 'met\u00adric')],
    ['a full-width key', swap('metric', 'ｍｅｔｒｉｃ')],
    ['a full stop', `${whole}.`],
    ['a Chinese full stop', `${whole}。`],
    ['a bracket and a comma', `${whole}），`],
    ['quotes', `${whole}","`],
    ['the rest of the sentence', `${whole} 看看这个，thanks!`],
    ['another anchor', `${whole}#top`],
    ['the address twice', `#https://site.example/en/tools/a/${whole}`],
  ];
  it.each(DAMAGES)('%s', (_what, fragment) => {
    for (const held of [fragment, inBrowser(fragment)])
      expect(decode(mend(held) ?? '', known), held).toMatchObject({ input: wanted, ignored: [] });
    expect(mend(mend(fragment) ?? '')).toBe(mend(fragment));
  });

  it('is no question where it holds no word', () => {
    for (const fragment of ['', '#', '#?', '#?！', '#/', '#?&&', '#。', '#%20'])
      expect(mend(fragment), fragment).toBeNull();
  });

  it('of which nothing is certain is not made to mean something', () => {
    const lost = (fragment: string) => decode(mend(fragment) ?? '', known);
    expect(lost('#garbage')).toEqual({
      input: {},
      ignored: [{ key: 'garbage', raw: '', why: 'unknown' }],
    });
    expect(lost('#?%E0%A4%A').ignored).toEqual([{ key: '', raw: '%E0%A4%A', why: 'malformed' }]);
    expect(lost('#?claims=9orders=100').input).toEqual({});
    expect(lost('#?claims=1.000&claims=9&v=1')).toEqual({
      input: { claims: 9 },
      ignored: [{ key: 'claims', raw: '1.000', why: 'not-a-number' }],
    });
  });

  it('that is whole stays as it is, whatever its values hold', () => {
    const tricky = fc
      .array(
        fc.constantFrom(
          ...['&', '=', '＝', '＆', ';', '；', ',', ' ', '%', '%26', '&amp;', 'v=1', 'a=', '#?'],
          ...['claims', '?', '。', '）', '“', '+', '.', '=3D', 'x'],
        ),
        { minLength: 1 },
      )
      .map((parts) => parts.join(''));
    const trimmed = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, '');
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string({ minLength: 1 })), tricky, (metric, zone) => {
        const given = { metric: trimmed(metric), zone: trimmed(zone) };
        const read = { metric: one, zone: one };
        const { input, ignored } = decode(mend(encode(given)) ?? '', read);
        expect(ignored).toEqual([]);
        expect({ metric: '', zone: '', ...input }).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });
});
