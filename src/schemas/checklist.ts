import { z } from 'zod';
import { localized } from './common.ts';

/** A list to tick. Ticks are kept by item id, so items may be added and reordered freely. */
export const checklistSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: localized,
    items: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9-]+$/),
          text: localized,
          /** The page the item is done on, without language. */
          to: z
            .string()
            .regex(/^[a-z-]+(\/[a-z-]+)*$/)
            .optional(),
        }),
      )
      .min(2),
  })
  .superRefine((list, ctx) => {
    const seen = new Set<string>();
    list.items.forEach((item, i) => {
      if (seen.has(item.id))
        ctx.addIssue({
          code: 'custom',
          path: ['items', i, 'id'],
          message: 'Two items share this id.',
        });
      seen.add(item.id);
    });
  });
