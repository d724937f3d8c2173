/** What of a person’s doing may ask for something anew, and that there is a network again. */
const STEPS = ['pointerdown', 'focusin', 'click', 'change', 'online'];

/**
 * What comes over the network, asked for once however often it is wanted. What did not come is asked for anew
 * after a person’s next step, or once there is a network again: a key that is typed is none, and a text asks for
 * the same with every key. A worker hears of no steps; each question that it gets is one.
 */
export function once<Came>(ask: () => Promise<Came>): () => Promise<Came> {
  let coming: Promise<Came> | undefined;
  const asked = () =>
    ask().catch((error: unknown) => {
      const heard = new AbortController();
      const forget = () => {
        coming = undefined;
        heard.abort();
      };
      if (typeof document === 'undefined') forget();
      else
        for (const step of STEPS)
          window.addEventListener(step, forget, { capture: true, signal: heard.signal });
      throw error;
    });
  return () => (coming ??= asked());
}
