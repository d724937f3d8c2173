interface FormEndProps {
  /** A text shared by all tools, by its key. */
  text: (key: string) => string;
  onClear: () => void;
  onExample: () => void;
}

/** What every form ends with: empty it, fill it with the made-up example, and where the data stays. */
export const FormEnd = ({ text, onClear, onExample }: FormEndProps) => (
  <>
    <div class="button-row">
      <button type="button" class="action" onClick={onClear}>
        {text('tool.common.clear')}
      </button>
      <button type="button" class="action" onClick={onExample}>
        {text('tool.common.example')}
      </button>
    </div>
    <p class="privacy-line">{text('tool.common.privacy')}</p>
  </>
);
