import { describe, expect, it } from 'vitest';
import { createContrasts } from './contrasts.ts';
import type { CueRules, Cues } from './cues.ts';
import { createFinder } from './find.ts';
import { tokensOf } from './tokens.ts';

const rules: CueRules = {
  id: 'situations',
  least: 4,
  deniable: [],
  unasked: [],
  silent: ['courtesy', 'counter', 'trade', 'elsewhere'],
  everyday: [],
  goods: ['signed'],
  asking: ['works'],
  asked: ['fits'],
  platforms: {},
  flows: {},
  situations: {
    fits: { works: 8 },
    late: { 'when-will': 6 },
    dead: { broken: 8 },
    lamp: { lamp: 4 },
    delivered: { signed: 6 },
    praise: { well: 8, 'well & trade': 1 },
  },
};
const words: Cues = {
  id: 'en',
  lists: {},
  denied: 'not',
  cues: {
    counter: ['pay _ klarna', 'be back in stock', 'any discount'],
    courtesy: ['have a good week'],
    trade: ['bought|order|shop'],
    elsewhere: ['tickets|concert|cinema|boiler'],
    works: ['does it work|open', 'work with'],
    'when-will': ['when will it be'],
    broken: ['broken'],
    lamp: ['lamp'],
    signed: ['signed'],
    well: ['good'],
  },
};
const sentences = [
  'dead | the kettle hisses and trips the fuse',
  'fits | socket of the kettle in Norway',
];
const reader = (more: Partial<Cues> = {}) => {
  const find = createFinder(rules, [{ ...words, ...more }]);
  return (text: string) => find(text).candidates.map(({ situation }) => situation);
};
const find = reader();

describe('what is asked over the counter', () => {
  it('takes what only asks in its clause with it, and nothing beside that clause', () => {
    expect(find('does it work with my phone')).toEqual(['fits']);
    expect(find('does it work, can i pay with klarna')).toEqual(['fits']);
    expect(find('does it work if i pay with klarna')).toEqual([]);
  });
  it('takes a find with it that shares a piece and is not longer, whatever it is', () => {
    expect(find('when will it be')).toEqual(['late']);
    expect(find('when will it be back in stock')).toEqual([]);
    expect(find('when will it be here')).toEqual(['late']);
  });
  it('takes nothing where something else tells trouble', () => {
    expect(find('broken, any discount')).toEqual(['dead']);
    expect(find('broken, does it work with any discount').sort()).toEqual(['dead', 'fits']);
  });
  it('needs more beside it than what is just enough alone', () => {
    expect(find('the lamp')).toEqual(['lamp']);
    expect(find('the lamp, any discount')).toEqual([]);
  });
  it('leaves likeness nothing to say', () => {
    const like = reader({ sentences });
    expect(like('the kettle trips the fuse')).toEqual(['dead']);
    expect(like('any discount, the kettle trips the fuse')).toEqual([]);
  });
});

describe('a question that no cue tells', () => {
  it('is like one that is asked, or like nothing', () => {
    const like = reader({ sentences });
    expect(like('the kettle trips the fuse')).toEqual(['dead']);
    expect(like('the kettle trips the fuse?')).toEqual([]);
    expect(like('socket of the kettle in Norway? ')).toEqual(['fits']);
    expect(like('the kettle trips the fuse? it hisses')).toEqual(['dead']);
    expect(like('broken?')).toEqual(['dead']);
  });
});

describe('words of elsewhere', () => {
  it('decide where they are twice as many as those of trade', () => {
    expect(find('bought broken tickets')).toEqual(['dead']);
    expect(find('bought broken tickets for the concert')).toEqual([]);
    expect(find('bought in the shop, broken tickets for the concert')).toEqual(['dead']);
    expect(find('broken boiler')).toEqual([]);
  });
  it('decide nothing beside what is said of a parcel alone', () => {
    expect(find('signed, tickets, concert').sort()).toEqual(['delivered']);
  });
});

describe('a wish', () => {
  it('holds the praise that stands in it, though that speaks with others', () => {
    expect(find('the order is good')).toEqual(['praise']);
    expect(find('have a good week, shop')).toEqual([]);
  });
});

describe('contrasts of time', () => {
  const cues = (text: string) => createContrasts([])(tokensOf(text)).map(({ cue }) => cue);
  it.each([
    'me dijeron quince días y van cincuenta',
    'they said 10 days, now it is 30',
    'обещали две недели, прошло шесть недель',
    'zehn Tage hieß es, es sind zwanzig Tage',
    '说好7天，现在20天了',
  ])('are longer than was said: %s', (text) => expect(cues(text)).toContain('longer'));
  it.each([
    '2 days 3 hours left',
    '30 days, came in 10',
    'only 2 of the 5',
    'in 5 days',
    '3 days, 10 weeks, 20 weeks',
  ])('are not: %s', (text) => expect(cues(text)).not.toContain('longer'));
  it.each([
    'zamowione w maju, jest lipiec',
    'заказ в июне, а уже ноябрь',
    '从九月等到十一月',
    '十月下的，十一月了',
  ])('are two months: %s', (text) => expect(cues(text)).toContain('two-months'));
  it.each(['十一月十一日', '一月份买的，还是一月', 'w maju, maj'])('are one: %s', (text) =>
    expect(cues(text)).not.toContain('two-months'),
  );
});
