import {
  calculateAll,
  joinShares,
  type ListingData,
  type ListingsOk,
  type Share,
} from '@/calculators/listing-check/index.ts';
import { nextTask } from '../../platform/later.ts';
import { processors } from '../../platform/processors.ts';
import { trustOwnWorkers } from '../../platform/trusted.ts';
import type { ManyRequest } from './many.worker.ts';

export interface Running {
  result: Promise<ListingsOk>;
  cancel: () => void;
}

/** A worker reads all patterns anew before it is quick; fewer rows are not worth another one. */
const WORTH = 200;
const MOST_WORKERS = 4;

/** How many workers so many rows are shared among: no more than the device says it has processors for. */
const workersFor = (rows: number): number =>
  Math.max(1, Math.min(MOST_WORKERS, processors(), Math.ceil(rows / WORTH)));

/** A worker knows countries by their codes alone; what is none stays as it was written. */
const withCode = (row: Record<string, unknown>, { countryOf }: ListingData) => {
  const { country } = row;
  return typeof country === 'string' ? { ...row, country: countryOf(country) ?? country } : row;
};

/** Checks rows in workers; on the page itself where the browser allows none. */
export function checkMany(
  rows: Record<string, unknown>[],
  data: ListingData,
  asOf: string,
  onProgress: (done: number) => void,
): Running {
  const workers: Worker[] = [];
  const stop = () => {
    for (const worker of workers.splice(0)) worker.terminate();
  };
  const result = new Promise<ListingsOk>((done) => {
    const onPage = () => {
      stop();
      done(calculateAll(rows, data, asOf, onProgress));
    };
    try {
      trustOwnWorkers();
      const count = workersFor(rows.length);
      const size = Math.ceil(rows.length / count);
      const progress = Array.from({ length: count }, () => 0);
      const shares: Share[] = [];
      let arrived = 0;
      const rules = [...data.rules];
      for (let i = 0; i < count; i += 1) {
        const worker = new Worker(new URL('./many.worker.ts', import.meta.url), { type: 'module' });
        workers.push(worker);
        worker.onerror = onPage;
        worker.onmessage = ({ data: told }: MessageEvent<Share | { done: number }>) => {
          if ('done' in told) {
            progress[i] = told.done;
            onProgress(progress.reduce((sum, one) => sum + one));
            return;
          }
          worker.terminate();
          shares[i] = told;
          arrived += 1;
          // Each a task of its own, so that a click between them is not kept waiting.
          if (arrived === count)
            nextTask(() => {
              const all = joinShares(shares, data, asOf);
              nextTask(() => done(all));
            });
        };
        const request: ManyRequest = {
          data: { faults: data.faults, parts: data.parts, rules },
          rows: rows.slice(i * size, (i + 1) * size).map((row) => withCode(row, data)),
          asOf,
          from: i * size,
        };
        worker.postMessage(request);
      }
    } catch {
      onPage();
    }
  });
  return { result, cancel: stop };
}
