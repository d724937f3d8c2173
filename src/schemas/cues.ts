import { z } from 'zod';
import type { CueRules, Cues } from '../calculators/find-case/cues.ts';
import { cueLanguages } from '../calculators/find-case/languages.ts';
import { compilePattern } from '../calculators/find-case/pattern.ts';

const name = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/u, 'A name is lower-case words joined by hyphens.');

/** The words of one language by which a message is recognised. */
export const cuesSchema = z
  .strictObject({
    id: z.enum(cueLanguages),
    lists: z.record(z.string().regex(/^[A-Z]{2,}$/u, 'A list is named in capitals.'), z.string()),
    denied: z.string().min(1),
    other: z.string().optional(),
    cues: z.record(name, z.array(z.string().min(1)).min(1)),
    sentences: z
      .array(z.string().regex(/^[a-z-]+ \| \S/u, 'A sentence is written `situation | sentence`.'))
      .optional(),
  })
  .superRefine(({ lists, cues }, ctx) => {
    for (const [cue, patterns] of Object.entries(cues))
      patterns.forEach((pattern, i) => {
        try {
          compilePattern(cue, pattern, lists);
        } catch (error) {
          ctx.addIssue({
            code: 'custom',
            path: ['cues', cue, i],
            message: (error as Error).message,
          });
        }
      });
  }) satisfies z.ZodType<Cues>;

const rule = /^!?[a-z-]+( & !?[a-z-]+)*$/u;

/** Which cue speaks for which situation. */
export const cueRulesSchema = z.strictObject({
  id: z.literal('situations'),
  least: z.number().int().positive(),
  deniable: z.array(name),
  unasked: z.array(name),
  silent: z.array(name),
  everyday: z.array(name),
  asking: z.array(name),
  asked: z.array(name),
  goods: z.array(name),
  platforms: z.record(name, z.array(z.string().min(1)).min(1)),
  flows: z.record(name, z.record(name, z.string())),
  situations: z.record(
    name,
    z.record(z.string().regex(rule, 'Cues are joined by “ & ”.'), z.number().int().positive()),
  ),
}) satisfies z.ZodType<CueRules>;
