import {
  add,
  compare,
  exact,
  multiply,
  subtract,
  toDecimal,
  toJson,
  type Exact,
} from '../shared/exact.ts';
import { percentOf, type Ratio } from '../shared/ratio.ts';
import type { Incomplete, Invalid } from '../shared/result.ts';
import type { RuleBook } from '../shared/rule.ts';
import { minorDigits } from '../shared/currency-digits.ts';
import { bundlesOf } from './bundles.ts';
import {
  breakEvenOf,
  ceilingOf,
  cheapestElse,
  ladderOf,
  smallestOffer,
  walkAwayOf,
} from './ladder.ts';
import { boundsOf, hasLimits, type OptionId } from './limits.ts';
import { optionsOf, type Option } from './options.ts';
import {
  heldBackBy,
  researchFor,
  warningsFor,
  type HeldBack,
  type ResearchNote,
} from './research.ts';
import { clampShare, parse, TENTH, type Checked, type Platform } from './schema.ts';

export interface BreakEven extends Ratio {
  /** The step of the ladder. */
  offer: string;
  /** Four places. Below 0 or above 100 where one of the two is cheaper whatever the chance. */
  percent: string;
}

export interface Bundle {
  offers: { id: OptionId; amount: string | null; cost: string }[];
}

export interface SettlementOk {
  kind: 'ok';
  asOf: string;
  platform: Platform | null;
  reason: string;
  currency: string;
  price: string;
  claim: string;
  /** Before any advice: one for each step; null where holding costs the same whatever the chance, or cannot be priced. */
  breakEven: BreakEven[] | null;
  options: Option[];
  /** Ways out that cannot be priced because a field is empty; each says which. */
  missing: OptionId[];
  /** The largest part refund that costs no more than the cheapest way out without one. */
  walkAway: string;
  /** Which way out sets it. */
  walkAwayBy: OptionId;
  /** Between the least the buyer would take and the most you would give; null where no floor is known. */
  overlap: { low: string; high: string } | 'none' | null;
  /** How far the two are apart where they do not overlap. */
  gap: string | null;
  ladder: string[];
  /** The most a step may be: the walk-away, within the price and what the platform's form takes. */
  offerLimit: string;
  /** Why nothing is to be offered now, so that there are no steps and no bundles; null where it may be. */
  heldBack: HeldBack | null;
  bundles: Bundle[];
  sensitivity: {
    loseChance: { at: string; walkAway: string }[];
    disputeCost: { times: number; walkAway: string }[];
  };
  /** The price of the dispute where it is spent whatever you do now. */
  spentAlready: string | null;
  /** The limit and the steps at the person's own rate; null without one. */
  atOwnRate: { currency: string | null; walkAway: string; ladder: string[] } | null;
  warnings: ResearchNote[];
  research: ResearchNote[];
  /** What was read from anything but a plain figure, such as `70%`. */
  understood: Record<string, string>;
  ignored: string[];
  usedRules: string[];
}

export type SettlementResult = SettlementOk | Incomplete | Invalid;

/** Decimals of an amount whose currency nobody named. */
const USUAL_DIGITS = 2;

function sensitivityOf(input: Checked): SettlementOk['sensitivity'] {
  const limit = (change: Partial<Checked>) =>
    toDecimal(walkAwayOf({ ...input, ...change }), input.digits);
  const chance = input.loseChance;
  const moved = (by: (a: Exact, b: Exact) => Exact) => {
    const loseChance = clampShare(by(chance as Exact, TENTH));
    return { at: toDecimal(loseChance, 4), walkAway: limit({ loseChance }) };
  };
  return {
    loseChance: chance === null ? [] : [moved(subtract), moved(add)],
    disputeCost: [0, 1, 2].map((times) => ({
      times,
      walkAway: limit({ disputeCost: multiply(input.disputeCost, exact(times)) }),
    })),
  };
}

function atOwnRate(input: Checked, walkAway: Exact, ladder: readonly Exact[]) {
  const { buyerCurrency, buyerCurrencyRate: rate } = input;
  if (rate === null) return null;
  const digits = (buyerCurrency === null ? undefined : minorDigits(buyerCurrency)) ?? USUAL_DIGITS;
  const shown = (amount: Exact) => toDecimal(multiply(amount, rate), digits);
  return { currency: buyerCurrency, walkAway: shown(walkAway), ladder: ladder.map(shown) };
}

function breakEvens(input: Checked, ladder: readonly Exact[]): BreakEven[] | null {
  const found = ladder.flatMap((offer) => {
    const chance = breakEvenOf(input, offer);
    return chance === null
      ? []
      : [
          {
            offer: toDecimal(offer, input.digits),
            num: toJson(exact(chance.num)),
            den: toJson(exact(chance.den)),
            percent: percentOf(exact(chance.num), exact(chance.den)),
          },
        ];
  });
  return found.length === ladder.length ? found : null;
}

/** What each way out costs, how far to go, in which steps, and what may be offered side by side. */
export function settle(input: Checked, rules: RuleBook, asOf: string): SettlementOk {
  const { digits, buyerFloor } = input;
  const money = (amount: Exact) => toDecimal(amount, digits);
  const bounds = boundsOf(input, rules, asOf);
  const walkAway = walkAwayOf(input);
  const heldBack = heldBackBy(input);
  // What is not to be offered now is no step: whoever reads only these would offer it.
  const ladder = heldBack === null ? ladderOf(input, bounds) : [];
  const options = optionsOf(input, ladder);
  const bundles = bundlesOf(input, bounds, ladder);
  const overlaps = buyerFloor !== null && compare(buyerFloor, walkAway) <= 0;
  const ceiling = ceilingOf(input, bounds);
  const { least, most } = bounds;
  const formTakesNone = least !== null && most !== null && compare(most, least) < 0;
  const isBelow = (amount: Exact | null) =>
    least !== null && amount !== null && amount.num > 0n && compare(amount, least) < 0;
  const warnings = warningsFor(input, {
    formTakesNone,
    belowForm:
      heldBack === null &&
      least !== null &&
      !formTakesNone &&
      (isBelow(input.firstOffer) || isBelow(ceiling))
        ? money(least)
        : null,
    firstAboveLimit:
      heldBack === null && input.firstOffer !== null && compare(input.firstOffer, ceiling) > 0,
    halfTooSmall:
      heldBack === null &&
      ladder.length === 0 &&
      input.offersLeft > 0 &&
      compare(ceiling, smallestOffer(input, bounds)) >= 0,
    abovePrice: compare(walkAway, input.price) > 0,
    floorAboveForm: overlaps && compare(buyerFloor, ceiling) > 0,
    ladder: ladder.length > 0,
    limits: hasLimits(input.platform),
    unchecked: bounds.isUnchecked,
    atOwnRate:
      bounds.isAtOwnRate && least !== null && most !== null && !formTakesNone
        ? { least: money(least), amount: money(most) }
        : null,
  });
  const research = researchFor(input, { ladder: ladder.length > 0, bundles: bundles.length > 0 });
  return {
    kind: 'ok',
    asOf,
    platform: input.platform,
    reason: input.reason,
    currency: input.currency,
    price: money(input.price),
    claim: money(input.claim),
    breakEven: breakEvens(input, ladder),
    options,
    missing: [...new Set(options.filter(({ missing }) => missing.length > 0).map(({ id }) => id))],
    walkAway: money(walkAway),
    walkAwayBy: cheapestElse(input).by,
    overlap:
      buyerFloor === null
        ? null
        : overlaps
          ? { low: money(buyerFloor), high: money(walkAway) }
          : 'none',
    gap: buyerFloor === null || overlaps ? null : money(subtract(buyerFloor, walkAway)),
    ladder: ladder.map(money),
    offerLimit: money(ceiling),
    heldBack,
    bundles: bundles.map((offers) => ({
      offers: offers.map(({ id, amount, cost }) => ({
        id,
        amount: amount === null ? null : money(amount),
        cost: money(cost),
      })),
    })),
    sensitivity: sensitivityOf(input),
    spentAlready:
      input.countsWhen === 'opened' && input.disputeCost.num > 0n ? money(input.disputeCost) : null,
    atOwnRate: atOwnRate(input, walkAway, ladder),
    warnings,
    research,
    understood: input.understood,
    ignored: input.ignored,
    usedRules: [
      ...new Set([...options, ...warnings, ...research].flatMap(({ ruleIds }) => ruleIds)),
    ],
  };
}

/** From anything a person or a script hands over to the answer, or to what is missing or wrong. */
export function calculate(raw: unknown, rules: RuleBook, asOf: string): SettlementResult {
  const parsed = parse(raw);
  return parsed.kind === 'input' ? settle(parsed.input, rules, asOf) : parsed;
}
