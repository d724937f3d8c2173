import { nextTask } from './later.ts';

/**
 * Runs `then` whenever somebody turns to a tool: a finger or a mouse pressed in it, the keyboard moved
 * into it. What is needed from there on is on its way before the first key.
 *
 * @param id of an element of the tool.
 */
export function onAttention(id: string, then: () => void): () => void {
  const root = document.getElementById(id)?.closest('.tool');
  root?.addEventListener('pointerdown', then);
  root?.addEventListener('focusin', then);
  return () => {
    root?.removeEventListener('pointerdown', then);
    root?.removeEventListener('focusin', then);
  };
}

/**
 * Runs `then` whenever the browser says that there is a network again, once all else has heard of it: what did not
 * come may be asked for by then.
 */
export function onNetwork(then: () => void): () => void {
  const listen = () => void nextTask(then);
  window.addEventListener('online', listen);
  return () => window.removeEventListener('online', listen);
}

/** Runs `then` when the page goes out of sight, which may be the last one hears of it. */
export function onLeave(then: () => void): () => void {
  const listen = () => {
    if (document.visibilityState === 'hidden') then();
  };
  document.addEventListener('visibilitychange', listen);
  return () => document.removeEventListener('visibilitychange', listen);
}
