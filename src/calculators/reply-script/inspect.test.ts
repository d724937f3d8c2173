import { describe, expect, it } from 'vitest';
import { inspectScript } from './inspect.ts';
import type { Block, TextLanguage } from './schema.ts';
import { problemsOf, said, scriptOf, texts } from './testing/made-up.ts';
import { library } from './testing/sound.ts';

describe('a script', () => {
  const one = (text: string, language: TextLanguage = 'en'): Block[] => [
    { id: 'one', kind: 'fact', text: texts(language, text) },
  ];

  it('is sound where nothing is wrong', () => {
    expect(problemsOf(one('Fine: {$item}.'))).toEqual([]);
  });

  it('is refused with the place and twelve signs before what is wrong', () => {
    const refused =
      'blocks.one.text (en) has two spaces in a row: “ttle while a  little later and that ”';
    expect(problemsOf(one('It is a little while a  little later and that is it'))).toContain(
      refused,
    );
  });

  it('is read in both tones, in its choices, and in each variant of a choice by number', () => {
    const blocks: Block[] = [
      { id: 'one', kind: 'fact', warm: texts('en', 'a!'), plain: texts('de', 'du') },
    ];
    const option = { id: 'red', label: said, text: texts('fr', "l'or") };
    const cause = { name: 'colour', type: 'choice', example: 'red', options: [option] } as const;
    const plural = '.input {$days :number}\n.match $days\none {{a!}}\n* {{b {$days} c}}';
    expect(
      problemsOf([...blocks, { id: 'two', kind: 'fact', text: texts('es', plural) }], {
        variables: ['item', 'days', 'date', 'buyerName', cause],
      }).filter((each) => !each.startsWith('[')),
    ).toEqual([
      'blocks.one.warm (en) has an exclamation mark: “a!”',
      'blocks.one.plain (de) says du; use Sie: “du”',
      'blocks.two.text (es) has an exclamation mark: “a!\nb {$days} c”',
      "variables.colour.red (fr) uses a straight apostrophe: “l'or”",
    ]);
  });

  it.each([
    ['Costs $ more', 'has an open token'],
    ['Is undefined', 'has an open token'],
    ['Is NaN', 'has an open token'],
    ['a  b', 'has two spaces in a row'],
    ['a\u00a0b', 'has an invisible character'],
    [' a', 'has white space at the edge of a line'],
    ['a ', 'has white space at the edge of a line'],
    ['a \nb', 'has white space at the edge of a line'],
    ['a\n b', 'has white space at the edge of a line'],
    ['a..', 'has doubled or stray punctuation'],
    ['a,,', 'has doubled or stray punctuation'],
    ['a , b', 'has doubled or stray punctuation'],
    ['a .', 'has doubled or stray punctuation'],
  ])('is written with values: %j %s', (text, blemish) => {
    const found = problemsOf(one(text)).filter((each) => each.startsWith('['));
    expect(found).toContain(`[en, warm, examples] ${blemish}`);
    expect(found).toContain(`[ru, plain, O’Brien] gloss ${blemish}`);
    expect(found).not.toContain(`[ru, plain, examples] ${blemish}`);
  });

  it.each([
    ['好。。', 'has doubled or stray punctuation'],
    ['好，。', 'has doubled or stray punctuation'],
    ['好.', 'ends a Chinese sentence with a Latin full stop'],
    ['好.\n好', 'ends a Chinese sentence with a Latin full stop'],
  ])('is written in Chinese beside it: %j %s', (text, blemish) => {
    expect(problemsOf(one(text, 'zh-CN'))).toContain(`[en, plain, examples] gloss ${blemish}`);
  });

  it.each<[TextLanguage, string]>([
    ['en', 'Costs US$5, $ 5 or 5 US$'],
    ['en', 'Costs 5 $ or $5.'],
    ['en', '{$item}.'],
    ['zh-CN', '好。'],
    ['zh-CN', '好1.5'],
  ])('is sound: %s %s', (language, text) => {
    expect(problemsOf(one(text, language))).toEqual([]);
  });

  it('is written with names that break careless templates', () => {
    const [found] = problemsOf(one('{$item}.. a')).filter((each) => each.includes('O’Brien'));
    expect(found).toBe('[en, warm, O’Brien] has doubled or stray punctuation');
    expect(problemsOf(one('{$item} : {$item}'))).toEqual([]);
  });

  it('is refused where it cannot be written at all', () => {
    const day = { name: 'left', type: 'number', min: 1, max: 3, example: 9 } as const;
    const found = problemsOf(one('{$left}'), { variables: [day] });
    expect(found.some((each) => each.startsWith('[en, warm, examples] is invalid: {"kind"'))).toBe(
      true,
    );
    // Figures that the field takes are no fault.
    expect(found.some((each) => each.includes('⟦'))).toBe(false);
    const sound = { ...day, example: 2 };
    expect(problemsOf(one('{$left}'), { variables: [sound] })).toEqual([]);
  });

  it('is read by the guard on each of its platforms', () => {
    const asked = new Set<string>();
    const guard = ({
      platform,
      text,
      language,
    }: {
      platform: string;
      text: string;
      language: string;
    }) => {
      asked.add(platform);
      return language === 'en' && text.includes('cash')
        ? [
            {
              ruleId: null,
              start: 2,
              end: 6,
              places: [{ start: 2, end: 6 }],
              message: '',
              instead: '',
              guard: 'money',
              severity: 'advice' as const,
            },
          ]
        : [];
    };
    const found = inspectScript(
      scriptOf(one('a cash b'), { platforms: ['ozon', 'ebay'] }),
      library.parts,
      guard,
    );
    expect([...asked].sort()).toEqual(['ebay', 'ozon']);
    expect(found).toEqual(['guard money on ozon (en): “cash”', 'guard money on ebay (en): “cash”']);
  });
});
