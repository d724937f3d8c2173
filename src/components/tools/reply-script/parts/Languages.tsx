import { useSignal } from '@preact/signals';
import { useEscape } from '../../../ui/use-said.ts';
import type { Library } from '../library.ts';
import type { Words } from '../words.ts';

interface LanguagesProps {
  known: Library;
  words: Words;
  /** Fetches what the tool says of what it cannot read. */
  loadTexts: () => Promise<boolean>;
}

/** For a place without a network: fetch every buyer's language, the search and what writes files now. */
export function Languages({ known, words, loadTexts }: LanguagesProps) {
  const busy = useSignal(false);
  const failed = useSignal(false);
  useEscape(failed, false);
  const { own } = words;
  const fetchAll = async () => {
    busy.value = true;
    await known.loadAll(loadTexts);
    busy.value = false;
    failed.value = !known.allHere();
  };
  return (
    <section class="reply-languages" aria-labelledby="reply-script-languages-title">
      <h2 id="reply-script-languages-title">{own('page.languages-title')}</h2>
      <p class="muted">{own('page.languages-note')}</p>
      <p class="button-row">
        <button
          type="button"
          class="action"
          disabled={busy.value || known.allHere()}
          onClick={() => void fetchAll()}
        >
          {own('page.languages-keep')}
        </button>
      </p>
      <p class="muted" role="status">
        {known.allHere()
          ? own('page.languages-here')
          : busy.value
            ? own('page.languages-busy')
            : failed.value
              ? own('page.languages-failed')
              : ''}
      </p>
    </section>
  );
}
