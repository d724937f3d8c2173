/**
 * While a tab is hard at work, what is fetched for a time without a network waits: both want the same
 * processor, and a person waits for one of them only. A lock says so to every tab and to the site's worker,
 * and a browser lets go of it by itself where a tab is closed.
 */
const LOCK = 'amicable-at-work';

/** Says that this tab is at work until `work` is done. */
export function whileAtWork<Value>(work: Promise<Value>): Promise<Value> {
  const { locks } = navigator as { locks?: LockManager };
  // Nobody waits for the lock itself: where there is none, or another tab has it, the work goes on.
  locks?.request(LOCK, { mode: 'shared' }, () => work).catch(() => undefined);
  return work;
}

/** Settles once no tab is at work, or after so many milliseconds. */
export async function untilCalm(most: number): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  const waiting = new AbortController();
  const end = setTimeout(() => waiting.abort(), most);
  try {
    await locks?.request(LOCK, { signal: waiting.signal }, () => undefined);
  } catch {
    // It has waited long enough, or the browser knows no such wait.
  } finally {
    clearTimeout(end);
  }
}
