import { z } from 'zod';
import { KINDS, namesOf, type Kind } from '../calculators/deadline-planner/board-kinds.ts';
import { idsIn, type Flow, type FlowWords } from '../calculators/deadline-planner/flow.ts';
import { localized, platforms } from './common.ts';

const slug = z.string().regex(/^[a-z0-9-]+$/);
const ruleId = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/);
const eventId = z.string().regex(/^[a-z][A-Za-z]*At$/, 'An event id ends in At.');
const country = z.string().regex(/^[A-Z]{2}$/);

const wordsById = (id: z.ZodString) => z.record(id, localized).optional();

/** What things are called, in both languages, by their ids. */
const words = {
  clocks: wordsById(slug),
  events: wordsById(eventId),
  outcomes: wordsById(slug),
  advice: wordsById(slug),
};

/** The words that several flows share. */
export const flowPartsSchema = z.strictObject({
  id: z.literal('shared'),
  ...words,
}) satisfies z.ZodType<FlowWords>;

const clock = z.strictObject({
  id: slug,
  kind: z.enum(['duty', 'window', 'opens']),
  actor: z.enum(['seller', 'buyer', 'platform', 'carrier', 'both']),
  startsFrom: eventId,
  restartedBy: z.array(eventId).min(1).optional(),
  rule: ruleId,
  ruleByCountry: z.record(country, ruleId).optional(),
  promisedDaysWin: z.boolean().optional(),
  atOnceBelow: ruleId.optional(),
  rivalRules: z.array(ruleId).optional(),
  calendar: z.union([country, z.literal('seller')]).optional(),
  opensWith: slug.optional(),
  doneBy: z.array(eventId),
  onTimeout: slug,
});

const advice = z.strictObject({
  id: slug,
  deadline: slug,
  whenLeft: z.strictObject({ rule: ruleId, inclusive: z.boolean() }).optional(),
  countries: z.array(country).optional(),
  notCountries: z.array(country).optional(),
  values: z.record(z.string(), ruleId).optional(),
});

/**
 * One flow a file; every clock names its rule. Refused: two clocks of one id, advice on a clock
 * that does not exist, a zone that neither a rule nor a note stands for, a word for nothing.
 */
export const flowSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/),
    platform: z.enum(platforms),
    title: localized,
    kinds: z.array(z.enum(Object.keys(KINDS) as Kind[])).optional(),
    startsAs: z.partialRecord(z.enum(Object.keys(KINDS) as Kind[]), eventId).optional(),
    names: z.array(z.string().trim().min(1)).optional(),
    ownNames: z.array(z.string().trim().min(1)).optional(),
    zone: z.string().min(1).nullable(),
    zoneRule: ruleId.optional(),
    zoneNote: localized.optional(),
    elapsedDaysRule: ruleId.optional(),
    calendarNote: localized.optional(),
    primary: eventId,
    dueSoonHours: z.number().int().positive(),
    clocks: z.array(clock).min(1),
    advice: z.array(advice),
    words: z.strictObject(words).optional(),
  })
  .superRefine((flow, ctx) => {
    const ids = flow.clocks.map((one) => one.id);
    if (new Set(ids).size !== ids.length)
      ctx.addIssue({ code: 'custom', path: ['clocks'], message: 'Two clocks have one id.' });
    if (!flow.id.startsWith(`${flow.platform}.`))
      ctx.addIssue({
        code: 'custom',
        path: ['id'],
        message: 'The id must begin with its platform.',
      });
    if (!flow.zoneRule && !flow.zoneNote)
      ctx.addIssue({
        code: 'custom',
        path: ['zoneNote'],
        message: 'Name the rule behind the zone, or say in zoneNote that none was found.',
      });
    if (!flow.clocks.some((one) => one.startsFrom === flow.primary))
      ctx.addIssue({ code: 'custom', path: ['primary'], message: 'No clock starts from it.' });
    for (const [kind, event] of Object.entries(flow.startsAs ?? {}))
      if (
        !flow.kinds?.includes(kind as Kind) ||
        !flow.clocks.some((one) => one.startsFrom === event)
      )
        ctx.addIssue({
          code: 'custom',
          path: ['startsAs', kind],
          message: 'The flow has no such kind, or no clock starts from the event.',
        });
    flow.clocks.forEach((one, i) => {
      if (one.opensWith && !ids.includes(one.opensWith))
        ctx.addIssue({
          code: 'custom',
          path: ['clocks', i, 'opensWith'],
          message: 'No such clock.',
        });
    });
    const used = idsIn(flow);
    for (const part of Object.keys(used) as (keyof FlowWords)[])
      for (const id of Object.keys(flow.words?.[part] ?? {}))
        if (!used[part].includes(id))
          ctx.addIssue({
            code: 'custom',
            path: ['words', part, id],
            message: 'Nothing in this flow has this id.',
          });
    const called = [...namesOf(flow.kinds ?? []), ...(flow.names ?? []), ...(flow.ownNames ?? [])];
    if (new Set(called).size !== called.length)
      ctx.addIssue({ code: 'custom', path: ['names'], message: 'A name is listed twice.' });
    flow.advice.forEach((one, i) => {
      if (!ids.includes(one.deadline))
        ctx.addIssue({
          code: 'custom',
          path: ['advice', i, 'deadline'],
          message: 'No such clock.',
        });
    });
  }) satisfies z.ZodType<Flow>;
