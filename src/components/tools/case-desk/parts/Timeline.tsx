import { useSignal } from '@preact/signals';
import type { Case } from '@/calculators/shared/case.ts';
import { Field } from '../../../ui/Field.tsx';
import type { DeskWords } from '../words.ts';
import type { PartProps } from './Detail.tsx';
import { Part } from './Part.tsx';

export interface Entry {
  at: string;
  what: string;
  text: string;
}

/** Everything that happened in a case, the first thing first. */
export function entriesOf(one: Case, words: DeskWords): Entry[] {
  const { own } = words;
  const sum = (amount: string | undefined, currency: string | undefined) =>
    amount === undefined ? '' : words.money(amount, currency ?? one.order?.currency ?? null);
  const entries: Entry[] = [
    ...Object.entries(one.events ?? {}).map(([event, at]) => ({
      at,
      what: words.event(event),
      text: '',
    })),
    ...(one.offers ?? []).flatMap((offer) => [
      {
        at: offer.at,
        what: own(`offers.by.${offer.by}`),
        text: [sum(offer.amount, offer.currency), offer.text].filter(Boolean).join(' '),
      },
      ...(offer.answer && offer.answeredAt
        ? [
            {
              at: offer.answeredAt,
              what: own(`offers.answer.${offer.answer}`),
              text: sum(offer.amount, offer.currency),
            },
          ]
        : []),
    ]),
    ...(one.replies ?? []).map((reply) => ({
      at: reply.at,
      what: own('timeline.reply', { language: reply.language ?? '' }),
      text: reply.text,
    })),
    ...(one.notes ?? []).map((note) => ({
      at: note.at,
      what: own(note.by ? `timeline.note.${note.by}` : 'timeline.note'),
      text: note.text,
    })),
    ...(one.outcomes ?? []).map((outcome) => ({
      at: outcome.at,
      what: own(`outcome.${outcome.how}`),
      text: [sum(outcome.cost, outcome.currency), outcome.cause, outcome.prevention]
        .filter(Boolean)
        .join(' · '),
    })),
    ...(one.reopened ?? []).map((at) => ({ at, what: own('timeline.reopened'), text: '' })),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : 1));
}

export function Timeline({ base, words, detail, change, isOpen }: PartProps) {
  const { own } = words;
  const note = useSignal('');
  const entries = entriesOf(detail.one, words);
  return (
    <Part
      name="timeline"
      title={own('timeline.title')}
      count={words.count(entries.length)}
      isOpen={isOpen('timeline')}
    >
      <ol class="desk-timeline">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.what} ${entry.text.slice(0, 20)}`}>
            <span class="muted nowrap">{words.at(entry.at)}</span> <strong>{entry.what}</strong>{' '}
            <span class="desk-words">{entry.text}</span>
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = note.value.trim();
          if (text === '') return;
          change({ type: 'note', text });
          note.value = '';
        }}
      >
        <Field wide id={`${base}-note`} label={own('timeline.add')}>
          {(described) => (
            <textarea
              {...described}
              name="note"
              rows={2}
              value={note.value}
              onInput={({ currentTarget }) => {
                note.value = currentTarget.value;
              }}
            />
          )}
        </Field>
        <p class="button-row">
          <button type="submit" class="action">
            {own('timeline.save')}
          </button>
        </p>
      </form>
    </Part>
  );
}
