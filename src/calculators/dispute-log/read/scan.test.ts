import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanner } from './scan.ts';

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Cells as they lie in the bytes, one letter a byte; doubled marks stay as they are. */
function cellsOf(delimiter: string, bytes: Uint8Array, step: number, offset = 0): string[][] {
  const found: string[][] = [];
  const scanner = createScanner(delimiter, (row) =>
    found.push(
      Array.from({ length: row.count }, (_, i) =>
        latin(row.bytes.subarray(row.starts[i], row.ends[i])),
      ),
    ),
  );
  for (let at = 0; at < bytes.length; at += step) {
    // A piece may begin anywhere in the memory it lies in.
    const memory = new Uint8Array(offset + step).fill(44);
    const piece = bytes.subarray(at, at + step);
    memory.set(piece, offset);
    scanner.push(memory.subarray(offset, offset + piece.length));
  }
  scanner.end();
  return found;
}

/** Bytes that differ from a mark by one, or by their highest bit alone, and signs that end nothing. */
const NEAR = [0, 1, 9, 11, 12, 14, 32, 33, 35, 43, 45, 58, 60, 123, 125].concat(
  [9, 10, 13, 34, 44, 59, 124].map((mark) => mark | 128),
  [127, 128, 129, 254, 255],
);

describe.each([',', ';', '\t', '|'])('records parted by %j', (delimiter) => {
  const letter = fc.constantFrom(...NEAR.map((byte) => String.fromCharCode(byte)), 'a', '7', '7');
  const cell = fc
    .array(letter, { maxLength: 19 })
    .map((letters) => letters.filter((each) => each !== delimiter).join(''));
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  });

  it('end where a mark stands and nowhere else, whatever the bytes around it', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 0, max: 3 }),
        (rows, line, step, offset) => {
          const text = rows.map((cells) => cells.join(delimiter) + line).join('');
          expect(cellsOf(delimiter, bytesOf(text), step, offset)).toEqual(rows);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('hold marks between quotation marks', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 70 }), (rows, step) => {
        const inner = `${delimiter}\r\n\n`;
        const text = rows
          .map((cells) => `${cells.map((each) => `"${each}${inner}"`).join(delimiter)}\r\n`)
          .join('');
        expect(cellsOf(delimiter, bytesOf(text), step)).toEqual(
          rows.map((cells) => cells.map((each) => each + inner)),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('records of every kind in turn', () => {
  const text =
    'plain,one,\r\n"in marks","",b\n"dou""bled",""c"",d\r"words" behind,e,f\n,,\r\nl"one,"g"\n\n"last\r\none"';
  const cells = [
    ['plain', 'one', ''],
    ['in marks', '', 'b'],
    // A mark at its beginning that closes at once is followed by words, and so is none.
    ['dou""bled', '""c""', 'd'],
    ['"words" behind', 'e', 'f'],
    ['', '', ''],
    ['l"one', 'g'],
    [''],
    ['last\r\none'],
  ];
  it('are cut nowhere else, wherever the pieces are cut', () => {
    for (let step = 1; step <= text.length; step += 1)
      for (const offset of [0, 1]) expect(cellsOf(',', bytesOf(text), step, offset)).toEqual(cells);
  });

  it('tell of doubled marks where they are, and of no others', () => {
    const found: number[][] = [];
    const scanner = createScanner(',', ({ count, doubled }) =>
      found.push([...doubled.subarray(0, count)]),
    );
    scanner.push(bytesOf('a,b\n"c""",d\ne,f\n"g","h"""\n"i",j\n'));
    scanner.end();
    expect(found).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
      [0, 1],
      [0, 0],
    ]);
  });

  it('are numbered and never broken by the one before', () => {
    const found: [number, boolean][] = [];
    const scanner = createScanner(',', ({ number, broken }) => found.push([number, broken]));
    scanner.push(bytesOf('a,b\n"c" d,"e\nf,g\nh,i"\nj,k\n'));
    scanner.end();
    expect(found).toEqual([
      [1, false],
      [2, false],
      [3, false],
    ]);
  });
});
