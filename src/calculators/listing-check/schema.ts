import { readCurrency } from '../shared/currency.ts';
import { divide, type Exact } from '../shared/exact.ts';
import { readMoney } from '../shared/money.ts';
import { parseNumber } from '../shared/parse-number.ts';
import { NUMBER_KEY } from '../shared/plain-number.ts';
import type { InputIssue } from '../shared/result.ts';
import {
  about,
  either,
  fit,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text as textOf,
  truth,
  type Misfit,
  type ObjectOf,
} from '../shared/shape.ts';
import {
  LANGUAGES,
  PICTURE_KINDS,
  PLATFORMS,
  type ListingLanguage,
  type Platform,
} from './options.ts';
import { attributesFrom, picturesFrom, skusFrom } from './paste.ts';

/** Bounds of the record, not of the world. */
const MOST = { line: 2000, description: 200_000, attributes: 300, skus: 500, pictures: 200 };

const line = optional(nullable(textOf(MOST.line)));
const long = optional(nullable(textOf(MOST.description)));
const figure = optional(nullable(either(number, textOf(60))));
const yes = optional(nullable(truth));

/** A sheet may hold a whole product page in a column of its own. */
const attribute = object({ name: textOf(300), value: textOf(MOST.description) });
const sku = object({
  name: textOf(MOST.line),
  price: figure,
  currency: line,
  stock: figure,
  contains: line,
  code: line,
});
const picture = object({ kind: oneOf(PICTURE_KINDS), colour: line, text: line });

export const inputShape = object({
  platform: about(optional(nullable(oneOf(PLATFORMS))), 'Where the listing is published.'),
  goods: about(line, 'What is sold, in a word or two, for example sports camera.'),
  title: about(line, 'The title as it will be published.'),
  category: about(line, 'The category path, for example Phones > Cases.'),
  attributes: about(
    optional(either(list(attribute), textOf(MOST.description))),
    'Attributes: a list of name and value, or lines such as Material: PU.',
  ),
  description: about(long, 'The description, bullets included.'),
  searchTerms: about(line, 'Search terms that buyers do not see.'),
  unit: about(line, 'Unit of sale: piece, pair, set, pack, lot.'),
  lot: about(figure, 'Items in one lot; 1 where it is not sold as a lot.'),
  skus: about(
    optional(either(list(sku), textOf(MOST.description))),
    'SKUs: name, price, currency, stock, what it contains; or lines such as Black | 19.90 USD | phone, cable.',
  ),
  pictures: about(
    optional(either(list(picture), textOf(MOST.description))),
    `Pictures: kind (${PICTURE_KINDS.join(' | ')}), colour, text on it; or lines such as colour: red.`,
  ),
  promise: about(
    optional(
      nullable(
        object({
          prepareDays: figure,
          line,
          daysMin: figure,
          daysMax: figure,
          freeShipping: yes,
          shipsTo: optional(list(textOf(100))),
          lineServes: optional(list(textOf(100))),
          excludes: optional(list(textOf(100))),
        }),
      ),
    ),
    'Delivery: preparation days, line, the days that line usually takes, free shipping; shipsTo and lineServes as countries (worldwide for all), excludes as goods the line refuses.',
  ),
  brands: about(
    optional(either(list(textOf(100)), textOf(MOST.line))),
    'Brands and models of your own or with authorisation: a list, or a text with commas.',
  ),
  prices: about(
    optional(
      nullable(object({ list: figure, now: figure, low30: figure, bulkPercentOff: figure })),
    ),
    'Crossed-out price, price now, lowest price of the last 30 days, percent off in bulk.',
  ),
  country: about(line, 'Country of the buyers: its code or its name.'),
  language: about(optional(nullable(oneOf(LANGUAGES))), 'Language buyers read: en, ru or zh.'),
  asOf: about(line, 'The moment to judge by; by default that of --as-of, or now.'),
});

export type ListingInput = ObjectOf<typeof inputShape.fields>;
export const inputFields = Object.keys(inputShape.fields) as (keyof ListingInput)[];

export interface Sku {
  name: string;
  price: Exact | null;
  currency: string;
  contains: string;
  code: string;
}

export interface Picture {
  kind: (typeof PICTURE_KINDS)[number];
  colour: string;
  text: string;
}

/** The checked listing. Texts are as typed, empty where nothing was given; numbers null. */
export interface Listing {
  platform: Platform;
  language: ListingLanguage;
  goods: string;
  title: string;
  category: string;
  attributes: { name: string; value: string }[];
  description: string;
  searchTerms: string;
  unit: string;
  lot: number | null;
  skus: Sku[];
  pictures: Picture[] | null;
  prepareDays: number | null;
  line: string;
  daysMin: number | null;
  daysMax: number | null;
  freeShipping: boolean | null;
  shipsTo: string[];
  lineServes: string[];
  excludes: string[];
  brands: string[];
  prices: { list: Exact | null; now: Exact | null; low30: Exact | null; bulkOff: Exact | null };
  country: string | null;
  day: string;
}

export type Checked =
  { ok: true; listing: Listing } | { ok: false; missing: string[]; issues: InputIssue[] };

/** As {@link Checked}, and what of a row was left aside because it could not be read. */
export type PartlyChecked =
  | { ok: true; listing: Listing; notRead: InputIssue[] }
  | { ok: false; missing: string[]; issues: InputIssue[] };

/** The code of a country as people write it, null where there is none of that name. */
export type CountryOf = (text: string) => string | null;

const ISSUE = 'tool.listing-check.issue';
const plain = (raw: string | null | undefined): string => raw ?? '';

/** Whole text of an own moment: only its day counts. */
const dayIn = (text: string): string | null =>
  /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10)))
    ? text.slice(0, 10)
    : null;

type PictureInput = ObjectOf<typeof picture.fields>;

/** Pictures as a list or as lines; a line that names no kind is handed to `wrong`. */
function picturesIn(
  raw: readonly PictureInput[] | string | undefined,
  wrong: (line: string) => void,
): PictureInput[] | null {
  if (raw === undefined || (typeof raw === 'string' && raw.trim() === '')) return null;
  if (typeof raw !== 'string') return [...raw];
  const lines = raw.split('\n').filter((line) => line.trim() !== '');
  return picturesFrom(raw, PICTURE_KINDS).flatMap((one, i) => {
    if (one) return [one];
    wrong((lines[i] ?? '').trim().slice(0, 40));
    return [];
  });
}

const issuesOf = (misfits: readonly Misfit[]): InputIssue[] =>
  misfits.map(({ path, code, options, most }) => ({
    path,
    key: `${ISSUE}.${path === '' ? 'not-an-object' : code}`,
    values: { options: (options ?? []).join(', '), most: most ?? 0 },
  }));

/** From anything at all to a listing, or to what is wrong with it. Never throws. */
export function parseInput(raw: unknown, asOf: string, countryOf: CountryOf): Checked {
  const { value: input, misfits } = fit(inputShape, raw);
  if (misfits) return { ok: false, missing: [], issues: issuesOf(misfits) };
  const { listing, issues } = listingFrom(input, asOf, countryOf);
  if (issues.length > 0) return { ok: false, missing: [], issues };
  return listing ? { ok: true, listing } : { ok: false, missing: ['platform'], issues: [] };
}

/** Without these a row of a file cannot be judged, whatever else stands in it. */
const NEEDED = ['', 'platform', 'asOf'];

/** A value without one of its parts, named by a path. */
function without(raw: unknown, [name = '', ...inner]: readonly string[]): unknown {
  const entries = Object.entries(raw as Record<string, unknown>);
  return Object.fromEntries(
    inner.length === 0
      ? entries.filter(([key]) => key !== name)
      : entries.map(([key, value]) => [key, key === name ? without(value, inner) : value]),
  );
}

/**
 * The same for a row of a file, of which one price that nobody can read must not cost the answer to all
 * the rest: what cannot be read is left aside and named, and a part that was read by half accuses nobody.
 */
export function parseRow(raw: unknown, asOf: string, countryOf: CountryOf): PartlyChecked {
  const first = fit(inputShape, raw);
  const unfit = issuesOf(first.misfits ?? []);
  const refused = (issues: InputIssue[]): PartlyChecked => ({ ok: false, missing: [], issues });
  if (unfit.some(({ path }) => NEEDED.includes(path))) return refused(unfit);
  const rest = unfit.reduce((left, { path }) => without(left, path.split('.')), raw);
  const { value: input } = fit(inputShape, rest);
  if (!input) return refused(unfit);
  const { listing, issues } = listingFrom(input, asOf, countryOf);
  const notRead = [...unfit, ...issues];
  if (issues.some(({ path }) => NEEDED.includes(path))) return refused(notRead);
  if (!listing)
    return notRead.length > 0 ? refused(notRead) : { ok: false, missing: ['platform'], issues: [] };
  return notRead.length > 0 && isBlank(listing) ? refused(notRead) : { ok: true, listing, notRead };
}

/** Nothing in it that could be looked at. */
const isBlank = ({ title, goods, description, category, attributes, skus, pictures }: Listing) =>
  `${title}${goods}${description}${category}`.trim() === '' &&
  attributes.length + skus.length + (pictures?.length ?? 0) === 0;

/** A listing as far as it can be read, null without a platform, and what is wrong with the rest of it. */
function listingFrom(
  input: ListingInput,
  asOf: string,
  countryOf: CountryOf,
): { listing: Listing | null; issues: InputIssue[] } {
  const issues: InputIssue[] = [];
  const isEmpty = (value: unknown) =>
    value === null || value === undefined || String(value).trim() === '';
  type Raw = string | number | null | undefined;
  const refused = (path: string, read: { problem: string; values: InputIssue['values'] }) => {
    issues.push({ path, key: NUMBER_KEY + read.problem, values: read.values });
    return null;
  };
  const numberAt = (path: string, value: Raw, kind: 'count' | 'percent'): Exact | null => {
    if (isEmpty(value)) return null;
    const read = parseNumber(value, kind);
    return 'value' in read ? read.value : refused(path, read);
  };
  const count = (path: string, value: Raw) => {
    const read = numberAt(path, value, 'count');
    return read === null ? null : Number(read.num);
  };
  const money = (path: string, value: Raw, currency: string | null): Exact | null => {
    if (isEmpty(value)) return null;
    const read = readMoney(value, currency);
    return 'value' in read ? read.value : refused(path, read);
  };
  const tooMany = (path: 'attributes' | 'skus' | 'pictures', items: readonly unknown[]) => {
    if (items.length > MOST[path])
      issues.push({ path, key: `${ISSUE}.too-many`, values: { most: MOST[path] } });
  };

  const { platform } = input;
  const attributes =
    typeof input.attributes === 'string'
      ? attributesFrom(input.attributes)
      : (input.attributes ?? []);
  const skuRows: readonly ObjectOf<typeof sku.fields>[] =
    typeof input.skus === 'string' ? skusFrom(input.skus) : (input.skus ?? []);
  const pictures = picturesIn(input.pictures, (line) =>
    issues.push({
      path: 'pictures',
      key: `${ISSUE}.picture`,
      values: { line, kinds: PICTURE_KINDS.join(', ') },
    }),
  );
  const brands =
    typeof input.brands === 'string' ? input.brands.split(/[,;，；、\n]/u) : (input.brands ?? []);
  tooMany('attributes', attributes);
  tooMany('skus', skuRows);
  tooMany('pictures', pictures ?? []);
  const skus = skuRows.map((one, i): Sku => {
    const named = plain(one.currency).trim();
    const read = named === '' ? null : readCurrency(named);
    const currency = read && 'code' in read ? read.code : null;
    if (read && 'problem' in read) refused(`skus.${i}.currency`, read);
    const price = isEmpty(one.price) ? null : readMoney(one.price, currency);
    if (price && 'problem' in price) refused(`skus.${i}.price`, price);
    // A price in a currency that nobody can read is compared with no other.
    const amount = price && 'value' in price && !(read && 'problem' in read) ? price : null;
    return {
      name: one.name,
      price: amount?.value ?? null,
      // “¥” is one of several; prices are compared where all that is written of them is the same.
      currency: amount?.currency ?? amount?.stated?.join('/') ?? currency ?? '',
      contains: plain(one.contains),
      code: plain(one.code),
    };
  });
  const promise = input.promise ?? {};
  const country = plain(input.country).trim() === '' ? null : countryOf(plain(input.country));
  if (plain(input.country).trim() !== '' && country === null)
    issues.push({
      path: 'country',
      key: `${ISSUE}.country`,
      values: { text: plain(input.country) },
    });
  const day = dayIn(plain(input.asOf) || asOf);
  if (day === null)
    issues.push({ path: 'asOf', key: `${ISSUE}.as-of`, values: { text: plain(input.asOf) } });
  const listing = {
    goods: plain(input.goods),
    title: plain(input.title),
    category: plain(input.category),
    attributes,
    description: plain(input.description),
    searchTerms: plain(input.searchTerms),
    unit: plain(input.unit).trim(),
    lot: count('lot', input.lot),
    skus,
    pictures:
      pictures?.map((one) => ({
        kind: one.kind,
        colour: plain(one.colour),
        text: plain(one.text),
      })) ?? null,
    prepareDays: count('promise.prepareDays', promise.prepareDays),
    line: plain(promise.line),
    daysMin: count('promise.daysMin', promise.daysMin),
    daysMax: count('promise.daysMax', promise.daysMax),
    freeShipping: promise.freeShipping ?? null,
    shipsTo: promise.shipsTo ?? [],
    lineServes: promise.lineServes ?? [],
    excludes: promise.excludes ?? [],
    brands: brands.map((brand) => brand.trim()).filter((brand) => brand !== ''),
    prices: {
      list: money('prices.list', input.prices?.list, null),
      now: money('prices.now', input.prices?.now, null),
      low30: money('prices.low30', input.prices?.low30, null),
      bulkOff: numberAt('prices.bulkPercentOff', input.prices?.bulkPercentOff, 'percent'),
    },
    country,
  };
  const { daysMin, daysMax } = listing;
  if (daysMin !== null && daysMax !== null && daysMin > daysMax)
    issues.push({
      path: 'promise.daysMax',
      key: `${ISSUE}.days-order`,
      values: { daysMin, daysMax },
    });
  if (platform === null || platform === undefined || day === null) return { listing: null, issues };
  const language =
    input.language ??
    (platform === 'ozon' || platform === 'yandex' || country === 'RU'
      ? 'ru'
      : platform === 'taobao'
        ? 'zh'
        : 'en');
  const isWrong = (at: string) => issues.some(({ path }) => path === at);
  return {
    listing: {
      ...listing,
      ...(isWrong('attributes') ? { attributes: [] } : {}),
      ...(isWrong('skus') ? { skus: [] } : {}),
      ...(isWrong('pictures') ? { pictures: null } : {}),
      ...(isWrong('promise.daysMax') ? { daysMin: null, daysMax: null } : {}),
      platform,
      language,
      day,
    },
    issues,
  };
}

/** One amount divided by another, as a decimal to one place; for a sentence, not for a sum. */
export const timesOf = (dear: Exact, cheap: Exact): number => {
  const { num, den } = divide(dear, cheap);
  return Number((num * 10n) / den) / 10;
};
