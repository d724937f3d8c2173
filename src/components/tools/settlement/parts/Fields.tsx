import type { ComponentChildren } from 'preact';
import {
  COUNTS_WHEN,
  kindOf,
  PLATFORMS,
  REASONS,
  type Field,
} from '@/calculators/settlement/index.ts';
import { currencyCodes } from '@/calculators/shared/currency-digits.ts';
import { readMoney } from '@/calculators/shared/money.ts';
import { NUMBER_KEY } from '@/calculators/shared/plain-number.ts';
import { More } from '../../../ui/More.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Slice } from '../../../ui/Slice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showAnswer, type FieldTies } from '../../shared/ToolFrame.tsx';
import type { SettlementModel } from '../settlement.model.ts';
import type { SettlementWords } from '../words.ts';

interface FieldsProps {
  base: string;
  model: SettlementModel;
  words: SettlementWords;
  field: (path: string) => FieldTies;
}

const MORE = {
  case: ['buyerKeeps', 'worryFree'],
  costs: ['resendCost', 'sparePartCost', 'handlingMinutes', 'commissionRate', 'commissionReturned'],
  offers: ['couponValue', 'couponUse', 'buyerCurrency', 'buyerCurrencyRate'],
} as const satisfies Record<string, readonly Field[]>;

/** Fields whose label alone would not say what to write. */
const HINTED: readonly Field[] = [
  'claim',
  'resaleShare',
  'resendCost',
  'commissionRate',
  'loseChance',
  'disputeCost',
  'withdrawChance',
  'buyerFloor',
  'firstOffer',
  'offersLeft',
  'couponUse',
  'buyerCurrencyRate',
];

/** The case, what things cost, how likely they are, and what may be offered. */
export function Fields({ base, model, words, field }: FieldsProps) {
  const { form } = model;
  const { own } = words;
  const typed = form.input.value;
  const change = (name: Field) => (value: string) => form.change({ [name]: value });
  const common = (name: Field) => ({
    ...field(name),
    label: own(`field.${name}`),
    value: typed[name],
    ...(HINTED.includes(name) ? { help: own(`about.${name}`) } : {}),
  });
  const text = (name: Field) => (
    <TextField
      key={name}
      {...common(name)}
      inputMode={kindOf(name) === 'currency' ? 'text' : 'decimal'}
      onInput={change(name)}
    />
  );
  const choice = (name: Field, options: { value: string; label: string }[], empty: string) => (
    <Select
      key={name}
      {...common(name)}
      options={[{ value: '', label: empty }, ...options]}
      onChange={change(name)}
    />
  );
  const tick = (name: Field) => (
    <label key={name} class="check">
      <input
        type="checkbox"
        id={field(name).id}
        name={name}
        checked={typed[name] === 'true'}
        onChange={(event) => form.change({ [name]: event.currentTarget.checked ? 'true' : '' })}
      />
      <span>{own(`field.${name}`)}</span>
    </label>
  );
  const more = (group: keyof typeof MORE, children: ComponentChildren) => (
    <More
      label={own(`more.${group}`)}
      inUse={MORE[group].some((name) => typed[name] !== '' || field(name).error !== undefined)}
    >
      <div class="fields">{children}</div>
    </More>
  );
  const reasons = [
    ...REASONS,
    ...(typed.reason === '' || (REASONS as readonly string[]).includes(typed.reason)
      ? []
      : [typed.reason]),
  ];
  return (
    <>
      <Slice>
        <fieldset class="group">
          <legend>{own('group.case')}</legend>
          <div class="fields">
            {choice(
              'platform',
              PLATFORMS.map((value) => ({
                value,
                label:
                  value === 'other' ? own('platform.other') : words.text(`ui.platform.${value}`),
              })),
              own('choose'),
            )}
            {choice(
              'reason',
              reasons.map((value) => ({
                value,
                label: words.has(`tool.settlement.reason.${value}`)
                  ? own(`reason.${value}`)
                  : value,
              })),
              own('choose'),
            )}
            <Select
              {...common('currency')}
              options={[
                { value: '', label: own('choose') },
                ...currencyCodes().map((value) => ({ value, label: value })),
              ]}
              onChange={change('currency')}
            />
            {text('price')}
            {text('claim')}
          </div>
          {more(
            'case',
            <>
              {choice(
                'buyerKeeps',
                [
                  { value: 'true', label: own('yes') },
                  { value: 'false', label: own('no') },
                ],
                own('unknown'),
              )}
              {tick('worryFree')}
            </>,
          )}
        </fieldset>
      </Slice>
      <Slice>
        <fieldset class="group">
          <legend>{own('group.costs')}</legend>
          <div class="fields">
            {(['productCost', 'outboundShipping', 'returnShipping'] as const).map(text)}
            {tick('sellerPaysReturn')}
            {(['resaleShare', 'agentHourly'] as const).map(text)}
          </div>
          {more(
            'costs',
            <>
              {(['resendCost', 'sparePartCost', 'handlingMinutes', 'commissionRate'] as const).map(
                text,
              )}
              {tick('commissionReturned')}
            </>,
          )}
        </fieldset>
      </Slice>
      <Slice>
        <fieldset class="group">
          <legend>{own('group.chances')}</legend>
          <div class="fields">
            {(['loseChance', 'agentMinutes', 'disputeCost'] as const).map(text)}
            {choice(
              'countsWhen',
              COUNTS_WHEN.map((value) => ({ value, label: own(`counts.${value}`) })),
              own('choose'),
            )}
            {typed.countsWhen === 'not-withdrawn' && text('withdrawChance')}
          </div>
        </fieldset>
      </Slice>
      <Slice>
        <fieldset class="group">
          <legend>{own('group.offers')}</legend>
          <div class="fields">
            {(['buyerFloor', 'firstOffer', 'offersLeft'] as const).map(text)}
          </div>
          {more('offers', MORE.offers.map(text))}
          <Bet base={base} model={model} words={words} />
        </fieldset>
      </Slice>
    </>
  );
}

/** Asks for a guess before the answer is shown. */
function Bet({ base, model, words }: Omit<FieldsProps, 'field'>) {
  const { bet, form } = model;
  const { own } = words;
  const read = readMoney(bet.amount.value, form.input.value.currency || null);
  const above = bet.above.value;
  const wrong =
    bet.amount.value.trim() !== '' && 'problem' in read
      ? words.text(NUMBER_KEY + read.problem, read.values)
      : undefined;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          name="bet"
          checked={bet.isOn.value}
          onChange={(event) => {
            bet.isOn.value = event.currentTarget.checked;
            bet.withdraw();
          }}
        />
        <span>{own('bet.on')}</span>
      </label>
      {bet.isOn.value && !bet.isPlaced.value && (
        <div class="fields">
          <TextField
            id={`${base}-bet`}
            name="bet.amount"
            label={own('bet.label')}
            help={own('bet.hint')}
            value={bet.amount.value}
            error={wrong}
            inputMode="decimal"
            onInput={(amount) => (bet.amount.value = amount)}
          />
          {above !== null && (
            <p role="status" data-id="bet-above">
              {own('bet.above', { claim: words.sum(above, form.input.value.currency) })}
            </p>
          )}
          <button
            type="button"
            class="action"
            aria-disabled={'problem' in read ? 'true' : undefined}
            onClick={() => {
              if ('problem' in read) return;
              bet.place();
              showAnswer(base);
            }}
          >
            {own(above === null ? 'bet.show' : 'bet.show-anyway')}
          </button>
        </div>
      )}
    </>
  );
}
