/** What speaks for which situation: the shape of the data. */

/** The words of one language. */
export interface Cues {
  id: string;
  /** Words that patterns name together, by a name in capitals. */
  lists: Readonly<Record<string, string>>;
  /** Words that take back what follows them. */
  denied: string;
  /** Words that only look like a slip of a cue's word. */
  other?: string;
  /** Patterns by cue; see `pattern.ts`. */
  cues: Readonly<Record<string, readonly string[]>>;
  /** Messages whose situation a person has said, as `situation | sentence`; see `likeness.ts`. */
  sentences?: readonly string[];
}

export interface CueRules {
  id: string;
  /** Fewer points than this say nothing. */
  least: number;
  deniable: readonly string[];
  /** Situations that no message of a buyer leads to. */
  unasked: readonly string[];
  /** Cues that speak for nothing; what they are made of speaks for nothing else. */
  silent: readonly string[];
  /** Cues of words everybody uses every day: alone they say something where the text is about goods. */
  everyday: readonly string[];
  /** Cues that are said of a parcel alone: with one of them a text is about goods. */
  goods: readonly string[];
  /** Cues that only ask: beside what is asked over a counter they belong to that question. */
  asking: readonly string[];
  /** Situations that are questions: a question no cue tells is like one of them, or like nothing. */
  asked: readonly string[];
  /** What each platform is called, by its id. */
  platforms: Readonly<Record<string, readonly string[]>>;
  /** Kinds of case in the planner, by situation and platform. */
  flows: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Points by cues: `customs & stuck & !duty-question`. */
  situations: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Points for cues that stand in one text. */
export interface Rule {
  all: readonly string[];
  none: readonly string[];
  points: number;
}

export const readRules = (rules: CueRules): [string, Rule[]][] =>
  Object.entries(rules.situations).map(([situation, entries]) => [
    situation,
    Object.entries(entries).map(([cues, points]) => {
      const names = cues.split('&').map((name) => name.trim());
      return {
        all: names.filter((name) => !name.startsWith('!')),
        none: names.filter((name) => name.startsWith('!')).map((name) => name.slice(1)),
        points,
      };
    }),
  ]);

/** Every cue the rules ask for. */
export const cuesOf = (rules: CueRules): Set<string> =>
  new Set([
    ...rules.silent,
    ...readRules(rules).flatMap(([, entries]) =>
      entries.flatMap(({ all, none }) => [...all, ...none]),
    ),
  ]);
