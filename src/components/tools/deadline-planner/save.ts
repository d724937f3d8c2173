import { now } from '../../platform/clock.ts';
import { saveFile } from '../../platform/download.ts';
import { currentAddress } from '../../platform/fragment.ts';
import type { ExportCase } from './board-desk.ts';
import type { Words } from './words.ts';

interface Saving {
  words: Words;
  ruleName: (id: string) => string;
  /** Address of the tool's own page. */
  home: string;
  /** The case is made up, and every piece of it says so. */
  isExample: boolean;
}

// Waits for an idle moment after the page is ready, so that a button asks the server for nothing.
const files = () => import('./files.ts');

const named = (cases: readonly ExportCase[], { isExample, words }: Saving) =>
  isExample
    ? cases.map((one) => ({
        ...one,
        id: [words.common('example-mark'), one.id].filter(Boolean).join(' '),
        note: words.common('example-note'),
      }))
    : cases;
const fileName = (name: string, { isExample }: Saving, end: string) =>
  `${isExample ? 'example-' : ''}${name}-${now().slice(0, 10)}.${end}`;

/** Fetches what saving needs, before anybody presses a button. */
export const readyToSave = () => void files();

/** Hands the cases over as a calendar file. */
export async function saveCalendar(cases: readonly ExportCase[], name: string, saving: Saving) {
  const { calendarOf } = await files();
  const { words, ruleName, home, isExample } = saving;
  const address = new URL(home, currentAddress()).href;
  saveFile(
    fileName(name, saving, 'ics'),
    'text/calendar',
    calendarOf(named(cases, saving), { words, ruleName, address, isExample, stamp: now() }),
  );
}

/** Hands the cases over as a table. */
export async function saveTable(cases: readonly ExportCase[], name: string, saving: Saving) {
  const { tableOf } = await files();
  const { words, ruleName, home, isExample } = saving;
  const address = new URL(home, currentAddress()).href;
  saveFile(
    fileName(name, saving, 'csv'),
    'text/csv',
    tableOf(named(cases, saving), { words, ruleName, address, isExample }),
  );
}
