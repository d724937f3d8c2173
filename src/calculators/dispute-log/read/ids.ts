/**
 * Numbers of orders and cases: nearly all of them differ. They are kept as they come and told apart
 * once all are there, a part at a time that fits where memory is quick: to look each up among a
 * million others takes longer than to read its row.
 */
import { Dictionary, grow, hashOf, type Numbering } from './dictionary.ts';

/** Texts told apart at a time, about; and as many parts at most. */
const PART = 1 << 12;
/** No order number is longer: texts that are may repeat, and are kept once. */
const LONGEST = 64;
/** Begins no text of UTF-8, and so stands for a long one. */
const LONG = 0xff;

export class Ids implements Numbering {
  #arena = new Uint8Array(1 << 12);
  #ends = new Int32Array(1 << 8);
  #hashes = new Int32Array(1 << 8);
  #length = 0;

  readonly #long = new Dictionary();

  /** Keeps a text. Answers its place, from 0. */
  codeOf(bytes: Uint8Array, from: number, to: number): number {
    if (to - from <= LONGEST) return this.#keep(bytes, from, to);
    const code = this.#long.codeOf(bytes, from, to);
    const sign = Uint8Array.of(LONG, code, code >>> 8, code >>> 16, code >>> 24);
    return this.#keep(sign, 0, sign.length);
  }

  #keep(bytes: Uint8Array, from: number, to: number): number {
    const place = this.#length;
    const start = this.#startOf(place);
    const end = start + to - from;
    if (end > this.#arena.length) {
      const grown = new Uint8Array(Math.max(this.#arena.length * 2, end));
      grown.set(this.#arena.subarray(0, start));
      this.#arena = grown;
    }
    if (place === this.#ends.length) {
      this.#ends = grow(this.#ends);
      this.#hashes = grow(this.#hashes);
    }
    const arena = this.#arena;
    for (let i = from, at = start; i < to; i += 1, at += 1) arena[at] = bytes[i] as number;
    this.#ends[place] = end;
    this.#hashes[place] = hashOf(bytes, from, to);
    this.#length = place + 1;
    return place;
  }

  codeOfText(text: string): number {
    const bytes = new TextEncoder().encode(text);
    return this.codeOf(bytes, 0, bytes.length);
  }

  #startOf(place: number): number {
    return place === 0 ? 0 : (this.#ends[place - 1] as number);
  }

  #isSame(one: number, other: number): boolean {
    const arena = this.#arena;
    let [a, b] = [this.#startOf(one), this.#startOf(other)];
    const end = this.#ends[one] as number;
    if (end - a !== (this.#ends[other] as number) - b) return false;
    for (; a < end; a += 1, b += 1) if (arena[a] !== arena[b]) return false;
    return true;
  }

  /** Places by the part their hash falls into, each behind its hash; and where each part ends. */
  #parted(): { pairs: Int32Array; ends: Int32Array } {
    const count = 2 ** Math.ceil(Math.log2(Math.max(1, Math.min(PART, this.#length / PART))));
    const partOf = (place: number) => ((this.#hashes[place] as number) >>> 16) & (count - 1);
    const ends = new Int32Array(count);
    for (let place = 0; place < this.#length; place += 1) {
      const part = partOf(place);
      ends[part] = (ends[part] as number) + 1;
    }
    for (let part = 0, sum = 0; part < count; part += 1) {
      const size = ends[part] as number;
      ends[part] = sum;
      sum += size;
    }
    const pairs = new Int32Array(2 * this.#length);
    for (let place = 0; place < this.#length; place += 1) {
      const part = partOf(place);
      const at = ends[part] as number;
      ends[part] = at + 1;
      pairs[2 * at] = this.#hashes[place] as number;
      pairs[2 * at + 1] = place;
    }
    return { pairs, ends };
  }

  /**
   * What is the same gets the same number, counted from 0 in the order in which texts came first.
   *
   * @returns the number of the text at each place, and how many numbers there are.
   */
  resolve(): { codes: Int32Array; size: number } {
    const { pairs, ends } = this.#parted();
    const codes = new Int32Array(this.#length);
    let table = new Int32Array(4 * PART);
    let from = 0;
    // First the place where each text came first …
    for (const to of ends) {
      let length = 16;
      while (length < 2 * (to - from)) length *= 2;
      if (length > table.length) table = new Int32Array(length);
      table.fill(-1, 0, length);
      for (let at = from; at < to; at += 1) {
        const hash = pairs[2 * at] as number;
        const place = pairs[2 * at + 1] as number;
        let slot = hash & (length - 1);
        let first = place;
        for (;;) {
          const there = table[slot] as number;
          if (there < 0) {
            table[slot] = at;
            break;
          }
          const before = pairs[2 * there + 1] as number;
          if (pairs[2 * there] === hash && this.#isSame(before, place)) {
            first = before;
            break;
          }
          slot = (slot + 1) & (length - 1);
        }
        codes[place] = first;
      }
      from = to;
    }
    // … then numbers, in that order.
    let size = 0;
    for (let place = 0; place < this.#length; place += 1) {
      const first = codes[place] as number;
      if (first === place) {
        codes[place] = size;
        size += 1;
      } else codes[place] = codes[first] as number;
    }
    return { codes, size };
  }
}
