import { causeOf } from '../shared/causes.ts';
import { readCurrency } from '../shared/currency.ts';
import { minorDigits } from '../shared/currency-digits.ts';
import { divide, exact, fromDecimal, ONE, toPlain, ZERO, type Exact } from '../shared/exact.ts';
import { readMoney } from '../shared/money.ts';
import { parseNumber } from '../shared/parse-number.ts';
import { NUMBER_KEY, shown, type Refusal } from '../shared/plain-number.ts';
import type { Incomplete, InputIssue, Invalid } from '../shared/result.ts';

/** Platforms by their id. Where no limit of one is recorded as a rule, the answer says so. */
export const PLATFORMS = [
  'aliexpress',
  'ozon',
  'amazon',
  'ebay',
  'etsy',
  'paypal',
  'shopee',
  'taobao',
  'tiktok',
  'other',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Root causes as the playbooks name them. Any other short text is taken and changes nothing. */
export const REASONS = [
  'snad',
  'inr',
  'snad-colour-size',
  'snad-picture',
  'snad-quality',
  'snad-damaged',
  'snad-short',
  'snad-counterfeit',
  'inr-late',
  'inr-lost',
  'inr-customs',
  'inr-pickup',
  'inr-wrong-address',
  'inr-tracking',
  'inr-delivered',
  'service',
] as const;

/** When a dispute costs you its price: once it is opened, once it is lost, or unless it is withdrawn. */
export const COUNTS_WHEN = ['opened', 'lost', 'not-withdrawn'] as const;
export type CountsWhen = (typeof COUNTS_WHEN)[number];

/** How each field is read. */
const KINDS = {
  platform: 'platform',
  reason: 'text',
  currency: 'currency',
  price: 'money-above-zero',
  claim: 'money-above-zero',
  productCost: 'money',
  outboundShipping: 'money',
  returnShipping: 'money',
  sellerPaysReturn: 'yes-no',
  resaleShare: 'share',
  resendCost: 'money',
  sparePartCost: 'money',
  couponValue: 'money',
  couponUse: 'share',
  commissionRate: 'share',
  commissionReturned: 'yes-no',
  loseChance: 'share',
  disputeCost: 'money',
  countsWhen: 'counts-when',
  withdrawChance: 'share',
  agentMinutes: 'minutes',
  handlingMinutes: 'minutes',
  agentHourly: 'money',
  buyerFloor: 'money',
  buyerKeeps: 'yes-no',
  firstOffer: 'money-above-zero',
  offersLeft: 'offers',
  buyerCurrency: 'currency',
  buyerCurrencyRate: 'rate',
  worryFree: 'yes-no',
} as const;

export type Field = keyof typeof KINDS;
export const FIELDS = Object.keys(KINDS) as Field[];
export const kindOf = (field: Field): string => KINDS[field];
/** The input as people and scripts write it. */
export type SettlementInput = Readonly<Partial<Record<Field, string | number | boolean | null>>>;

/** Fields without which nothing can be said. */
export const REQUIRED = ['currency', 'price'] as const satisfies readonly Field[];

/** The checked input. Money in the currency, shares from 0 to 1; null where nothing was given. */
export interface Checked {
  platform: Platform | null;
  reason: string;
  currency: string;
  digits: number;
  price: Exact;
  claim: Exact;
  productCost: Exact | null;
  outboundShipping: Exact | null;
  returnShipping: Exact | null;
  sellerPaysReturn: boolean;
  resaleShare: Exact | null;
  resendCost: Exact | null;
  sparePartCost: Exact | null;
  couponValue: Exact | null;
  couponUse: Exact | null;
  /** Share of refunded money that comes back to the seller as commission. */
  commissionBack: Exact;
  loseChance: Exact | null;
  disputeCost: Exact;
  countsWhen: CountsWhen | null;
  withdrawChance: Exact;
  agentMinutes: Exact;
  handlingMinutes: Exact;
  agentHourly: Exact | null;
  buyerFloor: Exact | null;
  buyerKeeps: boolean | null;
  firstOffer: Exact | null;
  offersLeft: number;
  buyerCurrency: string | null;
  buyerCurrencyRate: Exact | null;
  worryFree: boolean;
  /** What was read from anything but a plain figure, as plain figures. */
  understood: Record<string, string>;
  ignored: string[];
}

export type Parsed = { kind: 'input'; input: Checked } | Incomplete | Invalid;

const KEY = 'tool.settlement.error';
const MOST_OFFERS = 20;
const USUAL_OFFERS = 3;
/** A week of work on one case is a slip of the keyboard. */
const MOST_MINUTES = 10_080;
const LONGEST_REASON = 60;

type Read<Value> = { value: Value } | { key: string; values: InputIssue['values'] };
const wrong = (key: string, raw: unknown, values: InputIssue['values'] = {}): Read<never> => ({
  key: `${KEY}.${key}`,
  values: { given: shown(raw).trim(), ...values },
});

const isEmpty = (raw: unknown) =>
  raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');

const numbered = <Value>(read: { value: Value } | Refusal<string>): Read<Value> =>
  'problem' in read
    ? { key: NUMBER_KEY + read.problem, values: read.values }
    : { value: read.value };

/** A share: `0.7` or `70%`. A bare 70 could be a slip for either and is refused. */
function readShare(raw: unknown): Read<Exact> {
  if (typeof raw === 'string' && /[%％]\s*$/u.test(raw)) {
    const percent = parseNumber(raw, 'percent', { least: 0, most: 100 });
    return 'problem' in percent
      ? percent.problem === 'out-of-range'
        ? wrong('share', raw)
        : numbered(percent)
      : { value: divide(percent.value, exact(100n)) };
  }
  const read = parseNumber(raw, 'decimal', { least: 0, most: 1 });
  return 'problem' in read && read.problem === 'out-of-range'
    ? wrong('share', raw)
    : numbered(read);
}

function readYesNo(raw: unknown): Read<boolean> {
  const text = typeof raw === 'boolean' ? String(raw) : shown(raw).trim().toLowerCase();
  if (['true', 'yes', '1', '是'].includes(text)) return { value: true };
  if (['false', 'no', '0', '否'].includes(text)) return { value: false };
  return wrong('yes-no', raw);
}

function readOne<Value extends string>(raw: unknown, from: readonly Value[]): Read<Value> {
  const text = typeof raw === 'string' ? raw.trim().toLowerCase() : '';
  const found = from.find((each) => each === text);
  return found === undefined ? wrong('one-of', raw, { list: from.join(', ') }) : { value: found };
}

function readReason(raw: unknown): Read<string> {
  const text = typeof raw === 'string' ? raw.trim() : '';
  if (text === '' || text.length > LONGEST_REASON) return wrong('reason', raw);
  // A case may carry the name of the reply that was written in it.
  const cause = causeOf(text.toLowerCase());
  return { value: REASONS.find((each) => each === cause) ?? text };
}

function readCode(raw: unknown): Read<string> {
  if (typeof raw !== 'string') return wrong('currency', raw);
  const read = readCurrency(raw);
  return 'problem' in read
    ? { key: NUMBER_KEY + read.problem, values: read.values }
    : { value: read.code };
}

function readRate(raw: unknown): Read<Exact> {
  const read = parseNumber(raw, 'decimal');
  if ('problem' in read) return numbered(read);
  return read.value.num === 0n ? wrong('rate', raw) : { value: read.value };
}

/** Reads one given field; the currency is null where it could not be read, and money is then not. */
function readField(field: Field, raw: unknown, currency: string | null): Read<unknown> | null {
  switch (KINDS[field]) {
    case 'platform':
      return readOne(raw, PLATFORMS);
    case 'counts-when':
      return readOne(raw, COUNTS_WHEN);
    case 'text':
      return readReason(raw);
    case 'currency':
      return readCode(raw);
    case 'money':
      return currency === null ? null : numbered(readMoney(raw, currency));
    case 'money-above-zero':
      return currency === null ? null : numbered(readMoney(raw, currency, { positive: true }));
    case 'yes-no':
      return readYesNo(raw);
    case 'share':
      return readShare(raw);
    case 'minutes':
      return numbered(parseNumber(raw, 'decimal', { least: 0, most: MOST_MINUTES }));
    case 'offers':
      return numbered(parseNumber(raw, 'count', { least: 0, most: MOST_OFFERS }));
    case 'rate':
      return readRate(raw);
  }
}

/** From anything at all to a checked input, or to what is missing or wrong. Never throws. */
export function parse(raw: unknown): Parsed {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { kind: 'invalid', issues: [{ path: '', key: `${KEY}.not-an-object`, values: {} }] };
  const given = (field: Field): unknown =>
    Object.hasOwn(raw, field) ? (raw as Record<string, unknown>)[field] : undefined;

  const issues: InputIssue[] = [];
  const read: Partial<Record<Field, unknown>> = {};
  const code = isEmpty(given('currency')) ? null : readCode(given('currency'));
  const currency = code !== null && 'value' in code ? code.value : null;
  for (const field of FIELDS) {
    const value = given(field);
    if (isEmpty(value)) continue;
    const found = readField(field, value, currency);
    if (found === null) continue;
    if ('value' in found) read[field] = found.value;
    else issues.push({ path: field, ...found });
  }
  const missing: string[] = REQUIRED.filter((field) => isEmpty(given(field)));
  const disputeCost = (read.disputeCost as Exact | undefined) ?? ZERO;
  // A withdrawal that is certain leaves an agreement without a price of the dispute, whenever one counts.
  const withdrawChance = (read.withdrawChance as Exact | undefined) ?? ZERO;
  const isWithdrawn = withdrawChance.num === withdrawChance.den;
  if (disputeCost.num > 0n && isEmpty(given('countsWhen')) && !isWithdrawn)
    missing.push('countsWhen');
  if (read.buyerCurrency !== undefined && isEmpty(given('buyerCurrencyRate')))
    missing.push('buyerCurrencyRate');
  const claim = read.claim as Exact | undefined;
  const first = read.firstOffer as Exact | undefined;
  const most = claim ?? (read.price as Exact | undefined);
  if (first && most && first.num * most.den > most.num * first.den)
    issues.push({
      path: 'firstOffer',
      key: `${KEY}.first-above-claim`,
      values: { given: shown(given('firstOffer')).trim() },
    });
  if (issues.length > 0) return { kind: 'invalid', issues };
  if (missing.length > 0) return { kind: 'incomplete', missing };

  const money = (field: Field) => (read[field] as Exact | undefined) ?? null;
  const price = read.price as Exact;
  return {
    kind: 'input',
    input: {
      platform: (read.platform as Platform | undefined) ?? null,
      reason: (read.reason as string | undefined) ?? '',
      currency: currency as string,
      digits: minorDigits(currency as string) as number,
      price,
      claim: claim ?? price,
      productCost: money('productCost'),
      outboundShipping: money('outboundShipping'),
      returnShipping: money('returnShipping'),
      sellerPaysReturn: read.sellerPaysReturn === true,
      resaleShare: money('resaleShare'),
      resendCost: money('resendCost'),
      sparePartCost: money('sparePartCost'),
      couponValue: money('couponValue'),
      couponUse: money('couponUse'),
      commissionBack: read.commissionReturned === true ? (money('commissionRate') ?? ZERO) : ZERO,
      loseChance: money('loseChance'),
      disputeCost,
      countsWhen: (read.countsWhen as CountsWhen | undefined) ?? null,
      withdrawChance,
      agentMinutes: money('agentMinutes') ?? ZERO,
      handlingMinutes: money('handlingMinutes') ?? ZERO,
      agentHourly: money('agentHourly'),
      buyerFloor: money('buyerFloor'),
      buyerKeeps: (read.buyerKeeps as boolean | undefined) ?? null,
      firstOffer: first ?? null,
      offersLeft: Number((read.offersLeft as Exact | undefined)?.num ?? USUAL_OFFERS),
      buyerCurrency: (read.buyerCurrency as string | undefined) ?? null,
      buyerCurrencyRate: money('buyerCurrencyRate'),
      worryFree: read.worryFree === true,
      understood: Object.fromEntries(
        FIELDS.flatMap((field) => {
          const value = read[field];
          const text = given(field);
          if (typeof text !== 'string' || /^\d+(?:\.\d+)?$/.test(text.trim())) return [];
          return typeof value === 'object' && value !== null
            ? [[field, toPlain(value as Exact)]]
            : [];
        }),
      ),
      ignored: Object.keys(raw).filter((key) => !(FIELDS as string[]).includes(key)),
    },
  };
}

/** What a tenth more or less of a chance is: how far the guess is moved to see what it changes. */
export const TENTH: Exact = fromDecimal('0.1');
export const clampShare = (value: Exact): Exact =>
  value.num < 0n ? ZERO : value.num > value.den ? ONE : value;
