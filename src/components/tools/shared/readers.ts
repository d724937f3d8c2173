import { signal } from '@preact/signals';
import { mend } from '@/calculators/shared/permalink.ts';
import { whenReadersLack } from '@/calculators/shared/readers.ts';
import { onAttention } from '../../platform/attention.ts';
import { once } from '../../platform/once.ts';
import { arrived } from './arrivals.ts';

const state = signal<'away' | 'failed' | 'here'>('away');
const fetchAll = once(async () => {
  const { readEverything } = await import('@/calculators/shared/every-reader.ts');
  readEverything();
  state.value = 'here';
  arrived();
});

/** Fetches what reads all notations of numbers, amounts and countries. False where it does not arrive. */
export const loadReaders = (): Promise<boolean> =>
  fetchAll().then(
    () => true,
    () => {
      state.value = 'failed';
      return false;
    },
  );

/** Whether every notation is read by now. */
export const hasReaders = (): boolean => state.value === 'here';

/** Whether they were asked for and did not arrive. */
export const haveReadersFailed = (): boolean => state.value === 'failed';

/**
 * The readers come when somebody turns to the tool, or with the first text that is not plain. What is
 * typed until then stays in its field and is read when they are here.
 *
 * @param base the id of the tool.
 */
export function fetchReaders(base: string): () => void {
  whenReadersLack(() => void loadReaders());
  return onAttention(base, () => void loadReaders());
}

/** The same for a tool most of whose answers need none: they come with the first text that is not plain. */
export const expectReaders = (): void => whenReadersLack(() => void loadReaders());

/** Figures as they are read at once, and a country by its code. */
const PLAIN = /^(?:\d+(?:\.\d+)?|[A-Za-z]{2})?$/;

/** What an address must wait for, if one of these values is anything but a plain figure. */
export function addressReaders(
  address: string,
  isRead: (field: string, value: string) => boolean,
): Promise<boolean> | undefined {
  const asked = new URLSearchParams(mend(address)?.replace(/^#\?/, ''));
  const waits = [...asked].some(([field, value]) => isRead(field, value) && !PLAIN.test(value));
  return waits && state.peek() !== 'here' ? loadReaders() : undefined;
}
