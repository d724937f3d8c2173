import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../../cli-content.ts';
import { nameIn } from '../../shared/country-name.ts';
import { calculate } from '../calculate.ts';
import { fold } from '../text.ts';
import { dataFrom } from '../tool.ts';
import { readings, writtenIn } from './numbers.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../../content')));

const findingsOf = (input: object, check: string) => {
  const result = calculate({ platform: 'aliexpress', ...input }, data, '2026-11-28T00:00:00Z');
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result.findings
    .filter(({ messageKey }) => messageKey === `L05.${check}`)
    .map(({ words, part, severity, values }) => ({ words, part, severity, values }));
};
const wordsOf = (input: object, check: string) =>
  findingsOf(input, check).map(({ words }) => words);

describe('sockets and mains of a country', () => {
  const check = data.faults.find(({ id }) => id === 'L05')?.checks.find(({ id }) => id === 'mains');
  const lines = (check?.extends === 'measure' && check.options?.['places']) || [];
  const places = (Array.isArray(lines) ? (lines as string[]) : []).map((line) => line.split(' '));
  const of = (country: string) =>
    places.filter((one) => one.slice(2).includes(country)).map((one) => one.slice(0, 2).join(' '));

  it('each country stands once, with volts and types, and is one', () => {
    const countries = places.flatMap((one) => one.slice(2));
    expect(countries).toHaveLength(218);
    expect(new Set(countries).size).toBe(218);
    expect(countries.filter((code) => nameIn('en', code) === undefined)).toEqual([]);
    for (const [volts = '', types = ''] of places) {
      expect(volts).toMatch(/^(?:1[0-3]|2[0-4])\d(?:\/(?:1[0-3]|2[0-4])\d)?$/);
      expect(types).toMatch(/^[A-N]+$/);
    }
  });

  // Read from the IEC's list by eye.
  it.each([
    ['US', '120 AB'],
    ['CA', '120 AB'],
    ['JP', '100 AB'],
    ['MX', '127 AB'],
    ['GB', '230 G'],
    ['IE', '230 G'],
    ['DE', '230 CF'],
    ['FR', '230 CE'],
    ['IT', '230 CFL'],
    ['CH', '230 CJ'],
    ['RU', '220 CF'],
    ['KZ', '220 CF'],
    ['CN', '220 ACI'],
    ['AU', '230 I'],
    ['BR', '127/220 CN'],
    ['KR', '220 CF'],
  ])('%s has %s', (country, place) => {
    expect(of(country)).toEqual([place]);
  });

  it('says what the country has instead', () => {
    expect(findingsOf({ title: 'Lamp UK plug', country: 'CH' }, 'mains')).toEqual([
      {
        words: 'UK plug',
        part: 'title',
        severity: 'claims',
        values: { words: 'UK plug', country: 'CH', volts: '230', types: 'C/J' },
      },
    ]);
  });

  it.each([
    // At the borders of what a mains voltage is.
    ['Kettle 100V', 'DE', ['100V']],
    ['Kettle 130V', 'DE', ['130V']],
    ['Kettle 99V', 'DE', []],
    ['Kettle 131V', 'DE', []],
    ['Kettle 200V', 'US', ['200V']],
    ['Kettle 250V', 'US', ['250V']],
    ['Kettle 199V', 'US', []],
    ['Kettle 251V', 'US', []],
    ['Kettle 380V', 'US', []],
    ['Kettle 110-130V', 'DE', ['110-130V']],
    ['Kettle 110-220V', 'DE', []],
    ['Kettle 110-220V', 'US', []],
    ['Kettle 110V 220V', 'DE', []],
    ['Kettle 100V', 'JP', []],
    ['Kettle 220V', 'JP', ['220V']],
    // A charger names what it gives.
    ['Charger 110V', 'DE', []],
    // No list says what such a country has.
    ['Kettle 110V', 'AQ', []],
    ['Lamp EU plug', 'IT', []],
    ['Lamp AU plug', 'NZ', []],
    ['Lamp AU plug', 'GB', ['AU plug']],
    ['Lamp US plug 110V', 'GB', ['US plug', '110V']],
  ])('%s for %s: %j', (title, country, words) => {
    expect(wordsOf({ title, country }, 'mains')).toEqual(words);
  });
});

describe('two values in one title', () => {
  it('names the one that no option has', () => {
    const skus = '128GB black\n128GB white';
    expect(findingsOf({ title: 'USB stick 64GB metal 128GB', skus }, 'two-in-title')).toEqual([
      {
        words: '64GB',
        part: 'title',
        severity: 'claims',
        values: { words: '64GB', property: 'storage', other: '128GB', where: 'title' },
      },
    ]);
    expect(wordsOf({ title: 'USB stick 64GB metal 128GB', skus: 'Black' }, 'two-in-title')).toEqual(
      ['64GB'],
    );
  });

  it('is advice without options, since it may be options that were not given', () => {
    const [found] = findingsOf({ title: 'USB stick 64GB metal 128GB' }, 'two-in-title');
    expect(found?.severity).toBe('advice');
    // Nobody chooses between two steels of one box.
    expect(
      findingsOf({ title: 'Lunch box 304 stainless steel 201 stainless steel' }, 'two-in-title')[0]
        ?.severity,
    ).toBe('claims');
  });

  it.each([
    ['USB stick 64GB | 128GB'],
    ['USB stick 64GB and 128GB'],
    ['USB stick 64GB, 128GB'],
    ['USB stick 64GB 128GB 256GB'],
    ['USB stick 64GB 64 GB'],
    ['USB stick 1TB 1000GB'],
    ['USB stick up to 64GB with 128GB'],
  ])('%s is a list or one value', (title) => {
    expect(wordsOf({ title, skus: 'Black' }, 'two-in-title')).toEqual([]);
  });
});

describe('a material that is said to be the only one', () => {
  it.each([
    ['Shirt 100% cotton nylon', '', ['100% cotton']],
    ['Shirt cotton 100% nylon', '', ['cotton']],
    ['Scarf pure cashmere', 'Material: cashmere, wool', ['cashmere']],
    ['Scarf cashmere', 'Material: cashmere, wool', []],
    // Shares are compared for each fibre by itself.
    ['Shirt 100% cotton', 'Material: cotton 60%, nylon 40%', []],
    ['Shirt 100% cotton', 'Lining: polyester', []],
    ['Shirt 100% cotton, nylon feel', '', []],
    ['Shirt 100% cotton for wool coats', '', []],
  ])('%s, %s: %j', (title, attributes, words) => {
    expect(wordsOf({ title, attributes }, 'pure')).toEqual(words);
  });
});

describe('numbers of a text', () => {
  const seen = (text: string, spelled = {}) =>
    writtenIn(fold(text), spelled).map(({ index, end, amount, high }) => [
      index,
      end,
      amount,
      ...(high === undefined ? [] : [high]),
    ]);

  it('are found with their ranges, up to where the unit begins', () => {
    expect(seen('5 kg')).toEqual([[0, 2, '5']]);
    expect(seen('100-240V')).toEqual([
      [0, 7, '100', '240'],
      [4, 7, '240'],
    ]);
    expect(seen('a5 kg')).toEqual([]);
    expect(seen('重5公斤')).toEqual([[1, 2, '5']]);
    expect(seen('1,200 ml')).toContainEqual([0, 6, '1,200']);
    expect(seen('2-3-4 cm')).toContainEqual([2, 6, '3', '4']);
  });

  it('are found as words only where they are asked for, and only as whole words', () => {
    expect(seen('two packs')).toEqual([]);
    expect(seen('two packs', { two: 2 })).toEqual([[0, 4, 'two']]);
    expect(seen('artwork', { two: 2 })).toEqual([]);
  });

  it('are read in each way they can be meant', () => {
    expect(readings('1,200', {})).toEqual([1200, 1.2]);
    expect(readings('1,200,300', {})).toEqual([1200300]);
    expect(readings('0,200', {})).toEqual([0.2]);
    expect(readings('2.5', {})).toEqual([2.5]);
    expect(readings('two', { two: 2 })).toEqual([2]);
  });
});
