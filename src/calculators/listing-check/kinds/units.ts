import { onceFor } from '../../shared/once-for.ts';
import {
  findAll,
  inside,
  standsIn,
  tongueOf,
  type Asked,
  type Find,
  type Part,
} from '../engine.ts';
import type { Listing } from '../schema.ts';
import {
  held,
  languageIn,
  patterns,
  repaired,
  rewritten,
  type Folded,
  type Search,
  type Span,
} from '../text.ts';
import type { ListingParts } from '../fault.ts';

/** A number of things a text names: `120 pieces`, `2шт`, `60双`. */
export interface Quantity extends Span {
  count: number;
  /** piece, pair, set, pack, dozen, lot */
  unit: string;
}

interface Reader {
  quantity: RegExp;
  pairNoun: Search;
  notPair: Search;
  unitOf: (word: string) => string | null;
  countOf: (text: string) => number;
}

const readerOf = onceFor(makeReader);

function makeReader(data: ListingParts): Reader {
  const all = Object.entries(data.units);
  const words = all.flatMap(([, list]) => list).sort((a, b) => b.length - a.length);
  const numbers = Object.keys(data.numbers);
  const byUnit = all.map(([unit, list]) => ({
    unit,
    regex: new RegExp(`^(?:${list.join('|')})$`, 'u'),
  }));
  return {
    quantity: new RegExp(
      `(?:(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}.,])(?=\\d)|(?<![\\p{L}\\p{N}.,]))(\\d{1,6}|${numbers.join('|')})[ -]?(?:(${words.join('|')})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}]))`,
      'gu',
    ),
    pairNoun: patterns(data.pairs),
    notPair: patterns(data.pairsNot),
    unitOf: (word) => byUnit.find(({ regex }) => regex.test(word))?.unit ?? null,
    countOf: (text) => data.numbers[text] ?? Number(text),
  };
}

export function quantitiesIn(text: Folded, data: ListingParts): Quantity[] {
  const reader = readerOf(data);
  return findAll(reader.quantity, text).flatMap(({ span, match }) => {
    const unit = reader.unitOf(held(match, 2));
    const count = reader.countOf(held(match, 1));
    return unit === null || count < 1 ? [] : [{ ...span, unit, count }];
  });
}

/** The unit a field names. */
export const unitNamed = (text: string, data: ListingParts): string | null =>
  readerOf(data).unitOf(text.normalize('NFKC').trim().toLowerCase());

/** So near behind a noun it is said of it: shoe cleaning brush. */
const NEAR = 12;

/** Goods that come in pairs stand in the text as what is sold, not as what it is for. */
function pairGoods(part: Part, asked: Asked): Span | null {
  const reader = readerOf(asked.words.data);
  const not = findAll(reader.notPair, part.text).map(({ span }) => span);
  const found = findAll(reader.pairNoun, part.text).find(
    ({ span }) =>
      !not.some((other) => other.start <= span.end + NEAR && other.start >= span.start) &&
      !inside(span, part.fits),
  );
  return found?.span ?? null;
}

/** Goods that come in pairs, counted in pieces: half arrives, as the buyer counts. */
export function pairsAsPieces(asked: Asked): Find[] {
  const { listing, parts, words } = asked;
  const goodsInPairs = parts.some((part) =>
    part.scope === 'title' || part.scope === 'goods' ? pairGoods(part, asked) !== null : false,
  );
  const found: Find[] = [];
  for (const part of parts) {
    if (!['title', 'sku', 'description', 'attribute'].includes(part.scope)) continue;
    const here = pairGoods(part, asked) !== null;
    if (!here && !(goodsInPairs && part.scope === 'sku')) continue;
    const all = quantitiesIn(part.text, words.data);
    const language = languageIn(part.text.raw) ?? listing.language;
    const pairs = all.filter(({ unit }) => unit === 'pair');
    for (const one of all.filter(({ unit }) => unit === 'piece')) {
      if (one.count === 1 && pairs.length === 0 && !here) continue;
      if (pairs.some(({ count }) => count * 2 === one.count)) continue;
      const whole = one.count % 2 === 0;
      const [pair] = pairs;
      const instead = pair ? null : whole ? inPairs(one.count, language) : null;
      found.push({
        part: part.part,
        start: one.start,
        end: one.end,
        words: part.text.raw.slice(one.start, one.end),
        values: { count: one.count, pairs: pair ? pair.count : one.count / 2 },
        repair: instead === null ? null : repaired(part.text.raw, dropOf(part.text, one), instead),
      });
    }
  }
  return found;
}

/** `120 pieces of shoes` → the words that stand for the number, with their “of”. */
const dropOf = ({ raw }: Folded, span: Span): Span => {
  const of = /^\s+of(?=\s)/i.exec(raw.slice(span.end, span.end + 8));
  return of ? { start: span.start, end: span.end + of[0].length } : span;
};

function inPairs(pieces: number, language: Listing['language']): string {
  const pairs = pieces / 2;
  if (language === 'zh') return `${pairs}双（${pieces}只）`;
  if (language === 'ru') {
    const form = new Intl.PluralRules('ru').select(pairs);
    return `${pairs} ${{ one: 'пара', few: 'пары' }[form as 'one' | 'few'] ?? 'пар'} (${pieces} шт.)`;
  }
  return `${pairs} ${pairs === 1 ? 'pair' : 'pairs'} (${pieces} pieces)`;
}

/** The unit field in a pair's goods: sold by the piece, one shoe is what was bought. */
export function pairUnitField(asked: Asked): Find[] {
  const { listing, parts, words } = asked;
  if (unitNamed(listing.unit, words.data) !== 'piece') return [];
  const title = parts.find(({ scope }) => scope === 'title');
  const goods = title && pairGoods(title, asked);
  if (!title || !goods) return [];
  const all = quantitiesIn(title.text, words.data);
  if (all.length > 0 || (listing.lot ?? 1) > 1) return [];
  return [
    {
      part: 'unit',
      start: 0,
      end: listing.unit.length,
      words: listing.unit,
      values: { goods: title.text.raw.slice(goods.start, goods.end) },
      repair: { zh: '双', ru: 'пара', en: 'pair' }[
        languageIn(listing.unit) ?? tongueOf({ parts, language: listing.language })
      ],
    },
  ];
}

const inPieces = ({ count, unit }: Quantity): number | null =>
  unit === 'piece' ? count : unit === 'pair' ? count * 2 : unit === 'dozen' ? count * 12 : null;

/** A number of pieces in the title, and a unit or a lot that says another. */
export function lotConflict(asked: Asked): Find[] {
  const { listing, parts, words } = asked;
  const title = parts.find(({ scope }) => scope === 'title');
  const unit = unitNamed(listing.unit, words.data);
  if (!title || (unit === null && listing.lot === null)) return [];
  if (standsIn(patterns(words.data.wholes), title.text)) return [];
  const [first, ...others] = quantitiesIn(title.text, words.data).filter(
    (one) => (inPieces(one) ?? 1) > 1 || one.unit === 'pair',
  );
  if (!first || others.some((other) => other.unit === first.unit)) return [];
  const lot = listing.lot ?? 1;
  const each = unit === 'pair' ? 2 : unit === 'dozen' ? 12 : 1;
  const stated = inPieces(first);
  if (stated === null || unit === 'set' || unit === 'pack') return [];
  if (unit === 'lot' && listing.lot === null) return [];
  if (stated === lot * each || others.some((other) => inPieces(other) === lot * each)) return [];
  return [
    {
      part: 'title',
      start: first.start,
      end: first.end,
      words: title.text.raw.slice(first.start, first.end),
      values: { title: stated, field: lot * each },
    },
  ];
}

/** Sold as a lot with one item in it. */
export function lotField(asked: Asked): Find[] {
  const { unit, lot } = asked.listing;
  if (lot !== 1 || unitNamed(unit, asked.words.data) !== 'lot') return [];
  return [{ part: 'lot', start: 0, end: 1, words: '1' }];
}

/** A SKU that holds another number than the title promises. */
export function skuCount(asked: Asked): Find[] {
  const { parts, words } = asked;
  const title = parts.find(({ scope }) => scope === 'title');
  if (!title) return [];
  const inTitle = quantitiesIn(title.text, words.data).flatMap((one) => inPieces(one) ?? []);
  const promised = Math.max(0, ...inTitle);
  if (promised < 2) return [];
  // Where the number stands in each SKU, the title needs none.
  const drops = quantitiesIn(title.text, words.data).map(({ start, end }) => ({
    start,
    end: /^装(?=\s|$)/u.test(title.text.raw.slice(end)) ? end + 1 : end,
    by: '',
  }));
  const [at] = drops;
  const without = at ? rewritten(title.text.raw, at, drops) : '';
  const skus = parts.filter(({ scope }) => scope === 'sku');
  // Where one option holds what the title says, the others are packs of another size.
  const isOffered = skus.some(({ text }) =>
    quantitiesIn(text, words.data).some((one) => inTitle.includes(inPieces(one) ?? 0)),
  );
  return skus.flatMap((part) => {
    const all = quantitiesIn(part.text, words.data);
    const counts = all.flatMap((one) => inPieces(one) ?? []);
    const [one] = all;
    if (!one || counts.length === 0 || counts.some((count) => inTitle.includes(count))) return [];
    return [
      {
        part: part.part,
        start: one.start,
        end: one.end,
        words: part.text.raw.slice(one.start, one.end),
        values: { title: promised, sku: Math.max(...counts) },
        repair: without,
        into: 'title',
        ...(isOffered ? { severity: 'advice' as const } : {}),
      },
    ];
  });
}
