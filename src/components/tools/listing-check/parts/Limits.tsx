import type { ListingOk } from '@/calculators/listing-check/index.ts';
import type { ListingWords } from '../words.ts';

/** How full each field is, and what was not looked at because it was not given. */
export function Limits({ result, words }: { result: ListingOk; words: ListingWords }) {
  const { own } = words;
  return (
    <>
      {result.limits.length > 0 && (
        <ul class="limits">
          {result.limits.map((limit) => (
            <li key={limit.ruleId + limit.field} data-id={limit.ruleId} data-within={limit.within}>
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
              </output>
            </li>
          ))}
        </ul>
      )}
      {result.notChecked.length > 0 && (
        <p class="muted">
          {own('not-checked', {
            parts: words.list(result.notChecked.map((id) => own(`not-checked.${id}`))),
          })}
        </p>
      )}
    </>
  );
}
