import { about, object, optional, text, type ObjectOf } from '../shared/shape.ts';

/** The longest text that is read: more than a paste of one code can be. */
export const MOST_LETTERS = 2000;

const field = optional(text(MOST_LETTERS));

/** The input: exactly one of the two. */
export const inputShape = object({
  protect: about(
    field,
    'Letters to protect: 0 to 9 and A to Z without I, L, O and U. Hyphens, spaces and lower case are read; I and L count as 1, O as 0.',
  ),
  check: about(field, 'A code to check, as it was heard, typed or pasted.'),
});

export type WorkshopCodeInput = ObjectOf<typeof inputShape.fields>;
export const inputFields = Object.keys(inputShape.fields) as (keyof WorkshopCodeInput)[];
