import { once } from '../../platform/once.ts';
import { trustOwnWorkers } from '../../platform/trusted.ts';
import type { Work } from './work.ts';
import { createUnpacker } from './work/wire.ts';

type Call = Exclude<keyof Work, 'follow'>;
type Answer<Asked extends Call> = Awaited<ReturnType<Work[Asked]>>;

export interface WorkClient {
  ask: <Asked extends Call>(
    call: Asked,
    ...given: Parameters<Work[Asked]>
  ) => Promise<Answer<Asked>>;
  close: () => void;
}

interface Waiting {
  call: Call;
  given: unknown[];
  done: (answer: never) => void;
  failed: (why: Error) => void;
}

/**
 * The work of the desk in a worker, so that thousands of cases never hold up a key. Where the browser
 * allows no worker, the same work is done on the page itself.
 *
 * @param onChange another tab has changed what is kept.
 */
export function openWork(onChange: () => void): WorkClient {
  let worker: Worker | null = null;
  let turn = 0;
  const unpack = createUnpacker();
  const waiting = new Map<number, Waiting>();
  /** What the worker was opened with, for whoever has to take over. */
  let opened: unknown[] | null = null;

  const own = once(async () => {
    const { createWork, inTurn } = await import('./work.ts');
    const work = createWork();
    work.follow(onChange);
    if (opened) await work.open(...(opened as Parameters<Work['open']>));
    return inTurn(work);
  });
  const onPage = async (call: Call, given: unknown[]): Promise<never> => {
    const ask = await own();
    return (await ask(call, given)) as never;
  };
  const giveUp = () => {
    worker?.terminate();
    worker = null;
    for (const { call, given, done, failed } of waiting.values())
      onPage(call, given).then(done, failed);
    waiting.clear();
  };
  try {
    trustOwnWorkers();
    worker = new Worker(new URL('./work.worker.ts', import.meta.url), { type: 'module' });
    worker.onerror = giveUp;
    worker.onmessage = ({
      data,
    }: MessageEvent<{ turn: number | null; answer?: unknown; failed?: string }>) => {
      if (data.turn === null) {
        onChange();
        return;
      }
      const asked = waiting.get(data.turn);
      waiting.delete(data.turn);
      if (data.failed === undefined) asked?.done(unpack(data.answer) as never);
      else asked?.failed(new Error(data.failed));
    };
  } catch {
    worker = null;
  }
  return {
    ask: (call, ...given) => {
      if (call === 'open') opened = given;
      if (!worker) return onPage(call, given);
      const own = (turn += 1);
      worker.postMessage({ turn: own, call, given });
      return new Promise((done, failed) => waiting.set(own, { call, given, done, failed }));
    },
    close: () => {
      worker?.terminate();
      waiting.clear();
    },
  };
}
