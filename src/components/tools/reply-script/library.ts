import { batch, signal } from '@preact/signals';
import type {
  GuardCheck,
  GuardData,
  GuardResult,
  GuardToolInput,
  GuardWords,
} from '@/calculators/reply-guard/index.ts';
import type { Script, ScriptLibrary, ScriptParts } from '@/calculators/reply-script/index.ts';
import { openPlaces, putTexts } from '@/calculators/shared/pack.ts';
import { readPlainDay, type ReadDay } from '@/calculators/shared/plain-day.ts';
import { fetchPack } from '../../platform/packs.ts';
import type { MomentWords } from '../shared/moment-words.ts';

/** The situation the tool opens with, and the buyer's language of its example. */
export const EXAMPLE = { situation: 'inr-in-transit', language: 'ru' } as const;

/** A rule as a warning cites it. */
export interface CitedRule {
  label: string;
  address: string;
}

/** What one language adds: the texts of every reply, and the words the guard knows in it. */
export interface LanguagePack {
  texts: readonly string[];
  guard: GuardWords;
  /** What a warning says, in the languages an agent reads. */
  warnings?: readonly string[];
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
  /** Where the names are fetched from. */
  names: string;
  rules: Readonly<Record<string, CitedRule>>;
  /** Of what a text of one's own may be: what reads it comes later. */
  checks: { languages: readonly string[]; longest: number };
  platformLabels: Readonly<Record<string, string>>;
  strings: Readonly<Record<string, string>>;
}

/** Everything that is no text in a buyer's language. */
export interface RestPack {
  library: { parts: ScriptParts; scripts: readonly BareScript[] };
  guard: GuardData;
  /** English words stand in many a text in another language. */
  english: GuardWords;
  rules: Readonly<Record<string, CitedRule>>;
  /** Words for days, in the languages most are written in. */
  moments: MomentWords;
}

export type Fetching = 'here' | 'coming' | 'failed' | 'away';

const scriptsById = (scripts: readonly BareScript[]) =>
  new Map(scripts.map((script) => [script.id, { ...script, aliases: NO_NAMES }]));

/**
 * Everything the tool knows. A page brings its worked example and the list of situations; once somebody
 * turns to the form, all situations, what reads replies and days, and the languages chosen are fetched
 * from this site, and another language when it is chosen.
 */
export function createLibrary(page: ReplyPage) {
  const library = signal<ScriptLibrary>({
    parts: page.parts,
    scripts: scriptsById([page.example]),
  });
  const rules = signal(page.rules);
  const words = new Map<string, GuardWords>();
  const guards = new Map<string, GuardCheck>();
  const states = signal<Readonly<Record<string, Fetching>>>(
    Object.fromEntries(page.opens.map((language) => [language, 'here'])),
  );
  const rest = signal<Fetching>('away');
  /** The search and what writes files have arrived with every language. */
  const isRestHere = signal(false);
  const set = (languages: readonly string[], state: Fetching) => {
    states.value = {
      ...states.peek(),
      ...Object.fromEntries(languages.map((language) => [language, state])),
    };
  };

  const makeWhole = async () => {
    const [
      { createGuard, loadEveryMomentWord, readDay, readReply, takeMomentWords, withWords },
      pack,
    ] = await Promise.all([import('./rest.ts'), fetchPack<RestPack>(page.rest)]);
    takeMomentWords(pack.moments);
    words.set('en', pack.english);
    const { parts, scripts } = openPlaces(pack.library);
    const all: ScriptLibrary = { parts, scripts: scriptsById(scripts) };
    return {
      createGuard,
      loadEveryMomentWord,
      readDay,
      readReply,
      withWords,
      rules: pack.rules,
      guard: openPlaces(pack.guard),
      library: all,
    };
  };
  type Whole = Awaited<ReturnType<typeof makeWhole>>;
  let whole: Whole | null = null;
  let making: Promise<Whole> | null = null;
  const fetchRest = () =>
    (making ??= makeWhole().catch((error: unknown) => {
      making = null;
      throw error;
    }));

  const put = ({ guard, library: all }: Whole, language: string, pack: LanguagePack) => {
    if (language !== 'en') words.set(language, pack.guard);
    if (pack.warnings) putTexts(guard, language, pack.warnings);
    putTexts(all.parts, language, pack.texts);
    for (const script of all.scripts.values()) putTexts(script, language, pack.texts);
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
        ...wanted.map((each) => fetchPack<LanguagePack>(page.packs[each] ?? '')),
      ]);
      batch(() => {
        wanted.forEach((language, i) => put(all, language, packs[i] as LanguagePack));
        if (!whole) {
          whole = all;
          states.value = {};
          library.value = all.library;
          rules.value = all.rules;
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

  /**
   * Reads a text as the platform would, with the words of its language and of the gloss. Until the rest
   * is here nothing is asked but about the example, in which a test finds nothing.
   */
  const check: GuardCheck = (asked) => {
    if (!whole) return [];
    const { language, gloss } = asked;
    const key = `${language} ${gloss}`;
    let guard = guards.get(key);
    if (!guard) {
      const wanted = [...new Set([language, gloss, 'en'])];
      const known = wanted.flatMap((each) => words.get(each) ?? []);
      const { rules: read, parts } = whole.withWords(whole.guard, known);
      guard = whole.createGuard(read, parts);
      guards.set(key, guard);
    }
    return guard(asked);
  };

  /** The words for days of all languages; false where they do not arrive. */
  const loadEveryWord = async () => (await fetchRest()).loadEveryMomentWord();

  return {
    library,
    checks: page.checks,
    situations: page.situations,
    titleOf: (id: string) => page.situations.find((each) => each.id === id)?.title,
    rules,
    isWhole,
    hasFailed: () => rest.value === 'failed',
    isBusy: () => rest.value === 'coming' || Object.values(states.value).includes('coming'),
    stateOf,
    load,
    loadEveryWord,
    /** Reads days in words once what reads them is here, and plain ones until then. */
    readDay: ((raw, context) => (whole?.readDay ?? readPlainDay)(raw, context)) as ReadDay,
    /** What finds a situation by what people type. Rejects where it does not arrive. */
    loadSearch: async () => {
      const [{ createSearch }, names, all] = await Promise.all([
        import('./search.ts'),
        fetchPack<Names>(page.names),
        fetchRest(),
      ]);
      return createSearch(all.library, names);
    },
    /**
     * What writes files for other tools, and everything it writes from. Null where some of it does not
     * arrive.
     */
    loadExport: async (languages: readonly string[]) => {
      if (!(await load(languages))) return null;
      try {
        const [writers, names] = await Promise.all([
          import('@/calculators/reply-script/export/index.ts'),
          fetchPack<Names>(page.names),
        ]);
        const { parts, scripts } = library.peek();
        const named = [...scripts].map(
          ([id, script]) => [id, { ...script, ...names[id] }] as const,
        );
        return { ...writers, library: { parts, scripts: new Map(named) } };
      } catch {
        return null;
      }
    },
    /** Every language there is, the search and what writes files: for a device without a network. */
    loadAll: async () => {
      const others = Promise.all([
        import('./search.ts'),
        import('@/calculators/reply-script/export/index.ts'),
        fetchPack(page.names),
        loadEveryWord(),
      ]);
      const [came] = await Promise.allSettled([others, load(Object.keys(page.packs))]);
      isRestHere.value = came.status === 'fulfilled' && came.value[3];
    },
    allHere: () =>
      isRestHere.value &&
      isWhole() &&
      Object.keys(page.packs).every((language) => stateOf(language) === 'here'),
    check,
    /** What may not be said in a text of one's own. Null until what reads it is here. */
    readReply: (input: GuardToolInput, asOf: string): GuardResult | null =>
      whole?.readReply(input, check, asOf) ?? null,
  };
}

export type Library = ReturnType<typeof createLibrary>;
