import { hydrate, render, type ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ASLEEP, replay, takeEarlyIn } from '../../platform/early.ts';
import { AS_BUILT, pressesIn, whenTurnedTo } from '../../platform/seen.ts';

/**
 * A part of a tool below its answer: the page brings it drawn, and what moves it comes when somebody gets near
 * it or turns to it. What was typed into it or pressed in it before is not lost.
 *
 * @param drawn what the build draws; in a browser it stands in the page already.
 * @param wake fetches the part and answers how it is drawn. Where it does not come, the next turn asks anew.
 */
export function Asleep({
  class: name,
  drawn,
  wake,
}: {
  class: string;
  drawn: ComponentChild;
  wake: () => Promise<ComponentChild>;
}) {
  const here = useRef<HTMLDivElement>(null);
  const all = `${name} ${ASLEEP}`;
  useLayoutEffect(() => {
    const place = here.current;
    if (!place) return undefined;
    const pressed = pressesIn(place);
    const stop = whenTurnedTo(place, async () => {
      const part = await wake();
      if (!place.isConnected) return;
      const early = takeEarlyIn(place);
      (place.firstChild ? hydrate : render)(part, place);
      replay(early);
      pressed()?.click();
    });
    return () => {
      stop();
      render(null, place);
    };
  }, []);
  return import.meta.env.SSR ? (
    <div class={all}>{drawn}</div>
  ) : (
    <div class={all} ref={here} dangerouslySetInnerHTML={AS_BUILT} />
  );
}
