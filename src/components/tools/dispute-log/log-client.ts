import { signal } from '@preact/signals';
import { whileAtWork } from '@/components/platform/at-work.ts';
import { workerUnderPolicy } from '@/components/platform/trusted.ts';
import type { DeskAnswer, DeskRequest } from './desk.ts';
import script from './log.worker.ts?worker&url';

type Told = { turn: number; isHere?: true; share?: number; answer?: DeskAnswer; failed?: string };

/** A worker that has not answered by then will not. */
const PATIENCE = 20_000;

/**
 * The desk in a worker of its own, so that a million rows hold up nothing. Where the browser allows no
 * worker, the same desk works on the page itself.
 */
export function openDesk() {
  let worker: Worker | null = null;
  let turn = 0;
  let stop: (() => void) | null = null;
  const isHere = signal(false);

  const bring = () =>
    void import('./desk.ts')
      .then((desk) => desk.readWorkbooks())
      .then(
        () => (isHere.value = true),
        () => undefined,
      );

  /** The worker at work, or a new one; null where the browser allows none. */
  const atWork = (): Worker | null => {
    try {
      if (typeof Worker === 'undefined') return null;
      if (worker) return worker;
      worker = workerUnderPolicy(script);
      worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
        if (data.isHere) isHere.value = true;
      });
      worker.addEventListener('error', () => {
        worker = null;
        bring();
      });
      return worker;
    } catch {
      return null;
    }
  };
  const onPage = async (request: DeskRequest, progress: (share: number) => void) => {
    const { createDesk } = await import('./desk.ts');
    return createDesk()(request, progress);
  };
  const inWorker = (request: DeskRequest, progress: (share: number) => void) =>
    new Promise<DeskAnswer>((resolve, reject) => {
      const asked = atWork();
      if (asked === null) return void onPage(request, progress).then(resolve, reject);
      const own = (turn += 1);
      stop = () => reject(new Error('stopped'));
      asked.onerror = () => {
        asked.terminate();
        worker = null;
        onPage(request, progress).then(resolve, reject);
      };
      asked.onmessage = ({ data }: MessageEvent<Told>) => {
        // The answer to an older question has nobody waiting.
        if (data.turn !== own) return;
        if (data.share !== undefined) progress(data.share);
        else if (data.answer) resolve(data.answer);
        else reject(new Error(data.failed ?? 'failed'));
      };
      asked.postMessage({ turn: own, request });
    });

  return {
    /** Whether what reads files is here, so that no file needs the network. */
    isHere: () => isHere.value,
    /** Brings it before the first file; what did not arrive is asked for again the next time. */
    load: () => {
      if (!isHere.peek() && atWork() === null) bring();
    },
    /** Rejects with “stopped” after `cancel`. */
    ask: (request: DeskRequest, progress: (share: number) => void) =>
      whileAtWork(inWorker(request, progress)),
    /** Whether the worker that holds the files is refused a connection; null where the browser allows none. */
    prove: (): Promise<boolean | null> =>
      new Promise((resolve) => {
        const asked = atWork();
        if (asked === null) return resolve(null);
        const end = (is: boolean | null) => {
          clearTimeout(timer);
          asked.removeEventListener('message', hear);
          asked.removeEventListener('error', none);
          resolve(is);
        };
        const hear = ({ data }: MessageEvent<{ isRefused?: boolean }>) => {
          if (data.isRefused !== undefined) end(data.isRefused);
        };
        const none = () => {
          if (worker === asked) worker = null;
          end(null);
        };
        const timer = setTimeout(() => end(false), PATIENCE);
        asked.addEventListener('message', hear);
        asked.addEventListener('error', none);
        asked.postMessage({ prove: true });
      }),
    /** Stops at once; the next question starts a new worker and reads anew. */
    cancel: () => {
      worker?.terminate();
      worker = null;
      stop?.();
      stop = null;
    },
  };
}
