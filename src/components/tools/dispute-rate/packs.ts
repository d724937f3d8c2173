import { getCollection } from 'astro:content';
import { loadBook } from '@/book.ts';
import { ruleIdsOf, type DefinedMetric, type Metric } from '@/calculators/dispute-rate/index.ts';
import { cite } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { packOf, type Pack } from '@/packs.ts';
import { stringsFor } from '@/strings.ts';
import { LATER_TEXTS, sentMetric, sentRule, type DisputeRateLater, type SentRule } from './sent.ts';

const ORDER = ['aliexpress', 'ozon'];
const rank = ({ platform }: Metric) =>
  platform === null ? 99 : ORDER.includes(platform) ? ORDER.indexOf(platform) : 50;

/** The metrics, their rules and the tool's texts in one language of the site. */
async function rateIn(language: Language) {
  const { ruleBook, sourceBook } = await loadBook();
  const metrics: DefinedMetric[] = (await getCollection('metrics')).map(({ data }) => data);
  metrics.sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
  const sent = (metric: DefinedMetric) => sentMetric(metric, language);
  const rules = (of: readonly DefinedMetric[]): SentRule[] =>
    [...new Set(of.flatMap(ruleIdsOf))].map((id) => {
      const rule = ruleBook.get(id);
      if (!rule) throw new Error(`A metric refers to the rule "${id}", which does not exist.`);
      return sentRule(cite(rule, sourceBook, language, ''));
    });
  /** Names of a metric's own fields: they travel with the metric, as its labels. */
  const named = new Set(
    metrics.flatMap(({ terms }) => terms.map(({ id }) => `tool.dispute-rate.field.${id}`)),
  );
  const texts = Object.entries(
    stringsFor(language, 'tool.dispute-rate.', 'tool.number.', 'tool.common.', 'ui.confidence.'),
  ).filter(([key]) => !named.has(key));
  const later: DisputeRateLater = {
    metrics: metrics.map(sent),
    rules: rules(metrics),
    strings: Object.fromEntries(texts.filter(([key]) => LATER_TEXTS.test(key))),
  };
  return {
    metrics,
    sent,
    rules,
    strings: Object.fromEntries(texts.filter(([key]) => !LATER_TEXTS.test(key))),
    later: packOf(`rate.${language}`, later),
  };
}

const made = new Map<Language, ReturnType<typeof rateIn>>();

/** As {@link rateIn}, once a build. */
export function rateData(language: Language): ReturnType<typeof rateIn> {
  const there = made.get(language) ?? rateIn(language);
  made.set(language, there);
  return there;
}

/** What the endpoint of packs writes for this tool. */
export const packs = async (): Promise<Pack[]> =>
  (await Promise.all((['en', 'zh-CN'] as const).map(rateData))).map(({ later }) => later);
