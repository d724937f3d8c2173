import { describe, expect, it } from 'vitest';
import {
  cutOff,
  fold,
  gapsIn,
  hasGap,
  languageIn,
  mayHold,
  patterns,
  repaired,
  rewritten,
  search,
  spanOf,
  together,
  wordsOf,
} from './text.ts';

describe('a gap only the seller can fill', () => {
  it.each([
    ['an [[oak]] lamp', [[3, 10]]],
    [
      '[[a]] [[b c]]',
      [
        [0, 5],
        [6, 13],
      ],
    ],
    ['[[]] lamp', []],
    ['[[a\nb]]', []],
    ['[[a]b]]', []],
    ['[oak]', []],
    [`[[${'x'.repeat(200)}]]`, [[0, 204]]],
    [`[[${'x'.repeat(201)}]]`, []],
  ])('%j has it at %j', (text, places) => {
    expect(gapsIn(text)).toEqual(places.map(([start, end]) => ({ start, end })));
    expect(hasGap(text)).toBe(places.length > 0);
  });

  it('says nothing yet, and keeps its place', () => {
    expect(fold('A[[oak]]B').folded).toBe('a       b');
    expect(wordsOf(fold('[[oak]] lamp'))).toEqual([
      { word: 'lamp', stem: 'lamp', start: 8, end: 12 },
    ]);
  });
});

it.each([
  ['La\u200bmp', 'lamp', 1, 3, 1, 4],
  ['😀😀', '😀😀', 2, 4, 2, 4],
  ['ﬁr', 'fir', 0, 1, 0, 1],
  ['ﬁr', 'fir', 2, 3, 1, 2],
  ['ﬁr', 'fir', 3, 3, 2, 2],
])(
  '%j is searched as %j, and %i to %i of it stands at %i to %i',
  (raw, folded, from, to, start, end) => {
    const text = fold(raw);
    expect(text.folded).toBe(folded);
    expect(spanOf(text, from, to)).toEqual({ start, end });
  },
);

describe('a search', () => {
  it('finds what stands in a text, and is not made where nothing can', () => {
    const one = search(['lamp', 'shelf']);
    expect(one.in(fold('oak'))).toBeNull();
    expect(one.mayStandIn(fold('oak'))).toBe(false);
    expect(one.mayStandIn(fold('an oak shelf'))).toBe(true);
    expect('an oak shelf'.match(one.in(fold('an oak shelf')) ?? /x/)).toEqual(['shelf']);
    expect('lamp, shelf'.match(one.in(fold('lamp, shelf')) ?? /x/)).toEqual(['lamp', 'shelf']);
    // The same kind of text is searched with what was made for the first.
    expect(one.in(fold('a lamp'))).toBe(one.in(fold('the lamp')));
    expect(one.in(fold('a lamp'))).not.toBe(one.in(fold('à lamp')));
    expect('à lamp'.match(one.in(fold('à lamp')) ?? /x/)).toEqual(['lamp']);
  });

  it('is made once for a list', () => {
    const list = ['lamp'];
    expect(patterns(list)).toBe(patterns(list));
    expect(patterns(['lamp'])).not.toBe(patterns(list));
  });

  it('of several texts may stand in one of them', () => {
    const one = search(['lamp']);
    expect(one.mayStandIn(together([fold('oak'), fold('lamp')]))).toBe(true);
    expect(one.mayStandIn(together([fold('oak'), fold('shelf')]))).toBe(false);
    expect(together([fold('oak'), fold('à')]).few).toBe(false);
    expect(together([fold('oak'), fold('ash')]).few).toBe(true);
  });
});

describe('a word', () => {
  it.each([
    ['lamps', 'lamp'],
    ['lamp’s', 'lamp'],
    ["lamp's", 'lamp'],
    ['batteries', 'battery'],
    ['boxes', 'box'],
    ['watches', 'watch'],
    ['brushes', 'brush'],
    ['glasses', 'glass'],
    ['quizzes', 'quizz'],
    ['shoes', 'shoe'],
    ['glass', 'glass'],
    ['bus', 'bus'],
    ['gas', 'gas'],
    ['чехол', 'чехл'],
    ['чехлы', 'чехл'],
    ['носок', 'носк'],
    ['носки', 'носк'],
    ['конец', 'конц'],
    ['красными', 'красн'],
    ['дом', 'дом'],
    ['столом', 'стол'],
  ])('%s is of the stem %s', (word, stem) => {
    expect(wordsOf(fold(word)).map((one) => one.stem)).toEqual([stem]);
  });

  it('may stand in a text that holds its beginning', () => {
    expect(mayHold(fold('batteries'), 'battery')).toBe(true);
    expect(mayHold(fold('batter'), 'battery')).toBe(true);
    expect(mayHold(fold('batt'), 'battery')).toBe(false);
    expect(mayHold(fold('ab'), 'abc')).toBe(true);
    expect(mayHold(fold('a'), 'abc')).toBe(false);
  });

  it('of two parts is one', () => {
    expect(wordsOf(fold("low-cut it's 3.5 oak - ash")).map(({ word }) => word)).toEqual([
      'low-cut',
      "it's",
      '3.5',
      'oak',
      'ash',
    ]);
  });
});

describe('a line written anew', () => {
  const edit = (start: number, end: number, by: string) => ({ start, end, by });

  it('has every edit of its own, in their order', () => {
    const raw = 'one\nan oak lamp\ntwo';
    const edits = [edit(0, 3, 'x'), edit(4, 6, 'the'), edit(7, 10, 'ash'), edit(16, 19, 'y')];
    for (const from of [0, 1, 2, 3])
      expect(rewritten(raw, { start: 7, end: 10 }, edits, from)).toBe('the ash lamp');
    // Of two that overlap the first is made.
    expect(rewritten('oak lamp', { start: 0, end: 3 }, [edit(0, 3, 'ash'), edit(2, 8, 'x')])).toBe(
      'ash lamp',
    );
    // What reaches beyond the line belongs to another.
    expect(rewritten('oak\nlamp', { start: 0, end: 3 }, [edit(0, 8, 'x')])).toBe('oak');
  });

  it.each([
    ['Warm. BEST lamp', 'BEST', 'a', 'Warm. A lamp'],
    ['Warm! BEST lamp', 'BEST', 'a', 'Warm! A lamp'],
    ['Warm? BEST lamp', 'BEST', 'a', 'Warm? A lamp'],
    ['3.BEST lamp', 'BEST', 'a', '3.a lamp'],
    ['Warm, BEST lamp', 'BEST', 'a', 'Warm, a lamp'],
    ['Lamp (BEST)', 'BEST', ' ', 'Lamp'],
    ['灯（BEST）', 'BEST', ' ', '灯'],
    ['灯【BEST】', 'BEST', ' ', '灯'],
    ['Lamp [BEST]', 'BEST', ' ', 'Lamp'],
    ['Oak , BEST', 'BEST', 'ash', 'Oak, ash'],
    ['Oak, / BEST', 'BEST', 'ash', 'Oak, ash'],
    ['Really?BEST', 'BEST', '.', 'Really?'],
    ['Really!BEST', 'BEST', '...', 'Really!...'],
    ['Oak   BEST', 'BEST', 'ash', 'Oak ash'],
    ['- | BEST /', 'BEST', 'ash', 'ash'],
    ['BEST!', 'BEST', 'ash', 'ash!'],
  ])('%j with %j as %j is %j', (raw, words, by, expected) => {
    const start = raw.indexOf(words);
    expect(repaired(raw, { start, end: start + words.length }, by)).toBe(expected);
  });

  it('ends where a text can end', () => {
    expect(cutOff('Oak lamp with')).toBe('Oak lamp');
    expect(cutOff('Oak lamp')).toBe('Oak lamp');
  });
});

it.each([
  ['Oak lamp', 'en'],
  ['Лампа', 'ru'],
  ['台灯', 'zh'],
  ['', null],
  ['12 – 34', null],
  // Two signs of Chinese weigh four letters, and twice that many of Latin do not outweigh them.
  ['台灯 abcdefgh', 'zh'],
  ['台灯 abcdefghi', 'en'],
  ['台灯 лампа', 'ru'],
  ['台灯 ламп', 'zh'],
  ['лампа abcdefghij', 'ru'],
  ['лампа abcdefghijk', 'en'],
  [`${'a'.repeat(2000)}${'ж'.repeat(3000)}`, 'en'],
])('%j is written in %s', (text, language) => {
  expect(languageIn(text)).toBe(language);
});
