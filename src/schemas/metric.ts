import { z } from 'zod';
import type { Metric } from '../calculators/dispute-rate/metric.ts';
import { minorDigits } from '../calculators/shared/currency-digits.ts';
import { localized, platforms } from './common.ts';

const id = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/, 'An id is letters, digits and hyphens.');
const ruleId = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/, 'Name a rule by its id; a metric holds no figure.');

const byField = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ byField: id, cases: z.record(z.string(), value) });

const ruleRef = z.union([ruleId, byField(ruleId)], {
  error: 'Name a rule by its id; a metric holds no figure.',
});

const sum = z.strictObject({ plus: z.array(id).min(1), minus: z.array(id).default([]) });

const term = z
  .strictObject({
    id,
    kind: z.enum(['count', 'money', 'decimal', 'money-list', 'choice']),
    label: localized,
    help: localized,
    plain: z.boolean().default(false),
    optional: z.boolean().default(false),
    atMost: id.nullable().default(null),
    options: z.array(z.strictObject({ id: z.string().min(1), label: localized })).default([]),
    default: z.string().nullable().default(null),
    unlisted: z.string().nullable().default(null),
    currency: z
      .string()
      .refine((code) => minorDigits(code) !== undefined, 'ISO 4217 knows no such currency.')
      .nullable()
      .default(null),
    plausible: z.enum(['above-one']).nullable().default(null),
  })
  .superRefine((value, ctx) => {
    const listed = value.options.map((option) => option.id);
    if ((value.kind === 'choice') !== listed.length > 0)
      ctx.addIssue({
        code: 'custom',
        path: ['options'],
        message: 'A choice, and only a choice, lists its options.',
      });
    if (new Set(listed).size !== listed.length)
      ctx.addIssue({ code: 'custom', path: ['options'], message: 'Two options have the same id.' });
    if (value.currency !== null && value.kind !== 'money' && value.kind !== 'money-list')
      ctx.addIssue({ code: 'custom', path: ['currency'], message: 'Only money has a currency.' });
    if (value.kind === 'money-list' && value.currency === null)
      ctx.addIssue({
        code: 'custom',
        path: ['currency'],
        message: 'Say the currency of the list.',
      });
    if (value.plausible !== null && value.kind !== 'decimal')
      ctx.addIssue({ code: 'custom', path: ['plausible'], message: 'Only a factor is doubted.' });
    for (const key of ['default', 'unlisted'] as const) {
      const named = value[key];
      if (named !== null && !listed.includes(named))
        ctx.addIssue({ code: 'custom', path: [key], message: `${named} is not an option.` });
    }
  });

const condition = z.strictObject({
  of: id,
  is: z.enum(['at-or-above', 'above', 'at-or-below', 'below']),
  rule: ruleRef,
});

const line = z
  .strictObject({
    when: z.array(condition).default([]),
    rate: z.strictObject({ is: z.enum(['at-or-above', 'above']), rule: ruleRef }).nullable(),
    floors: z
      .array(
        condition.extend({
          is: z.enum(['at-or-above', 'above'], { error: 'A floor is a minimum.' }),
        }),
      )
      .default([]),
  })
  .refine(
    (value) => value.rate !== null || value.floors.length > 0,
    'A line limits a rate or a count.',
  )
  // A forecast relies on it: with more claims a line, once reached, stays reached.
  .refine(
    (value) => value.when.every(({ of }) => of !== 'numerator'),
    'A line is made for a size of shop, not for a number of claims.',
  );

const tier = z.strictObject({ id, label: localized, lines: z.array(line).min(1) });

/**
 * One metric file: how a platform computes a rate and where its lines are. Refused: a figure
 * instead of a rule id, a term that is used but not declared or declared but not used, a term of
 * the wrong kind in a sum, a choice without a case for every option, an example with a
 * field too few or too many, a missing language.
 */
export const metricSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?$/),
    platform: z.enum(platforms).nullable(),
    label: localized,
    description: localized,
    definition: ruleId.nullable(),
    window: z.strictObject({ text: localized, rule: ruleId.nullable() }),
    terms: z.array(term).min(2),
    numerator: sum,
    denominator: z.union([sum, byField(sum)]),
    within: z.boolean(),
    countsOrders: z.boolean(),
    furtherClaim: z.array(id).min(1),
    furtherOrder: z.array(id).min(1),
    withdrawal: z.strictObject({ term: id, upTo: id }).nullable(),
    base: z.strictObject({ id, label: localized }),
    tiers: z.array(tier),
    ownFloor: id.nullable().default(null),
    fee: z
      .strictObject({
        percent: z.record(z.string(), ruleRef),
        cap: ruleRef,
        prices: id,
        orders: id,
        exchange: id,
      })
      .nullable()
      .default(null),
    ordersCount: z.enum(['now', 'next-month']).default('now'),
    example: z.record(id, z.string().min(1)),
    notes: localized,
    fact: z.array(z.string()),
    sources: z.array(z.string()),
  })
  .superRefine((metric, ctx) => {
    const refuse = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path, message });
    const kinds = new Map(metric.terms.map((each) => [each.id, each.kind]));
    const used = new Set<string>();
    const need = (term: string, allowed: readonly string[], path: (string | number)[]) => {
      used.add(term);
      const kind = kinds.get(term);
      if (kind === undefined) refuse(path, `${term} is not declared under terms.`);
      else if (!allowed.includes(kind))
        refuse(path, `${term} is ${kind}; here only ${allowed.join(' or ')} makes sense.`);
    };
    const summands = ['count', 'money'];
    const choose = (value: unknown, path: (string | number)[]) => {
      if (typeof value !== 'object' || value === null || !('byField' in value)) return;
      const { byField: field, cases } = value as {
        byField: string;
        cases: Record<string, unknown>;
      };
      need(field, ['choice'], path);
      const options =
        metric.terms.find((each) => each.id === field)?.options.map((option) => option.id) ?? [];
      if (options.toSorted().join() !== Object.keys(cases).toSorted().join())
        refuse([...path, 'cases'], `Give one case for each option of ${field}.`);
    };

    if (kinds.size !== metric.terms.length) refuse(['terms'], 'Two terms have the same id.');
    if (metric.platform !== null && metric.id.split('.')[0] !== metric.platform)
      refuse(['id'], 'The id must begin with its platform.');
    if (metric.platform !== null && metric.fact.length === 0)
      refuse(['fact'], 'Name the research fact this metric was made from.');

    const denominators =
      'byField' in metric.denominator
        ? Object.values(metric.denominator.cases)
        : [metric.denominator];
    choose(metric.denominator, ['denominator']);
    for (const each of [metric.numerator, ...denominators])
      for (const name of [...each.plus, ...each.minus]) need(name, summands, ['numerator']);
    for (const name of metric.furtherClaim) need(name, summands, ['furtherClaim']);
    for (const name of metric.furtherOrder) need(name, summands, ['furtherOrder']);
    if (metric.withdrawal) {
      need(metric.withdrawal.term, ['count'], ['withdrawal', 'term']);
      need(metric.withdrawal.upTo, ['count'], ['withdrawal', 'upTo']);
      if (
        metric.terms.find((each) => each.id === metric.withdrawal?.term)?.atMost !==
        metric.withdrawal.upTo
      )
        refuse(['withdrawal'], 'The withdrawn term must say atMost: the term it cannot exceed.');
    }
    for (const each of metric.terms)
      if (each.atMost !== null) need(each.atMost, summands, ['terms']);
    if (metric.ownFloor !== null) need(metric.ownFloor, ['count'], ['ownFloor']);

    const ids = [metric.base.id, ...metric.tiers.map((each) => each.id)];
    if (new Set(ids).size !== ids.length) refuse(['tiers'], 'Two tiers have the same id.');
    metric.tiers.forEach((each, t) =>
      each.lines.forEach((drawn, l) => {
        const path = ['tiers', t, 'lines', l];
        choose(drawn.rate?.rule, [...path, 'rate', 'rule']);
        for (const bound of [...drawn.when, ...drawn.floors]) {
          choose(bound.rule, path);
          if (bound.of !== 'numerator' && bound.of !== 'denominator')
            need(bound.of, ['count'], path);
        }
      }),
    );
    if (metric.fee) {
      need(metric.fee.prices, ['money-list'], ['fee', 'prices']);
      need(metric.fee.orders, ['count'], ['fee', 'orders']);
      need(metric.fee.exchange, ['decimal'], ['fee', 'exchange']);
      choose(metric.fee.cap, ['fee', 'cap']);
      for (const [zone, rule] of Object.entries(metric.fee.percent)) {
        choose(rule, ['fee', 'percent', zone]);
        if (!ids.includes(zone)) refuse(['fee', 'percent'], `${zone} is not a tier.`);
      }
    }
    for (const name of Object.keys(metric.example))
      if (!kinds.has(name)) refuse(['example', name], `${name} is not declared under terms.`);
    for (const { id: name, optional, default: preset } of metric.terms)
      if (!optional && preset === null && !(name in metric.example))
        refuse(['example'], `The example leaves out ${name}.`);
    for (const each of metric.terms)
      if (!used.has(each.id)) refuse(['terms'], `${each.id} is declared but plays no part.`);
  }) satisfies z.ZodType<Metric>;
