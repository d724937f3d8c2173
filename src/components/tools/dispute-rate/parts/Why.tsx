import {
  explain,
  type DisputeRateResult,
  type ExplainStep,
} from '@/calculators/dispute-rate/index.ts';
import { valueOn } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { formatFigure } from '@/format-rule.ts';
import type { CitedRule } from '../dispute-rate.model.ts';
import type { Words } from '../words.ts';

interface WhyProps {
  result: DisputeRateResult;
  rules: readonly CitedRule[];
  words: Words;
  language: Language;
  /** Where the printed sheet came from; empty until the browser knows it. */
  address: string;
}

const sections: ExplainStep['section'][] = ['given', 'rule', 'done', 'change'];

/** Why this number: what was given, which rules, what was done, what would change it; then every rule with its source. */
export function Why({ result, rules, words, language, address }: WhyProps) {
  const { text } = words;
  const steps = explain(result);
  const cited = rules.filter((rule) => result.usedRules.includes(rule.id));
  const day = result.asOf.slice(0, 10);
  return (
    <details class="why" open>
      <summary>{text('tool.dispute-rate.page.why')}</summary>
      {sections.map((section) => {
        const own = steps.filter((step) => step.section === section);
        return own.length === 0 ? null : (
          <section key={section}>
            <h3>{text(`tool.dispute-rate.page.why-${section}`)}</h3>
            <ul>
              {own.map((step, i) => (
                <li key={i}>{words.sentence(step)}</li>
              ))}
            </ul>
          </section>
        );
      })}
      {cited.length > 0 && (
        <section>
          <h3>{text('tool.dispute-rate.page.why-sources')}</h3>
          <ul>
            {cited.map((rule) => {
              const value = valueOn(rule, day);
              return (
                <li key={rule.id} data-id={rule.id}>
                  <a href={rule.address}>{rule.label}</a>
                  {value && value.value !== true && (
                    <>
                      {language === 'en' ? ': ' : '：'}
                      <strong>{formatFigure(language, value.value, rule.unit)}</strong>
                    </>
                  )}
                  <span class="muted">
                    {' '}
                    {text('tool.dispute-rate.page.why-source', {
                      source: value?.publisher ?? '',
                      confidence: text(`ui.confidence.${rule.confidence}`),
                      checked: value?.checkedOn ?? '',
                    })}
                    {value?.from &&
                      ` ${text('tool.dispute-rate.page.why-since', { date: value.from })}`}
                  </span>
                  {rule.rivals.length > 0 && (
                    <ul class="muted">
                      {rule.rivals.map((rival, i) => (
                        <li key={i}>
                          {text('tool.dispute-rate.page.why-rival', {
                            source: rival.publisher,
                            figure:
                              rival.value === true
                                ? ''
                                : formatFigure(language, rival.value, rival.unit),
                          })}{' '}
                          {rival.note}
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <p class="muted">
        {text('tool.dispute-rate.page.as-of', { date: day })}{' '}
        <output name="asOf" data-value={result.asOf} />
      </p>
      <p class="print-only">
        {words.nameOfMetric()} {address}
      </p>
    </details>
  );
}
