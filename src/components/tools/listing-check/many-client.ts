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
import type { ManyKnown, ManyRequest } from './many.worker.ts';

type Rows = Record<string, unknown>[];

export interface Running {
  result: Promise<ListingsOk>;
  cancel: () => void;
}

/** Workers that are ready before anybody asks: each reads all patterns anew before it is quick. */
export interface Crew {
  check: (rows: Rows, asOf: string, onProgress: (done: number) => void) => Running;
  dismiss: () => void;
}

const MOST_WORKERS = 4;
/** Rows handed out at once: few, so that all workers end together and no answer is long to read. */
const SHARE = 20;
/** Shares a worker has before it, so that it need not wait for the page. */
const AHEAD = 2;

/** A worker knows countries by their codes alone; what is none stays as it was written. */
const withCode = (row: Record<string, unknown>, { countryOf }: ListingData) => {
  const { country } = row;
  return typeof country === 'string' ? { ...row, country: countryOf(country) ?? country } : row;
};

/** No more workers than the device says it has processors for. */
const wanted = () => Math.min(MOST_WORKERS, processors());

function startOne(data: ListingData, practice: Rows, asOf: string): Worker {
  trustOwnWorkers();
  const worker = new Worker(new URL('./many.worker.ts', import.meta.url), { type: 'module' });
  const known: ManyKnown = {
    data: { faults: data.faults, parts: data.parts, rules: [...data.rules] },
    practice,
    asOf,
  };
  worker.postMessage(known);
  return worker;
}

/** Hands rows out in turn, and puts what comes back into their order. */
function shareOut(
  workers: readonly Worker[],
  rows: Rows,
  [data, asOf]: readonly [ListingData, string],
  onProgress: (done: number) => void,
): Promise<Share[]> {
  const shares: Share[] = [];
  const all = Math.ceil(rows.length / SHARE);
  let given = 0;
  let arrived = 0;
  let checked = 0;
  return new Promise((done) => {
    const giveTo = workers.map((worker) => {
      // Answers come in the order in which they were asked for.
      const asked: number[] = [];
      const give = () => {
        if (given === all) return;
        const from = given * SHARE;
        const request: ManyRequest = {
          rows: rows.slice(from, from + SHARE).map((row) => withCode(row, data)),
          asOf,
          from,
        };
        asked.push(given);
        given += 1;
        worker.postMessage(request);
      };
      worker.onmessage = ({ data: share }: MessageEvent<Share>) => {
        const place = asked.shift();
        if (place === undefined) return;
        shares[place] = share;
        arrived += 1;
        checked += share.listings.length;
        if (arrived === all) done(shares);
        else {
          give();
          onProgress(checked);
        }
      };
      return give;
    });
    for (let ahead = 0; ahead < AHEAD; ahead += 1) for (const give of giveTo) give();
  });
}

/**
 * Gets workers ready to check rows; without them it is done on the page itself.
 *
 * @param practice rows the workers get ready by.
 */
export function gatherCrew(data: ListingData, practice: Rows, asOf: string): Crew {
  let workers: Worker[] | null = null;
  const dismiss = () => {
    for (const worker of workers ?? []) worker.terminate();
    workers = null;
  };
  /** One more worker; none any more where the browser allows none. */
  const start = (own: Worker[]) => {
    try {
      const worker = startOne(data, practice, asOf);
      worker.onerror = dismiss;
      own.push(worker);
    } catch {
      dismiss();
    }
  };
  const gather = () => {
    const own: Worker[] = [];
    workers = own;
    // Each a task of its own: all that is known travels to each of them.
    const next = () => {
      if (workers !== own || own.length >= wanted()) return;
      start(own);
      nextTask(next);
    };
    next();
  };
  gather();
  return {
    dismiss,
    check: (rows, day, onProgress) => {
      let isWanted = true;
      const result = new Promise<ListingsOk>((done) => {
        const onPage = () => {
          dismiss();
          if (isWanted) done(calculateAll(rows, data, day, onProgress));
        };
        while (workers && workers.length < wanted()) start(workers);
        if (!workers || rows.length === 0) {
          onPage();
          return;
        }
        for (const worker of workers) worker.onerror = onPage;
        void shareOut(workers, rows, [data, day], onProgress).then((shares) => {
          // Each a task of its own, so that a click between them is not kept waiting.
          nextTask(() => {
            if (!isWanted) return;
            const joined = joinShares(shares, data, day);
            isWanted = false;
            nextTask(() => done(joined));
          });
        });
      });
      return {
        result,
        cancel: () => {
          isWanted = false;
          dismiss();
          gather();
        },
      };
    },
  };
}
