import { Field } from './Field.tsx';

interface DateFieldProps {
  id: string;
  name: string;
  label: string;
  value: string;
  placeholder?: string;
  help?: string;
  error?: string | undefined;
  /** What is wrong, by its key; the field itself only shows the words. */
  issue?: string | undefined;
  wide?: boolean;
  /** What was understood, in words. */
  echo?: string | undefined;
  /** The meanings a pasted text can have, to choose one of. */
  choices?: { label: string; value: string }[];
  /** Name of the group of choices, for a screen reader. */
  question?: string;
  onInput: (text: string) => void;
  onChoose?: (value: string) => void;
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
  choices = [],
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
            aria-describedby={
              [described['aria-describedby'], echo && `${id}-echo`].filter(Boolean).join(' ') ||
              undefined
            }
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
          {echo && (
            <span class="echo" id={`${id}-echo`}>
              {echo}
            </span>
          )}
          {choices.length > 0 && (
            <span class="choices" role="group" aria-label={question}>
              {choices.map((choice) => (
                <button
                  key={choice.value}
                  type="button"
                  class="action"
                  data-choice={choice.value}
                  onClick={() => onChoose?.(choice.value)}
                >
                  {choice.label}
                </button>
              ))}
            </span>
          )}
        </>
      )}
    </Field>
  );
}
