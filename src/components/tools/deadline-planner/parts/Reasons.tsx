import type { Step } from '@/calculators/deadline-planner/index.ts';
import { datingText, supersededText } from '@/dating.ts';
import { valueOn, type CitedRule } from '@/calculators/shared/cited.ts';
import type { Words } from '../words.ts';

interface ReasonsProps {
  /** The steps of one deadline. */
  steps: readonly Step[];
  rules: readonly CitedRule[];
  /** The day whose figures hold. */
  day: string;
  words: Words;
}

/** How one deadline was counted, step by step, and the rules it was counted by. */
export function Reasons({ steps, rules, day, words }: ReasonsProps) {
  const { own } = words;
  const cited = [...new Set(steps.flatMap((step) => step.ruleIds))].flatMap(
    (id) => rules.find((rule) => rule.id === id) ?? [],
  );
  return (
    <>
      <ol>
        {steps.map((step, i) => (
          <li key={i}>{words.sentence(step)}</li>
        ))}
      </ol>
      {cited.length > 0 && (
        <ul class="sources">
          {cited.map((rule) => {
            const value = valueOn(rule, day);
            return (
              <li key={rule.id} data-id={rule.id}>
                <a href={rule.address}>{rule.label}</a>{' '}
                {value && (
                  <span class="muted">
                    {own(value.value === true ? 'page.source-plain' : 'page.source', {
                      figure: words.figure(value.value, rule.unit),
                      source: value.publisher,
                      confidence: words.text(`ui.confidence.${rule.confidence}`),
                      dated: [
                        datingText(words.common, words.language, value),
                        supersededText(words.common, rule.superseded),
                      ]
                        .filter(Boolean)
                        .join(words.language === 'en' ? '; ' : '；'),
                    })}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
