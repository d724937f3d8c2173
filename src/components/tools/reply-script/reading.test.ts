import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '@/calculators/cli-content.ts';
import {
  createGuard,
  guardLanguages,
  splitGuards,
  withWords,
  type GuardCheck,
  type GuardParts,
  type GuardRule,
} from '@/calculators/reply-guard/index.ts';
import { languagesIn } from './reading.ts';

vi.setConfig({ testTimeout: 60_000 });

const content = openContent(join(import.meta.dirname, '../../../content'));
const rules = [...content.collection<GuardRule>('guards').values()];
const parts = content.collection<GuardParts>('guard-parts').get('shared') as GuardParts;
const whole = createGuard(rules, parts);
const split = splitGuards(rules, parts, guardLanguages);
const guards = new Map<string, GuardCheck>();
const guardIn = (languages: readonly string[]): GuardCheck => {
  const key = languages.join(' ');
  const words = [split.words, split.later].flatMap((all) =>
    languages.flatMap((each) => all[each] ?? []),
  );
  const { rules: known, parts: shared } = withWords(split.base, words);
  const made = guards.get(key) ?? createGuard(known, shared);
  guards.set(key, made);
  return made;
};

it.each([
  ['Ольга', ['ru']],
  ['Ольга, t.me', ['ru', 'en']],
  ['加我微信', ['ru', 'zh-CN']],
  ['카톡', ['ru', 'ko']],
  ['ωhατѕαρρ', ['ru', 'en']],
  ['ραγρα', ['ru', 'en']],
  ['ｗｅｃｈａｔ', ['ru', 'en']],
  ['𝗐𝖾𝖼𝗁𝖺𝗍', ['ru', 'en']],
  ['4276 1234', ['ru']],
])('words such as “%s” in a Russian reply are read as %s', (written, languages) => {
  expect(languagesIn('ru', written)).toEqual(languages);
});

it('loses no find of the whole guard by leaving out languages whose letters were not written', () => {
  type Line = string | { text: string; language?: string; platform?: string; field?: boolean };
  const file = join(import.meta.dirname, '../../../calculators/reply-guard/must-flag.yaml');
  const groups = parse(readFileSync(file, 'utf8')) as Record<string, Line[]>;
  let read = 0;
  const lost: string[] = [];
  for (const [group, lines] of Object.entries(groups))
    for (const each of lines) {
      const line = typeof each === 'string' ? { text: each } : each;
      const language = line.language ?? group;
      if (!guardLanguages.includes(language as never)) continue;
      const asked = {
        platform: line.platform ?? 'aliexpress',
        language,
        text: line.text,
        gloss: 'en' as const,
        today: '2026-11-29',
        ...(line.field === undefined ? {} : { field: line.field }),
      };
      read += 1;
      const languages = languagesIn(language, line.text);
      const here = guardIn(languages)(asked);
      // Word by word what the whole finds in these languages, and something wherever it finds anything.
      expect(here, line.text).toEqual(whole({ ...asked, languages }));
      if (here.length === 0 && whole(asked).length > 0) lost.push(`${language}: ${line.text}`);
    }
  expect(read).toBeGreaterThan(500);
  expect(lost).toEqual([]);
});
