import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPlaces, putTexts, takeTexts } from './pack.ts';

const LANGUAGES = ['en', 'ru', 'ko'];
const words = fc.string().filter((each) => each !== '#');
const text = fc.record({ en: words, ru: words, ko: words });
const content = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text,
    words,
    fc.integer(),
    fc.record({ en: words, 'zh-CN': words }),
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
        const { rest: taken, texts } = takeTexts(whole, LANGUAGES);
        // A pack travels as JSON.
        const rest = openPlaces(JSON.parse(JSON.stringify(taken)) as typeof taken);
        for (const language of LANGUAGES) putTexts(rest, language, texts[language] ?? []);
        expect(withoutPlaces(rest)).toEqual(JSON.parse(JSON.stringify(whole)));
      }),
    );
  });

  it('hold one language and no other', () => {
    const { rest: taken, texts } = takeTexts(
      { blocks: [{ id: 'a', text: { en: 'one', ru: 'один', ko: '하나' } }], label: { en: 'x' } },
      LANGUAGES,
    );
    expect(texts).toEqual({ en: ['one'], ru: ['один'], ko: ['하나'] });
    const rest = openPlaces(taken);
    putTexts(rest, 'ru', texts['ru'] ?? []);
    expect(withoutPlaces(rest)).toEqual({
      blocks: [{ id: 'a', text: { ru: 'один' } }],
      label: { en: 'x' },
    });
  });

  it('leave a mark, which the content itself may not hold', () => {
    const { rest } = takeTexts(['a', { en: 'b', ru: 'б', ko: '나' }], LANGUAGES);
    expect(rest).toEqual(['a', '#']);
    expect(() => takeTexts({ sign: '#' }, LANGUAGES)).toThrow('#');
  });

  it('of another version of the site are refused', () => {
    const rest = openPlaces(takeTexts([{ en: 'a', ru: 'b', ko: 'c' }], LANGUAGES).rest);
    expect(() => putTexts(rest, 'ru', [])).toThrow('another version');
  });
});
