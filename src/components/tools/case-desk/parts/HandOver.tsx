import { lastOf } from '@/calculators/shared/last-of.ts';
import { useSignal } from '@preact/signals';
import { copyText } from '../../../platform/clipboard.ts';
import { TextField } from '../../../ui/TextField.tsx';
import type { DeskPage } from '../case-desk.model.ts';
import type { Detail } from '../work/view.ts';
import { createDeskWords, type DeskWords } from '../words.ts';
import type { PartProps } from './Detail.tsx';

/** A case in the lines whoever takes over needs to decide, in one language. */
function summaryIn(words: DeskWords, { one, judged }: Detail): string {
  const { own } = words;
  const demand = lastOf(one.offers, ({ by }) => by === 'buyer');
  const offer = lastOf(one.offers, ({ by }) => by === 'seller');
  const sum = (amount: string | undefined, currency: string | undefined) =>
    amount === undefined ? '–' : words.money(amount, currency ?? one.order?.currency ?? null);
  const line = (key: string, text: string) => {
    const name = own(`handover.${key}`);
    return `${name}${words.colon}${text || '–'}`;
  };
  const { next } = judged;
  return [
    own('handover.title', {
      case: words.title({ name: one.name ?? '', order: one.order?.id ?? '', id: one.id }),
    }),
    line(
      'kind',
      [words.kind(judged.flow), one.reason ? words.reason(one.reason) : '']
        .filter(Boolean)
        .join(' · '),
    ),
    line('product', one.order?.item ?? ''),
    line('asked', sum(one.order?.claim ?? demand?.amount ?? one.order?.price, one.order?.currency)),
    line(
      'offered',
      offer
        ? offer.amount === undefined
          ? (offer.text ?? '')
          : sum(offer.amount, offer.currency)
        : '',
    ),
    line('plan', one.plan?.walkAway ? sum(one.plan.walkAway, one.plan.currency) : ''),
    line('next', next ? `${words.action(next)}. ${words.because(next)}` : own('state.closed')),
    line('until', next?.until ? words.at(next.until) : ''),
    line('note', one.notes?.at(-1)?.text ?? ''),
  ].join('\n');
}

/** The same in both languages of the site: whoever takes over may read only one of them. */
function summaryOf(words: DeskWords, page: DeskPage, detail: Detail, zone: () => string): string {
  const other = createDeskWords(
    page.other.language,
    page.other.strings,
    page.other.evidence,
    () => '',
    zone,
  );
  return `${summaryIn(words, detail)}\n\n${summaryIn(other, detail)}`;
}

/** Gives the case to somebody else: the table’s own name is proposed, and the summary goes along. */
export function HandOver({ base, page, desk, words, detail, change }: PartProps) {
  const { own } = words;
  const { judged } = detail;
  const to = useSignal(judged.decides ?? '');
  const said = useSignal('');
  const text = () => summaryOf(words, page, detail, () => desk.answer.peek().view.zone);
  return (
    <section class="desk-part">
      <h3>{own('handover')}</h3>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          const name = to.value.trim();
          if (name === '') return;
          change({ type: 'set', field: 'owner', value: name });
          void copyText(text()).then((isCopied) => {
            said.value = own(isCopied ? 'handover.done' : 'handover.not-copied', { name });
          });
        }}
      >
        <TextField
          id={`${base}-hand-to`}
          name="handover.to"
          label={own('handover.to')}
          value={to.value}
          onInput={(value) => {
            to.value = value;
          }}
        />
        <p class="button-row">
          <button type="submit" class="action">
            {own('handover.do')}
          </button>
          <button
            type="button"
            class="action"
            data-do="copy-summary"
            onClick={() =>
              void copyText(text()).then((isCopied) => {
                said.value = words.common(isCopied ? 'copied' : 'copy-failed');
              })
            }
          >
            {own('handover.copy')}
          </button>
        </p>
      </form>
      <p class="muted" role="status">
        {said.value}
      </p>
    </section>
  );
}
