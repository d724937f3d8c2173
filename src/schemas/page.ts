import { z } from 'zod';
import { isoDate } from './common.ts';

/** What every page says of itself beyond Starlight's own fields. */
export const pageSchema = z.object({
  /** Day a person last read the page from beginning to end, not the day of the last edit. */
  reviewed: isoDate,
  audience: z.array(z.enum(['new-seller', 'trainer', 'agent'])).min(1),
  /** Bibliography ids the page rests on, besides those of the rules it quotes. */
  sources: z.array(z.string()).default([]),
  /** What people type when they look for this page; shown at its foot and searched. */
  aliases: z.array(z.string()).default([]),
  /** In a translated page: fingerprint of the other language's body when the two were last compared. */
  translationOf: z.string().optional(),
});
