import { z } from 'zod';
import { localized } from './common.ts';

/** One term of the field: its names in the three languages of the trade, and its meaning. */
export const termSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  en: z.string().min(1),
  zh: z.string().min(1),
  ru: z.string().min(1),
  abbreviation: z.string().optional(),
  /** Other spellings people search for, in any language. */
  aliases: z.array(z.string()),
  meaning: localized,
  /** Terms that are easily mistaken for this one. */
  notToConfuse: z.array(z.string()).default([]),
});
