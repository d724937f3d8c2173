import type { DatedValue, Language, Rule } from './calculators/shared/rule.ts';
import { formatFigure } from './format-rule.ts';
import { type Translate, plainRule } from './plain-rule.ts';
import type { Source } from './schemas/source.ts';

/** One thing that happened to a rule on a day. */
export interface RuleChange {
  rule: Rule;
  /** What it is about: the value that began or ended, or that a source gave. */
  value: DatedValue;
  /** ISO date the change is told under, never later than the day the list was made. */
  date: string;
  /** `begins`: the value is in force from `value.from`. `ends`: nothing known follows it. `said`: a source of that day gives it. */
  kind: 'begins' | 'ends' | 'said';
  /** What held before, where it is known. */
  before: DatedValue | undefined;
}

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What changed in the rules, the newest first. Only what carries a whole day can stand in a list by days:
 * a value known from a month or a year on, and an undated one, is left to the rulebook. What is yet to
 * come is told under the day its source announced it, or else under the day we read that.
 *
 * @param day ISO date of the list.
 */
export function changesOf(rules: readonly Rule[], day: string): RuleChange[] {
  const upTo = (date: string, value: DatedValue) => {
    if (date <= day) return date;
    const { publishedOn } = value;
    const announced = publishedOn && wholeDay.test(publishedOn) ? publishedOn : value.checkedOn;
    return announced < day ? announced : day;
  };
  const all = rules.flatMap((rule) =>
    rule.values.flatMap((value, i): RuleChange[] => {
      const found: RuleChange[] = [];
      const before = rule.values[i - 1];
      if (value.from)
        found.push({ rule, value, kind: 'begins', before, date: upTo(value.from, value) });
      else if (value.publishedOn && wholeDay.test(value.publishedOn))
        found.push({ rule, value, kind: 'said', before, date: upTo(value.publishedOn, value) });
      if (value.to && !rule.values[i + 1])
        found.push({ rule, value, kind: 'ends', before, date: upTo(value.to, value) });
      return found;
    }),
  );
  return all.sort((a, b) => b.date.localeCompare(a.date) || a.rule.id.localeCompare(b.rule.id));
}

const NEWEST = 80;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The newest changes as RSS 2.0.
 *
 * @param site Origin the site is published at: readers of feeds know no other address.
 * @param folder Folder of the language in addresses.
 */
export function ruleFeed(
  language: Language,
  changes: readonly RuleChange[],
  place: { site: string; folder: string; day: string },
  sources: ReadonlyMap<string, Source>,
  t: Translate,
): string {
  const { site, folder, day } = place;
  const book = `${site}/${folder}/reference/rulebook/`;
  const colon = language === 'en' ? ': ' : '：';
  const figure = (rule: Rule, { value }: DatedValue) =>
    value === true ? '' : formatFigure(language, value, rule.unit);
  const items = changes.slice(0, NEWEST).map(({ rule, value, kind, before, date }) => {
    const title = [t(`ui.platform.${rule.platform}`), rule.label[language], figure(rule, value)]
      .filter(Boolean)
      .join(colon);
    const when = {
      begins: t('publish.feed.begins', { date: value.from ?? '' }),
      ends: t('publish.feed.ends', { date: value.to ?? '' }),
      said: t('publish.feed.said', { date: value.publishedOn ?? '' }),
    }[kind];
    const past =
      before && kind === 'begins' ? t('publish.feed.before', { was: figure(rule, before) }) : '';
    const text = [when, past, plainRule(language, rule, sources, day, t)]
      .filter(Boolean)
      .join(language === 'en' ? ' ' : '');
    return `<item><title>${escaped(title)}</title><link>${book}${rule.platform}/#${rule.id}</link><guid isPermaLink="false">${rule.id}@${kind}@${value.from ?? value.to ?? value.publishedOn}</guid><pubDate>${new Date(`${date}T00:00:00Z`).toUTCString()}</pubDate><description>${escaped(text)}</description></item>`;
  });
  const self = `${book}changes.xml`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${escaped(t('publish.feed.title'))}</title><link>${book}</link><description>${escaped(t('publish.feed.about'))}</description><language>${language.toLowerCase()}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`;
}
