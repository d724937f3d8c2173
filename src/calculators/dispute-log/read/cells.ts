/** What a collector does with single cells: words by number, days by another clock, lines of totals. */
import type { Field, Zone } from '../names.ts';
import { Dictionary, visible } from './dictionary.ts';
import type { Preset } from './header.ts';
import { cellText, type Row } from './row.ts';
import { moved, settle, type DateEvidence } from './values.ts';
import { shiftOf } from './zone.ts';

export const utf8Decoder = new TextDecoder();

/** What the days of one column say of their order, and those in words that were read already. */
export const dayColumn = () => ({
  evidence: { dmy: 0, mdy: 0, open: 0 } satisfies DateEvidence,
  memo: new Map<string, number>(),
});
export type DayColumn = ReturnType<typeof dayColumn>;

/** A byte that is a figure. */
export const isFigure = (byte: number) => byte >= 48 && byte <= 57;

/** Nothing but figures, at least one. */
export function isWhole(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (!isFigure(bytes[i] as number)) return false;
  return to > from;
}

/** Words that begin a line of totals, and nothing longer: `\b` knows Latin letters alone. */
const TOTAL =
  /^(?:grand total|total|sum|subtotal|合计|总计|小计|总和|итого|всего|сумма)(?![\p{L}\p{N}_])|^(?:合计|总计|小计|总和)/iu;

export const isTotal = (text: string): boolean => TOTAL.test(text);

const codeOf = (dictionary: Dictionary, text: string): number => {
  const clean = visible(text);
  return clean === '' ? -1 : dictionary.codeOfText(clean);
};

/** Reads words of a file into dictionaries of UTF-8, each different text of another alphabet once. */
export function createWordReader(decoder: TextDecoder) {
  const locals = new Map<Field, { seen: Dictionary; codes: Int32Array }>();
  /** @param from where the cell begins in the row's bytes, without what is blank around it. */
  return (
    { field, cell, dictionary }: { field: Field; cell: number; dictionary: Dictionary },
    row: Row,
    from: number,
    to: number,
    utf8: boolean,
  ): number => {
    if (row.doubled[cell] === 1)
      return codeOf(dictionary, cellText(row, cell, utf8 ? utf8Decoder : decoder));
    if (utf8) return dictionary.seenAs(row.bytes, from, to);
    let local = locals.get(field);
    if (!local) locals.set(field, (local = { seen: new Dictionary(), codes: new Int32Array(256) }));
    const own = local.seen.codeOf(row.bytes, from, to);
    if (own >= local.codes.length) {
      const codes = new Int32Array(local.codes.length * 2);
      codes.set(local.codes);
      local.codes = codes;
    }
    // Nought for those nobody has looked at yet, one for those with nothing in them.
    if (local.codes[own] === 0)
      local.codes[own] = 2 + codeOf(dictionary, decoder.decode(row.bytes.subarray(from, to)));
    return (local.codes[own] as number) - 2;
  };
}

/** Moves days to the clock that was asked for, and counts those that moved and those that name no clock. */
export function createClock() {
  const shifts = new Map<string, number | null>();
  const counts = { moved: 0, unzoned: 0 };
  return {
    counts,
    move: (
      day: number,
      asked: Zone,
      text: string,
      cell: number,
      header: string,
      preset: Preset | null,
    ): number => {
      // One column may say UTC in its header where another does not.
      const key = `${String(cell)} ${text}`;
      let shift = shifts.get(key);
      if (shift === undefined) {
        const written = preset?.zone ?? (header.includes('(utc)') ? 'UTC' : null);
        shift = shiftOf(text, settle(day, preset?.dateOrder ?? 'dmy'), asked, written);
        if (shifts.size < 50_000) shifts.set(key, shift);
      }
      counts[shift === null ? 'unzoned' : 'moved'] += shift === 0 ? 0 : 1;
      return moved(day, shift ?? 0);
    },
  };
}
