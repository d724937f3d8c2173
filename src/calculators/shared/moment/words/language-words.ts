import type { SpokenWords } from '../spoken.ts';

/** What a half of the day does to an hour; `clock.ts` says how. */
export type Half =
  | 'am'
  | 'pm'
  | 'morning'
  | 'dawn'
  | 'small-hours'
  | 'noon'
  | 'afternoon'
  | 'day'
  | 'dusk'
  | 'evening'
  | 'night'
  | 'midnight';

/** Units, by the letter of their kind (see `Entry`). */
export type Unit = 'W' | 'D' | 'e' | 'H' | 'G' | 'C' | 'K' | 'M' | 'S' | 'y' | 'o' | 'd' | 'b';

/**
 * The words of a sentence about time that is left. Nothing here is skipped for being long or rare: a word
 * in no list is named.
 */
export interface CountdownWords {
  /** Words of duty, of answering and of the things answered about. None of them changes the length. */
  answering?: string;
  /** Time is still running, whether or not a number of it is named as left. */
  still?: string;
  /** More words for “within”. */
  within?: string;
  /** The time that comes: beside a length they say that it runs from now. */
  coming?: string;
  /** May lead to such a length, and to no other: “over 3 days” is more than three. */
  during?: string;
  /** Sentences go on so behind the length; what follows does not change it. */
  otherwise?: string;
  /** Somebody has the time: behind it, “before it closes” says what the time runs to. */
  having?: string;
  /** The length is more, less or about what is written. */
  inexact?: string;
  /** Days of a calendar that the words do not name. */
  working?: string;
  /** Behind the length, or apart in front of it, they tie it to another moment than now. */
  anchors?: string;
  /** Before the end of something; also “up to” straight in front of a number. */
  before?: string;
  /** What has happened: alone beside a length it says how long ago, or from when the length runs. */
  events?: string;
  /** The moment in the same text is an end: `deadline`, 截止. */
  ends?: string;
  /** It is one where they stand straight in front of it: `by`, `до`. */
  until?: string;
  /** Straight in front of a length: it has passed, or it was once left. */
  passed?: string;
  /** Numbers written out, by their value. Words that are articles too count only in front of a unit. */
  numbers?: Readonly<Record<string, string>>;
  /** A number and its unit in one word: `0.5 H`. */
  lengths?: Readonly<Record<string, string>>;
  half?: string;
  andHalf?: string;
}

/** Names joined by `|`, by the zone of the engine they stand for. */
type Named = Readonly<Record<string, string>>;

/**
 * The words a moment may hold in one language. The lists are closed: a word that stands in none of them
 * is never skipped, it is named. Case, accents and width make no difference, so they are left out. Lists
 * are joined by `|`, those of single words by a space.
 */
export interface LanguageWords {
  /** January first; nominative, genitive and abbreviations together. */
  months: readonly string[];
  /** Monday first. A weekday is only ever compared with its date. */
  weekdays: readonly string[];
  /** Days counted from today. */
  days: Readonly<Record<string, string>>;
  /** Days from today with a half of the day: `0 evening`. */
  dayAndHalf?: Readonly<Record<string, string>>;
  halves: Readonly<Partial<Record<Half, string>>>;
  /** `H`, `M` … a length only; `G`, `e` a length or a part of a clock or a date; `C`, `K` only a clock. */
  units: Readonly<Partial<Record<Unit, string>>>;
  /** Signs of a countdown that mean nothing beside a date: there they are asked about. */
  signs: Readonly<Partial<Record<'s' | 'i' | 'l' | 'a' | 'q', string>>>;
  and: string;
  /** Whose clock it is: beside a word for time a zone that only the person knows, alone a filler. */
  whose: string;
  /** Whose clock it is, by a word that is about persons and seldom about clocks: `my`, `你`, `нас`. */
  persons: string;
  /** Comparisons that begin like a part of the day: not the moment that is named. */
  comparisons?: string;
  /** Words that change nothing about the moment they stand beside. */
  fillers: string;
  /** Words that make the name beside them the name of a clock. */
  time: string;
  /** Names of a clock in one season: `offset@zone`. */
  short?: Named;
  /** Clocks of a region, whatever the season; they count wherever they stand. */
  clocks?: Named;
  /**
   * Cities and the adjectives of their clocks. They count behind a time (`23:15 Moscow`) or beside a word
   * for time (`Moscow time`, `北京时间`).
   */
  cities: Named;
  /** Countries count only beside a word for time: behind a time it may be the buyer's country. */
  countries: Named;
  countdown: CountdownWords;
  /** Times and weekdays as they are said: `half past @`, `next #`. */
  spoken: SpokenWords;
}
