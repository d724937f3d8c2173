import { Field } from './Field.tsx';

interface TextFieldProps {
  id: string;
  name: string;
  label: string;
  value: string;
  help?: string;
  error?: string | undefined;
  /** What is wrong, by its key; the field itself only shows the words. */
  issue?: string | undefined;
  wide?: boolean;
  /** Which keyboard a phone should show. Pasted text is taken as it comes; reading it is the calculator's work. */
  inputMode?: 'text' | 'numeric' | 'decimal';
  onInput: (value: string) => void;
}

/** One line of text or a number as people type it. */
export function TextField({
  id,
  name,
  label,
  value,
  help,
  error,
  wide,
  inputMode = 'text',
  onInput,
}: TextFieldProps) {
  return (
    <Field id={id} label={label} help={help} error={error} wide={wide}>
      {(described) => (
        <input
          {...described}
          name={name}
          type="text"
          inputMode={inputMode}
          autocomplete="off"
          spellcheck={false}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
