import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Slice } from './Slice.tsx';

interface MoreProps {
  label: string;
  /** Something in it is filled in or wrong: then it opens. */
  inUse: boolean;
  children: ComponentChildren;
}

/**
 * Fields few people need. It opens where one of them is in use, and closes only when a person closes
 * it: emptying a field must not take the panel away from under the cursor.
 */
export function More({ label, inUse, children }: MoreProps) {
  const wasUsed = useRef(false);
  wasUsed.current ||= inUse;
  return (
    <Slice>
      <details class="more" open={wasUsed.current}>
        <summary>{label}</summary>
        {children}
      </details>
    </Slice>
  );
}
