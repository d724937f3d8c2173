import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { guardPartsSchema, guardSchema } from '../../schemas/guard.ts';
import { openContent } from '../cli-content.ts';
import {
  createGuard,
  guardLanguages,
  guardPlatforms,
  type GuardParts,
  type GuardRule,
} from './index.ts';

// The first call compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

interface Line {
  guard: string;
  text: string;
  language?: string;
  platform?: string;
  field?: boolean | 'name' | 'person';
}

/** The day on which all lines are written. */
const today = '2026-11-29';

const content = openContent(join(import.meta.dirname, '../../content'));
const rules = [...content.collection<GuardRule>('guards').values()];
const parts = content.collection<GuardParts>('guard-parts').get('shared') as GuardParts;
const check = createGuard(rules, parts);
const read = <T>(file: string) => parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as T;

const must = Object.entries(read<Record<string, Line[]>>('must-flag.yaml')).flatMap(
  ([group, lines]) => lines.map((line) => ({ language: group, platform: 'aliexpress', ...line })),
);
/** A line that is right on some platforms only says on which. */
type Sound =
  | string
  | { text: string; platforms?: string[]; notOn?: string[]; field?: boolean | 'name' | 'person' };
const mustNot = Object.entries(read<Record<string, Sound[]>>('must-not-flag.yaml')).flatMap(
  ([language, lines]) =>
    lines.map((line) => {
      const told: Exclude<Sound, string> = typeof line === 'string' ? { text: line } : line;
      return { language, ...told };
    }),
);

it('finds the same in shares as at once, and in more than one', () => {
  const input = {
    platform: 'aliexpress',
    language: 'en',
    gloss: 'en',
    text: 'Write to me on WhatsApp and close the dispute.',
    today,
  } as const;
  const inShares = createGuard(rules, parts).inShares(input);
  let shares = 0;
  let share = inShares.next();
  for (; !share.done; share = inShares.next()) shares += 1;
  expect(shares).toBeGreaterThan(5);
  expect(share.value.length).toBeGreaterThan(0);
  expect(share.value).toEqual(check(input));
});

describe('the rules', () => {
  it('fit their schema, and so do the parts they share', () => {
    for (const rule of rules)
      expect(guardSchema.safeParse(rule).error?.issues ?? [], rule.id).toEqual([]);
    expect(guardPartsSchema.safeParse(parts).error?.issues ?? []).toEqual([]);
    expect(rules.length).toBeGreaterThanOrEqual(14);
  });

  it('quote rules that are in the rulebook', () => {
    const book = content.rules();
    for (const rule of rules)
      for (const id of Object.values(rule.rules ?? {}))
        expect(book.has(id), `${rule.id} quotes ${id}`).toBe(true);
  });

  it('speak all nine languages where they look at words', () => {
    for (const rule of rules.filter(({ patterns, links }) => patterns && !links)) {
      if (Object.keys(rule.patterns ?? {}).join() === 'any') continue;
      for (const language of guardLanguages)
        expect(rule.patterns?.[language], `${rule.id} in ${language}`).toBeDefined();
    }
  });
});

describe('what may not be said', () => {
  it('is tried on at least 200 lines, in every language', () => {
    expect(must.length).toBeGreaterThanOrEqual(200);
    expect(new Set(must.map(({ text }) => text)).size).toBe(must.length);
    for (const language of guardLanguages)
      expect(
        must.filter((line) => line.language === language).length,
        language,
      ).toBeGreaterThanOrEqual(20);
    for (const { id } of rules)
      expect(
        must.some(({ guard }) => guard === id),
        id,
      ).toBe(true);
  });

  it.each(must.map((line) => [`${line.language}: ${line.text}`, line] as const))(
    '%s',
    (_, line) => {
      const warnings = check({ ...line, gloss: 'en', today });
      expect(warnings.map(({ guard }) => guard)).toContain(line.guard);
      for (const warning of warnings) {
        expect(warning.start).toBeGreaterThanOrEqual(0);
        expect(warning.end).toBeLessThanOrEqual(line.text.length);
        expect(warning.start).toBeLessThan(warning.end);
      }
    },
  );
});

describe('what may be said', () => {
  it('is tried on at least 200 lines, in every language', () => {
    expect(mustNot.length).toBeGreaterThanOrEqual(200);
    expect(new Set(mustNot.map(({ text }) => text)).size).toBe(mustNot.length);
    for (const language of guardLanguages)
      expect(
        mustNot.filter((line) => line.language === language).length,
        language,
      ).toBeGreaterThanOrEqual(20);
  });

  it.each(mustNot.map((line) => [`${line.language}: ${line.text}`, line] as const))(
    '%s',
    (_, { language, text, platforms, notOn, field }) => {
      // An address of one platform is an outside address on the others.
      const own = Object.entries(parts.ownHosts).filter(([, hosts]) =>
        hosts.some((host) => text.includes(host)),
      );
      const here = own.length > 0 ? own.map(([platform]) => platform) : guardPlatforms;
      for (const platform of (platforms ?? here).filter((each) => !notOn?.includes(each)))
        expect(check({ platform, language, text, field, gloss: 'en', today }), platform).toEqual(
          [],
        );
    },
  );
});

describe('a warning', () => {
  const places = (text: string, language = 'en') =>
    check({ platform: 'aliexpress', language, text, gloss: 'en' }).map(({ guard, start, end }) => [
      guard,
      text.slice(start, end),
    ]);

  it('points at the words as they were typed', () => {
    expect(places('Add me on WhatsApp today.')).toEqual([['private-contacts', 'WhatsApp']]);
    expect(places('Add me on W h a t s A p p today.')).toEqual([
      ['private-contacts', 'W h a t s A p p'],
    ]);
    expect(places('Add me on Ｗｈａｔｓ\u200bＡｐｐ today.')).toEqual([
      ['private-contacts', 'Ｗｈａｔｓ\u200bＡｐｐ'],
    ]);
    expect(places('😀 WhatsApp')).toEqual([
      ['emoticons', '😀'],
      ['private-contacts', 'WhatsApp'],
    ]);
  });

  it('calls an e-mail address a contact and an address of a page a link', () => {
    expect(places('Mail anna@gmail.com today.')).toEqual([['private-contacts', 'anna@gmail.com']]);
    expect(places('Mail anna (at) gmail (dot) com today.')).toEqual([
      ['private-contacts', 'anna (at) gmail (dot) com'],
    ]);
    expect(places('Look at bright-lamp.com today.')).toEqual([
      ['outside-links', 'bright-lamp.com'],
    ]);
  });

  it('comes once for a sentence, with all the words it is about', () => {
    const text = 'Write me on WhatsApp or Telegram, or call me. Viber is fine too.';
    const warnings = check({ platform: 'aliexpress', language: 'en', text, gloss: 'en' });
    expect(
      warnings.map(({ guard, places: each }) => [
        guard,
        ...each.map(({ start, end }) => text.slice(start, end)),
      ]),
    ).toEqual([
      ['private-contacts', 'WhatsApp', 'Telegram', 'call me'],
      ['private-contacts', 'Viber'],
    ]);
  });

  it('finds an address whatever goods the sentence is about', () => {
    expect(places('The watch shows WhatsApp messages, my mail is anna@mail.ru.')).toEqual([
      ['private-contacts', 'WhatsApp messages, my mail is anna@mail.ru'],
    ]);
  });

  it('says why, and what to write instead, in the language asked for', () => {
    const [english] = check({
      platform: 'aliexpress',
      language: 'en',
      text: 'Please cancel the dispute.',
      gloss: 'en',
    });
    const [chinese] = check({
      platform: 'aliexpress',
      language: 'en',
      text: 'Please cancel the dispute.',
      gloss: 'zh-CN',
    });
    expect(english).toMatchObject({
      ruleId: 'aliexpress.conduct.illegal-profit',
      guard: 'ask-withdrawal',
      severity: 'forbidden',
    });
    expect(english?.message).toMatch(/^This asks the buyer/);
    expect(chinese?.message).toMatch(/\p{Script=Han}/u);
    expect(chinese?.instead).toMatch(/\p{Script=Han}/u);
  });

  it('quotes the platform’s own rule where there is one, and says so where there is none', () => {
    const on = (platform: string) =>
      check({ platform, language: 'en', text: 'Write me on WhatsApp.', gloss: 'en' })[0];
    expect(on('ozon')?.ruleId).toBe('ozon.chat.forbidden');
    expect(on('ozon')?.message).not.toContain(parts.borrowed.en);
    expect(on('etsy')?.message).toContain(parts.borrowed.en);
  });

  it('lets a platform’s own pages through on that platform only', () => {
    const text = 'See https://www.ozon.ru/my/orderlist for the status.';
    expect(check({ platform: 'ozon', language: 'en', text, gloss: 'en' })).toEqual([]);
    expect(check({ platform: 'aliexpress', language: 'en', text, gloss: 'en' })).toHaveLength(1);
    const fake = 'See https://ozon.ru.bright-lamp.com for the status.';
    expect(check({ platform: 'ozon', language: 'en', text: fake, gloss: 'en' })).toHaveLength(1);
  });

  it('counts PayPal as outside on a marketplace, not in a PayPal case', () => {
    const text = 'We send the difference by PayPal.';
    expect(check({ platform: 'ebay', language: 'en', text, gloss: 'en' })[0]?.guard).toBe(
      'off-platform-paypal',
    );
    expect(check({ platform: 'paypal', language: 'en', text, gloss: 'en' })).toEqual([]);
  });

  it('comes sorted, and comes again the same', () => {
    const text =
      'Please cancel the dispute!!! Then write me on WhatsApp, my mail is a@b.com. See www.lamps.com.';
    const first = check({ platform: 'aliexpress', language: 'en', text, gloss: 'en' });
    expect(check({ platform: 'aliexpress', language: 'en', text, gloss: 'en' })).toEqual(first);
    expect([...first].sort((a, b) => a.start - b.start)).toEqual(first);
    expect(first.length).toBeGreaterThanOrEqual(4);
  });

  it('finds nothing in a long harmless text, nor in an empty one', () => {
    const long = 'Your parcel LP00512345678901 is on its way and customs is checking it. '.repeat(
      60,
    );
    expect(check({ platform: 'aliexpress', language: 'en', text: long, gloss: 'en' })).toEqual([]);
    expect(check({ platform: 'aliexpress', language: 'en', text: '  ', gloss: 'en' })).toEqual([]);
  });
});
