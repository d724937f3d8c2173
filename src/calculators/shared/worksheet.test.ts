import { describe, expect, it } from 'vitest';
import { buildCsv } from './csv.ts';
import {
  changedCells,
  joinSheets,
  readSheet,
  rowsFor,
  sheetMarkdown,
  sheetRows,
  type SheetLayout,
} from './worksheet.ts';

const layout: SheetLayout = {
  title: 'Sheet',
  tables: [
    {
      id: 'strengths',
      title: 'Strengths',
      head: 'Ask yourself',
      columns: [
        { id: 'answer', text: 'Answer' },
        { id: 'use', text: 'Use' },
      ],
      rows: [
        { id: 'praise', text: 'What is praised?' },
        { id: 'faster', text: 'What is faster?' },
      ],
    },
    {
      id: 'authority',
      title: 'Who decides',
      head: '',
      columns: [
        { id: 'up-to', text: 'Up to' },
        { id: 'who', text: 'Who' },
      ],
      rows: [],
    },
  ],
};
const values = {
  'strengths.praise.answer': 'fast | safe\npacked',
  'authority.1.up-to': '20 EUR',
  'authority.1.who': 'Li',
  'authority.6.who': '=cmd',
};

describe('a sheet that was filled in', () => {
  it('keeps a name that runs from right to left in its own cell', () => {
    const written = sheetMarkdown(layout, { 'authority.1.up-to': 'مريم', 'authority.1.who': '👩‍👧' });
    expect(written).toContain('| \u2068مريم\u2069 | 👩‍👧 |');
  });

  it('is written as Markdown, with nothing that breaks a table', () => {
    expect(sheetMarkdown(layout, values)).toBe(
      [
        '# Sheet',
        '',
        '## Strengths',
        '',
        '| Ask yourself | Answer | Use |',
        '| --- | --- | --- |',
        '| What is praised? | fast \\| safe<br>packed |  |',
        '| What is faster? |  |  |',
        '',
        '## Who decides',
        '',
        '| Up to | Who |',
        '| --- | --- |',
        '| 20 EUR | Li |',
        '|  | =cmd |',
        '',
      ].join('\n'),
    );
  });

  it('has a line to write on where a list is empty', () => {
    expect(sheetMarkdown(layout, {})).toContain('| Up to | Who |\n| --- | --- |\n|  |  |\n');
  });

  it('is written as rows, which no spreadsheet runs', () => {
    expect(sheetRows(layout, values)).toEqual([
      ['Strengths', 'Ask yourself', 'Answer', 'Use'],
      ['Strengths', 'What is praised?', 'fast | safe\npacked', ''],
      ['Strengths', 'What is faster?', '', ''],
      ['Who decides', 'Up to', 'Who'],
      ['Who decides', '20 EUR', 'Li'],
      ['Who decides', '', '=cmd'],
    ]);
    expect(buildCsv(sheetRows(layout, values))).toContain(`"'=cmd"`);
  });

  it('shows as many rows of a list as are filled', () => {
    expect(rowsFor('authority', {})).toBe(4);
    expect(rowsFor('authority', values)).toBe(6);
    expect(rowsFor('authority', { 'authority.99.who': 'x' })).toBe(60);
  });
});

describe('a stored sheet', () => {
  it.each([null, 1, 'x', [], undefined])('is none: %j', (hostile) => {
    expect(readSheet(hostile)).toBeNull();
  });

  it('keeps the cells that are cells', () => {
    expect(
      readSheet({
        ...values,
        'a.b': 'x',
        __proto__x: 'x',
        'a.0.b': 'x',
        'a.b.c': 5,
        'a.b.d': '  ',
        'a.b.e': 'y'.repeat(3000),
      }),
    ).toEqual({ ...values, 'a.b.e': 'y'.repeat(2000) });
  });
});

describe('a sheet two tabs write', () => {
  const before = { 'a.1.x': 'old', 'a.1.y': 'stays' };

  it('names what was changed, emptied and added, and nothing else', () => {
    expect(changedCells(before, { 'a.1.x': 'new', 'a.1.z': 'more' })).toEqual([
      'a.1.x',
      'a.1.y',
      'a.1.z',
    ]);
    expect(changedCells(before, { ...before })).toEqual([]);
    expect(changedCells({}, { 'a.1.x': '' })).toEqual([]);
  });

  it('holds what either changed, and of one cell what was written last', () => {
    const there = { 'a.1.x': 'theirs', 'a.1.y': 'stays', 'a.2.x': 'theirs as well' };
    expect(joinSheets(there, before, { 'a.1.x': 'old', 'a.1.z': 'ours' })).toEqual({
      'a.1.x': 'theirs',
      'a.2.x': 'theirs as well',
      'a.1.z': 'ours',
    });
    expect(joinSheets(there, before, { 'a.1.x': 'ours', 'a.1.y': 'stays' })).toEqual({
      ...there,
      'a.1.x': 'ours',
    });
    expect(joinSheets({}, {}, before)).toEqual(before);
  });
});
