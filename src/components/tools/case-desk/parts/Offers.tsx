import { useSignal } from '@preact/signals';
import { now } from '../../../platform/clock.ts';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { PartProps } from './Detail.tsx';
import { Part } from './Part.tsx';

const ANSWERS = ['accepted', 'countered', 'refused'] as const;

/** What was offered, by whom, and what came of it. */
export function Offers({ base, desk, words, more, detail, change, isOpen }: PartProps) {
  const { own } = words;
  const { one } = detail;
  const by = useSignal<'seller' | 'buyer'>('seller');
  const amount = useSignal('');
  const text = useSignal('');
  const wrong = useSignal('');
  const offers = one.offers ?? [];
  const currency = one.order?.currency;
  const record = async () => {
    const [typed, said] = [amount.value.trim(), text.value.trim()];
    if (typed === '' && said === '') return;
    const read = typed === '' ? null : await desk.readAmount(typed, currency);
    if (read && 'key' in read) {
      wrong.value = await more.refused(read);
      return;
    }
    wrong.value = '';
    change({
      type: 'offer',
      offer: {
        at: now(),
        by: by.value,
        ...(read ? { amount: read.amount } : {}),
        ...(read?.currency ? { currency: read.currency } : {}),
        ...(said ? { text: said } : {}),
      },
    });
    amount.value = '';
    text.value = '';
  };
  return (
    <Part
      name="offers"
      title={own('offers.title')}
      count={words.count(offers.length)}
      isOpen={isOpen('offers')}
    >
      {one.plan && (
        <p>
          {own('offers.plan', {
            sum: one.plan.walkAway
              ? words.money(one.plan.walkAway, one.plan.currency ?? null)
              : '–',
            at: words.at(one.plan.at),
          })}
        </p>
      )}
      {offers.length === 0 ? (
        <p class="muted">{own('offers.none')}</p>
      ) : (
        <ul class="desk-offers">
          {offers.map((offer) => (
            <li key={`${offer.at} ${offer.by} ${offer.amount ?? ''}`}>
              <strong>
                {own(`offers.by.${offer.by}`)}
                {words.colon}
                {offer.amount === undefined
                  ? (offer.text ?? '–')
                  : words.money(offer.amount, offer.currency ?? currency ?? null)}
              </strong>{' '}
              {offer.amount !== undefined && offer.text}
              <span class="muted"> {words.at(offer.at)}</span>{' '}
              {offer.answer ? (
                own(`offers.answer.${offer.answer}`)
              ) : (
                <span class="button-row">
                  {ANSWERS.map((answer) => (
                    <button
                      key={answer}
                      type="button"
                      class="action"
                      onClick={() => change({ type: 'answer', of: offer.at, answer })}
                    >
                      {own(`offers.answer.${answer}`)}
                    </button>
                  ))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void record();
        }}
      >
        <Select
          id={`${base}-offer-by`}
          name="offer.by"
          label={own('offers.who')}
          value={by.value}
          options={(['seller', 'buyer'] as const).map((value) => ({
            value,
            label: own(`offers.by.${value}`),
          }))}
          onChange={(value) => {
            by.value = value === 'buyer' ? 'buyer' : 'seller';
          }}
        />
        <TextField
          id={`${base}-offer-amount`}
          name="offer.amount"
          label={own('offers.amount', { currency: currency ?? '' })}
          value={amount.value}
          error={wrong.value || undefined}
          inputMode="decimal"
          onInput={(value) => {
            amount.value = value;
          }}
        />
        <TextField
          id={`${base}-offer-text`}
          name="offer.text"
          label={own('offers.text')}
          value={text.value}
          onInput={(value) => {
            text.value = value;
          }}
        />
        <p class="button-row">
          <button type="submit" class="action">
            {own('offers.record')}
          </button>
        </p>
      </form>
    </Part>
  );
}
