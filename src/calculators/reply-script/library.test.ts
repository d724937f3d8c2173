import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { describe, expect, it, vi } from 'vitest';
import { scriptPartsSchema, scriptProblems, scriptSchema } from '../../schemas/script.ts';
import { openContent } from '../cli-content.ts';
import { feedItem } from './export/feed.ts';
import { inspectScript } from './inspect.ts';
import { guardOf } from '../reply-guard/index.ts';
import { libraryOf } from './tool.ts';
import { textLanguages, type Script, type TextLanguage } from './schema.ts';

// Each of the guard's patterns is run on thousands of texts: compiling it at once saves a third of the
// time. Not by --no-regexp-tier-up, which was seen to crash an engine that had run patterns before.
setFlagsFromString('--regexp-tier-up-ticks=0');
// The first call compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, '../../content');
const content = openContent(root);
const library = libraryOf(content);
const check = guardOf(content);
const scripts = [...library.scripts.values()];
const each = scripts.map((script) => [script.id, script] as const);

const situations =
  'presale-compatibility presale-size presale-customs presale-delivery-time thanks-paid dispatched delayed-en-route arrived-check all-well inr-in-transit inr-tracking-invalid inr-wrong-address inr-delivered-denied inr-pickup inr-customs inr-lost-returned snad-colour-size snad-picture snad-quality snad-damaged snad-short snad-counterfeit snad-how-to-use offer-partial-refund offer-replacement offer-resend offer-spare-part offer-coupon offer-two-options offer-return decline-with-plan hold-with-evidence ask-evidence extend-receipt cancel-request resolved-followup bad-review system-outage holiday-delay wholesale appeal-statement platform-evidence'.split(
    ' ',
  );

describe('the library', () => {
  it('holds every situation, one file each', () => {
    expect([...library.scripts.keys()]).toEqual(expect.arrayContaining([...situations]));
    expect(situations.length).toBeGreaterThanOrEqual(42);
    for (const [id] of each) expect(existsSync(join(root, 'scripts', `${id}.yaml`)), id).toBe(true);
  });

  it('shares parts that fit their schema, are held by no language alone, and pass the guard', () => {
    expect(scriptPartsSchema.safeParse(library.parts).error?.issues ?? []).toEqual([]);
    for (const cause of library.parts.causes)
      for (const language of textLanguages)
        for (const platform of ['aliexpress', 'ozon'])
          expect(
            check({ platform, language, text: `${cause.text[language]}.`, gloss: 'en' }),
            `${cause.id} ${language}`,
          ).toEqual([]);
  });

  it('quotes rules that are in the rulebook', () => {
    const book = content.rules();
    for (const script of scripts)
      for (const rule of script.rules)
        expect(book.has(rule), `${script.id} quotes ${rule}`).toBe(true);
  });

  it('links to playbooks that exist in both languages', () => {
    for (const script of scripts)
      for (const language of ['en', 'zh-cn'])
        expect(
          existsSync(join(root, 'docs', language, `${script.playbook}.mdx`)),
          `${script.id}: ${language}/${script.playbook}`,
        ).toBe(true);
  });

  it('can be found in Chinese, English and Russian', () => {
    for (const script of scripts)
      for (const words of Object.values(script.aliases))
        expect(words.length, script.id).toBeGreaterThanOrEqual(2);
    expect(scripts.filter(({ frequent }) => frequent).length).toBeGreaterThanOrEqual(5);
  });

  it('is complete in the feed, shared parts included', () => {
    for (const script of scripts) {
      const item = feedItem(script, library.parts);
      for (const block of item.blocks)
        expect(block.text ?? block.warm, `${script.id} ${block.id}`).toBeDefined();
      for (const variable of item.variables)
        expect(variable.label['zh-CN'], `${script.id} ${variable.name}`).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('each script', () => {
  it.each(each)('%s fits its schema', (_, script) => {
    expect(
      (scriptSchema.safeParse(script).error?.issues ?? []).map(
        (issue) => `${issue.path.join('.')}: ${issue.message}`,
      ),
    ).toEqual([]);
    expect(scriptProblems(script, library.parts)).toEqual([]);
  });

  // Every message in every language with awkward figures and names, on every platform.
  it.each(each)('%s reads well for every value, and passes the guard', (_, script) => {
    expect(inspectScript(script, library.parts, check)).toEqual([]);
  });

  it.each(each)('%s asks for a date, and for a cause where it says sorry', (_, script) => {
    const texts = script.blocks.flatMap((block) =>
      [block.text, block.warm, block.plain].flatMap((text) => (text ? [text.en] : [])),
    );
    if (
      script.stage !== 'presale' &&
      !['all-well', 'thanks-paid', 'arrived-check'].includes(script.id)
    )
      expect(texts.some((text) => text.includes(':day'))).toBe(true);
    if (texts.some((text) => /\b(sorry|apologi[sz]e)\b/iu.test(text)))
      expect(script.blocks.some((block) => block.kind === 'cause')).toBe(true);
  });
});

describe('the inspection', () => {
  const sound = library.scripts.get('inr-in-transit') as Script;
  const broken = (change: (script: Script) => void) => {
    const script = structuredClone(sound);
    change(script);
    return inspectScript(script, library.parts, check);
  };
  const text = (script: Script, block: string, language: TextLanguage, value: string) => {
    const found = script.blocks.find(({ id }) => id === block)?.text as
      Record<string, string> | undefined;
    if (found) found[language] = value;
  };

  it.each([
    [
      'a guarded word',
      (s: Script) => text(s, 'request', 'en', 'Please write to us on WhatsApp.'),
      /guard private-contacts/u,
    ],
    [
      'an exclamation mark',
      (s: Script) => text(s, 'request', 'en', 'Please tell us here!'),
      /exclamation mark/u,
    ],
    [
      'a wrong case',
      (s: Script) => text(s, 'extend', 'ru', 'Мы ответим в течение {$days :days}.'),
      /case=genitive/u,
    ],
    [
      'a gendered form',
      (s: Script) => text(s, 'request', 'ru', 'Мы будем рады, я рада помочь.'),
      /gender/u,
    ],
    [
      'a particle after a variable',
      (s: Script) => text(s, 'request', 'ko', '{$item}을 확인해 주십시오.'),
      /particle/u,
    ],
    ['the 해요 style', (s: Script) => text(s, 'request', 'ko', '알려 주세요.'), /해요/u],
    [
      'a missing French space',
      (s: Script) => text(s, 'request', 'fr', 'Avez-vous reçu un avis?'),
      /space before/u,
    ],
    [
      'the wrong Chinese “you”',
      (s: Script) => text(s, 'request', 'zh-CN', '请您在这里告诉我们。'),
      /您/u,
    ],
  ])('finds %s', (_, change, message) => {
    expect(broken(change).join('\n')).toMatch(message);
  });

  it.each<[TextLanguage, string, RegExp]>([
    ['de', 'Laut Zustellern ist es da.', /Zusteller/u],
    ['de', 'Wir schreiben Ihnen hier bis zum {$date :day} mit Neuem.', /melden uns/u],
    ['fr', 'Payé par la plateforme {$platform}.', /via X/u],
    ['fr', 'Nous suivons et, demain, vous écrirons.', /“nous”/u],
    ['es', 'Grabe un video.', /es-ES/u],
    ['es', 'Nuestra propuesta: la realizaremos.', /llevar a cabo/u],
    ['pt-BR', 'O item chegou.', /produto/u],
    ['ru', 'Мы продлим срок доставки.', /срок защиты/u],
    ['ru', 'И отвечаем за это мы.', /ответственность/u],
    ['pl', 'Prosimy o wiadomość tutaj.', /officialese/u],
    ['pl', 'Dzień dobry, {$buyerName}.', /vocative/u],
    ['ko', '소포를 택배사에 인계하였습니다.', /translated/u],
  ])('finds what no native would write: %s “%s”', (language, value, message) => {
    const found = broken((script) => text(script, 'request', language, value));
    expect(found.join('\n')).toMatch(message);
  });
});
