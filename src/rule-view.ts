import {
  findValue,
  type DatedValue,
  type Language,
  type Rival,
  type Rule,
} from './calculators/shared/rule.ts';
import { lastOf } from './calculators/shared/last-of.ts';
import { supersededText, type Dated, type Say } from './dating.ts';
import { formatFigure } from './format-rule.ts';
import type { Source } from './schemas/source.ts';

/** The value a page shows for a rule, and whether it holds on the day the page was built. */
export interface Standing {
  value: DatedValue;
  /** `ended`: the last value is over and nothing newer is known. `coming`: the first has not begun. */
  state: 'known' | 'ended' | 'coming';
}

/**
 * What a rule says on a day. Like `lookup`, it never passes off a value that has ended as one in
 * force: what is over comes back as `ended`, with its last day in `value.to`.
 *
 * @param day ISO date.
 */
export function standingOf(rule: Rule, day: string): Standing {
  const found = findValue(rule.values, day);
  if (found.kind === 'known') return { value: found.value, state: 'known' };
  const last = lastOf(rule.values, ({ to }) => to !== null && to < day);
  if (last) return { value: last, state: 'ended' };
  const [first] = rule.values;
  if (!first) throw new Error(`Rule ${rule.id} has no value.`);
  return { value: first, state: 'coming' };
}

/** Who stands behind a source, as a reader of the language can read it. */
export const publisherOf = (source: Source, language: Language) =>
  (language === 'zh-CN' && source.publisherZh) || source.publisher;

/** What a source is called, as a reader of the language can read it. */
export const titleOf = (source: Source, language: Language) =>
  (language === 'zh-CN' && source.titleZh) || source.title;

/** What a title says that is in another language, in brackets behind it; nothing where it needs none. */
export function meaningOf(source: Source, language: Language): string {
  const meaning = source.meaning?.[language];
  if (meaning === undefined) return '';
  return language === 'zh-CN' ? `（${meaning}）` : ` (${meaning})`;
}

/** What a source is called where there is room for one name: what it means, where readers need that. */
export const calledIn = (source: Source, language: Language): string =>
  source.meaning?.[language] ?? titleOf(source, language);

/** The date a value's source carries, as exact as it is known; null for an undated copy. */
const publishedOf = (value: DatedValue, source: Source) => value.publishedOn ?? source.publishedOn;

/** The date of a value's source and how it was read, for {@link datingText}. */
export const datedOf = (value: DatedValue, source: Source): Dated => ({
  publishedOn: publishedOf(value, source),
  isLive: !source.archivedCopy,
  checkedOn: value.checkedOn,
});

/** A text of the interface by its key, its slots filled. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The words on dates that tools and pages share, for a page. */
export const sayBy =
  (t: Translate): Say =>
  (key, values) =>
    t(`tool.common.${key}`, values);

/** What is to be said of when a figure holds; empty where it holds today as far as is known. */
export const whenText = (
  t: Translate,
  language: Language,
  rule: Rule,
  { state, value }: Standing,
  isShort = false,
): string => {
  if (state === 'ended') return t('ui.rule.ended', { date: value.to ?? '' });
  if (state === 'coming') return t('ui.rule.coming', { date: value.from ?? '' });
  const say = sayBy(t);
  if (isShort) return rule.superseded ? say('superseded-short') : '';
  return supersededText(say, rule.superseded?.what[language]);
};

/** What another source says in place of the leading figure: its figure, or the word that tells them apart. */
export const rivalText = (language: Language, rival: Rival) =>
  rival.differs?.[language] ?? formatFigure(language, rival.value, rival.unit);
