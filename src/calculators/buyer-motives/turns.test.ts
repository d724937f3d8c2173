import { describe, expect, it } from 'vitest';
import type { RefusedKind } from './kinds.ts';
import { namesWhatAPersonIs } from './refused.ts';
import type { PersonWords } from './word-lists.ts';

type List = Exclude<keyof PersonWords, 'kinds'>;
const LISTS: readonly List[] = [
  'people',
  'goods',
  'small',
  'fine',
  'from',
  'channels',
  'titles',
  'numbers',
  'things',
  'toward',
  'sent',
  'body',
  'lacking',
  'endings',
  'called',
];

/** Whether a text says what a person is, by lists of a few words and one kind. */
const by = (
  given: Partial<Record<List | 'sure' | 'either', string>>,
  kind: RefusedKind = 'religion',
) => {
  const of = (name: keyof typeof given) => ({ en: given[name] ?? 'zzz' });
  const lists = Object.fromEntries(LISTS.map((name) => [name, of(name)])) as Record<
    List,
    { en: string }
  >;
  const words: PersonWords = {
    ...lists,
    kinds: [{ kind, sure: of('sure'), either: of('either') }],
  };
  return (text: string) => namesWhatAPersonIs(text, words);
};

function holds(judge: (text: string) => RefusedKind | null, kind: string, texts: string[]) {
  for (const text of texts) expect([text, judge(text)]).toEqual([text, kind]);
}
function lets(judge: (text: string) => RefusedKind | null, texts: string[]) {
  for (const text of texts) expect([text, judge(text)]).toEqual([text, null]);
}

describe('what stands beside a word for a person', () => {
  it('is read at the end next to it where words stand without spaces', () => {
    const judge = by({ sure: 'mage', goods: '棒 灯', small: '的' });
    lets(judge, ['mage 灯坏了', 'mage 棒坏了', '坏灯 mage', 'mage 的灯']);
    holds(judge, 'religion', ['mage 坏灯', '灯坏 mage', 'mage 坏了']);
  });

  it('is none where only marks stand there', () => {
    const judge = by({ either: 'gray', people: 'buyer', goods: 'wand' });
    holds(judge, 'religion', ['-gray-', ' gray ', '*gray*', 'buyer: x. gray']);
    lets(judge, ['-gray x', 'x -gray']);
  });

  it('is nobody’s good where the word after an s is one of he, she, who or it', () => {
    const words = { either: 'lame', people: 'he she who it buyer', small: 's' };
    const judge = by(words, 'disability');
    holds(judge, 'disability', ['he’s lame again', 'she’s lame x', 'who’s lame x', 'it’s lame x']);
    // The buyer owns it, unless nothing stands behind.
    lets(judge, ['buyer’s lame torn', 'a buyer’s lame torn']);
    holds(judge, 'disability', ['buyer’s lame', 'buyer lame torn']);
    for (const kind of ['nationality', 'sex'] as const) {
      lets(by(words, kind), ['buyer’s lame torn']);
      holds(by(words, kind), kind, ['he’s lame again']);
    }
    // Nobody owns a faith.
    holds(by(words), 'religion', ['buyer’s lame torn']);
  });

  it('is a parcel that lies there, for where somebody is from and for nothing else', () => {
    const words = { sure: 'midland', sent: 'parcel', toward: 'in', people: 'buyer' };
    for (const kind of ['origin', 'nationality'] as const) {
      lets(by(words, kind), ['parcel stuck in midland x', 'parcel in midland']);
      holds(by(words, kind), kind, ['stuck in midland x', 'parcel of a buyer in midland x']);
    }
    holds(by(words, 'age'), 'age', ['parcel stuck in midland x']);
  });

  it('is a place only where somebody stays in it, told without spaces', () => {
    const words = { either: '东山', people: '买家', small: '的' };
    const judge = by(words, 'origin');
    for (const stays of ['在', '现在', '就在', '常年在', '一直在'])
      holds(judge, 'origin', [`买家${stays}东山`, `那个买家${stays}东山`]);
    // Whoever fetches something there is from nowhere; and one is in no faith.
    lets(judge, ['买家在东山取货', '包裹在东山', '在盒子东山取货']);
    lets(by(words), ['买家在东山', '那个买家在东山']);
  });

  it('is a way where in or to stands right before the place', () => {
    const judge = by({ people: '买家', sent: '包裹' });
    lets(judge, ['包裹在秘鲁', '包裹到 秘鲁', '包裹发往秘鲁', '包裹卡于秘鲁']);
    holds(judge, 'origin', ['包裹在路上秘鲁', '包裹秘鲁', '在秘鲁']);
  });
});

describe('a turn that says where somebody is from', () => {
  it('may come with a verb between', () => {
    const judge = by({ people: 'buyer', from: 'from' });
    for (const verb of ['comes', 'hails', 'originates'])
      holds(judge, 'origin', [`buyer ${verb} from Lagos`]);
    lets(judge, ['buyer shops from Lagos', 'parcel comes from Lagos']);
  });

  it('may be one word without spaces', () => {
    const judge = by({ people: '买家' });
    holds(judge, 'origin', ['买家来自远方', '来自远方买家', '来自远方的买家', '他是来自远方']);
    lets(judge, ['来自平台', '买家来自平台', '来自货仓的买家', '来自远方']);
  });
});

describe('an age', () => {
  it('may be of two words, and ends the statement', () => {
    const judge = by({ people: 'buyer', small: 'is for', numbers: 'seventy two' });
    holds(judge, 'age', ['buyer is seventy two', 'buyer is seventy', 'buyer is 72']);
    lets(judge, ['buyer for seventy', 'is seventy two', 'buyer seventy two', 'seventy two']);
    lets(judge, ['buyer is seventy two late', 'parcel is seventy two']);
  });

  it('may be that of all over a number, beside a person or with nothing before', () => {
    const judge = by({ people: 'buyer', small: 'over the' });
    holds(judge, 'age', ['over 60s', 'the over 30s', 'buyer over 90s', 'over 60s buyer']);
    lets(judge, ['over 130s', 'over 20s', 'over 60', '60s', 'lamp over 60s', 'over 60s to start']);
  });

  it('is of no faith, whose years may be few', () => {
    const words = { sure: 'has_#_winters', either: '#_summers' };
    holds(by(words), 'religion', ['has 3 winters', '3 summers']);
    lets(by(words, 'age'), ['has 3 winters', '3 summers']);
  });
});

describe('a title before a name', () => {
  it('has one large letter, as the name has, and no goods behind', () => {
    const judge = by({ titles: 'mr', goods: 'wand' });
    holds(judge, 'sex', ['Mr Smith', 'sold to Mr Smith x']);
    lets(judge, ['MR Smith', 'mr Smith', 'Mr smith', 'Mr Smith wand']);
  });
});
