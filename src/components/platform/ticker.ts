/**
 * Calls back once a second with the clock's own reading, and at once when the page comes back: from
 * the background, from the back-forward cache, or after the machine slept. Nothing is counted down,
 * so a page left open is right whenever somebody looks at it. Answers how to stop.
 */
export function onTick(then: (now: number) => void): () => void {
  const tick = () => then(Date.now());
  const timer = window.setInterval(tick, 1000);
  document.addEventListener('visibilitychange', tick);
  window.addEventListener('pageshow', tick);
  window.addEventListener('focus', tick);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
    window.removeEventListener('pageshow', tick);
    window.removeEventListener('focus', tick);
  };
}

/** Calls back once, after so many milliseconds. Answers how to call it off. */
export function after(wait: number, then: () => void): () => void {
  const timer = window.setTimeout(then, wait);
  return () => window.clearTimeout(timer);
}

/** Calls `then` once nothing was asked of it for a moment; asking again starts the wait anew. */
export function whenCalm<Given extends unknown[]>(
  then: (...given: Given) => void,
  wait = 200,
): (...given: Given) => void {
  // Of the page or of a worker.
  let timer: ReturnType<typeof globalThis.setTimeout> | undefined;
  return (...given) => {
    globalThis.clearTimeout(timer);
    timer = globalThis.setTimeout(() => then(...given), wait);
  };
}
