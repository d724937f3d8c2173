import { z } from 'zod';
import { MOTIVES, SIGN_BASES } from '../calculators/buyer-motives/kinds.ts';
import { localized } from './common.ts';

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'Small letters and hyphens.');
const ruleId = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/);

/**
 * What the tool on motives counts with and says. Refused: two signs of one id, a sign that says of an
 * observation neither whose it is nor that it is our own, and a motive without a way to act.
 */
export const motivesSchema = z
  .strictObject({
    id,
    priors: z.strictObject({
      genuine: ruleId,
      wellMeaning: ruleId,
      competitor: ruleId,
      special: ruleId,
      critic: ruleId,
    }),
    bands: z.strictObject({ more: ruleId, muchMore: ruleId }),
    /** How such words are read. */
    reading: z.array(ruleId),
    signals: z
      .array(
        z.strictObject({
          id,
          group: id,
          towards: z.enum(MOTIVES).exclude(['well']),
          basis: z.enum(SIGN_BASES),
          source: z.string().nullable(),
          rule: ruleId.nullable(),
          text: localized,
          harmless: localized,
        }),
      )
      .min(8),
    approach: z.array(
      z.strictObject({
        motive: z.enum(MOTIVES),
        name: localized,
        ask: localized,
        offer: localized,
        keep: localized,
        script: id,
        playbook: z.string(),
      }),
    ),
  })
  .superRefine(({ signals, approach }, ctx) => {
    const wrong = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path, message });
    const seen = new Set<string>();
    signals.forEach((sign, i) => {
      if (seen.has(sign.id)) wrong(['signals', i, 'id'], 'Two signs share this id.');
      seen.add(sign.id);
      if ((sign.source === null) !== (sign.basis === 'handbook'))
        wrong(['signals', i, 'source'], 'Only an observation of our own has no source.');
    });
    const complete = (given: readonly string[], all: readonly string[]) =>
      [...given].sort().join() === [...all].sort().join();
    if (
      !complete(
        approach.map(({ motive }) => motive),
        MOTIVES,
      )
    )
      wrong(['approach'], 'Each motive needs one way to act.');
  });
