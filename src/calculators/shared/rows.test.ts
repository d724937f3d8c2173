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
    ['a tab behind a quote that opens no cell', 'a "b\tc",d', ['a "b', 'c",d']],
    ['commas, with a tab in quotes behind a space', 'a, "b\tc"', ['a', 'b\tc']],
    ['a comma before a semicolon that is a decimal sign', '1,5;b', ['1,5', 'b']],
    ['a comma between figures, where nothing else comes', '1,5', ['1', '5']],
    ['commas, the first of them between figures', '1,5,b;c', ['1', '5', 'b;c']],
    ['commas with a figure on one side only', 'a1,b;2', ['a1', 'b;2']],
    ['commas with a figure on the other side only', 'a,1;b', ['a', '1;b']],
    ['a closed quote with spaces behind', '"a,b"  ,c', ['a,b', 'c']],
    ['a closed quote with more behind', '"a"b,c', ['"a"b', 'c']],
    ['nothing in quotes', '"",b', ['', 'b']],
    ['a doubled quote at the end', '"a""",b', ['a"', 'b']],
    ['a quote that closes the text', 'a,"b,c"', ['a', 'b,c']],
    ['a semicolon in quotes', '"a;b;c",d', ['a;b;c', 'd']],
    ['spaces around', '  a , b  ', ['a', 'b']],
    ['a mark of letters at the beginning only', '\ufeffa,b\ufeffc', ['a', 'b\ufeffc']],
    ['one Chinese comma', 'a，b', ['a', 'b']],
    ['two Chinese semicolons', 'a；b；c', ['a', 'b', 'c']],
    ['one Chinese semicolon, which parts nothing', 'a；b', ['a；b']],
    ['two upright bars', 'a | b|c', ['a', 'b', 'c']],
    ['one upright bar, which parts nothing', 'a|b', ['a|b']],
    ['two enumeration commas', 'a、b、c', ['a', 'b', 'c']],
    ['one enumeration comma, which parts nothing', 'a、b', ['a、b']],
    ['the sign of these that comes first', 'a；b；c，d', ['a', 'b', 'c，d']],
    ['the Chinese comma where it comes first', 'a，b；c；d', ['a', 'b；c；d']],
    ['no Chinese comma in quotes', ' "a，b"', ['a，b']],
  ])('are split by %s', (_, text, wanted) => {
    expect(cells(text)).toEqual([wanted]);
  });

  it('are split by what most of them are split by first', () => {
    expect(cells('a;b,c\nd,e\nf;g')).toEqual([['a', 'b,c'], ['d,e'], ['f', 'g']]);
    expect(cells('a;b\nc,d;e')).toEqual([['a;b'], ['c', 'd;e']]);
    // A row counts once, however many stand in it, and one with nothing of them does not count.
    expect(cells('a;b;c;d\ne,f\ng\nh,i')).toEqual([['a;b;c;d'], ['e', 'f'], ['g'], ['h', 'i']]);
    // Commas between figures alone are what separates, and a semicolon decides in its own row only.
    expect(cells('1,5\n2,6\na;b')).toEqual([['1', '5'], ['2', '6'], ['a;b']]);
    expect(cells('1,5;a\n2,6;b\n3,7')).toEqual([['1,5', 'a'], ['2,6', 'b'], ['3,7']]);
    expect(cells('a;b\n"c\n,d";e')).toEqual([
      ['a', 'b'],
      ['c\n,d', 'e'],
    ]);
  });

  it('are looked at for what separates them twenty deep', () => {
    const rows = (many: number, row: string) => Array.from({ length: many }, () => row);
    const first = (...text: string[][]) => cells(text.flat().join('\n'))[0];
    expect(first(rows(10, 'a;b'), rows(9, 'c,d'), ['e,f'])).toEqual(['a;b']);
    expect(first(rows(11, 'a;b'), rows(9, 'c,d'), rows(5, 'e,f'))).toEqual(['a', 'b']);
    expect(first(rows(10, 'a;b'), rows(10, 'c,d'), ['e;f'])).toEqual(['a;b']);
    expect(first(rows(20, 'a;b'), ['c\td'])).toEqual(['a', 'b']);
    expect(first(rows(19, 'a;b'), ['c\td'])).toEqual(['a;b']);
  });

  it('that hold nothing, or only part others, are left out', () => {
    expect(splitRows('')).toEqual([]);
    expect(cells(' \n,,\n , \n""\n')).toEqual([]);
    expect(cells('a,b\n-----\nc,d\n═══\ne,--')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', '--'],
    ]);
  });

  it('that never close a quote end with their line', () => {
    expect(cells('"a\nb,c')).toEqual([['"a'], ['b', 'c']]);
    expect(cells('"a" x\n"b",c')).toEqual([['"a" x'], ['b', 'c']]);
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
    const [, second] = splitRows('a;b;c\nd; "e ";f ;');
    expect(second?.rest(0)).toBe('d; "e ";f ;');
    expect(second?.rest(1)).toBe('"e ";f ;');
    expect(second?.rest(3)).toBe('');
    const [quoted] = splitRows('a, "b ""c"""');
    expect(quoted?.rest(0)).toBe('a, "b ""c"""');
    expect(quoted?.rest(1)).toBe('b "c"');
    const [, bars] = splitRows('x\n a| b |c ');
    expect(bars?.line).toBe(2);
    expect(bars?.rest(1)).toBe('b |c');
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

describe('rows of a drawn table', () => {
  const drawn = (text: string) => splitRows(text).map(({ line, cells }) => [line, ...cells]);

  it.each([
    ['of a page in Markdown', '| a | b |\n|---|:--:|\n| c | d |\n', [1, 'a', 'b'], [3, 'c', 'd']],
    [
      'with a mark of letters before',
      '\ufeff|a|b|\r\n|--|--|\r\n|c|d|',
      [1, 'a', 'b'],
      [3, 'c', 'd'],
    ],
    ['of a terminal', '+----+----+\n| a | b |\n+====+--+\n| c | d |', [2, 'a', 'b'], [4, 'c', 'd']],
    ['of thin lines', '┌──┬──┐\n│ a │ b │\n├──┼──┤\n│ c │ d │', [2, 'a', 'b'], [4, 'c', 'd']],
    ['of thick lines', '┃ a ┃ b ┃\n━━━━┃━━━━\n┃ c ┃ d ┃', [1, 'a', 'b'], [3, 'c', 'd']],
    ['without bars at the sides', 'a | b\n--|--\nc | d', [1, 'a', 'b'], [3, 'c', 'd']],
    ['without a rule', '| a | b |\n| c,e | d;f |', [1, 'a', 'b'], [2, 'c,e', 'd;f']],
    ['with spaces outside', '  | a | b |  \n| c | d | ', [1, 'a', 'b'], [2, 'c', 'd']],
    ['with a bar in a cell', '| a | b |\n| c \\| d | e\\| |', [1, 'a', 'b'], [2, 'c | d', 'e|']],
    ['with empty cells', '| a |  |\n|  | |\n|  | d |', [1, 'a', ''], [3, '', 'd']],
    ['with empty lines', '\n| a | b |\n\n| c | d |', [2, 'a', 'b'], [4, 'c', 'd']],
    ['with a dash in each cell', '| a | b |\n| - | - |', [1, 'a', 'b'], [2, '-', '-']],
  ])('%s', (_, text, ...wanted) => {
    expect(drawn(text)).toEqual(wanted);
  });

  it('are none where a line of the first is no part of one', () => {
    expect(drawn('| a | b |\nc,d')).toEqual([
      [1, '', 'a', 'b', ''],
      [2, 'c', 'd'],
    ]);
    expect(drawn('a,b\n--|--\nc,d')).toEqual([
      [1, 'a', 'b'],
      [3, 'c', 'd'],
    ]);
    expect(drawn('a | b\nc | d')).toEqual([
      [1, 'a | b'],
      [2, 'c | d'],
    ]);
    expect(drawn('|---|---|')).toEqual([]);
    const last = (bars: number) => drawn(`${'| a | b |\n'.repeat(bars)}c,d`).at(-1);
    expect(last(20)).toEqual([21, 'c,d']);
    expect(last(19)).toEqual([20, 'c', 'd']);
  });

  it('give back the rest of a row between bars', () => {
    const [row] = splitRows('| a | b,c | d |\n|---|---|---|');
    expect(row?.rest(0)).toBe('a | b,c | d');
    expect(row?.rest(2)).toBe('d');
    expect(row?.rest(3)).toBe('');
  });
});
