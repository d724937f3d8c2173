import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { whenIdle } from '../../platform/later.ts';

/**
 * What stands below the answer is drawn anew when the browser has nothing better to do, so that the
 * answer itself follows each key at once. The first drawing waits for nothing.
 */
export function Later<Value>({
  value,
  children,
}: {
  value: Value;
  children: (value: Value) => ComponentChildren;
}) {
  const shown = useSignal(value);
  useEffect(() => whenIdle(() => (shown.value = value)), [value]);
  return <>{children(shown.value)}</>;
}
