import type { Variable } from './schema.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const two = (text: string) => text.padStart(2, '0');

function day(year: string, month: string, date: string): string | null {
  const iso = `${year}-${two(month)}-${two(date)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}

/**
 * A calendar day as people paste it: 2026-12-05, 2026/12/5, 2026年12月5日, 5.12.2026, Dec 5, 2026,
 * with a time behind it or not. 05/12/2026 could be two days, so it is not read.
 */
export function readDay(raw: string): string | null {
  const text = raw.normalize('NFKC').trim().toLowerCase();
  const yearFirst = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/u.exec(text);
  if (yearFirst) return day(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3] ?? '');
  const dotted = /(?<!\d)(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})/u.exec(text);
  if (dotted) return day(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? '');
  const slashed = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})/u.exec(text);
  if (slashed) {
    const [, a = '', b = '', year = ''] = slashed;
    if (Number(a) > 12) return day(year, b, a);
    return Number(b) > 12 || a === b ? day(year, a, b) : null;
  }
  const year = /(?<!\d)\d{4}(?!\d)/u.exec(text)?.[0];
  const month = months.findIndex((name) => new RegExp(`(?<!\\p{L})${name}`, 'u').test(text)) + 1;
  const date = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/u.exec(text)?.[1];
  return year && month > 0 && date ? day(year, String(month), date) : null;
}

/**
 * What a person typed or pasted, in the form the form's own controls use: a day as YYYY-MM-DD, an
 * option by its id. Anything else, and what cannot be read, stays as it is.
 */
export function readValue(variable: Pick<Variable, 'type' | 'options'>, raw: string): string {
  const text = raw.trim();
  if (text === '') return '';
  if (variable.type === 'date') return readDay(text) ?? text;
  if (variable.type !== 'choice') return text;
  const wanted = text.toLowerCase();
  const option = variable.options.find(
    ({ id, label }) =>
      id === wanted || Object.values(label).some((name) => name.toLowerCase() === wanted),
  );
  return option?.id ?? text;
}
