/** Every way out with its price, cheapest first; what is not allowed or makes no sense is named and never ranked. */
import {
  add,
  compare,
  multiply,
  ONE,
  toDecimal,
  toJson,
  ZERO,
  type Exact,
} from '../shared/exact.ts';
import type { Ratio } from '../shared/ratio.ts';
import { unfitOf, type Unfit } from './causes.ts';
import { couponCost, holdCost, refundCost, returnCost, sendCost, type Cost } from './costs.ts';
import { standingOf, type OptionId } from './limits.ts';
import type { Checked, Field } from './schema.ts';

/**
 * In what form the buyer gets it. `ruling`: on average over winning and losing. `goods`: something
 * whose worth to the buyer nobody but the buyer knows.
 */
export type Gets = 'ruling' | 'money' | 'money-for-goods' | 'goods' | 'coupon' | 'money-and-coupon';

export interface Option {
  id: OptionId;
  /** Which step of the ladder, from 1; null for every other way out. */
  step: number | null;
  /** Decimal with the currency's minor digits; null where it is not allowed or a field is missing. */
  cost: string | null;
  /** The same before rounding. */
  exact: Ratio | null;
  /** What the cost is made of; negative where it comes back to you. */
  terms: { id: string; amount: string }[];
  /** Money or face value in the buyer's hands; null where it is goods. */
  buyerReceives: string | null;
  gets: Gets;
  /** May it count in your rate? Null where nothing is known of when it counts. */
  countsAgainstYou: boolean | null;
  allowed: boolean;
  ruleIds: string[];
  /** Why it makes no sense in this case, though no rule forbids it; null where it may. */
  unfit: Unfit | null;
  missing: Field[];
  /** A way out that costs no more and gives the buyer no less; null where there is none. */
  dominatedBy: string | null;
}

interface Priced {
  id: OptionId;
  step: number | null;
  cost: Cost;
  receives: Exact | null;
  gets: Gets;
}

export const nameOf = ({ id, step }: Pick<Option, 'id' | 'step'>): string =>
  step === null ? id : `${id}.${String(step)}`;

/** Of what there is no first step for. */
const NOTHING: Cost = { value: null, terms: [], missing: [] };

function priced(input: Checked, ladder: readonly Exact[]): Priced[] {
  const { claim, price, loseChance, couponValue } = input;
  const one = (
    id: OptionId,
    cost: Cost,
    receives: Exact | null,
    gets: Gets,
    step: number | null = null,
  ) => ({
    id,
    step,
    cost,
    receives,
    gets,
  });
  const [first] = ladder;
  return [
    one(
      'hold',
      holdCost(input),
      loseChance === null ? null : multiply(loseChance, claim),
      'ruling',
    ),
    one('accept', refundCost(input, claim), claim, 'money'),
    one('return-refund', returnCost(input), price, 'money-for-goods'),
    ...ladder.map((amount, i) =>
      one('partial-refund', refundCost(input, amount), amount, 'money', i + 1),
    ),
    one('resend', sendCost(input, 'resend'), null, 'goods'),
    one('spare-part', sendCost(input, 'spare-part'), null, 'goods'),
    one('coupon', couponCost(input, null), couponValue, 'coupon'),
    one(
      'mixed',
      first === undefined ? NOTHING : couponCost(input, first),
      first === undefined || couponValue === null ? null : add(first, couponValue),
      'money-and-coupon',
    ),
  ];
}

function counts(input: Checked, id: OptionId): boolean | null {
  switch (input.countsWhen) {
    case null:
      return null;
    case 'opened':
      return true;
    case 'lost':
      return id === 'hold';
    case 'not-withdrawn':
      return id === 'hold' || compare(input.withdrawChance, ONE) < 0;
  }
}

/**
 * Is the second certainly no better for either side? Only money makes another way out needless: it is
 * worth no less than a ruling, which gives anything up to the claim, than the same money for goods
 * sent back, and than a coupon of its amount.
 */
function dominates(one: Priced, two: Priced, claim: Exact): boolean {
  const given = two.gets === 'ruling' ? claim : two.receives;
  if (one.gets !== 'money' || !one.cost.value || !two.cost.value) return false;
  if (!one.receives || !given) return false;
  const cost = compare(one.cost.value, two.cost.value);
  const receives = compare(one.receives, given);
  return cost <= 0 && receives >= 0 && (cost < 0 || receives > 0);
}

/**
 * The ways out, cheapest first; then what is not allowed, what a missing field keeps from a price, and
 * what makes no sense here.
 */
export function optionsOf(input: Checked, ladder: readonly Exact[]): Option[] {
  const all = priced(input, ladder).map((each) => {
    const standing = standingOf(input.platform, each.id);
    // Without a step there is none to put a coupon beside. What is forbidden is that before all else.
    const unfit = !standing.allowed
      ? null
      : (unfitOf(input, each.id) ?? (each.cost === NOTHING ? 'no-step' : null));
    return { ...each, ...standing, unfit, isOpen: standing.allowed && unfit === null };
  });
  const rank = (one: (typeof all)[number]) =>
    !one.allowed ? 1 : one.unfit !== null ? 3 : one.cost.value === null ? 2 : 0;
  const ranked = [...all].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (rank(a) === 0 ? compare(a.cost.value ?? ZERO, b.cost.value ?? ZERO) : 0),
  );
  return ranked.map((one) => {
    const { id, step, cost, receives, gets, allowed, ruleIds, unfit, isOpen } = one;
    const value = isOpen ? cost.value : null;
    const better =
      value === null
        ? undefined
        : ranked.find((other) => other.isOpen && dominates(other, one, input.claim));
    return {
      id,
      step,
      cost: value === null ? null : toDecimal(value, input.digits),
      exact:
        value === null
          ? null
          : { num: toJson({ num: value.num, den: 1n }), den: toJson({ num: value.den, den: 1n }) },
      terms:
        value === null
          ? []
          : cost.terms.map((term) => ({
              id: term.id,
              amount: toDecimal(term.amount, input.digits),
            })),
      buyerReceives: receives === null ? null : toDecimal(receives, input.digits),
      gets,
      countsAgainstYou: counts(input, id),
      allowed,
      ruleIds: [...ruleIds],
      unfit,
      missing: isOpen ? cost.missing : [],
      dominatedBy: better ? nameOf(better) : null,
    };
  });
}
