import { batch, signal } from '@preact/signals';
import type { GuardData, GuardWords } from '@/calculators/reply-guard/index.ts';
import type {
  GlossLanguage,
  Script,
  ScriptLibrary,
  ScriptParts,
} from '@/calculators/reply-script/index.ts';
import { openPlaces, putTexts } from '@/calculators/shared/pack.ts';
import { once } from '../../platform/once.ts';
import { fetchPack } from '../../platform/packs.ts';
import { loadReaders } from '../shared/readers.ts';
import { EXAMPLE } from './example.ts';
import { createReading } from './reading.ts';

export { EXAMPLE };

/** A rule as a warning cites it. */
export interface CitedRule {
  label: string;
  address: string;
}

/** What the guard knows in every language, and with it the words of the one most replies are in. */
export interface GuardPack {
  guard: GuardData;
  words?: GuardWords;
}

/** What a warning says, in the languages an agent reads, and the rules it may cite. */
export interface WhyPack {
  warnings: Readonly<Record<string, readonly string[]>>;
  rules: Readonly<Record<string, CitedRule>>;
}

/** What stands behind every reply: what it promises, and the rules it rests on. */
export interface AboutPack {
  commits: Readonly<Record<string, string>>;
  rules: Readonly<Record<string, CitedRule>>;
}

/** Under what a situation is found, in every language people search in. */
export type Names = Readonly<Record<string, Pick<Script, 'title' | 'aliases'>>>;
export const namesOf = (scripts: readonly Script[]): Names =>
  Object.fromEntries(scripts.map(({ id, title, aliases }) => [id, { title, aliases }]));
/** What the search alone needs comes with it. */
const NO_NAMES: Script['aliases'] = { en: [], zh: [], ru: [], pinyin: [] };

/** A script without its other names, and in the page's language only where it speaks to the agent. */
export type BareScript = Omit<Script, 'aliases'>;

/** What a list says of a situation. */
export type Listed = Pick<Script, 'id' | 'title' | 'stage' | 'frequent' | 'platforms' | 'notOn'>;
export const listed = ({ id, title, stage, frequent, platforms, notOn }: BareScript): Listed => ({
  id,
  title,
  stage,
  ...(frequent && { frequent }),
  ...(platforms && { platforms }),
  ...(notOn && { notOn }),
});

/** What the page carries: the lists, and one situation whole, the worked example. */
export interface ReplyPage {
  situations: readonly Listed[];
  example: BareScript;
  /** With the texts of the languages the example is in. */
  parts: ScriptParts;
  opens: readonly string[];
  /** Where every situation is fetched from, without its texts; in the page's language. */
  rest: string;
  /** Where the texts of each language are fetched from. */
  packs: Readonly<Record<string, string>>;
  /** Where what stands behind the replies is fetched from. */
  about: string;
  /** Where the guard is fetched from, its words in each language, and what a warning says. */
  guard: string;
  /** The same in one file with the words of the example's language, which a first reply mostly is in. */
  guardOfExample: string;
  why: string;
  guardWords: Readonly<Record<string, string>>;
  /** And what is understood in each rather than found. */
  guardLater: Readonly<Record<string, string>>;
  /** Where the words for days are fetched from, in the languages most are written in. */
  days: string;
  /** Where the names are fetched from. */
  names: string;
  /** Where refusals and questions are fetched from. */
  refusals: string;
  rules: Readonly<Record<string, CitedRule>>;
  /** Of what a text of one's own may be: what reads it comes later. */
  checks: { languages: readonly string[]; longest: number };
  platformLabels: Readonly<Record<string, string>>;
  strings: Readonly<Record<string, string>>;
}

/** A script without its other names and what it promises: those come when somebody looks for them. */
type BriefScript = Omit<BareScript, 'commits'>;
/** Every situation without a text in a buyer's language. */
export interface RestPack {
  parts: ScriptParts;
  scripts: readonly BriefScript[];
}
const NO_COMMITS: Script['commits'] = { en: '', 'zh-CN': '' };

export type Fetching = 'here' | 'coming' | 'failed' | 'away';

const searchCode = once(() => import('./search.ts'));
const exportCode = once(() => import('@/calculators/reply-script/export/index.ts'));

const scriptsById = (scripts: readonly (BriefScript & Partial<BareScript>)[]) =>
  new Map(
    scripts.map((script) => [script.id, { commits: NO_COMMITS, ...script, aliases: NO_NAMES }]),
  );

/**
 * Everything the tool knows. A page brings one situation whole and the list of all; once somebody turns to
 * that list or to another language, all of them and the languages chosen are fetched from this site; what
 * reads words, figures and days of one's own when there are some.
 */
export function createLibrary(page: ReplyPage) {
  const library = signal<ScriptLibrary>({
    parts: page.parts,
    scripts: scriptsById([page.example]),
  });
  const rules = signal(page.rules);
  const addRules = (more: ReplyPage['rules']) => (rules.value = { ...rules.peek(), ...more });
  const { loadAll: loadReading, isBusy, ...reading } = createReading(page, addRules);
  const states = signal<Readonly<Record<string, Fetching>>>(
    Object.fromEntries(page.opens.map((language) => [language, 'here'])),
  );
  const rest = signal<Fetching>('away');
  /** What stands behind the replies has come. */
  const about = signal<AboutPack | null>(null);
  /** The search and what writes files have arrived with every language. */
  const isRestHere = signal(false);
  const set = (languages: readonly string[], state: Fetching) => {
    states.value = {
      ...states.peek(),
      ...Object.fromEntries(languages.map((language) => [language, state])),
    };
  };

  let whole: ScriptLibrary | null = null;
  let making: Promise<ScriptLibrary> | null = null;
  const makeWhole = async (): Promise<ScriptLibrary> => {
    const { parts, scripts } = openPlaces(await fetchPack<RestPack>(page.rest));
    return { parts, scripts: scriptsById(scripts) };
  };
  const fetchRest = () =>
    (making ??= makeWhole().catch((error: unknown) => {
      making = null;
      throw error;
    }));

  const put = (all: ScriptLibrary, language: string, texts: readonly string[]) => {
    putTexts(all.parts, language, texts);
    for (const script of all.scripts.values()) putTexts(script, language, texts);
  };

  const isWhole = () => rest.value === 'here';
  const stateOf = (language: string): Fetching => states.value[language] ?? 'away';
  /**
   * All situations, with the texts of these languages. The example stays until all of it is there.
   *
   * @returns whether everything came.
   */
  const load = async (languages: readonly string[]): Promise<boolean> => {
    const wanted = languages.filter(
      (each) => rest.peek() !== 'here' || states.peek()[each] !== 'here',
    );
    if (rest.peek() === 'here' && wanted.length === 0) return true;
    const open = wanted.filter((each) => states.peek()[each] !== 'here');
    batch(() => {
      if (rest.peek() !== 'here') rest.value = 'coming';
      set(open, 'coming');
    });
    try {
      const [all, ...packs] = await Promise.all([
        fetchRest(),
        ...wanted.map((each) => fetchPack<readonly string[]>(page.packs[each] ?? '')),
      ]);
      batch(() => {
        wanted.forEach((language, i) => put(all, language, packs[i] ?? []));
        if (!whole) {
          whole = all;
          states.value = {};
          library.value = all;
          rest.value = 'here';
        }
        set(wanted, 'here');
      });
      return true;
    } catch {
      batch(() => {
        if (rest.peek() !== 'here') rest.value = 'failed';
        set(open, 'failed');
      });
      return false;
    }
  };

  /** What stands behind the replies. False where it does not arrive. */
  const loadAbout = async (): Promise<boolean> => {
    if (about.peek()) return true;
    try {
      const pack = await fetchPack<AboutPack>(page.about);
      batch(() => {
        addRules(pack.rules);
        about.value = pack;
      });
      return true;
    } catch {
      return false;
    }
  };

  return {
    ...reading,
    library,
    checks: page.checks,
    situations: page.situations,
    titleOf: (id: string) => page.situations.find((each) => each.id === id)?.title,
    rules,
    isWhole,
    isBusy: () =>
      rest.value === 'coming' || Object.values(states.value).includes('coming') || isBusy(),
    hasFailed: () => rest.value === 'failed' || reading.hasFailed(),
    isRestLost: () => rest.value === 'failed',
    isGuardLost: reading.hasFailed,
    stateOf,
    load,
    loadAbout,
    /** What a reply promises, in the page's language; null while that is not here. */
    commitsOf: (script: Script, language: GlossLanguage): string | null =>
      about.value?.commits[script.id] ?? (script.commits[language] || null),
    /** What finds a situation by what people type. Rejects where it does not arrive. */
    loadSearch: async () => {
      const [{ createSearch }, names, all] = await Promise.all([
        searchCode(),
        fetchPack<Names>(page.names),
        fetchRest(),
      ]);
      return createSearch(all, names);
    },
    /**
     * What writes files for other tools, and everything it writes from. Null where some of it does not
     * arrive.
     */
    loadExport: async (languages: readonly string[], language: GlossLanguage) => {
      // Beside each text stands what it says, in the language of whoever will use the file.
      const came = await Promise.all([load([...new Set([...languages, language])]), loadAbout()]);
      if (!came.every(Boolean)) return null;
      try {
        const [writers, names] = await Promise.all([exportCode(), fetchPack<Names>(page.names)]);
        const { parts, scripts } = library.peek();
        const named = [...scripts].map(([id, script]) => {
          const commits = { ...NO_COMMITS, [language]: about.peek()?.commits[id] ?? '' };
          return [id, { ...script, commits, ...names[id] }] as const;
        });
        return { ...writers, library: { parts, scripts: new Map(named) } };
      } catch {
        return null;
      }
    },
    /** Every language there is, the search and what writes files: for a device without a network. */
    loadAll: async (loadTexts: () => Promise<boolean>) => {
      const others = Promise.all([searchCode(), exportCode(), fetchPack(page.names)]);
      const came = await Promise.allSettled([
        others.then(() => true),
        load(Object.keys(page.packs)),
        loadAbout(),
        loadReading(Object.keys(page.guardWords)),
        loadReaders(),
        loadTexts(),
      ]);
      isRestHere.value = came.every((each) => each.status === 'fulfilled' && each.value);
    },
    allHere: () =>
      isRestHere.value &&
      isWhole() &&
      Object.keys(page.packs).every((language) => stateOf(language) === 'here'),
  };
}

export type Library = ReturnType<typeof createLibrary>;
