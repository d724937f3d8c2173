import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import {
  createGuard,
  guardFor,
  guardLanguages,
  splitGuards,
  withWords,
  type GuardCheck,
  type GuardData,
  type GuardParts,
  type GuardRule,
} from './index.ts';
import { languagesOf } from './pattern.ts';
import { otherScripts } from './prepared.ts';

// Every line is read by every slice; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const content = openContent(join(import.meta.dirname, '../../content'));
const rules = [...content.collection<GuardRule>('guards').values()];
const parts = content.collection<GuardParts>('guard-parts').get('shared') as GuardParts;
let slices: Map<string, GuardData>;
let split: ReturnType<typeof splitGuards>;
let whole: GuardCheck;
beforeAll(() => {
  slices = new Map(guardLanguages.map((language) => [language, guardFor(language, rules, parts)]));
  split = splitGuards(rules, parts, guardLanguages);
  whole = createGuard(rules, parts);
});
const joined = (...languages: string[]) =>
  withWords(
    split.base,
    [split.words, split.later].flatMap((all) => languages.flatMap((each) => all[each] ?? [])),
  );
/** The languages whose letters stand in a text and in no text of another: they are read with it. */
const scriptsIn = (text: string) =>
  [...languagesOf(text.normalize('NFKC'))].filter((each) => otherScripts.includes(each));
/** The same, whatever the order in which patterns and the words of a list stand. */
const inOrder = (all: readonly GuardRule[]): unknown => {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted).sort();
    if (typeof value === 'string')
      return value
        .split('|')
        .filter((each) => each !== '(?!)')
        .sort();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
  };
  return sorted(all);
};
const sliceOf = (language: string) => slices.get(language) as GuardData;
const made = (data: GuardData) => createGuard(data.rules, data.parts);

interface Line {
  text: string;
  language?: string;
  platform?: string;
  field?: boolean;
}
type Group = Record<string, (string | Line)[]>;
const read = (file: string) =>
  Object.entries(parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Group).flatMap(
    ([group, lines]) =>
      lines.map((line) =>
        typeof line === 'string'
          ? { language: group, text: line, platform: 'aliexpress', field: undefined }
          : {
              language: line.language ?? group,
              text: line.text,
              platform: line.platform ?? 'aliexpress',
              field: line.field,
            },
      ),
  );
const must = read('must-flag.yaml');
const lines = [...must, ...read('must-not-flag.yaml')];

const guards = (check: GuardCheck, line: (typeof lines)[number]) =>
  check({ ...line, gloss: 'en', today: '2026-11-29' });

describe('the slice of a language', () => {
  it('is plain JSON, and much less than the whole', () => {
    const all = JSON.stringify(rules).length;
    for (const [language, slice] of slices) {
      expect(JSON.parse(JSON.stringify(slice)), language).toEqual(slice);
      expect(JSON.stringify(slice.rules).length, language).toBeLessThan(all / 2);
    }
  });

  it('gives the whole again when all are put together', () => {
    const all = joined(...guardLanguages);
    expect(inOrder(all.rules)).toEqual(inOrder(rules));
    expect(all.parts).toEqual(parts);
  });

  it('brings what only letters of one kind can meet with the language these letters bring, and nowhere else', () => {
    const wordsOf = (language: string, rule: string, list: string) =>
      split.words[language]?.rules[rule]?.words?.['any']?.[list]?.split('|') ?? [];
    expect(wordsOf('en', 'counterfeit-admission', 'brand')).toContain('nike');
    expect(wordsOf('ru', 'counterfeit-admission', 'brand')).toContain('диор\\p{L}*');
    expect(wordsOf('ko', 'counterfeit-admission', 'brand')).toContain('루이 ?비통');
    expect(wordsOf('zh-CN', 'counterfeit-admission', 'brand')).toContain('阿迪(?:达斯)?');
    const base = new Map(split.base.rules.map((rule) => [rule.id, rule]));
    expect(base.get('counterfeit-admission')?.words?.['any']).toEqual({ brand: '(?!)' });
    expect(base.get('private-contacts')?.words?.['any']?.['address']).toBe('@|\\+ ?\\d{2}');
    for (const language of ['es', 'pt-BR', 'fr', 'de', 'pl'])
      for (const [id, { words, patterns, unless }] of Object.entries(
        split.words[language]?.rules ?? {},
      ))
        expect([words?.['any'], patterns?.['any'], unless?.['any']], id).toEqual([
          undefined,
          undefined,
          undefined,
        ]);
  });

  it('refuses what its language may not say, on its own', () => {
    const checks = new Map(guardLanguages.map((id) => [id as string, made(sliceOf(id))]));
    expect(must.length).toBeGreaterThan(300);
    for (const line of must)
      expect(guards(checks.get(line.language) as GuardCheck, line), line.text).not.toEqual([]);
  });

  it('together with the others flags what the whole flags, and nothing else', () => {
    // Each slice beside those of the text's language, whose words for "not" hold for all, and of its scripts.
    const pairs = new Map<string, GuardCheck>();
    const pair = (...languages: string[]) => {
      const key = languages.join(' ');
      const known = pairs.get(key);
      if (known) return known;
      const check = made(joined(...languages));
      pairs.set(key, check);
      return check;
    };
    const covered = (warnings: ReturnType<GuardCheck>, text: string) =>
      [...text].map((_, index) =>
        warnings.some(({ places }) =>
          places.some(({ start, end }) => start <= index && index < end),
        ),
      );
    for (const line of lines) {
      const together = guardLanguages.flatMap((id) =>
        guards(pair(line.language, id, ...scriptsIn(line.text)), line),
      );
      expect(covered(together, line.text), line.text).toEqual(
        covered(guards(whole, line), line.text),
      );
    }
  });

  it('flags what the whole flags when it is asked for these languages only', () => {
    const pairs = new Map<string, GuardCheck>();
    for (const line of lines) {
      const asked = whole({ ...line, gloss: 'en', today: '2026-11-29', languages: ['en'] });
      const languages = [line.language, 'en', ...scriptsIn(line.text)];
      const check = pairs.get(languages.join()) ?? made(joined(...languages));
      pairs.set(languages.join(), check);
      expect(guards(check, line), line.text).toEqual(asked);
    }
  });
});
