import { useSignal, useSignalEffect } from '@preact/signals';
import { verdictSentence, warn, type CapRules } from '@/calculators/transit-warning/index.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Standing } from '../../../ui/Standing.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { scriptAddress } from '../advice-scripts.ts';
import type { CitedRule } from '../content.ts';
import type { Planner } from '../deadline-planner.model.ts';
import type { Words } from '../words.ts';

interface TransitProps {
  model: Planner;
  words: Words;
  rules: readonly CitedRule[];
  caps: CapRules;
  countries: readonly string[];
  folder: string;
  fieldId: (path: string) => string;
}

const standing = {
  clear: 'clear',
  holds: 'clear',
  'at-risk': 'close',
  broken: 'over',
  unknown: 'unknown',
} as const;

/** Before the parcel leaves: which holidays lie on the way, and does the promise survive them? */
export function Transit({ model, words, rules, caps, countries, folder, fieldId }: TransitProps) {
  const own = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
    words.text(`tool.transit-warning.${key}`, values);
  const dispatch = useSignal('');
  const country = useSignal('BR');
  const origin = useSignal('CN');
  const promised = useSignal('60');
  const usual = useSignal('');
  // The buyer's country and the promise of the case above come along.
  useSignalEffect(() => {
    const { buyerCountry, promisedDays } = model.settings.value;
    if (buyerCountry) country.value = buyerCountry.toUpperCase();
    if (promisedDays) promised.value = promisedDays;
  });
  const dispatchMoment = dispatch.value.trim() === '' ? null : model.read(dispatch.value);
  const answer = warn(
    {
      dispatchDate: dispatch.value,
      country: country.value,
      promisedDays: promised.value,
      usualDays: usual.value,
      origin: origin.value,
    },
    { ...model.data, caps },
    model.asOf.value,
  );
  const issueOf = (path: string) => {
    if (answer.kind !== 'invalid') return undefined;
    const issue = answer.issues.find((one) => one.path === path);
    return issue && words.text(issue.key, issue.values);
  };
  const options = countries
    .map((code) => ({ value: code, label: words.country(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, words.language));
  const rule = answer.kind === 'ok' ? rules.find(({ id }) => id === answer.ruleId) : undefined;
  return (
    <section class="planner-section transit">
      <h2>{own('title')}</h2>
      <p class="muted">{own('lead')}</p>
      <div class="transit-grid">
        <div class="fields">
          <DateField
            id={fieldId('transit-dispatchDate')}
            name="transit.dispatchDate"
            label={own('field.dispatchDate.label')}
            help={own('field.dispatchDate.hint')}
            value={dispatch.value}
            error={issueOf('dispatchDate')}
            echo={answer.kind === 'ok' ? words.date(answer.dispatchDate) : undefined}
            choices={
              dispatchMoment?.kind === 'ambiguous'
                ? dispatchMoment.readings.map((reading) => ({
                    value: reading.local.slice(0, 10),
                    label: words.date(reading.local.slice(0, 10)),
                  }))
                : []
            }
            question={words.own('page.which')}
            onInput={(text) => {
              dispatch.value = text;
            }}
            onChoose={(text) => {
              dispatch.value = text;
            }}
          />
          <Select
            id={fieldId('transit-country')}
            name="transit.country"
            label={own('field.country.label')}
            value={country.value}
            options={options}
            error={issueOf('country')}
            onChange={(value) => {
              country.value = value;
            }}
          />
          <TextField
            id={fieldId('transit-promisedDays')}
            name="transit.promisedDays"
            label={own('field.promisedDays.label')}
            value={promised.value}
            inputMode="numeric"
            error={issueOf('promisedDays')}
            onInput={(text) => {
              promised.value = text;
            }}
          />
          <TextField
            id={fieldId('transit-usualDays')}
            name="transit.usualDays"
            label={own('field.usualDays.label')}
            help={own('field.usualDays.hint')}
            value={usual.value}
            inputMode="numeric"
            error={issueOf('usualDays')}
            onInput={(text) => {
              usual.value = text;
            }}
          />
          <Select
            id={fieldId('transit-origin')}
            name="transit.origin"
            label={own('field.origin.label')}
            value={origin.value}
            options={options}
            onChange={(value) => {
              origin.value = value;
            }}
          />
        </div>
        <div class="transit-answer" aria-live="polite">
          {answer.kind === 'ok' && (
            <>
              <Standing is={standing[answer.verdict]} word={own(`badge.${answer.verdict}`)} />
              <p class="sentence">
                <output name="transit.verdict" data-value={answer.verdict}>
                  {words.sentence(verdictSentence(answer))}
                </output>
              </p>
              <p class="muted">
                <output name="transit.promisedDate" data-value={answer.promisedDate}>
                  {own('promised', {
                    date: words.date(answer.promisedDate),
                    days: answer.promisedDays,
                  })}
                </output>{' '}
                {rule && <a href={rule.address}>{rule.title}</a>}
              </p>
              {answer.holidays.length > 0 && (
                <ul class="spans">
                  {answer.holidays.map((span) => (
                    <li key={span.country + span.from} data-id={`${span.country}.${span.from}`}>
                      {own('span', {
                        country: own(`end.${span.end}`, {
                          country: words.country(span.country),
                        }),
                        names: span.names.map((name) => name[words.language]).join(words.comma),
                        from: words.date(span.from),
                        to: words.date(span.to),
                        days: span.workingDaysLost,
                      })}
                      {!span.official && <span class="muted"> {own('span.computed')}</span>}
                    </li>
                  ))}
                </ul>
              )}
              <ol class="advice-list">
                {answer.advice.map((advice, i) => (
                  <li key={advice.id + String(i)} data-id={advice.id}>
                    {own(`advice.${advice.id}`, {
                      ...advice.values,
                      ...(typeof advice.values['date'] === 'string'
                        ? { date: words.date(advice.values['date']) }
                        : {}),
                      ...(typeof advice.values['country'] === 'string'
                        ? { country: words.inSentence(advice.values['country']) }
                        : {}),
                    })}
                  </li>
                ))}
              </ol>
              {answer.script && (
                <p>
                  <a class="script-link" href={scriptAddress(folder, answer.script)}>
                    {words.own('page.script')}
                  </a>
                </p>
              )}
            </>
          )}
        </div>
      </div>
    </section>
  );
}
