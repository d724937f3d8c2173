/**
 * Numbers of orders and cases: nearly all of them differ. They are kept as they come and told apart
 * once all are there, a part at a time that fits where memory is quick: to look each up among a
 * million others takes longer than to read its row.
 */
import { Dictionary, grow, hashOf, release, type Numbering } from './dictionary.ts';

/** Texts told apart at a time, about; and as many parts at most. */
const PART = 1 << 12;
/** No order number is longer: texts that are may repeat, and are kept once. */
const LONGEST = 64;
/** Begins no text of UTF-8, and so stands for a long one. */
const LONG = 0xff;

const NOUGHT = 48;
/** Figures of the lower half of a number. */
const HALF = 9;
/** As many figures fit into two halves of 32 bits, if the first of them is not above three. */
const MOST_FIGURES = 19;
const MOST_FIRST = NOUGHT + 3;

const hashOfFigures = (high: number, low: number): number => {
  let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};

/**
 * Figures alone, without a nought before them, are kept as two halves of a number: a third of the memory
 * of their letters. Anything else is kept as text, under its hash and a number below zero.
 */
export class Ids implements Numbering {
  #high = new Int32Array(1 << 8);
  #low = new Int32Array(1 << 8);
  #length = 0;

  #arena = new Uint8Array(1 << 12);
  #ends = new Int32Array(1 << 8);
  #texts = 0;

  readonly #long = new Dictionary();

  /** Makes room for so many more at once: a list that doubles is copied as often as it is long. */
  reserve(more: number): void {
    const least = this.#length + more;
    if (least <= this.#low.length) return;
    // Many small tables, each with its own: still not a copy for each of them.
    const most = Math.max(least, this.#length + (this.#length >> 1));
    const [high, low] = [new Int32Array(most), new Int32Array(most)];
    high.set(this.#high.subarray(0, this.#length));
    low.set(this.#low.subarray(0, this.#length));
    release(this.#high);
    release(this.#low);
    this.#high = high;
    this.#low = low;
  }

  /** Keeps a text. Answers its place, from 0. */
  codeOf(bytes: Uint8Array, from: number, to: number): number {
    const place = this.codeOfFigures(bytes, from, to);
    if (place >= 0) return place;
    if (to - from <= LONGEST) return this.#keep(bytes, from, to);
    const code = this.#long.codeOf(bytes, from, to);
    const sign = Uint8Array.of(LONG, code, code >>> 8, code >>> 16, code >>> 24);
    return this.#keep(sign, 0, sign.length);
  }

  /** Keeps a text of figures alone that fits into two halves; −1 for any other, which is not kept. */
  codeOfFigures(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    const first = bytes[from] as number;
    if (length < 1 || length > MOST_FIGURES || first === NOUGHT) return -1;
    if (length === MOST_FIGURES && first > MOST_FIRST) return -1;
    const middle = to - HALF;
    let i = from;
    let high = 0;
    for (; i < middle; i += 1) {
      const figure = (bytes[i] as number) - NOUGHT;
      if (figure < 0 || figure > 9) return -1;
      // Up to 2³² − 1, of which the sign is a bit like any other.
      high = (Math.imul(high, 10) + figure) | 0;
    }
    let low = 0;
    for (; i < to; i += 1) {
      const figure = (bytes[i] as number) - NOUGHT;
      if (figure < 0 || figure > 9) return -1;
      low = low * 10 + figure;
    }
    return this.#put(high, low);
  }

  #put(high: number, low: number): number {
    const place = this.#length;
    if (place === this.#low.length) this.reserve(place);
    this.#high[place] = high;
    this.#low[place] = low;
    this.#length = place + 1;
    return place;
  }

  #keep(bytes: Uint8Array, from: number, to: number): number {
    const text = this.#texts;
    const start = this.#startOf(text);
    const end = start + to - from;
    if (end > this.#arena.length) {
      const grown = new Uint8Array(Math.max(this.#arena.length * 2, end));
      grown.set(this.#arena.subarray(0, start));
      this.#arena = grown;
    }
    if (text === this.#ends.length) this.#ends = grow(this.#ends);
    const arena = this.#arena;
    for (let i = from, at = start; i < to; i += 1, at += 1) arena[at] = bytes[i] as number;
    this.#ends[text] = end;
    this.#texts = text + 1;
    return this.#put(hashOf(bytes, from, to), -1 - text);
  }

  codeOfText(text: string): number {
    const bytes = new TextEncoder().encode(text);
    return this.codeOf(bytes, 0, bytes.length);
  }

  #startOf(text: number): number {
    return text === 0 ? 0 : (this.#ends[text - 1] as number);
  }

  #isSame(one: number, other: number): boolean {
    const [low, otherLow] = [this.#low[one] as number, this.#low[other] as number];
    if (low >= 0 || otherLow >= 0) return low === otherLow && this.#high[one] === this.#high[other];
    const arena = this.#arena;
    const [text, otherText] = [-1 - low, -1 - otherLow];
    let [a, b] = [this.#startOf(text), this.#startOf(otherText)];
    const end = this.#ends[text] as number;
    if (end - a !== (this.#ends[otherText] as number) - b) return false;
    for (; a < end; a += 1, b += 1) if (arena[a] !== arena[b]) return false;
    return true;
  }

  /**
   * Places by the part their hash falls into, each behind its hash; and where each part ends.
   *
   * @param hashes as long as there are places; filled with the hash of each.
   */
  #parted(hashes: Int32Array): { pairs: Int32Array; ends: Int32Array } {
    const count = 2 ** Math.ceil(Math.log2(Math.max(1, Math.min(PART, this.#length / PART))));
    const ends = new Int32Array(count);
    const [highs, lows] = [this.#high, this.#low];
    for (let place = 0; place < hashes.length; place += 1) {
      const [high, low] = [highs[place] as number, lows[place] as number];
      const hash = low < 0 ? high : hashOfFigures(high, low);
      hashes[place] = hash;
      const part = (hash >>> 16) & (count - 1);
      ends[part] = (ends[part] as number) + 1;
    }
    for (let part = 0, sum = 0; part < count; part += 1) {
      const size = ends[part] as number;
      ends[part] = sum;
      sum += size;
    }
    const pairs = new Int32Array(2 * hashes.length);
    for (let place = 0; place < hashes.length; place += 1) {
      const hash = hashes[place] as number;
      const part = (hash >>> 16) & (count - 1);
      const at = ends[part] as number;
      ends[part] = at + 1;
      pairs[2 * at] = hash;
      pairs[2 * at + 1] = place;
    }
    return { pairs, ends };
  }

  /**
   * Puts the place where each text of a part came first among `codes`. A step of its own, which the engine
   * makes quick once for all parts.
   *
   * @param table room for twice as many, a power of two.
   */
  #tellApart(
    pairs: Int32Array,
    from: number,
    to: number,
    table: Int32Array,
    codes: Int32Array,
  ): void {
    const last = table.length - 1;
    table.fill(-1);
    for (let at = from; at < to; at += 1) {
      const hash = pairs[2 * at] as number;
      const place = pairs[2 * at + 1] as number;
      let slot = hash & last;
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
        slot = (slot + 1) & last;
      }
      codes[place] = first;
    }
  }

  /**
   * What is the same gets the same number, counted from 0 in the order in which texts came first. Asked once:
   * the texts are gone from then on.
   *
   * @returns the number of the text at each place, and how many numbers there are.
   */
  resolve(): { codes: Int32Array; size: number } {
    // The hash of a place is needed until its part is told apart, and its number from then on.
    const codes = new Int32Array(this.#length);
    const { pairs, ends } = this.#parted(codes);
    let table = new Int32Array(4 * PART);
    // First the place where each text came first …
    for (let part = 0, from = 0; part < ends.length; part += 1) {
      const to = ends[part] as number;
      let length = 16;
      while (length < 2 * (to - from)) length *= 2;
      if (length > table.length) table = new Int32Array(length);
      this.#tellApart(pairs, from, to, table.subarray(0, length), codes);
      from = to;
    }
    for (const list of [pairs, table, this.#high, this.#low, this.#arena, this.#ends])
      release(list);
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
