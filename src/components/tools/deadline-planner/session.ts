import { sessionText } from '../../platform/session.ts';

/** What this tab holds besides the address: the name of the case, the words typed for moments, the rows. */
export const heldName = sessionText('deadline-planner.case');
export const heldWords = sessionText('deadline-planner.typed');
export const heldRows = sessionText('deadline-planner.board');
