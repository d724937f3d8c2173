import { useSignal } from '@preact/signals';

interface HeldInputProps {
  id: string;
  name: string;
  held: string;
  isWrong?: boolean;
  describedBy?: string | undefined;
  onTake: (text: string) => void;
}

/**
 * A line that is taken when one leaves it. What is being typed stands, whatever another tab writes
 * meanwhile; once it is taken, what is kept is shown.
 */
export function HeldInput({ id, name, held, isWrong, describedBy, onTake }: HeldInputProps) {
  const typed = useSignal<string | null>(null);
  return (
    <input
      id={id}
      name={name}
      type="text"
      autocomplete="off"
      spellcheck={false}
      aria-invalid={isWrong ? 'true' : undefined}
      aria-describedby={describedBy}
      value={typed.value ?? held}
      onInput={({ currentTarget }) => {
        typed.value = currentTarget.value;
      }}
      onChange={({ currentTarget }) => {
        typed.value = null;
        onTake(currentTarget.value);
      }}
    />
  );
}
