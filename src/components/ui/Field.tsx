import type { ComponentChildren } from 'preact';
import { Unbroken } from './Unbroken.tsx';

interface FieldProps {
  id: string;
  label: string;
  help?: string;
  error?: string | undefined;
  issue?: string | undefined;
  wide?: boolean;
  children: (described: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': 'true' | undefined;
  }) => ComponentChildren;
}

/** A label, one control, its help and its error, tied together for a screen reader. */
export function Field({ id, label, help, error, wide, children }: FieldProps) {
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={wide ? 'field wide' : 'field'} data-invalid={error ? '' : undefined}>
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? 'true' : undefined,
      })}
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {help && (
        <span class="help" id={`${id}-help`}>
          <Unbroken text={help} />
        </span>
      )}
    </div>
  );
}
