import { getCollection } from 'astro:content';
import { loadBook, ruleAddress } from '@/book.ts';
import {
  calculate,
  settled,
  type Fault,
  type ListingParts,
} from '@/calculators/listing-check/index.ts';
import { readCountry } from '@/calculators/shared/country.ts';
import { bookOf, cite } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { folderOf } from '@/language.ts';
import { packOf, type Pack } from '@/packs.ts';
import { stringsFor } from '@/strings.ts';
import type { ListingPack, ListingPage } from './library.ts';
import { EXAMPLE, inputOf } from './typed.ts';

/** Texts that are first needed where somebody pastes a table, makes a mistake or opens a link. */
const LATER =
  /^tool\.(?:listing-check\.(?:(?:many|column|issue|ignored|not-checked|own|before)\.|finding\.more$)|number\.)/;
/** Of those the ones the made-up listing shows. */
const SHOWN = /^tool\.listing-check\.(?:many\.(?:title|loading)$|not-checked|before)/;
/** Said by the command line alone. */
const ELSEWHERE = /^tool\.listing-check\.(?:help\.|not-told$)/;

const LANGUAGES = ['en', 'zh-CN'] as const satisfies readonly Language[];

/** Every rule a check may cite. */
const rulesOf = ({ rules, checks }: Fault, isRule: (id: string) => boolean): string[] => [
  ...Object.values(rules).flat(),
  ...checks.flatMap((check) => [
    ...Object.values(check.rules ?? {}).flat(),
    ...(check.extends === 'length' ? [check.rule] : []),
    ...(check.extends === 'repetition' ? Object.values(check.limit) : []),
    ...(check.extends === 'measure'
      ? Object.values(check.options ?? {}).filter(
          (value): value is string => typeof value === 'string' && isRule(value),
        )
      : []),
  ]),
];

async function make() {
  const { ruleBook, sourceBook } = await loadBook();
  const faults = (await getCollection('listingFaults'))
    .map(({ data }) => data)
    .sort((a, b) => a.id.localeCompare(b.id));
  const shared = (await getCollection('listingParts')).find(({ data }) => data.id === 'shared');
  if (!shared) throw new Error('src/content/listing-parts/shared.yaml is missing.');
  const checks = faults.map(({ label: _, harm: __, page: ___, ...fault }) => ({
    ...fault,
    checks: fault.checks.map(({ message: ____, ...check }) => check),
  })) as unknown as Fault[];
  const parts = {
    ...shared.data,
    properties: shared.data.properties.map(({ label: _, ...property }) => property),
  } as ListingParts;
  const ids = [...new Set(checks.flatMap((fault) => rulesOf(fault, (id) => ruleBook.has(id))))];
  const wholeOf = (language: Language): ListingPack => {
    return {
      checks,
      parts,
      faults: Object.fromEntries(
        faults.map(({ id, label, harm, page }) => [
          id,
          { label: label[language], harm: harm[language], page },
        ]),
      ),
      messages: Object.fromEntries(
        faults.flatMap(({ id, checks: all }) =>
          all.map((check) => [`${id}.${check.id}`, check.message[language]]),
        ),
      ),
      rules: ids.map((id) => {
        const rule = ruleBook.get(id);
        if (!rule)
          throw new Error(`The listing check cites the rule "${id}", which does not exist.`);
        return cite(rule, sourceBook, language, ruleAddress(folderOf(language), rule));
      }),
      strings: Object.fromEntries(
        Object.entries(stringsFor(language, 'tool.listing-check.', 'tool.number.')).filter(
          ([key]) => LATER.test(key),
        ),
      ),
    };
  };
  return Object.fromEntries(
    LANGUAGES.map((language) => {
      const whole = wholeOf(language);
      return [language, { whole, pack: packOf(`listing.all.${language}`, whole) }];
    }),
  ) as Record<Language, { whole: ListingPack; pack: Pack }>;
}

let made: ReturnType<typeof make> | undefined;
const listingData = () => (made ??= make());

/** What a page carries that opens with the made-up listing, judged on the day it is built. */
export async function pageIn(language: Language, builtOn: string): Promise<ListingPage> {
  const { whole, pack } = (await listingData())[language];
  const opens = calculate(
    settled(inputOf(EXAMPLE)),
    {
      faults: whole.checks,
      parts: whole.parts,
      rules: bookOf(whole.rules, language),
      countryOf: readCountry,
    },
    builtOn,
  );
  if (opens.kind !== 'ok')
    throw new Error('The made-up listing of the listing check is no listing.');
  const pick = <Value>(all: Readonly<Record<string, Value>>, keys: readonly string[]) =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = all[key];
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
  const cited = new Set([...opens.usedRules, ...opens.limits.map(({ ruleId }) => ruleId)]);
  const strings = stringsFor(
    language,
    'tool.listing-check.',
    'tool.common.',
    'ui.confidence.',
    'ui.platform.',
  );
  return {
    opens,
    rest: pack.address,
    faults: pick(
      whole.faults,
      opens.findings.map(({ id }) => id),
    ),
    messages: pick(
      whole.messages,
      opens.findings.map(({ messageKey }) => messageKey),
    ),
    rules: whole.rules.filter(({ id }) => cited.has(id)),
    strings: Object.fromEntries(
      Object.entries(strings).filter(
        ([key]) => (!LATER.test(key) || SHOWN.test(key)) && !ELSEWHERE.test(key),
      ),
    ),
  };
}

/** What the endpoint of packs writes for this tool. */
export const packs = async (): Promise<Pack[]> =>
  Object.values(await listingData()).map(({ pack }) => pack);

/** The classes as the page lists them below the tool. */
export const classesIn = async (language: Language) =>
  Object.entries((await listingData())[language].whole.faults).map(([id, fault]) => ({
    id,
    ...fault,
  }));
