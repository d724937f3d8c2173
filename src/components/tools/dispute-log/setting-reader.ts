import { signal } from '@preact/signals';
import { decodeInput, readerComing, type ReadSetting } from '@/calculators/dispute-log/index.ts';
import { mend } from '@/calculators/shared/permalink.ts';
import type { Language } from '@/calculators/shared/rule.ts';

/**
 * Reads settings that are not plain. What reads them comes with the first such text, or when somebody turns
 * to the form, and the sentences it refuses with come along.
 *
 * @param strings of the page; those that come are put into them.
 */
export function createSettingReader(strings: Readonly<Record<string, string>>, language: Language) {
  const here = signal<((asOf: string) => ReadSetting) | null>(null);
  let coming: Promise<boolean> | null = null;
  const fetched = async (): Promise<boolean> => {
    try {
      const { readingAt, textsIn } = await import('./notations.ts');
      Object.assign(strings, ...(await textsIn(language)));
      here.value = readingAt;
      return true;
    } catch {
      coming = null;
      return false;
    }
  };
  const load = (): Promise<boolean> => (coming ??= fetched());
  return {
    load,
    isHere: () => here.value !== null,
    readAt:
      (asOf: string): ReadSetting =>
      (...asked) => {
        const read = here.value?.(asOf);
        if (!read) void load();
        return (read ?? readerComing)(...asked);
      },
    /** What an address must wait for: a setting that is not plain. */
    addressNeeds: (address: string): Promise<boolean> | undefined => {
      let lacks = false;
      if (here.peek() === null)
        decodeInput(mend(address) ?? '', (...asked) => {
          lacks = true;
          return readerComing(...asked);
        });
      return lacks ? load() : undefined;
    },
  };
}
