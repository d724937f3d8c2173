import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { processorSeconds, secondHere } from '../../tests/support/second.ts';
import { dataFrom as motivesData } from './buyer-motives/tool.ts';
import * as motives from './buyer-motives/index.ts';
import { readBundle } from './case-desk/index.ts';
import { dataFrom as deskData } from './case-desk/tool.ts';
import { openContent } from './cli-content.ts';
import * as planner from './deadline-planner/index.ts';
import { dataFrom as plannerData } from './deadline-planner/tool.ts';
import * as log from './dispute-log/index.ts';
import { readingAt } from './dispute-log/notations.ts';
import * as rate from './dispute-rate/index.ts';
import { metricsOf } from './dispute-rate/tool.ts';
import * as exercise from './exercise/index.ts';
import * as listing from './listing-check/index.ts';
import * as reply from './reply-script/index.ts';
import { libraryOf } from './reply-script/tool.ts';
import { tools } from './registry.ts';
import * as settlement from './settlement/index.ts';
import { readCase } from './shared/case.ts';
import { mend } from './shared/permalink.ts';
import type { Invalid } from './shared/result.ts';
import { loadTemporal } from './shared/time.ts';
import type { Answer } from './shared/tool.ts';
import * as transit from './transit-warning/index.ts';
import { dataFrom as transitData } from './transit-warning/tool.ts';

// What links, pasted texts, imported files and stored data may hold when somebody means harm, for every tool:
// each is answered or refused in words, leaves the language's own objects as they are, and takes no second.

const content = openContent(join(import.meta.dirname, '../content'));
const ASKED = '2026-11-21T00:00:00Z';
/** Fixed, so that a run finds what the last one found. */
const SEED = 20_261_129;
const LONG = 5_000_000;

const MARKUP = [
  '<script>globalThis.hurt=1</script>',
  '<img src=x onerror="globalThis.hurt=1">',
  '"><svg onload=globalThis.hurt=1>',
  'javascript:globalThis.hurt=1',
  '{{constructor.constructor("globalThis.hurt=1")()}}',
  '${globalThis.hurt=1}',
  "'; globalThis.hurt=1; //",
  ']]><!--',
  '&lt;b&gt;&amp;#60;',
];
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '$',
];
const MARKS = [
  '\u202e123\u202c',
  '\u200b\u200d\ufeff',
  '1\u200b2',
  '\u2066\u2067\u2068\u2069',
  '\u061c٣٤٥',
  '\ud800',
  '\udc00\ud800',
  'a\u0300'.repeat(200),
  '👩‍👩‍👧‍👦🏴‍☠️',
  '\u0000\u0001\u001b[31m',
  '\r\n\u2028\u2029',
  'ﷺ',
  '１２３，４５６．７',
];
const NUMBERS = [
  '1e999',
  '-1e308',
  '9'.repeat(400),
  `0.${'0'.repeat(400)}1`,
  '1e-400',
  '0x10',
  '-0',
  '1,2.3,4',
  '∞',
  '½',
  'NaN',
];
const MOMENTS = [
  '+275760-09-13',
  '-271821-04-19T23:59:59Z',
  '2026-02-30',
  '24:60',
  '9999999999999999',
  'P1Y',
];

const strings = [...MARKUP, ...KEYS, ...MARKS, ...NUMBERS, ...MOMENTS];
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...strings) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...strings), fc.constantFrom(...strings))
      .map(([one, other]) => one + other),
  },
  // A few thousand of one thing: what grows faster than its input is noticed.
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...strings, ' ', '(', 'a', '1,', '"', 'aA ', '我'),
        fc.constantFrom(300, 3000),
      )
      .map(([one, times]) => one.repeat(times).slice(0, 30_000)),
  },
);
/** As `JSON.parse` makes it: with keys of its own that other code could take for the language's. */
const poisoned = fc
  .tuple(fc.constantFrom(...KEYS), fc.constantFrom('{"hurt":1}', '[1]', '"x"', 'null', '1e400'))
  .map(([key, value]) => JSON.parse(`{"${key}":${value},"length":4294967295}`) as unknown);
const value = fc.oneof(
  { weight: 6, arbitrary: text as fc.Arbitrary<unknown> },
  { weight: 2, arbitrary: poisoned },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      Number.MAX_VALUE,
      Number.MIN_VALUE,
      -0,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      2 ** 53,
      null,
      undefined,
      true,
      [],
      {},
      [[[[[]]]]],
      Array.from({ length: 300 }, () => '1'),
    ),
  },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 2 }) },
);

let asked = 0;
afterAll(() => {
  // The promise is ten thousand a run.
  expect(asked).toBeGreaterThanOrEqual(10_000);
});

/** The language's own objects, and what no text may have set. */
const untouched = () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['hurt']).toBeUndefined();
  expect((globalThis as Record<string, unknown>)['hurt']).toBeUndefined();
};

/**
 * Work of one input, which must not take a second of a process that collects the rubbish of other files as
 * well: thrice, since the first may compile. A machine that is slower, or busy, has a longer one.
 */
async function quick<Result>(
  input: unknown,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  asked += 1;
  for (let left = 2; ; left -= 1) {
    const began = processorSeconds();
    const result = await work();
    const taken = processorSeconds() - began;
    if (taken < 1 || taken < secondHere()) return result;
    if (left === 0) throw new Error(`over a second for ${JSON.stringify(input)?.slice(0, 300)}`);
  }
}

/** An input with one thing in it changed, as deep as it goes. */
function changed(input: unknown, place: number, to: unknown, key: string): unknown {
  if (typeof input !== 'object' || input === null) return to;
  const names = Object.keys(input);
  const at = place % (names.length + 2);
  if (at === names.length) return to;
  if (at > names.length) {
    // No text becomes a list with keys of its own.
    if (Array.isArray(input)) return [...(input as unknown[]), to];
    const copy = { ...input };
    Object.defineProperty(copy, key, { value: to, enumerable: true, configurable: true });
    return copy;
  }
  const name = names[at] as string;
  const next = Math.floor(place / (names.length + 2));
  const copy = (Array.isArray(input) ? [...(input as unknown[])] : { ...input }) as Record<
    string,
    unknown
  >;
  copy[name] = changed((input as Record<string, unknown>)[name], next, to, key);
  return copy;
}

interface Example {
  input: unknown;
}
const opened = await Promise.all(
  Object.entries(tools).map(async ([slug, load]) => {
    const examples = ['examples.yaml', 'by-hand.yaml']
      .map((file) => join(import.meta.dirname, slug, file))
      .filter((file) => existsSync(file))
      .flatMap((file) => parse(readFileSync(file, 'utf8')) as Example[]);
    return { slug, tool: await load(), inputs: examples.map(({ input }) => input) };
  }),
);

/** Inputs a tool; with the links and files below, over ten thousand in all. */
const RUNS = 550;

describe.each(opened)('hostile input to $slug', ({ tool, inputs }) => {
  const sound = (answer: Answer) => {
    expect(typeof answer.kind).toBe('string');
    if (answer.kind === 'invalid') {
      const { issues } = answer as Invalid;
      expect(issues.length).toBeGreaterThan(0);
      for (const { key } of issues) expect(content.messages()[key], key).toBeTruthy();
    }
    // Whoever shows or stores an answer writes it as text.
    expect(JSON.stringify(answer)).not.toContain('"hurt":1');
  };

  it('is answered or refused in words, and soon', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...inputs),
        fc.nat(100_000),
        value,
        fc.constantFrom(...KEYS),
        async (input, place, to, key) => {
          const hostile = changed(input, place, to, key);
          sound(await quick(hostile, () => tool.run(hostile, content, ASKED)));
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
    untouched();
  });

  it('of five million letters is refused or read, field by field', async () => {
    const [input] = inputs as [Record<string, unknown>];
    for (const name of tool.fields(content).map((field) => field.name)) {
      const hostile = { ...input, [name]: 'ab1, '.repeat(LONG / 5) };
      sound(await quick(name, () => tool.run(hostile, content, ASKED)));
    }
  });
});

await loadTemporal();
const fragments: Record<string, (fragment: string) => unknown> = {
  'buyer-motives': (link) => motives.decodeInput(link, motivesData(content), ASKED),
  'deadline-planner': (link) => planner.decodeInput(link, plannerData(content), ASKED),
  'dispute-log': (link) => log.decodeInput(link, readingAt(ASKED)),
  'dispute-rate': (link) => rate.decodeInput(link, metricsOf(content)),
  'listing-check': (link) => listing.decodeInput(link, ASKED),
  'reply-script': (link) =>
    reply.readLink(link, libraryOf(content), 'ask-details', 'aliexpress', {
      today: '2026-11-21',
    } as never),
  settlement: (link) => settlement.decodeInput(link),
  'transit-warning': (link) => transit.decodeInput(link, transitData(content), ASKED),
};

describe.each(Object.entries(fragments))('a hostile link to %s', (slug, open) => {
  const { tool } = opened.find((each) => each.slug === slug) as (typeof opened)[number];
  const names = [
    ...tool.fields(content).map(({ name }) => name),
    ...KEYS,
    'events.__proto__',
    'vars.constructor',
    'v',
  ];
  const read = (link: string) =>
    quick(link, () => {
      const whole = mend(link);
      return whole === null ? null : open(whole);
    });

  it('is read, or its parts are named', async () => {
    const pairs = fc.array(
      fc.tuple(
        fc.oneof(
          fc.constantFrom(...names),
          fc.tuple(fc.constantFrom(...names), fc.constantFrom(...KEYS)).map((two) => two.join('.')),
        ),
        text.map((raw) => {
          try {
            return encodeURIComponent(raw);
          } catch {
            return raw; // Half a letter, as it is.
          }
        }),
      ),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(pairs, fc.constantFrom('#?', '#', '?', '#%3F'), async (list, head) => {
        await read(head + list.map((pair) => pair.join('=')).join('&'));
      }),
      { numRuns: 200, seed: SEED },
    );
    untouched();
  });

  it('of five million letters is put aside', async () => {
    for (const part of ['a', '%25', '&', '＆', '%3F', '\u200b', '. '])
      await read(`#?${names[0]}=${part.repeat(LONG / part.length)}`);
  });
});

const files: Record<string, (given: string) => unknown> = {
  'a bundle of the desk': (given) => readBundle(given, deskData(content)),
  'a stored case': (given) => {
    try {
      return readCase(JSON.parse(given));
    } catch {
      return null;
    }
  },
  'a page of a listing': (given) => listing.readPage(given),
  'a table of listings': (given) => listing.readTable(given),
  'codes of participants': (given) => exercise.collect(given, []),
  'a code of a session': (given) => exercise.decodeWay(given),
  'steps of a plan': (given) => exercise.readSteps(given),
};

describe.each(Object.entries(files))('%s, hostile', (_, read) => {
  const json = fc
    .tuple(fc.constantFrom(...KEYS, 'cases', 'file', 'version', 'id', 'events'), value)
    .map(
      ([key, held]) =>
        `{"file":"amicable-desk","version":1,"cases":[{"${key}":${JSON.stringify(held) ?? 'null'}}]}`,
    );

  it('is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, json), async (given) => {
        await quick(given, () => read(given));
      }),
      { numRuns: 120, seed: SEED },
    );
    for (const part of ['a', '"', '\t,', '{"a":'])
      await quick(part, () => read(part.repeat(LONG / part.length)));
    untouched();
  });
});
