import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/calculators/shared/rule.ts';
import { formatFigure } from '../../src/format-rule.ts';
import { shownAliases, sourcesOfPage } from '../../src/page-foot.ts';
import { rivalText, standingOf } from '../../src/rule-view.ts';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { sourceSchema } from '../../src/schemas/source.ts';
import { at, pages, parsed, read } from '../support/content.ts';

const book = new Map<string, Rule>(
  parsed('rules', ruleSchema).map(({ data }) => [data.id, data as Rule]),
);
const sourceIds = new Set(parsed('sources', sourceSchema).map(({ data }) => data.id));
const drawn = (name: string) => read(at('src/components/content/figures', `${name}.astro`));
const all = [...pages('en'), ...pages('zh-cn')];

describe('the sources of a page', () => {
  const of = (body: string, added: string[] = []) => sourcesOfPage(body, added, book, drawn);

  it('are those of what it quotes, prints and cites, each once', () => {
    expect(of('<RuleValue id="aliexpress.dispute.first-answer" />')).toEqual([
      'chwang-dispute-handling',
    ]);
    // A table prints the rivals' figures beside the leading one, so theirs belong to the page too.
    expect(of("<RuleTable\n  ids={[\n    'aliexpress.dispute.first-answer',\n  ]}\n/>")).toEqual([
      'chwang-dispute-handling',
      'seed-003',
      'megabonus-dispute-terms',
    ]);
    expect(
      of('<Source id="seed-001" /> <Opinion source="seed-002">x</Opinion>', ['seed-001']),
    ).toEqual(['seed-001', 'seed-002']);
  });

  it('hold, on every page, each source a component of that page names', () => {
    let named = 0;
    for (const { file, body, front } of all) {
      const listed = new Set(of(body, (front['sources'] ?? []) as string[]));
      for (const id of listed) expect(sourceIds.has(id), `${file}: ${id}`).toBe(true);
      for (const [, id = ''] of body.matchAll(/"((?:[a-z0-9]+-)+[a-z0-9]+)"/g)) {
        if (!sourceIds.has(id)) continue;
        named += 1;
        expect(listed.has(id), `${file}: ${id}`).toBe(true);
      }
      for (const [, id = ''] of body.matchAll(/["']([a-z]+\.[a-z]+\.[a-z0-9-]+)["']/g)) {
        const rule = book.get(id);
        if (!rule) continue;
        named += 1;
        for (const { source } of rule.values)
          expect(listed.has(source), `${file}: ${id} rests on ${source}`).toBe(true);
      }
    }
    expect(named).toBeGreaterThan(1000);
  });
});

describe('the other names of a page', () => {
  it('are few, in the page’s script, and not the same thing twice', () => {
    const aliases = [
      '纠纷率对卖家影响大吗',
      'dispute rate',
      '纠纷率对卖家影响',
      '纠纷过多',
      'спор',
    ];
    expect(shownAliases(aliases, 'zh-CN')).toEqual(['纠纷率对卖家影响大吗', '纠纷过多']);
    expect(shownAliases(aliases, 'en')).toEqual(['dispute rate']);
    for (const { file, language, front } of all)
      expect(
        shownAliases((front['aliases'] ?? []) as string[], language === 'en' ? 'en' : 'zh-CN')
          .length,
        file,
      ).toBeLessThanOrEqual(6);
  });
});

describe('what a rule says today', () => {
  const rule = book.get('aliexpress.fee.brazil-threshold') as Rule;

  it('is never a value that has ended, or one that has not begun', () => {
    expect(standingOf(rule, '2024-07-31').state).toBe('known');
    expect(standingOf(rule, '2024-08-01')).toMatchObject({
      state: 'ended',
      value: { to: '2024-07-31' },
    });
    expect(standingOf(rule, '2023-07-31').state).toBe('coming');
    const duty = book.get('law.fee.us-de-minimis') as Rule;
    expect(standingOf(duty, '2025-08-28').value.value).toBe(800);
    expect(standingOf(duty, '2025-08-29').value.value).toBe(0);
  });
});

describe('figures', () => {
  it('count large numbers as each language does', () => {
    expect(formatFigure('zh-CN', 60_000_000, 'cases')).toBe('6000万起');
    expect(formatFigure('zh-CN', 1_700_000, 'people')).toBe('170万人');
    expect(formatFigure('zh-CN', 75_000, 'USD')).toBe('7.5万美元');
    expect(formatFigure('zh-CN', 51_744, 'USD')).toBe('51,744美元');
    expect(formatFigure('zh-CN', { min: 10_000, max: 100_000_000 }, 'RUB')).toBe('1万–1亿卢布');
    expect(formatFigure('zh-CN', 1500, 'cases')).toBe('1,500起');
    expect(formatFigure('en', 60_000_000, 'cases')).toBe('60,000,000 cases');
  });

  it('give way to the word that tells a rival apart', () => {
    const rivals = [...book.values()].flatMap(({ rivals }) => rivals);
    expect(rivals.filter(({ differs }) => differs).length).toBeGreaterThan(20);
    for (const rival of rivals)
      for (const language of ['en', 'zh-CN'] as const)
        expect(rivalText(language, rival)).not.toMatch(/^(rule|规定|statement|说明)$/);
  });
});
