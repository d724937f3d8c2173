import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putTexts, takeTexts } from './pack.ts';

const LANGUAGES = ['en', 'ru', 'ko'];
const text = fc.record({ en: fc.string(), ru: fc.string(), ko: fc.string() });
const content = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.string(),
    fc.integer(),
    fc.record({ en: fc.string(), 'zh-CN': fc.string() }),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'id'), tie('node'), { maxKeys: 3 }),
  ),
})).node;

/** The places of texts are a matter of the two functions alone. */
const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === '#' ? undefined : inner)));

describe('texts taken apart by language', () => {
  it('are whole again once every language is put back', () => {
    fc.assert(
      fc.property(content, (whole) => {
        const { rest, texts } = takeTexts(whole, LANGUAGES);
        for (const language of LANGUAGES) putTexts(rest, language, texts[language] ?? []);
        expect(withoutPlaces(rest)).toEqual(JSON.parse(JSON.stringify(whole)));
      }),
    );
  });

  it('hold one language and no other', () => {
    const { rest, texts } = takeTexts(
      { blocks: [{ id: 'a', text: { en: 'one', ru: 'один', ko: '하나' } }], label: { en: 'x' } },
      LANGUAGES,
    );
    expect(texts).toEqual({ en: ['one'], ru: ['один'], ko: ['하나'] });
    putTexts(rest, 'ru', texts['ru'] ?? []);
    expect(withoutPlaces(rest)).toEqual({
      blocks: [{ id: 'a', text: { ru: 'один' } }],
      label: { en: 'x' },
    });
  });

  it('of another version of the site are refused', () => {
    const { rest } = takeTexts([{ en: 'a', ru: 'b', ko: 'c' }], LANGUAGES);
    expect(() => putTexts(rest, 'ru', [])).toThrow('another version');
  });
});
