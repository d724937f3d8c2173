import { z } from 'zod';
import { REFUSED_KINDS } from '../calculators/buyer-motives/kinds.ts';
import type { PersonWords } from '../calculators/buyer-motives/index.ts';
import { textLanguages } from '../calculators/reply-script/schema.ts';

/** Words parted by one space; `*` only at the end, `_` between the words of a phrase, `#` for a number. */
const line = z
  .string()
  .regex(
    /^([#\p{L}\p{M}_]+\*?|[\p{L}_]+_\*)( ([#\p{L}\p{M}\d_]+\*?|[\p{L}_]+_\*))*$/u,
    'Words are parted by one space and hold letters, `_` for a space, `#` for a number and a last `*`.',
  );
const lines = z.strictObject({
  ...(Object.fromEntries(textLanguages.map((language) => [language, line])) as Record<
    (typeof textLanguages)[number],
    typeof line
  >),
  // Words of further languages in the same letters, which are refused though nobody reads them here.
  other: line.optional(),
});

/** What a person is, and the words that tell a person from goods. Refused: a kind that is missing or stands twice. */
export const personWordsSchema = z
  .strictObject({
    id: z.literal('words'),
    kinds: z.array(z.strictObject({ kind: z.enum(REFUSED_KINDS), sure: lines, either: lines })),
    people: lines,
    goods: lines,
    small: lines,
    fine: lines,
    from: lines,
    channels: lines,
    titles: lines,
    numbers: lines,
    things: lines,
    toward: lines,
    sent: lines,
    body: lines,
    lacking: lines,
    endings: lines,
    called: lines,
  })
  .refine(
    ({ kinds }) =>
      kinds
        .map(({ kind }) => kind)
        .sort()
        .join() === [...REFUSED_KINDS].sort().join(),
    'Each kind needs its words, once.',
  ) satisfies z.ZodType<PersonWords & { id: string }>;
