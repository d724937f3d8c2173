/** What may move a buyer, as the tool tells it apart. The first is what the others are measured against. */
export const MOTIVES = ['well', 'ill', 'competitor', 'special', 'critic'] as const;
export type Motive = (typeof MOTIVES)[number];
/** The motives that speak against good faith. */
export type Other = Exclude<Motive, 'well'>;
export const OTHERS = MOTIVES.filter((motive): motive is Other => motive !== 'well');

/** How strongly a sign speaks for a motive, compared with the well-meaning buyer; weakest first. */
export const STRENGTHS = ['much-less', 'less', 'neutral', 'more', 'much-more'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What a person is, and what can therefore never be a sign. */
export const REFUSED_KINDS = [
  'origin',
  'nationality',
  'religion',
  'sex',
  'age',
  'disability',
] as const;
export type RefusedKind = (typeof REFUSED_KINDS)[number];

/**
 * Whose observation an offered sign is: the author's of 2022, a platform's that names it in a rule,
 * a study's about something near it, or this handbook's own table, which nobody has measured.
 */
export const SIGN_BASES = ['column', 'platform', 'research', 'handbook'] as const;
export type SignBasis = (typeof SIGN_BASES)[number];
