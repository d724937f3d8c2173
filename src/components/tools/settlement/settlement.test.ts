import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import type { Flow } from '@/calculators/deadline-planner/index.ts';
import type { CueRules } from '@/calculators/find-case/index.ts';
import { isOffered, readLink, type ReplyPlatform } from '@/calculators/reply-script/index.ts';
import { libraryOf } from '@/calculators/reply-script/tool.ts';
import { readEverything } from '@/calculators/shared/every-reader.ts';
import { forgetReaders } from '@/calculators/shared/readers.ts';
import { readPlainDay } from '@/calculators/shared/plain-day.ts';
import {
  calculate,
  OPTION_IDS,
  PLATFORMS,
  REASONS,
  type SettlementOk,
} from '@/calculators/settlement/index.ts';
import { at, read } from '../../../../tests/support/content.ts';
import { madeUpCases } from './cases.ts';
import { clocksOf } from './clocks.ts';
import { cite, type Named } from '@/calculators/shared/cited.ts';
import { groupsOf } from './groups.ts';
import { breakEvenInShort } from './parts/BreakEvens.tsx';
import { createSettlementWords } from './words.ts';
import { findingText } from './finding-text.ts';
import { amountOf, isSaid, replyTo, replyToBundle, whyNoReply } from './replies.ts';
import { createModel } from './settlement.model.ts';

const content = openContent(join(import.meta.dirname, '../../../content'));
const library = libraryOf(content);
const ASKED = '2026-11-21T00:00:00Z';
const answer = (input: object) =>
  calculate(input, content.rules(), ASKED) as SettlementOk & { kind: string };
const causes = REASONS;

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
        'respond/overview',
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

/**
 * What is known of a case by its root cause, written down apart from the tool. `true` may be taken for
 * granted, `false` is contradicted, `null` is open: nobody may decide it in a reply, but what is
 * offered may rest on it (whoever offers a return has looked whether there is something to return).
 */
const KNOWN: Readonly<Record<string, Readonly<Record<string, boolean | null>>>> =
  Object.fromEntries(
    [
      ['snad-quality', 'snad-damaged', 'snad-short'].map((reason) => [
        reason,
        { received: true, 'not-received': false, gone: false, fault: true, part: null },
      ]),
      ['snad-colour-size', 'snad-picture'].map((reason) => [
        reason,
        { received: true, 'not-received': false, gone: false, fault: true, part: false },
      ]),
      [
        [
          'snad-counterfeit',
          { received: true, 'not-received': false, gone: false, fault: false, part: false },
        ],
        ...['snad', 'snad-description', 'snad-of-my-own'].map((reason) => [
          reason,
          { received: true, 'not-received': false, gone: false, fault: false, part: null },
        ]),
      ],
      ['inr-late', 'inr-customs', 'inr-pickup', 'inr-tracking', 'inr-wrong-address'].map(
        (reason) => [
          reason,
          { received: false, 'not-received': true, gone: false, fault: false, part: false },
        ],
      ),
      [
        [
          'inr-lost',
          { received: false, 'not-received': true, gone: true, fault: false, part: false },
        ],
      ],
      ['inr', 'inr-delivered'].map((reason) => [
        reason,
        { received: false, 'not-received': false, gone: false, fault: false, part: false },
      ]),
      [
        [
          'service',
          { received: null, 'not-received': false, gone: false, fault: false, part: false },
        ],
      ],
      ['a cause of one’s own', ''].map((reason) => [
        reason,
        { received: null, 'not-received': false, gone: false, fault: false, part: null },
      ]),
    ].flat(),
  );

/** What the whole reply behind an address takes for granted. */
function presumedBy(href: string, platform: ReplyPlatform) {
  const { linked, ignored } = readLink(href.slice(href.indexOf('#')), library, '', platform, {
    today: '2026-11-21',
    read: readPlainDay,
  });
  const script = library.scripts.get(linked.situation ?? '');
  if (!script) throw new Error(href);
  const blocks = script.blocks.filter(
    ({ id, optional, on }) => !optional || (linked.switches[id] ?? on ?? true),
  );
  return {
    ignored,
    linked,
    script,
    blocks: blocks.map(({ id }) => id),
    presumes: [...(script.presumes ?? []), ...blocks.flatMap(({ presumes }) => presumes ?? [])],
  };
}

/** Every option priced, with a return the seller pays for. */
const PRICED = {
  ...madeUpCases['snad-damaged'],
  resendCost: '8.00',
  sparePartCost: '7.50',
  couponValue: '3.00',
  couponUse: '0.4',
};

describe('a reply opened from the planner', () => {
  it('knows every root cause', () => {
    expect(Object.keys(KNOWN)).toEqual(expect.arrayContaining([...REASONS]));
  });

  it('takes nothing for granted that the cause contradicts, and pays no return nobody agreed to pay', () => {
    let cells = 0;
    const opened = new Set<string>();
    const replies: Record<string, string[]> = {};
    for (const [reason, known] of Object.entries(KNOWN))
      for (const sellerPaysReturn of ['true', 'false'])
        for (const platform of PLATFORMS) {
          const result = answer({ ...PRICED, platform, reason, sellerPaysReturn });
          for (const id of OPTION_IDS) {
            cells += 1;
            const option = result.options.find((one) => one.id === id);
            const amount = option ? amountOf(result, option) : null;
            const isPriced = (option?.cost ?? null) !== null;
            const reply = replyTo('en', result, id, amount);
            const cell = `${reason} × ${id} on ${platform}`;
            // What is ranked can be said; what is not says itself why it is not offered.
            expect(reply !== null, cell).toBe(isPriced && isSaid(result, id));
            // Papers answer a doubt about the brand; only holding or an end of the case is said.
            if (reason === 'snad-counterfeit')
              expect(isSaid(result, id), cell).toBe(
                ['hold', 'accept', 'return-refund'].includes(id),
              );
            if (!isPriced && option?.allowed) {
              expect(option.unfit, cell).not.toBeNull();
              // Every text there is stands in both languages, which a test of the texts holds.
              const said = content.messages()[`tool.settlement.unfit.${option.unfit ?? ''}`];
              expect(said, cell).toBeTruthy();
            }
            if (!reply) continue;
            opened.add(`${platform} ${reason}`);
            const { presumes, ignored, linked, script, blocks } = presumedBy(
              reply.href,
              'aliexpress',
            );
            expect(ignored, cell).toEqual([]);
            expect(linked.platform, cell).toBe(platform);
            // It is written there, and with Chinese beside it where buyers read that.
            expect(isOffered(script, platform), cell).toBe(true);
            expect(linked.gloss, cell).toBe(platform === 'taobao' ? 'zh-CN' : undefined);
            for (const presumed of presumes) {
              if (presumed === 'seller-pays-return')
                expect(sellerPaysReturn, `${cell}: ${presumed}`).toBe('true');
              else
                expect(known[presumed], `${cell}: ${script.id} presumes ${presumed}`).not.toBe(
                  false,
                );
            }
            if (platform === 'aliexpress' && sellerPaysReturn === 'true')
              (replies[reason] ??= []).push(
                `${id}: ${[script.id, ...(script.id === 'offer-choice' ? blocks.slice(4, -2) : [])].join(' ')}`,
              );
          }
        }
    expect(cells).toBeGreaterThan(2000);
    expect(opened.size).toBe(PLATFORMS.length * Object.keys(KNOWN).length);
    expect(replies['snad-damaged']).toEqual([
      'hold: platform-evidence',
      'accept: offer-partial-refund',
      'return-refund: offer-return',
      'partial-refund: offer-partial-refund',
      'resend: offer-replacement',
      'spare-part: offer-spare-part',
      'coupon: offer-coupon',
      'mixed: offer-choice beside',
    ]);
    expect(replies['snad-picture']).toEqual([
      'hold: platform-evidence',
      'accept: offer-partial-refund',
      'return-refund: offer-return',
      'partial-refund: offer-partial-refund',
      'coupon: offer-coupon',
      'mixed: offer-choice beside',
    ]);
    expect(replies['snad-colour-size']).toContain('resend: offer-replacement');
    expect(replies['snad']).toEqual([
      'hold: platform-evidence',
      'accept: offer-choice keep',
      'return-refund: offer-choice return',
      'partial-refund: offer-choice keep',
      'resend: offer-choice resend',
      'spare-part: offer-choice part',
      'coupon: offer-coupon',
      'mixed: offer-choice beside',
    ]);
    expect(replies['inr-wrong-address']).toContain('resend: offer-choice resend');
    expect(replies['service']?.map((each) => each.split(':')[0])).not.toContain('resend');
    expect(replies['inr-lost']).toEqual([
      'hold: platform-evidence',
      'accept: offer-choice refund',
      'partial-refund: offer-choice refund',
      'resend: offer-resend',
      'coupon: offer-coupon',
      'mixed: offer-choice beside',
    ]);
    expect(replies['snad-counterfeit']).toContain('return-refund: offer-choice return');
    expect(replies['snad-counterfeit']).toContain('hold: snad-counterfeit');
    // While the first parcel is on its way none is sent after it.
    for (const reason of ['inr-late', 'inr-customs', 'inr-pickup'])
      expect(
        replies[reason]?.map((each) => each.split(':')[0]),
        reason,
      ).not.toContain('resend');
    expect(replies['inr-tracking']).toContain('resend: offer-choice resend');
    expect(replies['']).toContain('return-refund: offer-choice return');
  });

  it('holds every number of an offer, in dollars, yen and dinars', () => {
    let read = 0;
    for (const [currency, one, whole] of [
      ['USD', '6.40', '24.00'],
      ['JPY', '640', '2400'],
      ['KWD', '6.400', '24.000'],
    ] as const)
      for (const reason of Object.keys(KNOWN)) {
        const result = answer({
          platform: 'aliexpress',
          currency,
          price: whole,
          reason,
          couponValue: one,
          couponUse: '0.5',
          loseChance: '0.9',
        });
        for (const option of result.options) {
          const amount = amountOf(result, option);
          const reply = replyTo('en', result, option.id, amount);
          if (!reply || amount === null) continue;
          const { linked } = presumedBy(reply.href, 'aliexpress');
          const said = Object.entries(linked.vars).filter(([name]) => name !== 'currency');
          const wanted = option.id === 'mixed' ? [amount, one] : [amount];
          read += 1;
          expect(
            said.map(([, text]) => Number(text)),
            `${reason} ${option.id}`,
          ).toEqual(wanted.map(Number));
          expect(linked.vars['currency']).toBe(currency);
        }
      }
    expect(read).toBeGreaterThan(200);
  });

  it('is read at once in a currency of three decimals, without a reader that comes later', () => {
    forgetReaders();
    try {
      for (const currency of ['KWD', 'BHD', 'TND', 'USD', 'JPY']) {
        const price = currency === 'JPY' ? '2881' : '28.81';
        const result = answer({ platform: 'aliexpress', currency, price, reason: 'snad-damaged' });
        const [first = ''] = result.ladder;
        const reply = replyTo('en', result, 'partial-refund', first);
        const { linked, ignored } = presumedBy(reply?.href ?? '', 'aliexpress');
        expect(ignored, currency).toEqual([]);
        expect(linked.vars, currency).toEqual({ amount: first, currency });
      }
    } finally {
      readEverything();
    }
  });

  it('promises with a coupon no more than the coupon, which is all that was priced', () => {
    const { switches } = presumedBy(
      replyTo('en', answer(PRICED), 'coupon', '3.00')?.href ?? '',
      'aliexpress',
    ).linked;
    expect(switches).toEqual({ order: false });
    // No other part of these replies is in by itself and costs anything that is not in the price.
    const inByThemselves = [...library.scripts.values()]
      .filter(({ id }) => /^(?:offer-(?!choice)|platform-)/u.test(id))
      .flatMap(({ id, blocks }) =>
        blocks.flatMap((block) =>
          block.optional && (block.on ?? true) ? [`${id}: ${block.id}`] : [],
        ),
      );
    expect(inByThemselves).toEqual(['offer-coupon: order', 'offer-replacement: keep-first']);
  });

  it('offers no money beyond the price, neither as a step nor as what the buyer asks', () => {
    const result = answer({
      ...PRICED,
      platform: 'aliexpress',
      reason: 'snad-damaged',
      price: '24.00',
      claim: '40.00',
      loseChance: '0.9',
    });
    const accept = result.options.find(({ id }) => id === 'accept');
    expect(replyTo('en', result, 'accept', '40.00')).toBeNull();
    expect(replyTo('en', result, 'partial-refund', '24.01')).toBeNull();
    expect(replyTo('en', result, 'partial-refund', '24.00')).not.toBeNull();
    expect(accept?.cost).toBe('40.00');
    expect(whyNoReply(result)).toBe('above-price');
  });

  it('waits for the platform, so that none is spoken of that nobody chose', () => {
    const result = answer({ ...PRICED, platform: '', reason: 'snad-damaged' });
    expect(result.platform).toBeNull();
    for (const id of OPTION_IDS) expect(replyTo('en', result, id, '5.00'), id).toBeNull();
    expect(result.bundles.every((bundle) => replyToBundle('en', result, bundle) === null)).toBe(
      true,
    );
    expect(whyNoReply(result)).toBe('no-platform');
  });

  it('makes every offer of a bundle, each with its number', () => {
    let bundles = 0;
    let three = 0;
    const scripts = new Set<string>();
    for (const reason of Object.keys(KNOWN))
      for (const platform of PLATFORMS)
        for (const [resendCost, sparePartCost, couponValue] of [
          ['12.00', '12.00', ''],
          ['7.00', '', ''],
          ['', '7.00', ''],
          ['12.00', '12.01', '5.00'],
          ['7.00', '', '14.00'],
          ['', '7.00', '14.00'],
          ['', '2.00', '4.00'],
        ]) {
          const result = answer({
            platform,
            reason,
            currency: 'USD',
            price: '24.00',
            resendCost,
            sparePartCost,
            couponValue,
            couponUse: couponValue === '' ? '' : '0.5',
          });
          for (const bundle of result.bundles) {
            bundles += 1;
            three += Number(bundle.offers.length === 3);
            const reply = replyToBundle('en', result, bundle);
            const cell = `${reason} on ${platform}: ${bundle.offers.map(({ id }) => id).join(', ')}`;
            const ids = bundle.offers.map(({ id }) => id);
            if (reason.startsWith('inr')) {
              expect(ids, cell).not.toContain('spare-part');
              expect(ids, cell).not.toContain('return-refund');
            }
            if (platform === 'paypal')
              for (const id of ['coupon', 'mixed']) expect(ids, cell).not.toContain(id);
            // Where papers answer, none is offered; every other bundle can be said, on every platform.
            expect(reason, cell).not.toBe('snad-counterfeit');
            if (!reply) throw new Error(cell);
            const { ignored, linked, script, blocks, presumes } = presumedBy(
              reply.href,
              'aliexpress',
            );
            expect(linked.platform, cell).toBe(platform);
            expect(isOffered(script, platform), cell).toBe(true);
            for (const block of script.blocks)
              if (block.kind === 'choice' && blocks.includes(block.id))
                expect(isOffered(block, platform), `${cell}: ${block.id}`).toBe(true);
            scripts.add(script.id);
            expect(ignored, cell).toEqual([]);
            for (const presumed of presumes)
              expect(KNOWN[reason]?.[presumed], `${cell}: ${presumed}`).not.toBe(false);
            if (script.id === 'offer-two-options') {
              expect(bundle.offers, cell).toHaveLength(2);
              expect(
                bundle.offers.map(({ id }) => id),
                cell,
              ).toContain(linked.vars['second']);
            } else expect(blocks.slice(4, -2), cell).toHaveLength(bundle.offers.length);
            const numbers = Object.values(linked.vars).map(Number);
            for (const { amount } of bundle.offers)
              if (amount !== null) expect(numbers, cell).toContain(Number(amount));
            if (bundle.offers.some(({ id }) => id === 'mixed' || id === 'coupon'))
              expect(numbers, cell).toContain(Number(couponValue));
          }
        }
    expect(bundles).toBeGreaterThan(200);
    expect(three).toBeGreaterThan(20);
    expect([...scripts].sort()).toEqual(['offer-choice', 'offer-two-options']);
  });
});

describe('the clocks of a case', () => {
  const flows = content.collection<Flow>('flows');
  const bySituation = content.collection<CueRules>('cue-rules').get('situations')?.flows ?? {};

  it('are those the search for a case opens, for every platform and cause', () => {
    let opened = 0;
    let pages = 0;
    for (const platform of PLATFORMS)
      for (const reason of [...REASONS, '', 'my own']) {
        const clocks = clocksOf(platform, reason);
        const situation = reason.startsWith('snad')
          ? 'snad-damaged'
          : reason.startsWith('inr')
            ? 'inr-lost-returned'
            : '';
        if ((REASONS as readonly string[]).includes(reason))
          expect(
            'flow' in clocks && !clocks.isGeneral ? clocks.flow : undefined,
            `${platform} ${reason}`,
          ).toBe(bySituation[situation]?.[platform]);
        if (!('flow' in clocks)) {
          pages += 1;
          for (const folder of ['en', 'zh-cn']) {
            const [place, , name = ''] = clocks.page.split('/');
            if (place === 'reference')
              expect([...content.rules().keys()].some((id) => id.startsWith(`${name}.`))).toBe(
                true,
              );
            else
              expect(
                read(at(`src/content/docs/${folder}/${clocks.page}.mdx`)).length,
              ).toBeGreaterThan(1000);
          }
          continue;
        }
        opened += 1;
        expect(flows.get(clocks.flow)?.platform).toBe(platform);
      }
    expect(opened).toBeGreaterThan(60);
    expect(pages).toBeGreaterThan(40);
  });

  it('stand on a page where platform or cause is open, and where no kind of case has them', () => {
    const all = { page: 'platforms/compare', isOfAll: true };
    const ozon = { page: 'platforms/ozon/lifecycle' };
    expect(clocksOf(null, 'snad')).toEqual({ why: 'cause', ...all });
    expect(clocksOf('other', 'snad')).toEqual({ why: 'kind', ...all });
    // Those of the order as such run whatever the cause.
    for (const reason of ['', 'my own', 'service'])
      expect(clocksOf('aliexpress', reason)).toEqual({ flow: 'aliexpress.order', isGeneral: true });
    expect(clocksOf('ozon', '')).toEqual({ why: 'cause', ...ozon });
    expect(clocksOf('ozon', 'my own')).toEqual({ why: 'cause', ...ozon });
    expect(clocksOf('ebay', '')).toEqual({ flow: 'ebay.request' });
    expect(clocksOf('ozon', 'inr-lost')).toEqual({ why: 'kind', ...ozon });
    expect(clocksOf('ozon', 'service')).toEqual({ why: 'kind', ...ozon });
    for (const [platform, reason] of [
      ['taobao', 'snad'],
      ['tiktok', 'inr-lost'],
      ['ebay', 'service'],
    ] as const)
      expect(clocksOf(platform, reason)).toEqual({
        why: 'kind',
        page: `reference/rulebook/${platform}`,
      });
  });
});

describe('points of the chart that cover one another', () => {
  it('come together, however they are chained, and the others stay alone', () => {
    const near = (one: number, two: number) => Math.abs(one - two) < 3;
    expect(
      groupsOf([1, 10, 5, 3, 20], near).map((group) => group.toSorted((a, b) => a - b)),
    ).toEqual([[10], [1, 3, 5], [20]]);
    expect(groupsOf([], near)).toEqual([]);
    expect(groupsOf([4, 4], near)).toEqual([[4, 4]]);
  });
});

describe('the break-even in short', () => {
  const words = createSettlementWords('en', content.messages());
  const short = (input: object) =>
    breakEvenInShort(answer({ currency: 'USD', price: '24', ...input }), words);

  it('names the chance for the first step, and none where no step is advised', () => {
    // 10.77 = q × 26.50 + 3, so q is 7.77/26.50 = 29.3 %.
    const fixed = {
      loseChance: '0.7',
      disputeCost: '2.50',
      countsWhen: 'lost',
      agentMinutes: '20',
      agentHourly: '9',
    };
    expect(short(fixed)).toMatch(/^Holding pays below 29\.3\s?% chance of losing\.$/u);
    expect(short({ ...fixed, reason: 'snad-counterfeit' })).toBeUndefined();
    expect(short({ ...fixed, offersLeft: '0' })).toBeUndefined();
    expect(short({ ...fixed, agentHourly: '' })).toBeUndefined();
    // Three hours at 9 cost more than any step: an offer is cheaper even where losing is impossible.
    expect(short({ ...fixed, agentMinutes: '180', firstOffer: '5' })).toMatch(/cheaper at any/u);
  });
});

describe('a finding', () => {
  it('has its figure where its note speaks of it, in both languages', () => {
    const told = (language: 'en' | 'zh-CN', id: string) => {
      const rule = content.rules().get(id);
      const value = rule?.values[0]?.value;
      if (!rule || value === undefined || value === null) throw new Error(id);
      return findingText(language, value, rule.unit, rule.notes[language]);
    };
    const turn = 'research.finding.refund-loyalty-turn';
    const peak = 'research.finding.refund-peak';
    expect(told('en', turn)).toMatch(/^: 150\s%\. Four studies\./);
    expect(told('zh-CN', turn)).toMatch(/^：150%。四项研究/);
    expect(told('en', peak)).toMatch(/^: 60–120\s%\. /);
    expect(told('zh-CN', peak)).toMatch(/^：60–120%。/);
    expect(told('en', 'research.finding.zopa')).toMatch(/^ \S/);
  });
});

describe('a bet', () => {
  const sources = content.collection<Named>('sources');
  const open = () =>
    createModel(
      {
        rules: [...content.rules().values()].map((rule) => cite(rule, sources, 'en', '')),
        notes: {},
        strings: {},
      },
      'en',
      ASKED,
    );

  it('is asked for again when the case changes', () => {
    const { form, bet } = open();
    form.change({ currency: 'USD', price: '24' });
    bet.isOn.value = true;
    bet.amount.value = '5';
    expect([bet.isPlaced.value, bet.isUndone.value]).toEqual([false, false]);
    bet.place();
    expect([bet.isPlaced.value, bet.isUndone.value]).toEqual([true, false]);
    form.type('price', '40');
    expect([bet.isPlaced.value, bet.isUndone.value]).toEqual([false, true]);
    bet.place();
    expect(bet.isPlaced.value).toBe(true);
    bet.withdraw();
    expect([bet.isPlaced.value, bet.isUndone.value]).toEqual([false, false]);
  });

  it('above the claim is asked about, with the claim', () => {
    const { form, bet } = open();
    form.change({ currency: 'USD', price: '24' });
    form.type('claim', '10');
    for (const [amount, above] of [
      ['10', null],
      ['10.01', '10.00'],
      ['', null],
      ['much', null],
    ] as const) {
      bet.amount.value = amount;
      expect(bet.above.value, amount).toBe(above);
    }
  });
});
