import { z } from 'zod';
import { EXERCISE_KINDS, type Exercise, type Option } from '../calculators/exercise/schema.ts';
import { localized } from './common.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and hyphens.');
const ruleId = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/);
const name = z.string().regex(/^[a-z]\w*$/i);
const scalar = z.union([z.string(), z.number()]);
const template = z.record(z.string(), z.unknown());
const path = z.string().min(1);
const decimal = z.string().regex(/^\d+(\.\d+)?$/);

export const draw = z.union([
  z
    .strictObject({
      from: z.number().int(),
      to: z.number().int(),
      step: z.number().int().min(1).optional(),
      digits: z.number().int().min(1).max(4).optional(),
    })
    .refine(({ from, to }) => from <= to, 'The first end lies above the last.'),
  z.strictObject({ of: z.array(z.union([scalar, localized])).min(2) }),
  z.strictObject({
    after: z.string(),
    hours: z.tuple([z.number().int(), z.number().int()]),
    step: z.number().int().min(1).optional(),
  }),
  z.strictObject({ plus: z.array(name).min(1), minus: z.array(name).optional() }),
]);

const option = z.strictObject({
  // Of a listing, the name the check gives the part: `skus.1`.
  id: z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'Small letters, digits and hyphens.'),
  text: localized,
  input: template.optional(),
  at: path.optional(),
  ready: z.string().startsWith('$').optional(),
  rule: ruleId.optional(),
  reason: localized,
});
const options = z.array(option).min(3);
const prompt = localized;

const question = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('number'),
    prompt,
    at: path,
    unit: z.enum(['percent', 'money', 'count', 'days']),
    within: decimal,
  }),
  z.strictObject({ type: z.literal('moment'), prompt, at: path, zone: z.string() }),
  z.strictObject({
    type: z.literal('choice'),
    prompt,
    options,
    at: path,
    best: z.enum(['lowest', 'highest']).optional(),
  }),
  z.strictObject({
    type: z.literal('choices'),
    prompt,
    options: z.array(option).min(4),
    at: path,
    late: path.optional(),
  }),
  z.strictObject({
    type: z.literal('order'),
    prompt,
    options,
    direction: z.enum(['rising', 'falling']),
  }),
  z.strictObject({
    type: z.literal('text'),
    prompt,
    at: path,
    gloss: path,
    platform: z.string(),
    mentions: z.array(z.string().startsWith('$')),
  }),
]);

/** Names that a text or a template asks for, where a drawn value should stand. */
const namesIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/(?:\{(\w+)(?:@[^}]*)?\}|"\$(\w+)(?: [^"]*)?")/g)].map(
    ([, slot, reference]) => (slot ?? reference) as string,
  );

/**
 * One exercise of a workshop. Refused: a key that no tool computes, a name nobody draws, two options
 * of one id, and options that come later where no tool says that they are late.
 */
export const exerciseSchema = z
  .strictObject({
    id,
    kind: z.enum(EXERCISE_KINDS),
    // Those that begin with a nought stand for steps that are no exercise.
    mark: z
      .string()
      .regex(/^[1-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]$/, 'Two letters of a workshop code.'),
    version: z.number().int().min(1),
    title: localized,
    goal: localized,
    minutes: z.number().int().min(2).max(40),
    difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    playbook: z.string().regex(/^(playbooks|platforms|start|reference)\/[\w/-]+$/),
    participant: localized,
    trainer: localized,
    hints: z.tuple([localized, localized]),
    draw: z.record(name, draw),
    solve: z.strictObject({
      tool: id.refine((tool) => !['exercise', 'compare'].includes(tool)),
      input: template,
    }),
    question,
    mistakes: z.array(
      z
        .strictObject({
          id,
          input: template.optional(),
          at: path.optional(),
          readIn: z.string().optional(),
          says: localized,
        })
        .refine(({ input, at, readIn }) => [input, at, readIn].some((each) => each !== undefined)),
    ),
    solution: localized,
  })
  .superRefine((exercise, ctx) => {
    const wrong = (where: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path: where, message });
    const drawn = new Set([...Object.keys(exercise.draw), 'text']);
    for (const part of ['participant', 'solve', 'question', 'mistakes', 'solution'] as const)
      for (const each of namesIn(exercise[part]))
        if (!drawn.has(each)) wrong([part], `Nothing called “${each}” is drawn.`);
    const { question: asked } = exercise;
    const all: Option[] = 'options' in asked ? (asked.options as Option[]) : [];
    if (new Set(all.map((each) => each.id)).size !== all.length)
      wrong(['question', 'options'], 'Two options share an id.');
    // What a tool finds in a listing is there at once; evidence that is still to come may come too late.
    const comes = all.some(({ ready }) => ready !== undefined);
    if (comes !== (asked.type === 'choices' && asked.late !== undefined))
      wrong(
        ['question', 'options'],
        'Say which options come later, and where a tool says that they are late.',
      );
    const byNumber = asked.type === 'number' || asked.type === 'moment';
    if (byNumber !== exercise.mistakes.length > 0)
      wrong(['mistakes'], 'Numbers and moments name mistakes; options give reasons instead.');
  }) as unknown as z.ZodType<Exercise>;
