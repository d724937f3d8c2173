import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { createGuard, type GuardParts, type GuardRule } from './index.ts';
import type { GuardInput } from './rule.ts';
import { tellingWords } from './tongue.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const rule = content.collection<GuardRule>('guards').get('other-language') as GuardRule;
const parts = content.collection<GuardParts>('guard-parts').get('shared') as GuardParts;
const check = createGuard([rule], parts);

/** What in a text is not in the language it should be in. */
const other = (language: string, text: string, more: Partial<GuardInput> = {}) =>
  check({ platform: 'aliexpress', gloss: 'en', language, text, ...more })
    .flatMap(({ places }) => places)
    .map(({ start, end }) => text.slice(start, end));
const field = (language: string, text: string) => other(language, text, { field: true });

const TURKISH = 'Paketiniz yolda ve 5 gün içinde size ulaşacak';

describe('a sentence in another language', () => {
  it('is pointed at alone, without its full stop and the spaces before it', () => {
    expect(other('en', `Thank you for waiting.  ${TURKISH}. We are sorry!`)).toEqual([TURKISH]);
    expect(other('en', `${TURKISH}! ${TURKISH}?`)).toEqual([TURKISH, TURKISH]);
    expect(other('en', `We are sorry. ${TURKISH}`)).toEqual([TURKISH]);
    expect(other('en', '...', {})).toEqual([]);
    expect(other('en', `${TURKISH}.`, { asksTongue: false })).toEqual([]);
  });

  it('has two small words more of it than of its own', () => {
    // “der” and “die” are German, “the” is English.
    expect(other('en', 'Lamp der die Anna')).toEqual(['Lamp der die Anna']);
    expect(other('en', 'Lamp der Anna')).toEqual([]);
    expect(other('en', 'The lamp der die Anna')).toEqual([]);
    expect(other('en', 'The lamp der die und Anna')).toEqual(['The lamp der die und Anna']);
    expect(other('de', 'Lampe the is Anna')).toEqual(['Lampe the is Anna']);
    expect(other('de', 'Lampe der die Anna')).toEqual([]);
    // Dutch is a language no reply is written in.
    expect(other('en', 'Lamp het wij Anna')).toEqual(['Lamp het wij Anna']);
    expect(other('en', 'LAMP HET WIJ ANNA')).toEqual(['LAMP HET WIJ ANNA']);
    // What the data counts as small words of a language counts as its own.
    expect(other('en', 'Your lamp der die Anna')).toEqual([]);
  });

  it('has two small words in letters the language has not', () => {
    expect(other('en', 'Lamp kućni włos Anna')).toEqual(['Lamp kućni włos Anna']);
    expect(other('en', 'Lamp kućni Anna')).toEqual([]);
    expect(other('en', 'Lamp Kućni Włos Anna')).toEqual([]);
    expect(other('pl', 'Lampa włos żółć Anna')).toEqual([]);
  });

  it('is not told by addresses, models, sizes and numbers', () => {
    expect(other('en', 'Lamp der.die und/der Anna')).toEqual([]);
    expect(other('en', 'Lamp der@die die:der Anna')).toEqual([]);
    expect(other('en', 'Lamp die2 4der 12 Anna')).toEqual([]);
    expect(other('en', 'Lamp der, (die) Anna')).toEqual(['Lamp der, (die) Anna']);
  });

  it('in letters of another script has more of them, and more than one', () => {
    expect(other('en', 'лампа')).toEqual(['лампа']);
    expect(other('en', 'Ж')).toEqual([]);
    expect(other('en', 'Жж')).toEqual(['Жж']);
    expect(other('en', 'Lamp лампа')).toEqual(['Lamp лампа']);
    expect(other('en', 'Lampe лампа')).toEqual([]);
    expect(other('fr', '好的')).toEqual(['好的']);
    expect(other('en', '12 ½ № 5')).toEqual([]);
  });
});

describe('a text in letters of its own', () => {
  it('has more of them than of any but the Latin', () => {
    expect(other('ru', '好的')).toEqual(['好的']);
    expect(other('ru', '好')).toEqual([]);
    expect(other('ru', 'да 好的')).toEqual([]);
    expect(other('ru', 'да 好的呢')).toEqual(['да 好的呢']);
    expect(other('ko', 'лампа')).toEqual(['лампа']);
    expect(other('zh-CN', 'лампа 灯')).toEqual(['лампа 灯']);
  });

  it('is in another language where three words in small Latin letters stand alone', () => {
    expect(other('ru', 'wooden desk lamp')).toEqual(['wooden desk lamp']);
    expect(other('ru', 'desk lamp')).toEqual([]);
    expect(other('ru', 'Wooden Desk lamp')).toEqual([]);
    expect(other('ru', 'Wooden Desk Lamp Shop')).toEqual([]);
    expect(other('ko', 'wooden desk lamp')).toEqual(['wooden desk lamp']);
    expect(other('zh-CN', 'wooden desk lamp')).toEqual(['wooden desk lamp']);
  });

  it('holds a sentence in Latin letters where a row of small words stands in it', () => {
    const mixed = 'Лампа, the lamp is here';
    expect(other('ru', mixed)).toEqual([mixed]);
    expect(other('ru', 'Лампа The Lamp Is')).toEqual([]);
    expect(other('ru', 'The лампа is')).toEqual(['The лампа is']);
    expect(other('ru', 'Лампа The is')).toEqual([]);
    expect(other('zh-CN', '灯 the lamp is here')).toEqual(['灯 the lamp is here']);
    expect(other('ru', 'Лампа не для вас, the lamp')).toEqual([]);
  });

  it('holds no letters that only a neighbour writes', () => {
    expect(other('ru', 'Дім стоїть')).toEqual(['Дім стоїть']);
    expect(other('ru', 'ЇЖАК')).toEqual(['ЇЖАК']);
    expect(other('ru', 'Дом стоит')).toEqual([]);
    expect(other('zh-CN', '灯の光')).toEqual(['灯の光']);
    expect(other('zh-CN', '灯光')).toEqual([]);
  });
});

describe('a text of six words without one small word of its language', () => {
  const six = 'Lampara mesa silla puerta ventana cocina';
  it('is in another, whichever', () => {
    expect(other('es', six)).toEqual([six]);
    expect(other('es', `${six}. ${six}.`)).toEqual([`${six}. ${six}.`]);
    expect(other('es', 'Lampara mesa silla puerta ventana')).toEqual([]);
    expect(other('es', 'Lampara mesa silla puerta ventana la cocina')).toEqual([]);
    expect(other('es', `${six} 12 x3 a.b`.replace(' cocina', ''))).toEqual([]);
  });

  it('unless it has a letter that the language has beyond the Latin ones', () => {
    expect(other('es', 'Lámpara mesa silla puerta ventana cocina')).toEqual([]);
    expect(other('es', 'LÁMPARA MESA SILLA PUERTA VENTANA COCINA')).toEqual([]);
    expect(other('es', 'Lãmpara mesa silla puerta ventana cocina')).toHaveLength(1);
    expect(other('de', 'Grüne Lampe Tisch Stuhl Türe Fenster')).toEqual([]);
  });

  it('says nothing of a text in letters of its own, nor in a language without a list', () => {
    expect(other('ru', 'Лампа стол стул дверь окно кухня')).toEqual([]);
    expect(other('xx', six)).toEqual([six]);
  });
});

describe('a few words in a field', () => {
  it('are in another language where a word of its goods stands in them', () => {
    expect(field('en', 'rote Brille')).toEqual(['rote Brille']);
    expect(field('en', 'red glasses')).toEqual([]);
    expect(field('de', 'sunglasses from us')).toEqual(['sunglasses from us']);
    expect(other('en', 'rote Brille')).toEqual([]);
  });

  it('may be English names of goods where buyers write letters of their own', () => {
    expect(field('ru', 'red sunglasses')).toEqual([]);
    expect(field('ru', 'rote Brille')).toEqual(['rote Brille']);
    // With a small word between them they are said, not named.
    expect(field('ru', 'sunglasses for the sun')).toEqual(['sunglasses for the sun']);
    expect(field('ru', 'Sunglasses FOR Sun')).toEqual([]);
    expect(field('fr', 'red sunglasses')).toEqual(['red sunglasses']);
  });
});

it('what tells names of goods apart is by language, with the words that all borrow', () => {
  const telling = tellingWords(rule);
  expect([...telling.keys()].sort()).toEqual(
    ['cs', 'de', 'en', 'es', 'fr', 'it', 'loans', 'nl', 'pl', 'pt', 'tr'].sort(),
  );
  expect(telling.get('loans')?.has('cable')).toBe(true);
  expect(telling.get('de')?.has('sonnenbrille')).toBe(true);
  expect(telling.get('de')?.has('')).toBe(false);
  expect(tellingWords({ ...rule, words: {} }).size).toBe(0);
});
