/**
 * Which signs and pairs of signs stand in a text, as bits: a pattern whose own pairs are not all among them
 * cannot match, and is not looked for. Most patterns are in most texts told by one look, so that a thousand
 * listings do not cost a thousand times every word of the data. Two pairs may share a bit; then a pattern is
 * looked for in vain, and nothing is missed.
 */
const BITS = 4096;

/** The bit of one sign, or of one sign behind another, by their UTF-16 units. */
const bitOf = (before: number, unit: number): number =>
  (Math.imul(before, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 20;

/** The bits of a text: each of its units, and each with the one before it. */
export function gramsIn(text: string): Uint8Array {
  const bits = new Uint8Array(BITS / 8);
  const set = (bit: number) => {
    bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  };
  let before = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    set(bitOf(0, unit));
    if (i > 0) set(bitOf(before, unit));
    before = unit;
  }
  return bits;
}

/** The bits of several texts together. */
export function bothGrams(all: readonly Uint8Array[]): Uint8Array {
  const bits = new Uint8Array(BITS / 8);
  for (const one of all) one.forEach((byte, i) => (bits[i] = (bits[i] ?? 0) | byte));
  return bits;
}

/** Pairs that are enough to tell a pattern from nearly all texts. */
const ENOUGH = 4;

function bitsOf(run: string): number[] {
  if (run.length === 1) return [bitOf(0, run.charCodeAt(0))];
  const found = [];
  for (let i = 1; i < run.length && found.length < ENOUGH; i += 1)
    found.push(bitOf(run.charCodeAt(i - 1), run.charCodeAt(i)));
  return found;
}

/** Where a group or a class ends that begins at `from`. */
function endOf(source: string, from: number): number {
  let depth = 0;
  for (let i = from; i < source.length; i += 1) {
    const sign = source[i];
    if (sign === '\\') i += 1;
    else if (sign === '[') {
      while (i < source.length && source[i] !== ']') i += source[i] === '\\' ? 2 : 1;
      if (depth === 0) return i;
    } else if (sign === '(') depth += 1;
    else if (sign === ')') {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return source.length;
}

/**
 * The longest stretch of plain signs in each way a regular expression can match, null where one of its ways
 * has none. Groups, classes and signs that may be missing are passed over: what remains must stand there.
 */
export function plainRuns(source: string): string[] | null {
  const ways: string[] = [];
  let longest = '';
  let run = '';
  const close = () => {
    if (run.length > longest.length) longest = run;
    run = '';
  };
  for (let i = 0; i <= source.length; i += 1) {
    const sign = source[i];
    if (sign === undefined || sign === '|') {
      close();
      ways.push(longest);
      longest = '';
    } else if (sign === '(' || sign === '[') {
      close();
      i = endOf(source, i);
    } else if (sign === '\\') {
      close();
      i = /^\\[pPu]\{/.test(source.slice(i)) ? source.indexOf('}', i) : i + 1;
    } else if (sign === '?' || sign === '*' || sign === '{') {
      // The sign before it may be missing, or the group before it has been passed over.
      run = run.slice(0, -1);
      close();
      if (sign === '{') i = source.indexOf('}', i);
    } else if (/[\p{L}\p{N} ]/u.test(sign)) run += sign;
    else close();
  }
  return ways.includes('') ? null : ways;
}

/** What a text must have for one of these expressions to match; null where that cannot be told. */
export function neededGrams(sources: readonly string[]): number[][] | null {
  const needs: number[][] = [];
  for (const source of sources) {
    const runs = plainRuns(source);
    if (runs === null) return null;
    for (const run of runs) needs.push(bitsOf(run));
  }
  return needs;
}

/** Whether one of the ways can match in a text of these bits. */
export function canStand(needs: readonly (readonly number[])[], bits: Uint8Array): boolean {
  for (const need of needs) {
    let all = true;
    for (const bit of need)
      if (((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) {
        all = false;
        break;
      }
    if (all) return true;
  }
  return false;
}
