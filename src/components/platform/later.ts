type Cancel = () => void;

/** Runs `then` once the page has nothing better to do, at the latest after `within` milliseconds. */
export function whenIdle(then: () => void, within = 200): Cancel {
  if (typeof window.requestIdleCallback === 'function') {
    const id = window.requestIdleCallback(then, { timeout: within });
    return () => window.cancelIdleCallback(id);
  }
  const id = window.setTimeout(then, 0);
  return () => window.clearTimeout(id);
}

let channel: MessageChannel | undefined;
const queue: (() => void)[] = [];

/**
 * Runs `then` as the next task: after what the page is doing now, and before anything a person does
 * next. A message and no timer, so that a tab in the background is served as well.
 */
export function nextTask(then: () => void): Cancel {
  let wanted = true;
  const run = () => {
    if (wanted) then();
  };
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => queue.shift()?.();
  }
  queue.push(run);
  channel.port2.postMessage(null);
  return () => {
    wanted = false;
  };
}
