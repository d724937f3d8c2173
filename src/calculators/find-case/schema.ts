import { about, object, optional, text, type ObjectOf } from '../shared/shape.ts';

/** The longest text that is read; a page of a dispute is a tenth of it. */
export const longestText = 200_000;

export const inputShape = object(
  {
    text: about(
      optional(text(longestText)),
      'What was pasted: a buyer’s message, the text of a dispute’s page, a row of orders.',
    ),
    zone: about(
      optional(text(60)),
      'IANA zone in which a time without a zone of its own is read. Default UTC.',
    ),
  },
  true,
);

export type FindInput = Partial<ObjectOf<typeof inputShape.fields>>;
