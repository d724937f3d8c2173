import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { calculate, type Finding } from './index.ts';
import { dataFrom } from './tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const held = join(import.meta.dirname, '../../../tests/data');
const ASKED = '2026-11-21T00:00:00Z';

/** Share of honest titles a class that stops or accuses may be wrong about. */
const MOST = 0.05;

interface Real {
  title: string;
  /** Words that rightly stop or accuse: the title does say what the finding quotes. */
  known?: string[];
}

function severeIn(input: object, known: readonly string[] = []): Finding[] {
  const result = calculate(input, data, ASKED);
  if (result.kind !== 'ok') throw new Error(JSON.stringify([input, result]));
  return result.findings.filter(
    ({ severity, words }) =>
      (severity === 'blocks' || severity === 'claims') && !known.includes(words),
  );
}

/** Rate of false alarms per class, told and held. */
function hold(name: string, real: readonly (Real & { found: Finding[] })[]) {
  const told = data.faults.map(({ id }) => {
    const wrong = real.filter(({ found }) => found.some((one) => one.id === id));
    return { id, wrong, rate: wrong.length / real.length };
  });
  const shown = told.map(({ id, wrong }) => `${id} ${wrong.length}`).join(', ');
  console.info(`${name}, false alarms of ${real.length}: ${shown}`);
  for (const { id, wrong, rate } of told)
    expect(
      rate,
      `${name} ${id}: ${wrong
        .map(({ title, found }) => `${title} [${found.map(({ words }) => words).join(' | ')}]`)
        .join('; ')}`,
    ).toBeLessThanOrEqual(MOST);
}

/** Titles that say what a class asks about, looked at one by one: they are true alarms. */
const RIGHTLY: readonly string[] = ['正品', '官方正品'];

const WHERE = { en: 'aliexpress', ru: 'ozon', zh: 'taobao' } as const;

const files = readdirSync(join(held, 'titles')).sort();

it.each(files)('honest titles of %s, that nobody here wrote, are let be', (file) => {
  const titles = readFileSync(join(held, 'titles', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const language = file.slice(0, 2) as keyof typeof WHERE;
  hold(
    file,
    titles.map((title) => ({
      title,
      // The maker stands first in many titles, and the shop may sell it.
      found: severeIn(
        {
          platform: WHERE[language],
          language,
          title,
          brands: language === 'zh' ? [] : [title.split(' ')[0] ?? ''],
        },
        RIGHTLY,
      ),
    })),
  );
});

it('the titles are many, of many goods, in three languages', () => {
  const all = files.flatMap((file) =>
    readFileSync(join(held, 'titles', file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
  expect(all.length).toBeGreaterThanOrEqual(600);
  expect(new Set(files.map((file) => file.slice(0, 2)))).toEqual(new Set(['en', 'ru', 'zh']));
});

it('whole listings of shops, their attributes and options, are let be', () => {
  const listings = parse(readFileSync(join(held, 'listings.yaml'), 'utf8')) as (Real &
    Record<string, unknown>)[];
  expect(listings.length).toBeGreaterThanOrEqual(30);
  hold(
    'listings',
    listings.map(({ known = [], ...input }) => ({
      title: input.title,
      found: severeIn({ platform: 'aliexpress', ...input }, [...RIGHTLY, ...known]),
    })),
  );
});
