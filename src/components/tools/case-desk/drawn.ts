import { signal } from '@preact/signals';
import type { Detail } from './parts/Detail.tsx';

/**
 * What one case is drawn with: nobody reads it before a case is opened. It comes as soon as the board is there,
 * so that a case opens without a network too.
 */
export const drawn = signal<{ Detail: typeof Detail } | null>(null);
export const isLost = signal(false);

export async function draw(): Promise<void> {
  if (drawn.peek()) return;
  try {
    drawn.value = await import('./parts/Detail.tsx');
    isLost.value = false;
  } catch {
    // Asked for anew with the next case that is opened.
    isLost.value = true;
  }
}
