import type { SettlementOk } from '@/calculators/settlement/index.ts';
import type { CitedRule } from '@/calculators/shared/cited.ts';
import type { SettlementWords } from '../words.ts';

interface ResearchProps {
  result: SettlementOk;
  words: SettlementWords;
  rules: readonly CitedRule[];
  notes: Readonly<Record<string, string>>;
}

/** Findings that bear on the answer, each with its limits and with what was found against it. */
export function Research({ result, words, rules, notes }: ResearchProps) {
  const { own } = words;
  return (
    <details class="why screen-only">
      <summary>
        <h2>{own('research-title')}</h2>
      </summary>
      <p class="muted">{own('research-note')}</p>
      {result.research.map(({ id, ruleIds }) => (
        <section key={id} data-id={id}>
          <h3>{own(`research.${id}`)}</h3>
          <ul>
            {rules
              .filter((rule) => ruleIds.includes(rule.id))
              .map((rule) => (
                <li key={rule.id} data-id={rule.id}>
                  <a href={rule.address}>{rule.label}</a>
                  {notes[rule.id]}
                  {rule.rivals.map((rival, i) => (
                    <p key={i} class="muted">
                      {own('research.against')}
                      {words.colon}
                      {rival.note}
                    </p>
                  ))}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
