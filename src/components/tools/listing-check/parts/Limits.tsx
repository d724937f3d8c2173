import type { ListingOk } from '@/calculators/listing-check/index.ts';
import type { CitedRule } from '@/calculators/shared/cited.ts';
import type { ListingWords } from '../words.ts';

interface LimitsProps {
  result: ListingOk;
  rules: readonly CitedRule[];
  words: ListingWords;
}

/** How full each field is and by which rule, and what was not looked at because it was not given. */
export function Limits({ result, rules, words }: LimitsProps) {
  const { own } = words;
  return (
    <>
      {result.limits.length > 0 && (
        <ul class="limits">
          {result.limits.map((limit) => {
            const rule = rules.find(({ id }) => id === limit.ruleId);
            return (
              <li
                key={limit.ruleId + limit.field}
                data-id={limit.ruleId}
                data-within={limit.within}
              >
                <output
                  name={`limit.${limit.field}`}
                  data-value={`${limit.used}/${limit.allowed}`}
                  aria-live="off"
                >
                  {own(`limit.${limit.bound}`, {
                    field: words.part(limit.field),
                    used: words.count(limit.used),
                    allowed: words.count(limit.allowed),
                    unit: own(`unit.${limit.unit}`),
                  })}
                </output>{' '}
                {rule && (
                  <span class="muted">
                    <a href={rule.address}>{rule.label}</a>{' '}
                    {own('limit.confidence', {
                      confidence: words.text(`ui.confidence.${rule.confidence}`),
                    })}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {result.notChecked.length > 0 && (
        <p class="muted" data-id="not-checked">
          {own('not-checked', {
            parts: words.list(result.notChecked.map((id) => own(`not-checked.${id}`))),
          })}
        </p>
      )}
    </>
  );
}
