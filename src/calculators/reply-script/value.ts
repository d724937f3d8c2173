import { damageOf } from '../shared/damaged-id.ts';
import { readsAsAnother } from '../shared/small-words.ts';
import { readAmount, readCode, readFigure, type Problem } from './amount.ts';
import { readDate, readValue, type Days } from './read-value.ts';
import { isPlainNumber } from '../shared/plain-number.ts';
import {
  PLATFORM,
  type BuyerLanguage,
  type ScriptParts,
  type TextLanguage,
  type Variable,
} from './schema.ts';
import { hasForeignLetters, hasOwnLetters } from './words.ts';

/** Leaves what a person would see: no control characters, no zero-width or direction marks, single spaces. */
export const clean = (text: string): string =>
  text
    // Half a character is no character, and no file can hold it.
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(
      /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]/gu,
      '',
    )
    .replace(/⟦/gu, '[')
    .replace(/⟧/gu, ']')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();

/** More than this is no value of a field but a text of its own. */
const LONGEST = 300;

/** Something a template, a form or a hurried person leaves where a value should stand. */
const placeholder =
  /[{}]|<[^<>]*>|^[[(【［%_].*[\])】］%_]$|^\$\p{L}[\w.]*$|^#(?:n\/a|ref!|value!|name\?|div\/0!|null!|num!|н\/д|ссылка!|знач!)$|^(?:x{2,}|todo|tbd|n\/?a|null|undefined|none|nan|-+|\.+|\?+|…|待填|待定|无|暂无|тест|test|sample|example|lorem ipsum|asdf|qwerty)$/iu;

/** The name of a field where its value should stand: “your shop”, “Имя”. */
const nameOfField = new RegExp(
  `^(?:(?:your|the|my|our|this|ваше?|наш[ае]?|su|seu|nuestr[oa]|noss[oa]|votre|notre|ihr|unser) )?(?:${[
    'name|buyer name|customer name|item|item name|product|product name|shop|shop name|store|store name|seller|signature',
    'имя|имя покупателя|название|товар|название товара|магазин|название магазина|продавец|подпись',
    'nombre|artículo|producto|tienda|nome|produto|loja|nom|article|produit|boutique',
    'artikel|produktname|shopname|imię|nazwa|produkt|sklep|이름|상품|상품명|상점|商品|商品名|产品|店铺|店名|姓名',
  ].join('|')})$`,
  'iu',
);

/** Names of fields as order pages and tables write them before a colon. */
const fieldName =
  '订单号?|订单编号|买家|买家姓名|姓名|收件人|商品|产品|运单号?|物流单号|order(?: ?(?:no|number|id))?\\.?|buyer|customer|name|item|product|tracking(?: ?(?:no|number))?\\.?|заказ|номер заказа|покупатель|имя|товар|трек(?:-номер)?';
const labelled = new RegExp(`(?:^|[\\s,;|，；、。])(?:${fieldName})\\s*[:：]`, 'iu');

/** A number as a carrier or a platform writes it. */
const identifier = /^(?=.*\d)[A-Za-z0-9](?:[A-Za-z0-9._/#-]| (?=[A-Za-z0-9])){0,59}$/u;

/** A word beside a number, as “Order No. 8123”: the reply brings its own. Short codes in capitals are part of some. */
const WORD_BESIDE = /(?:^| )(?:[A-Za-z]*[a-z][A-Za-z]*|[A-Z]{5,})\.?(?= |$)/u;

/** Letters that would have to change to make one word the other; three stands for more. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return Math.min(3, row[b.length] ?? 3);
}

/**
 * Whether words of one's own are rather an id, of this list or another, or mistyped. A clause has
 * several words, and what stands alone as an answer begins with a capital or is in another script.
 */
function looksLikeId(words: string, ids: ReadonlySet<string>, options: readonly string[]): boolean {
  if (/\s/u.test(words)) return false;
  const small = words.toLowerCase();
  return (
    /^[a-z0-9][\x21-\x7e]*$/u.test(words) ||
    ids.has(small) ||
    options.some((id) => id.length > 3 && distance(small, id) < 3)
  );
}

export interface Reading {
  language: BuyerLanguage;
  parts: ScriptParts;
  days: Days;
  /** Ids of every option in the library. */
  optionIds: ReadonlySet<string>;
  /** What the form holds for the currency of its amounts, as typed. */
  currency: string;
  /** Guards that speak of a text that fills a field: for words of one's own, a name, a name of somebody. */
  guardsOf: (text: string, kind?: 'name' | 'person') => readonly string[];
  /** Whether somebody has looked at the unusual writing of this field. */
  isConfirmed: boolean;
}

export type Value = { value: (language: TextLanguage) => string | number };
const same = (value: string | number): Value => ({ value: () => value });

/** Guards that know words which stand where others should. */
const placeholderGuards: ReadonlySet<string> = new Set([
  'placeholder',
  'placeholder-field',
  'title-field',
]);

/** What no free text may be, whatever it is for. */
function textProblem(text: string, guards: readonly string[]): Problem | null {
  if (text.length > LONGEST) return { key: 'too-long', values: { longest: LONGEST } };
  const isFilled = !placeholder.test(text) && !nameOfField.test(text) && /[\p{L}\p{N}]/u.test(text);
  if (!isFilled || guards.some((guard) => placeholderGuards.has(guard)))
    return { key: 'placeholder' };
  return labelled.test(text) ? { key: 'labelled' } : null;
}

/** What stands against a text that is to be a name: of a person, of goods, of a shop. */
function nameProblem(text: string, reading: Reading, isPerson = false): Problem | null {
  const guards = reading.guardsOf(text, isPerson ? 'person' : 'name');
  const problem = textProblem(text, guards);
  if (problem) return problem;
  if (guards.includes('sentence-field') || guards.includes('promise-field'))
    return { key: 'sentence' };
  if (reading.isConfirmed) return null;
  if (guards.includes('unlike-amounts')) return { key: 'confirm-amount' };
  if (guards.includes('past-promise')) return { key: 'confirm-over' };
  if (guards.includes('odd-name') || guards.includes('no-name')) return { key: 'confirm-name' };
  return hasForeignLetters(text, reading.language) ? { key: 'confirm-writing' } : null;
}

const names: ReadonlySet<string> = new Set(['buyerName', 'shop', PLATFORM]);
/** Whether a field holds the name of somebody, which is in no language. */
export const isNameOfSomebody = ({ name }: Variable): boolean => names.has(name);

/** A free text that is no variable: the shop's name and signature in the settings. */
export const settingProblem = (text: string, reading: Reading) => nameProblem(text, reading);

const DAY = 86_400_000;

function dayValue(
  variable: Variable,
  raw: string,
  { days, parts, isConfirmed }: Reading,
): Value | Problem {
  const read = readDate(variable, raw, days);
  const { today } = days;
  if (read.kind !== 'day')
    return { key: read.understood.messageKey, values: read.understood.values };
  const { day } = read;
  if (today !== null && variable.tense === 'past' && day > today)
    return { key: 'date-ahead', values: { today } };
  if (today !== null && variable.tense !== 'past' && day < today)
    return { key: variable.tense === 'promise' ? 'promise-past' : 'date-past', values: { today } };
  const ahead = today === null ? 0 : (Date.parse(day) - Date.parse(today)) / DAY;
  // A slip in the year is read for certain, and still nobody means it.
  if (!isConfirmed && Math.abs(ahead) > parts.horizon.days)
    return {
      key: ahead > 0 ? 'confirm-far-ahead' : 'confirm-far-back',
      values: { date: day, days: Math.abs(ahead), horizon: parts.horizon.days },
    };
  return same(day);
}

function readChoice(variable: Variable, raw: string, reading: Reading): Value | Problem {
  const option = variable.options.find((candidate) => candidate.id === raw);
  if (option) return { value: (language) => option.text[language] };
  const ids = variable.options.map(({ id }) => id);
  if (!variable.other || looksLikeId(raw, reading.optionIds, ids)) return { key: 'choice' };
  const guards = reading.guardsOf(raw);
  const problem = textProblem(raw, guards);
  if (problem) return problem;
  const { language } = reading;
  if (
    hasForeignLetters(raw, language) ||
    !hasOwnLetters(raw, language) ||
    readsAsAnother(raw, language)
  )
    return { key: 'own-words' };
  if (!reading.isConfirmed) {
    if (guards.includes('unlike-amounts')) return { key: 'confirm-amount' };
    if (guards.includes('past-promise')) return { key: 'confirm-over' };
    // A plan is a promise, and its day stands beside it.
    if (variable.tense !== 'promise' && guards.includes('promise-field'))
      return { key: 'confirm-promise' };
    if (guards.includes('other-language')) return { key: 'confirm-language' };
  }
  // The frame of the sentence brings its own full stop.
  return same(raw.replace(/[.。．\s]+$/u, ''));
}

/** No platform and no carrier numbers with fewer. */
const SHORTEST_ID = 3;

/** Figures somebody types to have any: one figure over and over, or 1, 2, 3 in their order. */
function isMadeUpId(id: string): boolean {
  const plain = id.replace(/[^\p{L}\p{N}]/gu, '');
  return (
    plain.length < SHORTEST_ID || /^(.)\1+$/u.test(plain) || '01234567890123456789'.includes(plain)
  );
}

/** A spreadsheet that took the number for one with decimals. */
const AS_FRACTION = /^\d{6,}[.,]0+$/;

function readId(id: string, { isConfirmed }: Reading): Value | Problem {
  const damage = damageOf(id);
  if ((damage !== null && damage !== 'rounded') || AS_FRACTION.test(id))
    return { key: 'id-spoilt' };
  if (!identifier.test(id) || WORD_BESIDE.test(id)) return { key: 'id' };
  if (isMadeUpId(id)) return { key: 'placeholder' };
  return damage !== null && !isConfirmed ? { key: 'confirm-id-rounded' } : same(id);
}

/**
 * Reads what was typed into a field. Anything that could reach a buyer as nonsense is a problem:
 * a promise for a day that is over, an amount in another currency, a pasted row of a table, the id
 * of an option, words the buyer cannot read.
 */
export function readField(variable: Variable, typed: string, reading: Reading): Value | Problem {
  const raw = readValue(variable, typed, reading.days);
  switch (variable.type) {
    case 'date':
      return dayValue(variable, raw, reading);
    case 'money': {
      const read = readAmount(raw, reading.currency);
      return 'amount' in read ? same(read.amount) : read;
    }
    case 'currency': {
      const read = readCode(raw);
      return 'code' in read ? same(read.code) : read;
    }
    case 'number': {
      const read = readFigure(variable, raw);
      return 'figure' in read ? same(read.figure) : read;
    }
    case 'id': {
      return readId(raw.normalize('NFKC').trim(), reading);
    }
    case 'choice':
      return readChoice(variable, raw, reading);
    case 'text': {
      const problem = nameProblem(raw, reading, variable.name === 'buyerName');
      if (problem) return problem;
      // Names keep the small words of their own language: Ana de la Cruz.
      const asked = !reading.isConfirmed && !isNameOfSomebody(variable);
      return asked &&
        (readsAsAnother(raw, reading.language) || reading.guardsOf(raw).includes('other-language'))
        ? { key: 'confirm-language' }
        : same(raw);
    }
  }
}

/** The text of a field: words for a buyer as they are seen, figures as they were typed. */
export const typedIn = ({ type }: Variable, raw: string | number | null | undefined): string =>
  type === 'money' || type === 'number' ? String(raw ?? '').trim() : clean(String(raw ?? ''));

/**
 * What was read from words, in plain digits or an ISO code; null where the field was plain already,
 * or holds something that is no day and no amount.
 */
export function understoodOf(
  { type }: Variable,
  given: string | number | null | undefined,
  value: string | number,
): string | null {
  if (!['date', 'money', 'number', 'currency'].includes(type)) return null;
  const isFigure = type === 'money' || type === 'number';
  const isPlain = isFigure ? isPlainNumber(given) : String(given ?? '').trim() === value;
  return isPlain ? null : String(value);
}

/** The currency amounts are in: what its own field says, else what one of the amounts says for certain. */
export function currencyOf(
  fields: readonly { key: string; variable: Variable }[],
  vars: Readonly<Record<string, string | number | null>>,
): string {
  const given = (type: Variable['type']) =>
    fields.flatMap(({ key, variable }) => {
      const text = variable.type === type ? typedIn(variable, vars[key]) : '';
      return text === '' ? [] : [text];
    });
  const stated = given('money').flatMap((text) => {
    const read = readAmount(text, '');
    return 'currency' in read && read.currency !== null ? [read.currency] : [];
  });
  return given('currency')[0] ?? stated[0] ?? '';
}
