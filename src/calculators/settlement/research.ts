/** Which findings bear on the answer. Each stands with what contradicts it; none is a number to compute with. */
import { compare } from '../shared/exact.ts';
import { familyOf } from './causes.ts';
import type { Checked } from './schema.ts';

export interface ResearchNote {
  /** The theme; its sentence is an interface text. */
  id: string;
  ruleIds: string[];
  /** The sum its sentence names, in the currency of the case. */
  amount?: string;
  /** The smaller of two sums, where it names two. */
  least?: string;
}

const THEMES = {
  ladder: [
    'research.finding.gradual-concessions',
    'research.finding.shrinking-concessions',
    'research.finding.small-concessions',
    'research.finding.hard-anchor',
    'research.finding.counter-offer',
  ],
  bundles: ['research.finding.several-offers', 'research.finding.hard-anchor'],
  keeps: ['research.finding.keep-first-units'],
  'gives-back': ['research.finding.refund-peak'],
  'beyond-the-price': [
    'research.finding.refund-loyalty-turn',
    'research.finding.diminishing-returns',
  ],
  'after-a-failed-attempt': ['research.finding.second-failure'],
  'words-or-money': ['research.finding.bare-apology', 'research.finding.causal-explanation'],
  overlap: ['research.finding.zopa'],
} as const;

export const RESEARCH_RULES: readonly string[] = [...new Set(Object.values(THEMES).flat())];

const note = (id: keyof typeof THEMES): ResearchNote => ({ id, ruleIds: [...THEMES[id]] });

export function researchFor(
  input: Checked,
  has: { ladder: boolean; bundles: boolean },
): ResearchNote[] {
  return [
    ...(has.ladder ? [note('ladder')] : []),
    ...(has.bundles ? [note('bundles')] : []),
    ...(input.buyerKeeps === true ? [note('keeps')] : []),
    ...(input.buyerKeeps === false ? [note('gives-back')] : []),
    ...(compare(input.claim, input.price) > 0 ? [note('beyond-the-price')] : []),
    ...(input.buyerFloor === null ? [] : [note('overlap')]),
    note('after-a-failed-attempt'),
    note('words-or-money'),
  ];
}

/** Who forbids to bargain for a withdrawal, by platform. */
const NO_CONDITION: Readonly<Record<string, readonly string[]>> = {
  aliexpress: ['aliexpress.conduct.off-platform', 'aliexpress.conduct.illegal-profit'],
  ozon: ['ozon.chat.forbidden'],
};

/** What speaks against every offer: the platform rules first, or papers decide and no sum does. */
export type HeldBack = 'platform-pays' | 'papers-not-bargaining';

export function heldBackBy({ platform, reason, worryFree }: Checked): HeldBack | null {
  if (worryFree && platform === 'aliexpress' && familyOf(reason) === 'inr') return 'platform-pays';
  return reason === 'snad-counterfeit' ? 'papers-not-bargaining' : null;
}

/** What must be read before an offer is sent. */
export function warningsFor(
  input: Checked,
  found: {
    firstAboveLimit: boolean;
    ladder: boolean;
    limits: boolean;
    /** The form's bounds are in a currency nobody gave a rate for. */
    unchecked: boolean;
    /** The form's bounds as the person's own rate makes them. */
    atOwnRate: { least: string; amount: string } | null;
    /** An offer may be made, and the convention gives none. */
    halfTooSmall: boolean;
    abovePrice: boolean;
    /** The buyer's least fits below the walk-away, and above what one offer may be. */
    floorAboveForm: boolean;
    /** The least the platform's form takes, where a smaller offer was left out for it. */
    belowForm: string | null;
    /** The form's least is above its most: it takes no part refund of this price. */
    formTakesNone: boolean;
  },
): ResearchNote[] {
  const family = familyOf(input.reason);
  const heldBack = heldBackBy(input);
  const notes: ResearchNote[] = [];
  const add = (id: string, ...ruleIds: string[]) => {
    notes.push({ id, ruleIds });
  };
  if (input.worryFree && input.platform !== 'aliexpress') add('worry-free-elsewhere');
  if (input.worryFree && input.platform === 'aliexpress')
    if (heldBack === 'platform-pays')
      add(
        'platform-pays',
        'aliexpress.logistics.worry-free-ruling',
        'aliexpress.logistics.worry-free-waiver',
      );
    else
      add(
        // A cause nobody chose, or of a person's own, may be one on the way.
        family === 'snad' || input.reason === 'service'
          ? 'worry-free-not-for-this'
          : 'worry-free-by-cause',
        'aliexpress.logistics.worry-free-waiver',
      );
  if (heldBack === 'papers-not-bargaining') add('papers-not-bargaining');
  if (input.platform === 'aliexpress' && family === 'snad')
    add('buyer-may-choose', 'aliexpress.remedy.mismatch-choice');
  if (input.platform === 'ozon') {
    if (found.ladder) add('reject-may-go', 'ozon.remedy.reject-lost', 'ozon.remedy.max-offers');
    if (found.formTakesNone)
      add('form-takes-none', 'ozon.remedy.offer-min', 'ozon.remedy.offer-below-price');
    if (found.belowForm !== null)
      notes.push({
        id: 'below-form',
        ruleIds: ['ozon.remedy.offer-min'],
        amount: found.belowForm,
      });
    if (found.floorAboveForm) add('floor-above-form', 'ozon.remedy.offer-below-price');
    const bounds = ['ozon.remedy.offer-min', 'ozon.remedy.offer-below-price'];
    if (found.unchecked) add('limits-in-rub', ...bounds);
    if (found.atOwnRate) notes.push({ id: 'limits-by-rate', ruleIds: bounds, ...found.atOwnRate });
  }
  if (!found.limits) add('no-limits-recorded');
  if (input.countsWhen === 'not-withdrawn')
    add('no-condition', ...(NO_CONDITION[input.platform ?? ''] ?? []));
  if (found.firstAboveLimit) add('first-above-limit');
  if (input.offersLeft === 0) add('no-offers-left');
  if (found.halfTooSmall) add('half-too-small');
  if (found.abovePrice)
    add(
      'above-price',
      ...(input.platform === 'aliexpress' ? ['aliexpress.conduct.off-platform'] : []),
    );
  return notes;
}

/** Every rule a warning may cite. */
export const WARNING_RULES: readonly string[] = [
  'aliexpress.logistics.worry-free-ruling',
  'aliexpress.logistics.worry-free-waiver',
  'aliexpress.remedy.mismatch-choice',
  ...Object.values(NO_CONDITION).flat(),
];
