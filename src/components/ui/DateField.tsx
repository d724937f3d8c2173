import { Field } from './Field.tsx';
import { describedBy, Meaning, type MeaningProps } from './Meaning.tsx';

interface DateFieldProps extends MeaningProps {
  name: string;
  label: string;
  value: string;
  placeholder?: string;
  help?: string;
  error?: string | undefined;
  /** What is wrong, by its key; the field itself only shows the words. */
  issue?: string | undefined;
  wide?: boolean;
  onInput: (text: string) => void;
  onEnter?: () => void;
}

/** A moment as people paste it: free text, with what was understood repeated underneath. */
export function DateField({
  id,
  name,
  label,
  value,
  placeholder,
  help,
  error,
  wide,
  echo,
  choices,
  question,
  onInput,
  onChoose,
  onEnter,
}: DateFieldProps) {
  return (
    <Field id={id} label={label} help={help} error={error} wide={wide}>
      {(described) => (
        <>
          <input
            {...described}
            aria-describedby={describedBy(id, described['aria-describedby'], echo)}
            name={name}
            type="text"
            autocomplete="off"
            spellcheck={false}
            placeholder={placeholder}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !onEnter) return;
              event.preventDefault();
              onEnter();
            }}
          />
          <Meaning id={id} echo={echo} choices={choices} question={question} onChoose={onChoose} />
        </>
      )}
    </Field>
  );
}
