import { signal } from '@preact/signals';
import { afterStep } from '../../platform/once.ts';
import { fetchPack } from '../../platform/packs.ts';
import type { Lack } from './words.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * What no page opens with, refusals and reasons above all: it comes when somebody turns to the tool, at the
 * latest when one of its texts is to be said. Until then a common one stands for it, and whoever asked for it
 * while drawing is run again. What did not come is asked for anew with a person's next step.
 *
 * @param strings of the page; those that come are put into them.
 * @param address of the pack.
 * @param isLater whether a text is among those left out, by its key.
 * @param take hears of what else the pack holds.
 */
export function createLater<Pack extends { strings: Texts }>(
  strings: Texts,
  address: string,
  isLater: RegExp,
  take: (pack: Pack) => void = () => undefined,
) {
  const state = signal<'away' | 'coming' | 'failed' | 'here'>('away');
  let coming: Promise<boolean> | null = null;
  const fetched = async (): Promise<boolean> => {
    try {
      const pack = await fetchPack<Pack>(address);
      Object.assign(strings, pack.strings);
      take(pack);
      state.value = 'here';
    } catch {
      coming = null;
      state.value = 'failed';
      afterStep(() => void load());
    }
    return state.peek() === 'here';
  };
  /** False where it does not arrive; it may be asked for anew. */
  const load = (): Promise<boolean> => (coming ??= fetched());
  return {
    load,
    isHere: () => state.value === 'here',
    hasFailed: () => state.value === 'failed',
    /** Is this a text that is not here yet? Then it is on its way, or has failed to come. */
    lacks: (key: string): Lack => {
      if (state.value === 'here' || !isLater.test(key)) return false;
      // Drawn at build, a text left out would be missing from the page for good.
      if (import.meta.env.SSR) throw new Error(`The page opens with the text "${key}".`);
      if (state.peek() === 'away') queueMicrotask(() => void load());
      return state.peek() === 'failed' ? 'failed' : 'coming';
    },
  };
}
