import { figureOf, type Asked, type Find } from '../engine.ts';
import { held, fold, wordsOf } from '../text.ts';

/** What one of several listings is compared by. */
export interface Compared {
  index: number;
  asked: Asked;
}

const LIKE = 0.9;

const tokensOf = ({ listing }: Asked): Set<string> =>
  new Set([
    ...wordsOf(fold(listing.title)).map(({ stem }) => stem),
    ...[...listing.title.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((match) => held(match, 1)),
  ]);

/** A number with a unit of counting says a pack size and nothing about the goods. */
const isPackSize = (token: string) => /^\d+(?:pcs?|pieces?|шт|pairs?|packs?|sets?)?$/u.test(token);

/**
 * Listings of one file that are one product: their titles share nine words of ten and their
 * attributes are the same. Pack sizes are left out of the comparison; so many of them are allowed.
 * Compared by a shared rare word first, so that a file of a thousand costs no million pairs.
 */
export function copies(all: readonly Compared[], rule: string): Map<number, Find> {
  const found = new Map<number, Find>();
  const buckets = new Map<string, { one: Compared; tokens: Set<string>; title: string }[]>();
  for (const one of all) {
    const full = tokensOf(one.asked);
    if (full.size < 3) continue;
    const tokens = new Set([...full].filter((token) => !isPackSize(token)));
    const attributes = one.asked.listing.attributes
      .map(({ name, value }) => `${name}=${value}`.toLowerCase())
      .sort()
      .join('|');
    const key = `${[...tokens].sort().slice(0, 3).join(' ')}#${attributes}`;
    const list = buckets.get(key) ?? [];
    list.push({ one, tokens, title: one.asked.listing.title });
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
      const allowed = figureOf(first.one.asked, rule);
      const sizes = new Set(group.map(({ title }) => (title.match(/\d+/g) ?? []).join(' ')));
      const differs = sizes.size === group.length;
      if (differs && typeof allowed === 'number' && group.length <= allowed) continue;
      for (const { one, title } of group.slice(differs ? Number(allowed ?? 0) : 1))
        found.set(one.index, {
          part: 'title',
          start: 0,
          end: title.length,
          words: title,
          values: {
            first: first.one.index + 1,
            count: group.length,
            allowed: Number(allowed ?? 0),
          },
          repair: null,
        });
    }
  }
  return found;
}
