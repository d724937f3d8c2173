import { Field } from '../../../ui/Field.tsx';
import type { Words } from '../words.ts';

interface RowsFieldProps {
  id: string;
  words: Words;
  value: string;
  onText: (text: string) => void;
}

/** Characters from which a paste is set in one go. */
const LONG_PASTE = 4000;

/** The rows of a board, as they were pasted. */
export const RowsField = ({ id, words, value, onText }: RowsFieldProps) => (
  <Field wide id={id} label={words.own('board.paste.label')} help={words.own('board.paste.hint')}>
    {(described) => (
      <textarea
        {...described}
        name="board"
        spellcheck={false}
        rows={5}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          if (pasted.length < LONG_PASTE) return;
          // A browser inserts line by line and takes seconds for what can be set at once.
          event.preventDefault();
          const field = event.currentTarget;
          field.setRangeText(
            pasted.replace(/\r\n?/g, '\n'),
            field.selectionStart,
            field.selectionEnd,
            'end',
          );
          onText(field.value);
        }}
      />
    )}
  </Field>
);
