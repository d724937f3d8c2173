/**
 * Which signs and pairs of signs stand in a text, as bits: a pattern whose own pairs are not all among them
 * cannot match, and is not looked for. Most patterns are in most texts told by one look, so that a thousand
 * listings do not cost a thousand times every word of the data, nor a key in a reply every pattern of the guard. Two
 * pairs may share a bit; then a pattern is looked for in vain, and nothing is missed.
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
  // Four bytes at a time: a listing has thirty texts, and a file a thousand listings.
  const wide = new Uint32Array(bits.buffer);
  for (const { buffer, byteOffset } of all) {
    const other = new Uint32Array(buffer, byteOffset, wide.length);
    for (let i = 0; i < wide.length; i += 1) wide[i] = (wide[i] ?? 0) | (other[i] ?? 0);
  }
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

/** Stretches of which one must stand in a text. */
type OneOf = readonly string[];

const shortest = (runs: OneOf) => runs.reduce((least, run) => Math.min(least, run.length), 99);

/** Of what must stand for a group to match, the part that tells most: one of these for each of its ways. */
function oneOfGroup(source: string): OneOf | null {
  // What is looked for before or behind need not be part of the text, or must not stand there.
  if (/^\?<?[!=]/.test(source)) return null;
  return (
    needsOf(source.replace(/^\?(?::|<\w+>)/, ''))?.flatMap((way) =>
      way.reduce((best, runs) => (shortest(runs) > shortest(best) ? runs : best)),
    ) ?? null
  );
}

/** An escape of more than one sign. */
const ESCAPE = /^\\(?:[pPu]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|k<\w+>)/i;
const LONGEST_ESCAPE = 60;

/**
 * What must stand in a text for a regular expression to match: for each of its ways everything that this way
 * needs, and of each of these one stretch of plain signs. Null where one of its ways needs nothing. Classes and
 * what may be missing are passed over.
 */
export function needsOf(source: string): OneOf[][] | null {
  const ways: OneOf[][] = [];
  let way: OneOf[] = [];
  let run = '';
  const close = () => {
    if (run !== '') way.push([run]);
    run = '';
  };
  for (let i = 0; i <= source.length; i += 1) {
    const sign = source[i];
    if (sign === undefined || sign === '|') {
      close();
      ways.push(way);
      way = [];
    } else if (sign === '(') {
      close();
      const end = endOf(source, i);
      const needed = /^(?:[?*]|\{0)/.test(source.slice(end + 1))
        ? null
        : oneOfGroup(source.slice(i + 1, end));
      if (needed) way.push(needed);
      i = end;
    } else if (sign === '[') {
      close();
      i = endOf(source, i);
    } else if (sign === '\\') {
      close();
      i += (ESCAPE.exec(source.slice(i, i + LONGEST_ESCAPE))?.[0].length ?? 2) - 1;
    } else if (sign === '?' || sign === '*' || sign === '{') {
      // The sign before it may be missing, or the group before it has been asked already.
      run = run.replace(/.$/su, '');
      close();
      if (sign === '{') i = source.indexOf('}', i);
    } else if (/[.+^$]/.test(sign)) close();
    else run += sign;
  }
  return ways.some((one) => one.length === 0) ? null : ways;
}

/** For each way, all it needs; of each need the bits of the stretches one of which must stand. */
type Needs = readonly (readonly (readonly number[])[])[][];

/** What a text must have for one of these expressions to match; null where that cannot be told. */
export function neededGrams(sources: readonly string[]): Needs | null {
  const needs: (readonly (readonly number[])[])[][] = [];
  for (const source of sources) {
    const ways = needsOf(source);
    if (ways === null) return null;
    for (const way of ways) needs.push(way.map((runs) => runs.map(bitsOf)));
  }
  return needs;
}

/**
 * The same as one row of numbers, which is read several times as fast: before each way, each need and each
 * stretch stands where it ends.
 */
function inOneRow(needs: Needs): Int32Array {
  const row: number[] = [];
  const closed = <Part>(parts: readonly Part[], write: (part: Part) => void) => {
    for (const part of parts) {
      const at = row.push(0) - 1;
      write(part);
      row[at] = row.length;
    }
  };
  closed(needs, (way) =>
    closed(way, (runs) =>
      closed(runs, (run) => {
        row.push(...run);
      }),
    ),
  );
  return Int32Array.from(row);
}

/** What a text must have for one of these expressions to match, ready to be asked; null where that cannot be told. */
export function gateOf(sources: readonly string[]): Int32Array | null {
  const needs = neededGrams(sources);
  return needs && inOneRow(needs);
}

/** Whether one of the ways can match in a text of these bits. */
export function canStand(row: Int32Array, bits: Uint8Array): boolean {
  const at = (i: number): number => row[i] as number;
  for (let i = 0; i < row.length;) {
    const wayEnds = at(i);
    let hasAll = true;
    for (i += 1; i < wayEnds && hasAll;) {
      const needEnds = at(i);
      let hasOne = false;
      for (i += 1; i < needEnds && !hasOne;) {
        const runEnds = at(i);
        hasOne = true;
        for (i += 1; i < runEnds && hasOne; i += 1) {
          const bit = at(i);
          hasOne = ((bits[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
        }
        i = runEnds;
      }
      hasAll = hasOne;
      i = needEnds;
    }
    if (hasAll) return true;
    i = wayEnds;
  }
  return false;
}
