import { z } from 'zod';
import { localized } from './common.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and hyphens.');

const step = z
  .strictObject({
    /** `own`: the group works on cases it brought along. */
    kind: z.enum(['say', 'exercise', 'own', 'pause', 'debrief']),
    minutes: z.number().int().min(1).max(60),
    /** Which exercise, where it is one; its title stands in its own file. */
    exercise: id.optional(),
    title: localized.optional(),
    /** What the trainer says or does. */
    say: localized,
    /** Where groups get stuck, and what helps. */
    stuck: localized.optional(),
  })
  .refine(({ kind, exercise }) => (kind === 'exercise') === (exercise !== undefined), {
    message: 'A step of the kind “exercise” names one, and no other step does.',
  })
  .refine(({ exercise, title }) => (exercise === undefined) !== (title === undefined), {
    message: 'A step has a title of its own, or that of its exercise.',
  });

/** A workshop a trainer can run: what to prepare, what to do when, where groups get stuck. */
export const workshopPlanSchema = z
  .strictObject({
    id,
    /** Stands in every code made with this plan: it never changes, and no two plans share one. */
    letter: z.string().regex(/^[0-9A-HJKMNP-TV-Z]$/),
    title: localized,
    who: localized,
    minutes: z.number().int(),
    prepare: z.array(localized).min(3),
    steps: z.array(step).min(4),
    debrief: z.array(localized).min(3),
  })
  .superRefine(({ minutes, steps }, ctx) => {
    const sum = steps.reduce((total, each) => total + each.minutes, 0);
    if (sum !== minutes)
      ctx.addIssue({
        code: 'custom',
        path: ['minutes'],
        message: `The steps take ${sum} minutes, the plan says ${minutes}.`,
      });
    const exercises = steps.flatMap((each) => each.exercise ?? []);
    if (new Set(exercises).size !== exercises.length)
      ctx.addIssue({ code: 'custom', path: ['steps'], message: 'An exercise stands there twice.' });
  });
