import { useSignal, type Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { keepPlace } from '../platform/jump.ts';
import { onEscape } from '../platform/keyboard.ts';

/** Escape takes something away that may hold the keyboard. */
export const takenByEscape = (take: () => void) =>
  onEscape(() => {
    keepPlace();
    take();
  });

/**
 * Escape puts what is shown back to what it is without a message.
 *
 * @param only the one value that is a message, where others say how things stand.
 */
export const useEscape = <Shown>(shown: Signal<Shown>, without: Shown, only?: Shown) =>
  useLayoutEffect(
    () =>
      takenByEscape(() => {
        if (only === undefined || shown.peek() === only) shown.value = without;
      }),
    [],
  );

/** What came of a press, said beside it until something else is said, or Escape takes it away. */
export function useSaid(): Signal<string> {
  const said = useSignal('');
  useEscape(said, '');
  return said;
}

/**
 * Whether what is said of this still stands: Escape takes it away, and something else is said anew.
 *
 * @param of what a message is about; null where there is none.
 */
export function useStands(of: object | null): boolean {
  const taken = useSignal<object | null>(null);
  useLayoutEffect(() => takenByEscape(() => (taken.value = of)), [of]);
  return taken.value !== of;
}
