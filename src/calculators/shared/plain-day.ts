import type { DayContext, DayRead } from './moment/read-day.ts';

/** Reads a day a person wrote; {@link readPlainDay} in its plain form alone, `readDay` in words as well. */
export type ReadDay = (raw: unknown, context: DayContext) => DayRead;

/** Whether a text is a day that is in the calendar, written `YYYY-MM-DD`. Such a day needs no reader of words. */
export function isPlainDay(text: string): boolean {
  if (!/^(?:19[7-9]\d|20\d\d|21\d\d|2200)-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/**
 * A day in its plain form. Whoever asks about days in words brings the reader of all of them, which is
 * a good deal of code: a page fetches it when somebody turns to its form.
 */
export const readPlainDay: ReadDay = (raw) => {
  const text = typeof raw === 'string' ? raw.normalize('NFKC').trim() : '';
  const values = { text: text.slice(0, 80) };
  return isPlainDay(text)
    ? {
        kind: 'day',
        day: text,
        notes: [],
        understood: { messageKey: 'tool.moment.day.understood', values: { ...values, date: text } },
      }
    : {
        kind: 'unreadable',
        why: 'no-date',
        understood: {
          messageKey: 'tool.moment.day.unreadable.no-date',
          values: { ...values, word: text.slice(0, 40) },
        },
      };
};
