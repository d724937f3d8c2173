import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCsv } from './csv.ts';
import { splitRows } from './rows.ts';

const cells = (text: string) => splitRows(text).map((row) => row.cells);

describe('rows of pasted text', () => {
  it.each([
    ['tabs', 'a\tb\tc', ['a', 'b', 'c']],
    ['commas', 'a,b,c', ['a', 'b', 'c']],
    ['semicolons', 'a;b;c', ['a', 'b', 'c']],
    ['Chinese commas, where nothing else splits', 'a，b，c', ['a', 'b', 'c']],
    ['commas, and the Chinese one stays', 'a,b，c', ['a', 'b，c']],
    ['a tab beats commas and semicolons', 'a,1;2\tb', ['a,1;2', 'b']],
    ['a tab inside quotes is none', '"a\t",b', ['a', 'b']],
    ['semicolons, with a decimal comma', 'a;1,5;b', ['a', '1,5', 'b']],
    ['commas, with semicolons in a note', 'a,b,c; d; e', ['a', 'b', 'c; d; e']],
    ['quotes with everything', '"a;b,c""d""",e', ['a;b,c"d"', 'e']],
    ['a quote that never closes', '"a,b', ['"a', 'b']],
    ['a quote inside a cell', 'a 5" b,c', ['a 5" b', 'c']],
  ])('are split by %s', (_, text, wanted) => {
    expect(cells(text)).toEqual([wanted]);
  });

  it('keep the line each began on, over quoted line breaks and empty lines', () => {
    const rows = splitRows('\ufeffa,b\r\n\r\n"c\nc",d\re,f\n');
    expect(rows.map(({ line, cells: [first] }) => [line, first])).toEqual([
      [1, 'a'],
      [3, 'c\nc'],
      [5, 'e'],
    ]);
  });

  it('give back the rest of a row as it stands', () => {
    const [row] = splitRows('a,b, c , "d, e",f');
    expect(row?.rest(2)).toBe('c , "d, e",f');
    expect(row?.rest(4)).toBe('f');
    expect(row?.rest(9)).toBe('');
    const [chinese] = splitRows('a，b，c，d');
    expect(chinese?.rest(2)).toBe('c，d');
  });

  it('read back what a table was written with', () => {
    // A cell comes back trimmed, with the apostrophe it got where it would have run.
    const cell = fc
      .string({ unit: fc.constantFrom('a', '1', '0', '"', ',', ';', '，', '\t', '\n', ' ', '订') })
      .map((text) => `x${text}x`);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          expect(cells(buildCsv(rows))).toEqual(rows);
        },
      ),
    );
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const row of splitRows(text)) {
          expect(row.line).toBeGreaterThan(0);
          expect(row.cells.some((one) => one !== '')).toBe(true);
        }
      }),
    );
  });
});
