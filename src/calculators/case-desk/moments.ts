/** The moments of a case: each is read by the reader of moments, however it was written. */
import type { Case } from '../shared/case.ts';

/**
 * Reads a moment of a case, and says what is wrong with it.
 *
 * @param is a moment that has been is no countdown and no end; what lies ahead may be one.
 */
export type ReadMoment = (path: string, text: string, is: 'past' | 'ahead') => string;

type At = { at: string };

/** The same case with every moment as an instant; what cannot be read stands as it was. */
export function withMoments(one: Case, read: ReadMoment): Case {
  const each = <Item extends At>(name: string, items: readonly Item[] | undefined) =>
    items && {
      [name]: items.map((item, i) => ({ ...item, at: read(`${name}.${i}.at`, item.at, 'past') })),
    };
  const { plan, snooze, evidence } = one;
  return {
    ...one,
    ...(one.offers && {
      offers: one.offers.map((offer, i) => ({
        ...offer,
        at: read(`offers.${i}.at`, offer.at, 'past'),
        ...(offer.answeredAt !== undefined && {
          answeredAt: read(`offers.${i}.answeredAt`, offer.answeredAt, 'past'),
        }),
      })),
    }),
    ...(plan && { plan: { ...plan, at: read('plan.at', plan.at, 'past') } }),
    ...each('replies', one.replies),
    ...each('notes', one.notes),
    ...each('outcomes', one.outcomes),
    ...(one.reopened && {
      reopened: one.reopened.map((at, i) => read(`reopened.${i}`, at, 'past')),
    }),
    ...(snooze && { snooze: { ...snooze, until: read('snooze.until', snooze.until, 'ahead') } }),
    ...(evidence?.files && {
      evidence: {
        ...evidence,
        files: evidence.files.map((file, i) => ({
          ...file,
          ...(file.readyAt !== undefined && {
            readyAt: read(`evidence.files.${i}.readyAt`, file.readyAt, 'ahead'),
          }),
        })),
      },
    }),
  };
}
