import type { Field } from '@/calculators/settlement/index.ts';

type MadeUp = Readonly<Partial<Record<Field, string>>>;

/** What all made-up cases share: a lamp, a shop, its costs. No figure is anybody's. */
const LAMP: MadeUp = {
  platform: 'aliexpress',
  currency: 'USD',
  price: '24.00',
  productCost: '9.00',
  outboundShipping: '5.00',
  loseChance: '0.7',
  disputeCost: '2.50',
  countsWhen: 'lost',
  agentMinutes: '20',
  agentHourly: '9.00',
};

const RETURN: MadeUp = { returnShipping: '6.00', sellerPaysReturn: 'true', resaleShare: '0.6' };
const COUPON: MadeUp = { couponValue: '3.00', couponUse: '0.4' };

const CASES: Readonly<Record<string, MadeUp>> = {
  // Complaints of which nobody has found the cause yet.
  snad: { ...LAMP, ...RETURN, loseChance: '0.6' },
  inr: { ...LAMP, ...COUPON, loseChance: '0.5' },
  'snad-damaged': {
    ...LAMP,
    ...RETURN,
    ...COUPON,
    sparePartCost: '7.50',
    buyerFloor: '8.00',
    buyerKeeps: 'true',
  },
  'snad-colour-size': { ...LAMP, ...RETURN, loseChance: '0.6', buyerFloor: '6.00' },
  'snad-picture': { ...LAMP, ...RETURN, ...COUPON, loseChance: '0.5' },
  'snad-quality': { ...LAMP, ...RETURN, loseChance: '0.8', resaleShare: '0', buyerKeeps: 'false' },
  'snad-short': { ...LAMP, claim: '10.00', sparePartCost: '4.20', loseChance: '0.9' },
  'snad-counterfeit': { ...LAMP, ...RETURN, loseChance: '0.3', disputeCost: '10.00' },
  'inr-late': { ...LAMP, ...COUPON, loseChance: '0.4' },
  'inr-lost': { ...LAMP, loseChance: '0.95', worryFree: 'true' },
  'inr-customs': { ...LAMP, loseChance: '0.5' },
  'inr-pickup': { ...LAMP, ...COUPON, loseChance: '0.25' },
  'inr-wrong-address': { ...LAMP, loseChance: '0.5' },
  'inr-tracking': { ...LAMP, loseChance: '0.9' },
  'inr-delivered': { ...LAMP, loseChance: '0.2' },
  service: { ...LAMP, ...COUPON, claim: '8.00', loseChance: '0.5' },
};

/** The case the tool opens with. */
export const FIRST_CASE = 'snad-damaged';

/** One made-up case for each root cause, and for each complaint without one, as typed. */
export const madeUpCases: Readonly<Record<string, MadeUp>> = Object.fromEntries(
  Object.entries(CASES).map(([reason, one]) => [reason, { ...one, reason }]),
);
