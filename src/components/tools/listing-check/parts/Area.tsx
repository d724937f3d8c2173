import { Field } from '../../../ui/Field.tsx';

interface AreaProps {
  id: string;
  name: string;
  label: string;
  value: string;
  rows: number;
  help?: string;
  error?: string | undefined;
  issue?: string | undefined;
  onInput: (value: string) => void;
}

/** Several lines as people type and paste them. */
export function Area({ id, name, label, value, rows, help, error, onInput }: AreaProps) {
  return (
    <Field id={id} label={label} help={help} error={error} wide>
      {(described) => (
        <textarea
          {...described}
          name={name}
          rows={rows}
          autocomplete="off"
          spellcheck={false}
          value={value}
          // A browser brings only the caret into view; the bar may lie over the rest.
          onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
