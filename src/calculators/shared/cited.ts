import {
  findValue,
  type DatedValue,
  type Language,
  type Rival,
  type Rule,
  type RuleBook,
} from './rule.ts';

/**
 * What a page sends of a rule, in the page's language only: enough to compute with it, to cite it
 * and to see that it is due for review.
 */
export interface CitedRule extends Pick<Rule, 'id' | 'unit' | 'confidence'> {
  label: string;
  /** What the rule is about, where it holds for a part of a platform only. */
  appliesTo: string;
  /** Its place in the rulebook. */
  address: string;
  /** Last day on which its figures may be shown without “due for review”. */
  reviewOn: string;
  /** What stands in its place, where it holds no longer and nobody says since when. */
  superseded?: string;
  values: (Omit<DatedValue, 'gap'> & {
    publisher: string;
    /** It was read where it is published, and not in an archived copy. */
    isLive?: true;
  })[];
  rivals: (Pick<Rival, 'value' | 'unit' | 'source'> & {
    publisher: string;
    note: string;
    /** What is different, where the figure alone would not say it. */
    differs?: string;
  })[];
}

/** What is needed of a source to name it. */
export interface Named {
  publisher: string;
  /** Its name in Chinese, where the other one is a description. */
  publisherZh?: string;
  publishedOn: string | null;
  archivedCopy: boolean;
}

/** Makes what a page sends of a rule. Throws where the bibliography has no such source. */
export function cite(
  rule: Rule,
  sources: ReadonlyMap<string, Named>,
  language: Language,
  address: string,
): CitedRule {
  const named = (id: string): Named => {
    const source = sources.get(id);
    if (!source) throw new Error(`Rule ${rule.id} cites the source "${id}", which does not exist.`);
    return source;
  };
  const publisherOf = (id: string) => {
    const { publisher, publisherZh } = named(id);
    return language === 'zh-CN' ? (publisherZh ?? publisher) : publisher;
  };
  return {
    id: rule.id,
    unit: rule.unit,
    confidence: rule.confidence,
    label: rule.label[language],
    appliesTo: rule.appliesTo[language],
    address,
    reviewOn: rule.review.on,
    ...(rule.superseded ? { superseded: rule.superseded.what[language] } : {}),
    values: rule.values.map(({ from, to, value, source, publishedOn, checkedOn }) => ({
      from,
      to,
      value,
      source,
      publisher: publisherOf(source),
      publishedOn: publishedOn ?? named(source).publishedOn,
      checkedOn,
      ...(named(source).archivedCopy ? {} : { isLive: true as const }),
    })),
    rivals: rule.rivals.map(({ value, unit, source, note, differs }) => ({
      ...(differs ? { differs: differs[language] } : {}),
      value,
      unit,
      source,
      publisher: publisherOf(source),
      note: note[language],
    })),
  };
}

/** The book a calculator counts with, made from what the page sends. Its texts know one language. */
export function bookOf(rules: readonly CitedRule[], language: Language): RuleBook {
  const only = (text: string) => ({ en: '', 'zh-CN': '', [language]: text });
  return new Map(
    rules.map(({ id, unit, confidence, label, appliesTo, reviewOn, values, rivals }) => [
      id,
      {
        id,
        unit,
        confidence,
        label: only(label),
        appliesTo: only(appliesTo),
        values,
        rivals: rivals.map(({ differs, ...rival }) => ({
          ...rival,
          ...(differs === undefined ? {} : { differs: only(differs) }),
          note: only(rival.note),
        })),
        review: { on: reviewOn, everyDays: 0 },
        notes: only(''),
        fact: [],
        platform: id.slice(0, id.indexOf('.')),
        topic: '',
      },
    ]),
  );
}

/**
 * The value that held on a day; undefined where none is published for it. Never the last one that
 * did: a figure that has ended is not shown as if it held.
 *
 * @param day ISO date or instant; only its date part counts.
 */
export function valueOn<Value extends Pick<DatedValue, 'from' | 'to'>>(
  rule: { readonly values: readonly Value[] },
  day: string,
): Value | undefined {
  const found = findValue(rule.values, day);
  return found.kind === 'known' ? found.value : undefined;
}

/** Is the rule due for another look at its sources on that day? */
export const isOverdue = (rule: Pick<CitedRule, 'reviewOn'>, day: string): boolean =>
  rule.reviewOn < day.slice(0, 10);
