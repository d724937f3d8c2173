import { describe, expect, it } from 'vitest';
import { readCountry } from '../shared/country.ts';
import { exact } from '../shared/exact.ts';
import { parseInput, parseRow, timesOf } from './schema.ts';

const ASKED = '2026-11-21T10:00:00Z';
const read = (input: unknown) => parseInput(input, ASKED, readCountry);
const listing = (input: object) => {
  const checked = read({ platform: 'other', ...input });
  if (!checked.ok) throw new Error(JSON.stringify(checked));
  return checked.listing;
};
const issues = (input: unknown) => {
  const checked = read(input);
  return checked.ok ? [] : checked.issues;
};
const issue = (path: string, key: string, values: object) => ({
  path,
  key: `tool.listing-check.issue.${key}`,
  values,
});

describe('a listing as it is read', () => {
  it('holds texts as typed, and nothing where nothing was given', () => {
    expect(listing({})).toEqual({
      platform: 'other',
      language: 'en',
      day: '2026-11-21',
      goods: '',
      title: '',
      category: '',
      attributes: [],
      description: '',
      searchTerms: '',
      unit: '',
      lot: null,
      skus: [],
      pictures: null,
      prepareDays: null,
      line: '',
      daysMin: null,
      daysMax: null,
      freeShipping: null,
      shipsTo: [],
      lineServes: [],
      excludes: [],
      brands: [],
      prices: { list: null, now: null, low30: null, bulkOff: null },
      country: null,
    });
    expect(
      listing({ title: ' Lamp ', unit: ' piece ', lot: ' ', country: ' ', brands: ' ' }),
    ).toMatchObject({
      title: ' Lamp ',
      unit: 'piece',
      lot: null,
      country: null,
      brands: [],
    });
  });

  it.each([
    ['2026-01-02', '2026-01-02'],
    ['2026-01-02T23:59:00Z', '2026-01-02'],
    ['', '2026-11-21'],
  ])('is judged by the day of %j', (asOf, day) => {
    expect(listing({ asOf }).day).toBe(day);
  });

  it('takes brands and lists as people write them', () => {
    expect(listing({ brands: 'Oak, Pine;Ash；榆、榉\n Elm ,' }).brands).toEqual([
      'Oak',
      'Pine',
      'Ash',
      '榆',
      '榉',
      'Elm',
    ]);
    expect(listing({ brands: [' Oak ', ''] }).brands).toEqual(['Oak']);
    expect(listing({ attributes: 'Material: oak' }).attributes).toEqual([
      { name: 'Material', value: 'oak' },
    ]);
    expect(listing({ pictures: ' \n' }).pictures).toBeNull();
    expect(listing({ pictures: [{ kind: 'main' }] }).pictures).toEqual([
      { kind: 'main', colour: '', text: '' },
    ]);
    expect(listing({ pictures: 'main\n\ncolour: red' }).pictures).toEqual([
      { kind: 'main', colour: '', text: '' },
      { kind: 'colour', colour: 'red', text: '' },
    ]);
  });

  it('takes numbers as people write them', () => {
    expect(
      listing({
        lot: '5',
        promise: { prepareDays: 3, daysMin: '7', daysMax: 7, freeShipping: false, line: 'Post' },
        prices: { list: '10,50', now: 9, low30: '8.25', bulkPercentOff: '12.5' },
      }),
    ).toMatchObject({
      lot: 5,
      prepareDays: 3,
      daysMin: 7,
      daysMax: 7,
      freeShipping: false,
      line: 'Post',
      prices: { list: exact(21, 2), now: exact(9), low30: exact(33, 4), bulkOff: exact(25, 2) },
    });
  });

  it.each([
    [{ price: '5', currency: 'USD' }, exact(5), 'USD'],
    [{ price: '5 EUR' }, exact(5), 'EUR'],
    [{ price: '5' }, exact(5), ''],
    [{ price: '¥5' }, exact(5), 'CNY/JPY'],
    [{ currency: 'usd' }, null, 'USD'],
    [{ price: ' ' }, null, ''],
  ])('an option costs %j', (input, price, currency) => {
    expect(listing({ skus: [{ name: 'a', ...input }] }).skus).toEqual([
      { name: 'a', price, currency, contains: '', code: '' },
    ]);
  });
});

describe('a listing that cannot be read', () => {
  it('lacks a platform', () => {
    for (const input of [{}, { title: 'Lamp' }, { platform: null }])
      expect(read(input)).toEqual({ ok: false, missing: ['platform'], issues: [] });
  });

  it.each([
    ['x', issue('', 'not-an-object', { options: '', most: 0 })],
    [
      { platform: 'other', promise: { daysMin: 9, daysMax: 8 } },
      issue('promise.daysMax', 'days-order', { daysMin: 9, daysMax: 8 }),
    ],
    [{ platform: 'other', country: 'Nowhere' }, issue('country', 'country', { text: 'Nowhere' })],
    [{ platform: 'other', asOf: '2026-02' }, issue('asOf', 'as-of', { text: '2026-02' })],
    [{ platform: 'other', asOf: 'x2026-02-03' }, issue('asOf', 'as-of', { text: 'x2026-02-03' })],
    [{ platform: 'other', asOf: '2026-02-30x' }, issue('asOf', 'as-of', { text: '2026-02-30x' })],
    [
      {
        platform: 'other',
        attributes: Array.from({ length: 301 }, () => ({ name: 'a', value: 'b' })),
      },
      issue('attributes', 'too-many', { most: 300 }),
    ],
    [
      { platform: 'other', title: 'x'.repeat(2001) },
      issue('title', 'too-long', { options: '', most: 2000 }),
    ],
    [
      { platform: 'other', language: 'fr' },
      issue('language', 'one-of', { options: 'en, ru, zh', most: 0 }),
    ],
  ])('%j', (input, expected) => {
    expect(issues(input)).toEqual([expected]);
  });

  it('says where a number is none', () => {
    expect(
      issues({
        platform: 'other',
        lot: 'x',
        skus: [{ name: 'a' }, { name: 'b', price: 'x', currency: 'zzz' }],
        promise: { prepareDays: 'x', daysMin: 'x', daysMax: 'x' },
        prices: { list: 'x', now: 'x', low30: 'x', bulkPercentOff: 'x' },
      }).map(({ path }) => path),
    ).toEqual([
      'skus.1.currency',
      'skus.1.price',
      'lot',
      'promise.prepareDays',
      'promise.daysMin',
      'promise.daysMax',
      'prices.list',
      'prices.now',
      'prices.low30',
      'prices.bulkPercentOff',
    ]);
  });
});

describe('a row of a file', () => {
  const row = (input: unknown) => parseRow(input, ASKED, readCountry);
  it('is refused without what it cannot be judged without', () => {
    expect(row({ title: 'Lamp' })).toEqual({ ok: false, missing: ['platform'], issues: [] });
    for (const input of [
      'x',
      { platform: 'nowhere' },
      { platform: 'other', title: 'a', asOf: 'x' },
      { platform: 'other', title: 5 },
      { title: 5 },
    ])
      expect(row(input)).toMatchObject({ ok: false, missing: [], issues: [{}] });
  });

  it('is read without what cannot be read in it', () => {
    const input = {
      platform: 'other',
      title: 'Lamp',
      promise: { daysMin: 9, daysMax: 8, line: 5 },
      pictures: 'x',
    };
    expect(row(input)).toMatchObject({
      ok: true,
      listing: { title: 'Lamp', line: '', daysMin: null, daysMax: null, pictures: null },
      notRead: [{ path: 'promise.line' }, { path: 'pictures' }, { path: 'promise.daysMax' }],
    });
    for (const rest of [
      { goods: 'a' },
      { description: 'a' },
      { category: 'a' },
      { attributes: 'a: b' },
      { skus: 'a' },
      { pictures: 'main' },
    ])
      expect(row({ platform: 'other', lot: 'x', ...rest })).toMatchObject({
        ok: true,
        notRead: [{ path: 'lot' }],
      });
    expect(row({ platform: 'other' })).toMatchObject({ ok: true, notRead: [] });
  });
});

describe('how many times as much', () => {
  it.each([
    [50, 5, 10],
    [51, 5, 10.2],
    [199, 10, 19.9],
    [2, 3, 0.6],
  ])('%d is of %d', (dear, cheap, times) => {
    expect(timesOf(exact(dear), exact(cheap))).toBe(times);
  });
});
