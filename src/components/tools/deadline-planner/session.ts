import { sessionText } from '../../platform/session.ts';

/** What this tab holds besides the address: the name of the case and the words typed for moments. */
export const heldName = sessionText('deadline-planner.case');
export const heldWords = sessionText('deadline-planner.typed');
