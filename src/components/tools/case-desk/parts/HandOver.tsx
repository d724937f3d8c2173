import { useSignal } from '@preact/signals';
import { copyText } from '../../../platform/clipboard.ts';
import { now } from '../../../platform/clock.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useSaid } from '../../../ui/use-said.ts';
import type { DeskPage } from '../case-desk.model.ts';
import type { Detail } from '../work/view.ts';
import { otherWords, type DeskWords } from '../words.ts';
import { summaryIn } from '../summary.ts';
import type { PartProps } from './Detail.tsx';
import { Part } from './Part.tsx';

/** The same in both languages of the site: whoever takes over may read only one of them. */
function summaryOf(
  words: DeskWords,
  page: DeskPage,
  detail: Detail,
  zone: () => string,
  at: string,
): string {
  const other = otherWords(page, zone);
  return `${summaryIn(words, detail, at)}\n\n${summaryIn(other, detail, at)}`;
}

/** Gives the case to somebody else: the table’s own name is proposed, and the summary goes along. */
export function HandOver({ base, page, desk, words, detail, change, isOpen }: PartProps) {
  const { own } = words;
  const { judged } = detail;
  /** Null until somebody types: whoever decides may be known only once an amount is. */
  const typed = useSignal<string | null>(null);
  const to = typed.value ?? judged.decides ?? '';
  const said = useSaid();
  const text = () => summaryOf(words, page, detail, () => desk.answer.peek().view.zone, now());
  return (
    <Part
      name="handover"
      title={own('handover')}
      count={judged.decides ?? undefined}
      isOpen={isOpen('handover')}
    >
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          const name = to.trim();
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
          value={to}
          onInput={(value) => {
            typed.value = value;
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
    </Part>
  );
}
