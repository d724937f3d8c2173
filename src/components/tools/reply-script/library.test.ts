import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import { guardOf, type GuardParts, type GuardRule } from '@/calculators/reply-guard/index.ts';
import {
  calculate,
  exampleOf,
  isOffered,
  replyPlatforms,
  textLanguages,
  tones,
} from '@/calculators/reply-script/index.ts';
import { libraryOf } from '@/calculators/reply-script/tool.ts';
import { readDay } from '@/calculators/shared/parse-moment.ts';
import { fill } from '@/calculators/shared/result.ts';
import { momentWordsFor } from '../shared/packs.ts';
import { takeApart } from './apart.ts';
import { createLibrary, EXAMPLE, namesOf, type ReplyPage } from './library.ts';
import { createReplyScript } from './reply-script.model.ts';

const ASKED = '2026-11-28T09:00:00Z';
const days = { today: '2026-11-28', read: readDay };
const content = openContent(join(import.meta.dirname, '../../../content'));
const original = libraryOf(content);
const guard = guardOf(content);
const apart = takeApart({
  parts: original.parts,
  scripts: [...original.scripts.values()],
  guards: [...content.collection<GuardRule>('guards').values()],
  guardParts: content.collection<GuardParts>('guard-parts').get('shared') as GuardParts,
  cite: (id) => ({ label: id, address: `#${id}` }),
});
const names = namesOf([...original.scripts.values()]);

let pages = 0;
/** A page on a site of its own, which answers until it is told to fail. */
function openPage() {
  const site = `/${(pages += 1)}`;
  const files: Record<string, unknown> = {
    all: apart.restIn('en'),
    about: apart.aboutIn('en'),
    guard: apart.guard,
    'guard-ru': { ...apart.guard, words: apart.guardWords[EXAMPLE.language] },
    why: apart.whyIn('en'),
    days: momentWordsFor(EXAMPLE.language, 'en', 'zh-CN'),
    names,
    ...apart.texts,
    ...Object.fromEntries(
      Object.entries(apart.guardWords).map(([language, words]) => [`words-${language}`, words]),
    ),
    ...Object.fromEntries(
      Object.entries(apart.guardLater).map(([language, words]) => [`later-${language}`, words]),
    ),
  };
  const asked: string[] = [];
  const server = { fails: false };
  vi.stubGlobal('fetch', (address: string) => {
    const name = address.slice(site.length + 1);
    asked.push(name);
    return server.fails
      ? Promise.reject(new TypeError('no network'))
      : Promise.resolve(new Response(JSON.stringify(files[name])));
  });
  const page: ReplyPage = {
    ...(JSON.parse(JSON.stringify(apart.pageIn('en'))) as ReturnType<typeof apart.pageIn>),
    rest: `${site}/all`,
    packs: Object.fromEntries(textLanguages.map((each) => [each, `${site}/${each}`])),
    about: `${site}/about`,
    guard: `${site}/guard`,
    guardOfExample: `${site}/guard-ru`,
    why: `${site}/why`,
    guardWords: Object.fromEntries(textLanguages.map((each) => [each, `${site}/words-${each}`])),
    guardLater: Object.fromEntries(textLanguages.map((each) => [each, `${site}/later-${each}`])),
    days: `${site}/days`,
    names: `${site}/names`,
    refusals: `${site}/refusals`,
    checks: { languages: textLanguages, longest: 100 },
    platformLabels: {},
    strings: {},
  };
  return { known: createLibrary(page), asked, server };
}
afterEach(() => vi.unstubAllGlobals());

/** Holds what was put together to the content: said to the agent in English alone, and no other names. */
function same(made: unknown, whole: unknown, path: string): number {
  if (typeof whole !== 'object' || whole === null) {
    expect(made, path).toEqual(whole);
    return 1;
  }
  const keys = Object.keys(whole);
  const isLabel = keys.length === 2 && 'en' in whole && 'zh-CN' in whole;
  return keys
    .filter((key) => key !== 'aliases' && key !== 'commits' && !(isLabel && key === 'zh-CN'))
    .reduce(
      (sum, key) =>
        sum +
        same(
          (made as Record<string, unknown>)[key],
          (whole as Record<string, unknown>)[key],
          `${path}.${key}`,
        ),
      0,
    );
}

describe('the library of a page', () => {
  it('names its fields in its own language, whatever the gloss is in', async () => {
    const { known } = openPage();
    await known.load(textLanguages);
    const messages = content.messages();
    const problems = (situation: string, vars: object) => {
      const result = calculate(
        {
          situation,
          platform: 'aliexpress',
          language: 'en',
          gloss: 'zh-CN',
          vars: { buyerName: 'Anna', item: 'LED', shop: 'Bright Home', ...vars },
        },
        known.library.value,
        guard,
        ASKED,
        days,
      );
      if (result.kind !== 'invalid') throw new Error(result.kind);
      return result.issues.map(({ key, values }) => fill(messages[key] ?? key, values ?? {}));
    };
    expect(problems('dispatched', { item: 'Anna' }).join()).toContain(
      "“Item” holds the same as “Buyer's name”",
    );
    const late = {
      cause: 'customs-check',
      tracking: 'LP00512345678901',
      days: 2,
      date: '2026-12-05',
    };
    expect(problems('extend-receipt', { ...late, until: '2026-12-04' }).join()).toMatch(
      /“[A-Z][^”]+” \(2026-12-04\) lies before “[A-Z][^”]+”/,
    );
  });
  it('put together from all its packs is the content', async () => {
    const { known } = openPage();
    expect(await known.load(textLanguages)).toBe(true);
    expect(await known.loadAbout()).toBe(true);
    const { parts, scripts } = known.library.value;
    expect([...scripts.keys()]).toEqual([...original.scripts.keys()]);
    expect(known.situations.map(({ id }) => id)).toEqual([...original.scripts.keys()]);
    const values =
      same(parts, original.parts, 'parts') +
      [...original.scripts].reduce((sum, [id, whole]) => sum + same(scripts.get(id), whole, id), 0);
    expect(values).toBeGreaterThan(4000);
    for (const [id, { commits }] of original.scripts) {
      const script = scripts.get(id);
      expect(script && known.commitsOf(script, 'en'), id).toBe(commits.en);
    }
  });

  it('answers and warns as the command line does', async () => {
    const { known } = openPage();
    await known.load(['ru', 'de', 'en']);
    const languages = ['ru', 'de', 'en'] as const;
    await known.loadGuard(languages);
    await known.loadLater(languages);
    await known.loadWhy();
    let warned = 0;
    for (const [id, script] of original.scripts)
      for (const language of ['ru', 'de'] as const) {
        const platform = replyPlatforms.find((each) => isOffered(script, each)) ?? 'aliexpress';
        const vars = exampleOf(script, original.parts, language, platform, '2026-11-28');
        const sent = { ...vars, item: 'Lampe, WhatsApp +49 151 23456789' };
        const input = { situation: id, language, platform, vars: sent, confirm: ['vars.item'] };
        const here = calculate(input, known.library.value, known.checkIn(languages), ASKED, days);
        expect(here, id).toEqual(calculate(input, original, guard, ASKED, days));
        warned += 'warnings' in here && here.warnings.length > 0 ? 1 : 0;
      }
    expect(warned).toBeGreaterThan(20);
  });

  it('has an example in which the guard finds nothing, wherever it is sent and however', () => {
    const script = original.scripts.get(EXAMPLE.situation);
    if (!script) throw new Error('no example');
    for (const gloss of ['en', 'zh-CN'] as const)
      for (const language of ['ru', 'en'] as const)
        for (const platform of replyPlatforms.filter((each) => isOffered(script, each)))
          for (const tone of tones) {
            const vars = exampleOf(script, original.parts, language, platform, '2026-11-28');
            const input = { situation: script.id, language, platform, tone, gloss, vars };
            expect(calculate(input, original, guard, ASKED, days)).toMatchObject({
              kind: 'ok',
              warnings: [],
            });
          }
  });
});

describe('the form of a page', () => {
  const open = () => {
    const page = openPage();
    return { ...page, model: createReplyScript('en', page.known, ASKED) };
  };

  it('fetches nothing for its example, and everything once for a person’s own', async () => {
    const { model, asked } = open();
    expect(model.form.outcome.value.kind).toBe('ok');
    expect(asked).toEqual([]);
    model.form.type('vars.buyerName', 'Ольга');
    model.pick('snad-damaged');
    expect(model.form.outcome.value).toEqual({ kind: 'away', language: null });
    await vi.waitFor(() => expect(model.form.outcome.value.kind).toBe('incomplete'));
    expect(model.valueAt('vars.buyerName')).toBe('Ольга');
    const texts = ['all', 'en', 'ru'];
    expect(asked.toSorted()).toEqual([...texts, 'guard-ru'].toSorted());
    await model.settle();
    expect(asked.length).toBe(4);
  });

  it('fetches the guard for words of one’s own, and nothing to read a choice, a figure or a plain day', async () => {
    const { model, asked } = open();
    model.form.type('vars.date', '2026-12-05');
    model.form.type('vars.days', '7');
    model.form.type('vars.cause', 'customs-check');
    await vi.waitFor(() => expect(model.form.outcome.value.kind).toBe('incomplete'));
    expect(asked).toEqual([]);
    model.form.type('vars.item', 'лампа, WhatsApp +49 151 23456789');
    model.keepWriting('vars.item');
    expect(model.form.outcome.value).toMatchObject({ kind: 'away', guard: true });
    await vi.waitFor(() =>
      expect(model.form.outcome.value).toMatchObject({
        kind: 'incomplete',
        warnings: expect.arrayContaining([expect.objectContaining({ guard: 'private-contacts' })]),
      }),
    );
    // What it says of the find comes with the find, and nothing of other situations.
    await vi.waitFor(() =>
      expect(model.form.outcome.value).toMatchObject({
        warnings: [expect.objectContaining({ message: expect.stringMatching(/\w/) })],
      }),
    );
    expect(asked.toSorted()).toEqual(['guard-ru', 'later-en', 'later-ru', 'why', 'words-en']);
  });

  it('reads words in the letters of another language by its words as well, and no others', async () => {
    const { model, asked } = open();
    model.form.type('vars.buyerName', 'Ольга');
    model.form.type('vars.cause', 'customs-check');
    await vi.waitFor(() => expect(model.form.outcome.value.kind).toBe('incomplete'));
    expect(asked.toSorted()).toEqual(['guard-ru']);
    model.form.type('vars.item', '灯，加我微信 lamp88');
    model.keepWriting('vars.item');
    await vi.waitFor(() =>
      expect(model.form.outcome.value).toMatchObject({
        warnings: expect.arrayContaining([expect.objectContaining({ guard: 'private-contacts' })]),
      }),
    );
    expect(asked).toContain('words-zh-CN');
    expect(asked).toContain('words-en');
    expect(asked).not.toContain('words-de');
  });

  it('stops words that are not allowed also where the reason does not arrive', async () => {
    const { model, server } = open();
    await model.known.loadGuard(['ru', 'en']);
    await model.known.loadLater(['ru', 'en']);
    server.fails = true;
    model.form.type('vars.item', 'лампа, WhatsApp +49 151 23456789');
    model.keepWriting('vars.item');
    // Never shown unread, while the guard is made ready either.
    expect(model.form.outcome.value.kind).toBe('away');
    await vi.waitFor(() =>
      expect(model.form.outcome.value).toMatchObject({
        warnings: [{ guard: 'private-contacts', severity: 'forbidden', message: '' }],
      }),
    );
    server.fails = false;
    await model.known.loadWhy();
    expect(await model.known.loadWhy()).toBe(true);
    expect(model.form.outcome.value).toMatchObject({
      warnings: [{ message: expect.stringMatching(/\w/) }],
    });
  });

  it('is ready for situations as soon as somebody turns to their list', async () => {
    const { model, asked } = open();
    await model.expectSituations();
    expect(asked.toSorted()).toEqual(['all', 'en', 'ru']);
    model.pick('snad-damaged');
    expect(model.form.outcome.value.kind).toBe('ok');
  });

  it('reads a text of one’s own, though nobody turned to the form', async () => {
    const { model, asked } = open();
    const found = () => {
      const read = model.ownCheck.value;
      return read.kind === 'ok' ? read.warnings.length : null;
    };
    expect(found()).toBe(null);
    model.ownText.value = 'Please cancel the dispute and write to me on W h a t s A p p.';
    await vi.waitFor(() => expect(found()).toBeGreaterThan(0));
    const later = ['later-en', 'later-ru'];
    expect(asked.toSorted()).toEqual(['guard-ru', ...later, 'why', 'words-en']);
  });

  it('never shows words of one’s own as read where the guard does not arrive', async () => {
    const { model, server } = open();
    await model.settle();
    server.fails = true;
    model.form.type('vars.item', 'лампа');
    await vi.waitFor(() => expect(model.known.hasFailed()).toBe(true));
    expect(model.form.outcome.value).toMatchObject({ kind: 'away', guard: true });
    server.fails = false;
    await model.settle();
    await vi.waitFor(() => expect(model.form.outcome.value.kind).toBe('incomplete'));
  });

  it('waits for what understands days, amounts and languages where a reply may hold some, and no sooner', async () => {
    const { model, server, asked } = open();
    model.form.type('vars.buyerName', 'Ольга');
    model.form.type('vars.cause', 'customs-check');
    await vi.waitFor(() => expect(model.form.outcome.value.kind).toBe('incomplete'));
    expect(asked.toSorted()).toEqual(['guard-ru']);
    // A figure may be a day that is over or an amount: nothing is shown as read before it was.
    server.fails = true;
    model.form.type('vars.days', '7');
    expect(model.form.outcome.value).toMatchObject({ kind: 'away', guard: true });
    await vi.waitFor(() => expect(model.known.hasFailed()).toBe(true));
    expect(model.form.outcome.value).toMatchObject({ kind: 'away', guard: true });
    server.fails = false;
    await model.settle();
    await vi.waitFor(() => expect(model.form.outcome.value.kind).toBe('incomplete'));
    expect(asked.filter((each) => each.startsWith('later'))).toEqual(['later-ru', 'later-ru']);
    // Words that are no name have a language.
    const other = open();
    other.model.form.type('vars.item', 'лампа');
    await vi.waitFor(() => expect(other.model.form.outcome.value.kind).toBe('incomplete'));
    expect(other.asked).toContain('later-ru');
  });

  it('reads a day in words once what reads it has come', async () => {
    const { model, asked } = open();
    model.form.type('vars.date', '5 декабря');
    await vi.waitFor(() => expect(model.form.outcome.value.kind).toBe('invalid'));
    expect(model.form.outcome.value).toMatchObject({
      issues: [{ path: 'vars.date', key: 'tool.moment.words-missing' }],
    });
    await vi.waitFor(() => expect(model.form.outcome.value.kind).toBe('incomplete'), 3000);
    expect(asked).toContain('days');
    expect(model.form.permalink.value).toContain('vars.date=2026-12-05');
  });

  it('shows the example of a situation that was chosen before it came', async () => {
    const { model } = open();
    model.pick('snad-damaged');
    expect(model.form.isExample.value).toBe(true);
    await vi.waitFor(() => expect(model.form.outcome.value.kind).toBe('ok'));
    expect(model.form.isExample.value).toBe(true);
  });

  it.each([true, false])(
    'writes its example in another language (turned to first: %s)',
    async (first) => {
      const { model, asked } = open();
      if (first) await model.expectSituations();
      model.choose({ language: 'ko' });
      expect(model.form.outcome.value.kind).toBe('away');
      await vi.waitFor(() =>
        expect(model.form.outcome.value).toMatchObject({ language: 'ko', kind: 'ok' }),
      );
      expect(model.form.isExample.value).toBe(true);
      expect(asked.toSorted()).toEqual(first ? ['all', 'en', 'ko', 'ru'] : ['all', 'en', 'ko']);
    },
  );

  it('keeps an address until it can be read, and what was typed meanwhile', async () => {
    const { model, server, asked } = open();
    server.fails = true;
    const address =
      '#?language=de&situation=offer-partial-refund&vars.date=morgen&vars.item=Lampe&vars.amount=5';
    expect(model.form.open(address)).toBe(true);
    expect(model.form.permalink.value).toBe(address);
    expect(model.form.isExample.value).toBe(false);
    expect(model.valueAt('vars.item')).toBe('');
    await vi.waitFor(() => expect(model.known.hasFailed()).toBe(true));
    model.form.type('vars.buyerName', 'Hans');
    model.choose({ tone: 'plain' });
    expect(model.form.outcome.value).toEqual({ kind: 'away', language: null });
    await vi.waitFor(() => expect(model.known.isBusy()).toBe(false));
    server.fails = false;
    await model.settle();
    expect(model.form.input.value).toMatchObject({
      situation: 'offer-partial-refund',
      language: 'de',
      tone: 'plain',
      vars: { buyerName: 'Hans', item: 'Lampe', amount: '5' },
    });
    expect(asked).not.toContain('ru');
    expect(model.form.permalink.value).toContain('vars.buyerName=Hans');
  });

  it('asks for the language where an address says that nobody can tell it', async () => {
    const { model } = open();
    model.form.open('#?language=ask&platform=ozon&situation=snad-damaged&v=1');
    await vi.waitFor(() => expect(model.form.outcome.value.kind).toBe('asks-language'));
    expect(model.form.isExample.value).toBe(false);
    expect(model.form.leftOut.value).toEqual([]);
    expect(model.form.input.value).toMatchObject({ platform: 'ozon', situation: 'snad-damaged' });
    // A reload asks again, and so does whoever is sent the address.
    expect(model.form.permalink.value).toContain('language=ask');
    const other = open().model;
    other.form.open(model.form.permalink.value);
    await vi.waitFor(() => expect(other.form.outcome.value.kind).toBe('asks-language'));
    // Another choice does not answer it; the language does.
    model.choose({ tone: 'plain' });
    expect(model.form.outcome.value.kind).toBe('asks-language');
    model.choose({ language: 'es' });
    await vi.waitFor(() =>
      expect(model.form.outcome.value).toMatchObject({ kind: 'incomplete', language: 'es' }),
    );
    expect(model.form.permalink.value).toContain('language=es');
    expect(model.form.permalink.value).not.toContain('ask');
  });

  it.each(['platform=ozon', 'tone=plain', 'language=de', 'vars.item=Lampe', 'language=ask'])(
    'reads %s, and says that the address names no situation',
    async (pair) => {
      const { model } = open();
      model.form.open(`#?v=1&${pair}`);
      await vi.waitFor(() =>
        expect(model.form.leftOut.value).toEqual([
          { key: 'situation', raw: '', why: 'no-situation' },
        ]),
      );
      expect(model.form.isLost.value).toBe(false);
      expect(model.form.permalink.value).toContain(pair);
      // One that is named and not known is said once.
      model.form.open(`#?situation=nothing&v=1&${pair}`);
      expect(model.form.leftOut.value.map(({ key, why }) => `${key}:${why}`)).toEqual([
        'situation:unreadable',
      ]);
    },
  );

  it('leaves an address alone that asks for nothing', () => {
    const { model, asked } = open();
    for (const nothing of ['', '#', '#?']) expect(model.form.open(nothing)).toBe(false);
    expect([model.form.isExample.value, asked.length]).toEqual([true, 0]);
  });
});
