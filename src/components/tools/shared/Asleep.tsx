import { useSignal } from '@preact/signals';
import { hydrate, render, type ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ASLEEP, replay, takeEarlyIn } from '../../platform/early.ts';
import { AS_BUILT, pressesIn, whenTurnedTo } from '../../platform/seen.ts';

/**
 * A part of a tool below its answer: the page brings it drawn, and what moves it comes when somebody gets near
 * it or turns to it. What was typed into it or pressed in it before is not lost.
 *
 * @param drawn what the build draws; in a browser it stands in the page already.
 * @param wake fetches the part and answers how it is drawn. Where it does not come, a person's next step asks anew.
 * @param lost says that it did not come.
 */
export function Asleep({
  class: name,
  drawn,
  wake,
  lost,
}: {
  class: string;
  drawn: ComponentChild;
  wake: () => Promise<ComponentChild>;
  lost: string;
}) {
  const isLost = useSignal(false);
  const here = useRef<HTMLDivElement>(null);
  const all = `${name} ${ASLEEP}`;
  useLayoutEffect(() => {
    const place = here.current;
    if (!place) return undefined;
    const pressed = pressesIn(place);
    const come = async () => {
      const part = await wake();
      isLost.value = false;
      if (!place.isConnected) return;
      const early = takeEarlyIn(place);
      (place.firstChild ? hydrate : render)(part, place);
      replay(early);
      pressed()?.click();
    };
    const stop = whenTurnedTo(place, come, () => (isLost.value = true));
    return () => {
      stop();
      render(null, place);
    };
  }, []);
  return import.meta.env.SSR ? (
    <div class={all}>{drawn}</div>
  ) : (
    <>
      {isLost.value && (
        <p class="notice no-print" role="status">
          {lost}
        </p>
      )}
      <div class={all} ref={here} dangerouslySetInnerHTML={AS_BUILT} />
    </>
  );
}
