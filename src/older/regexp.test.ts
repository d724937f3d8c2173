import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LookingBehind, withLookBehind } from './regexp.ts';

/** All that a pattern finds in a text, as the engine itself tells it and as ours does. */
const found = (pattern: RegExp, text: string) => {
  const told = [...text.matchAll(pattern)].map((one) => ({
    at: one.index,
    words: [...one],
    groups: one.groups ? { ...one.groups } : null,
    indices: one.indices ? [...one.indices] : null,
  }));
  return {
    told,
    split: text.split(pattern),
    replaced: text.replace(pattern, '<$&$1>'),
    called: text.replace(pattern, (...given) => JSON.stringify(given)),
    first: ((pattern.lastIndex = 0), pattern.test(text)),
  };
};
const both = (source: string, flags: string, text: string) => {
  const ours = new LookingBehind(source, flags);
  expect(found(ours, text), `/${source}/${flags} in ${JSON.stringify(text)}`).toEqual(
    found(new RegExp(source, flags), text),
  );
};

// In the forms the tools and their data use them.
const PATTERNS: [string, string][] = [
  ['(?<!\\p{L})(?:tu|toi|ton|tes)(?!\\p{L})', 'giu'],
  ['(?<![\\p{L}\\p{N}])(?:one|(?:z))(?![\\p{L}\\p{N}])', 'gu'],
  ['(?<=\\d )(?:[A-Z]{1,3})?\\$(?:[A-Z]{1,3})?', 'gu'],
  ['(?:[A-Z]{1,3})?\\$(?=\\s?\\d)|(?<=\\d )(?:[A-Z]{1,3})?\\$', 'gu'],
  ['(?<=^|&)(k|v)=', 'g'],
  ['(?<![“«„"][^”»“"]{0,60})(?:\\p{Lu}{2,}[\\s,]+){2,}\\p{Lu}{2,}', 'gu'],
  ['(?<!box (?:(?:is|are|was) ){0,2})(mark|label)\\p{L}*', 'gu'],
  ['(?<=(\\d+)(\\w))b', 'g'],
  ['(?<=\\1(a))c', 'g'],
  ['(?<first>\\d{1,2})(?<sep>[./-])(?<second>\\d{1,2})\\k<sep>(?<!0)(?<year>\\d{4})', 'gdu'],
  ['(?:(?<year>\\d{4}) ?年 ?)?(?<!\\d)(?<month>\\d{1,2}) ?月', 'gu'],
  ['(?<=^.{3,})(?:ами|ого|а|я)$', 'gu'],
  ['\\b(?<!\\.)x+?(?<!xxx)(?=y|$)', 'gm'],
  ['(?!(?<=a)b)\\w(?:(?<=o)p|q)*', 'gi'],
  ['(?<=🧕)👩|(?<!👩)‍', 'gu'],
  ['(?<=[^]a)(?:b(c)|(d))+', 'g'],
  ['(?<!\\d)(\\d{1,3}){2,3}?(?!\\d)', 'g'],
];
const TEXTS = [
  '',
  'Tu as tort, étu toi; TON thé',
  'one z zone 1one two one',
  '5 US$ 12 $ R$ 4 $',
  'k=1&v=2&&kv=3',
  'PLEASE READ THIS “NEVER DO THIS NOW” AND THAT IS ALL',
  'box is marked; the box is was labelled, please mark it and label',
  '12ab 1ab b aac aaac ca',
  '1.2.2024 10-10-1999 01/02/2023 3/4-2020',
  '2024年 5月 15月 2024 年12 月',
  'товарами большого дома а моя',
  'xxx xxxy x.xy\nxx',
  'ab aop opq Bob oppp',
  '🧕👩👩‍👩 ‍',
  'xabcdbc aab bd dd',
  '1234 12 12345678 1',
];

describe('patterns that look behind, where the engine cannot', () => {
  for (const [source, flags] of PATTERNS)
    it(`finds with /${source}/${flags} what the engine finds`, () => {
      for (const text of TEXTS) both(source, flags, text);
    });

  it('agrees with the engine on patterns and texts of any kind', () => {
    const sign = fc.constantFrom(
      'a',
      'b',
      '\\d',
      '[ab]',
      '[^a]',
      '.',
      '\\p{L}',
      '\\w',
      '\\b',
      '^',
      '$',
    );
    const { part } = fc.letrec<{ part: string; atom: string }>((tie) => ({
      atom: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        sign,
        tie('part').map((inner) => `(${inner})`),
        tie('part').map((inner) => `(?:${inner})`),
        fc
          .tuple(fc.constantFrom('=', '!', '<=', '<!', '<=', '<!'), tie('part'))
          .map(([kind, inner]) => `(?${kind}${inner})`),
        fc
          .tuple(tie('part'), fc.constantFrom('*', '+', '?', '{1,2}', '*?', '+?', '??'))
          .map(([inner, many]) => `(?:${inner})${many}`),
        fc
          .tuple(fc.constantFrom('a', '[ab]', '\\d', '.'), fc.constantFrom('*', '+', '?', '{2}'))
          .map(([inner, many]) => inner + many),
      ),
      part: fc
        .tuple(fc.array(tie('atom'), { minLength: 1, maxLength: 3 }), fc.boolean(), tie('atom'))
        .map(([parts, or, other]) => parts.join('') + (or ? `|${other}` : '')),
    }));
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'A', '1', ' ', '\n', 'é', '字'),
      maxLength: 9,
    });
    fc.assert(fc.property(part, fc.constantFrom('gu', 'giu', 'gmu', 'gsu', 'gdu'), text, both), {
      numRuns: 3000,
    });
  });

  it('stands in the place of RegExp without being told from it', () => {
    const Both = withLookBehind();
    const behind = Both('(?<=a)b', 'g');
    expect(behind).toBeInstanceOf(RegExp);
    expect(behind).toBeInstanceOf(Both);
    expect([behind.source, behind.flags, String(behind)]).toEqual(['(?<=a)b', 'g', '/(?<=a)b/g']);
    expect(/a/).toBeInstanceOf(Both);
    expect(new Both('a', 'u')).not.toBeInstanceOf(LookingBehind);
    expect(new Both(/(?<=a)b/i).flags).toBe('i');
    expect(() => new Both('(?<=a)[')).toThrow(SyntaxError);
    behind.lastIndex = 2;
    expect([behind.test('abab'), behind.lastIndex]).toEqual([true, 4]);
    expect([behind.test('abab'), behind.lastIndex]).toEqual([false, 0]);
    const sticky = new Both('(?<=a)b', 'y');
    expect(sticky.test('ab')).toBe(false);
    sticky.lastIndex = 1;
    expect(sticky.test('ab')).toBe(true);
  });
});
