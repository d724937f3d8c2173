/** What of a person’s doing may ask for something anew, and that there is a network again. */
const STEPS = ['pointerdown', 'focusin', 'click', 'change', 'online'];

/** Runs `then` once, with a person’s next step or a network that is there again. Answers how to stop waiting. */
export function afterStep(then: () => void): () => void {
  const heard = new AbortController();
  const stop = () => heard.abort();
  const step = () => {
    stop();
    then();
  };
  for (const each of STEPS)
    window.addEventListener(each, step, { capture: true, signal: heard.signal });
  return stop;
}

/**
 * Asks for what a page cannot do without, and again with each step until it has come. Answers how to stop.
 *
 * @param lost hears each time that it did not come.
 */
export function untilHere(ask: () => Promise<unknown>, lost: () => void): () => void {
  let stop: () => void = () => undefined;
  let isWanted = true;
  const go = () =>
    void ask().catch(() => {
      if (!isWanted) return;
      lost();
      stop = afterStep(go);
    });
  go();
  return () => {
    isWanted = false;
    stop();
  };
}

/**
 * What comes over the network, asked for once however often it is wanted. What did not come is asked for anew
 * after a person’s next step, or once there is a network again: a key that is typed is none, and a text asks for
 * the same with every key. A worker hears of no steps; each question that it gets is one.
 */
export function once<Came>(ask: () => Promise<Came>): () => Promise<Came> {
  let coming: Promise<Came> | undefined;
  const asked = () =>
    ask().catch((error: unknown) => {
      const forget = () => void (coming = undefined);
      if (typeof document === 'undefined') forget();
      else afterStep(forget);
      throw error;
    });
  return () => (coming ??= asked());
}
