import { whenCalm } from '../../platform/ticker.ts';
import { sessionText } from '../../platform/session.ts';

/** What this tab holds of a desk that nothing keeps, so that a reload loses none of it: it goes with the tab. */
export const heldCases = sessionText('case-desk.cases');

/** Pasted rows that are not on the board yet. */
const typed = sessionText('case-desk.rows');
/** The same, as the planner’s page held them before there was a desk. */
const before = sessionText('deadline-planner.board');
export const heldRows = {
  read: () => typed.read() || before.read(),
  write: (text: string) => {
    typed.write(text);
    before.write('');
  },
};

/** Thousands of cases take a moment to write; nobody waits for it. */
const CALM = 250;

/** @param bundle everything on the desk, as the text of a file. */
export function holdLater(bundle: () => Promise<string>) {
  const write = whenCalm((isHeld: boolean) => {
    if (isHeld) void bundle().then(heldCases.write);
  }, CALM);
  return (isHeld: boolean) => {
    // What is kept or deleted is not brought back by a quick reload.
    if (!isHeld) heldCases.write('');
    write(isHeld);
  };
}
