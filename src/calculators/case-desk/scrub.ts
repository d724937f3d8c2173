/** Cases without anything that says whose they are: for a trainer, a colleague elsewhere, a report of a fault. */
import { tidy, type Case } from '../shared/case.ts';

/** What stands where words stood. */
const WORDS = '…';

/**
 * Replaces names, order numbers and free text. The same name gets the same stand-in in all cases, so
 * that one still sees which belong together. Dates, amounts, countries, causes and steps stay.
 */
export function scrub(cases: readonly Case[]): Case[] {
  const standIns = new Map<string, Map<string, string>>();
  const standIn = (kind: string, name: string | undefined, end = ''): string | undefined => {
    if (name === undefined) return undefined;
    const known = standIns.get(kind) ?? new Map<string, string>();
    standIns.set(kind, known);
    const found = known.get(name) ?? `${kind}-${known.size + 1}${end}`;
    known.set(name, found);
    return found;
  };
  const words = (text: string | undefined) => (text === undefined ? undefined : WORDS);
  return cases.map((one) =>
    tidy({
      ...one,
      id: standIn('case', one.id) ?? '',
      name: undefined,
      order: {
        ...one.order,
        id: standIn('order', one.order?.id),
        item: standIn('item', one.order?.item),
        tracking: standIn('tracking', one.order?.tracking),
      },
      buyer: { ...one.buyer, name: standIn('buyer', one.buyer?.name) },
      owner: standIn('person', one.owner),
      level: standIn('person', one.level),
      plan: one.plan && { ...one.plan, text: words(one.plan.text) },
      offers: one.offers?.map((offer) => ({ ...offer, text: words(offer.text) })),
      evidence: one.evidence && {
        ...one.evidence,
        files: one.evidence.files?.map(({ name, size, modifiedAt, shows, readyAt }) => ({
          name: standIn('file', name, /\.[a-z0-9]{1,5}$/i.exec(name)?.[0]) ?? WORDS,
          size,
          modifiedAt,
          shows,
          readyAt,
          // Whoever has the file could find it again by its hash.
          sha256: undefined,
        })),
      },
      replies: one.replies?.map((reply) => ({ ...reply, text: WORDS })),
      snooze: one.snooze && { ...one.snooze, reason: WORDS },
      notes: one.notes?.map((note) => ({ ...note, text: WORDS })),
      outcomes: one.outcomes?.map((outcome) => ({
        ...outcome,
        cause: words(outcome.cause),
        prevention: words(outcome.prevention),
        by: standIn('person', outcome.by),
      })),
      past: undefined,
    }),
  );
}
