import { workerUnderPolicy } from '@/components/platform/trusted.ts';
import type { DeskAnswer, DeskRequest } from './desk.ts';
import script from './log.worker.ts?worker&url';

type Told = { turn: number; share?: number; answer?: DeskAnswer; failed?: string };

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

  const onPage = async (request: DeskRequest, progress: (share: number) => void) => {
    const { createDesk } = await import('./desk.ts');
    return createDesk()(request, progress);
  };
  const inWorker = (request: DeskRequest, progress: (share: number) => void) =>
    new Promise<DeskAnswer>((resolve, reject) => {
      worker ??= workerUnderPolicy(script);
      const own = (turn += 1);
      stop = () => reject(new Error('stopped'));
      worker.onerror = () => {
        worker?.terminate();
        worker = null;
        onPage(request, progress).then(resolve, reject);
      };
      worker.onmessage = ({ data }: MessageEvent<Told>) => {
        // The answer to an older question has nobody waiting.
        if (data.turn !== own) return;
        if (data.share !== undefined) progress(data.share);
        else if (data.answer) resolve(data.answer);
        else reject(new Error(data.failed ?? 'failed'));
      };
      worker.postMessage({ turn: own, request });
    });

  return {
    /** Rejects with “stopped” after `cancel`. */
    ask: (request: DeskRequest, progress: (share: number) => void): Promise<DeskAnswer> =>
      typeof Worker === 'undefined' ? onPage(request, progress) : inWorker(request, progress),
    /** Whether the worker that holds the files is refused a connection; null where the browser allows none. */
    prove: (): Promise<boolean | null> =>
      typeof Worker === 'undefined'
        ? Promise.resolve(null)
        : new Promise((resolve) => {
            const asked = (worker ??= workerUnderPolicy(script));
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
