import { z } from 'zod';
import { ACTIONS, type DeskData } from '../calculators/case-desk/data.ts';

const slug = z.string().regex(/^[a-z0-9-]+$/);
const page = z.string().regex(/^[a-z-]+(\/[a-z-]+)+$/);
const rules = z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/));

/** What the steps of a case rest on; every step there is has its page. */
export const deskSchema = z.strictObject({
  id: z.literal('what-next'),
  offerUnansweredHours: z.number().positive(),
  clocks: z.record(slug, z.enum(ACTIONS)),
  actions: z.record(z.enum(ACTIONS), z.strictObject({ page, rules })),
  causes: z.record(
    slug,
    z.strictObject({
      page,
      checklist: slug,
      listing: z.array(z.string().regex(/^L\d{2}$/)),
      rules,
    }),
  ),
}) satisfies z.ZodType<DeskData>;
