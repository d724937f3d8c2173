import { z } from 'zod';
import type { Rival, Rule } from '../calculators/shared/rule.ts';
import { confidence, isoDate, localized, looseDate, platforms, today } from './common.ts';

export const topics = [
  'dispute',
  'evidence',
  'appeal',
  'chargeback',
  'cancellation',
  'line',
  'metric',
  'score',
  'penalty',
  'fee',
  'shipping',
  'logistics',
  'order',
  'return',
  'remedy',
  'listing',
  'conduct',
  'chat',
  'review',
  'zone',
  'finding',
  'standard',
] as const;

const units = [
  'days',
  'calendar-days',
  'working-days',
  'business-days',
  'hours',
  'months',
  'percent',
  'ratio',
  'points',
  'count',
  'orders',
  'cases',
  'buyers',
  'sales',
  'claims',
  'stars',
  'strikes',
  'times',
  'countries',
  'characters',
  'bytes',
  'volts',
  'watt-hours',
  'milliampere-hours',
  'lumens-per-watt',
  'gigabytes',
  'millimetres',
  'centimetres',
  'people',
  'multiple-of-price',
  'day-of-month',
  'CNY',
  'RUB',
  'USD',
  'EUR',
  'statement',
] as const;

const natures = ['rule', 'finding', 'advice', 'statement'] as const;

const figure = z.union(
  [
    z.number(),
    z
      .strictObject({ min: z.number(), max: z.number() })
      .refine((r) => r.min < r.max, 'min must be below max.'),
    z.literal(true),
  ],
  { error: 'Store the value as a number, a range of two numbers, or true: not as formatted text.' },
);

const datedValue = z.strictObject({
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  value: figure,
  source: z.string().min(1, 'Every value needs a source.'),
  publishedOn: looseDate.nullable(),
  checkedOn: isoDate.refine((day) => day <= today(), 'checkedOn lies in the future.'),
  gap: localized.optional(),
});

const superseded = z.strictObject({
  by: z
    .array(z.string())
    .min(1, 'Leave by out where the book has no rule in its place.')
    .optional(),
  what: localized,
});

const rival = z.strictObject({
  value: figure,
  unit: z.enum(units),
  source: z.string().min(1, 'Every rival needs a source.'),
  fact: z.string().optional(),
  differs: localized.optional(),
  note: localized,
});

const time = ['days', 'calendar-days', 'working-days', 'business-days', 'hours', 'months'];
const measures = (unit: string) => (time.includes(unit) ? 'time' : unit);

/** Whether a reader could see from the rival's figure alone that it disputes the leading one. */
const disputesByFigure = (lead: Pick<Rival, 'value' | 'unit'>, rival: Rival) =>
  rival.unit !== 'statement' &&
  measures(rival.unit) === measures(lead.unit) &&
  !(rival.unit === lead.unit && JSON.stringify(rival.value) === JSON.stringify(lead.value));

const dayAfter = (day: string) => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/**
 * One rule file. Refused: a value as formatted text, overlapping or unexplained gaps between
 * values, `to` before `from`, a future `checkedOn`, a missing source, a missing language, and a
 * rival whose figure disputes nothing and that does not say what does.
 */
export const ruleSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/, 'An id is <platform>.<topic>.<measure>.'),
    fact: z.array(z.string()).min(1, 'Leave fact out where there is none.').optional(),
    nature: z.enum(natures).optional(),
    platform: z.enum(platforms),
    topic: z.enum(topics),
    label: localized,
    unit: z.enum(units),
    appliesTo: localized,
    values: z.array(datedValue).min(1, 'A rule needs at least one value.'),
    superseded: superseded.optional(),
    confidence,
    rivals: z.array(rival),
    review: z.strictObject({ on: isoDate, everyDays: z.number().int().positive() }),
    notes: localized,
  })
  .superRefine((rule, ctx) => {
    const [platform, topic] = rule.id.split('.');
    if (platform !== rule.platform || topic !== rule.topic)
      ctx.addIssue({
        code: 'custom',
        path: ['id'],
        message: 'The id must begin with its platform and topic.',
      });
    rule.values.forEach((value, i) => {
      const path = ['values', i];
      if (value.from && value.to && value.to < value.from)
        ctx.addIssue({ code: 'custom', path: [...path, 'to'], message: 'to lies before from.' });
      if ((value.value === true) !== (rule.unit === 'statement'))
        ctx.addIssue({
          code: 'custom',
          path: [...path, 'value'],
          message: 'Only a statement has the value true.',
        });
      const previous = rule.values[i - 1];
      if (!previous) return;
      if (value.from === null || previous.to === null || value.from <= previous.to)
        ctx.addIssue({
          code: 'custom',
          path: [...path, 'from'],
          message: 'This value overlaps the one before it.',
        });
      else if (value.from !== dayAfter(previous.to) && !value.gap)
        ctx.addIssue({
          code: 'custom',
          path: [...path, 'from'],
          message: 'There is an unexplained gap before this value; explain it in gap.',
        });
    });
    const lead = rule.values.at(-1);
    if (rule.superseded && lead?.to != null)
      ctx.addIssue({
        code: 'custom',
        path: ['superseded'],
        message: 'The last value has the day it ended; superseded is for rules without one.',
      });
    rule.rivals.forEach((rival, i) => {
      if (
        lead &&
        !rival.differs &&
        !disputesByFigure({ value: lead.value, unit: rule.unit }, rival)
      )
        ctx.addIssue({
          code: 'custom',
          path: ['rivals', i],
          message:
            'This figure disputes nothing by itself. Say in differs what is different, or make it a note.',
        });
    });
  }) satisfies z.ZodType<Rule>;
