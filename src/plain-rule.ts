import type { Language, Rule } from './calculators/shared/rule.ts';
import { datingText, supersededText } from './dating.ts';
import { formatFigure } from './format-rule.ts';
import {
  datedOf,
  publisherOf,
  rivalText,
  sayBy,
  standingOf,
  titleOf,
  type Translate,
} from './rule-view.ts';
import type { Source } from './schemas/source.ts';

export type { Translate };

/**
 * A rule in one line of plain text: what it says on a day, who says so and when, how far to trust it, who
 * says otherwise, and its id.
 *
 * @param day ISO date.
 * @throws when a source is not in the bibliography.
 */
export function plainRule(
  language: Language,
  rule: Rule,
  sources: ReadonlyMap<string, Source>,
  day: string,
  t: Translate,
): string {
  const zh = language === 'zh-CN';
  const cited = (id: string) => {
    const source = sources.get(id);
    if (!source) throw new Error(`Rule ${rule.id} cites the source "${id}", which is unknown.`);
    return source;
  };
  const { state, value } = standingOf(rule, day);
  const source = cited(value.source);
  const say = sayBy(t);
  const when = [
    value.from && t('ui.rule.from', { date: value.from }),
    value.to && t('ui.rule.to', { date: value.to }),
    state === 'ended' && t('ui.rule.ended', { date: value.to ?? '' }),
    supersededText(say, rule.superseded?.what[language]),
  ].filter(Boolean);
  const said = [
    rule.label[language],
    value.value === true ? '' : formatFigure(language, value.value, rule.unit),
  ].filter(Boolean);
  const origin = [
    zh
      ? `《${titleOf(source, language)}》，${publisherOf(source, language)}`
      : `“${titleOf(source, language)}”, ${publisherOf(source, language)}`,
    datingText(say, language, datedOf(value, source)),
  ].join(zh ? '，' : ', ');
  const rivals = rule.rivals.map((rival) =>
    zh
      ? `${rivalText(language, rival)}（${publisherOf(cited(rival.source), language)}）`
      : `${rivalText(language, rival)} (${publisherOf(cited(rival.source), language)})`,
  );
  const parts = [
    [said.join(zh ? '：' : ': '), ...when].join(zh ? '，' : ', '),
    t('ui.rule.applies', { to: rule.appliesTo[language] }).replace(/[.。]$/, ''),
    `${t('ui.rule.source')}${zh ? '：' : ': '}${origin}${zh ? '，' : ', '}${t(`ui.confidence.${rule.confidence}`)}`,
    rivals.length > 0
      ? `${t('ui.rule.rivals')}${zh ? '' : ' '}${rivals.join(zh ? '；' : '; ')}`
      : '',
  ].filter(Boolean);
  const line = parts
    .map((part) => (/[.!?。！？”]$/.test(part) ? part : part + (zh ? '。' : '.')))
    .join(zh ? '' : ' ');
  return zh ? `${line}（${rule.id}）` : `${line} (${rule.id})`;
}
