import { z } from 'zod';
import { localized } from './common.ts';

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/);
const named = z.strictObject({ id, text: localized });
const distinct = (items: readonly { id: string }[]) =>
  new Set(items.map((item) => item.id)).size === items.length;

/** Tables to fill in. What is written is kept by the ids, so texts may change and rows may move. */
export const worksheetSchema = z.strictObject({
  id,
  title: localized,
  tables: z
    .array(
      z.strictObject({
        id,
        title: localized,
        columns: z.array(named).min(2).refine(distinct, 'Two columns share an id.'),
        /** The questions; a table without any is a list that grows. */
        rows: z.array(named).refine(distinct, 'Two rows share an id.'),
      }),
    )
    .min(1)
    .refine(distinct, 'Two tables share an id.'),
});
