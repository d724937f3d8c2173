import { z } from 'zod';
import { localized } from './common.ts';

/** What became of each claim, tip, figure and example of the five articles this handbook grew from. */
export const seedClaimSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  seed: z.enum(['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004']),
  claim: localized,
  /** Path of the page that answers it, without language. */
  page: z.string().regex(/^[a-z0-9/-]+$/),
  verdict: z.enum([
    'taught',
    'taught-with-caveat',
    'opinion',
    'corrected',
    'do-not',
    'open-question',
  ]),
});
