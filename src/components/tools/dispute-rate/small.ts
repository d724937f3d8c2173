import {
  calculate,
  encodeInput,
  exampleOf,
  parse,
  type DisputeRateResult,
  type Metric,
} from '@/calculators/dispute-rate/index.ts';
import { bookOf } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { citedOf, type DisputeRateData } from './sent.ts';
import { createWords } from './words.ts';

/** What a page carries for one made-up shop whose claims a reader moves: one metric, its rules, its words. */
export type SmallData = Pick<DisputeRateData, 'metrics' | 'rules' | 'strings'> & {
  language: Language;
  /** The day whose rules hold, as the page was built. */
  asOf: string;
};

export interface SmallAnswer {
  percent: string;
  standing: DisputeRateResult['standing'];
  word: string;
  sentence: string;
  /** The whole tool with these figures. */
  link: string;
}

/** Orders of the made-up shop in all; moved claims change how many of them ended well. */
export const SMALL_ORDERS = 200;
export const SMALL_MOST = 60;

/**
 * The answer of the calculator for a made-up shop with so many claims among its orders.
 *
 * @param claims a whole number from 0 to {@link SMALL_MOST}.
 * @throws where the metric's example no longer makes a question.
 */
export function smallAnswer(data: SmallData, claims: number): SmallAnswer {
  const { language, metrics, rules, strings, asOf } = data;
  const metric = metrics[0] as Metric;
  const input = {
    ...exampleOf(metric),
    metric: metric.id,
    claims: String(claims),
    withdrawn: '0',
    confirmed: String(SMALL_ORDERS - claims),
    timedOut: '0',
  };
  const byId = new Map([[metric.id, metric]]);
  const read = parse(input, byId);
  if (read.kind !== 'input') throw new Error(`The small example is ${read.kind}.`);
  const cited = citedOf({ rules, rulebook: '' });
  const result = calculate(read.input, { metrics: byId, rules: bookOf(cited, language) }, asOf);
  if (result.kind !== 'ok') throw new Error(`The small example is ${result.kind}.`);
  const words = createWords(language, strings, () => metric);
  return {
    percent: words.sharePercent(result.percent),
    standing: result.standing,
    word: words.own(`standing.${result.standing}`),
    sentence: words.summary(result),
    link: encodeInput(input),
  };
}
