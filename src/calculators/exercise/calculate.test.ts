import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import type { Exercise, ExerciseOk } from './index.ts';
import { openCase, readSeed, readTeam, solve } from './index.ts';
import { askWith, tool } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const ASKED = '2026-11-21T00:00:00Z';
const run = async (input: object) => (await tool.run(input, content, ASKED)) as ExerciseOk;
const verdict = async (input: object) => (await run(input)).judgement;

/**
 * Cases as they were when the generator got its number. A link with a seed is printed on handouts:
 * if one of these changes, the generator needs a new number and the old one must stay.
 */
const GOLDEN: [id: string, seed: string, team: number, variant: object, options?: string[]][] = [
  [
    'rate-withdrawn',
    'K7Q2',
    3,
    { claims: 23, withdrawn: 3, confirmed: 214, timedOut: 17, kept: 20 },
  ],
  ['clock-first-answer', 'K7Q2', 0, { opened: '2026-11-13T00:00:00Z' }],
  ['negotiate-limit', 'K7Q2', 0, { price: '24.00', chance: '0.70', minutes: 10, dispute: '2.00' }],
  [
    'listing-shoes',
    'K7Q2',
    0,
    {
      title: '120 pieces of shoes',
      white: { en: 'White, 60 pairs', 'zh-CN': 'White, 60 pairs（白色，60双）' },
      black: { en: 'Sample', 'zh-CN': 'Sample（样品）' },
      price: '250.00',
      lot: 1,
      description: {
        en: 'You get 120 pieces of shoes.',
        'zh-CN': 'You get 120 pieces of shoes.（你会收到120只鞋）',
      },
    },
    ['title', 'skus.0', 'skus.1', 'lot', 'description'],
  ],
  [
    'order-ways-out',
    'K7Q2',
    0,
    {
      price: '30.00',
      cost: '5.00',
      ship: '3.50',
      back: '4.00',
      resale: '0.60',
      chance: '0.55',
      minutes: 40,
      dispute: '4.00',
    },
    ['hold', 'resend', 'return-refund', 'accept'],
  ],
];

describe('a seed', () => {
  it.each(GOLDEN)(
    'gives %s, %s, team %i the case it always gave',
    (id, seed, team, variant, options) => {
      const one = openCase(
        content.collection<Exercise>('exercises').get(id) as Exercise,
        seed,
        team,
      );
      expect(one.variant).toEqual(variant);
      if (options) expect(one.options.map((option) => option.id)).toEqual(options);
    },
  );

  it('is read as it is spoken and written', () => {
    for (const written of ['k7q2', 'K7-Q2', ' k7 q2 ', 'Ｋ７Ｑ２'])
      expect(readSeed(written)).toBe('K7Q2');
    expect(readSeed('oil')).toBe('011');
    expect(readSeed(7)).toBe('7');
    for (const wrong of ['', '!', '七', 'A'.repeat(13)]) expect(readSeed(wrong)).toBeNull();
    expect([readTeam('3'), readTeam(0), readTeam(99)]).toEqual([3, 0, 99]);
    for (const wrong of ['x', '100', -1, 1.5]) expect(readTeam(wrong)).toBeNull();
  });

  it('gives teams cases of their own', () => {
    const exercise = content.collection<Exercise>('exercises').get('rate-withdrawn') as Exercise;
    const seen = Array.from({ length: 9 }, (_, team) =>
      JSON.stringify(openCase(exercise, 'K7Q2', team).variant),
    );
    expect(new Set(seen).size).toBe(9);
  });
});

describe('an answer', () => {
  it('of a number is right within its tolerance, near by a known mistake, else wrong', async () => {
    const of = (answer: unknown) =>
      verdict({ id: 'rate-withdrawn', seed: 'K7Q2', team: 3, answer });
    // 20 / 254 = 7.874 %; with the withdrawn left in 23 / 254 = 9.055 %; out of both 20 / 251 = 7.968 %.
    expect(await of('7.87')).toMatchObject({ verdict: 'right', gap: '-0.004' });
    expect(await of('7,87 %')).toMatchObject({ verdict: 'right' });
    expect(await of('9.06')).toMatchObject({
      verdict: 'near',
      mistake: { id: 'withdrawn-left-in' },
    });
    expect(await of(7.97)).toMatchObject({
      verdict: 'near',
      mistake: { id: 'withdrawn-taken-from-both' },
    });
    expect(await of(12)).toMatchObject({ verdict: 'wrong', mistake: null, gap: '4.126' });
    expect(await run({ id: 'rate-withdrawn', answer: 'many' })).toMatchObject({ kind: 'invalid' });
  });

  it('of a moment is read on the clock the question names', async () => {
    const of = (answer: unknown) => verdict({ id: 'clock-first-answer', seed: 'K7Q2', answer });
    // Opened on 13 November at 00:00 UTC; five days on it is 08:00 in China, 16:00 the day before in California.
    expect(await of('2026-11-18 08:00')).toMatchObject({ verdict: 'right' });
    expect(await of('2026-11-18T00:00:00Z')).toMatchObject({ verdict: 'right' });
    expect(await of('2026-11-17 16:00')).toMatchObject({
      verdict: 'near',
      mistake: { id: 'platform-clock' },
    });
    expect(await of('2026-11-17T08:00')).toMatchObject({
      verdict: 'near',
      mistake: { id: 'opening-day-counted' },
      gap: '-1440',
    });
    expect(await of('2026-11-18 09:00')).toMatchObject({ verdict: 'wrong', gap: '60' });
    for (const answer of ['tomorrow', '2026-02-30 10:00', 8, null])
      expect(await run({ id: 'clock-first-answer', answer })).toMatchObject({ kind: 'invalid' });
  });

  it('of a choice says why the chosen one is wrong', async () => {
    expect(await verdict({ id: 'reply-late-parcel', answer: 'paypal' })).toMatchObject({
      verdict: 'wrong',
      options: [{ id: 'paypal', is: 'chosen', says: { en: expect.stringContaining('risk') } }],
    });
    expect(await run({ id: 'reply-late-parcel', answer: 'none' })).toMatchObject({
      kind: 'invalid',
    });
  });

  it('of several names what was left out and what does not belong', async () => {
    const of = (answer: string[]) => verdict({ id: 'listing-shoes', seed: 'K7Q2', answer });
    expect(await of(['skus.1', 'title', 'lot'])).toMatchObject({
      verdict: 'near',
      options: [{ id: 'description', is: 'left-out' }],
    });
    expect(await of(['skus.0'])).toMatchObject({ verdict: 'wrong' });
    expect(await of(['title', 'skus.0', 'skus.1', 'lot', 'description'])).toMatchObject({
      verdict: 'near',
      options: [{ id: 'skus.0', is: 'chosen' }],
    });
    expect(await of([])).toMatchObject({ verdict: 'wrong' });
    expect(
      await run({
        id: 'listing-shoes',
        seed: 'K7Q2',
        answer: ['title', 'title'],
      }),
    ).toMatchObject({ kind: 'invalid' });
  });

  it('of an order names the steps that stand elsewhere', async () => {
    const of = (answer: string[]) => verdict({ id: 'order-ways-out', seed: 'K7Q2', answer });
    expect(await of(['hold', 'resend', 'accept', 'return-refund'])).toMatchObject({
      verdict: 'near',
      options: [{ id: 'hold' }, { id: 'resend' }],
    });
    expect(await of(['return-refund', 'accept', 'hold', 'resend'])).toMatchObject({
      verdict: 'wrong',
    });
  });

  it('in words is read by the guard, and must name amount and day', async () => {
    const { variant } = await run({ id: 'repair-off-platform', seed: 'K7Q2' });
    const amount = variant['amount'] as string;
    const day = variant['day'] as string;
    const of = (answer: string) => verdict({ id: 'repair-off-platform', seed: 'K7Q2', answer });
    const [, month, date] = day.split('-').map(Number);
    for (const text of [
      `We are sorry. You keep the item and we refund ${amount} USD through AliExpress by ${day}.`,
      `The batch was dyed darker. We refund ${Number(amount)} USD through AliExpress by ${date} December.`,
      `The batch was dyed darker. We refund ${Number(amount)} USD through AliExpress by Dec ${date}th.`,
      `We take responsibility. Keep it, and we refund ${amount} USD here by ${date}.${month}.`,
      `很抱歉，这批货颜色偏深。商品你留着，我们会在${month}月${date}日前通过平台退还${amount}美元。`,
    ])
      expect(await of(text), text).toMatchObject({ verdict: 'right', text: [] });
    expect(
      await of(`The batch was dyed darker. We refund a part through AliExpress by ${day}.`),
    ).toMatchObject({ verdict: 'near', text: [{ is: 'not-named', value: amount }] });
    // 21 December is not 2 or 1 December.
    expect(
      await of(`We are sorry. We refund ${amount} USD to you by December ${date}9.`),
    ).toMatchObject({ verdict: 'near', text: [{ is: 'not-named', value: day }] });
    expect(await of('The batch was dyed darker. We refund a part of it.')).toMatchObject({
      verdict: 'wrong',
    });
    expect(await of(`Cancel the dispute and I pay you ${amount} by PayPal.`)).toMatchObject({
      verdict: 'wrong',
    });
  });

  it('that is nothing but keys is told as such, not as nearly right', async () => {
    const { variant } = await run({ id: 'repair-damaged', seed: 'K7Q2' });
    const values = `${String(variant['amount'])} ${String(variant['day'])}`;
    for (const text of [
      'asdf',
      `asdf qwer zxcv uiop hjkl ${values}`,
      values,
      'the the the the the the',
      '。。。。。。。。。',
      '啊啊啊啊啊啊啊啊啊啊啊啊',
      'ok',
      `lorem ipsum dolor sit amet consectetur ${values}`,
    ])
      expect(
        await verdict({ id: 'repair-damaged', seed: 'K7Q2', answer: text }),
        text,
      ).toMatchObject({ verdict: 'wrong', text: [{ is: 'no-reply' }] });
  });

  it('in words is compared with the same better text in the language of the page', async () => {
    for (const id of ['repair-damaged', 'repair-off-platform', 'repair-short']) {
      const exercise = content.collection<Exercise>('exercises').get(id) as Exercise;
      for (const seed of ['1', 'K7Q2']) {
        const one = openCase(exercise, seed, 0);
        const [english, chinese] = await Promise.all(
          (['en', 'zh-CN'] as const).map((language) =>
            solve(one, askWith(content), ASKED, language),
          ),
        );
        const item = one.variant['item'] as { en: string; 'zh-CN': string };
        expect(english?.key).toContain(item.en);
        expect(english?.key).not.toMatch(/\p{Script=Han}/u);
        expect(chinese?.key).toContain(item['zh-CN']);
        expect(String(chinese?.key).match(/\p{Script=Han}/gu)?.length).toBeGreaterThan(50);
        // Nothing English is left in it but the names of platform, shop and buyer, and the currency.
        expect(
          String(chinese?.key)
            .replace(/AliExpress|Northlight|Ana|Marta|Li|USD|US/g, '')
            .match(/[a-z]{2,}/gi),
        ).toBeNull();
      }
    }
  });
});
