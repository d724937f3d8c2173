/**
 * Does a list of small jobs one at a time while the page has nothing better to do, then calls
 * `then`. Answers how to stop.
 */
export function inTurns(jobs: readonly (() => void)[], then: () => void): () => void {
  const idle =
    typeof window.requestIdleCallback === 'function'
      ? (run: () => void) => void window.requestIdleCallback(run, { timeout: 100 })
      : (run: () => void) => void window.setTimeout(run, 0);
  let stopped = false;
  const next = (i: number) => {
    if (stopped) return;
    const job = jobs[i];
    if (!job) return then();
    job();
    idle(() => next(i + 1));
  };
  idle(() => next(0));
  return () => {
    stopped = true;
  };
}
