/** What a platform allows in a dispute: rules by id, and the figures they hold on the day. */
import { divide, exact, ONE, subtract, type Exact } from '../shared/exact.ts';
import { lookup, type RuleBook } from '../shared/rule.ts';
import { downToMinor, upToMinor } from './minor.ts';
import type { Checked } from './schema.ts';

export const OPTION_IDS = [
  'hold',
  'accept',
  'return-refund',
  'partial-refund',
  'resend',
  'spare-part',
  'coupon',
  'mixed',
] as const;
export type OptionId = (typeof OPTION_IDS)[number];

export interface Standing {
  allowed: boolean;
  ruleIds: string[];
}

type PlatformRules = Readonly<Record<OptionId, Standing>>;
const may = (...ruleIds: string[]): Standing => ({ allowed: true, ruleIds });
const mayNot = (...ruleIds: string[]): Standing => ({ allowed: false, ruleIds });

const PLATFORM: Readonly<Record<string, PlatformRules>> = {
  aliexpress: {
    hold: may('aliexpress.dispute.ruling-binding'),
    accept: may('aliexpress.dispute.plans-editable', 'aliexpress.conduct.off-platform'),
    'return-refund': may('aliexpress.return.freight', 'aliexpress.remedy.mismatch-choice'),
    'partial-refund': may('aliexpress.dispute.plans-editable', 'aliexpress.conduct.off-platform'),
    resend: may('aliexpress.conduct.off-platform'),
    'spare-part': may('aliexpress.conduct.off-platform'),
    coupon: may('aliexpress.conduct.review-trade'),
    mixed: may('aliexpress.conduct.off-platform', 'aliexpress.conduct.review-trade'),
  },
  // The answers to a return request are a closed list there, and only these are on it.
  ozon: {
    hold: may('ozon.remedy.options', 'ozon.remedy.reject-lost'),
    accept: may('ozon.remedy.options', 'ozon.remedy.refund-amount'),
    'return-refund': may('ozon.remedy.options', 'ozon.return.who-pays'),
    'partial-refund': may(
      'ozon.remedy.options',
      'ozon.remedy.max-offers',
      'ozon.remedy.offer-min',
      'ozon.remedy.offer-below-price',
      'ozon.remedy.reject-lost',
    ),
    resend: mayNot('ozon.remedy.options'),
    'spare-part': mayNot('ozon.remedy.options'),
    coupon: mayNot('ozon.remedy.options'),
    mixed: mayNot('ozon.remedy.options'),
  },
};

/** Whether a platform allows a way out, and the rules that say so. Both empty where none is recorded. */
export const standingOf = (platform: string | null, id: OptionId): Standing =>
  PLATFORM[platform ?? '']?.[id] ?? { allowed: true, ruleIds: [] };

export const hasLimits = (platform: string | null): boolean => (platform ?? '') in PLATFORM;

/** Every rule the tool may cite. */
export const LIMIT_RULES: readonly string[] = [
  ...new Set(
    Object.values(PLATFORM).flatMap((rules) => Object.values(rules).flatMap((one) => one.ruleIds)),
  ),
];

/** Bounds of a part refund on the platform, in whole minor units of the case; null where there is none. */
export interface Bounds {
  offers: number | null;
  least: Exact | null;
  most: Exact | null;
  /** Were the amounts of the rules taken at the person's own rate? */
  isAtOwnRate: boolean;
  /** Is there a rule whose currency nobody gave a rate for? */
  isUnchecked: boolean;
}

/** The rules of one platform that bound a part refund. Its amounts are in the unit of the rule. */
const OFFER_RULES: Readonly<Record<string, Record<'offers' | 'least' | 'below', string>>> = {
  ozon: {
    offers: 'ozon.remedy.max-offers',
    least: 'ozon.remedy.offer-min',
    below: 'ozon.remedy.offer-below-price',
  },
};

/** How much of the currency of a rule one of the case is; null where nobody has said. */
function rateTo(input: Checked, currency: string): Exact | null {
  if (currency === input.currency) return ONE;
  return currency === input.buyerCurrency ? input.buyerCurrencyRate : null;
}

/**
 * The bounds that hold on the day. A rule in another currency is read at the person's own rate where
 * that is the currency of the buyer; without one it bounds nothing here.
 */
export function boundsOf(input: Checked, rules: RuleBook, asOf: string): Bounds {
  const own = OFFER_RULES[input.platform ?? ''];
  if (!own)
    return { offers: null, least: null, most: null, isAtOwnRate: false, isUnchecked: false };
  const figure = (id: string): { value: number; unit: string } | null => {
    const found = lookup(rules, id, asOf);
    return found.kind === 'known' && typeof found.value.value === 'number'
      ? { value: found.value.value, unit: found.rule.unit }
      : null;
  };
  const amount = (id: string): Exact | null => {
    const found = figure(id);
    const rate = found && rateTo(input, found.unit);
    return found && rate ? divide(exact(found.value), rate) : null;
  };
  const least = amount(own.least);
  const below = amount(own.below);
  return {
    offers: figure(own.offers)?.value ?? null,
    least: least && upToMinor(least, input.digits),
    most: below && downToMinor(subtract(input.price, below), input.digits),
    isAtOwnRate: below !== null && figure(own.below)?.unit !== input.currency,
    isUnchecked: below === null && figure(own.below) !== null,
  };
}
