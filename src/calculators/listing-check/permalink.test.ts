import { describe, expect, it } from 'vitest';
import { decodeInput, encodeInput, settled } from './index.ts';

const ASKED = '2026-11-21T00:00:00Z';
const promise = (held: unknown) => settled({ platform: 'ozon', promise: held })['promise'];

describe('what was typed, as the check reads it', () => {
  it.each([
    ['true', true],
    ['YES', true],
    [' no ', false],
    ['false', false],
    ['', null],
    ['  ', null],
    ['perhaps', 'perhaps'],
    [true, true],
    [null, null],
  ])('of free shipping %j is %j', (typed, read) => {
    expect(promise({ freeShipping: typed })).toEqual({ freeShipping: read });
  });

  it('of countries and goods is a list, parted as people part them', () => {
    expect(
      promise({
        shipsTo: 'US, DE;FR，PL；RU、BR\nES,,',
        lineServes: ' worldwide ',
        excludes: ['battery'],
        line: 'Post, by air',
        daysMax: 20,
      }),
    ).toEqual({
      shipsTo: ['US', 'DE', 'FR', 'PL', 'RU', 'BR', 'ES'],
      lineServes: ['worldwide'],
      excludes: ['battery'],
      line: 'Post, by air',
      daysMax: 20,
    });
  });

  it('of anything else stays as it is', () => {
    for (const held of [null, undefined, 'soon', ['US'], 3]) expect(promise(held)).toEqual(held);
    expect(settled({ title: 'true, no' })).toEqual({ title: 'true, no' });
  });
});

describe('a link', () => {
  it('carries the parts of delivery and prices each under a name of its own', () => {
    const input = {
      platform: 'ozon',
      title: 'Lamp',
      promise: { daysMax: '25', shipsTo: 'US, DE' },
      prices: { list: '20', now: '15' },
    };
    const link = encodeInput(input);
    expect(link).toContain('promise.daysMax=25');
    expect(decodeInput(link, ASKED)).toEqual({ input, ignored: [] });
  });

  it('leaves out what cannot be read, names it with its reason, and keeps its neighbours', () => {
    const { input, ignored } = decodeInput(
      '#?platform=ozon&prices.list=abc&prices.now=15&promise.daysMax=soon&promise.line=Post&title=Lamp&v=1',
      ASKED,
    );
    expect(input).toEqual({
      platform: 'ozon',
      title: 'Lamp',
      prices: { now: '15' },
      promise: { line: 'Post' },
    });
    expect(ignored).toEqual([
      {
        key: 'promise.daysMax',
        raw: 'soon',
        messageKey: 'tool.number.not-a-number',
        values: { given: 'soon' },
      },
      {
        key: 'prices.list',
        raw: 'abc',
        messageKey: 'tool.number.not-a-number',
        values: { given: 'abc' },
      },
    ]);
  });

  it('leaves out a list of SKUs of which one price cannot be read', () => {
    const { input, ignored } = decodeInput(
      '#?platform=ozon&skus=White%20%7C%205000%EF%BC%8C300&v=1',
      ASKED,
    );
    expect(input).toEqual({ platform: 'ozon' });
    expect(ignored).toMatchObject([{ key: 'skus.0.price', raw: 'White | 5000，300' }]);
  });
});
