import { whenCalm } from '../../platform/ticker.ts';
import { sessionText } from '../../platform/session.ts';

/** What this tab holds of a desk that nothing keeps, so that a reload loses none of it: it goes with the tab. */
export const heldCases = sessionText('case-desk.cases');

/** Pasted rows that are not on the board yet. */
const typed = sessionText('case-desk.rows');
/** The same, as the planner’s page held them before there was a desk. */
const before = sessionText('deadline-planner.board');
/** Somebody does not want this tab to hold them. */
const unheld = sessionText('case-desk.unheld');
export const mayHold = (): boolean => unheld.read() === '';
/** What is held already goes at once. */
export const setHolding = (wanted: boolean): void => {
  unheld.write(wanted ? '' : 'yes');
  if (!wanted) for (const each of [heldCases, typed, before]) each.write('');
};

export const heldRows = {
  read: () => typed.read() || before.read(),
  write: (text: string) => {
    typed.write(mayHold() ? text : '');
    before.write('');
  },
};

/** Thousands of cases take a moment to write; nobody waits for it. */
const CALM = 250;

/** @param bundle everything on the desk, as the text of a file. */
export function holdLater(bundle: () => Promise<string>) {
  const write = whenCalm((isHeld: boolean) => {
    if (isHeld && mayHold()) void bundle().then((text) => heldCases.write(mayHold() ? text : ''));
  }, CALM);
  return (isHeld: boolean) => {
    // What is kept or deleted is not brought back by a quick reload.
    if (!isHeld) heldCases.write('');
    write(isHeld);
  };
}
