/** What a root cause says of the case, and which ways out it leaves no sense in. */
import type { OptionId } from './limits.ts';

/** Goods that are not as described, or goods that have not arrived; null for every other cause. */
export const familyOf = (reason: string): 'snad' | 'inr' | null =>
  /^snad(?:-|$)/u.test(reason) ? 'snad' : /^inr(?:-|$)/u.test(reason) ? 'inr' : null;

/**
 * Why a way out cannot be meant here, whatever a platform allows: nothing has arrived that could come
 * back or be mended, the cause lies in no part, the same goods would be faulted again, the parcel
 * waits to be fetched or is still on its way, papers answer the doubt and no coupon does, the platform has
 * no coupons, or there is no first step to put a coupon beside.
 */
export type Unfit =
  | 'not-arrived'
  | 'no-part'
  | 'same-again'
  | 'waiting'
  | 'moving'
  | 'papers'
  | 'no-coupons'
  | 'no-step';

/** A part mends what lacks or has a broken one: not a shade, a photo, a doubt about the brand, a service. */
const NO_PART = ['snad-picture', 'snad-colour-size', 'snad-counterfeit', 'service'];
/** Sent again, these goods would look, and be doubted, as before; and a service is not goods. */
const SAME_AGAIN = ['snad-picture', 'snad-counterfeit', 'service'];
/** The first parcel is not gone: sent again, the goods may arrive twice and be paid for once. */
const COMING: ReadonlyMap<string, Unfit> = new Map([
  ['inr-pickup', 'waiting'],
  ['inr-late', 'moving'],
  ['inr-customs', 'moving'],
]);
/** Whether goods are genuine is no matter of a sum, nor of a coupon. */
const BY_PAPERS = 'snad-counterfeit';
/** Platforms that only carry the payment, with no shop in which a coupon could be used. */
const NO_COUPONS = ['paypal'];

/** Why a way out makes no sense on a platform for a cause; null where it may. */
export function unfitOf(
  { platform, reason }: { platform: string | null; reason: string },
  id: OptionId,
): Unfit | null {
  const hasArrived = familyOf(reason) !== 'inr';
  switch (id) {
    case 'return-refund':
      return hasArrived ? null : 'not-arrived';
    case 'spare-part':
      return !hasArrived ? 'not-arrived' : NO_PART.includes(reason) ? 'no-part' : null;
    case 'resend':
      return COMING.get(reason) ?? (SAME_AGAIN.includes(reason) ? 'same-again' : null);
    case 'coupon':
    case 'mixed':
      return NO_COUPONS.includes(platform ?? '')
        ? 'no-coupons'
        : reason === BY_PAPERS
          ? 'papers'
          : null;
    default:
      return null;
  }
}
