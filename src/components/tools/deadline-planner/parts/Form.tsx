import type { ParsedMoment } from '@/calculators/deadline-planner/index.ts';
import { DEFAULTS } from '@/calculators/deadline-planner/index.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormEnd } from '../../../ui/FormEnd.tsx';
import { Select } from '../../../ui/Select.tsx';
import { SuggestField } from '../../../ui/SuggestField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Planner } from '../deadline-planner.model.ts';
import type { Words } from '../words.ts';

interface FormProps {
  model: Planner;
  words: Words;
  /** Kinds of cases to choose from; none where the planner is embedded for one. */
  flows: { id: string; platform: string }[];
  platformNames: Readonly<Record<string, string>>;
  countries: readonly string[];
  zones: readonly string[];
  fieldId: (path: string) => string;
  errorOf: (path: string) => string | undefined;
}

/** What the person gives: one pasted moment, and whatever else is known. */
export function Form({
  model,
  words,
  flows,
  platformNames,
  countries,
  zones,
  fieldId,
  errorOf,
}: FormProps) {
  const { own } = words;
  const flow = model.flow.value;
  const settings = model.settings.value;
  const events = model.events.value;
  const pasted = model.pasted.value;
  const target = model.target.value;
  const used = model.used.value;
  const shownDue = Object.entries(model.shownDue.value);
  const zone = model.readZone.value;
  const asOf = model.asOf.value;
  const said = (moment: ParsedMoment) =>
    words.understood(moment.understood.messageKey, moment.understood.values, zone);
  const choicesOf = (moment: ParsedMoment | null) =>
    moment?.kind !== 'ambiguous'
      ? []
      : moment.readings.map((reading) => ({
          value: reading.local,
          label: words.reading(reading),
        }));
  const targets =
    pasted?.kind === 'due'
      ? flow.clocks.map(({ id }) => ({ value: id, label: words.deadline(id) }))
      : model.eventIds.value.map((id) => ({ value: id, label: words.event(id) }));
  const countryOptions = (first: string) => [
    { value: '', label: first },
    ...countries
      .map((code) => ({ value: code, label: words.country(code) }))
      .sort((a, b) => a.label.localeCompare(b.label, words.language)),
  ];
  const event = (id: string) => {
    const text = events[id] ?? '';
    const moment = text.trim() === '' ? null : model.read(text);
    const path = `events.${id}`;
    return (
      <DateField
        key={id}
        id={fieldId(path)}
        name={path}
        label={words.event(id)}
        value={text}
        error={errorOf(path)}
        echo={
          moment && moment.kind !== 'unreadable' && moment.kind !== 'due' ? said(moment) : undefined
        }
        choices={choicesOf(moment)}
        question={own('page.which')}
        onInput={(value) => model.setEvent(id, value)}
        onChoose={(local) => model.chooseFor(id, local)}
      />
    );
  };
  const others = model.eventIds.value.filter((id) => id !== flow.primary);
  const othersInUse = others.some((id) => events[id]?.trim());
  const settingsInUse =
    Boolean(settings.zone || settings.workCalendar || settings.workHours || settings.asOf) ||
    ['zone', 'myZone', 'workCalendar', 'workHours', 'asOf'].some((name) => errorOf(name));
  const asOfMoment = settings.asOf.trim() === '' ? null : model.read(settings.asOf);
  return (
    <div>
      <div class="fields">
        {flows.length > 0 && (
          <Select
            wide
            id={fieldId('flow')}
            name="flow"
            label={own('field.flow.label')}
            value={flow.id}
            options={flows.map(({ id, platform }) => ({
              value: id,
              label: words.title(id),
              group: platformNames[platform],
            }))}
            error={errorOf('flow')}
            onChange={model.setFlow}
          />
        )}
        <div class="paste-box wide-cell">
          <DateField
            wide
            id={fieldId('paste')}
            name="paste"
            label={own('page.paste')}
            help={own('page.paste-help')}
            placeholder="2026-11-20 23:15"
            value={model.paste.value}
            error={pasted?.kind === 'unreadable' ? said(pasted) : undefined}
            echo={pasted && pasted.kind !== 'unreadable' ? said(pasted) : undefined}
            choices={choicesOf(pasted)}
            question={own('page.which')}
            onInput={model.setPaste}
            onChoose={model.choose}
            onEnter={model.use}
          />
          {pasted && pasted.kind !== 'unreadable' && (
            <div class="paste-use">
              <Select
                id={fieldId('paste-for')}
                name="paste-for"
                label={own(pasted.kind === 'due' ? 'page.paste-is-end' : 'page.paste-is')}
                value={target}
                options={targets}
                onChange={model.setTarget}
              />
              {pasted.kind !== 'ambiguous' && (
                <button type="button" class="action primary" onClick={model.use}>
                  {own('page.use')}
                </button>
              )}
            </div>
          )}
          <p class="muted" role="status">
            {used &&
              own('page.used', {
                field: words.has(`event.${used.target}`)
                  ? words.event(used.target)
                  : words.deadline(used.target),
                said: words.understood(used.understood.messageKey, used.understood.values, zone),
              })}
          </p>
        </div>
        {model.isExample.value && <p class="muted wide-cell">{own('page.example-note')}</p>}
        {event(flow.primary)}
        <Select
          id={fieldId('buyerCountry')}
          name="buyerCountry"
          label={own('field.buyerCountry.label')}
          value={settings.buyerCountry.toUpperCase()}
          options={countryOptions(own('page.not-given'))}
          error={errorOf('buyerCountry')}
          help={own('field.buyerCountry.hint')}
          onChange={(value) => model.setSetting('buyerCountry', value)}
        />
      </div>
      {shownDue.length > 0 && (
        <ul class="shown-due">
          {shownDue.map(([id, text]) => {
            const moment = model.read(text);
            const end = moment.kind === 'moment' ? moment.readings[0] : undefined;
            const problem = errorOf(`shownDue.${id}`);
            return (
              <li key={id}>
                <span>
                  {own('page.shown', {
                    deadline: words.deadline(id),
                    at: end ? words.moment(end.at, zone) : text,
                    zone: words.zone(zone, end?.at ?? asOf),
                  })}
                </span>
                {choicesOf(moment).map((choice) => (
                  <button
                    key={choice.value}
                    type="button"
                    class="action"
                    onClick={() => model.chooseShown(id, choice.value)}
                  >
                    {choice.label}
                  </button>
                ))}
                <button type="button" class="link-button" onClick={() => model.forgetShown(id)}>
                  {own('page.forget')}
                </button>
                {problem && (
                  <span class="error" id={fieldId(`shownDue.${id}`)}>
                    {problem}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <details class="more" open={othersInUse}>
        <summary>{own('page.more-events')}</summary>
        <p class="muted">{own('field.events.hint')}</p>
        <div class="fields">
          {others.map(event)}
          <TextField
            id={fieldId('promisedDays')}
            name="promisedDays"
            label={own('field.promisedDays.label')}
            help={own('field.promisedDays.hint')}
            value={settings.promisedDays}
            error={errorOf('promisedDays')}
            inputMode="numeric"
            onInput={(value) => model.setSetting('promisedDays', value)}
          />
        </div>
      </details>
      <details class="more" open={settingsInUse}>
        <summary>{own('page.more-zones')}</summary>
        <div class="fields">
          <SuggestField
            id={fieldId('myZone')}
            name="myZone"
            label={own('field.myZone.label')}
            help={own('field.myZone.hint')}
            value={settings.myZone}
            placeholder={model.myZone.value}
            suggestions={zones}
            error={errorOf('myZone')}
            onInput={(value) => model.setSetting('myZone', value)}
          />
          <SuggestField
            id={fieldId('zone')}
            name="zone"
            label={own('field.zone.label')}
            help={own('field.zone.hint')}
            value={settings.zone}
            placeholder={flow.zone ?? model.myZone.value}
            suggestions={zones}
            error={errorOf('zone')}
            onInput={(value) => model.setSetting('zone', value)}
          />
          <Select
            id={fieldId('workCalendar')}
            name="workCalendar"
            label={own('field.workCalendar.label')}
            help={own('field.workCalendar.hint')}
            value={settings.workCalendar.toUpperCase() || DEFAULTS.workCalendar}
            options={countryOptions('').slice(1)}
            error={errorOf('workCalendar')}
            onChange={(value) => model.setSetting('workCalendar', value)}
          />
          <SuggestField
            id={fieldId('workHours')}
            name="workHours"
            label={own('field.workHours.label')}
            help={own('field.workHours.hint')}
            value={settings.workHours}
            placeholder={DEFAULTS.workHours}
            suggestions={[DEFAULTS.workHours]}
            error={errorOf('workHours')}
            onInput={(value) => model.setSetting('workHours', value)}
          />
          <DateField
            id={fieldId('asOf')}
            name="asOf"
            label={own('field.asOf.label')}
            help={own('field.asOf.hint')}
            value={settings.asOf}
            error={errorOf('asOf')}
            echo={asOfMoment && asOfMoment.kind !== 'unreadable' ? said(asOfMoment) : undefined}
            choices={choicesOf(asOfMoment)}
            question={own('page.which')}
            onInput={(value) => model.setSetting('asOf', value)}
            onChoose={(local) => model.setSetting('asOf', local)}
          />
        </div>
        <p class="muted">
          {own('page.zones-now', {
            platform: words.zone(flow.zone ?? zone, asOf),
            mine: words.zone(model.myZone.value, asOf),
          })}
        </p>
      </details>
      <FormEnd text={words.text} onClear={model.clear} onExample={model.showExample} />
    </div>
  );
}
