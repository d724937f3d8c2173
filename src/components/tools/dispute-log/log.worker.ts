import { silence } from '../../platform/silence.ts';
import { createDesk, readWorkbooks, type DeskRequest } from './desk.ts';

type Asked = { turn: number; request: DeskRequest } | { prove: true };

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage: (answer: unknown) => void;
};
const prove = silence();
const desk = createDesk();
/** Often enough for a bar that moves; each time the form is drawn anew, beside the reading. */
const PAUSE = 250;
let told = 0;

void readWorkbooks().then(() => scope.postMessage({ isHere: true }));

scope.onmessage = async ({ data }) => {
  if ('prove' in data) {
    scope.postMessage({ isRefused: await prove() });
    return;
  }
  const { turn, request } = data;
  try {
    const answer = await desk(request, (share) => {
      const at = performance.now();
      if (at - told < PAUSE) return;
      told = at;
      scope.postMessage({ turn, share });
    });
    scope.postMessage({ turn, answer });
  } catch (error) {
    scope.postMessage({ turn, failed: String(error) });
  }
};
