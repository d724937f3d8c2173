import type { DayRead } from '../shared/parse-moment.ts';
import type { ReadDay } from '../shared/plain-day.ts';
import type { Variable } from './schema.ts';

/** What days are read by. */
export interface Days {
  /** The agent's day, `YYYY-MM-DD`; where it is null, only a day written so is read. */
  today: string | null;
  read: ReadDay;
}

/**
 * The day of a field, as people write it: `5.12.2026`, `12月5日`, `明天`, `через 3 дня`. A day without a
 * year is the nearest one that can be meant: behind for what happened, ahead for everything else.
 */
export function readDate(
  { tense }: Pick<Variable, 'tense'>,
  raw: string,
  { today, read }: Days,
): DayRead {
  const direction = tense === 'past' ? 'past' : 'future';
  if (today !== null) return read(raw, { today, direction });
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(raw.normalize('NFKC').trim());
  return read(plain ? raw : '-', { direction });
}

/**
 * What a person typed or pasted, in the form the form's own controls use: a day as YYYY-MM-DD, an
 * option by its id. Anything else, and what cannot be read for certain, stays as it is.
 */
export function readValue(
  variable: Pick<Variable, 'type' | 'options' | 'tense'>,
  raw: string,
  days: Days,
): string {
  const text = raw.trim();
  if (text === '') return '';
  if (variable.type === 'date') {
    const read = readDate(variable, text, days);
    return read.kind === 'day' ? read.day : text;
  }
  if (variable.type !== 'choice') return text;
  const wanted = text.toLowerCase();
  const option = variable.options.find(
    ({ id, label }) =>
      id === wanted || Object.values(label).some((name) => name.toLowerCase() === wanted),
  );
  return option?.id ?? text;
}
