import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { loadTemporal } from '../shared/time.ts';
import { readAmounts } from './amounts.ts';
import { createReader } from './calculate.ts';
import { toCase } from './case.ts';
import type { CueRules, Cues } from './cues.ts';
import { explain } from './explain.ts';
import { createFinder, MOST_TOKENS } from './find.ts';
import { languagesIn } from './languages.ts';
import { readMoments } from './moments.ts';
import { readIds } from './order-ids.ts';
import { longestText } from './schema.ts';
import { isSlipOf, slipReader } from './slips.ts';
import { readerOf, tool } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const ASKED = '2026-11-21T00:00:00Z';
await loadTemporal();

const rulesOf = (situations: CueRules['situations'], more: Partial<CueRules> = {}): CueRules => ({
  id: 'situations',
  least: 4,
  deniable: [],
  unasked: [],
  silent: [],
  everyday: [],
  goods: [],
  asking: [],
  asked: [],
  platforms: {},
  flows: {},
  situations,
  ...more,
});
const wordsOf = (cues: Cues['cues']): Cues => ({ id: 'en', lists: {}, denied: 'not', cues });
/** A situation for every cue, worth enough by itself. */
const each = (cues: Cues['cues'], more: Partial<CueRules> = {}) =>
  [
    rulesOf(Object.fromEntries(Object.keys(cues).map((cue) => [cue, { [cue]: 4 }])), more),
    wordsOf(cues),
  ] as const;
const situations = (cues: Cues['cues'], text: string, more: Partial<CueRules> = {}) => {
  const [rules, words] = each(cues, more);
  return createFinder(rules, [words])(text)
    .candidates.map(({ situation }) => situation)
    .sort();
};

describe('cues that touch', () => {
  it('leave what the longer one says, whichever is filed first', () => {
    const [short, long] = [['photo'], ['photo of box']];
    expect(situations({ short, long }, 'photo of box')).toEqual(['long']);
    expect(situations({ long, short }, 'photo of box')).toEqual(['long']);
  });

  it('both speak where they only overlap, or are as long as one another', () => {
    expect(
      situations({ one: ['red blue green'], two: ['green white'] }, 'red blue green white'),
    ).toEqual(['one', 'two']);
    expect(situations({ one: ['photo'], two: ['photo'] }, 'photo')).toEqual(['one', 'two']);
  });

  it('may be a figure', () => {
    expect(situations({ lost: ['404'] }, 'it says 404')).toEqual(['lost']);
    expect(situations({ lost: ['404'] }, 'it says 405')).toEqual([]);
  });

  it('are told in the order of the text, in the words that came first', () => {
    const rules = rulesOf({ customs: { 'customs & held': 4 }, broken: { broken: 4 } });
    const find = createFinder(rules, [
      wordsOf({ customs: ['customs'], held: ['held'], broken: ['broken', 'in pieces'] }),
    ]);
    const words = (text: string) => find(text).candidates[0]?.words;
    expect(words('held at customs')).toEqual(['held', 'customs']);
    expect(words('held, customs')).toEqual(['held', 'customs']);
    expect(words('held customs')).toEqual(['held customs']);
    expect(words('held-customs')).toEqual(['held-customs']);
    expect(words('broken, later in pieces, in pieces')).toEqual(['broken']);
  });
});

describe('what decides nothing', () => {
  it.each([
    ['order BROKEN-12345', []],
    ['tracking BROKEN-12345', []],
    ['broken 12345', ['broken']],
    ['it was 19.90 usd', []],
    ['give me 20 usd', ['usd']],
    ['on 20 november 2026', []],
    ['2 days left', ['days']],
  ])('%s', (text, wanted) => {
    const [rules, words] = each({
      broken: ['broken'],
      usd: ['usd'],
      november: ['november'],
      days: ['days'],
    });
    const result = createReader(rules, () => words)({ text }, ASKED);
    if (result.kind !== 'ok') throw new Error(result.kind);
    expect(result.candidates.map(({ situation }) => situation)).toEqual(wanted);
  });
});

describe('a refusal', () => {
  const [rules, words] = each({ broken: ['broken'] });
  const read = createReader(rules, () => words);
  const KEY = 'tool.find-case.error';
  const issues = (input: unknown, asOf = ASKED) => {
    const result = read(input, asOf);
    return result.kind === 'invalid' ? result.issues : result.kind;
  };

  it('says what is wrong', () => {
    expect(issues({ text: 'a'.repeat(longestText + 1) })).toEqual([
      { path: 'text', key: `${KEY}.too-long`, values: { limit: 200_000 } },
    ]);
    expect(issues({ text: 5 })).toEqual([{ path: 'text', key: `${KEY}.shape`, values: {} }]);
    expect(issues({ text: 'a', more: 1 })).toEqual([
      { path: 'more', key: `${KEY}.unknown-field`, values: {} },
    ]);
    expect(issues({ text: 'a', zone: 'Mars/Olympus' })).toEqual([
      { path: 'zone', key: `${KEY}.zone`, values: { zone: 'Mars/Olympus' } },
    ]);
    expect(issues({ text: 'a' }, 'soon')).toEqual([{ path: '', key: `${KEY}.shape`, values: {} }]);
  });

  it('is none for a text that is just not too long, and only beyond that is its end cut', () => {
    const of = (pieces: number) => read({ text: 'word '.repeat(pieces) }, ASKED);
    expect(of(MOST_TOKENS)).toMatchObject({ isCut: false });
    expect(of(MOST_TOKENS + 1)).toMatchObject({ isCut: true });
  });
});

describe('the reasons', () => {
  const [rules, words] = each({ broken: ['broken'], late: ['so late'] });
  const read = createReader(rules, () => words);
  const lines = (text: string) =>
    explain(read({ text }, ASKED)).map(({ section, messageKey, values }) =>
      [section, messageKey.replace('tool.find-case.explain.', ''), ...Object.values(values)].join(
        ' | ',
      ),
    );

  it('say what was read, what decided, and where it ends', () => {
    expect(lines('it is broken and broken, so late')).toEqual([
      'given | read | en',
      'given | language | en',
      'done | found | broken | 4 | broken',
      'done | found | late | 4 | so late',
      'change | limits',
    ]);
    expect(lines('hello')[2]).toBe('done | none.nothing-known');
    expect(lines(`broken ${'word '.repeat(MOST_TOKENS)}`)).toEqual([
      'given | read | en',
      'given | language-open',
      'given | cut',
      'done | found | broken | 4 | broken',
      'change | limits',
    ]);
    expect(lines('')).toEqual([]);
  });
});

describe('amounts', () => {
  const amounts = (text: string, taken: readonly { from: number; to: number }[] = []) =>
    readAmounts(text, taken).map(({ text: written }) => written);

  it.each([
    ['5€ 10', ['5€']],
    ['5 € and 10', ['5 €']],
    ['5€10', ['5€']],
    ['5 €, 10 €', ['5 €', '10 €']],
    ['€5€', ['€5€']],
    ['paid 5eur', ['5eur']],
    ['EUR 5 of 7', ['EUR 5']],
    ['12345 €', ['12345 €']],
    ['x5 €', []],
  ])('%s', (text, wanted) => expect(amounts(text)).toEqual(wanted));

  it('touch what is taken without being it', () => {
    expect(
      amounts('x$5 y', [
        { from: 0, to: 1 },
        { from: 3, to: 4 },
      ]),
    ).toEqual(['$5']);
  });

  it('are fifty at most, among a thousand figures', () => {
    expect(amounts('$1 '.repeat(60))).toHaveLength(50);
    expect(amounts(`${'1 x '.repeat(999)} $5`)).toEqual(['$5']);
    expect(amounts(`${'1 x '.repeat(1000)} $5`)).toEqual([]);
  });

  it('of which one can be read go into a case, whatever stands beside it', () => {
    const [rules, words] = each({ broken: ['broken'] });
    const read = createReader(rules, () => words);
    const order = (text: string) => toCase({}, read({ text }, ASKED)).order;
    expect(order('I paid 5 EUR for the broken one, not 2.500 €')).toEqual({
      price: '5.00',
      currency: 'EUR',
    });
  });
});

describe('moments', () => {
  const context = { zone: 'UTC', asOf: ASKED };
  const moments = (text: string, taken: readonly { from: number; to: number }[] = []) =>
    readMoments(text, taken, context).map(({ text: written, at }) => [written, at]);

  it.each([
    ['3 days ago', [['3 days ago', '2026-11-18T00:00:00Z']]],
    ['48 hours', []],
    ['48 hours left', [['48 hours left', '2026-11-23T00:00:00Z']]],
    ['5/6', []],
    ['2026-11-20.', [['2026-11-20', '2026-11-20T00:00:00Z']]],
    [
      '2026-11-20; 2026-11-19 10:00',
      [
        ['2026-11-20', '2026-11-20T00:00:00Z'],
        ['2026-11-19 10:00', '2026-11-19T10:00:00Z'],
      ],
    ],
    ['yesterday it came', []],
  ])('%s', (text, wanted) => expect(moments(text)).toEqual(wanted));

  it('stop before what is taken, and say where they stand', () => {
    const text = 'on 2026-11-20 10:15';
    expect(moments(text, [{ from: 14, to: 19 }])).toEqual([['2026-11-20', '2026-11-20T00:00:00Z']]);
    expect(readMoments(text, [], context)).toMatchObject([{ from: 3, to: 19, question: null }]);
    expect(readMoments(text, [{ from: 0, to: 3 }], context)).toHaveLength(1);
  });

  it('are fifty at most', () => {
    expect(moments('2026-11-20\n'.repeat(60))).toHaveLength(50);
  });
});

describe('numbers', () => {
  it('stand where they were written, in the order of the text', () => {
    const text = 'order no. AB-12345 and 8123456789012345';
    const { orders } = readIds(text);
    expect(orders.map(({ id, from, to }) => [id, text.slice(from, to)])).toEqual([
      ['AB-12345', 'AB-12345'],
      ['8123456789012345', '8123456789012345'],
    ]);
    const turned = readIds('8123456789012345 is order no. AB-12345').orders;
    expect(turned.map(({ id }) => id)).toEqual(['8123456789012345', 'AB-12345']);
  });

  it('have five figures at least, are no date, and two hundred at most', () => {
    const orders = (text: string) => readIds(text).orders.map(({ id }) => id);
    expect(orders('order ABC-12345')).toEqual(['ABC-12345']);
    expect(orders('order ABCD-1234')).toEqual([]);
    expect(orders('order 2026-1-20')).toEqual([]);
    const many = Array.from({ length: 210 }, (_, i) => String(10 ** 15 + i)).join(' ');
    expect(orders(many)).toHaveLength(200);
  });
});

describe('slips', () => {
  it('are letters left out, added, changed or swapped, as many as may be', () => {
    expect(isSlipOf('customs', 'customs', 0)).toBe(true);
    for (const word of ['cutoms', 'custtoms', 'cusdoms', 'cutsoms'])
      expect([isSlipOf(word, 'customs', 0), isSlipOf(word, 'customs', 1)], word).toEqual([
        false,
        true,
      ]);
    expect(isSlipOf('cutoks', 'customs', 1)).toBe(false);
    expect(isSlipOf('cutoks', 'customs', 2)).toBe(true);
    // Behind a stem more may follow.
    expect([isSlipOf('arivals', 'arriv', 1), isSlipOf('arivals', 'arriv', 1, true)]).toEqual([
      false,
      true,
    ]);
  });

  it('are looked for in words of five letters to twenty-four, two of them from nine on', () => {
    const vocabulary = {
      words: new Set(['held', 'stuck', 'undelivered', 'a'.repeat(25)]),
      stems: new Set(['arriv', 'arrivi']),
    };
    const slips = slipReader(vocabulary, (word) => word === 'stack');
    expect(slips('hell')).toEqual(['hell']);
    expect(slips('stuk')).toEqual(['stuk']);
    expect(slips('stuckk')).toEqual(['stuckk', 'stuck']);
    expect(slips('stack')).toEqual(['stack']);
    expect(slips('undelverd')).toEqual(['undelverd', 'undelivered']);
    expect(slips('arivings')).toEqual(['arivings', 'arrivi']);
    expect(slips('a'.repeat(26))).toEqual(['a'.repeat(26)]);
  });
});

describe('languages', () => {
  it.each([
    ['my parcel is broken', ['en']],
    ['mein Paket ist kaputt', ['de']],
    ['посылка DHL', ['ru']],
    ['收到 my order is broken', ['zh', 'en']],
    ['小包 안녕', ['zh', 'ko']],
    ['12345', []],
  ])('of %s', (text, wanted) => {
    expect(languagesIn(text)).toEqual(wanted);
  });

  it('are told by a line of their own, too', () => {
    const text = `${'the item is not here and i want my money\n'.repeat(6)}mein Paket ist nicht da`;
    expect(languagesIn(text)).toEqual(['en', 'de']);
  });
});

describe('the tool', () => {
  it('describes its fields, and says which file it misses', () => {
    expect(tool.fields(content)).toEqual([
      {
        name: 'text',
        type: 'text',
        required: true,
        takesFile: true,
        description: expect.stringContaining('pasted') as string,
      },
      {
        name: 'zone',
        type: 'IANA zone',
        required: false,
        description: expect.stringContaining('UTC') as string,
      },
    ]);
    expect(tool.summary).toMatch(/\?$/);
    const none = { ...content, collection: () => new Map() };
    expect(() => readerOf(none)).toThrow('src/content/cue-rules/situations.yaml');
    expect(readerOf(content)).toBe(readerOf(content));
  });
});
