import { COMMON_FIELDS, type Metric } from '@/calculators/dispute-rate/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { More } from '../../../ui/More.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Slice } from '../../../ui/Slice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { FieldTies } from '../../shared/ToolFrame.tsx';
import type { DisputeRateModel } from '../dispute-rate.model.ts';
import type { Words } from '../words.ts';

interface FieldsProps {
  model: DisputeRateModel;
  metrics: readonly Pick<Metric, 'id' | 'platform' | 'label'>[];
  /** Another metric was chosen and did not arrive. */
  hasFailed: boolean;
  platformNames: Readonly<Record<string, string>>;
  words: Words;
  field: (path: string) => FieldTies;
  labelOf: (path: string) => string;
}

/** What the person gives: which rate, and its figures. */
export function Fields({
  model,
  metrics,
  platformNames,
  words,
  field,
  labelOf,
  hasFailed,
}: FieldsProps) {
  const { form } = model;
  const { language } = words;
  const metric = model.metric.value;
  const typed = form.input.value.fields;
  const extra = COMMON_FIELDS.filter((name) => metric.countsOrders || name === 'line').filter(
    (name) => !metric.terms.some((term) => term.id === name),
  );
  return (
    <>
      <Slice>
        <div class="fields">
          <Select
            wide
            {...field('metric')}
            label={labelOf('metric')}
            value={metric.id}
            options={metrics.map(({ id, platform, label }) => ({
              value: id,
              label: label[language],
              group: platform === null ? words.own('page.own-metric') : platformNames[platform],
            }))}
            help={hasFailed ? words.own('page.rest-failed') : metric.description[language]}
            onChange={(id) => {
              model.choose(id);
            }}
          />
          {metric.terms.map((term) => {
            const common = {
              ...field(term.id),
              label: term.optional
                ? words.own('page.optional', { field: term.label[language] })
                : term.label[language],
              ...(term.plain ? {} : { help: term.help[language] }),
              value: typed[term.id] ?? '',
            };
            if (term.kind === 'choice')
              return (
                <Select
                  {...common}
                  key={term.id}
                  value={typed[term.id] ?? term.default ?? ''}
                  options={[
                    ...(term.default === null
                      ? [{ value: '', label: words.own('page.choose') }]
                      : []),
                    ...term.options.map((option) => ({
                      value: option.id,
                      label: option.label[language],
                    })),
                  ]}
                  onChange={(value) => form.type(term.id, value)}
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
                      onInput={(event) => form.type(term.id, event.currentTarget.value)}
                    />
                  )}
                </Field>
              );
            return (
              <TextField
                {...common}
                key={term.id}
                inputMode={term.kind === 'count' ? 'numeric' : 'decimal'}
                onInput={(value) => form.type(term.id, value)}
              />
            );
          })}
        </div>
      </Slice>
      <More
        label={words.own('page.more')}
        inUse={extra.some((name) => typed[name]?.trim() || field(name).error)}
      >
        <div class="fields">
          {extra.map((name) => (
            <TextField
              key={name}
              {...field(name)}
              label={labelOf(name)}
              help={words.own(`help.${name}`)}
              value={typed[name] ?? ''}
              inputMode={name === 'line' ? 'decimal' : 'numeric'}
              onInput={(value) => form.type(name, value)}
            />
          ))}
        </div>
      </More>
    </>
  );
}
