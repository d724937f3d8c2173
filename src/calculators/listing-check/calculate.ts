import { onceFor } from '../shared/once-for.ts';
import type { Incomplete, InputIssue, Invalid } from '../shared/result.ts';
import type { RuleBook } from '../shared/rule.ts';
import { fit, list as listOf, type Shape } from '../shared/shape.ts';
import { holds, makeWords, partsOf, toFinding, type Asked, type Finding } from './engine.ts';
import { SEVERITIES, type Fault, type ListingParts } from './fault.ts';
import { comparedBy, copies, type Compared } from './kinds/copies.ts';
import { findsOf } from './kinds/index.ts';
import { limitsOf, type Limit } from './kinds/limits.ts';
import { together } from './text.ts';
import { inputFields, parseInput, parseRow, type CountryOf, type Listing } from './schema.ts';

/** What the check knows of the world, handed in by the caller. */
export interface ListingData {
  faults: readonly Fault[];
  parts: ListingParts;
  rules: RuleBook;
  /** The code of a country as people write it; the names of all of them are much to carry along. */
  countryOf: CountryOf;
}

export interface ListingOk {
  kind: 'ok';
  platform: string;
  language: string;
  asOf: string;
  findings: Finding[];
  limits: Limit[];
  /** Ids of what could not be looked at because it was not given. */
  notChecked: string[];
  /** Of a row among many: what stood in it and could not be read, while the rest of it was checked. */
  notRead: InputIssue[];
  /** What only eyes can see, from what was given: ids of a short list. */
  beforePublishing: string[];
  usedRules: string[];
  ignored: string[];
}

export interface ListingsOk {
  kind: 'ok';
  asOf: string;
  /** Of a table, what each column was taken for. */
  columns?: { header: string; holds: string }[];
  listings: (ListingOk | (Invalid & { row: number }) | (Incomplete & { row: number }))[];
  summary: {
    listings: number;
    /** Rows that were read to their end and in which nothing was found. */
    clean: number;
    /** Rows checked but for something in them that could not be read. */
    partly: number;
    /** Rows that could not be checked at all. */
    unread: number;
    byFault: { id: string; findings: number; listings: number }[];
    byReason: { reason: string; findings: number; listings: number }[];
  };
}

export type ListingResult = ListingOk | Incomplete | (Invalid & { asOf?: string });

const wordsFor = onceFor(makeWords);

/** What a field is a part of, where its name does not begin with it. */
const PART_OF: Readonly<Record<string, string>> = { lot: 'unit', 'prices.low30': 'low30' };

/** Fields that were left empty, and what therefore was not looked at. */
function notChecked(listing: Listing, notRead: readonly InputIssue[]): string[] {
  const { prices, pictures } = listing;
  // What was given and could not be read is named there.
  const given = new Set(notRead.map(({ path }) => PART_OF[path] ?? path.split('.')[0]));
  const empty: [string, boolean][] = [
    ['title', listing.title.trim() === ''],
    ['category', listing.category.trim() === ''],
    ['attributes', listing.attributes.length === 0],
    ['description', listing.description.trim() === ''],
    ['unit', listing.unit === '' && listing.lot === null],
    ['skus', listing.skus.length === 0],
    ['pictures', pictures === null],
    [
      'promise',
      listing.daysMin === null && listing.daysMax === null && listing.prepareDays === null,
    ],
    ['brands', listing.brands.length === 0],
    ['low30', prices.list !== null && prices.now !== null && prices.low30 === null],
    ['prices', prices.list === null && prices.now === null],
    ['country', listing.country === null],
  ];
  return empty.flatMap(([id, isEmpty]) => (isEmpty && !given.has(id) ? [id] : []));
}

/** The questions text cannot answer, the shortest list that fits what was given. */
function beforePublishing(listing: Listing, findings: readonly Finding[]): string[] {
  const has = (kind: string) => listing.pictures?.some((one) => one.kind === kind) ?? false;
  const letters = listing.skus.some(({ name }) =>
    /(?<!\p{L})(?:s|m|l|x{1,3}l)(?!\p{L})/iu.test(name),
  );
  const asks: [string, boolean][] = [
    ['own-pictures', true],
    ['picture-shows-sku', listing.skus.length > 1],
    ['defect-picture', !has('defect')],
    ['box-picture', !has('box')],
    [
      'size-chart',
      !has('size') &&
        (letters ||
          findings.some(({ id, messageKey }) => id === 'L07' || messageKey === 'L14.no-size')),
    ],
    ['authorisation', listing.brands.length > 0 || findings.some(({ id }) => id === 'L11')],
    ['unit-picture', findings.some(({ id }) => id === 'L01')],
    ['line-asked', listing.daysMax === null],
  ];
  return asks.flatMap(([id, isAsked]) => (isAsked ? [id] : []));
}

/** Worst first: what is refused or disputed before what only costs search; then as the text goes. */
const worstFirst = (a: Finding, b: Finding) =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  Number(a.reason === null) - Number(b.reason === null);

/** Of what one fault finds in one place, the widest words: `add WhatsApp +86 …` is one find, not two. */
function widest(): (finding: Finding) => boolean {
  const reached = new Map<string, number>();
  return ({ part, start, end }) => {
    // What is about a whole field has no words of its own.
    if (start === end) return true;
    if (end <= (reached.get(part) ?? 0)) return false;
    reached.set(part, end);
    return true;
  };
}

/** Where the last one told lies within another, that one says how many more there are. */
function withMore(found: readonly Finding[], kept: Finding[]): Finding[] {
  for (const lost of found) {
    if (lost.more === 0 || kept.includes(lost)) continue;
    const last = kept.filter(({ part }) => part === lost.part).at(-1);
    if (last) last.more += lost.more;
  }
  return kept;
}

/** Every rule a finding or a limit rests on, once. */
const rulesIn = (findings: readonly Finding[], limits: readonly Limit[]): string[] => [
  ...new Set([
    ...findings.flatMap(({ ruleIds }) => ruleIds),
    ...limits.map(({ ruleId }) => ruleId),
  ]),
];

function askedFor(listing: Listing, data: ListingData): Asked {
  const words = wordsFor(data.parts);
  const parts = partsOf(listing, words);
  const whole = together(parts.map(({ text }) => text));
  return { listing, words, book: data.rules, countryOf: data.countryOf, parts, whole };
}

function judge(
  asked: Asked,
  data: ListingData,
  { ignored, notRead }: Pick<ListingOk, 'ignored' | 'notRead'>,
  asOf: string,
): ListingOk {
  const { listing } = asked;
  const findings = data.faults
    .flatMap((fault) => {
      const found = fault.checks
        .filter((check) => holds(check, listing))
        .flatMap((check) =>
          findsOf(check, asked).map((find) => toFinding(fault, check, find, listing, asked)),
        )
        .sort((a, b) => a.start - b.start || b.end - a.end);
      return withMore(found, found.filter(widest()));
    })
    .sort(worstFirst);
  const limits = limitsOf(data.faults, asked);
  return {
    kind: 'ok',
    platform: listing.platform,
    language: listing.language,
    asOf,
    findings,
    limits,
    notChecked: notChecked(listing, notRead),
    notRead,
    beforePublishing: beforePublishing(listing, findings),
    usedRules: rulesIn(findings, limits),
    ignored,
  };
}

const KNOWN: ReadonlySet<string> = new Set([...inputFields, 'listings']);
/** What a listing that could be read names and nobody knows. */
const ignoredIn = (raw: unknown): string[] =>
  Object.keys(raw as object).filter((name) => !KNOWN.has(name));

/** Looks at one listing. Never throws on an input. */
export function calculate(raw: unknown, data: ListingData, asOf: string): ListingResult {
  const checked = parseInput(raw, asOf, data.countryOf);
  if (checked.ok)
    return judge(
      askedFor(checked.listing, data),
      data,
      { ignored: ignoredIn(raw), notRead: [] },
      asOf,
    );
  return checked.issues.length > 0
    ? { kind: 'invalid', issues: checked.issues, asOf }
    : { kind: 'incomplete', missing: checked.missing };
}

/** How many listings are checked between two words on the progress. */
const STEP = 25;

/** The check that looks at several listings together. */
const COPIES = 'copies';

const anything: Shape<unknown> = { read: (raw) => raw };

/** Rows judged each by itself, and what they are compared by with all others of their file. */
export interface Share {
  listings: ListingsOk['listings'];
  compared: Compared[];
}

/**
 * Judges some rows of a file, each by itself. What cannot be read in a row is named in its answer (`notRead`),
 * and the rest of the row is checked; a row without a platform, or with nothing in it that can be read, has an
 * answer of its own kind.
 *
 * @param rows listings as people and files give them, at most as many as a shop holds.
 * @param from how many rows of the file stand before them.
 * @param onProgress told how many are done, every few of them.
 */
export function judgeRows(
  rows: readonly unknown[],
  data: ListingData,
  asOf: string,
  from = 0,
  onProgress?: (done: number) => void,
): Share {
  const compared: Compared[] = [];
  const listings = rows.map((raw, i): ListingsOk['listings'][number] => {
    if (i % STEP === 0) onProgress?.(i);
    const checked = parseRow(raw, asOf, data.countryOf);
    if (!checked.ok) {
      const row = from + i + 1;
      return checked.issues.length > 0
        ? { kind: 'invalid', issues: checked.issues, row }
        : { kind: 'incomplete', missing: checked.missing, row };
    }
    compared.push(comparedBy(checked.listing, from + i));
    const read = { ignored: ignoredIn(raw), notRead: checked.notRead };
    return judge(askedFor(checked.listing, data), data, read, asOf);
  });
  return { listings, compared };
}

/** Puts the shares of a file together, in their order: copies of one product are found among all of them. */
export function joinShares(shares: readonly Share[], data: ListingData, asOf: string): ListingsOk {
  const listings = shares.flatMap((share) => share.listings);
  const all = shares.flatMap((share) => share.compared);
  const words = wordsFor(data.parts);
  for (const fault of data.faults)
    for (const check of fault.checks) {
      if (check.extends !== 'measure' || check.measure !== COPIES) continue;
      const compared = all.filter(({ listing }) => holds(check, listing));
      for (const [{ index, listing }, find] of copies(
        compared,
        data.rules,
        String(check.options?.['rule'] ?? ''),
      )) {
        const result = listings[index];
        if (result?.kind !== 'ok') continue;
        result.findings = [
          ...result.findings,
          toFinding(fault, check, find, listing, { parts: [], words }),
        ].sort(worstFirst);
        result.usedRules = rulesIn(result.findings, result.limits);
      }
    }
  return { kind: 'ok', asOf, listings, summary: summaryOf(listings) };
}

/** Looks at many listings: each by itself, then all for copies of one product. */
export const calculateAll = (
  rows: readonly unknown[],
  data: ListingData,
  asOf: string,
  onProgress?: (done: number) => void,
): ListingsOk => joinShares([judgeRows(rows, data, asOf, 0, onProgress)], data, asOf);

function summaryOf(listings: ListingsOk['listings']): ListingsOk['summary'] {
  const checked = listings.filter((one) => one.kind === 'ok');
  const tally = (idOf: (finding: Finding) => string | null) => {
    const found = new Map<string, { findings: number; listings: number }>();
    for (const { findings } of checked) {
      const here = new Set<string>();
      for (const finding of findings) {
        const id = idOf(finding);
        if (id === null) continue;
        const count = found.get(id) ?? { findings: 0, listings: 0 };
        count.findings += 1 + finding.more;
        if (!here.has(id)) count.listings += 1;
        here.add(id);
        found.set(id, count);
      }
    }
    return [...found].sort(([, a], [, b]) => b.listings - a.listings || b.findings - a.findings);
  };
  return {
    listings: listings.length,
    clean: checked.filter(({ findings, notRead }) => findings.length + notRead.length === 0).length,
    partly: checked.filter(({ notRead }) => notRead.length > 0).length,
    unread: listings.length - checked.length,
    byFault: tally(({ id }) => id).map(([id, counts]) => ({ id, ...counts })),
    byReason: tally(({ reason }) => reason).map(([reason, counts]) => ({ reason, ...counts })),
  };
}

/** A list of listings of any shape, or null where the value is none. */
export function rowsOf(raw: unknown): unknown[] | null {
  const { value } = fit(listOf(anything), raw);
  return value;
}
