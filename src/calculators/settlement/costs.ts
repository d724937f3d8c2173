/** What a way out costs, in exact fractions: `R(x) = x·(1 − c)`, `t(m) = hourly·m/60`, and `s`. */
import {
  add,
  divide,
  exact,
  multiply,
  negate,
  ONE,
  subtract,
  ZERO,
  type Exact,
} from '../shared/exact.ts';
import type { Checked, Field } from './schema.ts';

export interface TermValue {
  id: string;
  amount: Exact;
}

/** A cost as its named parts; null where a field it needs is empty. */
export interface Cost {
  value: Exact | null;
  terms: TermValue[];
  /** Fields that would have to be filled in. */
  missing: Field[];
}

const HOUR = exact(60n);

const sum = (amounts: readonly Exact[]): Exact => amounts.reduce(add, ZERO);
const unlessZero = (id: string, amount: Exact): TermValue[] =>
  amount.num === 0n ? [] : [{ id, amount }];

/** What refunding an amount costs after the commission that comes back. */
export const refund = (input: Checked, amount: Exact): Exact =>
  multiply(amount, subtract(ONE, input.commissionBack));

const refundTerms = (input: Checked, amount: Exact): TermValue[] => [
  { id: 'refund', amount },
  ...unlessZero('commission-returned', negate(multiply(amount, input.commissionBack))),
];

/** The price of the dispute itself, for whatever is agreed. */
export const agreedDispute = (input: Checked): Exact =>
  input.countsWhen === 'not-withdrawn'
    ? multiply(input.disputeCost, subtract(ONE, input.withdrawChance))
    : ZERO;

const agreedTerms = (input: Checked): TermValue[] =>
  unlessZero('dispute-cost', agreedDispute(input));

/** Work in money; null where there is work and no hourly rate. */
const work = (input: Checked, minutes: Exact): Exact | null =>
  minutes.num === 0n
    ? ZERO
    : input.agentHourly === null
      ? null
      : divide(multiply(input.agentHourly, minutes), HOUR);

/** Has the dispute a price of which nobody has said when it is due? */
const isDueUnknown = ({ disputeCost, countsWhen }: Checked): boolean =>
  disputeCost.num > 0n && countsWhen === null;

/**
 * Cost of holding as a line over the chance of losing: `slope·q + fixed`. Null where the work it
 * takes cannot be put into money, or nobody has said when the price of the dispute is due.
 */
export function holdLine(input: Checked): { slope: Exact; fixed: Exact } | null {
  const time = work(input, input.agentMinutes);
  if (time === null || isDueUnknown(input)) return null;
  const whenLost = input.countsWhen === 'lost' ? input.disputeCost : ZERO;
  const anyway = input.countsWhen === 'not-withdrawn' ? input.disputeCost : ZERO;
  return { slope: add(refund(input, input.claim), whenLost), fixed: add(time, anyway) };
}

const whole = (terms: TermValue[], missing: Field[]): Cost =>
  missing.length > 0
    ? { value: null, terms: [], missing }
    : { value: sum(terms.map(({ amount }) => amount)), terms, missing };

export function holdCost(input: Checked): Cost {
  const time = work(input, input.agentMinutes);
  const { loseChance: chance, claim, commissionBack, disputeCost, countsWhen } = input;
  const missing: Field[] = [
    ...(chance === null ? (['loseChance'] as const) : []),
    ...(time === null ? (['agentHourly'] as const) : []),
    ...(isDueUnknown(input) ? (['countsWhen'] as const) : []),
  ];
  const q = chance ?? ZERO;
  const lost = multiply(q, claim);
  return whole(
    [
      { id: 'refund-if-lost', amount: lost },
      ...unlessZero('commission-returned', negate(multiply(lost, commissionBack))),
      ...unlessZero('work', time ?? ZERO),
      ...(countsWhen === 'lost' ? unlessZero('dispute-cost', multiply(q, disputeCost)) : []),
      ...(countsWhen === 'not-withdrawn' ? unlessZero('dispute-cost', disputeCost) : []),
    ],
    missing,
  );
}

export const refundCost = (input: Checked, amount: Exact): Cost =>
  whole([...refundTerms(input, amount), ...agreedTerms(input)], []);

export function returnCost(input: Checked): Cost {
  const { price, returnShipping, sellerPaysReturn, resaleShare, productCost } = input;
  const time = work(input, input.handlingMinutes);
  const missing: Field[] = [];
  if (sellerPaysReturn && returnShipping === null) missing.push('returnShipping');
  if (resaleShare === null) missing.push('resaleShare');
  else if (resaleShare.num > 0n && productCost === null) missing.push('productCost');
  if (time === null) missing.push('agentHourly');
  return whole(
    [
      ...refundTerms(input, price),
      ...(sellerPaysReturn ? unlessZero('return-shipping', returnShipping ?? ZERO) : []),
      ...unlessZero('resale', negate(multiply(resaleShare ?? ZERO, productCost ?? ZERO))),
      ...unlessZero('work', time ?? ZERO),
      ...agreedTerms(input),
    ],
    missing,
  );
}

export function sendCost(input: Checked, id: 'resend' | 'spare-part'): Cost {
  const time = work(input, input.handlingMinutes);
  const missing: Field[] = [];
  const goods: TermValue[] = [];
  if (id === 'spare-part') {
    if (input.sparePartCost === null) missing.push('sparePartCost');
    else goods.push({ id: 'spare-part', amount: input.sparePartCost });
  } else if (input.resendCost !== null) goods.push({ id: 'resend', amount: input.resendCost });
  else {
    if (input.productCost === null) missing.push('productCost');
    else goods.push({ id: 'product', amount: input.productCost });
    if (input.outboundShipping === null) missing.push('outboundShipping');
    else goods.push(...unlessZero('outbound-shipping', input.outboundShipping));
  }
  if (time === null) missing.push('agentHourly');
  return whole([...goods, ...unlessZero('work', time ?? ZERO), ...agreedTerms(input)], missing);
}

/** A coupon, alone or beside a refund. It costs what is used of it. */
export function couponCost(input: Checked, refunded: Exact | null): Cost {
  const { couponValue, couponUse } = input;
  const missing: Field[] = [
    ...(couponValue === null ? (['couponValue'] as const) : []),
    ...(couponUse === null ? (['couponUse'] as const) : []),
  ];
  return whole(
    [
      ...(refunded === null ? [] : refundTerms(input, refunded)),
      { id: 'coupon-used', amount: multiply(couponValue ?? ZERO, couponUse ?? ZERO) },
      ...agreedTerms(input),
    ],
    missing,
  );
}
