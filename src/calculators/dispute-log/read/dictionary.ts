/**
 * Different texts by number, kept as bytes: a million order numbers as strings would weigh five times
 * as much, and most cells only repeat what an earlier row said.
 */
export class Dictionary {
  #arena = new Uint8Array(1 << 12);
  #used = 0;
  #ends = new Int32Array(1 << 8);
  #hashes = new Int32Array(1 << 8);
  #table = new Int32Array(1 << 10).fill(-1);
  #size = 0;
  readonly #texts = new Map<number, string>();
  static readonly #decoder = new TextDecoder();

  get size(): number {
    return this.#size;
  }

  /** The number of the bytes; those that are new get the next one, counted from 0. */
  codeOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.#table[slot] as number;
      if (code < 0) break;
      if (this.#hashes[code] === hash && this.#isSame(code, bytes, from, to)) return code;
      slot = (slot + 1) & mask;
    }
    return this.#add(bytes, from, to, hash, slot);
  }

  #isSame(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = code === 0 ? 0 : (this.#ends[code - 1] as number);
    const length = (this.#ends[code] as number) - start;
    if (length !== to - from) return false;
    for (let i = 0; i < length; i += 1)
      if (this.#arena[start + i] !== bytes[from + i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const code = this.#size;
    const length = to - from;
    if (this.#used + length > this.#arena.length) {
      const grown = new Uint8Array(Math.max(this.#arena.length * 2, this.#used + length));
      grown.set(this.#arena.subarray(0, this.#used));
      this.#arena = grown;
    }
    this.#arena.set(bytes.subarray(from, to), this.#used);
    this.#used += length;
    if (code === this.#ends.length) {
      this.#ends = grow(this.#ends);
      this.#hashes = grow(this.#hashes);
    }
    this.#ends[code] = this.#used;
    this.#hashes[code] = hash;
    this.#table[slot] = code;
    this.#size += 1;
    if (this.#size * 2 > this.#table.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 2).fill(-1);
    const mask = table.length - 1;
    for (let code = 0; code < this.#size; code += 1) {
      let slot = (this.#hashes[code] as number) & mask;
      while ((table[slot] as number) >= 0) slot = (slot + 1) & mask;
      table[slot] = code;
    }
    this.#table = table;
  }

  #encoder = new TextEncoder();

  codeOfText(text: string): number {
    const bytes = this.#encoder.encode(text);
    return this.codeOf(bytes, 0, bytes.length);
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

const grow = (list: Int32Array): Int32Array<ArrayBuffer> => {
  const grown = new Int32Array(list.length * 2);
  grown.set(list);
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
