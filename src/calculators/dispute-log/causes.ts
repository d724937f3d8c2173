/** What a platform's reason means to the seller, and what a status says of the end of a case. */
import { LISTING_CLASSES } from '../shared/kept-log.ts';
import data from './data/reasons.json' with { type: 'json' };
import { CAUSE_IDS, type CauseId, type State } from './names.ts';
import { normalHeader } from './read/header.ts';

/** What a cause is about, and so who can mend it. */
export type About = 'parcel' | 'product' | 'listing' | 'buyer' | 'seller' | 'payment' | 'unknown';

export interface Cause {
  id: CauseId;
  about: About;
  /** The page of the handbook that helps. */
  page: string;
  /** Checks of the listing that look for what leads to it. */
  listing: readonly string[];
  /** Whether the seller can do something about it. */
  reach: 'yours' | 'shared' | 'little';
}

type Listed = Cause & { codes: readonly string[]; stems: readonly string[] };

export const CAUSES: readonly Listed[] = CAUSE_IDS.map((id) => {
  const found = (data.causes as unknown as readonly Listed[]).find((each) => each.id === id);
  if (!found) throw new Error(`Nobody says which reasons mean “${id}”.`);
  return { ...found, listing: LISTING_CLASSES[id] ?? [] };
});

export const UNKNOWN: CauseId = 'unknown';

const BY_CODE: ReadonlyMap<string, string> = new Map(
  CAUSES.flatMap(({ id, codes }) => codes.map((code) => [normalHeader(code), id] as const)),
);
const BY_STATE: ReadonlyMap<string, State> = new Map(
  Object.entries(data.states).flatMap(([state, words]) =>
    words.map((word) => [normalHeader(word), state as State] as const),
  ),
);

/** What platforms put before the code itself. */
const PREFIX = /^(?:cr|amz-pg)-/;
const STAGE = /^(?:покупатель отказался при вручении|покупатель отменил заказ)\s*:\s*/;

/** What people put before and behind a word: the number of a list, marks of quotation, a full stop. */
const AROUND =
  /^(?:\d{1,2}[.)、]\s*)?[\s"'“”‘’«»「」『』(（【[]*|[\s"'“”‘’«»「」『』)）】\].,;:!?…。，；：！？]+$/gu;

/** A cell that says that there is no reason. */
export const isNoReason = (text: string): boolean =>
  /^(?:[-–—/.\s]+|n\/?a|null|nan|无|無|нет)$/u.test(normalHeader(text));

/**
 * The cause a reason stands for; null where nobody has said. The text is compared without its case,
 * its width, and the mark of a stage (“refused at the door: …”) or of a report (`CR-…`).
 */
export function causeOf(reason: string): string | null {
  const text = normalHeader(reason).replaceAll('’', "'");
  const found = (word: string) => BY_CODE.get(word) ?? BY_CODE.get(word.replaceAll('-', '_'));
  const bare = text.replace(PREFIX, '').replace(STAGE, '');
  return (
    found(text) ??
    found(bare) ??
    found(text.replace(AROUND, '')) ??
    CAUSES.find(({ stems }) => stems.some((stem) => text.includes(stem)))?.id ??
    null
  );
}

/** What a status says of the end of a case. */
export function stateOf(status: string): State {
  const text = normalHeader(status);
  return (
    BY_STATE.get(text) ??
    BY_STATE.get(text.replaceAll('-', ' ')) ??
    BY_STATE.get(text.replace(AROUND, '')) ??
    'unsaid'
  );
}
