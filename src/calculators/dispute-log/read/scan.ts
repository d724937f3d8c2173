/**
 * Delimited text as a stream of bytes. The marks that matter (comma, semicolon, tab, quotation mark,
 * line break) are no part of any other character in UTF-8, GB18030, Big5 and the single-byte code
 * pages, so records are found before a single letter is decoded, and what nobody asks for never is.
 */
import { emptyRow, MOST_CELLS, Refusal, type TakeRow } from './row.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** A single record beyond this is no record: a quotation mark was left open. */
const LONGEST_RECORD = 16 << 20;
/** Of the next piece, what is looked at first for the end of a record that began in the one before. */
const BORDER = 1 << 12;
/** After so many marks left open, quotation marks are text like any other. */
const MOST_OPEN = 20;

// Four bytes are looked at as one number. Taking n from each byte sets its sign where it is less than n; what
// that borrows spoils only bytes above, so the lowest sign is always right.
const ONES = 0x01010101;
/** One more than CR: of the signs below, two end a record. */
const CONTROLS = 0x0e0e0e0e;
const SIGNS = 0x80808080 | 0;
/** The place of the lowest sign among four bytes. */
const placeOf = (signs: number): number => (31 - Math.clz32(signs & -signs)) >> 3;

export interface Scanner {
  push: (chunk: Uint8Array) => void;
  end: () => void;
}

/**
 * @param delimiter one ASCII character; never `|` in an encoding where it may be half a letter.
 * @param quotes whether quotation marks hold cells together.
 */
export function createScanner(delimiter: string, take: TakeRow, quotes = true): Scanner {
  const mark = delimiter.charCodeAt(0);
  const row = emptyRow();
  const { starts, ends, doubled } = row;
  const top = Math.max(mark, CR);
  let carry = new Uint8Array(0);
  let number = 0;
  let quoting = quotes;
  let open = 0;
  /** A record had cells with doubled quotes: they are rare, and their marks are wiped away with the next one. */
  let hasDoubled = false;

  /**
   * One record from `from`.
   *
   * @returns where the next one begins; −1 where the bytes end before the record does.
   */
  const record = (b: Uint8Array, from: number, final: boolean, quoted: boolean): number => {
    const n = b.length;
    let i = from;
    let count = 0;
    if (hasDoubled) doubled.fill(0);
    hasDoubled = false;
    for (;;) {
      if (count === MOST_CELLS) throw new Refusal('too-many-columns');
      let start = i;
      let end = -1;
      if (quoted && b[i] === QUOTE) {
        // A loop of our own: cells are short, and asking the engine for each takes longer than looking.
        let j = i + 1;
        for (; ; j += 1) {
          while (j < n && b[j] !== QUOTE) j += 1;
          if (j >= n || (j + 1 >= n && !final)) return -1;
          if (b[j + 1] !== QUOTE) break;
          doubled[count] = 1;
          hasDoubled = true;
          j += 1;
        }
        i = j + 1;
        if (i >= n || b[i] === mark || b[i] === LF || b[i] === CR) {
          start += 1;
          end = j;
        } else {
          doubled[count] = 0;
          // Words behind a closing mark: it closes only where both stand on one line.
          const line = b.indexOf(LF, start);
          if (line >= 0 && line < j) {
            i = start;
            row.broken = true;
          }
        }
      }
      if (end < 0) {
        while (i < n) {
          const byte = b[i] as number;
          // Most letters and figures lie beyond every sign that ends a cell.
          if (byte <= top && (byte === mark || byte === LF || byte === CR)) break;
          i += 1;
        }
        end = i;
      }
      if (i >= n && !final) return -1;
      starts[count] = start;
      ends[count] = end;
      count += 1;
      if (i < n && b[i] === mark) {
        i += 1;
        continue;
      }
      if (i < n && b[i] === CR) {
        if (i + 1 >= n && !final) return -1;
        if (b[i + 1] === LF) i += 1;
      }
      row.count = count;
      return i + 1;
    }
  };

  /**
   * Records that are as nearly all are, up to one that needs a closer look: a loop of its own that holds
   * all it needs, which the engine makes twice as quick as asking for each record.
   *
   * @returns where that one begins, or the first one not before `until`.
   */
  const plain = (b: Uint8Array, from: number, until: number): number => {
    const four = new DataView(b.buffer, b.byteOffset, b.length);
    const n = b.length;
    const lastFour = n - 4;
    const { starts, ends } = row;
    const own = mark;
    const marks = own * ONES;
    const quoteMarks = QUOTE * ONES;
    const isQuoting = quoting;
    if (hasDoubled) doubled.fill(0);
    hasDoubled = false;
    row.broken = false;
    row.bytes = b;
    let at = from;
    let i = from;
    let count = 0;
    while (at < until && i < n && count < MOST_CELLS) {
      let start = i;
      if (isQuoting && b[i] === QUOTE) {
        start += 1;
        i += 1;
        for (; i <= lastFour; i += 4) {
          const x = four.getInt32(i, true) ^ quoteMarks;
          const found = (x - ONES) & ~x & SIGNS;
          if (found === 0) continue;
          i += placeOf(found);
          break;
        }
        if (i > lastFour) while (i < n && b[i] !== QUOTE) i += 1;
        ends[count] = i;
        i += 1;
      } else {
        while (i <= lastFour) {
          const x = four.getInt32(i, true);
          const y = x ^ marks;
          const found = (((x - CONTROLS) & ~x) | ((y - ONES) & ~y)) & SIGNS;
          if (found === 0) {
            i += 4;
            continue;
          }
          i += placeOf(found);
          const byte = b[i];
          if (byte === own || byte === LF || byte === CR) break;
          i += 1;
        }
        if (i > lastFour) while (i < n && b[i] !== own && b[i] !== LF && b[i] !== CR) i += 1;
        ends[count] = i;
      }
      if (i >= n) return at;
      const byte = b[i];
      starts[count] = start;
      count += 1;
      i += 1;
      if (byte === own) continue;
      if (byte === CR) {
        if (i >= n) return at;
        if (b[i] === LF) i += 1;
      } else if (byte !== LF) return at;
      row.count = count;
      number += 1;
      row.number = number;
      at = i;
      count = 0;
      take(row);
    }
    return at;
  };

  /** Records that begin before `until`; answers where the next one begins. */
  const run = (b: Uint8Array, from: number, until: number, final: boolean): number => {
    let at = from;
    for (;;) {
      at = plain(b, at, until);
      if (at >= until) return at;
      row.broken = false;
      let next = record(b, at, final, quoting);
      if (next < 0) {
        if (!final && b.length - at < LONGEST_RECORD) return at;
        // The mark that opens a cell here closes nowhere: the line is read without it.
        next = quoting ? record(b, at, final, false) : -1;
        if (next < 0) throw new Refusal('record-too-long');
        row.broken = true;
      }
      if (row.broken) {
        open += 1;
        if (open >= MOST_OPEN) quoting = false;
      }
      number += 1;
      row.bytes = b;
      row.number = number;
      at = next;
      take(row);
    }
  };

  const join = (chunk: Uint8Array): Uint8Array => {
    const whole = new Uint8Array(carry.length + chunk.length);
    whole.set(carry);
    whole.set(chunk, carry.length);
    return whole;
  };

  return {
    push: (chunk) => {
      const before = carry.length;
      let from = 0;
      // A record cut by the border between two pieces nearly always ends a short way in: the piece
      // itself is not copied for it.
      for (let at = 0, length = BORDER; at < before; length *= 8) {
        const joined = join(chunk.subarray(0, length));
        at = run(joined, at, before, false);
        from = at - before;
        if (at >= before || length < chunk.length) continue;
        carry = joined.slice(at);
        return;
      }
      carry = chunk.slice(run(chunk, from, chunk.length, false));
    },
    end: () => {
      if (carry.length > 0) run(carry, 0, carry.length, true);
      carry = new Uint8Array(0);
    },
  };
}
