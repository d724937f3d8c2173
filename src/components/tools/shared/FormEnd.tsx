import type { CommonWords } from './words.ts';

interface FormEndProps {
  words: CommonWords;
  /** Everything has arrived that filling in and computing need. */
  isReady: boolean;
  /** What is said then, where something is still fetched later on. */
  ready?: string | undefined;
  /** What this tool fetches later, and when. */
  fetches?: string | undefined;
  onClear: () => void;
  onExample: () => void;
}

/** What every form ends with: empty it, fill it with the made-up example, and where the data stays. */
export const FormEnd = ({
  words,
  isReady,
  ready = words.common('ready'),
  fetches,
  onClear,
  onExample,
}: FormEndProps) => (
  <>
    <div class="button-row form-end">
      <button type="button" class="action" onClick={onClear}>
        {words.common('clear')}
      </button>
      <button type="button" class="action" onClick={onExample}>
        {words.common('example')}
      </button>
    </div>
    <p class="privacy-line">
      {words.sentences([words.common('privacy'), fetches ?? ''])}{' '}
      <span
        class="ready"
        role="status"
        data-ready={isReady ? '' : undefined}
        data-coming={isReady ? undefined : ready}
      >
        {isReady ? ready : ''}
      </span>
    </p>
  </>
);
