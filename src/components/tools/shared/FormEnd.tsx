import type { CommonWords } from './words.ts';

interface FormEndProps {
  words: CommonWords;
  onClear: () => void;
  onExample: () => void;
}

/** What every form ends with: empty it, fill it with the made-up example, and where the data stays. */
export const FormEnd = ({ words, onClear, onExample }: FormEndProps) => (
  <>
    <div class="button-row form-end">
      <button type="button" class="action" onClick={onClear}>
        {words.common('clear')}
      </button>
      <button type="button" class="action" onClick={onExample}>
        {words.common('example')}
      </button>
    </div>
    <p class="privacy-line">{words.common('privacy')}</p>
  </>
);
