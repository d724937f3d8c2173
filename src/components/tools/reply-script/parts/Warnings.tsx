import type { GuardWarning } from '@/calculators/reply-guard/index.ts';
import type { CitedRule } from '../library.ts';
import type { Words } from '../words.ts';

interface WarningsProps {
  text: string;
  warnings: readonly GuardWarning[];
  rules: Readonly<Record<string, CitedRule>>;
  /** What a warning says did not arrive. */
  isLost?: boolean;
  words: Words;
  /** Language of the explanations. */
  gloss: string;
}

/** What may not be said: the words, why, by which rule, and what to write instead. */
export function Warnings({ text, warnings, rules, isLost, words, gloss }: WarningsProps) {
  const { own } = words;
  if (warnings.length === 0) return null;
  return (
    <ul class="warnings">
      {warnings.map((warning) => {
        const rule = warning.ruleId === null ? undefined : rules[warning.ruleId];
        return (
          <li
            key={`${warning.guard}-${warning.start}`}
            class={warning.severity}
            data-id={warning.ruleId ?? undefined}
            data-guard={warning.guard}
            data-start={warning.start}
            data-end={warning.end}
          >
            <p>
              <strong>{own(`severity.${warning.severity}`)}</strong>
              {words.colon}
              {warning.places.map(({ start, end }, i) => (
                <span key={start}>
                  {i > 0 && words.list(['', ''])}
                  <q>{text.slice(start, end)}</q>
                </span>
              ))}
            </p>
            {warning.message === '' ? (
              <p class="muted">{own(isLost ? 'page.why-lost' : 'page.why-coming')}</p>
            ) : (
              <>
                <p lang={gloss}>{warning.message}</p>
                <p>
                  <strong>{own('result.instead')}</strong>
                  {words.colon}
                  <span lang={gloss}>{warning.instead}</span>
                </p>
              </>
            )}
            {rule && (
              <p>
                {own('result.source')}
                {words.colon}
                <a href={rule.address}>{rule.label}</a>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
