import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { add, compare, exact, multiply, ONE, ZERO, type Exact } from '../shared/exact.ts';
import {
  bandsOf,
  calculate,
  countOnce,
  decodeInput,
  encodeInput,
  explain,
  MOTIVES,
  OTHERS,
  shares,
  STRENGTHS,
  type Motive,
  type MotivesInput,
  type MotivesOk,
  type Share,
  type Signal,
  type Strength,
} from './index.ts';
import { isUnread } from './letters.ts';
import { MOST_SIGNALS, parse } from './schema.ts';
import { dataFrom, tool } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const data = dataFrom(content);
const ASKED = '2026-11-29T00:00:00Z';
const ask = (raw: unknown) => calculate(raw, data, ASKED);
const ok = (input: MotivesInput): MotivesOk => {
  const result = ask(input);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
};
const back = ({ num, den }: Pick<Share, 'num' | 'den'>): Exact => exact(BigInt(num), BigInt(den));

const sign = fc.record({
  id: fc.constantFrom('one', 'two', 'three', 'four'),
  group: fc.constantFrom('pressure', 'wording', 'demand'),
  towards: fc.constantFrom(...MOTIVES),
  strength: fc.constantFrom(...STRENGTHS),
});
const signs = fc.array(sign, { maxLength: 7 });
/** Shares in thirty-seconds, which are decimals; noughts among them are likely. */
const priors = fc
  .tuple(fc.constant(0), ...OTHERS.map(() => fc.integer({ min: 0, max: 4 })))
  .map((parts) => {
    const others = parts.slice(1).reduce((sum, part) => sum + part, 0);
    return Object.fromEntries(
      MOTIVES.map((motive, i) => [
        motive,
        motive === 'well' ? (32 - others) / 32 : (parts[i] ?? 0) / 32,
      ]),
    ) as Record<Motive, number>;
  });
const each = (make: (motive: Motive) => Exact) =>
  Object.fromEntries(MOTIVES.map((motive) => [motive, make(motive)])) as Record<Motive, Exact>;

describe('intervals', () => {
  it('hold every point inside the bands, and the points add up to one', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 64 }), fc.boolean());
    let open = 0;
    fc.assert(
      fc.property(
        priors,
        signs,
        fc.array(place, { minLength: 7, maxLength: 7 }),
        (own, list, at) => {
          const result = ok({ priors: own, signals: list });
          const checked = parse({ priors: own, signals: list }, data, ASKED);
          if (checked.kind !== 'input') throw new Error(checked.kind);
          const counted = countOnce(checked.input.signals);
          const products = each((motive) =>
            motive === 'well'
              ? ONE
              : counted.reduce((product, { towards, band }, i) => {
                  if (towards !== motive) return product;
                  const [step, end] = at[i % at.length] ?? [0, true];
                  const width = add(band.high, { num: -band.low.num, den: band.low.den });
                  const inside = end
                    ? step % 2 === 0
                      ? band.low
                      : band.high
                    : add(band.low, multiply(width, exact(step, 64)));
                  return multiply(product, inside);
                }, ONE),
          );
          const point = shares(checked.input.priors, products);
          expect(compare(Object.values(point).reduce(add, ZERO), ONE)).toBe(0);
          for (const motive of MOTIVES) {
            const { low, high } = result.posterior[motive];
            expect(compare(back(low), point[motive])).toBeLessThanOrEqual(0);
            expect(compare(point[motive], back(high))).toBeLessThanOrEqual(0);
            if (compare(back(low), back(high)) < 0) open += 1;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(open).toBeGreaterThan(100);
  });

  it('are as narrow as they can be: one motive low and all others high is a point of the bands', () => {
    fc.assert(
      fc.property(priors, signs, (own, list) => {
        const result = ok({ priors: own, signals: list });
        const product = (motive: Motive, end: 'low' | 'high') =>
          result.counted
            .filter(({ towards }) => towards === motive)
            .reduce((all, one) => multiply(all, back(one[end])), ONE);
        for (const motive of MOTIVES)
          for (const [end, other] of [
            ['low', 'high'],
            ['high', 'low'],
          ] as const) {
            const point = shares(
              each((one) => back(result.priors[one])),
              each((one) => product(one, one === motive ? end : other)),
            );
            expect(compare(point[motive], back(result.posterior[motive][end]))).toBe(0);
          }
      }),
    );
  });

  it('do not depend on the order of the signs, nor on signs of a cause that is counted already', () => {
    fc.assert(
      fc.property(signs, fc.nat(), (list, turn) => {
        const once = ok({ signals: list });
        const at = list.length === 0 ? 0 : turn % list.length;
        const turned = [...list.slice(at), ...list.slice(0, at)].reverse();
        expect(ok({ signals: turned })).toEqual(once);
        expect(ok({ signals: [...list, ...list] })).toEqual(once);
        // A weaker sign of the same cause is counted already.
        const weaker = list.flatMap((one) =>
          one.strength === 'much-more' ? [{ ...one, id: 'again', strength: 'more' as const }] : [],
        );
        expect(ok({ signals: [...list, ...weaker] }).posterior).toEqual(once.posterior);
      }),
    );
  });

  it('grow for a motive with every sign that speaks for it, and shrink for good faith', () => {
    fc.assert(
      fc.property(signs, fc.constantFrom(...OTHERS), (list, towards) => {
        const before = ok({ signals: list }).posterior;
        const after = ok({
          signals: [...list, { id: 'new', group: 'new', towards, strength: 'more' }],
        }).posterior;
        for (const end of ['low', 'high'] as const) {
          expect(compare(back(after[towards][end]), back(before[towards][end]))).toBe(1);
          expect(compare(back(after.well[end]), back(before.well[end]))).toBe(-1);
        }
      }),
    );
  });
});

describe('where good faith stops being the better assumption', () => {
  it('stands as the low end of good faith says', () => {
    const half = exact(1n, 2n);
    const seen = new Set<string>();
    const sign = { towards: 'critic', strength: 'much-more' } as const;
    const strong = [
      { ...sign, id: 'one', group: 'demand' },
      { ...sign, id: 'two', group: 'pressure' },
      { ...sign, id: 'three', group: 'wording' },
    ] as const;
    fc.assert(
      fc.property(signs, (list) => {
        const { standing, posterior } = ok({ signals: list });
        seen.add(standing);
        const low = compare(back(posterior.well.low), half);
        const high = compare(back(posterior.well.high), half);
        expect(standing).toBe(low >= 0 ? 'good-faith' : high < 0 ? 'passed' : 'open');
      }),
      // One case of each standing: nothing, one strong sign, and three of different causes.
      {
        numRuns: 400,
        examples: [[[]], [strong.slice(0, 1)], [[...strong]]],
      },
    );
    expect([...seen].sort()).toEqual(['good-faith', 'open', 'passed']);
  });

  it('never stops after one sign that fits another motive two to ten times', () => {
    for (const towards of OTHERS) {
      const result = ok({ signals: [{ id: 'one', towards, strength: 'more' }] });
      expect(result).toMatchObject({ standing: 'good-faith', leading: ['well'] });
      expect(result.approach.map(({ motive }) => motive)).toEqual(['well']);
    }
  });

  it('names a motive that only may lead, after good faith', () => {
    const result = ok({ signals: [{ id: 'one', towards: 'ill', strength: 'much-more' }] });
    expect(result.leading).toEqual(['well', 'ill']);
    expect(result.approach.map(({ script }) => script)).toEqual([
      'offer-two-options',
      'ask-evidence',
    ]);
  });

  it('orders what leads by its high end', () => {
    const signals: Signal[] = [
      { id: 'a', towards: 'critic', strength: 'much-more' },
      { id: 'b', towards: 'ill', strength: 'much-more' },
      { id: 'c', towards: 'special', strength: 'more' },
    ];
    // 19600 and 10000 against 9604 ten thousandths; 500 never.
    expect(ok({ signals }).leading).toEqual(['well', 'ill', 'critic']);
  });

  it('is never led by a motive without a share', () => {
    const none = { well: 1, ill: 0, competitor: 0, special: 0, critic: 0 };
    const signals: Signal[] = [{ id: 'a', towards: 'critic', strength: 'much-more' }];
    expect(ok({ priors: none, signals })).toMatchObject({ leading: ['well'], toConvince: null });
    const all = ok({ priors: { ...none, well: 0, critic: 1 } });
    expect(all).toMatchObject({ leading: ['critic'], standing: 'passed' });
    expect(all.toConvince).toMatchObject({ num: 0, times: '0.00', each: { ill: null } });
  });
});

describe('bands', () => {
  it('are those of the rules, and their inverses', () => {
    const plain = Object.entries(bandsOf(data, ASKED)).map(([word, { low, high }]) => [
      word,
      `${String(low.num)}/${String(low.den)}`,
      `${String(high.num)}/${String(high.den)}`,
    ]);
    expect(plain).toEqual([
      ['much-less', '1/100', '1/10'],
      ['less', '1/10', '1/2'],
      ['neutral', '1/1', '1/1'],
      ['more', '2/1', '10/1'],
      ['much-more', '10/1', '100/1'],
    ]);
  });

  it('are not guessed where a rule is gone', () => {
    const file = { ...data.file, bands: { more: 'a.b.c', muchMore: 'a.b.d' } };
    expect(calculate({}, { ...data, file }, ASKED)).toEqual({
      kind: 'unknown-rule',
      ruleId: 'a.b.c',
      asOf: ASKED,
      nearest: null,
    });
    const statement = { ...data.file, bands: { ...file.bands, more: 'research.finding.anger' } };
    expect(calculate({}, { ...data, file: statement }, ASKED).kind).toBe('unknown-rule');
  });
});

describe('what a person is', () => {
  const kindOf = (text: string) => data.kindOfPerson(text);

  it.each([
    ['origin', 'origin'],
    ['buyerCountry', 'origin'],
    ['country of birth', 'origin'],
    ['race', 'origin'],
    ['Brazil', 'origin'],
    ['from-russia', 'origin'],
    ['巴西买家', 'origin'],
    ['买家来自的国家', 'origin'],
    ['страна', 'origin'],
    ['país', 'origin'],
    ['Herkunft', 'origin'],
    ['étranger', 'origin'],
    ['pochodzenie', 'origin'],
    ['estrangeira', 'origin'],
    ['출신 지역', 'origin'],
    ['nationality', 'nationality'],
    ['Russians', 'nationality'],
    ['国籍', 'nationality'],
    ['национальность', 'nationality'],
    ['Staatsangehörigkeit', 'nationality'],
    ['narodowość', 'nationality'],
    ['nacionalidad', 'nationality'],
    ['nacionalidade', 'nationality'],
    ['nationalité', 'nationality'],
    ['국적', 'nationality'],
    ['RELIGION', 'religion'],
    ['宗教信仰', 'religion'],
    ['религия', 'religion'],
    ['religião', 'religion'],
    ['wyznanie', 'religion'],
    ['musulmán', 'religion'],
    ['Glaube', 'religion'],
    ['croyance', 'religion'],
    ['종교', 'religion'],
    ['ｓｅｘ', 'sex'],
    ['gender_of_buyer', 'sex'],
    ['性别', 'sex'],
    ['пол', 'sex'],
    ['género', 'sex'],
    ['mulher', 'sex'],
    ['femme', 'sex'],
    ['Geschlecht', 'sex'],
    ['płeć', 'sex'],
    ['성별', 'sex'],
    ['age', 'age'],
    ['buyer-age', 'age'],
    ['年龄', 'age'],
    ['возраст', 'age'],
    ['edad', 'age'],
    ['idade', 'age'],
    ['âge', 'age'],
    ['Alter', 'age'],
    ['wiek', 'age'],
    ['나이', 'age'],
    ['disability', 'disability'],
    ['残疾', 'disability'],
    ['инвалидность', 'disability'],
    ['discapacidad', 'disability'],
    ['deficiência', 'disability'],
    ['handicapé', 'disability'],
    ['Behinderung', 'disability'],
    ['niepełnosprawność', 'disability'],
    ['장애', 'disability'],
  ])('%s is refused as %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
    for (const part of ['id', 'group']) {
      const signal = { id: 'x', towards: 'critic', strength: 'more', [part]: text };
      expect(ask({ signals: [signal] })).toMatchObject({
        kind: 'invalid',
        issues: [{ path: `signals.0.${part}`, key: `tool.buyer-motives.issue.refused.${kind}` }],
      });
    }
  });

  it.each([
    ...data.file.approach.map(({ script }) => script),
    'rude message',
    'package-damaged',
    'page-missing',
    'storage',
    'message',
    'bad-faith',
    'original-box',
    'invalid-tracking',
    'extra-cost',
    'странное сообщение',
    'полный возврат',
    'расходы',
    'deficient-goods',
    'Sussex',
    'manual',
    'alternative-offer',
    'wants-a-birthday-gift-in-time',
    '要求全额退款',
    'foreseen',
    'Essex',
  ])('%s is taken', (text) => {
    expect(kindOf(text)).toBeNull();
  });

  it('is in none of the signs the page offers', () => {
    const { signals } = content
      .collection<{ signals: { id: string; group: string; text: Record<string, string> }[] }>(
        'motives',
      )
      .get('buyer-motives') ?? { signals: [] };
    expect(signals.length).toBeGreaterThanOrEqual(12);
    for (const { id, group, text } of signals)
      for (const word of [id, group, ...Object.values(text)]) expect(kindOf(word), word).toBeNull();
  });
});

describe('whatever is written', () => {
  it.each([
    [{ priors: { well: '0,96' } }, 'priors'],
    [{ priors: { well: -1 } }, 'priors.well'],
    [{ priors: { ill: 'few' } }, 'priors.ill'],
    [{ priors: { well: 1.5 } }, 'priors.well'],
    [{ priors: { nobody: 1 } }, 'priors'],
    [{ priors: [1] }, 'priors'],
    [{ signals: 'rude' }, 'signals'],
    [{ signals: [null] }, 'signals.0'],
    [{ signals: [{ id: ' ', towards: 'ill', strength: 'more' }] }, 'signals.0.id'],
    [{ signals: [{ id: 'x'.repeat(81), towards: 'ill', strength: 'more' }] }, 'signals.0.id'],
    [{ signals: [{ id: 'x', towards: 'evil', strength: 'more' }] }, 'signals.0.towards'],
    [{ signals: [{ id: 'x', towards: 'ill', strength: 3 }] }, 'signals.0.strength'],
    [
      {
        signals: Array.from({ length: MOST_SIGNALS + 1 }, () => ({
          id: 'x',
          towards: 'ill',
          strength: 'more',
        })),
      },
      'signals',
    ],
    [null, ''],
    [[], ''],
  ])('%j is refused at %s', (raw, path) => {
    const result = ask(raw);
    if (result.kind !== 'invalid') throw new Error(result.kind);
    expect(result.issues.map((issue) => issue.path)).toEqual([path]);
    for (const { key } of result.issues) expect(content.messages()[key], key).toBeTruthy();
  });

  it('may hold an empty share, an empty group and fields nobody asked for', () => {
    const result = ok({
      priors: { well: '' },
      signals: [{ id: 'x', group: ' ', towards: 'ill', strength: 'more' }],
      note: 1,
    } as MotivesInput);
    expect(result).toMatchObject({ ownPriors: false, ignored: ['note'] });
    expect(result.counted[0]?.group).toBe('x');
  });

  it('takes as many signs as it says', () => {
    const signals = Array.from({ length: MOST_SIGNALS }, (_, i) => ({
      id: `x${'yz'[i % 2] ?? ''}${String(i)}`,
      towards: 'ill' as const,
      strength: 'much-more' as const,
    }));
    expect(ok({ signals }).counted).toHaveLength(MOST_SIGNALS);
  });
});

describe('an address', () => {
  it('brings back what was put in, whatever the signs are called', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .map((text) => text.normalize('NFKC').trim())
      .filter((text) => text !== '' && data.kindOfPerson(text) === null && !isUnread(text));
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            id: fc.oneof(name, fc.constantFrom('a~b', '100%', '%7E')),
            group: name,
            towards: fc.constantFrom(...MOTIVES),
            strength: fc.constantFrom(...STRENGTHS),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (signals) => {
          expect(decodeInput(encodeInput({ signals }), data, ASKED)).toEqual({
            input: { signals },
            ignored: [],
          });
        },
      ),
    );
    const own = { priors: { well: '0.9', ill: '10%' } };
    expect(decodeInput(encodeInput(own), data, ASKED).input).toEqual(own);
  });

  it('leaves out what it cannot use, says why, and keeps the rest', () => {
    const { input, ignored } = decodeInput(
      '#?nonsense=1&priors.nobody=1&priors.well=many&signals=a~b~critic~more&signals=religion~b~critic~more&signals=x&v=1',
      data,
      ASKED,
    );
    expect(input).toEqual({
      signals: [{ id: 'a', group: 'b', towards: 'critic', strength: 'more' }],
    });
    expect(ignored.map(({ key, raw }) => [key, raw])).toEqual([
      ['nonsense', '1'],
      ['signals', 'x'],
      ['priors.nobody', '1'],
      ['priors.well', 'many'],
      ['signals', 'religion~b~critic~more'],
    ]);
    for (const { messageKey } of ignored)
      expect(content.messages()[messageKey], messageKey).toBeTruthy();
  });
});

describe('a case', () => {
  const one = { version: 2 as const, id: 'x', order: { price: '24.90', currency: 'EUR' } };
  const buyer = { at: ASKED, by: 'buyer' as const, amount: '24.90', currency: 'EUR' };

  it('tells that the full price is asked for, which changes nothing until somebody weighs it', () => {
    const part = tool.fromCase?.({ ...one, offers: [buyer] }) ?? {};
    expect(part.signals?.map(({ id }) => id)).toEqual(['full-price']);
    expect(ok(part).posterior).toEqual(ok({}).posterior);
    for (const offers of [
      [{ ...buyer, amount: '12.00' }],
      [{ ...buyer, by: 'seller' as const }],
      [buyer, { ...buyer, amount: '5.00' }],
      [{ ...buyer, currency: 'USD' }],
      [],
    ])
      expect(tool.fromCase?.({ ...one, offers })).toEqual({});
  });

  it('is told nothing of what anybody thinks moves the buyer', () => {
    const input: MotivesInput = {
      signals: [{ id: 'x', towards: 'critic', strength: 'much-more' }],
    };
    expect(tool.toCase?.(input, ok(input))).toEqual({});
  });
});

describe('the reasons', () => {
  it('name the shares, every group, both ends, and what it would take', () => {
    const keys = (input: MotivesInput) =>
      explain(ok(input)).map(({ messageKey }) => messageKey.replace(/.*explain\./, ''));
    expect(keys({})).toEqual([
      'priors-author',
      'no-sign',
      'ends',
      ...MOTIVES.map(() => 'point'),
      'to-convince',
    ]);
    expect(
      keys({
        priors: { well: 0.97, ill: 0.01 },
        signals: [
          { id: 'a', group: 'g', towards: 'critic', strength: 'more' },
          { id: 'b', group: 'g', towards: 'critic', strength: 'less' },
          { id: 'c', towards: 'well', strength: 'more' },
          { id: 'd', towards: 'ill', strength: 'more' },
        ],
      }),
    ).toEqual([
      'priors-own',
      'sign',
      'signs',
      'both-ways',
      'without-effect',
      'bands',
      'ends',
      ...MOTIVES.map(() => 'interval'),
      'to-convince',
    ]);
  });

  it('say that signs of one cause point both ways, and only then', () => {
    const said = (...strengths: Strength[]) =>
      ok({
        signals: strengths.map((strength, i) => ({
          id: `abc${'xyz'[i] ?? ''}`,
          group: 'g',
          towards: 'critic',
          strength,
        })),
      }).counted[0]?.bothWays;
    expect(said('more', 'less')).toBe(true);
    expect(said('less', 'neutral', 'much-more')).toBe(true);
    expect(said('more', 'less', 'more')).toBe(true);
    expect(said('more', 'neutral')).toBeUndefined();
    expect(said('less', 'much-less')).toBeUndefined();
    expect(said('more')).toBeUndefined();
  });

  it('cite the author for his shares only, and the scale only where a word was used', () => {
    const rules = (input: MotivesInput) => explain(ok(input)).flatMap(({ ruleIds }) => ruleIds);
    expect(rules({})).toHaveLength(5);
    expect(rules({ signals: [{ id: 'a', towards: 'critic', strength: 'more' }] })).toHaveLength(7);
    expect(rules({ priors: { well: 0.97, ill: 0.01 } })).toEqual([]);
  });
});
