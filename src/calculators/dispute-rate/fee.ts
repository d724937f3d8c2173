import {
  add,
  compare,
  divide,
  fromDecimal,
  multiply,
  toDecimal,
  toPlain,
  ZERO,
} from '../shared/exact.ts';
import { fromPercent } from '../shared/ratio.ts';
import type { UnknownRule } from '../shared/result.ts';
import type { RuleBook } from '../shared/rule.ts';
import { readRule } from './lines.ts';
import type { DisputeRateInput } from './measure.ts';
import { select, type Metric } from './metric.ts';
import type { Reason } from './reason.ts';

/** What the platform charges for the orders concerned, in the orders' own currency. */
export interface FeeResult {
  zone: string;
  percentOfPrice: string;
  /** The most one order can cost, in the platform's currency, and which that is. */
  cap: string;
  capCurrency: string;
  /** The same cap in the orders' currency; null without an exchange rate. */
  capPerOrder: string | null;
  /** ISO 4217 code of the orders' currency: of the cap per order, the charges and their sum. */
  currency: string;
  /** One charge a price, in the order given, two places; null where prices or the exchange rate are missing. */
  perOrder: string[] | null;
  /** The sum of the charges as rounded. */
  total: string | null;
  /** True where there is a price for each order concerned, and no more: then `total` is the whole charge. */
  complete: boolean;
}

/** Prices that do not fit the number of orders concerned. */
export interface PriceMismatch {
  id: 'prices-fewer' | 'prices-more';
  /** The field of the prices, and the one of the orders. */
  field: string;
  other: string;
  given: number;
  expected: number;
}

/** Whether a list of prices was given with a price too few or too many. */
export function priceMismatch(metric: Metric, input: DisputeRateInput): PriceMismatch | null {
  const definition = metric.fee;
  const prices = definition && input.lists[definition.prices];
  if (!definition || !prices) return null;
  const given = prices.length;
  const expected = Number(input.amounts[definition.orders]?.num ?? 0n);
  if (given === expected) return null;
  const id = given < expected ? 'prices-fewer' : 'prices-more';
  return { id, field: definition.prices, other: definition.orders, given, expected };
}

/** The charge for the orders concerned, each rounded to the hundredth as an invoice would be. */
export function feeOf(
  metric: Metric,
  input: DisputeRateInput,
  zone: string,
  rules: RuleBook,
  asOf: string,
): { fee: FeeResult | null; used: string[]; reason: Reason | null } | UnknownRule {
  const definition = metric.fee;
  if (!definition) return { fee: null, used: [], reason: 'no-fee' };
  const capRule = select(definition.cap, input.choices);
  const cap = readRule(rules, capRule, asOf);
  if ('kind' in cap) return cap;
  const used = [capRule];
  let percent = ZERO;
  const percentRule = definition.percent[zone];
  if (percentRule !== undefined) {
    const ruleId = select(percentRule, input.choices);
    const found = readRule(rules, ruleId, asOf);
    if ('kind' in found) return found;
    used.push(ruleId);
    percent = found.value;
  }

  const exchange = input.amounts[definition.exchange];
  const most = exchange && divide(cap.value, exchange);
  const prices = input.lists[definition.prices];
  const fee: FeeResult = {
    zone,
    percentOfPrice: toPlain(percent),
    cap: toPlain(cap.value),
    capCurrency: cap.unit,
    capPerOrder: most ? toDecimal(most, 2) : null,
    currency: metric.terms.find(({ id }) => id === definition.prices)?.currency ?? '',
    perOrder: null,
    total: null,
    complete: false,
  };
  if (!prices) return { fee, used, reason: 'no-prices' };
  const free = compare(percent, ZERO) === 0;
  if (!most && !free) return { fee, used, reason: 'no-exchange-rate' };
  const share = fromPercent(percent);
  fee.perOrder = prices.map((price) => {
    const charge = multiply(price, share);
    return toDecimal(most && compare(charge, most) > 0 ? most : charge, 2);
  });
  fee.complete = priceMismatch(metric, input) === null;
  fee.total = toDecimal(fee.perOrder.map(fromDecimal).reduce(add, ZERO), 2);
  return { fee, used, reason: null };
}
