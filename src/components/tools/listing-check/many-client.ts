import {
  calculateAll,
  type ListingData,
  type ListingsOk,
} from '@/calculators/listing-check/index.ts';
import { trustOwnWorkers } from '../../platform/trusted.ts';
import type { ManyRequest } from './many.worker.ts';

export interface Running {
  result: Promise<ListingsOk>;
  cancel: () => void;
}

/** Checks rows in a worker; on the page itself where the browser allows none. */
export function checkMany(
  rows: Record<string, unknown>[],
  data: ListingData,
  asOf: string,
  onProgress: (done: number) => void,
): Running {
  let worker: Worker | null = null;
  const onPage = () => calculateAll(rows, data, asOf, onProgress);
  const result = new Promise<ListingsOk>((done) => {
    try {
      trustOwnWorkers();
      worker = new Worker(new URL('./many.worker.ts', import.meta.url), { type: 'module' });
      worker.onerror = () => {
        worker?.terminate();
        done(onPage());
      };
      worker.onmessage = ({ data: told }: MessageEvent<ListingsOk | { done: number }>) => {
        if ('done' in told) onProgress(told.done);
        else {
          worker?.terminate();
          done(told);
        }
      };
      const request: ManyRequest = {
        data: { faults: data.faults, parts: data.parts, rules: [...data.rules] },
        rows,
        asOf,
      };
      worker.postMessage(request);
    } catch {
      done(onPage());
    }
  });
  return { result, cancel: () => worker?.terminate() };
}
