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
 * Runs `wake` as soon as an element comes near what can be seen, is turned to, or holds what was typed before;
 * once more with the next turn where it failed. Answers how to stop waiting.
 */
export function whenTurnedTo(element: Element, wake: () => Promise<void>): () => void {
  let state: 'asleep' | 'waking' | 'awake' = 'asleep';
  const begin = () => {
    if (state !== 'asleep') return;
    state = 'waking';
    wake().then(
      () => {
        state = 'awake';
        stop();
      },
      () => (state = 'asleep'),
    );
  };
  const turns = ['focusin', 'pointerdown'] as const;
  for (const turn of turns) element.addEventListener(turn, begin);
  const stopLooking = whenSeen(element, begin);
  const stop = () => {
    stopLooking();
    for (const turn of turns) element.removeEventListener(turn, begin);
  };
  if (element.querySelector('[data-early]')) begin();
  return stop;
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
