/** What gives texts numbers. */
export interface Numbering {
  codeOf: (bytes: Uint8Array, from: number, to: number) => number;
  codeOfText: (text: string) => number;
}

/**
 * Different texts by number, kept as bytes: a million order numbers as strings would weigh five times
 * as much, and most cells only repeat what an earlier row said.
 */
export class Dictionary implements Numbering {
  #arena = new Uint8Array(1 << 12);
  #view = new DataView(this.#arena.buffer);
  #used = 0;
  #ends = new Int32Array(1 << 8);
  /** Hash and number side by side, so that looking for a text touches memory in one place. */
  #table = new Int32Array(1 << 11).fill(-1);
  #size = 0;
  readonly #texts = new Map<number, string>();
  static readonly #decoder = new TextDecoder();

  get size(): number {
    return this.#size;
  }

  /** The number of the bytes; those that are new get the next one, counted from 0. */
  codeOf(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const table = this.#table;
    const mask = table.length - 2;
    let slot = (hash << 1) & mask;
    for (;;) {
      const code = table[slot + 1] as number;
      if (code < 0) break;
      if (table[slot] === hash && this.#isSame(code, bytes, from, to)) return code;
      slot = (slot + 2) & mask;
    }
    return this.#add(bytes, from, to, hash, slot);
  }

  #isSame(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    let at = code === 0 ? 0 : (this.#ends[code - 1] as number);
    const end = this.#ends[code] as number;
    if (end - at !== to - from) return false;
    let i = from;
    const last = to - 4;
    if (last >= from) {
      const own = this.#view;
      const other = viewOf(bytes);
      for (; i < last; i += 4, at += 4)
        if (own.getInt32(at, true) !== other.getInt32(i, true)) return false;
      // The last four, of which some may have been looked at.
      return own.getInt32(end - 4, true) === other.getInt32(last, true);
    }
    const arena = this.#arena;
    for (; i < to; i += 1, at += 1) if (arena[at] !== bytes[i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const code = this.#size;
    const used = this.#used + to - from;
    if (used > this.#arena.length) {
      const grown = new Uint8Array(Math.max(this.#arena.length * 2, used));
      grown.set(this.#arena.subarray(0, this.#used));
      this.#arena = grown;
      this.#view = new DataView(grown.buffer);
    }
    const arena = this.#arena;
    for (let i = from, at = this.#used; i < to; i += 1, at += 1) arena[at] = bytes[i] as number;
    this.#used = used;
    if (code === this.#ends.length) this.#ends = grow(this.#ends);
    this.#ends[code] = used;
    this.#table[slot] = hash;
    this.#table[slot + 1] = code;
    this.#size += 1;
    // Four numbers of the table for each text: it is never more than half full.
    if (this.#size * 4 > this.#table.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const old = this.#table;
    const table = new Int32Array(old.length * 2).fill(-1);
    const mask = table.length - 2;
    for (let at = 0; at < old.length; at += 2) {
      if ((old[at + 1] as number) < 0) continue;
      const hash = old[at] as number;
      let slot = (hash << 1) & mask;
      while ((table[slot + 1] as number) >= 0) slot = (slot + 2) & mask;
      table[slot] = hash;
      table[slot + 1] = old[at + 1] as number;
    }
    this.#table = table;
  }

  #encoder = new TextEncoder();

  codeOfText(text: string): number {
    const bytes = this.#encoder.encode(text);
    return this.codeOf(bytes, 0, bytes.length);
  }

  readonly #cleaned = new Map<number, number>();

  /**
   * The number of the bytes as a person sees them: without signs that take no room, and with plain blanks.
   * −1 where nothing is left. Looked at once for each different text.
   */
  seenAs(bytes: Uint8Array, from: number, to: number): number {
    const known = this.#size;
    const code = this.codeOf(bytes, from, to);
    if (code >= known && mayHide(bytes, from, to)) {
      const text = Dictionary.#decoder.decode(bytes.subarray(from, to));
      const clean = visible(text);
      if (clean !== text) this.#cleaned.set(code, clean === '' ? -1 : this.codeOfText(clean));
    }
    return this.#cleaned.size === 0 ? code : (this.#cleaned.get(code) ?? code);
  }

  /** Where the text of a number lies among the bytes of all: `bytes`, `from`, `to`. */
  span(code: number): [bytes: Uint8Array, from: number, to: number] {
    return [
      this.#arena,
      code === 0 ? 0 : (this.#ends[code - 1] as number),
      this.#ends[code] as number,
    ];
  }

  /** The text of a number; at most its first 200 letters, for a cell may be a whole book. */
  text(code: number): string {
    let found = this.#texts.get(code);
    if (found === undefined) {
      const start = code === 0 ? 0 : (this.#ends[code - 1] as number);
      const end = Math.min(this.#ends[code] as number, start + 800);
      found = Dictionary.#decoder.decode(this.#arena.subarray(start, end)).slice(0, 200);
      if (this.#texts.size < 100_000) this.#texts.set(code, found);
    }
    return found;
  }
}

/** Bytes that begin a blank that does not break, a mark of direction, or a sign that takes no room. */
const mayHide = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i] as number;
    if (byte === 0xc2 || byte === 0xe2 || byte === 0xe3 || byte === 0xef) return true;
  }
  return false;
};

/** Pages and chats put such signs into what is copied from them; two texts that look the same are the same. */
export const visible = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu, '')
    .replace(/[^\S ]+/gu, ' ')
    .trim();

let viewed = new Uint8Array(0) as Uint8Array;
let view = new DataView(viewed.buffer);
/** The same bytes to be looked at by four; cells that follow one another lie in the same. */
function viewOf(bytes: Uint8Array): DataView {
  if (bytes !== viewed) {
    viewed = bytes;
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  return view;
}

/** Four bytes at a time: a cell of sixteen figures takes four steps. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  const last = to - 4;
  if (last >= from) {
    const fours = viewOf(bytes);
    for (let i = from; i < last; i += 4) {
      hash = Math.imul(hash ^ fours.getInt32(i, true), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash ^ fours.getInt32(last, true), 0x9e3779b1);
  } else
    for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/**
 * Gives the memory of a list back at once, where an engine can: left to itself it keeps what nobody needs
 * until it has time to look. The list is empty from then on.
 */
export const release = ({ buffer }: Int32Array | Uint8Array): void => {
  (buffer as { transfer?: (length: number) => unknown }).transfer?.(0);
};

/** Twice as long, in the place of the list. */
export const grow = (list: Int32Array): Int32Array<ArrayBuffer> => {
  const grown = new Int32Array(list.length * 2);
  grown.set(list);
  release(list);
  return grown;
};

/** Whole numbers of 32 bits in a list that grows. */
export class Numbers {
  #list = new Int32Array(1 << 10);
  length = 0;

  push(value: number): void {
    if (this.length === this.#list.length) this.#list = grow(this.#list);
    this.#list[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#list[index] as number;
  }

  set(index: number, value: number): void {
    this.#list[index] = value;
  }

  /** The numbers themselves, not a copy. */
  list(): Int32Array {
    return this.#list.subarray(0, this.length);
  }
}
