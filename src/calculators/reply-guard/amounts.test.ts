import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { createGuard, type GuardParts, type GuardRule } from './index.ts';
import type { GuardInput } from './rule.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const rule = content.collection<GuardRule>('guards').get('unlike-amounts') as GuardRule;
const parts = content.collection<GuardParts>('guard-parts').get('shared') as GuardParts;
const check = createGuard([rule], parts);

/** The amounts of a text that contradict one another, as they were typed. */
const unlike = (text: string, more: Partial<GuardInput> = {}, by = check) =>
  by({ platform: 'aliexpress', language: 'en', gloss: 'en', text, ...more })
    .flatMap(({ places }) => places)
    .map(({ start, end }) => text.slice(start, end));

describe('two sums that are given back', () => {
  it.each([
    ['12.50 USD', '12,5 USD'],
    ['12 USD', '12.00 USD'],
    ['012 USD', '12 USD'],
    ['1,200 USD', '1200.00 USD'],
    ['1 200,00 USD', '1.200 USD'],
    ['1’200 USD', "1'200 USD"],
    ['1.500 USD', '1500 USD'],
    ['1.234.567 USD', '1234567 USD'],
    ['0.50 USD', '0,5 USD'],
    ['100 USD', '100 us$'],
    ['100 dollars', '$100'],
  ])('are the same in other writing: %s, %s', (one, other) => {
    expect(unlike(`We refund ${one}. Later we pay back ${other} today.`)).toEqual([]);
  });

  it.each([
    ['12 USD', '20 USD'],
    ['12.05 USD', '12.5 USD'],
    ['100 USD', '10 USD'],
    ['0.5 USD', '5 USD'],
    ['1,200 USD', '1.20 USD'],
    ['12.50 USD', '12 USD'],
    ['$12', 'USD 13'],
  ])('contradict one another: %s, %s', (one, other) => {
    expect(unlike(`We refund ${one}. Later we pay back ${other} today.`)).toEqual([one, other]);
  });

  it('are two parts of one where a sentence names both, or a word parts them', () => {
    expect(unlike('We refund 12 USD and pay back 20 USD.')).toEqual([]);
    expect(unlike('We refund 12 USD. We also pay back 20 USD.')).toEqual([]);
    expect(unlike('We also refund 12 USD. We pay back 20 USD.')).toEqual([]);
    expect(unlike('We refund 12 USD. The lamp costs 20 USD.')).toEqual([]);
    expect(unlike('The lamp costs 12 USD. We refund 20 USD.')).toEqual([]);
  });

  it.each(['•', '·', '▪', '‣', '*', '–', '—', '-', '1)', '12)', 'a)', 'б)'])(
    'are to be chosen from in a list: %s',
    (mark) => {
      expect(unlike(`${mark} We refund 12 USD. ${mark} We refund 20 USD.`)).toEqual([]);
      expect(unlike(`Here ${mark} we refund 12 USD. Here ${mark} we refund 20 USD.`)).toEqual([
        '12 USD',
        '20 USD',
      ]);
    },
  );

  it('are numbered by two figures at most, and a mark stands apart', () => {
    for (const mark of ['123)', '-', 'ab)'])
      expect(unlike(`${mark}We refund 12 USD. ${mark}We refund 20 USD.`), mark).toEqual([
        '12 USD',
        '20 USD',
      ]);
  });

  it('are told by a word within 240 signs', () => {
    const so = 'so ';
    const text = (before: number, after: number) =>
      `Refund ${so.repeat(before)}12 USD. We pay 20 USD ${so.repeat(after)}back. Compensation 30 USD.`;
    // “refund” begins at the first sign and the amount after 7 and three for each word.
    expect(unlike(text(77, 0))).toEqual(['12 USD', '30 USD']);
    expect(unlike(text(78, 0))).toEqual([]);
  });
});

describe('two currencies', () => {
  it('contradict one another, and are pointed at with their signs', () => {
    expect(unlike('You get 12 USD. The 12 EUR come today.')).toEqual(['12 USD', '12 EUR']);
    expect(unlike('You get $12, no: 10 €!')).toEqual(['$12', '10 €']);
    expect(unlike('You get £15 or 20 rubles.')).toEqual(['£15', '20 rubles']);
    expect(unlike('You get USD 12 or EUR 13.')).toEqual(['USD 12', 'EUR 13']);
    expect(unlike('12$ or 13€')).toEqual(['12$', '13€']);
    expect(unlike('You get 12 USD, 13 EUR and 14 GBP.')).toEqual(['12 USD', '13 EUR', '14 GBP']);
    // Of each kind the first is enough.
    expect(unlike('You get 12 USD, 15 USD, 13 EUR.')).toEqual(['12 USD', '13 EUR']);
  });

  it('are one where a sign stands for several', () => {
    expect(unlike('You get $12. The 12 CAD come today.')).toEqual([]);
    expect(unlike('You get ¥12. The 12 CNY come today.')).toEqual([]);
    expect(unlike('You get ¥12. The 12 JPY come today.')).toEqual([]);
    expect(unlike('You get ¥12. The 12 USD come today.')).toEqual(['¥12', '12 USD']);
  });

  it('are told by both marks of an amount, the more certain of them', () => {
    expect(unlike('You get $12 CAD. The 12 USD come today.')).toEqual(['$12 CAD', '12 USD']);
    expect(unlike('You get $12 CAD. The 12 CAD come today.')).toEqual([]);
    // Where the two have nothing in common, the one behind says which.
    expect(unlike('You get €12 USD. The 12 USD come today.')).toEqual([]);
    expect(unlike('You get €12 USD. The 12 EUR come today.')).toEqual(['€12 USD', '12 EUR']);
  });

  it.each([
    'You get 12 USD. See x12 eur.',
    'You get 12 USD. Row 12 eurostar tickets.',
    'You get 12 USD. Order 1234567890 eur.',
    'You get 12 USD. Model 1.12.12 eur.',
    'You get 12 USD and 13 lamps.',
  ])('are none where a figure is no amount: %s', (text) => {
    expect(unlike(text)).toEqual([]);
  });
});

describe('what is said to be the same in another currency', () => {
  it('is another figure, and worth about the same', () => {
    expect(unlike('You get 10 USD, that is 9 EUR.')).toEqual([]);
    expect(unlike('You get 10 USD ≈ 9 EUR.')).toEqual([]);
    expect(unlike('You get 10 USD, 9 EUR.')).toEqual(['10 USD', '9 EUR']);
    expect(unlike('You get 10 USD, that is 10 EUR.')).toEqual(['10 USD', '10 EUR']);
  });

  it('is said between the two, or behind them', () => {
    expect(unlike('That is 10 USD, 9 EUR.')).toEqual(['10 USD', '9 EUR']);
    expect(unlike('You get 10 USD, 9 EUR that is.')).toEqual([]);
    expect(unlike('You get 10 USD. That is 9 EUR.')).toEqual([]);
    expect(unlike('You get about 10 USD. The 9 EUR come.')).toEqual(['10 USD', '9 EUR']);
    const so = 'so '.repeat(80);
    expect(unlike(`You get 10 USD. About ${so}9 EUR come.`)).toEqual(['10 USD', '9 EUR']);
    expect(unlike(`You get 10 USD. About ${so.slice(21)}9 EUR come.`)).toEqual([]);
    expect(unlike(`You get 10 USD. The 9 EUR ${so}about.`)).toEqual(['10 USD', '9 EUR']);
  });

  // By the sizes in the data: 0.9 euros and 85 roubles are about a dollar.
  it.each([
    ['10 USD', '89 EUR', '91 EUR'],
    ['100 USD', '10 EUR', '8 EUR'],
    ['10 USD', '8000 RUB', '9000 RUB'],
    ['10 USD', '90 RUB', '80 RUB'],
    ['9 EUR', '99 USD', '101 USD'],
  ])('is less than ten times as much: %s may be %s and not %s', (one, may, not) => {
    expect(unlike(`You get ${one}, that is ${may}.`)).toEqual([]);
    expect(unlike(`You get ${one}, that is ${not}.`)).toEqual([one, not]);
  });

  it('is any figure where nobody knows what a currency is worth', () => {
    expect(unlike('You get 10 USD, that is 90000 ₾.')).toEqual([]);
    expect(unlike('You get 90000 ₾, that is 10 USD.')).toEqual([]);
    // A sign that may stand for several is whichever fits.
    // A sign that may stand for several is one of them.
    expect(unlike('You get $10, that is 9000 CLP.')).toEqual([]);
    expect(unlike('You get $9000, that is 10 USD.')).toEqual([]);
    expect(unlike('You get 9000 USD, that is 10 EUR.')).toEqual(['9000 USD', '10 EUR']);
  });
});

describe('an amount in a field', () => {
  it('has a field of its own', () => {
    expect(unlike('a lamp for 20 EUR', { field: true })).toEqual(['20 EUR']);
    expect(unlike('a lamp for 20 EUR')).toEqual([]);
    expect(unlike('$20 and $20', { field: true })).toEqual(['$20', '$20']);
    expect(unlike('a lamp of 20 W', { field: true })).toEqual([]);
  });
});

describe('a language without words for what an amount is', () => {
  const none = { language: 'xx', languages: [] };
  it('knows signs, and nothing that is given back or the same', () => {
    expect(unlike('Refund 12 USD. Refund 20 USD.', none)).toEqual([]);
    expect(unlike('10 USD, that is 9 EUR.', none)).toEqual(['10 USD', '9 EUR']);
  });

  it('has no amounts where a rule has no words', () => {
    const silent = { ...rule };
    delete silent.words;
    expect(unlike('10 USD, 9 EUR', {}, createGuard([silent], parts))).toEqual([]);
  });

  it('has amounts of no known worth where a rule has no sizes', () => {
    const any = { usd: 'usd', eur: 'eur', same: '=' };
    const bare = createGuard([{ ...rule, words: { any } }], parts);
    expect(unlike('10 USD = 9 EUR', none, bare)).toEqual([]);
    expect(unlike('10 USD = 900000 EUR', none, bare)).toEqual([]);
    expect(unlike('10 USD, 9 EUR', none, bare)).toEqual(['10 USD', '9 EUR']);
  });
});
