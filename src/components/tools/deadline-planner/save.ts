import { signal } from '@preact/signals';
import { resultLink } from '@/calculators/deadline-planner/index.ts';
import { localText } from '@/calculators/shared/time.ts';
import type { FileCase } from '@/calculators/deadline-planner/export/files.ts';
import { now } from '../../platform/clock.ts';
import { saveFile } from '../../platform/download.ts';
import { currentAddress } from '../../platform/fragment.ts';
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
    const [found, came] = await Promise.all([
      import('@/calculators/deadline-planner/export/files.ts'),
      rest.load(),
    ]);
    if (!came) throw new Error('The words of files did not arrive.');
    writers.value = 'here';
    return found;
  } catch {
    writers.value = 'failed';
    return null;
  }
}

/** Hands the case over as a calendar file or as a table. */
export async function saveCase(as: 'ics' | 'csv', one: FileCase, saving: Saving) {
  const found = await files(saving.rest);
  if (!found) return;
  const { words, ruleName, home, isExample } = saving;
  const marked = isExample
    ? {
        ...one,
        id: [words.common('example-mark'), one.id].filter(Boolean).join(' '),
        note: words.common('example-note'),
      }
    : one;
  const context = {
    words,
    ruleName,
    linkOf: (result: FileCase['result']) =>
      new URL(home, currentAddress()).href + resultLink(result, isExample),
    localText,
    stamp: now(),
  };
  saveFile(
    `${isExample ? 'example-' : ''}case-${now().slice(0, 10)}.${as}`,
    as === 'ics' ? 'text/calendar' : 'text/csv',
    (as === 'ics' ? found.calendarOf : found.tableOf)([marked], context),
  );
}
