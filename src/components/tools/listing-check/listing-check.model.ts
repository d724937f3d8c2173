import {
  calculate,
  decodeInput,
  encodeInput,
  readPage,
  settled,
  type Fault,
  type ListingParts,
  type ListingResult,
} from '@/calculators/listing-check/index.ts';
import { bookOf, type CitedRule } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createForm } from '../shared/form.model.ts';

/** What the page carries for the tool. */
export interface ListingPage {
  faults: readonly (Fault & { label: string; harm: string })[];
  parts: ListingParts;
  /** What each finding says, by its message key. */
  messages: Readonly<Record<string, string>>;
  rules: readonly CitedRule[];
  strings: Readonly<Record<string, string>>;
}

export const FIELDS = [
  'platform',
  'title',
  'goods',
  'category',
  'attributes',
  'description',
  'searchTerms',
  'unit',
  'lot',
  'skus',
  'pictures',
  'brands',
  'promise.prepareDays',
  'promise.line',
  'promise.daysMin',
  'promise.daysMax',
  'promise.freeShipping',
  'promise.shipsTo',
  'promise.lineServes',
  'promise.excludes',
  'prices.list',
  'prices.now',
  'prices.low30',
  'prices.bulkPercentOff',
  'country',
  'language',
] as const;
export type ListingField = (typeof FIELDS)[number];
export type ListingTyped = Readonly<Record<ListingField, string>>;

const NONE: ListingTyped = {
  ...(Object.fromEntries(FIELDS.map((name) => [name, ''])) as ListingTyped),
  platform: 'aliexpress',
};

/** The made-up listing the tool opens with: every fault is one that an article describes. */
const EXAMPLE: Partial<ListingTyped> = {
  title: '4K Sports Camera 64GB Waterproof Camera Action Camera Best Quality',
  attributes: 'Material: plastic\nCapacity: 32 GB\nBrand: none',
  skus: 'Camera 64GB | 59.90\nCamera case only | 2.90',
  description: 'Waterproof IP68. 3-day delivery. Battery not included.',
  'promise.daysMin': '15',
  'promise.daysMax': '25',
  'promise.freeShipping': 'false',
};

const isField = (name: string): name is ListingField =>
  (FIELDS as readonly string[]).includes(name);

/** What was typed as the input of the check: `promise.daysMax` becomes a field of `promise`. */
function inputOf(typed: ListingTyped): Record<string, string | Record<string, string>> {
  const input: Record<string, string | Record<string, string>> = {};
  for (const name of FIELDS) {
    const text = typed[name];
    if (text.trim() === '') continue;
    const [whole = '', part] = name.split('.');
    if (part === undefined) input[whole] = text;
    else input[whole] = { ...(input[whole] as Record<string, string> | undefined), [part]: text };
  }
  return input;
}

/** A mistake in a line belongs to the field that holds the lines. */
const fieldOf = (path: string): string => (isField(path) ? path : (path.split('.')[0] ?? path));

/** State of the check: the form every tool has, and the page that is taken apart. */
export function createListingCheck(page: ListingPage, language: Language, builtOn: string) {
  const data = { faults: page.faults, parts: page.parts, rules: bookOf(page.rules, language) };
  const form = createForm<ListingTyped, ListingResult>(
    {
      example: (like) => ({ ...NONE, platform: like?.platform ?? NONE.platform, ...EXAMPLE }),
      empty: ({ platform, language: read, brands, country }) => ({
        ...NONE,
        platform,
        language: read,
        brands,
        country,
      }),
      answer: (typed, asOf) => {
        const input = inputOf(typed);
        const given = Object.keys(input).filter(
          (name) => !['platform', 'language', 'country', 'brands'].includes(name),
        );
        if (given.length === 0) return { kind: 'incomplete', missing: ['title'] };
        const result = calculate(settled(input), data, asOf);
        return result.kind === 'invalid'
          ? {
              ...result,
              issues: result.issues.map((issue) => ({ ...issue, path: fieldOf(issue.path) })),
            }
          : result;
      },
      toLink: (typed) => encodeInput(inputOf(typed)),
      fromLink: (fragment, current, asOf) => {
        const { input, ignored } = decodeInput(fragment, asOf);
        const texts = Object.entries(input).flatMap(([name, value]) =>
          typeof value === 'string'
            ? [[name, value] as const]
            : Object.entries(value).map(([part, text]) => [`${name}.${part}`, text] as const),
        );
        return {
          input: texts.length > 0 ? { ...current, ...Object.fromEntries(texts) } : null,
          leftOut: ignored.map(({ messageKey, ...rest }) => ({ ...rest, why: messageKey })),
        };
      },
      typed: (typed, name, value) => (isField(name) ? { ...typed, [name]: value } : typed),
    },
    builtOn,
  );
  return {
    form,
    data,
    /** Puts a pasted product page into the fields, for the person to correct. */
    takeApart: (text: string) => {
      const { title, attributes, description } = readPage(text);
      form.change({
        title,
        attributes: attributes.map(({ name, value }) => `${name}: ${value}`).join('\n'),
        description,
      });
    },
  };
}

export type ListingModel = ReturnType<typeof createListingCheck>;
