import { useSignal, type Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { onShortcut } from '../platform/keyboard.ts';

/** What came of a press, said beside it until something else is said, or Escape takes it away. */
export function useSaid(): Signal<string> {
  const said = useSignal('');
  useLayoutEffect(() => onShortcut('clear-message', () => (said.value = '')), []);
  return said;
}
