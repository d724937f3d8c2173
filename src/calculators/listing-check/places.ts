import type { Finding } from './engine.ts';

/** Parts of a listing in the order in which one reads it; any other comes after them, by its name. */
const ORDER = [
  'title',
  'category',
  'searchTerms',
  'goods',
  'skus',
  'unit',
  'lot',
  'attributes',
  'description',
  'pictures',
];

/** A name in a finding as the part it stands in: `skus.1.name` is in `skus.1`. */
const partOf = (name: string): string => /^[^.]+(?:\.\d+)?/.exec(name)?.[0] ?? name;

/** Every part of a listing that has to be looked at, once: where something is found, and what it is at odds with. */
export function placesOf(findings: readonly Finding[]): string[] {
  const named = findings.flatMap(({ part, values }) => [part, ...[values['where'] ?? []].flat()]);
  const placed = [...new Set(named.map((name) => partOf(String(name))))].map((place) => {
    const [field = '', index = '0'] = place.split('.');
    const at = ORDER.indexOf(field);
    return { place, field, at: at < 0 ? ORDER.length : at, index: Number(index) };
  });
  return placed
    .sort(
      (a, b) =>
        a.at - b.at || (a.field < b.field ? -1 : a.field > b.field ? 1 : 0) || a.index - b.index,
    )
    .map(({ place }) => place);
}
