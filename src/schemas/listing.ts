import { z } from 'zod';
import { SCOPES, SEVERITIES } from '../calculators/listing-check/fault.ts';
import { MEASURE_NAMES } from '../calculators/listing-check/measure-names.ts';
import { PICTURE_KINDS, PLATFORMS } from '../calculators/listing-check/options.ts';
import { pattern } from '../calculators/listing-check/text.ts';
import { isoDate, localized } from './common.ts';

const platform = z.enum(PLATFORMS);
const rules = z.partialRecord(z.enum([...PLATFORMS, 'default']), z.array(z.string()).min(1));

/** A pattern that compiles, at the borders of words as the check sets them. */
const expression = z
  .string()
  .min(1)
  .refine((source) => {
    try {
      return new RegExp(pattern(source), 'gu') instanceof RegExp;
    } catch {
      return false;
    }
  }, 'This is no regular expression.');
const expressions = z.array(expression).min(1);

/** What to write instead, in the language of the listing; [[ ]] is a gap for the seller. */
const repairText = z.strictObject({
  en: z.string().min(1),
  ru: z.string().min(1),
  zh: z.string().min(1),
  of: z.enum(['words', 'line', 'behind', 'all']).optional(),
  into: z.string().min(1).optional(),
  forBuyers: z.literal(true).optional(),
});

const common = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  scope: z.array(z.enum(SCOPES)).min(1).optional(),
  platforms: z.array(platform).min(1).optional(),
  languages: z
    .array(z.enum(['en', 'ru', 'zh']))
    .min(1)
    .optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  severity: z.enum(SEVERITIES).optional(),
  severityOn: z.partialRecord(platform, z.enum(SEVERITIES)).optional(),
  reason: z.string().nullable().optional(),
  rules: rules.optional(),
  message: localized,
  repair: repairText.optional(),
};
const byWords = {
  ...common,
  exceptions: expressions.optional(),
  goods: expressions.optional(),
  notCompatible: z.boolean().optional(),
};
const perPlatform = <Value extends z.ZodType>(value: Value) =>
  z.partialRecord(z.enum([...PLATFORMS, 'default']), value);

const check = z.discriminatedUnion('extends', [
  z.strictObject({
    ...byWords,
    extends: z.literal('existence'),
    tokens: expressions,
    drop: z.boolean().optional(),
    clause: z.boolean().optional(),
    asFit: z.strictObject({ en: z.string(), ru: z.string(), zh: z.string() }).optional(),
  }),
  z.strictObject({
    ...byWords,
    extends: z.literal('substitution'),
    swap: z.record(expression, z.string()),
  }),
  z.strictObject({
    ...common,
    extends: z.literal('repetition'),
    limit: perPlatform(z.string()),
    counts: perPlatform(z.enum(['above', 'from'])),
    exceptions: expressions,
  }),
  z.strictObject({
    ...byWords,
    extends: z.literal('occurrence'),
    token: expression,
    max: z.int().positive(),
  }),
  z.strictObject({
    ...common,
    extends: z.literal('length'),
    field: z.enum(['title', 'searchTerms', 'sku.code', 'pictures', 'description-words']),
    besides: z.array(z.enum(PICTURE_KINDS)).min(1).optional(),
    rule: z.string(),
    bound: z.enum(['at-most', 'below', 'at-least']),
    countries: z.array(z.string().length(2)).min(1).optional(),
  }),
  z.strictObject({ ...common, extends: z.literal('consistency'), property: z.string() }),
  z.strictObject({
    ...common,
    extends: z.literal('measure'),
    measure: z.enum([...MEASURE_NAMES, 'copies']),
    options: z
      .record(z.string(), z.union([z.array(z.string()), z.string(), z.number()]))
      .optional(),
  }),
]);

/** A class of faults in a listing: what it leads to, which page helps, and how a machine sees it. */
export const listingFaultSchema = z.strictObject({
  id: z.string().regex(/^L\d{2}$/),
  label: localized,
  harm: localized,
  severity: z.enum(SEVERITIES),
  reason: z.string().nullable(),
  page: z.string().min(1),
  rules,
  checks: z.array(check).min(1),
});

const property = z.strictObject({
  id: z.string(),
  label: localized,
  names: expressions,
  notNames: expressions.optional(),
  saidBy: expressions.optional(),
  notSaid: expressions.optional(),
  saidFor: z.array(z.string()).min(1).optional(),
  beside: expressions.optional(),
  goods: expressions.optional(),
  notGoods: expressions.optional(),
  notAccessories: z.literal(true).optional(),
  ownMaker: z
    .array(z.strictObject({ words: expressions, values: z.array(z.string()).min(1).optional() }))
    .optional(),
  kind: z.enum(['words', 'number', 'size', 'code']),
  open: z.literal(true).optional(),
  counts: z.literal(true).optional(),
  notSkus: z.literal(true).optional(),
  notLetters: expressions.optional(),
  ofFit: z.literal(true).optional(),
  groups: z.record(z.string(), z.record(z.string(), expressions)).optional(),
  units: z.record(z.string(), z.number().positive()).optional(),
  ahead: expressions.optional(),
  least: z.int().positive().optional(),
  tolerance: z.number().min(0).max(0.5).optional(),
  alike: z.array(z.number().positive()).optional(),
  ranges: z.boolean().optional(),
  largest: z.boolean().optional(),
  of: z.array(z.string()).min(1).optional(),
});

/** Words that several checks of a listing share. */
export const listingPartsSchema = z.strictObject({
  id: z.string(),
  compatible: expressions,
  small: z.array(z.string()).min(1),
  units: z.record(z.string(), expressions),
  pairs: expressions,
  pairsNot: expressions,
  devices: z.record(z.string(), expressions),
  accessories: expressions,
  models: expressions,
  notForSale: expressions,
  denied: expressions,
  wholes: expressions,
  emptied: repairText,
  numbers: z.record(z.string(), z.int().positive()),
  box: z.strictObject({
    with: expressions,
    withBehind: expressions,
    without: expressions,
    withoutBehind: expressions,
    lists: expressions,
    things: z.record(z.string(), expressions),
    leftOut: expressions,
    leftOutBehind: expressions,
    promised: expressions,
    counters: expressions,
    partsOf: expressions,
  }),
  properties: z.array(property).min(1),
});
