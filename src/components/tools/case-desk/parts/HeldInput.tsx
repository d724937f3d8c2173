import { useSignal } from '@preact/signals';
import { nextTask } from '../../../platform/later.ts';

interface HeldInputProps {
  id: string;
  name: string;
  held: string;
  isWrong?: boolean;
  describedBy?: string | undefined;
  /** Answers once it is judged. */
  onTake: (text: string) => void | Promise<void>;
}

/**
 * A line that is taken when one leaves it. What is being typed stands, whatever another tab writes
 * meanwhile; once it is taken, what is kept is shown.
 */
export function HeldInput({ id, name, held, isWrong, describedBy, onTake }: HeldInputProps) {
  const typed = useSignal<string | null>(null);
  const take = (text: string) => {
    typed.value = null;
    return onTake(text);
  };
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
      onChange={({ currentTarget }) => void take(currentTarget.value)}
      // The key that copies asks for what stands here now: it goes on once that is judged and drawn.
      onKeyDown={async (event) => {
        const { key, ctrlKey, metaKey, currentTarget } = event;
        if (key !== 'Enter' || !(ctrlKey || metaKey) || typed.peek() === null) return;
        event.preventDefault();
        event.stopPropagation();
        await take(currentTarget.value);
        const again = new KeyboardEvent('keydown', { key, ctrlKey, metaKey, bubbles: true });
        nextTask(() => currentTarget.dispatchEvent(again));
      }}
    />
  );
}
