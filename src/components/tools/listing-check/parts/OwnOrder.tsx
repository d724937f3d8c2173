import type { Signal } from '@preact/signals';
import type { OwnLoss } from '@/calculators/listing-check/index.ts';
import type { Whole } from '../library.ts';
import type { ListingWords } from '../words.ts';

/** The newest totals of the log that this device was asked to keep, by class of faults. */
export function keptBy({ keptLogs, lossesByClass }: Whole) {
  const [log] = keptLogs();
  if (!log) return null;
  const losses: ReadonlyMap<string, OwnLoss> = lossesByClass(log);
  return { losses, currency: log.currency, from: log.from, to: log.to };
}

interface OwnOrderProps {
  kept: { from: string; to: string };
  byOwn: Signal<boolean>;
  words: ListingWords;
}

/** By what the findings are ordered, one's own losses or their weight, and the other way. */
export function OwnOrder({ kept: { from, to }, byOwn, words: { own } }: OwnOrderProps) {
  return (
    <p class="own-order">
      {own(byOwn.value ? 'own.ranked' : 'own.worst', { from, to })}{' '}
      <button type="button" class="action" onClick={() => (byOwn.value = !byOwn.value)}>
        {own(byOwn.value ? 'own.to-worst' : 'own.to-ranked')}
      </button>
    </p>
  );
}
