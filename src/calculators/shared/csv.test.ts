import { describe, expect, it } from 'vitest';
import { buildCsv, csvCell } from './csv.ts';

describe('a cell of a table', () => {
  it.each([
    ['a word', 'Anna', '"Anna"'],
    ['what separates cells', 'a,b;c', '"a,b;c"'],
    ['quotes', 'a "b"" c', '"a ""b"""" c"'],
    ['a NUL, wherever it stands', '\0a\0b', '"ab"'],
    ['a NUL before a formula', '\0=1+1', `"'=1+1"`],
    ['an apostrophe', "'a", `"'a"`],
    ['nothing', '', '""'],
    ['nothing that was given', null, '""'],
    ['what is not there', undefined, '""'],
    ['a number', 12.5, '"12.5"'],
    ['nought', 0, '"0"'],
    ['a number below nought', -3, '"-3"'],
    ['a large number', 8123456789012345, '"8123456789012345"'],
    ['a number of a power of ten', 1e21, '"1e+21"'],
  ])('holds %s', (_, value, wanted) => {
    expect(csvCell(value)).toBe(wanted);
  });

  it.each([
    ...['=', '+', '-', '@', '＝', '＋', '－', '＠'].map((sign) => `${sign}1+1`),
    ' =1',
    '   =1',
    '\u3000＝1',
    '\u200b=1',
    '\ufeff \u00ad@a',
    '\ta',
    '\ra',
    '\na',
    '\t',
  ])('that would run gets an apostrophe: %j', (text) => {
    expect(csvCell(text)).toBe(`"'${text}"`);
  });

  it.each(['a=1', '1-2', 'a@b.example', ' a', '\u200ba', 'a\t', 'a\n=1', '1 =1'])(
    'that runs nowhere stays as it is: %j',
    (text) => {
      expect(csvCell(text)).toBe(`"${text}"`);
    },
  );

  it.each(['123456789012', '8123456789012345', '00', '01', '0049', '12E5', '12e5', '1e12'])(
    'of digits that are a name gets a tab behind: %s',
    (text) => {
      expect(csvCell(text)).toBe(`"${text}\t"`);
    },
  );

  it.each([
    '12345678901',
    '0',
    '10',
    '0.5',
    '012a',
    'a012',
    'a123456789012',
    '123456789012a',
    '12E',
    'E5',
    '12E5a',
    'a12E5',
    '12F5',
  ])('of digits that nobody changes stays as it is: %s', (text) => {
    expect(csvCell(text)).toBe(`"${text}"`);
  });
});

describe('a whole table', () => {
  it('begins with a mark of its letters, and each of its lines ends with a break', () => {
    expect(
      buildCsv([
        ['order', 'amount'],
        ['0012', 3],
        [null, undefined],
      ]),
    ).toBe('\ufeff"order","amount"\r\n"0012\t","3"\r\n"",""\r\n');
  });

  it('of one row has one line', () => {
    expect(buildCsv([['a']])).toBe('\ufeff"a"\r\n');
  });
});
