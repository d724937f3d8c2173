import { join } from 'node:path';
import { MessageFormat } from 'messageformat';
import { DefaultFunctions, type MessageFunction } from 'messageformat/functions';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import {
  formatDay,
  formatMessage,
  formatMoney,
  gap,
  messageError,
  variablesIn,
} from './message.ts';
import { readMessage } from './pattern.ts';
import { textLanguages } from './schema.ts';
import { libraryOf } from './tool.ts';
import { counted, type CountedNoun } from './words.ts';

// The whole format, as its own library reads it, with our functions for days, money and counted nouns.
const written = (
  write: (locale: string, value: unknown, options: Record<string, unknown>) => string,
) =>
  ((context, options, operand) => ({
    type: 'string',
    toString: () =>
      write(
        context.locales[0] ?? 'en',
        operand && typeof operand === 'object' ? operand.valueOf() : operand,
        options,
      ),
  })) as MessageFunction<'string'>;
const nouns = ['days', 'working-days', 'hours', 'pieces'] as const;
const noun = (name: CountedNoun) =>
  written((locale, value, options) =>
    counted(name, locale, value as number, options['case'] as string | undefined),
  );
const functions = {
  day: written((locale, value, { year }) => formatDay(locale, String(value), year !== 'no')),
  money: written((locale, value, { currency }) =>
    formatMoney(locale, String(value), String(currency)),
  ),
  number: DefaultFunctions.number,
  ...Object.fromEntries(nouns.map((name) => [name, noun(name)])),
};
const oracle = (locale: string, source: string, values: Record<string, string | number>) =>
  new MessageFormat<string, string>(locale, source, {
    bidiIsolation: 'none',
    functions: functions as unknown as Record<string, MessageFunction<string, string>>,
  }).format(values, (error) => {
    throw error;
  });

const plain = (text: string) =>
  text.replace(/[\u00a0\u202f\u2007]/gu, ' ').replace(/((?:^|\s)(?:r|godz|szt|rob))\.\./gu, '$1.');

describe('every text of the library', () => {
  const { parts, scripts } = libraryOf(openContent(join(import.meta.dirname, '../../content')));
  const texts = new Map<string, string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (
      textLanguages.every(
        (language) => typeof (value as Record<string, unknown>)[language] === 'string',
      )
    )
      for (const language of textLanguages)
        texts.set((value as Record<string, string>)[language] ?? '', language);
    else Object.values(value).forEach(collect);
  };
  [parts, ...scripts.values()].forEach(collect);

  it.each([1, 21, 1.5])('reads as the whole format reads it, with %d of everything', (figure) => {
    let slots = 0;
    for (const [source, language] of texts) {
      const values = Object.fromEntries(
        variablesIn(source).map((name): [string, string | number] => {
          if (new RegExp(`\\$${name} :day\\b(?!s)`, 'u').test(source)) return [name, '2026-12-05'];
          if (name === 'currency') return [name, 'EUR'];
          return [name, new RegExp(`\\$${name} :`, 'u').test(source) ? figure : `«${name}»`];
        }),
      );
      slots += Object.keys(values).length;
      const locale = parts.locales[language as 'en'][0];
      expect(formatMessage(locale, source, values), source).toBe(
        plain(oracle(locale, source, values)),
      );
    }
    expect(texts.size).toBeGreaterThan(2000);
    expect(slots).toBeGreaterThan(2000);
  });
});

describe('a message', () => {
  it.each([
    ['Both \\{braces\\} and \\\\ stand', {}],
    ['Sum: { $n }', { n: 1234.5 }],
    ['{$n :number}', { n: '1234.5' }],
    ['{$a}{$b}', { a: 'x', b: '' }],
    ['Until {$d :day year=no}, {$m :money currency=$c}', { d: '2026-12-05', m: '12.50', c: 'USD' }],
    [
      '.input {$n :number}\n.match $n\n1 {{just one}}\none {{one, {$n}}}\n* {{{$n} all told}}',
      { n: 21 },
    ],
    ['.input {$n :number} .match $n 1 {{just one}} * {{{$n} all told}}', { n: 1 }],
  ])('%s', (source, values) => {
    expect(formatMessage('ru', source, values)).toBe(plain(oracle('ru', source, values)));
  });

  it('keeps a gap a gap, whatever would be written there', () => {
    for (const slot of ['{$x}', '{$x :day}', '{$x :number}', '{$x :money currency=EUR}'])
      expect(formatMessage('ru', slot, { x: gap('x') })).toBe('⟦x⟧');
    expect(formatMessage('ru', '{$x :money currency=$y}', { x: '5', y: gap('y') })).toBe('5 ⟦y⟧');
  });

  it.each([
    'an {open brace',
    'a brace} too many',
    'a {$name :nothing}',
    'a {$date :day yaer=no}',
    'a {|quoted|} literal',
    '{{a body in braces}}',
    '.local $x = {1} {{{$x}}}',
    '.input {$n :number}\n.match $n\none {{no other}}',
    '.input {$n :number}\n.match $m\n* {{another number}}',
    'a lone \\ stroke',
  ])('is refused where a script is checked: %s', (source) => {
    expect(messageError(source)).toMatch(/\S/);
    expect(() => formatMessage('en', source, { name: '', date: '', n: 1, m: 1 })).toThrow();
  });

  it('has its pieces in order', () => {
    expect(readMessage('A {$b :day year=no}.').variants).toEqual([
      ['*', ['A ', { name: 'b', by: 'day', options: { year: 'no' } }, '.']],
    ]);
  });
});
