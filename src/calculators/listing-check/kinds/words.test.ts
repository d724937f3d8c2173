import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../../cli-content.ts';
import type { Check, Fault } from '../fault.ts';
import { calculate } from '../index.ts';
import { dataFrom } from '../tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../../content')));
const ASKED = '2026-11-21T00:00:00Z';

/** The listing judged by one made-up check alone: whoever adds a check to the data may use each of its parts. */
function by(check: object, input: object) {
  const fault: Fault = {
    id: 'L01',
    severity: 'advice',
    reason: null,
    page: 'x',
    rules: {},
    checks: [{ id: 'own', ...check } as Check],
  };
  const result = calculate(
    { platform: 'aliexpress', ...input },
    { ...data, faults: [fault] },
    ASKED,
  );
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result.findings.map(({ part, start, end, words, values, repair, ruleIds }) => ({
    at: `${part} ${start}-${end} ${words}`,
    values,
    repair,
    ruleIds,
  }));
}
const places = (check: object, input: object) => by(check, input).map(({ at }) => at);

describe('words that have a better one', () => {
  const swap = {
    extends: 'substitution',
    scope: ['title', 'description'],
    swap: { 'pieces of': 'pairs of', colou: 'colour' },
  };
  it('are named with it, and the line is told as it would be', () => {
    expect(by(swap, { title: '12 pieces of socks', skus: 'pieces of cake' })).toEqual([
      {
        at: 'title 3-12 pieces of',
        values: { words: 'pieces of', instead: 'pairs of' },
        repair: '12 pairs of socks',
        ruleIds: [],
      },
    ]);
    expect(places(swap, { title: 'colou', description: 'pieces of colou' })).toEqual([
      'description 0-9 pieces of',
      'title 0-5 colou',
      'description 10-15 colou',
    ]);
    expect(by(swap, { title: 'Lamp' })).toEqual([]);
  });

  it('are looked for in goods that are named, and not in brands, exceptions or what the goods fit', () => {
    const title = 'Case for colou';
    expect(places({ ...swap, goods: ['cases?'] }, { title })).toHaveLength(1);
    expect(places({ ...swap, goods: ['lamps?'] }, { title })).toEqual([]);
    expect(places(swap, { title, brands: ['colou'] })).toEqual([]);
    expect(places({ ...swap, exceptions: ['for colou'] }, { title })).toEqual([]);
    expect(places({ ...swap, notCompatible: true }, { title })).toEqual([]);
    expect(places({ ...swap, notCompatible: true }, { title: 'colou case' })).toHaveLength(1);
  });
});

describe('words that should not stand there', () => {
  const best = { extends: 'existence', tokens: ['best', 'the best'] };
  it('are found in every part, or in those that are named', () => {
    const input = { title: 'Best', skus: 'best | 5', description: 'best', category: 'best' };
    expect(places(best, input)).toHaveLength(4);
    expect(places({ ...best, scope: ['sku'] }, input)).toEqual(['skus.0.name 0-4 best']);
  });

  it('are left out of the line where that mends it', () => {
    expect(by(best, { title: 'Best lamp' })[0]?.repair).toBeNull();
    expect(by({ ...best, drop: true }, { title: 'Best lamp' })[0]?.repair).toBe('lamp');
  });
});

describe('the name of what an accessory fits', () => {
  const names = {
    extends: 'existence',
    scope: ['title'],
    tokens: ['apple', 'iphone', 'sony'],
    notCompatible: true,
    drop: true,
    asFit: { en: 'for {names}', ru: 'для {names}', zh: '适用于{names}' },
  };
  it.each([
    ['iPhone 15 case', 'case for iPhone 15'],
    ['Apple iPhone 15 case, black', 'case, black for Apple iPhone 15'],
    ['Sony case iPhone', 'case for Sony, iPhone'],
    ['iPhone 15 чехол', 'чехол для iPhone 15'],
    ['iPhone 15 手机壳', '手机壳 适用于iPhone 15'],
    ['Sony phone', 'phone'],
    // The case is what is fitted here.
    ['Sony lamp for phone case', 'lamp for phone case'],
  ])('moves behind a word that says so: %s', (title, repair) => {
    expect(by(names, { title })[0]?.repair).toBe(repair);
  });

  it('moves with every model, wherever the first brand stands', () => {
    const sony = { ...names, tokens: ['sony'] };
    expect(by(sony, { title: 'iPhone 15 case Sony' })[0]?.repair).toBe('case for iPhone 15, Sony');
  });
});

describe('a clause that says nothing without the words', () => {
  const contact = { extends: 'existence', tokens: ['@shop'], drop: true, clause: true };
  it.each([
    ['Warm lamp. Write to @shop today. Made of oak.', 'Warm lamp. Made of oak.'],
    // Four words are little, five are not.
    ['Warm lamp. If you write to @shop. Oak.', 'Warm lamp. Oak.'],
    ['Warm lamp. If you may write to @shop. Oak.', 'Warm lamp. If you may write. Oak.'],
    ['Warm lamp. Then @shop will answer you. Oak.', 'Warm lamp. Oak.'],
    [
      'Warm lamp. Then @shop will always answer you soon. Oak.',
      'Warm lamp. will always answer you soon. Oak.',
    ],
    ['暖光台灯。有问题请加@shop。橡木。', '暖光台灯。橡木。'],
    ['台灯。加 wechat number now 有问题 @shop。', '台灯。加 wechat number now 有问题。'],
    [`Ask @shop. ${'Warm oak lamp. '.repeat(8)}`, 'Warm oak lamp. '.repeat(8).trim()],
  ])('goes with them: %s', (description, repair) => {
    expect(by(contact, { description })[0]?.repair).toBe(repair);
  });

  it('stays in a title and a name', () => {
    expect(by(contact, { title: 'Lamp, write @shop' })[0]?.repair).toBe('Lamp, write');
    expect(by(contact, { skus: 'Lamp, write @shop' })[0]?.repair).toBe('Lamp, write');
  });
});

describe('signs that stand too often', () => {
  it('are named from the first one too many, with how many there are', () => {
    expect(
      by({ extends: 'occurrence', token: '[!+]', max: 2 }, { title: 'A! + B! C! D!' }),
    ).toEqual([
      {
        at: 'title 9-10 !',
        values: { words: '!', times: 4, most: 2 },
        repair: 'A! + B! C D',
        ruleIds: [],
      },
    ]);
    expect(by({ extends: 'occurrence', token: '!', max: 2 }, { title: 'A! B!' })).toEqual([]);
  });
});

describe('a word that stands too often', () => {
  const often = {
    extends: 'repetition',
    scope: ['title'],
    exceptions: ['mp\\d'],
    counts: {},
  };

  it('is counted by its stem, brands and numbers and exceptions aside', () => {
    const limit = data.faults
      .flatMap(({ checks }) => checks)
      .flatMap((check) => (check.extends === 'repetition' ? [check.limit] : []))[0];
    const check = { ...often, limit };
    const [found] = by(check, { title: 'lamp lamps lamp lamp' });
    expect(found).toMatchObject({ at: 'title 16-20 lamp', values: { times: 4 } });
    expect(found?.ruleIds).toHaveLength(1);
    expect(by(check, { title: 'mp3 mp3 mp3 mp3' })).toEqual([]);
    expect(by(check, { title: 'lamp lamp lamp lamp', brands: ['lamp'] })).toEqual([]);
    expect(by(check, { title: '12 12 12 12 12' })).toEqual([]);
    // Chinese has no spaces: the longest word that comes back is named, each time it stands.
    expect(by(check, { title: '好看好看好看好看的台灯' })).toMatchObject([
      { at: 'title 6-8 好看', values: { times: 4 } },
    ]);
    expect(places(check, { title: '充电器红充电器蓝充电器绿充电器' })).toEqual([
      'title 12-15 充电器',
    ]);
    expect(places(check, { title: '好看红好看蓝好看绿好看', brands: ['好看'] })).toEqual([]);
    expect(by(check, { title: '好看红'.repeat(201) })).toEqual([]);
    expect(by({ ...check, limit: {} }, { title: 'lamp lamp lamp lamp' })).toEqual([]);
    expect(by({ ...check, limit: { default: 'no.such' } }, { title: 'lamp lamp lamp' })).toEqual(
      [],
    );
  });
});
