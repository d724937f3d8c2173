import type { ComponentChildren } from 'preact';
import { isOverdue, valueOn, type CitedRule } from '@/calculators/shared/cited.ts';
import type { Step } from '@/calculators/shared/explain.ts';
import { datingText } from '@/dating.ts';
import { formatFigure } from '@/format-rule.ts';
import { lastOf } from '@/calculators/shared/last-of.ts';
import type { CommonWords } from './words.ts';
import { Unbroken } from '../../ui/Unbroken.tsx';

interface WhyProps<Value> {
  steps: readonly Step<Value>[];
  /** A step as a sentence. */
  sentence: (step: Step<Value>) => string;
  rules: readonly CitedRule[];
  /** The rules this answer rests on, by id. */
  usedRules: readonly string[];
  /** The moment the answer was judged by, ISO 8601. */
  asOf: string;
  words: CommonWords;
  children?: ComponentChildren;
}

const SECTIONS = ['given', 'rule', 'done', 'change'] as const;

/** Why this answer: what was given, which rules, what was done, what would change it; then every rule with its source. */
export function Why<Value>(props: WhyProps<Value>) {
  const { steps, sentence, rules, usedRules, asOf, words, children } = props;
  const cited = rules.filter((rule) => usedRules.includes(rule.id));
  const day = asOf.slice(0, 10);
  return (
    <details class="why" open>
      <summary>
        <h2>{words.common('why')}</h2>
      </summary>
      {SECTIONS.map((section) => {
        const own = steps.filter((step) => step.section === section);
        return own.length === 0 ? null : (
          <section key={section}>
            <h3>{words.common(`why-${section}`)}</h3>
            <ul>
              {own.map((step, i) => (
                <li key={i}>
                  <Unbroken text={sentence(step)} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {children}
      {cited.length > 0 && (
        <section>
          <h3>{words.common('why-sources')}</h3>
          <ul>
            {cited.map((rule) => (
              <Cited key={rule.id} rule={rule} day={day} words={words} />
            ))}
          </ul>
        </section>
      )}
      <p class="muted">
        {words.common('as-of', { date: day })}{' '}
        <output name="asOf" data-value={asOf} aria-live="off" />
      </p>
    </details>
  );
}

interface CitedProps {
  rule: CitedRule;
  day: string;
  words: CommonWords;
}

/** One rule: its figure on that day, since when, from whom, how sure, and who says otherwise. */
export function Cited({ rule, day, words }: CitedProps) {
  const { language } = words;
  const value = valueOn(rule, day);
  const ended = value ? undefined : lastOf(rule.values, ({ to }) => to !== null && to < day);
  const shown = value ?? ended;
  return (
    <li data-id={rule.id}>
      <a href={rule.address}>{rule.label}</a>
      {shown && shown.value !== true && (
        <>
          {words.colon}
          <strong>{formatFigure(language, shown.value, rule.unit)}</strong>
        </>
      )}{' '}
      {shown && (
        <span class="muted">
          <Unbroken
            text={words.sentences([
              words.common('why-source', {
                source: shown.publisher,
                confidence: words.text(`ui.confidence.${rule.confidence}`),
                dated: datingText(words.common, language, shown),
              }),
              shown.from ? words.common('why-since', { date: shown.from }) : '',
              ended?.to ? words.common('why-until', { date: ended.to }) : '',
              rule.superseded ? words.common('why-superseded', { by: rule.superseded }) : '',
            ])}
          />
        </span>
      )}
      {rule.rivals.length > 0 && (
        <ul class="muted">
          {rule.rivals.map((rival, i) => (
            <li key={i}>
              {words.sentences([
                rival.value === true && rival.differs === undefined
                  ? words.common('why-rival-note', { source: rival.publisher })
                  : words.common('why-rival', {
                      source: rival.publisher,
                      figure: rival.differs ?? formatFigure(language, rival.value, rival.unit),
                    }),
                rival.note,
              ])}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Says which figures of an answer are due for another look at their sources. */
export function Overdue({
  rules,
  usedRules,
  day,
  words,
}: Omit<CitedProps, 'rule'> & {
  rules: readonly CitedRule[];
  usedRules: readonly string[];
}) {
  const due = rules.filter((rule) => usedRules.includes(rule.id) && isOverdue(rule, day));
  return due.length === 0 ? null : (
    <p class="notice">
      {words.common('overdue', { rules: words.list(due.map(({ label }) => label)) })}
    </p>
  );
}
