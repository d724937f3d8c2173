import { z } from 'zod';
import { confidence, localized, looseDate } from './common.ts';

/** One entry of the bibliography: what it is, how far it may be trusted, and whether we may link to it. */
export const sourceSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** The title as the source prints it, in its own language. */
    title: z.string().min(1),
    /** What it is called on Chinese pages, where the title is our own description in brackets. */
    titleZh: z.string().min(1).optional(),
    /** What the title says, for readers of a language it is not in; shown beside it. */
    meaning: z
      .strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1) })
      .partial()
      .optional(),
    publisher: z.string().min(1),
    /** The publisher on Chinese pages, where it is a description and not a proper name. */
    publisherZh: z.string().min(1).optional(),
    /** What to call it in running text where the publisher's name would not tell a reader anything. */
    name: localized.optional(),
    language: z.enum(['en', 'zh', 'ru', 'de', 'fr', 'other']),
    confidence,
    /** Where we read it. Kept even where it may not be linked, as provenance. */
    url: z.string().nullable(),
    /** False for mirrors, clones, raw IP addresses and anything a reader should not be sent to. */
    link: z.boolean(),
    /** The date the source carries, as exact as it gives it; null when it carries none. */
    publishedOn: looseDate.nullable(),
    /** Stored copies carry no promise that the page says the same today. */
    archivedCopy: z.boolean(),
    /** How far it may be trusted, and why, in a sentence. */
    trust: localized,
  })
  .superRefine((source, ctx) => {
    if (source.link && !source.url)
      ctx.addIssue({ code: 'custom', path: ['link'], message: 'There is no address to link to.' });
    if (source.link && /^https?:\/\/\d{1,3}(\.\d{1,3}){3}/.test(source.url ?? ''))
      ctx.addIssue({
        code: 'custom',
        path: ['link'],
        message: 'A raw IP address is never a link.',
      });
  });

export type Source = z.infer<typeof sourceSchema>;
