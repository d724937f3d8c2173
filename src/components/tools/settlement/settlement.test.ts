import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import { readLink } from '@/calculators/reply-script/index.ts';
import { libraryOf } from '@/calculators/reply-script/tool.ts';
import { readPlainDay } from '@/calculators/shared/plain-day.ts';
import {
  calculate,
  OPTION_IDS,
  REASONS,
  type SettlementOk,
} from '@/calculators/settlement/index.ts';
import { at, read } from '../../../../tests/support/content.ts';
import { madeUpCases } from './cases.ts';
import { repliesTo, replyTo } from './replies.ts';

const content = openContent(join(import.meta.dirname, '../../../content'));
const library = libraryOf(content);
const ASKED = '2026-11-21T00:00:00Z';
const answer = (input: object) =>
  calculate(input, content.rules(), ASKED) as SettlementOk & { kind: string };
const causes = REASONS.filter((reason) => reason.includes('-') || reason === 'service');

describe('the made-up case of a root cause', () => {
  it('exists for each', () => {
    expect(Object.keys(madeUpCases).sort()).toEqual([...causes].sort());
    expect(causes.length).toBeGreaterThan(10);
  });

  it.each(causes)('%s is answered', (reason) => {
    expect(answer(madeUpCases[reason] as object)).toMatchObject({ kind: 'ok', reason });
  });

  it.each(causes)('%s opens from a playbook in both languages', (reason) => {
    for (const language of ['en', 'zh-cn']) {
      const pages = [
        'negotiate/offers-by-cause',
        ...['damaged', 'description', 'picture', 'quality', 'short', 'counterfeit'].map(
          (page) => `respond/snad-${page}`,
        ),
        ...[
          'in-transit',
          'returned-lost',
          'customs',
          'pickup',
          'wrong-address',
          'tracking-invalid',
          'delivered-denied',
        ].map((page) => `respond/inr-${page}`),
      ].filter((page) =>
        read(at(`src/content/docs/${language}/playbooks/${page}.mdx`)).includes(
          `<SettlementCase reason="${reason}" />`,
        ),
      );
      expect(pages.length, language).toBeGreaterThan(0);
    }
  });
});

describe('a reply opened from the planner', () => {
  const ignoredOf = (href: string) =>
    readLink(href.slice(href.indexOf('#')), library, '', 'aliexpress', {
      today: '2026-11-21',
      read: readPlainDay,
    }).ignored;

  it.each(['aliexpress', 'ebay', 'paypal', 'other'])('is read whole on %s', (platform) => {
    let links = 0;
    for (const currency of ['USD', 'JPY', 'KWD']) {
      const result = answer({ ...madeUpCases['snad-damaged'], platform, currency: 'USD' });
      const told = { ...result, currency };
      for (const id of OPTION_IDS) {
        const reply = replyTo('en', told, id, id === 'partial-refund' ? '12' : null);
        if (!reply) continue;
        links += 1;
        expect(ignoredOf(reply.href), reply.href).toEqual([]);
      }
      for (const bundle of result.bundles)
        for (const { href } of repliesTo('en', result, bundle)) {
          links += 1;
          expect(ignoredOf(href), href).toEqual([]);
        }
    }
    expect(links).toBeGreaterThan(15);
  });
});
