import { z } from 'zod';
import { MOTIVES } from '../calculators/buyer-motives/kinds.ts';
import { localized } from './common.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and hyphens.');
const ruleId = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/);
const page = z.string().regex(/^(playbooks|platforms|start|reference)\/[\w/-]+$/);
/** As long as a projector shows in letters the back row can read. */
const said = localized.refine(
  (text) => text.en.length <= 600 && text['zh-CN'].length <= 260,
  'Too long for one message.',
);

/** Holds where everything it names is so. */
const when = z
  .strictObject({
    /** The tone is at least this. */
    tone: z.number().int().min(-3).max(3).optional(),
    /** Something that was learned on the way. */
    knows: id.optional(),
    /** Something that was not. */
    lacks: id.optional(),
    /** This clock, as the deadline planner counts it, has run out. */
    after: id.optional(),
  })
  .refine((each) => Object.keys(each).length > 0, 'A condition names something.');

const lesson = {
  /** What a trainer would call it. */
  is: z.enum(['good', 'mixed', 'bad']),
  why: said,
  /** The rule or the finding the reason rests on. */
  rule: ruleId.optional(),
  page,
};

const choice = z.strictObject({
  id,
  /** What the seller writes; with `act`, what the seller does instead of writing. */
  says: said,
  act: z.literal(true).optional(),
  to: id,
  /** How the tone changes; what the guard of replies warns of costs one more. */
  tone: z.number().int().min(-3).max(3).default(0),
  /** Hours of the made-up case until something happens again. */
  hours: z.number().int().min(0).max(1000),
  learns: id.optional(),
  when: when.optional(),
  /** What it proposes, by its name in the settlement planner: its price stands beside the choice. */
  offers: z.string().optional(),
  /** A platform forbids it: offered as a choice, never as advice. */
  forbidden: z.literal(true).optional(),
  ...lesson,
});

const piece = z.strictObject({
  id,
  text: said,
  /** It bears on what is decided here. */
  counts: z.boolean(),
  why: said,
  rule: ruleId.optional(),
});

/** How a case can end. */
export const RESULTS = ['solved', 'agreed', 'withdrawn', 'won', 'lost', 'open', 'broken'] as const;

const node = z
  .strictObject({
    by: z.enum(['buyer', 'platform', 'note']).default('buyer'),
    says: said.optional(),
    choices: z.array(choice).min(2).max(5).optional(),
    /** Where it goes on by itself: the first whose condition holds. */
    goes: z
      .array(z.strictObject({ when: when.optional(), to: id }))
      .min(1)
      .optional(),
    /** Evidence to choose from; what is chosen decides. */
    pieces: z.array(piece).min(3).max(7).optional(),
    decides: z
      .array(
        z.strictObject({
          with: z.array(id).optional(),
          without: z.array(id).optional(),
          to: id,
          why: said,
          rule: ruleId.optional(),
        }),
      )
      .min(2)
      .optional(),
    /** Hours that pass here where nobody has to choose: goods on their way, the platform at work. */
    hours: z.number().int().min(0).max(1000).optional(),
    end: z
      .strictObject({
        result: z.enum(RESULTS),
        /** What it costs: names of the settlement planner, `won`, `lost`; they are added up. */
        pays: z.array(z.string()),
        /** What becomes of the claim in the rate. */
        claim: z.enum(['none', 'counted', 'withdrawn']),
      })
      .optional(),
    /** Written for later: nothing leads here yet. */
    parked: z.literal(true).optional(),
  })
  .superRefine((each, ctx) => {
    const ways = [each.choices, each.goes, each.pieces, each.end].filter(Boolean).length;
    if (ways !== 1)
      ctx.addIssue({
        code: 'custom',
        message: 'A node has choices, a way on, evidence, or an end.',
      });
    if ((each.pieces === undefined) !== (each.decides === undefined))
      ctx.addIssue({ code: 'custom', message: 'Evidence and what it decides stand together.' });
    if (!each.goes && !each.says)
      ctx.addIssue({
        code: 'custom',
        message: 'Only a node that goes on by itself may be silent.',
      });
  });

const card = z.strictObject({ seller: localized, buyer: localized, observer: localized });

/** One made-up case that is played: a buyer to talk with, or an order that always runs the same. */
export const playSchema = z
  .strictObject({
    id,
    kind: z.enum(['buyer', 'order']),
    title: localized,
    goal: localized,
    /** Other words somebody may look for it by. */
    aliases: z.array(z.string()).default([]),
    minutes: z.number().int().min(3).max(30),
    difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    playbook: page,
    /** What the seller knows when it begins. */
    story: localized,
    trainer: localized,
    /** What moves the buyer, hidden until the end. */
    motive: z.enum(MOTIVES),
    /** What really went wrong, by its name in the settlement planner. */
    cause: z.string(),
    reveal: localized,
    /** Paper for three: only for buyers. */
    cards: card.optional(),
    /** The made-up amounts, as the settlement planner reads them. */
    settle: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    /** The made-up shop before this case, as the rate calculator reads it; null where no rate counts it. */
    rate: z
      .strictObject({
        metric: z.string(),
        input: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .nullable(),
    /** The made-up moments, as the deadline planner reads them. */
    plan: z.strictObject({
      flow: z.string(),
      /** The event from which the time of the case is counted. */
      from: z.string(),
      events: z.record(z.string(), z.string()),
    }),
    /** How the buyer feels at the beginning. */
    tone: z.number().int().min(-3).max(3),
    start: id,
    nodes: z.record(id, node),
  })
  .superRefine((play, ctx) => {
    if ((play.kind === 'buyer') !== (play.cards !== undefined))
      ctx.addIssue({ code: 'custom', path: ['cards'], message: 'Buyers have cards, orders none.' });
    for (const [name, { choices = [], pieces = [] }] of Object.entries(play.nodes)) {
      for (const list of [choices, pieces])
        if (new Set(list.map((each) => each.id)).size !== list.length)
          ctx.addIssue({ code: 'custom', path: ['nodes', name], message: 'Two share an id.' });
      for (const each of choices)
        if (each.forbidden && (!each.rule || each.is !== 'bad'))
          ctx.addIssue({
            code: 'custom',
            path: ['nodes', name, each.id],
            message: 'What is forbidden names its rule and is never good.',
          });
    }
  });

export type Play = z.infer<typeof playSchema>;
