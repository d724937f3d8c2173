import { createWork, type Work } from './work.ts';
import { createPacker } from './work/wire.ts';

const scope = self as unknown as {
  onmessage:
    ((event: MessageEvent<{ turn: number; call: keyof Work; given: unknown[] }>) => void) | null;
  postMessage: (answer: unknown) => void;
};
const work = createWork();
const pack = createPacker();
work.follow(() => scope.postMessage({ turn: null }));

scope.onmessage = async ({ data: { turn, call, given } }) => {
  try {
    const answer = await (work[call] as (...args: unknown[]) => Promise<unknown>)(...given);
    scope.postMessage({ turn, answer: pack(answer) });
  } catch (error) {
    scope.postMessage({ turn, failed: String(error) });
  }
};
