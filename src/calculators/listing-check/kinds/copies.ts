import type { RuleBook } from '../../shared/rule.ts';
import { figureOf, type Find } from '../engine.ts';
import type { Listing } from '../schema.ts';
import { fold, hasGap, held, wordsOf } from '../text.ts';

/** What a listing is compared by with others of its file: light, so that it travels between workers. */
export interface Compared {
  index: number;
  listing: Pick<Listing, 'title' | 'platform' | 'language' | 'day'>;
  tokens: readonly string[];
  /** Names and values of its attributes, in one order. */
  attributes: string;
}

const LIKE = 0.9;

const HAN = /\p{Script=Han}/u;
/** How many are in a pack says nothing of the goods. */
const PACK = /(?<![\p{L}\d])\d+\s?(?:pcs?|pieces?|шт|pairs?|packs?|sets?)(?!\p{L})/giu;
const HAN_PACK = /\d+\s?(?:个|只|片|支|条|包|双|件|套|枚|粒|卷|盒|根|张)装?/gu;

const tokensOf = ({ title }: Pick<Listing, 'title'>): string[] => {
  // What makes it another one is still to be said.
  if (hasGap(title)) return [];
  return [
    ...new Set([
      ...wordsOf(fold(title.replace(PACK, ' '))).flatMap(({ stem }) =>
        HAN.test(stem) ? [] : [stem],
      ),
      ...[...title.replace(HAN_PACK, ' ').matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((match) =>
        held(match, 1),
      ),
    ]),
  ];
};

export const comparedBy = (listing: Listing, index: number): Compared => ({
  index,
  listing: {
    title: listing.title,
    platform: listing.platform,
    language: listing.language,
    day: listing.day,
  },
  tokens: tokensOf(listing),
  attributes: listing.attributes
    .map(({ name, value }) => `${name}=${value}`.toLowerCase())
    .sort()
    .join('|'),
});

/** A number may be a pack size, which says nothing about the goods. */
const isPackSize = (token: string) => /^\d+$/.test(token);

/**
 * Listings of one file that are one product: their titles share nine words of ten and their
 * attributes are the same. Pack sizes are left out of the comparison; so many of them are allowed.
 * Compared by a shared rare word first, so that a file of a thousand costs no million pairs.
 */
export function copies(
  all: readonly Compared[],
  book: RuleBook,
  rule: string,
): Map<Compared, Find> {
  const found = new Map<Compared, Find>();
  const buckets = new Map<string, { one: Compared; tokens: Set<string>; title: string }[]>();
  for (const one of all) {
    if (one.tokens.length < 3) continue;
    const tokens = new Set(one.tokens.filter((token) => !isPackSize(token)));
    const key = `${[...tokens].sort().slice(0, 3).join(' ')}#${one.attributes}`;
    const list = buckets.get(key) ?? [];
    list.push({ one, tokens, title: one.listing.title });
    buckets.set(key, list);
  }
  for (const list of buckets.values()) {
    const groups: (typeof list)[] = [];
    for (const item of list) {
      const group = groups.find(([first]) => {
        if (!first) return false;
        const shared = [...item.tokens].filter((token) => first.tokens.has(token)).length;
        return shared / (item.tokens.size + first.tokens.size - shared) >= LIKE;
      });
      if (group) group.push(item);
      else groups.push([item]);
    }
    for (const group of groups) {
      const [first] = group;
      if (!first || group.length < 2) continue;
      const allowed = figureOf({ book, listing: first.one.listing }, rule);
      const sizes = new Set(group.map(({ title }) => (title.match(/\d+/g) ?? []).join(' ')));
      const differs = sizes.size === group.length;
      if (differs && typeof allowed === 'number' && group.length <= allowed) continue;
      for (const { one, title } of group.slice(differs ? Number(allowed ?? 0) : 1))
        found.set(one, {
          part: 'title',
          start: 0,
          end: title.length,
          words: title,
          values: {
            first: first.one.index + 1,
            count: group.length,
            allowed: Number(allowed ?? 0),
          },
        });
    }
  }
  return found;
}
