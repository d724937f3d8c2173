import { useMemo } from 'preact/hooks';
import { Field } from './Field.tsx';

interface SuggestFieldProps {
  id: string;
  name: string;
  label: string;
  value: string;
  placeholder?: string;
  suggestions: readonly string[];
  help?: string;
  error?: string | undefined;
  /** What is wrong, by its key; the field itself only shows the words. */
  issue?: string | undefined;
  wide?: boolean;
  onInput: (value: string) => void;
}

/** One line of text with suggestions to choose from; anything else may be typed as well. */
export function SuggestField({
  id,
  name,
  label,
  value,
  placeholder,
  suggestions,
  help,
  error,
  wide,
  onInput,
}: SuggestFieldProps) {
  const listed = useMemo(
    () => (
      <>
        {suggestions.map((each) => (
          <option key={each} value={each} />
        ))}
      </>
    ),
    [suggestions],
  );
  return (
    <Field id={id} label={label} help={help} error={error} wide={wide}>
      {(described) => (
        <>
          <input
            {...described}
            name={name}
            type="text"
            autocomplete="off"
            spellcheck={false}
            list={`${id}-list`}
            placeholder={placeholder}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <datalist id={`${id}-list`}>{listed}</datalist>
        </>
      )}
    </Field>
  );
}
