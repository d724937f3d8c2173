/**
 * The words of all nine languages: for the build, the command line and the tests. A page carries only
 * what {@link momentWords} gives for its languages.
 */
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { ko } from './words/ko.ts';
import { pl } from './words/pl.ts';
import { pt } from './words/pt.ts';
import { ru } from './words/ru.ts';
import { zh } from './words/zh.ts';
import { CLOCKS, COUNTRY_ZONES, SEVERAL, SHORT } from './words/common.ts';
import type { CountdownWords, LanguageWords } from './words/language-words.ts';
import { spokenGroups } from './spoken.ts';
import { fold, giveWords, type Meaning, type Role, type WordGroup } from './vocabulary.ts';
import { UNSPACED } from './unspaced.ts';

const LANGUAGES: Readonly<Record<string, LanguageWords>> = { en, zh, ru, es, pt, fr, de, pl, ko };

/** The languages whose moments are read: `zh` for both scripts, `pt` for both countries. */
export const momentLanguages: readonly string[] = Object.keys(LANGUAGES);

type ListName =
  | 'inexact'
  | 'working'
  | 'anchors'
  | 'otherwise'
  | 'half'
  | 'andHalf'
  | 'before'
  | 'events'
  | 'passed'
  | 'ends'
  | 'until'
  | 'having'
  | 'coming'
  | 'during';

type Add = (texts: string, separator: string, kind: string, meaning?: Meaning) => void;

const ROLES: readonly [list: keyof CountdownWords & ListName, role: Role][] = [
  ['inexact', 'I'],
  ['working', 'K'],
  ['anchors', 'A'],
  ['otherwise', 'O'],
  ['half', 'H'],
  ['andHalf', '&'],
  ['before', 'B'],
  ['events', 'E'],
  ['passed', 'P'],
  ['ends', 'F'],
  ['until', 'U'],
  ['having', 'V'],
  ['coming', 'C'],
  ['during', 'D'],
];

type Table = (words: LanguageWords, add: Add) => void;

const short: Table = ({ short = {} }, add) => {
  for (const [zone, texts] of Object.entries(short)) add(texts, '|', 'Z', { zone });
};
const cities: Table = ({ cities }, add) => {
  for (const [zone, texts] of Object.entries(cities)) add(texts, '|', 'P', { zone });
};
const countries: Table = ({ countries }, add) => {
  for (const [country, texts] of Object.entries(countries))
    add(texts, '|', 'Q', { zone: COUNTRY_ZONES[country] ?? '' });
};
const within: Table = ({ countdown: { within = '' } }, add) => add(within, '|', 'l');
const answering: Table = ({ countdown: { answering = '' } }, add) => add(answering, '|', 'f');
const persons: Table = ({ persons }, add) => add(persons, '|', 'x', { person: true });
const roles: Table = ({ countdown }, add) => {
  for (const [list, role] of ROLES) add(countdown[list] ?? '', '|', 'x', { roles: role });
};
const numbers: Table = ({ countdown: { numbers = {} } }, add) => {
  for (const [number, texts] of Object.entries(numbers))
    add(texts, '|', 'x', { number: Number(number) });
};
const lengths: Table = ({ countdown: { lengths = {} } }, add) => {
  for (const [length, texts] of Object.entries(lengths)) {
    const [number, unit] = length.split(' ') as [string, string];
    add(texts, '|', 'x', { length: [Number(number), unit] });
  }
};

/** Of no plain moment. */
const RARE: ReadonlySet<Table> = new Set([
  short,
  cities,
  countries,
  within,
  answering,
  persons,
  roles,
  numbers,
  lengths,
]);

/** The tables in the order in which they settle what a word is that stands in several of them. */
const TABLES: readonly Table[] = [
  short,
  ({ clocks = {} }, add) => {
    for (const [zone, texts] of Object.entries(clocks)) add(texts, '|', 'Z', { zone });
  },
  ({ halves }, add) => {
    for (const [half, texts] of Object.entries(halves))
      add(texts, '|', 'h', { half: half as NonNullable<Meaning['half']> });
  },
  ({ dayAndHalf = {} }, add) => {
    for (const [name, texts] of Object.entries(dayAndHalf)) {
      const [day, half] = name.split(' ') as [string, NonNullable<Meaning['half']>];
      add(texts, '|', 'T', { value: Number(day), half });
    }
  },
  ({ days }, add) => {
    for (const [day, texts] of Object.entries(days)) add(texts, '|', 'T', { value: Number(day) });
  },
  ({ months }, add) => months.forEach((texts, i) => add(texts, ' ', 'm', { value: i + 1 })),
  ({ weekdays }, add) => weekdays.forEach((texts, i) => add(texts, ' ', 'w', { value: i + 1 })),
  ({ units }, add) => {
    for (const [kind, texts] of Object.entries(units)) add(texts, ' ', kind);
  },
  ({ signs }, add) => {
    for (const [kind, texts] of Object.entries(signs)) add(texts, '|', kind);
  },
  ({ and }, add) => add(and, '|', 'n'),
  cities,
  countries,
  ({ fillers }, add) => add(fillers, '|', 'f'),
  ({ time }, add) => add(time, '|', 'f', { time: true }),
  ({ whose }, add) => add(whose, '|', 'f', { whose: true }),
  ({ countdown: { still = '' } }, add) => add(still, '|', 's'),
  within,
  answering,
  persons,
  // Of a countdown alone: beside a date they are words that nobody knows.
  ({ comparisons = '' }, add) => add(comparisons, '|', 'x'),
  roles,
  numbers,
  lengths,
  ({ units }, add) => {
    for (const [kind, texts] of Object.entries(units)) add(texts, ' ', 'x', { unit: kind });
  },
];

/** Where most platforms keep their clocks, and those who sell on them theirs. */
const HOME = ['Asia/Shanghai', 'Europe/Moscow', 'America/Los_Angeles'];

/**
 * What is read without being looked up: halves of the day, letters behind a number. What such a letter is
 * otherwise must be known with any part of the words.
 */
const NUMERALS = [...'零〇一二三四五六七八九十百两兩'];
const LETTERS = new Set('a p am pm z t w d j h g m s seg sem д м с'.split(' '));

interface Filed {
  kind: string;
  meaning: Meaning;
  /** No part of a plain moment: a place, or a word of a whole sentence. */
  rare: boolean;
  /** The languages that have the word; none for an abbreviation, which all have. */
  languages: Set<string>;
}

function fileAll(): Map<string, Filed> {
  const words = new Map<string, Filed>();
  const adding =
    (language?: string, rare = false): Add =>
    (texts, separator, kind, meaning = {}) => {
      for (const text of fold(texts).split(separator).filter(Boolean)) {
        const filed = words.get(text) ?? {
          kind,
          meaning: {},
          rare: rare && !HOME.some((zone) => meaning.zone?.endsWith(zone)),
          languages: new Set<string>(),
        };
        const isNew = !words.has(text);
        if (isNew && /^[BEV]$/.test(meaning.roles ?? '') && isMadeOf(text, words)) continue;
        words.set(text, filed);
        // The first table settles what a word is; the later ones add what else it does.
        if (isNew) filed.meaning = meaning;
        else if (kind === 'x' || meaning.time || meaning.whose || meaning.person)
          filed.meaning = joined(filed.meaning, meaning, filed.kind);
        if (language) filed.languages.add(language);
      }
    };
  const abbreviations = { ...SHORT, ...CLOCKS };
  for (const [zone, texts] of Object.entries(abbreviations)) adding()(texts, '|', 'Z', { zone });
  for (const [text, zone] of Object.entries(SEVERAL)) adding()(text, '|', 'Z', { zone });
  for (const table of TABLES)
    for (const [language, all] of Object.entries(LANGUAGES))
      table(all, adding(language, RARE.has(table)));
  return words;
}

/**
 * Is this a row of known words? One that only says when something happened or who has the time, and is made
 * of other words, is read as those.
 */
const isMadeOf = (text: string, words: ReadonlyMap<string, unknown>): boolean =>
  text === '' ||
  Array.from(text, (_, i) => i + 1).some((end) => {
    const cut = UNSPACED_WORD.test(text) || text[end] === ' ' || end === text.length;
    return cut && words.has(text.slice(0, end)) && isMadeOf(text.slice(end).trimStart(), words);
  });
const UNSPACED_WORD = new RegExp(`^[${UNSPACED}]`, 'u');

function joined(one: Meaning, two: Meaning, kind: string): Meaning {
  const { roles, unit, ...rest } = two;
  const all = [...new Set(`${one.roles ?? ''}${roles ?? ''}`)].join('');
  return {
    ...rest,
    ...one,
    ...(all ? { roles: all } : {}),
    ...(unit && unit !== kind ? { unit } : {}),
  };
}

let filed: Map<string, Filed> | undefined;

const runs = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

/**
 * The words of these languages, each with the meaning it has among all nine: whoever reads with a part of
 * the words reads every text that holds no unknown word as whoever has them all. A phrase of another
 * language that is made of known words alone comes along, since it would be taken for those words.
 *
 * @param languages as in {@link momentLanguages}; all of them without it.
 * @param plain without places and the words of whole sentences about time that is left: what stands in a
 *   plain moment, for a page that fetches the rest with the first text that holds more.
 */
export function momentWords(
  languages: readonly string[] = momentLanguages,
  plain = false,
): WordGroup[] {
  filed ??= fileAll();
  const ours = ({ languages: of, rare }: Filed) =>
    of.size === 0 || (!(plain && rare) && languages.some((language) => of.has(language)));
  const own = [...filed].filter(([, word]) => ours(word));
  const known = new Set(own.flatMap(([text]) => runs(text)));
  const pieces = new Map<string, unknown>([
    ...own,
    ...NUMERALS.map((sign) => [sign, true] as const),
  ]);
  const fits = (text: string) =>
    runs(text).every((run) => known.has(run)) || isMadeOf(text, pieces);
  const groups = new Map<string, [kind: string, texts: string, meaning: Meaning]>();
  for (const [text, word] of filed) {
    if (!ours(word) && !LETTERS.has(text) && !fits(text)) continue;
    const key = JSON.stringify([word.kind, word.meaning]);
    const group = groups.get(key);
    if (group) group[1] += `|${text}`;
    else groups.set(key, [word.kind, text, word.meaning]);
  }
  return [
    ...[...groups.values()].map(([kind, texts, meaning]): WordGroup =>
      Object.keys(meaning).length === 0 ? [kind, texts] : [kind, texts, meaning],
    ),
    ...Object.entries(LANGUAGES).flatMap(([language, { spoken }]) =>
      // What would be taken for a length without its preposition is known whatever the languages are.
      languages.includes(language) ? spokenGroups(spoken) : spokenGroups(spoken, true),
    ),
  ];
}

/** For whoever is no page: every word is there from the first question on. */
export const knowEveryWord = (): void => giveWords(momentWords, true);
