import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { nextTask } from '../../platform/later.ts';

/**
 * What stands below the answer is drawn anew as a task of its own, so that the answer itself follows
 * each key at once. The first drawing waits for nothing.
 */
export function Later<Value>({
  value,
  children,
}: {
  value: Value;
  children: (value: Value) => ComponentChildren;
}) {
  const shown = useSignal(value);
  useLayoutEffect(() => nextTask(() => (shown.value = value)), [value]);
  return <>{children(shown.value)}</>;
}
