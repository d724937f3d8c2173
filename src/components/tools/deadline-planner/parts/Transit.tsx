import { computed, useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { warnTransit, type CapRules } from '@/calculators/deadline-planner/index.ts';
import { localDate } from '@/calculators/shared/time.ts';
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

/** A whole number of days as typed; NaN where it is none. */
const daysOf = (text: string): number | null => {
  const clean = text.normalize('NFKC').trim();
  if (clean === '') return null;
  const digits = /^(\d{1,4})\s*(?:days?|d|天|日)?$/i.exec(clean)?.[1];
  return digits === undefined ? Number.NaN : Number(digits);
};

/** Before the parcel leaves: which holidays lie on the way, and does the promise survive them? */
export function Transit({ model, words, rules, caps, countries, folder, fieldId }: TransitProps) {
  const { own } = words;
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
  const day = useMemo(
    () =>
      computed(() => {
        const text = dispatch.value.trim();
        if (text === '') return localDate(Date.parse(model.asOf.value), model.myZone.value);
        const moment = model.read(text);
        const first = moment.readings[0];
        return (moment.kind === 'moment' || moment.kind === 'bare-date') && first
          ? first.local.slice(0, 10)
          : text;
      }),
    [],
  );
  const dispatchMoment = dispatch.value.trim() === '' ? null : model.read(dispatch.value);
  const answer = warnTransit(
    {
      dispatchDate: day.value,
      country: country.value,
      promisedDays: daysOf(promised.value),
      usualDays: daysOf(usual.value),
      origin: origin.value,
    },
    model.data.calendars,
    model.data.rules,
    caps,
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
      <h2>{own('transit.title')}</h2>
      <p class="muted">{own('transit.lead')}</p>
      <div class="transit-grid">
        <div class="fields">
          <DateField
            id={fieldId('transit-dispatchDate')}
            name="transit.dispatchDate"
            label={own('transit.dispatchDate.label')}
            help={own('page.transit-today')}
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
            question={own('page.which')}
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
            label={own('field.buyerCountry.label')}
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
            label={own('transit.usualDays.label')}
            help={own('transit.usualDays.hint')}
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
            label={own('transit.origin.label')}
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
              <Standing
                is={standing[answer.verdict]}
                word={own(`page.verdict.${answer.verdict}`)}
              />
              <p class="sentence">
                <output name="transit.verdict" data-value={answer.verdict}>
                  {own(`transit.verdict.${answer.verdict}`, {
                    days: answer.daysLost,
                    left: answer.mustTravelWithin,
                  })}
                </output>
              </p>
              <p class="muted">
                <output name="transit.promisedDate" data-value={answer.promisedDate}>
                  {own('transit.promised', {
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
                      {own('transit.span', {
                        country: own(`transit.end.${span.end}`, {
                          country: words.country(span.country),
                        }),
                        names: span.names.map((name) => name[words.language]).join(words.comma),
                        from: words.date(span.from),
                        to: words.date(span.to),
                        days: span.workingDaysLost,
                      })}
                      {!span.official && <span class="muted"> {own('transit.span.computed')}</span>}
                    </li>
                  ))}
                </ul>
              )}
              <ol class="advice-list">
                {answer.advice.map((advice, i) => (
                  <li key={advice.id + String(i)} data-id={advice.id}>
                    {own(`transit.advice.${advice.id}`, {
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
                    {own('page.script')}
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
