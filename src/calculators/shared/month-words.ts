/** Names of months in the languages of the engine. */

const LOOKS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];

/** In small letters, without full stops. */
export const bareMonth = (word: string): string =>
  word.normalize('NFKC').toLowerCase().replaceAll('.', '').trim();

/**
 * Names of months, whole and short, alone and in a date, as {@link bareMonth} writes them, and the number
 * of the month from 1; 0 where languages use one word for two of them.
 */
export function monthWords(languages: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const language of languages)
    for (const look of LOOKS) {
      const format = new Intl.DateTimeFormat(language, { ...look, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 15));
        const word = bareMonth(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (/\d/.test(word)) continue;
        found.set(word, (found.get(word) ?? month) === month ? month : 0);
      }
    }
  found.delete('');
  return found;
}
