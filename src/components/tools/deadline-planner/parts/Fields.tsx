import { useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ParsedMoment } from '@/calculators/deadline-planner/index.ts';
import { DEFAULTS } from '@/calculators/deadline-planner/index.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { More } from '../../../ui/More.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Slice } from '../../../ui/Slice.tsx';
import { SuggestField } from '../../../ui/SuggestField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useEscape } from '../../../ui/use-said.ts';
import type { FieldTies } from '../../shared/ToolFrame.tsx';
import type { Planner } from '../deadline-planner.model.ts';
import type { Words } from '../words.ts';

const USUAL_HOURS = [DEFAULTS.workHours];

interface FieldsProps {
  model: Planner;
  words: Words;
  /** Kinds of cases to choose from; none where the planner is embedded for one. */
  flows: readonly { id: string; platform: string }[];
  platformNames: Readonly<Record<string, string>>;
  countries: readonly string[];
  zones: readonly string[];
  field: (path: string) => FieldTies;
  /** A pasted moment was taken: on to the answer. */
  onUsed: () => void;
}

/** What the person gives: one pasted moment, and whatever else is known. */
export function Fields({
  model,
  words,
  flows,
  platformNames,
  countries,
  zones,
  field,
  onUsed,
}: FieldsProps) {
  const { own } = words;
  const flow = model.flow.value;
  const restState = model.rest.state.value;
  const { form } = model;
  const { settings, events, shownDue: shown } = form.input.value;
  const pasted = model.pasted.value;
  const target = model.target.value;
  const used = model.used.value;
  const shownDue = Object.entries(shown);
  const zone = model.zones.value.read;
  const asOf = form.asOf.value;
  const said = (moment: ParsedMoment) =>
    words.understood(moment.understood.messageKey, moment.understood.values, zone);
  const choicesOf = (moment: ParsedMoment | null) =>
    moment?.kind !== 'ambiguous'
      ? []
      : moment.readings.map((reading) => ({
          value: reading.local,
          label: words.reading(reading),
        }));
  const use = () => {
    if (model.use()) onUsed();
  };
  useEscape(model.used, null);
  useSignalEffect(() => {
    if (model.canFollow.value) use();
  });
  const targets = model.isEnd.value
    ? flow.clocks.map(({ id }) => ({ value: id, label: words.deadline(id) }))
    : model.eventIds.value.map((id) => ({ value: id, label: words.event(id) }));
  const named = useMemo(
    () => countries.map((code) => ({ value: code, label: words.country(code) })),
    [countries, words],
  );
  const event = (id: string) => {
    const text = events[id] ?? '';
    const moment = text.trim() === '' ? null : model.read(text);
    const path = `events.${id}`;
    return (
      <DateField
        key={id}
        {...field(path)}
        label={words.event(id)}
        value={text}
        echo={
          moment && moment.kind !== 'unreadable' && moment.kind !== 'due' ? said(moment) : undefined
        }
        choices={choicesOf(moment)}
        question={own('page.which')}
        onInput={(value) => form.type(path, value)}
        onChoose={(local) => form.type(path, local)}
      />
    );
  };
  const others = model.eventIds.value.filter((id) => id !== flow.primary);
  const othersInUse = others.some((id) => events[id]?.trim());
  const settingsInUse =
    Boolean(settings.zone || settings.workCalendar || settings.workHours || settings.asOf) ||
    ['zone', 'myZone', 'workCalendar', 'workHours', 'asOf'].some((name) => field(name).error);
  const asOfMoment = settings.asOf.trim() === '' ? null : model.read(settings.asOf);
  return (
    <>
      <Slice>
        <div class="fields">
          {flows.length > 0 && (
            <Select
              wide
              {...field('flow')}
              label={own('field.flow.label')}
              value={model.choosing.value || flow.id}
              options={flows.map(({ id, platform }) => ({
                value: id,
                label: words.title(id),
                group: platformNames[platform],
              }))}
              onChange={model.setFlow}
            />
          )}
          {/* What was chosen is on its way, or did not come. */}
          <p class="muted" role="status">
            {restState === 'coming' || restState === 'failed' ? own(`page.rest-${restState}`) : ''}
          </p>
          <div class="paste-box wide-cell">
            <DateField
              wide
              {...field('paste')}
              label={own('page.paste')}
              help={own('page.paste-help')}
              placeholder="2026-11-20 23:15"
              value={model.paste.value}
              error={pasted?.kind === 'unreadable' ? said(pasted) : undefined}
              echo={pasted && pasted.kind !== 'unreadable' ? said(pasted) : undefined}
              choices={choicesOf(pasted)}
              question={own('page.which')}
              onInput={model.setPaste}
              onChoose={(local) => {
                model.choose(local);
                onUsed();
              }}
              onEnter={use}
            />
            {pasted && pasted.kind !== 'unreadable' && (
              <div class="paste-use">
                <Select
                  {...field('paste-for')}
                  label={own(model.isEnd.value ? 'page.paste-is-end' : 'page.paste-is')}
                  value={target}
                  options={targets}
                  onChange={model.setTarget}
                />
                {pasted.kind !== 'ambiguous' && (
                  <button type="button" class="action primary" onClick={use}>
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
          {event(flow.primary)}
          <Select
            {...field('buyerCountry')}
            label={own('field.buyerCountry.label')}
            value={settings.buyerCountry.toUpperCase()}
            options={[{ value: '', label: own('page.not-given') }, ...named]}
            help={own('field.buyerCountry.hint')}
            onChange={(value) => model.setSetting('buyerCountry', value)}
          />
        </div>
      </Slice>
      {shownDue.length > 0 && (
        <ul class="shown-due">
          {shownDue.map(([id, text]) => {
            const moment = model.read(text);
            const end = moment.kind === 'moment' ? moment.readings[0] : undefined;
            const problem = field(`shownDue.${id}`).error;
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
                  <span class="error" id={field(`shownDue.${id}`).id}>
                    {problem}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <More label={own('page.more-events')} inUse={othersInUse}>
        <p class="muted">{own('field.events.hint')}</p>
        <div class="fields">
          {others.map(event)}
          <TextField
            {...field('promisedDays')}
            label={own('field.promisedDays.label')}
            help={own('field.promisedDays.hint')}
            value={settings.promisedDays}
            inputMode="numeric"
            onInput={(value) => model.setSetting('promisedDays', value)}
          />
        </div>
      </More>
      <More label={own('page.more-zones')} inUse={settingsInUse}>
        <div class="fields">
          <SuggestField
            {...field('myZone')}
            label={own('field.myZone.label')}
            help={own('field.myZone.hint')}
            value={settings.myZone}
            placeholder={model.zones.value.mine}
            suggestions={zones}
            onInput={(value) => model.setSetting('myZone', value)}
          />
          <SuggestField
            {...field('zone')}
            label={own('field.zone.label')}
            help={own('field.zone.hint')}
            value={settings.zone}
            placeholder={flow.zone ?? model.zones.value.mine}
            suggestions={zones}
            onInput={(value) => model.setSetting('zone', value)}
          />
          <Select
            {...field('workCalendar')}
            label={own('field.workCalendar.label')}
            help={own('field.workCalendar.hint')}
            value={settings.workCalendar.toUpperCase() || DEFAULTS.workCalendar}
            options={named}
            onChange={(value) => model.setSetting('workCalendar', value)}
          />
          <SuggestField
            {...field('workHours')}
            label={own('field.workHours.label')}
            help={own('field.workHours.hint')}
            value={settings.workHours}
            placeholder={DEFAULTS.workHours}
            suggestions={USUAL_HOURS}
            onInput={(value) => model.setSetting('workHours', value)}
          />
          <DateField
            {...field('asOf')}
            label={own('field.asOf.label')}
            help={own('field.asOf.hint')}
            value={settings.asOf}
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
            mine: words.zone(model.zones.value.mine, asOf),
          })}
        </p>
      </More>
    </>
  );
}
