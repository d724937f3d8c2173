import { expect, it } from 'vitest';
import { makeWords, partsOf } from '../engine.ts';
import type { ListingParts, Property } from '../fault.ts';
import type { Listing } from '../schema.ts';
import { readerOf } from './reader.ts';
import { distinctIn, everyStated } from './stated.ts';

/** Words of no language in the data, so that only what a property says of itself counts. */
const WORDS = {
  compatible: ['fits'],
  small: [],
  accessories: [],
  notForSale: [],
  denied: ['non'],
  models: [],
  numbers: { twelve: 12 },
} as unknown as ListingParts;
const LISTING = {
  title: '',
  goods: '',
  category: '',
  description: '',
  searchTerms: '',
  attributes: [],
  skus: [],
  pictures: null,
  brands: ['Woody'],
};

type Place = { title: string } | { description: string } | { named: string; value: string };

/** What a text states of a property: the words as typed, the value, the ways to read the number, its upper end. */
function stated(property: Partial<Property>, place: Place, isOnce = false): unknown[][] {
  const words = makeWords(WORDS);
  const own: Property = { id: 'own', names: ['own'], kind: 'number', ...property };
  const { named = '', value = '', ...texts } = { ...place } as Record<string, string>;
  const attributes = 'named' in place ? [{ name: named, value }] : [];
  const listing = { ...LISTING, ...texts, attributes } as unknown as Listing;
  return partsOf(listing, words).flatMap((part) => {
    const every = everyStated(part, own, readerOf(own), words);
    return (isOnce ? distinctIn(every, own) : every).map((one) => [
      part.text.raw.slice(one.start, one.end),
      one.group,
      one.value,
      one.amounts,
      one.high,
    ]);
  });
}
const WEIGHT = { units: { kg: 1000, g: 1 } };
const SHARE = { units: { '% ?(?:oak|ash)': 1 }, of: ['oak', 'ash'] };
const WOOD = { kind: 'words', groups: { wood: { oak: ['oak'], ash: ['ash'] } } } as const;

type Row = [string, Partial<Property>, Place, unknown[][]];
const number = (words: string, amounts: number[], high: number, value = words) => [
  words,
  'own',
  value,
  amounts,
  high,
];
const word = (words: string, group = 'wood') => [words, group, words, [], 0];

it.each<Row>([
  ['with its unit', WEIGHT, { title: 'Box 2 kg' }, [number('2 kg', [2000], 2000)]],
  [
    'each of several',
    WEIGHT,
    { title: '2kg 5 G' },
    [number('2kg', [2000], 2000), number('5 G', [5], 5, '5 g')],
  ],
  ['a thousand, or one', WEIGHT, { title: '1,000 g' }, [number('1,000 g', [1000, 1], 1000)]],
  ['a range', WEIGHT, { title: '1-2 kg' }, [number('1-2 kg', [1000], 2000)]],
  ['the range of three numbers', WEIGHT, { title: '2-3-4 kg' }, [number('3-4 kg', [3000], 4000)]],
  ['a number of nothing', WEIGHT, { title: '0 kg' }, []],
  ['less than one', WEIGHT, { title: '0.5 g' }, [number('0.5 g', [0.5], 0.5)]],
  ['no unit', WEIGHT, { title: 'Box 2' }, []],
  ['another unit', WEIGHT, { title: 'Box 2 kgm' }, []],
  // In words only where things are counted.
  ['a number as a word', WEIGHT, { title: 'twelve kg' }, []],
  [
    'a number as a word',
    { ...WEIGHT, counts: true },
    { title: 'twelve kg' },
    [number('twelve kg', [12_000], 12_000)],
  ],
  // Beside a word, no farther than ten signs.
  [
    'beside a word',
    { ...WEIGHT, beside: ['box'] },
    { title: 'box 2 kg' },
    [number('2 kg', [2000], 2000)],
  ],
  [
    'before a word',
    { ...WEIGHT, beside: ['box'] },
    { title: '2 kg box' },
    [number('2 kg', [2000], 2000)],
  ],
  [
    'far from a word',
    { ...WEIGHT, beside: ['box'] },
    { title: 'box of wood 2 kg of box' },
    [number('2 kg', [2000], 2000)],
  ],
  [
    'too far from a word',
    { ...WEIGHT, beside: ['box'] },
    { title: 'box of the 2 kg of the box' },
    [],
  ],
  [
    'in an attribute',
    { ...WEIGHT, beside: ['box'] },
    { named: 'own', value: '2 kg' },
    [number('2 kg', [2000], 2000)],
  ],
  // Behind a word in running text, no farther than twenty-eight signs.
  [
    'behind a word',
    { ...WEIGHT, saidBy: ['has'] },
    { description: 'has 2 kg' },
    [number('2 kg', [2000], 2000)],
  ],
  ['behind no word', { ...WEIGHT, saidBy: ['has'] }, { description: '2 kg has' }, []],
  [
    'behind a far word',
    { ...WEIGHT, saidBy: ['has'] },
    { description: `has${'.'.repeat(25)}2 kg` },
    [number('2 kg', [2000], 2000)],
  ],
  [
    'behind a word too far',
    { ...WEIGHT, saidBy: ['has'] },
    { description: `has${'.'.repeat(26)}2 kg` },
    [],
  ],
  ['in a title', { ...WEIGHT, saidBy: ['has'] }, { title: '2 kg' }, [number('2 kg', [2000], 2000)]],
  [
    'of another thing',
    { ...WEIGHT, saidBy: ['has'], notNames: ['lid'] },
    { description: 'the lid has 2 kg' },
    [],
  ],
  [
    'for these groups',
    { ...WEIGHT, saidBy: ['has'], saidFor: ['own'] },
    { description: '2 kg' },
    [],
  ],
  [
    'for others',
    { ...WEIGHT, saidBy: ['has'], saidFor: ['wood'] },
    { description: '2 kg' },
    [number('2 kg', [2000], 2000)],
  ],
  [
    'behind a word against it',
    { ...WEIGHT, notSaid: ['rated'] },
    { title: 'rated 2 kg, 3 kg' },
    [number('3 kg', [3000], 3000)],
  ],
  // Shares, before what they are of and behind it.
  [
    'a share',
    SHARE,
    { title: '80% oak 20% ash' },
    [number('80% oak', [80], 80), number('20% ash', [20], 20)],
  ],
  [
    'a share behind',
    SHARE,
    { title: 'Oak: 80% ash 20 %' },
    [number('Oak: 80%', [80], 80, 'oak: 80%'), number('ash 20 %', [20], 20)],
  ],
  ['no share', SHARE, { title: 'oak 80' }, []],
  // Ahead of the number, where no unit stands behind one.
  ['ahead', { ahead: ['pack of'] }, { title: 'pack of 3' }, [number('pack of 3', [3], 3)]],
  [
    'ahead, and with a unit',
    { ...WEIGHT, ahead: ['pack of'] },
    { title: 'pack of 3, 2 kg' },
    [number('2 kg', [2000], 2000)],
  ],
  [
    'ahead, but too few',
    { ahead: ['pack of'], least: 4 },
    { title: 'pack of 3 or pack of 4' },
    [number('pack of 4', [4], 4)],
  ],
  // A bare number under a name that has the unit.
  ['bare', WEIGHT, { named: 'own, kg', value: ' 2 ' }, [number(' 2 ', [2000], 2000)]],
  [
    'a bare range',
    WEIGHT,
    { named: 'own (kg)', value: '2 - 3.5' },
    [number('2 - 3.5', [2000], 3500)],
  ],
  ['bare without a unit', WEIGHT, { named: 'own', value: '2' }, []],
  [
    'bare, where things are counted',
    { counts: true },
    { named: 'own', value: '1,000' },
    [number('1,000', [1000, 1], 1000)],
  ],
  ['bare, but too few', { counts: true, least: 2 }, { named: 'own', value: '1' }, []],
  [
    'bare, and just enough',
    { counts: true, least: 2 },
    { named: 'own', value: '2' },
    [number('2', [2], 2)],
  ],
  ['not bare', { counts: true }, { named: 'own', value: '2 of oak' }, []],
  ['not bare either', { counts: true }, { named: 'own', value: 'oak 2' }, []],
  ['bare in a title', { counts: true }, { title: '2' }, []],
  // Words.
  ['a word', WOOD, { title: 'Oak and ash' }, [['Oak', 'wood', 'oak', [], 0], word('ash')]],
  ['a denied word', WOOD, { title: 'non oak, ash' }, [word('ash')]],
  ['what the goods fit', WOOD, { title: 'ash, fits oak' }, [word('ash')]],
  ['a brand', { ...WOOD, groups: { wood: { oak: ['woody'] } } }, { title: 'Woody' }, []],
  [
    'a brand where brands are meant',
    { ...WOOD, groups: { wood: { oak: ['woody'] } }, open: true },
    { title: 'Woody' },
    [['Woody', 'wood', 'oak', [], 0]],
  ],
  [
    'a word behind none',
    { ...WOOD, saidBy: ['of'], saidFor: ['wood'] },
    { description: 'of oak' },
    [word('oak')],
  ],
  [
    'a word behind none',
    { ...WOOD, saidBy: ['of'], saidFor: ['wood'] },
    { description: 'oak of' },
    [],
  ],
  // What no list knows, under a name of its own.
  [
    'an unknown value',
    { ...WOOD, open: true },
    { named: 'own', value: ' Elm ' },
    [[' Elm ', 'wood', 'elm', [], 0]],
  ],
  [
    'an unknown value of no group',
    { kind: 'words', open: true },
    { named: 'own', value: 'Elm' },
    [['Elm', 'own', 'elm', [], 0]],
  ],
  ['an unknown value in a title', { ...WOOD, open: true }, { title: 'Elm' }, []],
  ['an unknown value of a closed list', WOOD, { named: 'own', value: 'Elm' }, []],
  [
    'a known value of an open list',
    { ...WOOD, open: true },
    { named: 'own', value: 'ash tree' },
    [word('ash')],
  ],
  // Sizes and codes.
  ['a size', { kind: 'size' }, { title: 'Box 2x3 cm' }, [['2x3 cm', 'own', '', [20, 30], 0]]],
  ['a size it fits', { kind: 'size' }, { title: 'fits 2x3 cm' }, []],
  ['a size of another thing', { kind: 'size', notSaid: ['pack'] }, { title: 'pack 2x3 cm' }, []],
  ['a size where none is meant', { kind: 'words' }, { title: 'Box 2x3 cm' }, []],
  ['a code', { kind: 'code' }, { title: 'Drill DX-500' }, [['DX-500', 'dx', 'dx500', [], 0]]],
  ['a code it fits', { kind: 'code' }, { title: 'fits DX-500' }, []],
  [
    'a code it fits, where those are meant',
    { kind: 'code', ofFit: true },
    { title: 'fits DX-500' },
    [['DX-500', 'dx', 'dx500', [], 0]],
  ],
  [
    'a code that is none',
    { kind: 'code', notLetters: ['usb'] },
    { title: 'USB 300 DX-500' },
    [['DX-500', 'dx', 'dx500', [], 0]],
  ],
  ['a code where none is meant', { kind: 'words' }, { title: 'Drill DX-500' }, []],
])('a property reads %s: %j in %j', (_, property, place, expected) => {
  expect(stated(property, place)).toEqual(expected);
});

it.each<Row>([
  ['a value said twice', WOOD, { title: 'oak ash oak' }, [word('oak'), word('ash')]],
  [
    'a word inside a longer one',
    { kind: 'words', groups: { wood: { oak: ['oak'], board: ['oak board'] } } },
    { title: 'oak board oak' },
    [
      ['oak board', 'wood', 'board', [], 0],
      ['oak', 'wood', 'oak', [], 0],
    ],
  ],
  [
    'the same words in two groups',
    { kind: 'words', groups: { wood: { oak: ['oak'] }, tree: { oak: ['oak'] } } },
    { title: 'oak' },
    [word('oak'), word('oak', 'tree')],
  ],
  [
    'one number in two ways',
    WEIGHT,
    { title: '1 kg 1000 g 1 kg' },
    [number('1 kg', [1000], 1000), number('1000 g', [1000], 1000)],
  ],
  [
    'a word in the middle of a longer one',
    { kind: 'words', groups: { wood: { oak: ['oak'], old: ['old oak board'] } } },
    { title: 'old oak board, oak' },
    [
      ['old oak board', 'wood', 'old', [], 0],
      ['oak', 'wood', 'oak', [], 0],
    ],
  ],
  [
    'words that overlap',
    { kind: 'words', groups: { wood: { old: ['old oak'], board: ['oak board'] } } },
    { title: 'old oak board' },
    [
      ['old oak', 'wood', 'old', [], 0],
      ['oak board', 'wood', 'board', [], 0],
    ],
  ],
  [
    'two words inside a longer one',
    { kind: 'words', groups: { wood: { oak: ['oak'], a: ['a'], long: ['an oak a day'] } } },
    { title: 'an oak a day' },
    [['an oak a day', 'wood', 'long', [], 0]],
  ],
  ['the same word in other letters', WOOD, { title: 'Oak oak' }, [['Oak', 'wood', 'oak', [], 0]]],
  [
    'as they stand',
    { ...WOOD, groups: { wood: { oak: ['oak'], ash: ['ash'] } } },
    { title: 'ash oak' },
    [word('ash'), word('oak')],
  ],
])('each value once: %s', (_, property, place, expected) => {
  expect(stated(property, place, true)).toEqual(expected);
});
