import { whenCalm } from '../../platform/ticker.ts';
import { sessionText } from '../../platform/session.ts';

/** What this tab holds of a desk that nothing keeps, so that a reload loses none of it: it goes with the tab. */
export const heldCases = sessionText('case-desk.cases');

/** And what it held before a file was brought in, with the moment of that. */
const aside = sessionText('case-desk.before-import');
export const heldAside = {
  write: (at: string, text: string) => aside.write(mayHold() ? `${at}\n${text}` : ''),
  clear: () => aside.write(''),
  read: (): { at: string; text: string } | null => {
    const held = aside.read();
    const end = held.indexOf('\n');
    return end < 0 ? null : { at: held.slice(0, end), text: held.slice(end + 1) };
  },
};

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
  if (!wanted) for (const each of [heldCases, aside, typed, before]) each.write('');
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
    if (!isHeld) for (const each of [heldCases, aside]) each.write('');
    write(isHeld);
  };
}
