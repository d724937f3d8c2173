import { untilHere } from './once.ts';

/**
 * Runs `then` once, as soon as an element comes near what can be seen. Answers how to stop waiting. Where a
 * browser cannot tell, it is taken as seen.
 */
export function whenSeen(element: Element, then: () => void): () => void {
  if (typeof IntersectionObserver !== 'function') {
    then();
    return () => undefined;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      then();
    },
    { rootMargin: '200px 0px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/**
 * Runs `wake` as soon as an element comes near what can be seen, is turned to, or holds what was typed before; again
 * with a person's next step, or with the network, where it failed. Answers how to stop.
 *
 * @param lost hears each time that it failed.
 */
export function whenTurnedTo(
  element: Element,
  wake: () => Promise<void>,
  lost: () => void,
): () => void {
  const turned = new AbortController();
  let stopAsking: (() => void) | undefined;
  const begin = () => {
    turned.abort();
    stopLooking?.();
    stopAsking ??= untilHere(wake, lost);
  };
  for (const turn of ['focusin', 'pointerdown'])
    element.addEventListener(turn, begin, { signal: turned.signal });
  let stopLooking: (() => void) | undefined;
  if (element.querySelector('[data-early]')) begin();
  else stopLooking = whenSeen(element, begin);
  return () => {
    turned.abort();
    stopLooking?.();
    stopAsking?.();
  };
}

/** Remembers the button of an element that is pressed. Answers the last one, and remembers no more. */
export function pressesIn(element: Element): () => HTMLElement | null {
  let last: HTMLElement | null = null;
  const press = ({ target }: Event) => {
    last = target instanceof Element ? target.closest('button') : null;
  };
  element.addEventListener('click', press);
  return () => {
    element.removeEventListener('click', press);
    return last;
  };
}

/**
 * What of a page stays as the build drew it. Where nothing stands, as in a page drawn anew for a case, nothing is
 * put there, in the one form that a page takes whose policy trusts no text.
 */
export const AS_BUILT = {
  __html: (globalThis as { trustedTypes?: { emptyHTML: string } }).trustedTypes?.emptyHTML ?? '',
};
