/** What people do to a case. Each is a step of its own, so that two tabs can take theirs one after the other. */
import {
  following,
  merge,
  tidy,
  type Case,
  type CasePatch,
  type EvidenceFile,
  type Offer,
  type Outcome,
} from '../shared/case.ts';

/** Single values a person may set and empty again. */
export const SINGLE_FIELDS = [
  'name',
  'platform',
  'flow',
  'reason',
  'owner',
  'level',
  'order.id',
  'order.item',
  'order.price',
  'order.claim',
  'order.currency',
  'order.tracking',
  'buyer.name',
  'buyer.country',
  'buyer.language',
] as const;
export type SingleField = (typeof SINGLE_FIELDS)[number];

export type Change =
  /** What a tool found out. */
  | { type: 'patch'; patch: CasePatch }
  | { type: 'set'; field: SingleField; value: string }
  /** Null takes the moment away. */
  | { type: 'event'; event: string; at: string | null }
  | { type: 'shown'; clock: string; at: string | null }
  | { type: 'offer'; offer: Offer }
  /** What came of the offer made at that moment. */
  | { type: 'answer'; of: string; answer: NonNullable<Offer['answer']> }
  | { type: 'tick'; item: string; isTicked: boolean }
  | { type: 'files'; files: readonly EvidenceFile[] }
  | { type: 'note'; text: string; by?: 'buyer' | 'platform' }
  | { type: 'snooze'; until: string; reason: string }
  | { type: 'wake' }
  | { type: 'close'; outcome: Omit<Outcome, 'at'> }
  | { type: 'reopen' };

const set = (one: Case, field: SingleField, value: string): Case => {
  const text = value.trim() === '' ? undefined : value.trim().slice(0, 300);
  const [part = '', name] = field.split('.');
  if (name === undefined) return { ...one, [part]: text };
  return {
    ...one,
    [part]: { ...(one as unknown as Record<string, object | undefined>)[part], [name]: text },
  };
};

const moment = (
  map: Readonly<Record<string, string>> | undefined,
  name: string,
  at: string | null,
): Record<string, string> => {
  const rest = Object.fromEntries(Object.entries(map ?? {}).filter(([key]) => key !== name));
  return at === null || at.trim() === '' ? rest : { ...rest, [name]: at };
};

function changed(one: Case, change: Change, at: string): Case {
  switch (change.type) {
    case 'patch':
      return merge(one, change.patch);
    case 'set':
      return set(one, change.field, change.value);
    case 'event':
      return { ...one, events: moment(one.events, change.event, change.at) };
    case 'shown':
      return { ...one, shownDue: moment(one.shownDue, change.clock, change.at) };
    case 'offer':
      return merge(one, { offers: [change.offer] });
    case 'answer':
      return {
        ...one,
        offers: one.offers?.map((offer) =>
          offer.at === change.of && offer.answer === undefined
            ? { ...offer, answer: change.answer, answeredAt: at }
            : offer,
        ),
      };
    case 'tick': {
      const others = (one.evidence?.ticks ?? []).filter((item) => item !== change.item);
      const ticks = change.isTicked ? [...others, change.item] : others;
      return { ...one, evidence: { ...one.evidence, ticks } };
    }
    case 'files':
      return merge(one, { evidence: { files: [...change.files] } });
    case 'note':
      return merge(one, {
        notes: [{ at, text: change.text, ...(change.by ? { by: change.by } : {}) }],
      });
    case 'snooze':
      return { ...one, snooze: { until: change.until, reason: change.reason } };
    case 'wake':
      return { ...one, snooze: undefined };
    case 'close':
      return merge(
        { ...one, snooze: undefined },
        { outcomes: [{ at: following(at, ...(one.reopened ?? [])), ...change.outcome }] },
      );
    case 'reopen':
      return merge(one, {
        reopened: [following(at, ...(one.outcomes ?? []).map((end) => end.at))],
      });
  }
}

/** The case after a change, dated; the very same one where nothing became of it. Pure. */
export function applyChange(one: Case, change: Change, at: string): Case {
  const after = tidy(changed(one, change, at));
  return JSON.stringify(after) === JSON.stringify(one)
    ? one
    : { ...after, changedAt: following(at, one.changedAt) };
}
