/**
 * What reads days and counts in any notation, with the words of all nine languages and the sentences it
 * refuses with: scripts all of it, since the page of the log opens no connection.
 */
import { knowEveryWord } from '@/calculators/shared/moment/every-word.ts';
import type { Language } from '@/calculators/shared/rule.ts';

export { readingAt } from '@/calculators/dispute-log/notations.ts';

knowEveryWord();

type Texts = Record<string, string>;
const texts = import.meta.glob<Texts>('../../../content/i18n/parts/{moment,number}.*.json', {
  import: 'default',
});

export const textsIn = (language: Language): Promise<Texts[]> =>
  Promise.all(
    Object.entries(texts).flatMap(([path, load]) =>
      path.includes(`.${language}.`) ? [load()] : [],
    ),
  );
