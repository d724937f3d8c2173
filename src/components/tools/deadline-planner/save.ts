import { signal } from '@preact/signals';
import { now } from '../../platform/clock.ts';
import { saveFile } from '../../platform/download.ts';
import { currentAddress } from '../../platform/fragment.ts';
import type { ExportCase } from './board-desk.ts';
import type { Rest } from './rest.model.ts';
import type { Words } from './words.ts';

interface Saving {
  words: Words;
  /** The words of files come with it. */
  rest: Rest;
  ruleName: (id: string) => string;
  /** Address of the tool's own page. */
  home: string;
  /** The case is made up, and every piece of it says so. */
  isExample: boolean;
}

/** What writes files comes from this site when a first file is asked for; until then this says so. */
export const writers = signal<'here' | 'coming' | 'failed'>('here');
async function files(rest: Rest) {
  writers.value = 'coming';
  try {
    const [found, came] = await Promise.all([import('./files.ts'), rest.load()]);
    if (!came) throw new Error('The words of files did not arrive.');
    writers.value = 'here';
    return found;
  } catch {
    writers.value = 'failed';
    return null;
  }
}

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

/** Hands the cases over as a calendar file. */
export async function saveCalendar(cases: readonly ExportCase[], name: string, saving: Saving) {
  const found = await files(saving.rest);
  if (!found) return;
  const { words, ruleName, home, isExample } = saving;
  const address = new URL(home, currentAddress()).href;
  saveFile(
    fileName(name, saving, 'ics'),
    'text/calendar',
    found.calendarOf(named(cases, saving), { words, ruleName, address, isExample, stamp: now() }),
  );
}

/** Hands the cases over as a table. */
export async function saveTable(cases: readonly ExportCase[], name: string, saving: Saving) {
  const found = await files(saving.rest);
  if (!found) return;
  const { words, ruleName, home, isExample } = saving;
  const address = new URL(home, currentAddress()).href;
  saveFile(
    fileName(name, saving, 'csv'),
    'text/csv',
    found.tableOf(named(cases, saving), { words, ruleName, address, isExample }),
  );
}
