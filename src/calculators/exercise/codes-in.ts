/**
 * Codes in what people paste: alone or with a name, a number or the line of a chat before or behind them,
 * several on a line, broken over lines. A code is told by its own check letters, so nothing else has to be
 * known of what stands around it.
 */
import { BLOCK, calculate as protectOrCheck, isWholeCode } from '../workshop-code/index.ts';
import { isOf } from './schema.ts';

/** Letters that stand together, and what parts them from those before. */
interface Piece {
  letters: string;
  line: number;
  parted: 'by-hyphen' | 'by-space' | 'by-more';
}

const LONGEST_TEXT = 50_000;
/** Longer than any code of answers: 24 exercises of one's own, and all that stands before them. */
const LONGEST_CODE = 240;
/** A code has a plan, a team, three letters of chance and two check letters at least. */
const SHORTEST_CODE = 10;

const meant = (letters: string) => letters.toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let line = 0;
  let last = 0;
  for (const found of text.matchAll(/[0-9a-z]+|\n/giu)) {
    const [letters] = found;
    const from = found.index;
    if (letters === '\n') {
      line += 1;
      last = from + 1;
      continue;
    }
    const between = text.slice(last, from);
    pieces.push({
      letters,
      line,
      parted: /^(?:[\p{Pd}_.·]|[\p{Pd}_·]\s+)$/u.test(between)
        ? 'by-hyphen'
        : /^\s+$/.test(between)
          ? 'by-space'
          : 'by-more',
    });
    last = from + letters.length;
  }
  return pieces;
}

/** The longest code that begins within a piece, with how many pieces it takes; null where there is none. */
function codeFrom(
  pieces: readonly Piece[],
  at: number,
  isCode: (letters: string) => boolean,
): { code: string; count: number } | null {
  const first = pieces[at]?.letters ?? '';
  // A name may be glued to its front; what is longer than a code is one at its end at most.
  for (let cut = Math.max(0, first.length - LONGEST_CODE); cut < first.length; cut += 1) {
    let letters = first.slice(cut);
    if (!isOf('answers', meant(letters))) continue;
    let found: { code: string; count: number } | null = null;
    for (let count = 1; letters.length <= LONGEST_CODE; count += 1) {
      if (letters.length >= SHORTEST_CODE && isWholeCode(letters) && isCode(letters))
        found = { code: letters, count };
      // What does not begin with a whole block is no code, however it goes on.
      if (letters.length >= BLOCK && !isWholeCode(letters.slice(0, BLOCK))) break;
      const next = pieces[at + count];
      if (!next) break;
      letters += next.letters;
    }
    if (found) return found;
  }
  return null;
}

/** How much of a text is wrong as a code: fewer and nearer blocks are better, so a name before it is told apart. */
function harm(letters: string): number {
  const read = protectOrCheck({ check: letters });
  if (read.kind === 'ok') return 0;
  const near = read.issues.filter(({ key }) => key.endsWith('block-near')).length;
  return read.issues.length - near / 2;
}

/** Groups of pieces that hang together by hyphens, in runs that only spaces part. */
function runsOf(pieces: readonly Piece[]): string[][] {
  const runs: string[][] = [];
  for (const { letters, parted } of pieces) {
    const run = runs.at(-1);
    if (!run || parted === 'by-more') runs.push([letters]);
    else if (parted === 'by-space') run.push(letters);
    else run[run.length - 1] += letters;
  }
  return runs;
}

const hasFigure = (letters: string) => /\d/.test(letters);

/**
 * Of the pieces of a line that are no code, those that were meant as one: names and numbers at its ends are
 * left away by which of the ways to read it fits its check letters best. Null where none was meant.
 *
 * @param isAlone whether nothing else stands on the line.
 */
function brokenIn(pieces: readonly Piece[], isAlone: boolean): string | null {
  const runs = runsOf(pieces);
  if (isAlone && runs.length === 1 && runs[0]?.length === 1) {
    const [only = ''] = runs[0];
    return hasFigure(only) ? only : null;
  }
  let best: { letters: string; harm: number } | null = null;
  for (const groups of runs) {
    // A word without a figure is a name where it stands at an end.
    const first = groups.findIndex(hasFigure);
    const last = groups.map(hasFigure).lastIndexOf(true);
    for (let at = Math.max(first, last - LONGEST_CODE); at >= 0 && at <= last; at += 1) {
      const letters = groups.slice(at, last + 1).join('');
      // Days and telephone numbers are no codes: those hold letters as well.
      if (!/[a-z]/i.test(letters)) continue;
      if (letters.length < SHORTEST_CODE || letters.length > LONGEST_CODE) continue;
      const found = { letters, harm: harm(letters) };
      if (best === null || found.harm < best.harm) best = found;
    }
  }
  return best?.letters ?? null;
}

export interface PastedCodes {
  /** Whole codes in their order, as they were written, without what parted their letters. */
  codes: string[];
  /** What was meant as a code and is none. */
  broken: string[];
  /** Lines in which there is no code at all. */
  without: string[];
}

/**
 * Reads whatever was pasted.
 *
 * @param isCode whether letters that are whole are a code of this site: check letters alone are right by
 *   chance once in a thousand.
 */
export function codesIn(raw: string, isCode: (letters: string) => boolean): PastedCodes {
  const text = raw.slice(0, LONGEST_TEXT).normalize('NFKC').replace(/\r\n?/g, '\n');
  const pieces = piecesOf(text);
  const found: PastedCodes = { codes: [], broken: [], without: [] };
  const left = new Map<number, Piece[]>();
  const withCode = new Set<number>();
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at] as Piece;
    const code = codeFrom(pieces, at, isCode);
    if (!code) {
      const beside = left.get(piece.line);
      if (beside) beside.push(piece);
      else left.set(piece.line, [piece]);
      at += 1;
      continue;
    }
    found.codes.push(code.code);
    for (const each of pieces.slice(at, at + code.count)) withCode.add(each.line);
    at += code.count;
  }
  const lines = text.split('\n');
  for (const [line, words] of lines.entries()) {
    const broken = brokenIn(
      left.get(line) ?? [],
      !withCode.has(line) && /^[\s\p{Pd}_.·0-9a-z]+$/iu.test(words),
    );
    if (broken !== null) found.broken.push(broken);
    else if (words.trim() !== '' && !withCode.has(line)) found.without.push(words.trim());
  }
  return found;
}
