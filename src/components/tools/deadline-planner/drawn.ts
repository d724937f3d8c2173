import { signal } from '@preact/signals';
import type * as Parts from './parts/drawn.ts';

/**
 * The line of time and the reasons, which nobody reads before the answer: they come when somebody turns to
 * the planner, gets near them, or opens a reason. One file for both, and for all planners on a page.
 */
export const drawn = signal<typeof Parts | null>(null);
export const isLost = signal(false);

export async function draw(): Promise<void> {
  if (drawn.peek()) return;
  try {
    drawn.value = await import('./parts/drawn.ts');
    isLost.value = false;
  } catch {
    // Asked for anew with the next reason that is opened.
    isLost.value = true;
  }
}
