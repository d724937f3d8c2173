import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openContent } from '../cli-content.ts';
import { guardOf } from '../reply-guard/index.ts';
import {
  buyerLanguages,
  calculate,
  exampleOf,
  fieldsOf,
  isOffered,
  optionalParts,
  replyPlatforms,
  variablesOf,
  type Reply,
  type ReplyPlatform,
} from './index.ts';
import { libraryOf } from './tool.ts';

vi.setConfig({ testTimeout: 120_000 });

const content = openContent(join(import.meta.dirname, '../../content'));
const library = libraryOf(content);
const { parts } = library;
const scripts = [...library.scripts.values()];
const asOf = '2027-03-05T23:30:00Z';
const silent = () => [];
const guard = guardOf(content);

const example = (
  situation: string,
  platform: ReplyPlatform,
  more: Record<string, unknown> = {},
) => {
  const script = library.scripts.get(situation);
  if (!script) throw new Error(situation);
  const language = (more['language'] ?? 'ru') as (typeof buyerLanguages)[number];
  const { vars, ...rest } = more;
  return calculate(
    {
      situation,
      platform,
      language,
      ...rest,
      vars: { ...exampleOf(script, parts, language, platform, asOf), ...(vars as object) },
    },
    library,
    silent,
    asOf,
  );
};
const reply = (...asked: Parameters<typeof example>): Reply => {
  const result = example(...asked);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
};
const all = (situation: string, platform: ReplyPlatform) =>
  optionalParts(library, situation, [], platform).map(({ id }) => id);

describe('every situation on every platform', () => {
  it.each(scripts.map((script) => [script.id, script] as const))('%s', (id, script) => {
    for (const platform of replyPlatforms) {
      if (!isOffered(script, platform)) {
        expect(example(id, platform)).toEqual({
          kind: 'out-of-scope',
          reasons: [`not-on-platform:${id}`],
        });
        continue;
      }
      for (const language of buyerLanguages) {
        // A made-up case of its own in each language, on the day on which it is shown.
        const plain = reply(id, platform, { language, tone: 'plain' });
        const full = reply(id, platform, { language, blocks: all(id, platform) });
        for (const { text } of [plain, full]) expect(text).not.toMatch(/[⟦⟧{}]|undefined|NaN/u);
        if (language === 'fr')
          expect(plain.text.match(/\bmerci\b/giu)?.length ?? 0, id).toBeLessThanOrEqual(1);
        if (language === 'pl') expect(full.text).toMatch(/^Dzień dobry[!,]/u);
        if (language === 'pl') expect(full.text).not.toMatch(/20\d\d(?! r\.)(?!\d)/u);
        if (language === 'de')
          expect(full.text).toMatch(/^Guten Tag[^!]*,\n\n(?:\p{Ll}|Sie |Ihr)/u);
        if (platform !== 'aliexpress') expect(full.blocks).not.toContain('extend');
        if (script.public) expect(full.text).not.toContain('8123456789012345');
      }
    }
  });
});

describe('what the library itself says', () => {
  it.each(replyPlatforms)('has nothing in it that a guard speaks of on %s', (platform) => {
    let replies = 0;
    // The texts differ on Ozon; on the others every second language tells the same.
    const turn = ['aliexpress', 'ozon'].includes(platform) ? null : platform.length % 2;
    for (const script of scripts.filter((each) => isOffered(each, platform)))
      for (const [at, language] of buyerLanguages.entries()) {
        if (turn !== null && at % 2 !== turn) continue;
        const asked = {
          situation: script.id,
          platform,
          language,
          tone: at % 2 === 0 ? 'warm' : 'plain',
          blocks: all(script.id, platform),
          vars: exampleOf(script, parts, language, platform, asOf),
        };
        const result = calculate(asked, library, guard, asOf);
        if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
        const found = result.warnings.filter((warning) => warning.guard !== 'message-length');
        expect(found, `${script.id} ${language}`).toEqual([]);
        replies += 1;
      }
    expect(replies).toBeGreaterThan(120);
  });

  it('offers no choice that looks like a placeholder, another language or a day that is over', () => {
    let choices = 0;
    for (const script of scripts)
      for (const { options, tense, other } of variablesOf(script, parts))
        for (const { id, text } of options)
          for (const language of [...buyerLanguages, 'zh-CN'] as const) {
            const asked = { platform: 'aliexpress', language, text: text[language] };
            const today = '2027-03-05';
            for (const field of [true, false])
              expect(
                guard({ ...asked, gloss: 'en', today, field })
                  // A plan promises, and nobody writes an own one where a list is closed.
                  .filter(({ guard: by }) => by !== 'promise-field' || (other && tense === null))
                  .map(({ guard: by }) => by),
                `${script.id} ${id} ${language}: ${text[language]}`,
              ).toEqual([]);
            choices += 1;
          }
    expect(choices).toBeGreaterThan(2500);
  });
});

describe('on Ozon', () => {
  it('nobody is offered a link, and a file is what the form begins with', () => {
    for (const script of scripts)
      for (const variable of variablesOf(script, parts, 'ozon'))
        for (const option of variable.options)
          expect(`${option.id} ${option.text.en}`, script.id).not.toMatch(/\blink\b/iu);
    expect(
      exampleOf(library.scripts.get('snad-how-to-use') as never, parts, 'ru', 'ozon', asOf),
    ).toMatchObject({
      videoWay: 'file',
    });
    expect(reply('snad-how-to-use', 'ozon').text).toContain('видеофайл в этом чате');
    expect(reply('snad-how-to-use', 'aliexpress', { vars: { videoWay: 'link' } }).text).toContain(
      'ссылка на видео',
    );
    expect(example('snad-how-to-use', 'ozon', { vars: { videoWay: 'link' } })).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'vars.videoWay' }],
    });
  });

  it('what it does not know is marked in words of one’s own, in every situation', () => {
    const own: Partial<Record<(typeof buyerLanguages)[number], [string, string][]>> = {
      ru: [
        ['unknown-coupon', 'склад задержал посылку, поэтому мы дарим вам купон'],
        ['unknown-extension', 'склад задержал посылку, и мы продлили защиту заказа'],
        ['spoken-link', 'склад задержал посылку, подробности по ссылке'],
        ['late-chat', 'склад задержал посылку, после получения мы вам напишем'],
      ],
      en: [
        ['unknown-coupon', 'the warehouse was late, so we send you a coupon'],
        ['unknown-extension', 'the warehouse was late, so we extended your buyer protection'],
        ['spoken-link', 'the warehouse was late, please open the link to the video'],
        ['late-chat', 'the warehouse was late, we will write to you after the delivery'],
      ],
    };
    let tried = 0;
    for (const script of scripts.filter((each) => isOffered(each, 'ozon'))) {
      const takesOwn = variablesOf(script, parts, 'ozon').some(
        ({ name, other }) => name === 'cause' && other,
      );
      for (const [language, lines] of takesOwn ? Object.entries(own) : [])
        for (const [id, cause] of lines) {
          const vars = { ...exampleOf(script, parts, language as 'ru', 'ozon', asOf), cause };
          const asked = { situation: script.id, platform: 'ozon', language, vars };
          const result = calculate(
            { ...asked, confirm: ['vars.cause'], blocks: all(script.id, 'ozon') },
            library,
            guard,
            asOf,
          );
          if (result.kind !== 'ok') throw new Error(`${script.id} ${JSON.stringify(result)}`);
          if (!result.text.includes(cause)) continue;
          expect(
            result.warnings.map((warning) => warning.guard),
            `${script.id} ${language} ${id}`,
          ).toContain(id);
          tried += 1;
        }
    }
    expect(tried).toBeGreaterThan(100);
  });

  it('a delivered buyer is asked to write, not written to', () => {
    expect(reply('bad-review', 'ozon').text).toContain(
      'Пожалуйста, напишите нам в чате заказа на Ozon.',
    );
    expect(reply('bad-review', 'aliexpress').text).toContain(
      'мы напишем вам в чате заказа на AliExpress',
    );
    for (const id of ['arrived-check', 'offer-coupon', 'extend-receipt'])
      expect(example(id, 'ozon').kind, id).toBe('out-of-scope');
  });

  it('a message is as long as one may be, and longer ones are marked from where they are cut', () => {
    const book = content.rules();
    for (const { rule, characters } of parts.limits)
      expect(book.get(rule)?.values.at(-1)?.value, rule).toBe(characters);
    const { limit, text, warnings, usedRules } = reply('inr-in-transit', 'ozon', {
      stack: ['snad-damaged', 'offer-return'],
      vars: {
        'snad-damaged:cause': 'packing-weak',
        'snad-damaged:date': '2027-03-20',
        amount: '12',
        currency: 'USD',
        'offer-return:cause': 'packing-weak',
        'offer-return:date': '2027-03-21',
        'offer-return:days': 5,
      },
    });
    expect(limit).toBe(1000);
    expect([...text].length).toBeGreaterThan(1000);
    expect(warnings).toMatchObject([
      { guard: 'message-length', severity: 'advice', ruleId: 'ozon.chat.length', end: text.length },
    ]);
    expect([...text.slice(0, warnings[0]?.start)]).toHaveLength(1000);
    expect(usedRules).toContain('ozon.chat.length');
    expect(reply('inr-in-transit', 'ozon').warnings).toEqual([]);
    expect(reply('inr-in-transit', 'aliexpress').limit).toBeNull();
  });
});

describe('a longer protection', () => {
  it('is AliExpress’s own, wherever it is offered', () => {
    const extending = scripts.flatMap((script) =>
      script.blocks.filter(({ text }) => /extended? the delivery period/u.test(text?.en ?? '')),
    );
    expect(extending.length).toBe(7);
    for (const script of scripts)
      for (const platform of replyPlatforms.filter((each) => each !== 'aliexpress'))
        if (isOffered(script, platform))
          expect(
            reply(script.id, platform, { language: 'en', blocks: all(script.id, platform) }).text,
            `${script.id} ${platform}`,
          ).not.toMatch(/delivery period|stays protected/u);
    for (const id of ['decline-with-plan', 'platform-evidence'])
      expect(example(id, 'ebay', { vars: { plan: 'follow' } })).toMatchObject({
        issues: [{ path: 'vars.plan' }],
      });
  });

  it('cannot be switched on elsewhere, but switching it off is no error', () => {
    expect(example('inr-in-transit', 'ozon', { blocks: ['extend'] })).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'blocks', values: { block: 'extend' } }],
    });
    expect(example('inr-in-transit', 'ozon', { blocks: { extend: true } }).kind).toBe('invalid');
    expect(example('inr-in-transit', 'ozon', { blocks: { extend: false } }).kind).toBe('ok');
  });
});

describe('what everybody reads', () => {
  it('names no buyer and no order, and thanks nobody in Russian for a bad review', () => {
    const open = scripts.filter((script) => script.public);
    expect(open.map(({ id }) => id)).toEqual(['bad-review']);
    for (const language of buyerLanguages) {
      const { text } = reply('bad-review', 'aliexpress', {
        language,
        vars: { buyerName: 'Zebulon', orderId: '999', tracking: 'ZZ1' },
      });
      expect(text).not.toMatch(/Zebulon|999|ZZ1/u);
    }
    for (const tone of ['warm', 'plain'])
      expect(reply('bad-review', 'aliexpress', { tone }).text).not.toMatch(/спасибо|благодар/iu);
  });
});

describe('what depends on an answer', () => {
  it('a shop takes the blame for what it or its carrier did, not for a parcel nobody collected', () => {
    const said = (cause: string) =>
      reply('offer-resend', 'aliexpress', { language: 'en', vars: { cause } }).text;
    for (const cause of ['lost', 'ruined']) expect(said(cause)).toContain('You are not to blame');
    for (const cause of [
      'storage-over',
      'address-not-found',
      'customs-return',
      'the depot sent it back',
    ])
      expect(said(cause)).not.toMatch(/blame|responsib|our mistake/iu);
  });

  it('an item that does not fit is not compared any further, and needs no day', () => {
    const vars = { fit: 'not', date: '' };
    const { text } = reply('presale-compatibility', 'aliexpress', { language: 'en', vars });
    expect(text).not.toMatch(/compare the full|photo of the device/u);
    expect(text).toContain('If you would like one that fits');
    const fits = reply('presale-compatibility', 'aliexpress', { language: 'en' }).text;
    expect(fits).toContain('compare the full model number');
    expect(fits).not.toContain('If you would like one that fits');
  });

  it('the form asks for what is said, and tells stacked fields apart', () => {
    const ask = (vars: Record<string, string>, stack: string[] = []) =>
      fieldsOf(
        {
          situation: 'presale-compatibility',
          platform: 'ozon',
          language: 'en',
          gloss: 'en',
          vars,
          stack,
        },
        library,
      ).used.map(({ name }) => name);
    expect(ask({ fit: 'not' })).not.toContain('date');
    expect(ask({})).toContain('date');
    const { used } = fieldsOf(
      {
        situation: 'inr-in-transit',
        platform: 'ozon',
        language: 'en',
        gloss: 'en',
        stack: ['snad-damaged'],
      },
      library,
    );
    const dates = used.filter(({ name }) => name.endsWith('date'));
    expect(dates.map(({ name }) => name)).toEqual(['date', 'snad-damaged:date']);
    expect(new Set(dates.map(({ label }) => label['zh-CN'])).size).toBe(2);
  });
});

describe('a cancelled order', () => {
  it('goes to another address only after the order says so', () => {
    for (const language of buyerLanguages) {
      const { lines } = reply('cancel-request', 'aliexpress', {
        language,
        gloss: 'en',
        blocks: ['choice'],
      });
      expect(lines.map(({ gloss }) => gloss).join(' ')).toContain(
        'once it is changed in the order',
      );
    }
  });
});

describe('a happy buyer', () => {
  it('hears nothing of data', () => {
    for (const language of buyerLanguages) {
      const { text } = reply('all-well', 'aliexpress', { language });
      expect(text).not.toMatch(
        /record|данные заказа|datos|registros|données|Unterlagen|[Dd]ane |기록|20\d\d/u,
      );
    }
  });
});
