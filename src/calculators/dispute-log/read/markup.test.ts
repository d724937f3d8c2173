import { describe, expect, it } from 'vitest';
import { attribute, createMarkup, createTableMarkup, unescapeText } from './markup.ts';

/** What is told of a text that comes in pieces of so many letters. */
function toldOf(text: string, piece: number): string[] {
  const told: string[] = [];
  let words = '';
  const flush = () => {
    if (words !== '') told.push(words);
    words = '';
  };
  const markup = createMarkup(
    (name, closes) => {
      flush();
      told.push(`${closes ? '/' : ''}${name}`);
    },
    (more) => {
      words += more;
    },
  );
  for (let at = 0; at < text.length; at += piece) markup.push(text.slice(at, at + piece));
  markup.end();
  flush();
  return told;
}

const rowsOf = (html: string) => {
  const rows: string[][] = [];
  const markup = createTableMarkup((cells) => rows.push(cells));
  markup.push(html);
  markup.end();
  return rows;
};

describe('entities', () => {
  it.each([
    ['a &amp; b &lt;c&gt; &quot;&apos;', `a & b <c> "'`],
    ['&yen;&euro;&pound;', '¥€£'],
    ['&copy;&reg;&ndash;&mdash;&hellip;', '©®–—…'],
    ['&#65;&#x42;&#X43;', 'ABC'],
    ['&#128512;', '😀'],
    ['&#x10ffff;', '\u{10ffff}'],
    ['&#0;&#x110000;&#xd800;&#xdfff;', '\ufffd\ufffd\ufffd\ufffd'],
    ['&#xd7ff;&#xe000;', '\ud7ff\ue000'],
    ['&unknown; &amp', '&unknown; &amp'],
    ['&AMP;', '&'],
    ['plain', 'plain'],
  ])('%s', (text, read) => {
    expect(unescapeText(text)).toBe(read);
  });
});

it('keep a blank that does not break a blank', () => {
  expect(unescapeText('a&nbsp;b')).toMatch(/^a\sb$/);
});

describe('an attribute', () => {
  it.each([
    ['td colspan="3"', 'colspan', '3'],
    ["td colspan = '3'", 'colspan', '3'],
    ['td colspan=3 x', 'colspan', '3'],
    ['Cell ss:Index="4"', 'index', '4'],
    ['td data-x="&amp;"', 'data-x', '&'],
    ['td mycolspan="3"', 'colspan', null],
    ['td title=""', 'title', ''],
    ['td', 'colspan', null],
  ])('%s, %s', (tag, name, value) => {
    expect(attribute(tag, name)).toBe(value);
  });
});

describe('tags and text', () => {
  it.each([
    ['<p>a</p>', ['p', 'a', '/p']],
    ['<ss:Row/>x', ['row', '/row', 'x']],
    ['a<!-- <p> > -->b', ['ab']],
    ['a<!-- never closed <p>', ['a']],
    ['<style>p > q { }</style>a', ['style', 'a']],
    ['<SCRIPT>if (a < b) "<p>"</SCRIPT>a', ['script', 'a']],
    ['<![CDATA[a & <b>]]>c', ['a &amp; <b>c']],
    ['<![CDATA[a', ['a']],
    ['1 < 2', ['1 < 2']],
    ['< p >a', ['p', 'a']],
    ['<>a<1>', ['a', '1']],
    ['<p', ['<p']],
    ['', []],
  ] as const)('%s', (text, told) => {
    for (const piece of [1, 2, 3, 1000])
      expect([piece, toldOf(text, piece)]).toEqual([piece, told]);
  });

  it('take no tag for one that is longer than any', () => {
    expect(toldOf(`<${'a'.repeat(70_000)}>`, 1 << 20)[0]).toMatch(/^<a/);
    expect(toldOf(`<a ${'b'.repeat(60_000)}>c`, 1 << 20)).toEqual(['a', 'c']);
  });
});

describe('rows of tables', () => {
  it.each([
    ['<table><tr><td>a<td>b<tr><td>c</table>', [['a', 'b'], ['c']]],
    ['<tr><th colspan="3">a</th><td>b</td></tr>', [['a', '', '', 'b']]],
    [
      '<tr><td colspan="1">a</td><td colspan="0">b</td><td colspan="x">c</td></tr>',
      [['a', 'b', 'c']],
    ],
    ['<tr><td colspan="1000">a</td><td>b</td></tr>', [['a', 'b']]],
    ['<Row><Cell>a</Cell><Cell ss:Index="4">b</Cell></Row>', [['a', '', '', 'b']]],
    ['<Row><Cell ss:Index="1">a</Cell><Cell ss:Index="2">b</Cell></Row>', [['a', 'b']]],
    ['<tr><td>  a \n b<br>c&amp;d </td></tr>', [['a b c&d']]],
    ['<tr></tr><tr><td></td></tr>', [['']]],
    ['out<tr>side<td>a</td>side</tr>out', [['a']]],
    ['<td>a</td><td>b</td>', [['a', 'b']]],
    ['<table><tr><td>a</table><table><tr><td>b', [['a'], ['b']]],
    // A cell that reaches down stands in each row it belongs to, wherever it is.
    [
      '<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>',
      [
        ['a', 'b'],
        ['a', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      '<table><tr><td>a<td rowspan="3">b<td>c<tr><td>d<td>e<tr><td>f<tr><td>g<td>h</table>',
      [
        ['a', 'b', 'c'],
        ['d', 'b', 'e'],
        ['f', 'b'],
        ['g', 'h'],
      ],
    ],
    [
      '<table><tr><td>a<td rowspan=2>b<td rowspan=2>c<tr><td>d</table>',
      [
        ['a', 'b', 'c'],
        ['d', 'b', 'c'],
      ],
    ],
    [
      '<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>',
      [
        ['a', '', 'b'],
        ['a', '', 'c'],
      ],
    ],
    // Not beyond its table, and not where it says nothing sensible.
    ['<table><tr><td rowspan=9>a</table><table><tr><td>b</table>', [['a'], ['b']]],
    [
      '<tr><td rowspan=0>a<tr><td rowspan=1000>b<tr><td rowspan=x>c<tr><td>d',
      [['a'], ['b'], ['c'], ['d']],
    ],
    // In Excel's XML, which counts the places beyond the cell, with a place for what follows or without.
    ['<Row><Cell ss:MergeAcross="2">a</Cell><Cell>b</Cell></Row>', [['a', '', '', 'b']]],
    [
      '<Row><Cell ss:MergeDown="1">a</Cell><Cell>b</Cell></Row><Row><Cell ss:Index="2">c</Cell></Row><Row><Cell>d</Cell></Row>',
      [['a', 'b'], ['a', 'c'], ['d']],
    ],
    [
      '<Row><Cell>a</Cell><Cell ss:MergeDown="1">b</Cell></Row><Row><Cell ss:Index="4">c</Cell></Row>',
      [
        ['a', 'b'],
        ['', 'b', '', 'c'],
      ],
    ],
  ] as const)('%s', (html, rows) => {
    expect(rowsOf(html)).toEqual(rows);
  });

  it('end with their file, wherever it is cut', () => {
    expect(rowsOf('<tr><td>a<td>1 < 2')).toEqual([['a', '1 < 2']]);
    expect(rowsOf('<tr><td>a<td>b<t')).toEqual([['a', 'b<t']]);
  });

  it('reach no further than any table', () => {
    const [row = []] = rowsOf('<Row><Cell>a</Cell><Cell ss:Index="5000">b</Cell></Row>');
    expect([row.length, row[0], row[1000]]).toEqual([1001, 'a', 'b']);
    const [one = []] = rowsOf('<tr><td colspan="999">a</td><td>b</td></tr>');
    expect([one.length, one[999]]).toEqual([1000, 'b']);
  });
});
