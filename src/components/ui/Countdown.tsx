import type { ReadonlySignal } from '@preact/signals';

interface CountdownProps {
  name: string;
  /** The end, in milliseconds since 1970. */
  end: number;
  now: ReadonlySignal<number>;
  /** The length in words, for eyes; negative once the end has passed. */
  write: (seconds: number) => string;
}

/**
 * The time left, written anew each second. An `output` is a live region of itself: this one is
 * silent, or a screen reader would speak every second.
 */
export function Countdown({ name, end, now, write }: CountdownProps) {
  const seconds = Math.floor((end - now.value) / 1000);
  return (
    <output class="countdown" name={name} data-value={String(seconds)} aria-live="off">
      {write(seconds)}
    </output>
  );
}
