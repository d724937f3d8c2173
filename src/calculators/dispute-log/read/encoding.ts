/** Which alphabet the bytes of a file are in, and how its columns are kept apart. */
import { DELIMITERS, type Delimiter, type Encoding } from '../names.ts';
import { createScanner } from './scan.ts';
import { cellText } from './row.ts';
import { normalHeader } from './known.ts';

/** How much of a file is looked at before it is read. */
export const SAMPLE = 1 << 18;

/** Strict UTF-8, but for a letter that the end of the sample cut through. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let cut = 0; cut < 4; cut += 1) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
      return true;
    } catch {
      if (bytes.length < SAMPLE) return false;
    }
  }
  return false;
}

/** Letters beyond ASCII, all of them in strict UTF-8: text in another alphabet never looks like it. */
export const hasUtf8Letters = (sample: Uint8Array): boolean =>
  sample.some((byte) => byte > 127) && isUtf8(sample);

/** The mark at the beginning, where there is one, and how long it is. */
function markOf(b: Uint8Array): { encoding: Encoding; length: number } | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (b[0] === 0xff && b[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (b[0] === 0xfe && b[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Without a mark, text in two bytes a letter shows by noughts, or spaces and line breaks, on one side. */
function wideOf(b: Uint8Array): Encoding | null {
  const noughts = [0, 0];
  const breaks = [0, 0];
  const length = Math.min(b.length, 4096) & ~1;
  for (let i = 0; i < length; i += 1) {
    const side = i & 1;
    if (b[i] === 0) noughts[side] = (noughts[side] as number) + 1;
    if ((b[i] === 10 || b[i] === 9) && b[i ^ 1] === 0) breaks[side] = (breaks[side] as number) + 1;
  }
  const [even, odd] = noughts as [number, number];
  const few = length / 50;
  if (odd > few && even * 10 < odd && (breaks[0] as number) > 0) return 'utf-16le';
  if (even > few && odd * 10 < even && (breaks[1] as number) > 0) return 'utf-16be';
  return null;
}

/** The share that fits of the letters of two bytes, the first of which is above ASCII. */
function shareOfPairs(b: Uint8Array, fits: (lead: number, trail: number) => boolean): number {
  let pairs = 0;
  let fitting = 0;
  for (let i = 0; i < b.length; i += 1) {
    const lead = b[i] as number;
    if (lead < 0x81) continue;
    i += 1;
    pairs += 1;
    if (fits(lead, b[i] ?? 0)) fitting += 1;
  }
  return pairs === 0 ? 0 : fitting / pairs;
}

/** How well the bytes fit the two-byte alphabet of everyday Chinese: share of pairs from its first level. */
const looksChinese = (b: Uint8Array): number =>
  shareOfPairs(b, (lead, trail) => lead >= 0xa1 && lead <= 0xd7 && trail >= 0xa1);

/**
 * Letters of one byte beyond ASCII: in Russian small ones make most of a text, and stand side by side; in
 * the alphabets of the West each is a letter with an accent, among others without one.
 */
function looksOfOneByte(b: Uint8Array): { russian: number; western: number } {
  let high = 0;
  let small = 0;
  let alone = 0;
  for (let i = 0; i < b.length; i += 1) {
    const byte = b[i] as number;
    if (byte < 0x80) continue;
    high += 1;
    const isBeside = (b[i - 1] ?? 0) >= 0x80 || (b[i + 1] ?? 0) >= 0x80;
    if (isBeside && (byte >= 0xe0 || byte === 0xb8)) small += 1;
    if (!isBeside && byte >= 0xc0) alone += 1;
  }
  return high === 0 ? { russian: 0, western: 0 } : { russian: small / high, western: alone / high };
}

/** How well they fit Japanese: every other letter is of the syllables, which begin with one of two bytes. */
const looksJapanese = (b: Uint8Array): number =>
  Math.min(1, 2 * shareOfPairs(b, (lead) => lead === 0x82 || lead === 0x83));

/** What is no UTF-8 may be in one of these; where two fit alike, the one that more files are in. */
const TRIED: readonly Encoding[] = [
  'windows-1252',
  'gb18030',
  'windows-1251',
  'shift_jis',
  'euc-kr',
  'big5',
  'windows-874',
  'windows-1250',
  'windows-1254',
  'ibm866',
];

/**
 * @param words header words of every export that is known, normalised.
 * @returns the encoding, and how many bytes of a mark stand before the text.
 */
export function detectEncoding(
  sample: Uint8Array,
  words: ReadonlySet<string>,
): { encoding: Encoding; skip: number } {
  const mark = markOf(sample);
  if (mark) return { encoding: mark.encoding, skip: mark.length };
  const wide = wideOf(sample);
  if (wide) return { encoding: wide, skip: 0 };
  if (isUtf8(sample)) return { encoding: 'utf-8', skip: 0 };
  const head = sample.subarray(0, 1 << 14);
  const known = (encoding: Encoding) => {
    const text = new TextDecoder(encoding).decode(head);
    return text
      .split(/[\r\n]+/)
      .slice(0, 30)
      .flatMap((line) => line.split(/[,;\t|]/))
      .filter((cell) => words.has(normalHeader(cell.replaceAll('"', '')))).length;
  };
  const { russian, western } = looksOfOneByte(sample);
  const looks: Partial<Record<Encoding, number>> = {
    'windows-1252': western,
    gb18030: looksChinese(sample),
    'windows-1251': russian,
    shift_jis: looksJapanese(sample),
  };
  const tried = TRIED.map((encoding) => ({
    encoding,
    // A word that is known says more than any look of the bytes.
    score: known(encoding) + (looks[encoding] ?? 0) / 2,
  })).sort((a, b) => b.score - a.score);
  const best = tried[0] as (typeof tried)[number];
  return { encoding: best.score > 0.3 ? best.encoding : 'windows-1252', skip: 0 };
}

/** Is this text at all? Noughts and other signs no text holds tell a file of another kind. */
export function isBinary(sample: Uint8Array): boolean {
  let odd = 0;
  const length = Math.min(sample.length, 1 << 14);
  for (let i = 0; i < length; i += 1) {
    const byte = sample[i] as number;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 26)) odd += 1;
  }
  return odd > length / 20;
}

/** The sign that splits the first records into the most columns, most evenly. */
export function detectDelimiter(
  sample: Uint8Array,
  encoding: Encoding,
  words: ReadonlySet<string>,
): Delimiter {
  const decoder = new TextDecoder(encoding);
  const DONE = Symbol('enough');
  const scores = DELIMITERS.map((delimiter) => {
    const widths: number[] = [];
    let known = 0;
    const scanner = createScanner(delimiter, (row) => {
      if (widths.length === 40) throw DONE;
      widths.push(row.count);
      if (widths.length <= 30 && row.count > 1)
        for (let i = 0; i < row.count; i += 1)
          if (words.has(normalHeader(cellText(row, i, decoder)))) known += 1;
    });
    try {
      scanner.push(sample);
      scanner.end();
    } catch {
      // Enough was seen, or this sign makes no table of it.
    }
    const sorted = [...widths].sort((a, b) => a - b);
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 1;
    const even = widths.filter((width) => width === usual).length / Math.max(1, widths.length);
    return { delimiter, score: usual < 2 ? (known > 1 ? known : 0) : known * 10 + usual * even };
  });
  scores.sort((a, b) => b.score - a.score);
  const best = scores[0] as (typeof scores)[number];
  return best.score > 0 ? best.delimiter : ',';
}
