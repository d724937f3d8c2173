import { options } from 'preact';
import { isTyping } from '../../platform/keyboard.ts';
import { nextTask } from '../../platform/later.ts';

/**
 * The letter of a key stands in its field at once; what follows it is drawn two tasks later, and what a tool has to
 * work out for that has the one between. Whatever else somebody does is drawn before anything happens next, so that
 * the next key meets it.
 */
options.debounceRendering = (draw) =>
  isTyping('.tool-frame') ? void nextTask(() => nextTask(draw)) : queueMicrotask(draw);
