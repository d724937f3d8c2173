import { trustOwnWorkers } from '@/components/platform/trusted.ts';
import { createDesk, type DeskAnswer, type DeskRequest } from './board-desk.ts';

export interface DeskClient {
  ask: (request: DeskRequest) => Promise<DeskAnswer>;
  close: () => void;
}

/**
 * A desk in a worker, so that thousands of rows never hold up typing. Where the browser allows no
 * worker, the same desk works on the page itself.
 */
export function openDesk(opening: Extract<DeskRequest, { type: 'open' }>): DeskClient {
  let worker: Worker | null = null;
  let own: ReturnType<typeof createDesk> | null = null;
  let turn = 0;
  const waiting = new Map<
    number,
    { request: DeskRequest; done: (answer: DeskAnswer) => void; failed: (why: Error) => void }
  >();

  const onPage = async (request: DeskRequest): Promise<DeskAnswer> => {
    if (!own) {
      own = createDesk();
      await own(opening);
    }
    return own(request);
  };
  const giveUp = () => {
    worker?.terminate();
    worker = null;
    for (const { request, done, failed } of waiting.values()) onPage(request).then(done, failed);
    waiting.clear();
  };
  const ask = (request: DeskRequest): Promise<DeskAnswer> => {
    if (!worker) return onPage(request);
    const own = (turn += 1);
    worker.postMessage({ turn: own, request });
    return new Promise((done, failed) => waiting.set(own, { request, done, failed }));
  };
  try {
    trustOwnWorkers();
    worker = new Worker(new URL('./board.worker.ts', import.meta.url), { type: 'module' });
    worker.onerror = giveUp;
    worker.onmessage = ({
      data,
    }: MessageEvent<{ turn: number; answer?: DeskAnswer; failed?: string }>) => {
      const asked = waiting.get(data.turn);
      waiting.delete(data.turn);
      if (data.failed === undefined) asked?.done(data.answer ?? null);
      else asked?.failed(new Error(data.failed));
    };
    void ask(opening);
  } catch {
    worker = null;
  }
  return {
    ask,
    close: () => {
      worker?.terminate();
      waiting.clear();
    },
  };
}
