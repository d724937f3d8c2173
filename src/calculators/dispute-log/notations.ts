/** Settings in any notation: days in words and figures, counts as people write them. */
import { readDay } from '../shared/moment/read-day.ts';
import { parseNumber } from '../shared/parse-number.ts';
import { NUMBER_KEY, shown } from '../shared/plain-number.ts';
import { parseInstant } from '../shared/time.ts';
import { MOST_ROWS, type ReadSetting } from './settings.ts';

/**
 * An instant is its day at UTC, since files are.
 *
 * @param asOf the moment it is, ISO 8601: “yesterday” is counted from its day at UTC.
 */
export const readingAt =
  (asOf: string): ReadSetting =>
  (name, raw) => {
    if (name === 'headerRow') {
      const read = parseNumber(raw, 'count', { least: 1, most: MOST_ROWS });
      return 'value' in read
        ? Number(read.value.num)
        : { key: NUMBER_KEY + read.problem, values: read.values };
    }
    const instant = typeof raw === 'string' ? parseInstant(raw.trim()) : null;
    if (instant !== null) return Math.floor(instant / 86_400_000);
    const read = readDay(typeof raw === 'string' ? raw : shown(raw), { asOf });
    if (read.kind === 'day') return Date.parse(read.day) / 86_400_000;
    return { key: read.understood.messageKey, values: read.understood.values };
  };
