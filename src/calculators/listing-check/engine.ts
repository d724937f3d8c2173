import { onceFor } from '../shared/once-for.ts';
import { fill } from '../shared/result.ts';
import { lookup, type RuleBook } from '../shared/rule.ts';
import { among } from './letters.ts';
import type { Check, Fault, ListingParts, RulesByPlatform, Scope, Severity } from './fault.ts';
import type { Platform } from './options.ts';
import type { CountryOf, Listing } from './schema.ts';
import {
  foldOnce,
  hasGap,
  languageIn,
  lineAround,
  patterns,
  rewritten,
  search,
  spanOf,
  type Edit,
  type Folded,
  type Search,
  type Searched,
  type Span,
} from './text.ts';

/** One text of a listing and where it stands: `title`, `skus.2.name`, `attributes.0.value`. */
export interface Part {
  part: string;
  scope: Scope;
  /** For an attribute or a SKU, its place in the list. */
  index: number;
  /** The name of an attribute. */
  name: Folded;
  text: Folded;
  /** What the person's own brands and models cover. */
  brands: readonly Span[];
  /** What a compatibility word says the goods fit. */
  fits: readonly Span[];
}

/** What a check found, before it is worded. */
export interface Find extends Span {
  part: string;
  words: string;
  values?: Readonly<Record<string, string | number>>;
  /** The line of the words, or the field, as it should be; where null, the data may have a text. */
  repair?: string | null;
  /** The field the repair belongs to, where it is another than that of the words. */
  into?: string;
  /** What the data's repair text may name beside the values. */
  slots?: Readonly<Record<string, string | number>>;
  /** What else of the line has to change with the words, so that nothing of the fault is left. */
  also?: readonly Edit[];
  /** Where the check itself leaves a choice. */
  severity?: Severity;
  reason?: string | null;
  ruleIds?: readonly string[];
  /** How many more of its kind stand in the part and are not told one by one. */
  more?: number;
}

export interface Finding extends Span {
  id: string;
  part: string;
  words: string;
  severity: Severity;
  reason: string | null;
  ruleIds: string[];
  messageKey: string;
  values: Readonly<Record<string, string | number>>;
  repair: string | null;
  /** `ready` to be copied; `gap` where only the seller knows what belongs into its [[ ]]. */
  repairKind: 'ready' | 'gap' | null;
  /** The field the repair belongs to; `listing` for the title of a listing of its own. */
  repairInto: string | null;
  /** How many more of its kind stand in its part, of which nobody would read on. */
  more: number;
}

/** Everything a check may look at. */
export interface Asked {
  listing: Listing;
  parts: readonly Part[];
  /** All parts as one text: what cannot stand in it is looked for in none of them. */
  whole: Searched;
  words: Words;
  book: RuleBook;
  countryOf: CountryOf;
}

/** The shared words, ready to search with. */
export interface Words {
  data: ListingParts;
  compatible: Search;
  small: ReadonlySet<string>;
  accessory: Search;
  notForSale: Search;
  /** Words right before what is denied. */
  denied: Search;
  model: Search;
}

export function makeWords(data: ListingParts): Words {
  return {
    data,
    compatible: patterns(data.compatible),
    small: new Set(data.small),
    accessory: patterns(data.accessories),
    notForSale: patterns(data.notForSale),
    denied: search(data.denied.map((one) => `(?:${one})\\n`)),
    model: patterns(data.models),
  };
}

/** Whether a pattern stands in a text. */
export function standsIn(what: Search | RegExp, text: Folded): boolean {
  const regex = what instanceof RegExp ? among(what, text.few) : what.in(text);
  if (!regex) return false;
  regex.lastIndex = 0;
  return regex.test(text.folded);
}

const NOWHERE: { span: Span; match: RegExpExecArray }[] = [];

/** Everywhere a pattern stands in a text, as typed. */
export function findAll(
  what: Search | RegExp,
  text: Folded,
): { span: Span; match: RegExpExecArray }[] {
  const regex = what instanceof RegExp ? among(what, text.few) : what.in(text);
  if (!regex) return NOWHERE;
  const found: { span: Span; match: RegExpExecArray }[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(text.folded); match; match = regex.exec(text.folded)) {
    if (match[0] === '') regex.lastIndex += 1;
    else found.push({ span: spanOf(text, match.index, match.index + match[0].length), match });
  }
  return found;
}

/** Whether a stretch touches one of many, without going through all of them each time. */
export function insideOf(spans: readonly Span[]): (span: Span) => boolean {
  const ordered = merged([...spans].sort((a, b) => a.start - b.start));
  return (span) => {
    let from = 0;
    let to = ordered.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((ordered[middle]?.end ?? 0) <= span.start) from = middle + 1;
      else to = middle;
    }
    const other = ordered[from];
    return other !== undefined && other.start < span.end;
  };
}

const insideOnce = onceFor(insideOf);

export const inside = (span: Span, spans: readonly Span[]): boolean => insideOnce(spans)(span);

const READ: ReadonlySet<Scope> = new Set(['title', 'sku', 'attribute', 'description']);

/** The parts a buyer reads; pictures have words as well, and only some checks ask for those. */
export const textsOf = (parts: readonly Part[], withPictures = false): readonly Part[] =>
  parts.filter(({ scope }) => READ.has(scope) || (withPictures && scope === 'picture'));

/** Of those the ones in which a number stands. */
export const countsIn = (parts: readonly Part[]): readonly Part[] =>
  textsOf(parts).filter(({ text }) => text.has.digit);

/** Places of one kind in one part that are told one by one. */
export const MOST_TOLD = 100;

/** The first of many places, each as a find; with the last one stands how many more there are. */
export function told<One>(all: readonly One[], find: (one: One, index: number) => Find): Find[] {
  const more = all.length - MOST_TOLD;
  return all
    .slice(0, MOST_TOLD)
    .map((one, i) => (i === MOST_TOLD - 1 ? { ...find(one, i), more } : find(one, i)));
}

/** A find in a part, with the words that stand there. */
export const findAt = (part: Part, { start, end }: Span, rest: Partial<Find> = {}): Find => ({
  part: part.part,
  start,
  end,
  words: part.text.raw.slice(start, end),
  repair: null,
  ...rest,
});

/** The brands of the row before, since a file mostly holds the goods of one or two. */
let lastBrands: { key: string; search: Search } | null = null;

function brandsOf(brands: readonly string[]): Search {
  const key = brands.join('\n');
  if (lastBrands?.key !== key) {
    const sources = brands.map((brand) => escaped(foldOnce(brand).folded));
    lastBrands = { key, search: patterns(sources.sort((a, b) => b.length - a.length)) };
  }
  return lastBrands.search;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A fragment of a sentence ends here: what a compatibility word names does not reach further. */
const STOP = /[,;，；、。.!?！？()（）|\n]/u;

/** One name with its models, or two with a word between them: the next one of a list of names. */
const NAME = String.raw`\p{Lu}[\p{L}\d+-]*(?:\s+[\p{L}+-]*\d[\p{L}\d+-]*)*`;
const NEXT_NAME = new RegExp(
  String.raw`^\s*(?:(?:and|or|и|или)\s+)?${NAME}(?:\s+(?:and|or|и|или|&)\s+${NAME})?\s*$`,
  'u',
);

/** Nobody lists more; a hostile text may. */
const MOST_NAMES = 30;

/** Where what a word like “for” names ends: at the end of its fragment, or of a list of names. */
function endOfFit(raw: string, from: number): number {
  let end = from;
  for (let names = 0; names < MOST_NAMES; names += 1) {
    const stop = STOP.exec(raw.slice(end));
    if (!stop) return raw.length;
    end += stop.index;
    const rest = raw.slice(end + 1);
    const next = rest.slice(0, STOP.exec(rest)?.index);
    // 、 stands in lists alone; a comma may as well begin what is said of the goods.
    const goesOn = stop[0] === '、' || (/[,，]/u.test(stop[0]) && NEXT_NAME.test(next));
    if (!goesOn) return end;
    end += 1;
  }
  return end;
}

export function partsOf(listing: Listing, words: Words): Part[] {
  const own = brandsOf(listing.brands);
  const part = (at: string, scope: Scope, raw: string, index = 0, name = ''): Part[] => {
    if (raw.trim() === '') return [];
    const text = foldOnce(raw);
    const fits = findAll(words.compatible, text).map(({ span }): Span => ({
      start: span.start,
      end: endOfFit(raw, span.end),
    }));
    return [
      {
        part: at,
        scope,
        index,
        name: foldOnce(name),
        text,
        brands: findAll(own, text).map(({ span }) => span),
        fits: merged(fits),
      },
    ];
  };
  return [
    ...part('title', 'title', listing.title),
    ...listing.skus.flatMap(({ name, contains }, i) => [
      ...part(`skus.${i}.name`, 'sku', name, i),
      ...part(`skus.${i}.contains`, 'sku', contains, i),
    ]),
    ...listing.attributes.flatMap(({ name, value }, i) =>
      part(`attributes.${i}.value`, 'attribute', value, i, name),
    ),
    ...part('description', 'description', listing.description),
    ...part('category', 'category', listing.category),
    ...part('searchTerms', 'searchTerms', listing.searchTerms),
    ...(listing.pictures ?? []).flatMap(({ text }, i) =>
      part(`pictures.${i}.text`, 'picture', text, i),
    ),
    ...part('goods', 'goods', listing.goods),
  ];
}

/** Stretches in their order, those that touch or overlap as one. */
function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else found.push({ ...span });
  }
  return found;
}

/** The number a rule holds on the day; null where it holds none then. */
export function figureOf(
  { book, listing }: Pick<Asked, 'book'> & { listing: Pick<Listing, 'day'> },
  id: string,
): number | { min: number; max: number } | null {
  const found = lookup(book, id, listing.day);
  if (found.kind !== 'known' || found.value.value === true) return null;
  return found.value.value;
}

const rulesOn = (rules: RulesByPlatform | undefined, platform: Platform) =>
  rules?.[platform] ?? rules?.default;

/** Whether a check holds for this listing on its day. */
export const holds = (
  check: Check,
  { platform, language, day }: Pick<Listing, 'platform' | 'language' | 'day'>,
): boolean =>
  (check.platforms === undefined || check.platforms.includes(platform)) &&
  (check.languages === undefined || check.languages.includes(language)) &&
  (check.from === undefined || day >= check.from) &&
  (check.to === undefined || day <= check.to);

/** The language a listing is written in: that of its title, else of its buyers. */
export const tongueOf = ({
  parts,
  language,
}: Pick<Asked, 'parts'> & Pick<Listing, 'language'>): Listing['language'] =>
  languageIn(parts.find(({ scope }) => scope === 'title')?.text.raw ?? '') ?? language;

/** A listing as far as its findings are told of it. */
type Told = Pick<Listing, 'platform' | 'language'>;

/** What to write instead: what the check says, else what the data has for it. */
function repairOf(
  check: Check,
  find: Find,
  { language }: Told,
  { parts, words }: Pick<Asked, 'parts' | 'words'>,
) {
  const own = find.repair ?? null;
  if (own !== null && own !== '') return { text: own, into: find.into ?? find.part };
  // Nothing is left of a line: what stands there is for the seller to say.
  const text = own === '' ? words.data.emptied : check.repair;
  if (!text) return null;
  const raw = parts.find(({ part }) => part === find.part)?.text.raw ?? '';
  const line = lineAround(raw, find);
  const instead = fill(
    text[
      text.forBuyers === true
        ? language
        : // A line that is all address says nothing of its language.
          ((own === '' ? null : languageIn(raw.slice(line.start, line.end))) ??
          tongueOf({ parts, language }))
    ],
    { words: find.words, ...find.values, ...find.slots },
  );
  const into = find.into ?? text.into ?? find.part;
  if (raw === '' || into !== find.part || text.of === 'all') return { text: instead.trim(), into };
  const { start, end } = find;
  const span =
    text.of === 'line' ? line : text.of === 'behind' ? { start: end, end } : { start, end };
  const edits = [{ ...span, by: instead }, ...(find.also ?? [])].sort((a, b) => a.start - b.start);
  return { text: rewritten(raw, find, edits), into };
}

export function toFinding(
  fault: Fault,
  check: Check,
  find: Find,
  listing: Told,
  asked: Pick<Asked, 'parts' | 'words'>,
): Finding {
  const { platform } = listing;
  const { part, start, end, words, values = {} } = find;
  const repair = repairOf(check, find, listing, asked);
  return {
    id: fault.id,
    part,
    start,
    end,
    words,
    severity: find.severity ?? check.severityOn?.[platform] ?? check.severity ?? fault.severity,
    reason:
      find.reason !== undefined
        ? find.reason
        : check.reason !== undefined
          ? check.reason
          : fault.reason,
    ruleIds: [
      ...(find.ruleIds ?? rulesOn(check.rules, platform) ?? rulesOn(fault.rules, platform) ?? []),
    ],
    messageKey: `${fault.id}.${check.id}`,
    values: { words, ...values },
    repair: repair?.text ?? null,
    repairKind: repair ? (hasGap(repair.text) ? 'gap' : 'ready') : null,
    repairInto: repair?.into ?? null,
    more: find.more ?? 0,
  };
}
