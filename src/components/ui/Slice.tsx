import { Component, options, type ComponentChildren, type VNode } from 'preact';
import { nextTask } from '../platform/later.ts';

type Hook = (error: unknown, ...rest: readonly unknown[]) => void;
/** By the name that the packed Preact gives it, which its own add-ons go by as well. */
const hooks = options as { __e?: Hook };

/** Thrown by a part that wakes later: Preact leaves its element as it stands, and goes on with it when asked. */
const LATER = Promise.resolve();
const onError = hooks.__e;
hooks.__e = (error, ...rest) => {
  if (error !== LATER) onError?.(error, ...rest);
};

let isSliced = false;
let looksFirst: (() => void) | undefined;

/** Draws what the page brought once more, and what stands there in a {@link Slice} in tasks of their own. */
export function inSlices(draw: () => void): void {
  isSliced = true;
  draw();
  isSliced = false;
}

/** Each slice that is drawn after this runs `look` before it wakes, while its fields are as somebody left them. */
export const beforeSlices = (look: () => void): void => {
  looksFirst = look;
};

/** A part, of one element, that wakes as a task of its own; from then on it is drawn with the rest. */
export class Slice extends Component<{ children: VNode }> {
  render(): ComponentChildren {
    if (!isSliced) return this.props.children;
    const look = looksFirst;
    nextTask(() => {
      look?.();
      this.forceUpdate();
    });
    // Preact knows by its `then` that it is to wait.
    throw LATER;
  }
}
