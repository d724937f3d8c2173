import { useSignal } from '@preact/signals';
import { PLATFORMS } from '@/calculators/listing-check/index.ts';
import { More } from '../../../ui/More.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Slice } from '../../../ui/Slice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showAnswer, type FieldTies } from '../../shared/ToolFrame.tsx';
import type { ListingModel } from '../listing-check.model.ts';
import type { ListingField } from '../typed.ts';
import type { ListingWords } from '../words.ts';
import { Area } from './Area.tsx';

interface FieldsProps {
  base: string;
  model: ListingModel;
  words: ListingWords;
  field: (path: string) => FieldTies;
}

const GROUPS = {
  goods: ['goods', 'category', 'brands', 'unit', 'lot', 'searchTerms'],
  promise: [
    'promise.prepareDays',
    'promise.line',
    'promise.daysMin',
    'promise.daysMax',
    'promise.shipsTo',
    'promise.lineServes',
    'promise.excludes',
  ],
  prices: ['prices.list', 'prices.now', 'prices.low30', 'prices.bulkPercentOff'],
  day: ['asOf'],
} as const satisfies Record<string, readonly ListingField[]>;

/** Fields whose label alone would not say what to write. */
const HINTED: readonly ListingField[] = [
  'attributes',
  'skus',
  'pictures',
  'brands',
  'promise.lineServes',
  'prices.bulkPercentOff',
  'asOf',
];
const NUMBERS: readonly ListingField[] = [
  'lot',
  'promise.prepareDays',
  'promise.daysMin',
  'promise.daysMax',
];

/** The listing: pasted whole, or part by part. */
export function Fields({ base, model, words, field }: FieldsProps) {
  const { form } = model;
  const { own } = words;
  const page = useSignal('');
  const typed = form.input.value;
  const common = (name: ListingField) => ({
    ...field(name),
    label: own(`field.${name}`),
    value: typed[name],
    ...(HINTED.includes(name) ? { help: own(`hint.${name}`) } : {}),
  });
  const change = (name: ListingField) => (value: string) => form.change({ [name]: value });
  const line = (name: ListingField) => (
    <TextField
      key={name}
      {...common(name)}
      inputMode={
        NUMBERS.includes(name) ? 'numeric' : name.startsWith('prices') ? 'decimal' : 'text'
      }
      onInput={change(name)}
    />
  );
  const area = (name: ListingField, rows: number) => (
    <Area key={name} {...common(name)} rows={rows} onInput={change(name)} />
  );
  const isUsed = (names: readonly ListingField[]) =>
    names.some((name) => typed[name].trim() !== '' || field(name).error !== undefined);
  return (
    <>
      <Slice>
        <div class="fields">
          <Select
            {...field('platform')}
            label={own('field.platform')}
            value={typed.platform}
            options={PLATFORMS.map((value) => ({
              value,
              label: value === 'other' ? own('platform.other') : words.text(`ui.platform.${value}`),
            }))}
            onChange={(platform) => form.choose({ platform })}
          />
          <Select
            {...field('language')}
            label={own('field.language')}
            value={typed.language}
            options={['', 'en', 'ru', 'zh'].map((value) => ({
              value,
              label: own(`language.${value === '' ? 'by-platform' : value}`),
            }))}
            onChange={(language) => form.choose({ language })}
          />
        </div>
      </Slice>
      <More label={own('page.title')} inUse={page.value !== ''}>
        <Area
          id={`${base}-page`}
          name="page"
          label={own('page.label')}
          value={page.value}
          rows={5}
          onInput={(text) => (page.value = text)}
        />
        <p>
          <button
            type="button"
            class="action"
            disabled={page.value.trim() === ''}
            onClick={() => {
              void model.takeApart(page.value).then((isApart) => {
                if (!isApart) return;
                page.value = '';
                showAnswer(base);
              });
            }}
          >
            {own('page.take-apart')}
          </button>
        </p>
      </More>
      <Slice>
        <div class="fields">
          {area('title', 2)}
          {area('skus', 3)}
          {area('attributes', 3)}
          {area('description', 4)}
        </div>
      </Slice>
      <More label={own('group.goods')} inUse={isUsed(GROUPS.goods)}>
        <div class="fields">{GROUPS.goods.map(line)}</div>
      </More>
      <More label={own('group.pictures')} inUse={isUsed(['pictures'])}>
        <div class="fields">{area('pictures', 2)}</div>
      </More>
      <More label={own('group.promise')} inUse={isUsed(GROUPS.promise)}>
        <div class="fields">
          {GROUPS.promise.map(line)}
          <Select
            {...field('promise.freeShipping')}
            label={own('field.promise.freeShipping')}
            value={typed['promise.freeShipping']}
            options={['', 'true', 'false'].map((value) => ({
              value,
              label: own(`free.${value === '' ? 'unsaid' : value}`),
            }))}
            onChange={change('promise.freeShipping')}
          />
          {line('country')}
        </div>
      </More>
      <More label={own('group.prices')} inUse={isUsed(GROUPS.prices)}>
        <div class="fields">{GROUPS.prices.map(line)}</div>
      </More>
      <More label={own('group.day')} inUse={isUsed(GROUPS.day)}>
        <div class="fields">{GROUPS.day.map(line)}</div>
      </More>
    </>
  );
}
