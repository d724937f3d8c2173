import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { createGuard, type GuardParts, type GuardRule } from './index.ts';
import { foldChar } from './letters.ts';
import { finds, prepare } from './prepared.ts';
import { readings, typed } from './reading.ts';
import { bounded, brief, compile, expand, languagesOf, LETTERS, negationsFor } from './pattern.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const rules = [...content.collection<GuardRule>('guards').values()];
const parts = content.collection<GuardParts>('guard-parts').get('shared') as GuardParts;

let sources: { name: string; language: string; source: string }[];
beforeAll(() => {
  sources = rules.flatMap((rule) =>
    (['patterns', 'rawPatterns', 'unless', 'unlessText'] as const).flatMap((kind) =>
      Object.entries(rule[kind] ?? {}).flatMap(([language, list]) =>
        list.map((source) => ({
          name: `${rule.id} ${kind} ${language} ${source}`,
          language,
          source: expand(source, rule.words, language, kind === 'rawPatterns'),
        })),
      ),
    ),
  );
});
const endless = /[*+]|\{\d+,\}/u;
/** What is left of an expression when its escapes and classes are gone. */
const skeleton = (source: string) =>
  source.replace(/\\[pPu]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]/gsu, '');

describe('a repeat', () => {
  it.each([
    ['a*', 'a{0,40}'],
    ['a+?', 'a{1,40}?'],
    ['a{2,}', 'a{2,40}'],
    ['a{2,5}', 'a{2,5}'],
    [String.raw`\p{L}+ \d{3,}`, String.raw`\p{L}{1,40} \d{3,40}`],
    [String.raw`\+ ?\d`, String.raw`\+ ?\d`],
    ['[*+]+', '[*+]{1,40}'],
    [String.raw`[\]*]*`, String.raw`[\]*]{0,40}`],
    ['(?:a|b)*', '(?:a|b){0,40}'],
    [String.raw`\p{Script=Han}*`, String.raw`\p{Script=Han}{0,40}`],
    [String.raw`\u{1F600}+`, String.raw`\u{1F600}{1,40}`],
    [String.raw`\P{L}*a{10,}`, String.raw`\P{L}{0,40}a{10,40}`],
  ])('%s has an end: %s', (source, expected) => {
    expect(bounded(source)).toBe(expected);
  });

  it('has an end in every pattern of the rules', () => {
    expect(sources.length).toBeGreaterThan(600);
    for (const { name, source } of sources) expect(skeleton(source), name).not.toMatch(endless);
    const negations = [0, 1, 3, 4].flatMap((reach) => [...negationsFor(parts, reach).values()]);
    expect(negations.length).toBeGreaterThan(30);
    for (const { before, after } of negations)
      for (const make of [...before, ...after])
        // White space is one space in a reading, so its repeats cannot grow.
        expect(skeleton(make().source)).not.toMatch(endless);
  });
});

describe('a letter in a reading', () => {
  it('is the same in few ranges, in every script a pattern is written in', () => {
    const few = new RegExp(`^[${LETTERS}]$`, 'u');
    // Blocks in which people write; phonetic and historic signs are not among them.
    const blocks =
      /^[\0-\u052f\u1100-\u11ff\u3041-\u30fa\u3131-\u318e\u3400-\u9fff\uac00-\ud7a3\u{20000}-\u{323af}]$/u;
    const scripts =
      /^(?=\p{L})[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
    const wrong: string[] = [];
    let letters = 0;
    for (let code = 0; code <= 0x323af; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      for (const char of foldChar(String.fromCodePoint(code))) {
        if (!few.test(char) && blocks.test(char) && scripts.test(char))
          wrong.push(`${code.toString(16)} is a letter`);
        if (few.test(char)) letters += 1;
        if (few.test(char) && !/[\p{L}\p{M}\p{N}\p{Cn}]/u.test(char))
          wrong.push(`${code.toString(16)} is none`);
      }
    }
    expect(letters).toBeGreaterThan(90_000);
    expect(wrong).toEqual([]);
  });

  it.each([
    [String.raw`\p{L}+`, `[${LETTERS}]+`],
    [String.raw`[^\p{L}\p{N}-]`, `[^${LETTERS}0-9-]`],
    [String.raw`\p{N}`, '[0-9]'],
    [String.raw`\\p \[ \p{Lu}`, String.raw`\\p \[ \p{Lu}`],
  ])('is put into %s', (source, expected) => {
    expect(brief(source)).toBe(expected);
  });
});

describe('a pattern', () => {
  it('takes words of its language, else those of all', () => {
    const words = { any: { good: 'x|y', other: 'z' }, en: { good: 'one|{other}' } };
    expect(expand('‹{good}›', words, 'en', true)).toBe(
      '(?<![\\p{L}\\p{N}])(?:one|(?:z))(?![\\p{L}\\p{N}])',
    );
    expect(expand('{good}', words, 'ru')).toBe('(?:x|y)');
    expect(() => expand('{none}', undefined, 'en')).toThrow(/names \{none\}/u);
    expect(() => expand('{none}', { en: { own: 'x' } }, 'en')).toThrow(
      '{none}, which has no words in en',
    );
    expect(() => expand('{own}', { en: { own: 'x' } }, 'ru')).toThrow(/in ru/u);
    // One letter in braces is a property, figures are a repeat.
    expect(expand('a{2}~b', undefined, 'en', true)).toBe('a{2}[^.!?。！？;；]{0,40}?b');
  });

  it('loses its diacritics where the text does, and keeps its signs', () => {
    expect(expand('über ß，？', undefined, 'de')).toBe('uber ss,\\?');
    expect(expand('，；！：？', undefined, 'de')).toBe(',;!:\\?');
    expect(expand('ÜBER', undefined, 'de', true)).toBe('ÜBER');
  });

  it('is valid in every rule', () => {
    for (const { name, source } of sources)
      expect(() => new RegExp(source, 'u'), name).not.toThrow();
  });
});

describe('an expression', () => {
  const broken: GuardRule = {
    id: 'broken',
    severity: 'advice',
    rules: { default: 'x.y.z' },
    why: { en: 'why', 'zh-CN': '为什么' },
    instead: { en: 'instead', 'zh-CN': '改写' },
    // Neither can be made: whoever tries throws.
    patterns: { en: ['(bad)'], es: ['bad**'], ru: ['плохо**'] },
  };
  const asked = { platform: 'aliexpress', language: 'en', gloss: 'en' } as const;

  it('is made when a text needs it, not before', () => {
    const check = createGuard([broken], parts);
    expect(() => check({ ...asked, text: 'плохо' })).toThrow();
    // In letters of its own, but without what it looks for.
    expect(() => check({ ...asked, text: 'хорошо' })).not.toThrow();
    expect(() => check({ ...asked, text: '不好', language: 'zh-CN' })).not.toThrow();
  });

  it('is made for the languages asked for, and for letters the text has', () => {
    const check = createGuard([broken], parts);
    expect(() => check({ ...asked, text: 'bad' })).toThrow();
    expect(check({ ...asked, text: 'bad', languages: [] })).toHaveLength(1);
    expect(check({ ...asked, text: 'bad', languages: ['ru'] })).toHaveLength(1);
    expect(() => check({ ...asked, text: 'bad', languages: ['es'] })).toThrow();
  });

  it('is shared by all guards that hold the rule', () => {
    const rule = rules[0] as GuardRule;
    expect(compile(rule)).toBe(compile(rule));
    const first = () => compile(rule).patterns[0]?.[1][0]?.made();
    expect(first()).toBeInstanceOf(RegExp);
    expect(first()).toBe(first());
  });
});

describe('a look at the signs of a text', () => {
  const expressions = rules.flatMap((rule) => {
    const { patterns, rawPatterns, unlessText } = compile(rule);
    return [...patterns, ...rawPatterns, ...unlessText].flatMap(([language, all]) =>
      all.map((each) => ({ language, ...each })),
    );
  });
  const texts = ['must-flag', 'must-not-flag'].flatMap((name) => {
    const file = readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8');
    return Object.values(parse(file) as Record<string, { text: string }[]>)
      .flat()
      .filter(({ text }) => typeof text === 'string');
  });

  it('turns nothing away that an expression finds, in any reading, and most of the rest', () => {
    let [passed, turned] = [0, 0];
    const wrong: string[] = [];
    expect(texts.length).toBeGreaterThan(1000);
    texts.forEach(({ text }, i) => {
      for (const read of [...readings(text), typed(text)].map(prepare))
        expressions.forEach(({ language, made, mayStand }, n) => {
          if (!read.languages.has(language)) return;
          if (mayStand(read.grams)) passed += 1;
          else {
            turned += 1;
            // Each text with another part of them: all with all takes a minute.
            if ((i + n) % 8 === 0 && finds(made(), read.text)) wrong.push(`${made()} in ${text}`);
          }
        });
    });
    expect(wrong).toEqual([]);
    expect(turned / (passed + turned)).toBeGreaterThan(0.9);
  });
});

describe('the letters of a text', () => {
  it.each([
    ['Hello', ['any', 'en', 'es', 'pt-BR', 'fr', 'de', 'pl']],
    ['Спор', ['any', 'ru']],
    ['분쟁', ['any', 'ko']],
    ['纠纷', ['any', 'zh-CN']],
    ['123 :)', ['any']],
  ])('%s can be %s', (text, languages) => {
    expect([...languagesOf(text)].sort()).toEqual([...languages].sort());
  });

  it('are needed by every pattern of a script of its own', () => {
    const scripts = {
      ru: /\p{Script=Cyrillic}/gu,
      ko: /\p{Script=Hangul}/gu,
      'zh-CN': /\p{Script=Han}/gu,
    };
    const read = (file: string) =>
      parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Record<
        string,
        (string | { text: string })[]
      >;
    const lines = ['must-flag.yaml', 'must-not-flag.yaml']
      .flatMap((file) => Object.values(read(file)))
      .flat()
      .map((line) => (typeof line === 'string' ? line : line.text).toLowerCase());
    let tried = 0;
    for (const [language, script] of Object.entries(scripts)) {
      const foreign = lines.filter((line) => line.search(new RegExp(script, 'u')) < 0).join('\n');
      expect(foreign.length).toBeGreaterThan(5_000);
      for (const { name, source } of sources.filter(
        (each) => each.language === language && !each.name.includes(' unless'),
      )) {
        // With its letters out of reach the pattern must find nothing in texts of other scripts.
        const blind = new RegExp(source.replace(script, '\u{F0000}'), 'u');
        expect(foreign.search(blind), name).toBe(-1);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(150);
  });
});
