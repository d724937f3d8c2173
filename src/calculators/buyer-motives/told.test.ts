import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import type { Case } from '../shared/case.ts';
import type { Content } from '../shared/tool.ts';
import {
  calculate,
  decodeInput,
  encodeInput,
  explain,
  type MotivesInput,
  type MotivesOk,
} from './index.ts';
import { MOST_SIGNALS } from './schema.ts';
import { dataFrom, tool } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const data = dataFrom(content);
const ASKED = '2026-11-29T00:00:00Z';
const ok = (input: MotivesInput): MotivesOk => {
  const result = calculate(input, data, ASKED);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
};
const issues = (raw: unknown) => {
  const result = calculate(raw, data, ASKED);
  if (result.kind !== 'invalid') throw new Error(result.kind);
  return result.issues.map(({ path, key, values }) => [
    path,
    key.replace('tool.buyer-motives.issue.', ''),
    values,
  ]);
};

/** A step in one line: its section, its key, and what fills it. */
const lines = (input: MotivesInput) =>
  explain(ok(input)).map(({ section, messageKey, values }) =>
    [
      section,
      messageKey.replace('tool.buyer-motives.explain.', ''),
      ...Object.entries(values).map(
        ([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
      ),
    ].join(' | '),
  );

describe('the reasons', () => {
  it('say every share, sign, fraction and factor as it was counted', () => {
    // In ten thousandths 9604, 196, 50, 50 and 100, with the last times 2 to 10.
    expect(
      lines({
        signals: [
          { id: 'announces', group: 'g', towards: 'critic', strength: 'more' },
          { id: 'thanks', towards: 'well', strength: 'more' },
        ],
      }),
    ).toEqual([
      'given | priors-author | shares={"shares":[{"motive":"well","percent":"96.0400"},{"motive":"ill","percent":"1.9600"},{"motive":"competitor","percent":"0.5000"},{"motive":"special","percent":"0.5000"},{"motive":"critic","percent":"1.0000"}]}',
      'given | sign | signs={"signs":["announces"]} | motive={"motive":"critic"} | strength={"strength":"more"} | low=2.00 | high=10.00',
      'given | without-effect | signs={"signs":["thanks"]}',
      'rule | bands',
      'done | ends',
      'done | interval | motive={"motive":"well"} | low=88.1101 | high=95.0891 | lowFraction=2401/2725 | highFraction=2401/2525',
      'done | interval | motive={"motive":"ill"} | low=1.7982 | high=1.9406 | lowFraction=49/2725 | highFraction=49/2525',
      'done | interval | motive={"motive":"competitor"} | low=0.4587 | high=0.4950 | lowFraction=1/218 | highFraction=1/202',
      'done | interval | motive={"motive":"special"} | low=0.4587 | high=0.4950 | lowFraction=1/218 | highFraction=1/202',
      'done | interval | motive={"motive":"critic"} | low=1.9802 | high=9.1743 | lowFraction=2/101 | highFraction=10/109',
      'change | to-convince | times=24.25 | fraction=2401/99 | factors={"factors":[{"motive":"ill","times":"49.00"},{"motive":"competitor","times":"192.08"},{"motive":"special","times":"192.08"},{"motive":"critic","times":"96.04"}]}',
    ]);
  });

  it('leave out the factor of a motive without a share, and all of them where no other has one', () => {
    const priors = { well: 0.75, ill: 0.25, competitor: 0, special: 0, critic: 0 };
    expect(lines({ priors }).at(-1)).toBe(
      'change | to-convince | times=3.00 | fraction=3/1 | factors={"factors":[{"motive":"ill","times":"3.00"}]}',
    );
    expect(lines({ priors: { ...priors, well: 1, ill: 0 } }).at(-1)).toMatch(/^done \| point/);
  });
});

describe('which motive leads', () => {
  const much = (id: string, towards: 'ill' | 'critic') =>
    ({ id, towards, strength: 'much-more' }) as const;

  it('is told by the high ends, and good faith comes first where it may lead at all', () => {
    // Critic 100 × 100 × 100 and 10 × 10; ill 196 × 100 and × 10: 9604 is below 10000 of the critic.
    expect(
      ok({ signals: [much('a', 'critic'), much('b', 'critic'), much('c', 'ill')] }),
    ).toMatchObject({ leading: ['critic', 'ill'], standing: 'passed' });
    // Critic 100 × 10 × 2 = 2000 to 100 × 100 × 10 = 100000; ill 1960 to 19600.
    const more = { id: 'b', towards: 'critic', strength: 'more' } as const;
    expect(ok({ signals: [much('a', 'critic'), more, much('c', 'ill')] }).leading).toEqual([
      'well',
      'critic',
      'ill',
    ]);
  });

  it('can be two that are equally likely, and then good faith is assumed', () => {
    const priors = { well: 0.5, ill: 0.5, competitor: 0, special: 0, critic: 0 };
    expect(ok({ priors })).toMatchObject({ leading: ['well', 'ill'], standing: 'good-faith' });
  });

  it('is open where good faith is as likely as all others at their low ends', () => {
    // 0.6 against 0.2 × 2 + 0.2, and against 0.2 × 10 + 0.2.
    const priors = { well: 0.6, ill: 0.2, competitor: 0.2, special: 0, critic: 0 };
    const signals = [{ id: 'a', towards: 'ill', strength: 'more' }] as const;
    expect(ok({ priors, signals }).standing).toBe('open');
  });

  it('needs a sign of the word whose band just reaches the factor', () => {
    const priors = { well: 0.5, ill: 0.005, competitor: 0.05, special: 0.004, critic: 0.441 };
    expect(ok({ priors }).toConvince?.each).toEqual({
      ill: { num: 100, den: 1, times: '100.00', reachedBy: 'much-more' },
      competitor: { num: 10, den: 1, times: '10.00', reachedBy: 'more' },
      special: { num: 125, den: 1, times: '125.00', reachedBy: null },
      critic: { num: 500, den: 441, times: '1.13', reachedBy: 'more' },
    });
  });
});

describe('what was counted', () => {
  it('is told apart from what has no effect, and own shares cite nobody', () => {
    const result = ok({
      priors: { well: 0.96, ill: 0.0204, competitor: 0.005, special: 0.005, critic: 0.0096 },
      signals: [
        { id: 'b', group: 'g', towards: 'well', strength: 'less' },
        { id: 'z', group: 'h', towards: 'critic', strength: 'neutral' },
        { id: 'a', group: 'h', towards: 'critic', strength: 'neutral' },
        { id: 'y', group: 'a', towards: 'critic', strength: 'neutral' },
      ],
    });
    expect(result.withoutEffect).toEqual(['b']);
    expect(result.counted.map(({ group, ids }) => [group, ids])).toEqual([
      ['a', ['y']],
      ['h', ['a', 'z']],
    ]);
    expect(result.usedRules).toEqual([data.file.bands.more, data.file.bands.muchMore]);
    const none = ok({ priors: { well: 0.9604, ill: 0.0196 }, signals: [] });
    expect(none.usedRules).toEqual([]);
  });
});

describe('what a sign says besides', () => {
  it('is named as not weighed, as a nationality is', () => {
    const sign = { id: 'x', towards: 'ill', strength: 'more' } as const;
    const signals = [sign, { ...sign, id: 'y', nationality: 'ru', note: 1 }];
    expect(ok({ signals, extra: 1 } as MotivesInput).ignored).toEqual([
      'extra',
      'signals.1.nationality',
      'signals.1.note',
    ]);
  });
});

describe('a refusal', () => {
  const sign = { id: 'x', towards: 'ill', strength: 'more' } as const;
  const words = 'much-less, less, neutral, more, much-more';
  const motives = 'well, ill, competitor, special, critic';

  it('says what was written, what may be, and how much at most', () => {
    expect(issues({ priors: { [` ${'nobody '.repeat(9)}`]: 1 } })).toEqual([
      ['priors', 'prior-unknown', { text: 'nobody nobody nobody nobody nobody nobod', motives }],
    ]);
    expect(issues({ priors: { well: 1.5 } })).toEqual([
      ['priors.well', 'prior-above-one', { text: '1.5' }],
    ]);
    // 0.9 + 0.0196 + 0.005 + 0.005 + 0.01.
    expect(issues({ priors: { well: '90%' } })).toEqual([
      ['priors', 'priors-sum', { sum: '93.96' }],
    ]);
    expect(issues({ signals: [{ ...sign, strength: 3, towards: {} }] })).toEqual([
      ['signals.0.towards', 'towards', { text: 'object', words: motives }],
      ['signals.0.strength', 'strength', { text: '3', words }],
    ]);
    expect(issues({ signals: [{ ...sign, towards: undefined }] })).toEqual([
      ['signals.0.towards', 'towards', { text: 'undefined', words: motives }],
    ]);
    expect(
      issues({
        signals: [
          { ...sign, group: 'x'.repeat(81) },
          { ...sign, id: {} },
        ],
      }),
    ).toEqual([
      ['signals.0.group', 'too-long', { most: 80 }],
      ['signals.1.id', 'id-missing', {}],
    ]);
    expect(issues({ signals: Array(MOST_SIGNALS + 1).fill(sign) })).toEqual([
      ['signals', 'too-many', { count: 61, most: 60 }],
    ]);
  });

  it('is not made of nothing, of a number for a name, or of a name that is just short enough', () => {
    const longest = 'y'.repeat(80);
    const input = {
      priors: null,
      signals: [
        { ...sign, id: 7 },
        { ...sign, id: longest },
      ],
    };
    expect(ok(input as unknown as MotivesInput)).toMatchObject({
      ownPriors: false,
      counted: [{ ids: ['7'], group: '7' }, { ids: [longest] }],
    });
    expect(ok({ signals: null } as unknown as MotivesInput).counted).toEqual([]);
  });

  it('names the rule that gives no share, and hides no mistake of ours', () => {
    const { priors } = data.file;
    const of = (genuine: string, asOf = ASKED) =>
      calculate({}, { ...data, file: { ...data.file, priors: { ...priors, genuine } } }, asOf);
    // A statement is no share, and a band is none either.
    for (const id of ['research.finding.anger', data.file.bands.more])
      expect(of(id)).toEqual({ kind: 'unknown-rule', ruleId: id, asOf: ASKED, nearest: null });
    expect(() => calculate({}, { ...data, rules: null as never }, ASKED)).toThrow(TypeError);
  });
});

describe('what a person is', () => {
  it.each([
    ['宗 教', 'religion'],
    ['country  of   birth', 'origin'],
    ['seems to be from China', 'origin'],
    ['seems to be from Kazakhstan', 'origin'],
    [' UK ', 'origin'],
    ['bad as faith', null],
    ['1', null],
  ])('%s is %s', (text, kind) => {
    expect(data.kindOfPerson(text)).toBe(kind);
  });
});

describe('an address', () => {
  it('with more signs than may be leaves out all of them, and says how many', () => {
    const signals = Array.from({ length: MOST_SIGNALS + 1 }, (_, i) => ({
      id: `sign ${String(i)}`,
      towards: 'ill' as const,
      strength: 'more' as const,
    }));
    expect(decodeInput(encodeInput({ signals }), data, ASKED)).toEqual({
      input: {},
      ignored: [
        {
          key: 'signals',
          raw: '61',
          messageKey: 'tool.buyer-motives.issue.too-many',
          values: { count: 61, most: 60 },
        },
      ],
    });
  });

  it('names a sign with two mistakes once, and a share that is none', () => {
    const { input, ignored } = decodeInput(
      '#?priors.ill=few&priors.well=0.5&signals=religion~gender~critic~more&v=1',
      data,
      ASKED,
    );
    expect(input).toStrictEqual({ priors: { well: '0.5' } });
    expect(ignored).toEqual([
      {
        key: 'priors.ill',
        raw: 'few',
        messageKey: 'tool.number.not-a-number',
        values: { given: 'few' },
      },
      {
        key: 'signals',
        raw: 'religion~gender~critic~more',
        messageKey: 'tool.buyer-motives.issue.refused.religion',
        values: { text: 'religion' },
      },
    ]);
  });

  it('carries every mark in the name of a sign, with a group of its own or without', () => {
    const towards = 'ill' as const;
    const sign = (id: string, group = id) => ({ id, group, towards, strength: 'more' as const });
    const signals = [sign('a~b'), sign('100%', '%7E'), sign('50%25~', 'x'), sign('-')];
    const link = encodeInput({ signals });
    expect(decodeInput(link, data, ASKED)).toEqual({ input: { signals }, ignored: [] });
    expect(encodeInput({ signals: [{ id: 'late', towards, strength: 'more' }] })).toContain(
      'signals=late~late~ill~more',
    );
  });

  it('keeps shares that do not add up to one: the form says so', () => {
    expect(decodeInput('#?priors.well=0.5&v=1', data, ASKED)).toEqual({
      input: { priors: { well: '0.5' } },
      ignored: [],
    });
  });
});

describe('the tool', () => {
  it('describes its fields', () => {
    const about = (name: string) => content.messages()[`tool.buyer-motives.help.${name}`];
    expect(tool.fields(content)).toEqual([
      { name: 'priors', type: 'map of shares', required: false, description: about('priors') },
      { name: 'signals', type: 'list of signs', required: false, description: about('signals') },
    ]);
    expect(tool.summary).toMatch(/\w \w.*\?$/);
  });

  it('says which file it misses', () => {
    const none = { ...content, collection: () => new Map() } as Content;
    expect(() => dataFrom(none)).toThrow('src/content/motives/buyer-motives.yaml');
    const one = (name: string) => (name === 'motives' ? content.collection(name) : new Map());
    expect(() => dataFrom({ ...content, collection: one } as Content)).toThrow(
      'src/content/person-words/words.yaml is missing.',
    );
  });

  it('takes the full price from a case as a sign of what is demanded', () => {
    const one: Case = { version: 2, id: 'x', order: { price: '24.90', currency: 'EUR' } };
    const offers = [{ at: ASKED, by: 'buyer' as const, amount: '24.90' }];
    expect(tool.fromCase?.({ ...one, offers })).toEqual({
      signals: [{ id: 'full-price', group: 'demand', towards: 'ill', strength: 'neutral' }],
    });
    expect(tool.fromCase?.({ version: 2, id: 'x', offers })).toEqual({});
    expect(tool.fromCase?.(one)).toEqual({});
  });
});
