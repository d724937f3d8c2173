import {
  compare,
  exact,
  multiply,
  toDecimal,
  toPlain,
  ZERO,
  type Exact,
} from '../../shared/exact.ts';
import { figureOf, findAll, findAt, inside, type Asked, type Find, type Part } from '../engine.ts';
import { patterns, type Search } from '../text.ts';
import { timesOf, type Listing } from '../schema.ts';

/** Longer lists nobody pastes. */
const MOST_SIGNS = 4000;

/** Nobody writes 59.9 for a price of 59.90. */
const inFull = (price: string) => price.replace(/\.\d$/u, '$&0');

/** SKUs as the lines they are pasted as; null where there are none, or too many to be copied. */
function linesOf({ skus }: Listing, stays: (index: number) => boolean): string | null {
  const lines = skus.flatMap(({ name, price, currency, contains }, i) => {
    if (!stays(i)) return [];
    const money = /^[A-Z]{3}$/.test(currency) ? ` ${currency}` : '';
    return [
      [
        name.replace(/\s*[\t|;；｜]\s*/gu, ', '),
        ...(price === null ? [] : [`${inFull(toPlain(price))}${money}`]),
        ...(contains === '' ? [] : [contains]),
      ].join(' | '),
    ];
  });
  const text = lines.join('\n');
  return lines.length === 0 || text.length > MOST_SIGNS ? null : text;
}

/** What the title sells: the words before the first one that says what it fits or comes with. */
function headOf({ text, fits }: Part): { end: number } {
  const first = fits[0];
  const plus = /\s(?:with|w\/|including|includes|incl|в комплекте|с|со)\s|\+|含|带|送|附/iu.exec(
    text.raw,
  );
  return { end: Math.min(first?.start ?? text.raw.length, plus?.index ?? text.raw.length) };
}

/** The device a title sells, or null where it sells an accessory or none that is known. */
function deviceSold({ parts, words }: Asked): string | null {
  const title = parts.find(({ scope }) => scope === 'title');
  if (!title) return null;
  const { end } = headOf(title);
  const isBefore = (what: Search) => findAll(what, title.text).some(({ span }) => span.start < end);
  const [device] =
    Object.entries(words.data.devices).find(([, names]) => isBefore(patterns(names))) ?? [];
  return device === undefined || isBefore(words.accessory) ? null : device;
}

const namesIn = (parts: readonly Part[]) =>
  parts.filter(({ part, scope }) => scope === 'sku' && part.endsWith('.name'));

/** The device comes with something, wherever that is said. */
const BUNDLE =
  /\+|&|\b(?:with|and|set|kit|bundle|combo|includ(?:es|ed|ing))\b|комплект|набор|включ|套装|套餐/iu;
/** What stands before something that comes with the device, or that it comes without: “black, no charger”. */
const BEFORE =
  /\b(?:incl|plus|free|bonus|without|no(?!\.))\b|w\/|(?:^|[^\p{L}])(?:с|со|и|без|плюс)\s|带|含|送|赠|配(?!件)|无(?!线)/iu;

/** A SKU that is an accessory of what the title sells. */
export function accessorySku(asked: Asked): Find[] {
  const device = deviceSold(asked);
  if (device === null) return [];
  const { parts, words } = asked;
  const own = patterns(words.data.devices[device] ?? []);
  const found = namesIn(parts).flatMap((part) => {
    const [found] = findAll(words.accessory, part.text).filter(
      ({ span }) => !inside(span, part.brands),
    );
    if (!found) return [];
    // “Camera + case” holds the camera; “for laptop” names what it fits.
    const named = findAll(own, part.text).some(({ span }) => !inside(span, part.fits));
    const isBundle =
      BUNDLE.test(part.text.raw) || BEFORE.test(part.text.raw.slice(0, found.span.start));
    if ((named && !onlyAccessory(part, found.span.start, own)) || isBundle) return [];
    return [
      {
        part: part.part,
        ...found.span,
        words: part.text.raw.slice(found.span.start, found.span.end),
        values: { sku: part.text.raw, device },
        index: part.index,
      },
    ];
  });
  return withoutThese(asked.listing, found);
}

/** The options as they should be: without those that were found. */
function withoutThese(listing: Listing, found: readonly (Find & { index: number })[]): Find[] {
  const out = new Set(found.map(({ index }) => index));
  const repair = linesOf(listing, (index) => !out.has(index));
  return found.map(({ index: _, ...find }) => ({
    ...find,
    ...(repair === null ? {} : { repair, into: 'skus' }),
  }));
}

/** “Laptop bag”: the device stands right before the accessory and only says which one. */
const onlyAccessory = (part: Part, accessoryStart: number, own: Search): boolean =>
  findAll(own, part.text).every(
    ({ span }) =>
      span.end <= accessoryStart && /^[\s-]*$/.test(part.text.raw.slice(span.end, accessoryStart)),
  );

/** SKUs named by models of different makers' devices: on one card, different goods. */
export function modelSkus({ parts, words, listing }: Asked): Find[] {
  const found = namesIn(parts).flatMap((part) => {
    const [model] = findAll(words.model, part.text);
    return model ? [{ part, span: model.span, name: model.match[0].replaceAll(' ', '') }] : [];
  });
  const others = found.filter(({ name }) => name !== found[0]?.name);
  const [other] = others;
  if (!other) return [];
  const out = new Set(others.map(({ part }) => part.index));
  return [
    findAt(other.part, other.span, {
      values: { models: new Set(found.map(({ name }) => name)).size },
      // This card keeps the first; the others get cards of their own.
      repair: linesOf(listing, (index) => !out.has(index)),
      into: 'skus',
    }),
  ];
}

/** SKUs that are not goods: a sample, a deposit, postage, a difference of price. */
export function notForSale({ parts, words, listing }: Asked): Find[] {
  const found = namesIn(parts).flatMap((part) =>
    findAll(words.notForSale, part.text)
      .slice(0, 1)
      .map(({ span }) => ({
        part: part.part,
        ...span,
        words: part.text.raw.slice(span.start, span.end),
        index: part.index,
      })),
  );
  return withoutThese(listing, found);
}

/** An amount as a price is written. */
const asMoney = (amount: Exact): string => toDecimal(amount, 2);

/** The cheapest SKU beside the dearest, in one currency. */
export function priceSpread(asked: Asked, rule: string): Find[] {
  const ratio = figureOf(asked, rule);
  if (typeof ratio !== 'number') return [];
  const byCurrency = new Map<string, { name: string; price: Exact; index: number }[]>();
  asked.listing.skus.forEach(({ name, price, currency }, index) => {
    if (price === null || compare(price, ZERO) === 0) return;
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), { name, price, index }]);
  });
  return [...byCurrency.values()].flatMap((all) => {
    const sorted = [...all].sort((a, b) => compare(a.price, b.price));
    const [cheap] = sorted;
    const dear = sorted.at(-1);
    if (!cheap || !dear || compare(dear.price, multiply(cheap.price, exact(ratio))) <= 0) return [];
    const words = asMoney(cheap.price);
    return [
      {
        part: `skus.${cheap.index}.price`,
        start: 0,
        end: words.length,
        words,
        values: {
          cheap: cheap.name,
          cheapPrice: words,
          dear: dear.name,
          dearPrice: asMoney(dear.price),
          times: timesOf(dear.price, cheap.price),
        },
        slots: { rest: linesOf(asked.listing, (index) => index !== cheap.index) ?? '' },
      },
    ];
  });
}
