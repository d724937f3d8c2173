import { createDesk, type DeskRequest } from './desk.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<{ turn: number; request: DeskRequest }>) => void) | null;
  postMessage: (answer: unknown) => void;
};
const desk = createDesk();
/** Often enough for a bar that moves; each time the form is drawn anew, beside the reading. */
const PAUSE = 250;
let told = 0;

scope.onmessage = async ({ data: { turn, request } }) => {
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
