import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { setTemporal } from '../shared/time.ts';
import { diceOf, drawVariant, nextSeed, optionsOf, shuffled, type Dice } from './draw.ts';
import type { Draw, Exercise } from './schema.ts';
import { clockText, fillText, misread, overlay, resolve } from './template.ts';

setTemporal(Temporal);

/** Dice that throw what is given, and say what they were asked. */
function thrown(...sides: number[]) {
  const asked: [name: string, sides: number, turn?: number][] = [];
  const dice: Dice = (...question) => {
    asked.push(question);
    return sides[asked.length - 1] ?? 0;
  };
  return { dice, asked };
}
const drawn = (draw: Record<string, Draw>, ...sides: number[]) =>
  drawVariant({ draw }, thrown(...sides).dice);

describe('what is drawn', () => {
  it('is a whole number of steps between two ends, both of which may come', () => {
    const { dice, asked } = thrown(2);
    expect(drawVariant({ draw: { n: { from: 10, to: 20, step: 5 } } }, dice)).toEqual({ n: 20 });
    expect(asked).toEqual([['n', 3]]);
    expect(drawn({ n: { from: 10, to: 20, step: 5 } }, 0)).toEqual({ n: 10 });
    // Without a step, one; an end between two steps is not reached.
    expect(drawn({ n: { from: 3, to: 9 } }, 4)).toEqual({ n: 7 });
    const odd = thrown(1);
    expect(drawVariant({ draw: { n: { from: 0, to: 7, step: 4 } } }, odd.dice)).toEqual({ n: 4 });
    expect(odd.asked).toEqual([['n', 2]]);
  });

  it('is written with decimals where they are asked for', () => {
    const of = (value: number, digits: number) => drawn({ n: { from: value, to: value, digits } });
    expect(of(1234, 2)).toEqual({ n: '12.34' });
    expect(of(5, 2)).toEqual({ n: '0.05' });
    expect(of(50, 1)).toEqual({ n: '5.0' });
    expect(of(7, 0)).toEqual({ n: 7 });
  });

  it('is one of a list, or a sum of what was drawn before', () => {
    expect(drawn({ n: { of: ['a', 'b', 'c'] } }, 1)).toEqual({ n: 'b' });
    const sum = { a: { from: 4, to: 4 }, b: { from: 9, to: 9 } };
    expect(drawn({ ...sum, n: { plus: ['a', 'b', 'b'] } })).toEqual({ a: 4, b: 9, n: 22 });
    expect(drawn({ ...sum, n: { plus: ['b'], minus: ['a'] } })).toEqual({ a: 4, b: 9, n: 5 });
    expect(() => drawn({ n: { plus: ['later'] }, later: { from: 1, to: 1 } })).toThrow(
      '“later” is no number that was drawn before.',
    );
  });

  it('is a moment so many hours after another', () => {
    const start = '2026-11-13T00:00:00Z';
    const draw = (after: string): Draw => ({ after, hours: [6, 30], step: 12 });
    // 6, 18 or 30 hours on.
    const { dice, asked } = thrown(2);
    expect(drawVariant({ draw: { at: draw(start) } }, dice)).toEqual({
      at: '2026-11-14T06:00:00Z',
    });
    expect(asked).toEqual([['at', 3]]);
    expect(drawn({ at: draw(start), next: draw('$at') }, 1, 0)).toEqual({
      at: '2026-11-13T18:00:00Z',
      next: '2026-11-14T00:00:00Z',
    });
    expect(() => drawn({ at: draw('$nothing') })).toThrow(
      '“at” is counted from “$nothing”, which is no moment.',
    );
  });
});

describe('the dice', () => {
  const exercise = { id: 'x', version: 1 };

  it('throw the same for a name, whatever else is drawn, and reach each side', () => {
    const dice = diceOf(exercise, 'K7Q2', 0);
    expect(dice('a', 1000)).toBe(diceOf(exercise, 'K7Q2', 0)('a', 1000));
    const others = [
      diceOf({ ...exercise, id: 'y' }, 'K7Q2', 0),
      diceOf({ ...exercise, version: 2 }, 'K7Q2', 0),
      diceOf(exercise, 'K7Q3', 0),
      diceOf(exercise, 'K7Q2', 1),
    ].map((one) => one('a', 1e9));
    expect(new Set([...others, dice('a', 1e9), dice('b', 1e9), dice('a', 1e9, 1)]).size).toBe(7);
    const sides = Array.from({ length: 200 }, (_, i) => dice(`n${i}`, 4));
    expect([...new Set(sides)].sort()).toEqual([0, 1, 2, 3]);
  });

  it('give a next seed of four letters that can be read aloud', () => {
    const seeds = [...Array(40).keys()].reduce(
      (all) => [...all, nextSeed(all.at(-1) ?? '1')],
      ['1'],
    );
    expect(new Set(seeds).size).toBe(41);
    for (const seed of seeds.slice(1)) expect(seed).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(nextSeed('K7Q2')).toBe(nextSeed('K7Q2'));
  });

  it('put things in another order, each once', () => {
    // From the last: it changes places with the first, then the one before it with the second.
    const { dice, asked } = thrown(0, 1, 1);
    expect(shuffled(['a', 'b', 'c', 'd'], 'options', dice)).toEqual(['d', 'c', 'b', 'a']);
    expect(asked).toEqual([
      ['options', 4, 3],
      ['options', 3, 2],
      ['options', 2, 1],
    ]);
    const options = ['a', 'b', 'c'].map((id) => ({ id }));
    const of = (kind: string, question: object) =>
      optionsOf({ kind, question } as unknown as Exercise, thrown(0, 0).dice).map(({ id }) => id);
    expect(of('rate', { options })).toEqual(['b', 'c', 'a']);
    // The parts of one text keep their places.
    expect(of('listing', { options })).toEqual(['a', 'b', 'c']);
    expect(of('rate', {})).toEqual([]);
  });
});

describe('a template', () => {
  const variant = {
    n: 5,
    at: '2026-11-18T00:00:00Z',
    item: { en: 'shoes', 'zh-CN': '鞋' },
    price: '12.50',
  };
  const of = (template: unknown, language?: 'zh-CN') => resolve(template, variant, language);

  it('has drawn values in the place of their names', () => {
    expect(of('$n')).toBe(5);
    expect(of('$n +2')).toBe(7);
    expect(of('$n -6')).toBe(-1);
    expect(of('$at +1d')).toBe('2026-11-19T00:00:00Z');
    expect(of('$at -2h')).toBe('2026-11-17T22:00:00Z');
    expect(of('{n} of {item}, $n')).toBe('5 of shoes, $n');
    expect(of('{n} of {item}', 'zh-CN')).toBe('5 of 鞋');
    expect([of('$item'), of('$item', 'zh-CN')]).toEqual(['shoes', '鞋']);
    expect(of({ a: ['$n', { b: '$price' }], c: null, d: true, e: 3 })).toEqual({
      a: [5, { b: '12.50' }],
      c: null,
      d: true,
      e: 3,
    });
  });

  it('is read in one language where it stands in both', () => {
    const text = { en: 'a {n}', 'zh-CN': '有{n}' };
    expect([of(text), of(text, 'zh-CN')]).toEqual(['a 5', '有5']);
    expect(of({ ...text, ru: 'x' })).toEqual({ en: 'a 5', 'zh-CN': '有5', ru: 'x' });
    expect(of({ en: '$n', b: 1 })).toEqual({ en: 5, b: 1 });
    expect(of({ en: '$n' })).toEqual({ en: 5 });
  });

  it('names nothing that was not drawn, and counts from no number', () => {
    expect(() => of('$m')).toThrow('Nothing called “m” is drawn.');
    expect(() => of('x {m}')).toThrow('Nothing called “m” is drawn.');
    expect(() => of('$toString')).toThrow('toString');
    expect(() => of('$price +1d')).toThrow('“price” is no moment.');
  });

  it('is laid over another: maps are joined, all else is put in its place', () => {
    const base = { a: { x: 1, y: [1, 2] }, b: 'old', c: null };
    expect(overlay(base, { a: { y: [3], z: 4 }, b: { q: 1 }, d: 5 })).toEqual({
      a: { x: 1, y: [3], z: 4 },
      b: { q: 1 },
      c: null,
      d: 5,
    });
    expect(overlay(base, undefined)).toEqual(base);
  });

  it('fills a text with what was drawn, what was answered and moments on a clock', () => {
    const answer = { rate: { percent: '7.5' }, due: '2026-11-18T00:00:00Z' };
    const fill = (text: string, language: 'en' | 'zh-CN' = 'en') =>
      fillText(text, variant, language, answer);
    expect(fill('{n} {item}: {=rate.percent} %')).toBe('5 shoes: 7.5 %');
    expect(fill('{item}', 'zh-CN')).toBe('鞋');
    expect(fill('{at@Asia/Shanghai}, {=due@America/New_York}')).toBe(
      '2026-11-18 08:00, 2026-11-17 19:00',
    );
    expect(fill('{price@UTC}')).toBe('12.50');
    for (const gap of ['{m}', '{=rate}', '{=none@UTC}'])
      expect(() => fill(`x ${gap} y`)).toThrow(`No value for ${gap}.`);
    expect(clockText('2026-11-18T00:00:59Z', 'UTC')).toBe('2026-11-18 00:00');
    expect(clockText('soon', 'UTC')).toBe('soon');
  });

  it('tells what a moment becomes on the wrong clock', () => {
    // Eight in the morning in Shanghai, written down on a clock in universal time and read in Shanghai.
    const midnight = '2026-11-18T00:00:00Z';
    expect(misread(midnight, 'Asia/Shanghai', 'UTC')).toBe('2026-11-17T16:00:00Z');
    expect(misread(midnight, 'UTC', 'Asia/Shanghai')).toBe('2026-11-18T08:00:00Z');
    expect(misread(midnight, 'UTC', 'UTC')).toBe(midnight);
    expect(misread('soon', 'UTC', 'UTC')).toBeNull();
  });
});
