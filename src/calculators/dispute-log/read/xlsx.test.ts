import { describe, expect, it } from 'vitest';
import { workbookParts, zip } from '../testing/make.ts';
import { Dictionary, grow, hashOf, Numbers } from './dictionary.ts';
import { Refusal } from './row.ts';
import { sourceOf } from './source.ts';
import { openWorkbook } from './xlsx.ts';

type Parts = Record<string, string | Uint8Array>;
const BOOK = '<workbook><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>';
const LINKS =
  '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';
/** A workbook of one sheet with this in it. */
const parts = (sheet: string, more: Parts = {}): Parts => ({
  'xl/workbook.xml': BOOK,
  'xl/_rels/workbook.xml.rels': LINKS,
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  ...more,
});
async function rowsOf(made: Parts, at = 0) {
  const told: number[] = [];
  const { sheets } = await openWorkbook(sourceOf('b', zip(made)), (bytes) => told.push(bytes));
  const rows: [number, ...string[]][] = [];
  await sheets[at]?.read((cells, row) => rows.push([row, ...cells]));
  return { rows, told, sheets };
}
const names = async (made: Parts) => {
  const { sheets, hidden } = await openWorkbook(sourceOf('b', zip(made)), () => undefined);
  return { sheets: sheets.map(({ name }) => name), hidden, is1904: sheets[0]?.is1904 };
};
const refusal = async (made: Parts) => {
  try {
    await rowsOf(made);
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.id : error;
  }
};

describe('cells of a sheet', () => {
  it('are texts that are shared, their own, figures, results and errors', async () => {
    const { rows } = await rowsOf(
      parts(
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>in &amp; out</t></is></c><c r="C1"><v>12.5</v></c><c r="D1" t="n"><v>7</v></c><c r="E1" t="str"><f>A1&amp;B1</f><v>made</v></c><c r="F1" t="e"><v>#REF!</v></c><c r="G1" t="b"><v>1</v></c><c r="H1" t="s"/><c r="I1"/><c r="J1" t="s"><v></v></c></row>',
        {
          'xl/sharedStrings.xml':
            '<sst><si><t>nought</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch &lt;</t></r><rPh><t>reading</t></rPh><t>!</t></si></sst>',
        },
      ),
    );
    expect(rows).toEqual([[1, 'rich <!', 'in & out', '12.5', '7', 'made', '', '1', '', '', '']]);
  });

  it('that name a text which is not there are a damaged workbook, not a blank', async () => {
    const sheet = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
    const texts = (inner: string) => parts(sheet, { 'xl/sharedStrings.xml': inner });
    expect(await refusal(texts('<sst><si><t>a</t></si><si><t>b</t></si></sst>'))).toBeNull();
    expect(await refusal(texts('<sst><si><t>a</t></si><si><t>b</t>'))).toBe('zip');
    expect(await refusal(texts('<sst/>'))).toBe('zip');
    expect(await refusal(parts(sheet))).toBe('zip');
  });

  it('have their texts wherever the workbook says, in any spelling of a name', async () => {
    const sheet = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    const texts = '<sst><si><t>a</t></si></sst>';
    const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    for (const [name, target] of [
      ['xl/SharedStrings.xml', null],
      ['xl\\sharedStrings.xml', null],
      ['xl/strings/all.xml', 'strings/all.xml'],
      ['xl/strings/all.xml', '/xl/strings/all.xml'],
      ['texts.xml', '../texts.xml'],
      ['xl/texts.xml', './texts.xml'],
    ] as const) {
      const links =
        target === null
          ? LINKS
          : LINKS.replace(
              '</',
              `<Relationship Id="t" Type="${kinds}/sharedStrings" Target="${target}"/></`,
            );
      const { rows } = await rowsOf(
        parts(sheet, { 'xl/_rels/workbook.xml.rels': links, [name]: texts }),
      );
      expect(rows, `${name} ${String(target)}`).toEqual([[1, 'a']]);
    }
  });

  it('keep letters whole where a piece of the file ends, in shared texts and in their own', async () => {
    const word = '货物';
    const own = Array.from(
      { length: 40_000 },
      (_, i) =>
        `<row><c t="inlineStr"><is><t>${'x'.repeat(i % 3)}${word}</t></is></c><c t="s"><v>${String(i)}</v></c></row>`,
    );
    const shared = Array.from(
      { length: 40_000 },
      (_, i) => `<si><t>${'y'.repeat(i % 3)}${word}</t></si>`,
    );
    const { rows } = await rowsOf(
      parts(own.join(''), { 'xl/sharedStrings.xml': `<sst>${shared.join('')}</sst>` }),
    );
    expect(rows.length).toBe(40_000);
    expect(
      rows.findIndex(
        ([, one, other], i) =>
          one !== `${'x'.repeat(i % 3)}${word}` || other !== `${'y'.repeat(i % 3)}${word}`,
      ),
    ).toBe(-1);
  });

  it('are what stands in their texts, and in no other part', async () => {
    const { rows } = await rowsOf(
      parts('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', {
        'xl/sharedStrings.xml':
          '<sst>a</si><si>b<t>one</t>c<phoneticPr/></si>d<si><rPh><t>e</t></rPh><t>two</t></si></sst>',
      }),
    );
    expect(rows).toEqual([[1, 'one', 'two']]);
  });

  it('whose place is no letter stand behind the one before', async () => {
    const { rows } = await rowsOf(parts('<row><c r="A1"><v>1</v></c><c r="z1"><v>2</v></c></row>'));
    expect(rows).toEqual([[1, '1', '2']]);
  });

  it('are found in a workbook under another name', async () => {
    const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const made = (target: string) => ({
      '_rels/.rels': `<Relationships><Relationship Id="a" Type="${kinds}/extended-properties" Target="docProps/app.xml"/><Relationship Id="b" Type="${kinds}/officeDocument" Target="${target}"/></Relationships>`,
      'Book\\workbook2.xml': BOOK,
      'book/_rels/Workbook2.xml.rels': LINKS,
      'book/worksheets/sheet1.xml': '<worksheet><row r="1"><c><v>5</v></c></row></worksheet>',
    });
    expect((await rowsOf(made('book/workbook2.xml'))).rows).toEqual([[1, '5']]);
    expect((await rowsOf(made('/Book/workbook2.xml'))).rows).toEqual([[1, '5']]);
    expect(await refusal(made('book/workbook2.bin'))).toBe('old-xls');
    expect(await refusal(made('book/other.xml'))).toBe('not-a-workbook');
  });

  it('stand in the column they name, or behind the one before', async () => {
    const { rows } = await rowsOf(
      parts(
        '<row r="1"><c r="C1"><v>1</v></c><c><v>2</v></c><c r="AA1"><v>3</v></c><c r="5"><v>4</v></c></row>',
      ),
    );
    const [row] = rows;
    expect(row?.length).toBe(1 + 28);
    expect([row?.[3], row?.[4], row?.[27], row?.[28]]).toEqual(['1', '2', '3', '4']);
    expect(row?.slice(1, 3)).toEqual(['', '']);
  });

  it.each([
    ['Z', 25],
    ['AA', 26],
    ['AZ', 51],
    ['BA', 52],
    ['ZZ', 701],
    ['AAA', 702],
    ['FAN', 4095],
  ])('in column %s are the %i. from nought', async (letters, place) => {
    const { rows } = await rowsOf(parts(`<row r="1"><c r="${letters}1"><v>x</v></c></row>`));
    expect(rows[0]?.indexOf('x')).toBe(1 + place);
  });

  it('beyond the columns of any export are refused', async () => {
    // FAN is the 4096th column.
    expect(await refusal(parts('<row r="1"><c r="FAO1"><v>x</v></c></row>'))).toBe(
      'too-many-columns',
    );
  });

  it('of sixteen figures and more have lost their end, those of fifteen have not', async () => {
    const { rows } = await rowsOf(
      parts(
        '<row r="1"><c><v>812345678901234</v></c><c><v>8123456789012340</v></c><c t="str"><v>8123456789012340</v></c><c><v>-8123456789012340</v></c><c><v>81234567890123400000</v></c></row>',
      ),
    );
    expect(rows[0]).toEqual([
      1,
      '812345678901234',
      '8.12345E+15',
      '8123456789012340',
      '-8123456789012340',
      '8.12345E+19',
    ]);
  });
});

describe('rows of a sheet', () => {
  it('have the number they name, or the one behind the row before', async () => {
    const { rows } = await rowsOf(
      parts(
        '<row><c><v>a</v></c></row><row r="5"><c><v>b</v></c></row><row><c><v>c</v></c></row><row r="2"><c><v>d</v></c></row><row r="8"></row>',
      ),
    );
    expect(rows).toEqual([[1, 'a'], [5, 'b'], [6, 'c'], [7, 'd'], [8]]);
  });

  it('are told with how far the file was read', async () => {
    const { told } = await rowsOf(parts('<row r="1"><c><v>a</v></c></row>'));
    expect(told.length).toBeGreaterThan(0);
    expect(Math.max(...told)).toBeLessThanOrEqual(
      zip(parts('<row r="1"><c><v>a</v></c></row>')).length,
    );
    expect(Math.min(...told)).toBeGreaterThan(0);
  });
});

describe('the sheets of a workbook', () => {
  it('stand in the order of the book, wherever their parts lie', async () => {
    const made: Parts = {
      'xl/workbook.xml':
        '<x:workbook><x:sheets><x:sheet name="B &amp; b" r:id="rId7"/><x:sheet r:id="rId8"/><sheet name="gone" r:id="rId9"/><sheet name="none" r:id="rId10"/><sheet name="third"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Target="/xl/worksheets/b.xml" Id="rId7"/><p:Relationship Id="rId8" Target="./worksheets/a.xml"/><Relationship Id="rId9" Target="worksheets/lost.xml"/><Relationship Id="rId11"/></Relationships>',
      '/xl/worksheets/b.xml': '<worksheet><row><c><v>b</v></c></row></worksheet>',
      'xl/worksheets/a.xml': '<worksheet><row><c><v>a</v></c></row></worksheet>',
      'xl/worksheets/sheet5.xml': '<worksheet><row><c><v>e</v></c></row></worksheet>',
    };
    expect(await names(made)).toMatchObject({ sheets: ['B & b', '2', 'third'], hidden: [] });
    expect((await rowsOf(made, 0)).rows).toEqual([[1, 'b']]);
    expect((await rowsOf(made, 1)).rows).toEqual([[1, 'a']]);
    expect((await rowsOf(made, 2)).rows).toEqual([[1, 'e']]);
  });

  it('that are hidden are named, not read', async () => {
    const made = workbookParts([
      { name: 'seen', rows: [['a']] },
      { name: 'kept', rows: [['b']], hidden: true },
    ]);
    made['xl/workbook.xml'] = (made['xl/workbook.xml'] ?? '').replace(
      'state="hidden"',
      "state='veryHidden'",
    );
    expect(await names(made)).toMatchObject({ sheets: ['seen'], hidden: ['kept'] });
    const all = workbookParts([{ name: 'kept', rows: [['b']], hidden: true }]);
    expect(await refusal(all)).toBe('not-a-workbook');
  });

  it.each([
    ['<workbookPr date1904="1"/>', true],
    ["<workbookPr a='b' date1904 = 'true'/>", true],
    ['<x:workbookPr date1904="1"/>', true],
    ['<workbookPr date1904="0"/>', false],
    ['<workbookPr/>', false],
    ['<other date1904="1"/>', false],
  ])('count days from 1904 where the book says so: %s', async (said, is1904) => {
    const made = parts('', { 'xl/workbook.xml': BOOK.replace('<sheets>', `${said}<sheets>`) });
    expect((await names(made)).is1904).toBe(is1904);
  });

  it('are none without a book, in a binary one, or where all are lost', async () => {
    expect(await refusal({ 'a.txt': 'x' })).toBe('not-a-workbook');
    expect(await refusal({ 'xl/workbook.bin': 'x' })).toBe('old-xls');
    expect(await refusal({ 'xl/workbook.xml': BOOK })).toBe('not-a-workbook');
  });
});

describe('texts by number', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('are the same as a map tells them, through many growths', () => {
    const dictionary = new Dictionary();
    const map = new Map<string, number>();
    for (let i = 0; i < 9000; i += 1) {
      const text = `${'x'.repeat(i % 7)}${String((i * 7919) % 5003)}`;
      if (!map.has(text)) map.set(text, map.size);
      expect(dictionary.codeOfText(text)).toBe(map.get(text));
    }
    expect(dictionary.size).toBe(map.size);
    for (const [text, code] of map) {
      expect(dictionary.text(code)).toBe(text);
      expect(dictionary.codeOfText(text)).toBe(code);
    }
  });

  it('of a row are told apart by every byte, of equal length or not', () => {
    const dictionary = new Dictionary();
    const row = bytes('abcabdabcd,abc');
    expect([
      dictionary.codeOf(row, 0, 3),
      dictionary.codeOf(row, 3, 6),
      dictionary.codeOf(row, 6, 10),
      dictionary.codeOf(row, 11, 14),
      dictionary.codeOf(row, 0, 0),
      dictionary.codeOf(row, 10, 11),
      dictionary.codeOf(row, 5, 5),
    ]).toEqual([0, 1, 2, 0, 3, 4, 3]);
    expect([0, 1, 2, 3, 4].map((code) => dictionary.text(code))).toEqual([
      'abc',
      'abd',
      'abcd',
      '',
      ',',
    ]);
  });

  it('longer than the room for them are kept whole, and shown to two hundred letters', () => {
    const dictionary = new Dictionary();
    const long = 'я'.repeat(5000);
    expect([
      dictionary.codeOfText('a'),
      dictionary.codeOfText(long),
      dictionary.codeOfText(`${long}!`),
      dictionary.codeOfText(long),
    ]).toEqual([0, 1, 2, 1]);
    expect(dictionary.text(1)).toBe('я'.repeat(200));
    expect(dictionary.text(1)).toBe('я'.repeat(200));
    // Eight hundred bytes may be cut in the middle of a letter, but two hundred letters are whole.
    const wide = `a${'语'.repeat(300)}`;
    expect(dictionary.text(dictionary.codeOfText(wide))).toBe(`a${'语'.repeat(199)}`);
  });

  it('of the same hash are not the same', () => {
    // Found by trying: the hash is 32 bits, so that some thousand texts in a small table share places.
    const hashes = new Map<number, string>();
    const dictionary = new Dictionary();
    const codes = new Set<number>();
    for (let i = 0; i < 20_000; i += 1) {
      const text = String(i * 31);
      hashes.set(hashOf(bytes(text), 0, text.length), text);
      codes.add(dictionary.codeOfText(text));
    }
    expect(codes.size).toBe(20_000);
    expect(hashes.size).toBeGreaterThan(19_990);
  });

  it('have a hash of their bytes and their length, wherever they stand', () => {
    const at = (text: string, from: number, to: number) => hashOf(bytes(text), from, to);
    expect(at('12345678', 0, 8)).toBe(at('x12345678y', 1, 9));
    expect(at('abc', 0, 3)).toBe(at('zabc', 1, 4));
    const different = [
      '',
      '0',
      '00',
      'abc',
      'abd',
      'abcd',
      'abce',
      'bbcd',
      'abcde',
      'abcdf',
      'abcdabcd',
      'abcdabce',
      '\0',
      '\0\0',
      '\0\0\0\0',
      '\0\0\0\0\0',
    ];
    expect(new Set(different.map((text) => at(text, 0, text.length))).size).toBe(different.length);
  });
});

describe('whole numbers in a list that grows', () => {
  it('are as they were put in', () => {
    const numbers = new Numbers();
    for (let i = 0; i < 3000; i += 1) numbers.push(i * i);
    numbers.set(7, -1);
    expect([numbers.length, numbers.at(0), numbers.at(7), numbers.at(2999)]).toEqual([
      3000,
      0,
      -1,
      2999 * 2999,
    ]);
    expect([...numbers.list()]).toEqual(
      Array.from({ length: 3000 }, (_, i) => (i === 7 ? -1 : i * i)),
    );
    expect([...grow(Int32Array.of(1, 2))]).toEqual([1, 2, 0, 0]);
  });
});

it('a workbook says with any prefix and blanks what is hidden and when its days begin', async () => {
  const book = (more: string, state: string) =>
    parts('<row><c><v>1</v></c></row>', {
      'xl/workbook.xml': `<ss:workbook>${more}<ss:sheets><ss:sheet name="One" r:id="rId1"/><ss:sheet name="Two" ${state} r:id="rId1"/></ss:sheets></ss:workbook>`,
      'xl/_rels/workbook.xml.rels': LINKS.replaceAll('<', '<rel:').replaceAll('<rel:/', '</rel:'),
    });
  expect(await names(book('<ss:workbookPr date1904 = "1"/>', 'state = "hidden"'))).toEqual({
    sheets: ['One'],
    hidden: ['Two'],
    is1904: true,
  });
  expect(await names(book('<ss:workbookPr date1904="0"/>', 'state="veryHidden"'))).toEqual({
    sheets: ['One'],
    hidden: ['Two'],
    is1904: false,
  });
  expect((await names(book('', 'state="visible"'))).sheets).toEqual(['One', 'Two']);
});
