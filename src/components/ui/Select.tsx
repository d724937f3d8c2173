import { useMemo } from 'preact/hooks';
import { Field } from './Field.tsx';

interface SelectProps {
  id: string;
  name: string;
  label: string;
  value: string;
  options: { value: string; label: string; group?: string }[];
  help?: string;
  error?: string | undefined;
  /** What is wrong, by its key; the field itself only shows the words. */
  issue?: string | undefined;
  wide?: boolean;
  onChange: (value: string) => void;
}

/** One of several. Options that name a group are shown under it, in the order given. */
export function Select({
  id,
  name,
  label,
  value,
  options,
  help,
  error,
  wide,
  onChange,
}: SelectProps) {
  const groups = [...new Set(options.map((option) => option.group))];
  const render = (group: string | undefined) =>
    options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ));
  // No key anywhere in the form looks through hundreds of countries that stay what they are.
  const drawn = useMemo(
    () => (
      <>
        {groups.map((group) =>
          group === undefined ? (
            render(group)
          ) : (
            <optgroup key={group} label={group}>
              {render(group)}
            </optgroup>
          ),
        )}
      </>
    ),
    [value, JSON.stringify(options)],
  );
  return (
    <Field id={id} label={label} help={help} error={error} wide={wide}>
      {(described) => (
        <select
          {...described}
          name={name}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {drawn}
        </select>
      )}
    </Field>
  );
}
