import { options } from 'preact';
import { isTyping } from '../../platform/keyboard.ts';
import { nextTask } from '../../platform/later.ts';

const inTwoTasks = (draw: () => void) => void nextTask(() => nextTask(draw));

/**
 * The letter of a key stands in its field at once; what follows it is drawn two tasks later, and what a tool has to
 * work out for that has the one between. Whatever else somebody does is drawn before anything happens next, so that
 * the next key meets it.
 */
options.debounceRendering = (draw) =>
  isTyping('.tool-frame') ? inTwoTasks(draw) : queueMicrotask(draw);

/** Makes a change that is worked out and drawn in tasks of their own, as what follows a key. */
export function drawLater(change: () => void): void {
  const before = options.debounceRendering;
  options.debounceRendering = inTwoTasks;
  change();
  options.debounceRendering = before as typeof inTwoTasks;
}
