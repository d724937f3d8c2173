import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { MARKS } from '../shared/currencies.ts';
import { minorDigits } from '../shared/currency-digits.ts';
import { de } from '../shared/moment/words/de.ts';
import { en } from '../shared/moment/words/en.ts';
import { es } from '../shared/moment/words/es.ts';
import { fr } from '../shared/moment/words/fr.ts';
import { ko } from '../shared/moment/words/ko.ts';
import { pl } from '../shared/moment/words/pl.ts';
import { pt } from '../shared/moment/words/pt.ts';
import { ru } from '../shared/moment/words/ru.ts';
import { zh } from '../shared/moment/words/zh.ts';
import { guardOf } from './index.ts';
import type { GuardRule } from './rule.ts';

vi.setConfig({ testTimeout: 60_000 });

const content = openContent(join(import.meta.dirname, '../../content'));
const check = guardOf(content);
const rules = content.collection<GuardRule>('guards');
const today = '2026-11-29';
const guardsOf = (language: string, text: string) =>
  check({ platform: 'aliexpress', language, text, gloss: 'en', today }).map(({ guard }) => guard);

/** A promise for a day, and for a time, as each language says it. */
const promises = {
  en: [en, 'We will refund you by 5 {} 2026.', 'We will refund you by {}.'],
  ru: [ru, 'Мы вернём деньги до 5 {} 2026 года.', 'Мы вернём деньги {}.'],
  es: [es, 'Le devolveremos el dinero antes del 5 de {} de 2026.', 'Le devolveremos el dinero {}.'],
  'pt-BR': [pt, 'Devolveremos o valor até 5 de {} de 2026.', 'Devolveremos o valor até {}.'],
  fr: [fr, 'Nous vous rembourserons avant le 5 {} 2026.', 'Nous vous rembourserons avant {}.'],
  de: [de, 'Wir erstatten den Betrag bis zum 5. {} 2026.', 'Wir erstatten den Betrag bis {}.'],
  pl: [pl, 'Zwrócimy pieniądze do 5 {} 2026 r.', 'Zwrócimy pieniądze do {}.'],
  ko: [ko, '', '{}까지 환불해 드리겠습니다.'],
  'zh-CN': [zh, '', '我们会在{}之前退款。'],
} as const;

/**
 * The guard reads days and money in running text, where a word needs more around it than in a field of its
 * own. Months, signs and names are those of the tables; the days before today are words of a sentence, and
 * mean what they mean in a field.
 */
describe('what the readers of days know', () => {
  it.each(Object.entries(promises))('%s: every month, by its names', (language, [words, day]) => {
    words.months.forEach((names, index) => {
      for (const name of names.split(' ')) {
        // In running text it is mostly the Polish “się” without its tail.
        if (name === 'sie') continue;
        const isOver = index + 1 < 12;
        expect(guardsOf(language, day.replace('{}', name)).includes('past-promise'), name).toBe(
          isOver,
        );
      }
    });
  });

  it.each(Object.entries(promises))('%s: the days before today', (language, [words, , time]) => {
    for (const [distance, names] of Object.entries(words.days))
      for (const name of names.split('|'))
        expect(guardsOf(language, time.replace('{}', name)).includes('past-promise'), name).toBe(
          Number(distance) < 0,
        );
  });
});

it('a sign of money stands for the currencies that the readers of amounts read it as', () => {
  const known = new Map(
    MARKS.trim()
      .split('\n')
      .flatMap((line) => {
        const [codes = '', marks = ''] = line.split('=');
        return marks.split('|').map((mark) => [mark, codes.split(' ')] as const);
      }),
  );
  const lists = Object.values((rules.get('unlike-amounts') as GuardRule).words ?? {}).flatMap(
    (each) =>
      Object.entries(each).filter(
        ([name]) => !['back', 'apart', 'same', 'sizes', 'never'].includes(name),
      ),
  );
  expect(lists.length).toBeGreaterThan(40);
  let met = 0;
  for (const [name, list] of lists) {
    const codes = (name.match(/.{3}/gu) ?? []).map((code) => code.toUpperCase());
    for (const code of codes) expect(minorDigits(code), code).toBeDefined();
    const mark = new RegExp(`^(?:${list})$`, 'u');
    for (const [sign, all] of known)
      if (mark.test(sign)) {
        met += 1;
        // The guard may name fewer of the rare ones, never one that the readers do not know.
        expect(all, `${sign} in ${name}`).toEqual(expect.arrayContaining(codes));
      }
  }
  expect(met).toBeGreaterThan(25);
});

it('months and signs stand in the tables of the readers alone', () => {
  const past = readFileSync(
    join(import.meta.dirname, '../../content/guards/past-promise.yaml'),
    'utf8',
  );
  expect(past.match(/months: /gu)).toHaveLength(7);
  expect(past.match(/months: '\{months\}'/gu)).toHaveLength(7);
  const written = parse(
    readFileSync(join(import.meta.dirname, '../../content/guards/unlike-amounts.yaml'), 'utf8'),
  ) as GuardRule;
  const never = new Set(written.words?.['any']?.['never']?.split(' '));
  const own = Object.values(written.words ?? {}).flatMap((lists) =>
    Object.entries(lists).flatMap(([name, list]) =>
      ['back', 'apart', 'same', 'sizes', 'never'].includes(name) ? [] : list.split('|'),
    ),
  );
  const table = new Set(
    MARKS.trim()
      .split('\n')
      .flatMap((line) => line.split('=')[1]?.split('|') ?? []),
  );
  expect(own.filter((mark) => table.has(mark) && !never.has(mark))).toEqual([]);
});
