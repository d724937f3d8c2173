import { useSignal } from '@preact/signals';
import { hydrate, render, type ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { nextTask } from '../../platform/later.ts';
import { AS_BUILT } from '../../platform/seen.ts';
import { inSlices } from '../../ui/Slice.tsx';

/**
 * What stands below the answer is woken and drawn anew in tasks of its own, so that the answer itself follows
 * each key at once. It is a tree apart: what is drawn above does not look through it.
 */
export function Piece<Value>({
  class: name,
  value,
  children,
}: {
  class: string;
  value: Value;
  children: (value: Value) => ComponentChildren;
}) {
  const here = useRef<HTMLDivElement>(null);
  const shown = useSignal({ value, draw: children });
  useLayoutEffect(() => {
    const place = here.current;
    if (!place) return undefined;
    const Drawn = () => <>{shown.value.draw(shown.value.value)}</>;
    const cancel = nextTask(() =>
      place.firstChild ? inSlices(() => hydrate(<Drawn />, place)) : render(<Drawn />, place),
    );
    return () => {
      cancel();
      render(null, place);
    };
  }, []);
  useLayoutEffect(
    () =>
      nextTask(() => {
        const { value: last, draw } = shown.peek();
        if (last !== value || draw !== children) shown.value = { value, draw: children };
      }),
    [value, children],
  );
  return import.meta.env.SSR ? (
    <div class={name}>{children(value)}</div>
  ) : (
    <div class={name} ref={here} dangerouslySetInnerHTML={AS_BUILT} />
  );
}
