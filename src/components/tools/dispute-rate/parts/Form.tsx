import { COMMON_FIELDS, type Metric } from '@/calculators/dispute-rate/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { FormEnd } from '../../../ui/FormEnd.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { fieldId } from '../DisputeRate.tsx';
import type { DisputeRateModel } from '../dispute-rate.model.ts';
import type { Words } from '../words.ts';

interface FormProps {
  model: DisputeRateModel;
  metrics: readonly Metric[];
  platformNames: Readonly<Record<string, string>>;
  language: Language;
  words: Words;
  errorOf: (name: string) => string | undefined;
  label: (name: string) => string;
}

/** What the person gives: which rate, and its figures. */
export function Form({
  model,
  metrics,
  platformNames,
  language,
  words,
  errorOf,
  label,
}: FormProps) {
  const metric = model.metric.value;
  const fields = model.fields.value;
  const extra = COMMON_FIELDS.filter((name) => metric.countsOrders || name === 'line').filter(
    (name) => !metric.terms.some((term) => term.id === name),
  );
  const extraInUse = extra.some((name) => fields[name]?.trim() || errorOf(name));
  return (
    <div>
      <div class="fields">
        <Select
          wide
          id={fieldId('metric')}
          name="metric"
          label={words.text('tool.dispute-rate.field.metric')}
          value={metric.id}
          options={metrics.map(({ id, platform, label: name }) => ({
            value: id,
            label: name[language],
            group:
              platform === null
                ? words.text('tool.dispute-rate.page.own-metric')
                : platformNames[platform],
          }))}
          help={metric.description[language]}
          onChange={model.setMetric}
        />
        {model.isExample.value && (
          <p class="muted wide-cell">{words.text('tool.dispute-rate.page.example-note')}</p>
        )}
        {metric.terms.map((term) => {
          const common = {
            id: fieldId(term.id),
            name: term.id,
            label: term.optional
              ? words.text('tool.dispute-rate.page.optional', { field: term.label[language] })
              : term.label[language],
            help: term.help[language],
            error: errorOf(term.id),
            value: fields[term.id] ?? '',
          };
          if (term.kind === 'choice')
            return (
              <Select
                {...common}
                key={term.id}
                value={fields[term.id] ?? term.default ?? ''}
                options={[
                  ...(term.default === null
                    ? [{ value: '', label: words.text('tool.dispute-rate.page.choose') }]
                    : []),
                  ...term.options.map((option) => ({
                    value: option.id,
                    label: option.label[language],
                  })),
                ]}
                onChange={(value) => model.setField(term.id, value)}
              />
            );
          if (term.kind === 'money-list')
            return (
              <Field key={term.id} {...common} wide>
                {(described) => (
                  <textarea
                    {...described}
                    name={term.id}
                    value={common.value}
                    onInput={(event) => model.setField(term.id, event.currentTarget.value)}
                  />
                )}
              </Field>
            );
          return (
            <TextField
              {...common}
              key={term.id}
              inputMode={term.kind === 'count' ? 'numeric' : 'decimal'}
              onInput={(value) => model.setField(term.id, value)}
            />
          );
        })}
      </div>
      <details class="more" open={extraInUse}>
        <summary>{words.text('tool.dispute-rate.page.more')}</summary>
        <div class="fields">
          {extra.map((name) => (
            <TextField
              key={name}
              id={fieldId(name)}
              name={name}
              label={label(name)}
              help={words.text(`tool.dispute-rate.help.${name}`)}
              error={errorOf(name)}
              value={fields[name] ?? ''}
              inputMode={name === 'line' ? 'decimal' : 'numeric'}
              onInput={(value) => model.setField(name, value)}
            />
          ))}
        </div>
      </details>
      <FormEnd text={words.text} onClear={model.clear} onExample={model.showExample} />
    </div>
  );
}
