import { createDesk, type DeskRequest } from './board-desk.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<{ turn: number; request: DeskRequest }>) => void) | null;
  postMessage: (answer: unknown) => void;
};
const desk = createDesk();

scope.onmessage = async ({ data: { turn, request } }) => {
  try {
    scope.postMessage({ turn, answer: await desk(request) });
  } catch (error) {
    scope.postMessage({ turn, failed: String(error) });
  }
};
