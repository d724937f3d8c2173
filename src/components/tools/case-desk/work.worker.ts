import { createWork, inTurn, type Work } from './work.ts';
import { createPacker } from './work/wire.ts';

const scope = self as unknown as {
  onmessage:
    | ((
        event: MessageEvent<{
          turn: number;
          call: Exclude<keyof Work, 'follow'>;
          given: unknown[];
        }>,
      ) => void)
    | null;
  postMessage: (answer: unknown) => void;
};
const work = createWork();
const ask = inTurn(work);
const pack = createPacker();
work.follow(() => scope.postMessage({ turn: null }));

scope.onmessage = async ({ data: { turn, call, given } }) => {
  try {
    const answer = await ask(call, given);
    scope.postMessage({ turn, answer: pack(answer) });
  } catch (error) {
    scope.postMessage({ turn, failed: String(error) });
  }
};
