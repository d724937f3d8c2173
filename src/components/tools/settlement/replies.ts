import {
  familyOf,
  type Bundle,
  type Option,
  type OptionId,
  type SettlementOk,
} from '@/calculators/settlement/index.ts';
import { scriptLink } from '../shared/script-link.ts';

/** What a root cause says of the case. Null where it is open, and a reply must not decide it. */
interface CauseFacts {
  received: boolean | null;
  /** The first parcel will not come any more. */
  gone: boolean;
  /** The item is not what it should be, and nobody disputes that. */
  fault: boolean;
  /** It lies in one part. */
  part: boolean;
}

/**
 * Whoever names one of these has found it. Not `snad`, nor a cause nobody knows: of those nothing has
 * been found yet; and who answers “it is a copy” with “it is not what it should be” has admitted the copy.
 */
const FOUND: readonly string[] = [
  'snad-colour-size',
  'snad-picture',
  'snad-quality',
  'snad-damaged',
  'snad-short',
];
/** Of these a part can be what is wrong, and whoever prices one has found that it is. */
const IN_A_PART: readonly string[] = ['snad-damaged', 'snad-quality', 'snad-short'];

/** The facts of a root cause; a cause of a person's own, or none, says nothing. */
function factsOf(reason: string): CauseFacts {
  const family = familyOf(reason);
  if (family === 'snad')
    return {
      received: true,
      gone: false,
      fault: FOUND.includes(reason),
      part: IN_A_PART.includes(reason),
    };
  if (family === 'inr')
    return {
      // The tracking says one thing and the buyer another, or nothing but the complaint is known.
      received: reason === 'inr-delivered' || reason === 'inr' ? null : false,
      // At a wrong address it may still be fetched, and the address in the order may be the wrong one.
      gone: reason === 'inr-lost',
      fault: false,
      part: false,
    };
  return { received: null, gone: false, fault: false, part: false };
}

/** Which words the link carries: the way out, `two` or `bundle` for several, `papers` for those of a brand. */
type ReplyId = OptionId | 'two' | 'bundle' | 'papers';

export interface Reply {
  id: ReplyId;
  href: string;
}

/**
 * Why no reply opens: it would speak of a platform nobody has chosen, or offer more than was paid. What
 * cannot be said of a case is not offered in it either.
 */
export const whyNoReply = (result: SettlementOk): WhyNoReply =>
  result.platform === null ? 'no-platform' : 'above-price';
type WhyNoReply = 'no-platform' | 'above-price';

/** More than was paid, in money: no reply offers that. A coupon is no money, and a ruling no offer. */
const isBeyondPrice = ({ price }: SettlementOk, { id, buyerReceives }: Option): boolean =>
  ['accept', 'partial-refund', 'mixed'].includes(id) &&
  buyerReceives !== null &&
  Number(buyerReceives) > Number(price);

/**
 * Ways out that are said while the offers are held back: before the platform has ruled only holding,
 * and of a doubted brand also what ends the case without bargaining.
 */
export const isSaid = ({ heldBack }: SettlementOk, id: OptionId): boolean =>
  heldBack === null ||
  id === 'hold' ||
  (heldBack === 'papers-not-bargaining' && (id === 'accept' || id === 'return-refund'));

/** What the script of two offers can name beside a part refund. */
const SECONDS: readonly OptionId[] = ['resend', 'spare-part', 'return-refund'];
/** The script that holds any offers, and says nothing of what happened. */
const ANY = 'offer-choice';

/** Whether goods are genuine is held by papers, in a reply of its own. */
const PAPERS = 'snad-counterfeit';

/** A part of the script for any offers, and the amounts it asks for. */
interface Part {
  block: string;
  amounts: Record<string, string | null>;
}

const optionOf = (result: SettlementOk, id: OptionId): Option | undefined =>
  result.options.find((option) => option.id === id);
const isOpen = (result: SettlementOk, id: OptionId): boolean => {
  const option = optionOf(result, id);
  return option?.allowed !== false && (option?.unfit ?? null) === null;
};
const couponOf = (result: SettlementOk) => optionOf(result, 'coupon')?.buyerReceives ?? null;
const paysReturn = (result: SettlementOk) =>
  optionOf(result, 'return-refund')?.terms.some(({ id }) => id === 'return-shipping') === true;

/** The part that offers a way out in this case; null where that is none to offer. */
function partOf(result: SettlementOk, id: OptionId, amount: string | null): Part | null {
  const { received } = factsOf(result.reason);
  if (!isOpen(result, id)) return null;
  switch (id) {
    case 'hold':
      return null;
    case 'accept':
    case 'partial-refund':
      return { block: received === true ? 'keep' : 'refund', amounts: { amount } };
    case 'return-refund':
      return { block: paysReturn(result) ? 'return' : 'send-back', amounts: {} };
    case 'spare-part':
      return { block: 'part', amounts: {} };
    case 'resend':
      return { block: 'resend', amounts: {} };
    case 'coupon':
      return { block: 'coupon', amounts: { coupon: couponOf(result) } };
    case 'mixed':
      return { block: 'beside', amounts: { beside: amount, coupon: couponOf(result) } };
  }
}

/** The situation written for a way out and this very cause; null where there is none. */
function situationOf(result: SettlementOk, id: OptionId): string | null {
  const { received, gone, fault, part } = factsOf(result.reason);
  const proven = received === true && fault;
  if (!isOpen(result, id)) return null;
  switch (id) {
    case 'hold':
      return result.heldBack === 'papers-not-bargaining' ? PAPERS : 'platform-evidence';
    case 'accept':
    case 'partial-refund':
      return proven ? 'offer-partial-refund' : null;
    case 'return-refund':
      return proven && paysReturn(result) ? 'offer-return' : null;
    case 'resend':
      return proven ? 'offer-replacement' : received === false && gone ? 'offer-resend' : null;
    case 'spare-part':
      return proven && part ? 'offer-spare-part' : null;
    case 'coupon':
      return 'offer-coupon';
    case 'mixed':
      return null;
  }
}

/** Parts a reply has in by itself and that promise more than the way out is priced at. */
const MORE_THAN_IT_COSTS: Readonly<Partial<Record<OptionId, Readonly<Record<string, boolean>>>>> = {
  // The coupon is the whole of the offer here, and no second answer follows it.
  coupon: { order: false },
};

interface Filled {
  amounts?: Readonly<Record<string, string | null>>;
  /** A choice of the script. */
  second?: OptionId;
  /** Exactly these parts are in, or parts switched on and off. */
  blocks?: readonly string[] | Readonly<Record<string, boolean>>;
}

function link(folder: string, result: SettlementOk, situation: string, filled: Filled): string {
  const { amounts = {}, second, blocks } = filled;
  // With the decimals of the currency beside them, they are read at once and in one way.
  const given = Object.entries(amounts).flatMap(([name, amount]) =>
    amount === null ? [] : [[name, amount] as const],
  );
  const vars: Record<string, string> = {
    ...Object.fromEntries(given),
    ...(given.length > 0 ? { currency: result.currency } : {}),
    ...(second ? { second } : {}),
  };
  return scriptLink(folder, situation, {
    platform: result.platform,
    vars,
    blocks,
  });
}

/** The script for any offers with exactly these in it; null where one of them cannot be said. */
function anyOffers(folder: string, result: SettlementOk, parts: readonly (Part | null)[]) {
  const said = parts.filter((part) => part !== null);
  if (said.length < parts.length) return null;
  return link(folder, result, ANY, {
    amounts: Object.fromEntries(said.flatMap(({ amounts }) => Object.entries(amounts))),
    blocks: [said.length > 1 ? 'several' : 'one', ...said.map(({ block }) => block)],
  });
}

/**
 * The reply that makes one offer, with its numbers filled in: the one written for this cause, else
 * the one that takes nothing for granted; null where nothing true can be said, `whyNoReply` says why.
 */
export function replyTo(
  folder: string,
  result: SettlementOk,
  id: OptionId,
  amount: string | null,
): Reply | null {
  if (result.platform === null || !isSaid(result, id)) return null;
  if (['accept', 'partial-refund'].includes(id) && Number(amount) > Number(result.price))
    return null;
  const option = optionOf(result, id);
  if (id === 'mixed' && option && isBeyondPrice(result, option)) return null;
  const situation = situationOf(result, id);
  if (situation !== null)
    return {
      id: situation === PAPERS ? 'papers' : id,
      href: link(folder, result, situation, {
        amounts: { amount },
        blocks: MORE_THAN_IT_COSTS[id],
      }),
    };
  const part = partOf(result, id, amount);
  const href = anyOffers(folder, result, [part]);
  return href === null ? null : { id, href };
}

/** The amount that belongs into the reply to a way out. */
export const amountOf = (result: SettlementOk, { id, buyerReceives }: Option): string | null =>
  id === 'mixed'
    ? (result.ladder[0] ?? null)
    : ['accept', 'partial-refund', 'coupon'].includes(id)
      ? buyerReceives
      : null;

/** The one reply that makes every offer of a bundle; null where one of them cannot be said. */
export function replyToBundle(
  folder: string,
  result: SettlementOk,
  { offers }: Bundle,
): Reply | null {
  if (result.platform === null) return null;
  const { received, fault, part: isInPart } = factsOf(result.reason);
  const part = offers.find(({ id }) => id === 'partial-refund');
  const second = offers.find(({ id }) => SECONDS.includes(id));
  if (
    offers.length === 2 &&
    part &&
    second &&
    received === true &&
    fault &&
    (second.id !== 'return-refund' || paysReturn(result)) &&
    (second.id !== 'spare-part' || isInPart)
  )
    return {
      id: 'two',
      href: link(folder, result, 'offer-two-options', {
        amounts: { amount: part.amount },
        second: second.id,
      }),
    };
  const href = anyOffers(
    folder,
    result,
    offers.map(({ id, amount }) => partOf(result, id, amount)),
  );
  return href === null ? null : { id: 'bundle', href };
}
