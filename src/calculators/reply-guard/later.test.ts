import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { createGuard, createGuardWith } from './index.ts';
import { opens } from './later.ts';
import type { GuardInput, GuardParts, GuardRule } from './rule.ts';

vi.setConfig({ testTimeout: 120_000 });

const content = openContent(join(import.meta.dirname, '../../content'));
const rules = [...content.collection<GuardRule>('guards').values()];
const parts = content.collection<GuardParts>('guard-parts').get('shared') as GuardParts;
const whole = createGuard(rules, parts);
let lacks = 0;
const early = createGuardWith(rules, parts, null, () => (lacks += 1));
/** What the guard finds while nothing is understood yet, and whether it says that this may not be all. */
const withoutReaders = (input: GuardInput) => {
  lacks = 0;
  const found = early(input);
  return { found, isLacking: lacks > 0 };
};

type Line = string | (Partial<GuardInput> & { text: string });
const lines = ['must-flag.yaml', 'must-not-flag.yaml'].flatMap((file) =>
  Object.entries(
    parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Record<string, Line[]>,
  ).flatMap(([language, group]) =>
    group.map((line) => ({
      platform: 'aliexpress',
      language,
      gloss: 'en' as const,
      today: '2026-11-29',
      ...(typeof line === 'string' ? { text: line } : line),
    })),
  ),
);

describe('a guard whose readers are still on their way', () => {
  it('finds all there is to find, or says that it may not', () => {
    let [ready, lacking] = [0, 0];
    for (const line of lines) {
      const asked = { ...line, asksTongue: false };
      const { found, isLacking } = withoutReaders(asked);
      if (isLacking) {
        lacking += 1;
        continue;
      }
      ready += 1;
      expect(found, line.text).toEqual(whole(asked));
    }
    expect(ready).toBeGreaterThan(500);
    expect(lacking).toBeGreaterThan(100);
  });

  it('needs none for a name, and each for what it is there for', () => {
    const name: GuardInput = {
      platform: 'aliexpress',
      language: 'ru',
      gloss: 'en',
      text: 'Ольга Петрова',
      today: '2026-11-29',
      field: 'person',
      asksTongue: false,
    };
    expect(withoutReaders(name).isLacking).toBe(false);
    for (const part of [
      { text: 'Ольга 5' },
      { text: 'Ольга ５' },
      { text: 'Ольга ㍘' },
      { asksTongue: true },
    ])
      expect(withoutReaders({ ...name, ...part }).isLacking, JSON.stringify(part)).toBe(true);
    const reply = { ...name, field: false };
    expect(withoutReaders({ ...reply, text: 'Мы ответим: 1) деньги; 2) товар.' }).isLacking).toBe(
      false,
    );
    expect(withoutReaders({ ...reply, text: 'Мы ответим вчера.' }).isLacking).toBe(true);
  });

  it('is told by figures, or by the words for a day that is over, where a day may be', () => {
    const days = rules.filter(({ reads }) => reads === 'past-days');
    expect(days).toHaveLength(1);
    const patterns = days.flatMap((rule) => Object.values(rule.patterns ?? {}).flat());
    expect(patterns.length).toBeGreaterThan(20);
    for (const pattern of patterns)
      expect(
        pattern.includes('\\d') ||
          [...pattern.matchAll(/\{(\w+)\}/g)].some(([, name]) => opens(name ?? '')),
        pattern,
      ).toBe(true);
  });
});
