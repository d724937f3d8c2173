import { signal } from '@preact/signals';
import type { AmountRead } from '@/calculators/case-desk/index.ts';
import type { FileCase } from '@/calculators/deadline-planner/export/files.ts';
import { now } from '../../platform/clock.ts';
import { saveFile } from '../../platform/download.ts';
import { currentAddress } from '../../platform/fragment.ts';
import { fetchPack } from '../../platform/packs.ts';
import { createWords } from '../shared/words.ts';
import { createZoneWords } from '../shared/zone-words.ts';
import type { DeskPage } from './case-desk.model.ts';
import type { DeskWords } from './words.ts';

/**
 * Words that only pasted rows and files of deadlines need, and what writes such files: fetched from this
 * site when somebody turns to either.
 */
export function createMore(page: DeskPage, words: DeskWords, folder: string) {
  const state = signal<'away' | 'coming' | 'failed' | 'here'>('away');
  const load = async (): Promise<boolean> => {
    if (state.peek() === 'here') return true;
    state.value = 'coming';
    try {
      Object.assign(page.strings, await fetchPack<Record<string, string>>(page.more));
      state.value = 'here';
    } catch {
      state.value = 'failed';
    }
    return state.peek() === 'here';
  };
  const { language } = words;
  const planner = createWords('deadline-planner', language, page.strings);
  const { zone } = createZoneWords(
    language,
    (name) => page.strings[`tool.deadline-planner.page.zone.${name}`],
  );
  return {
    state,
    load,
    /** What is wrong with an amount; its words are fetched with the others. */
    refused: async ({ key, values }: Extract<AmountRead, { key: string }>): Promise<string> => {
      await load();
      return words.has(key) ? words.text(key, values) : words.common('check');
    },
    /** What was understood of a row, or what is wrong with it. */
    reason: (key: string, values: Readonly<Record<string, string | number>>): string => {
      const { at, zone: where, flows } = values;
      return words.text(key, {
        ...values,
        ...(typeof at === 'string'
          ? {
              at: typeof where === 'string' ? words.moment(at, where) : words.at(at),
              zone: typeof where === 'string' ? zone(where, at) : '',
            }
          : {}),
        ...(typeof flows === 'string'
          ? { flows: words.list(flows.split(', ').map(words.kind)) }
          : {}),
      });
    },
    /** Hands the deadlines of these cases over as a calendar or as a table. False where it could not. */
    save: async (as: 'ics' | 'csv', cases: readonly FileCase[], isExample: boolean) => {
      const came = await load();
      // Apart from the page: it asks the planner's calculator, which the page itself never does.
      const writer = await import('./files.ts').catch(() => null);
      if (!came || !writer) {
        state.value = 'failed';
        return false;
      }
      const mark = (one: FileCase): FileCase =>
        isExample
          ? {
              ...one,
              id: `${words.common('example-mark')} ${one.id}`,
              note: words.common('example-note'),
            }
          : one;
      const text = writer.fileOf(as, cases.map(mark), {
        words: {
          language,
          own: planner.own,
          title: words.kind,
          deadline: words.clock,
          moment: words.moment,
          country: words.country,
        },
        ruleName: (id: string) => page.rules.find((rule) => rule.id === id)?.label ?? id,
        home: new URL(`/${folder}/tools/deadline-planner/`, currentAddress()).href,
        isExample,
        stamp: now(),
      });
      saveFile(
        `${isExample ? 'example-' : ''}amicable-deadlines-${now().slice(0, 10)}.${as}`,
        as === 'ics' ? 'text/calendar' : 'text/csv',
        text,
      );
      return true;
    },
  };
}

export type More = ReturnType<typeof createMore>;
