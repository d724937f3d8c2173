import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { calculate, calculateAll, type Finding } from './index.ts';
import { dataFrom } from './tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const ASKED = '2026-11-21T00:00:00Z';
const WHERE = { en: 'aliexpress', ru: 'ozon', zh: 'taobao' } as const;
type Tongue = keyof typeof WHERE;

const read = (name: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, name), 'utf8'));

interface Case {
  language: Tongue;
  /** The check that must find something; or what must not be found, by the start of its key. */
  must: string | null;
  mustNot: string | null;
  words: string | undefined;
  input: Record<string, unknown>;
}

const caseOf = (
  language: Tongue,
  want: string,
  input: Record<string, unknown>,
  words?: string,
): Case => ({
  language,
  must: want.startsWith('-') ? null : want,
  mustNot: want.startsWith('-') ? want.slice(1) : null,
  words,
  input: { platform: WHERE[language], language, ...input },
});

const lines = (cell = '') => cell.replaceAll(' / ', '\n');
const contradictions = Object.entries(
  read('contradictions.yaml') as Record<Tongue, [string, string, string?, string?, string?][]>,
).flatMap(([language, rows]) =>
  rows.map(([want, title, attributes, description = '', skus]) =>
    caseOf(language as Tongue, want, {
      title,
      attributes: lines(attributes),
      description,
      skus: lines(skus),
    }),
  ),
);
const byClass = Object.entries(
  read('by-class.yaml') as Record<Tongue, [string, Record<string, unknown>, string?][]>,
).flatMap(([language, rows]) =>
  rows.map(([want, input, words]) => caseOf(language as Tongue, want, input, words)),
);
/** The worked cases the page and the command line show, as far as they name checks. */
const worked = (
  read('examples.yaml') as {
    input: { platform: string; language?: Tongue; country?: string };
    expect: { has?: string[]; lacks?: string[] };
  }[]
).flatMap(({ input, expect: { has = [], lacks = [] } }) => {
  const language =
    input.language ??
    (['ozon', 'yandex'].includes(input.platform) || input.country === 'RU'
      ? 'ru'
      : input.platform === 'taobao'
        ? 'zh'
        : 'en');
  return [...has, ...lacks.map((id) => `-${id}`)].map((want) => caseOf(language, want, {}));
});

function findingsOf({ input }: Case): Finding[] {
  const { listings, ...shared } = input;
  const results = Array.isArray(listings)
    ? calculateAll(
        listings.map((one: unknown) =>
          typeof one === 'string' ? { ...shared, title: one } : { ...shared, ...(one as object) },
        ),
        data,
        ASKED,
      ).listings
    : [calculate(shared, data, ASKED)];
  return results.flatMap((result) => {
    if (result.kind !== 'ok') throw new Error(JSON.stringify([input, result]));
    return result.findings;
  });
}

describe.each([
  ['across the parts of a listing', contradictions],
  ['by class', byClass],
])('%s', (_, cases) => {
  it.each(cases.map((one) => [JSON.stringify(one.input), one] as const))('%s', (__, one) => {
    const found = findingsOf(one);
    if (one.mustNot !== null)
      expect(
        found.filter(
          ({ messageKey, severity }) =>
            messageKey.startsWith(one.mustNot ?? '') &&
            (one.mustNot?.includes('.') || severity !== 'advice'),
        ),
      ).toEqual([]);
    else {
      const hit = found.find(({ messageKey }) => messageKey === one.must);
      expect(hit?.messageKey, found.map(({ messageKey }) => messageKey).join(' ')).toBe(one.must);
      if (one.words !== undefined) expect(hit?.words).toBe(one.words);
    }
  });
});

describe('listings nobody wrote the words for', () => {
  const fresh = read('fresh.yaml') as { want: string | null; input: Record<string, unknown> }[];
  it.each(fresh.map((one) => [JSON.stringify(one.input), one] as const))(
    '%s',
    (_, { want, input }) => {
      const found = findingsOf({ input } as Case);
      if (want !== null) {
        const keys = found.map(({ messageKey }) => messageKey);
        expect(keys.find((key) => key.startsWith(want)) ?? keys.join(' ')).toMatch(
          new RegExp(`^${want}`),
        );
      } else {
        const severe = found.filter(
          ({ severity }) => severity === 'blocks' || severity === 'claims',
        );
        expect(severe.map(({ messageKey, words }) => `${messageKey} ${words}`)).toEqual([]);
      }
    },
  );

  it('are as many sound ones as faulty ones, near enough', () => {
    const sound = fresh.filter(({ want }) => want === null).length;
    expect(sound).toBeGreaterThan(90);
    expect(fresh.length - sound).toBeGreaterThan(90);
  });
});

it('each class has five cases that must be found and five that must not, in each of two languages', () => {
  const all = [...contradictions, ...byClass, ...worked];
  expect(all.length).toBeGreaterThan(500);
  for (const { id } of data.faults) {
    const languages = (['en', 'ru', 'zh'] as const).filter((language) => {
      const here = all.filter((one) => one.language === language);
      const must = here.filter((one) => one.must?.startsWith(id));
      const mustNot = here.filter((one) => one.mustNot?.startsWith(id));
      return must.length >= 5 && mustNot.length >= 5;
    });
    expect(languages.length, `${id}: ${languages.join(' ')}`).toBeGreaterThanOrEqual(2);
  }
});

/** What a listing can contradict itself in, and the checks that look at it. */
const QUANTITIES: Readonly<Record<string, readonly string[]>> = {
  material: ['L05.material', 'L05.pure', 'L05.steel'],
  'colour count': ['L05.colours'],
  capacity: ['L05.storage', 'L05.charge', 'L05.volume'],
  size: ['L05.size'],
  voltage: ['L05.voltage', 'L05.mains'],
  plug: ['L05.plug', 'L05.mains'],
  weight: ['L05.weight'],
  brand: ['L05.brand'],
  model: ['L05.model', 'L05.other-model'],
  'box content': ['L05.box', 'L05.box-count', 'L05.pieces'],
};

it.each(Object.entries(QUANTITIES))(
  'a contradiction in %s has a case that must and one that must not be found in each language',
  (_, checks) => {
    const all = [...contradictions, ...byClass];
    for (const language of ['en', 'ru', 'zh']) {
      const here = all.filter((one) => one.language === language);
      const must = here.filter((one) => checks.some((check) => one.must === check));
      // The same words without the fault: a case that names the check, or of the whole class.
      const mustNot = here.filter((one) => checks.some((check) => one.mustNot === check));
      expect(must.length, `${language} must`).toBeGreaterThan(0);
      expect(mustNot.length, `${language} must not`).toBeGreaterThan(0);
    }
  },
);
