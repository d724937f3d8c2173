import { signal } from '@preact/signals';
import {
  createGuard,
  withWords,
  type GuardCheck,
  type GuardData,
  type GuardWords,
} from '@/calculators/reply-guard/index.ts';
import type { Script, ScriptLibrary, ScriptParts } from '@/calculators/reply-script/index.ts';
import { putTexts } from '@/calculators/shared/pack.ts';
import { fetchPack } from '../../platform/packs.ts';
import type { MomentWords } from '../shared/moment-words.ts';

/** A rule as a warning cites it. */
export interface CitedRule {
  label: string;
  address: string;
}

/** What one language adds: the texts of every reply, and the words the guard knows in it. */
export interface LanguagePack {
  texts?: readonly string[];
  guard: GuardWords;
  /** What a warning says, in the languages an agent reads. */
  warnings?: readonly string[];
}

/** Under what a situation is found, in every language people search in. */
export type Names = Readonly<Record<string, Pick<Script, 'title' | 'aliases'>>>;
export const namesOf = (scripts: readonly Script[]): Names =>
  Object.fromEntries(scripts.map(({ id, title, aliases }) => [id, { title, aliases }]));
const NO_NAMES: Script['aliases'] = { en: [], zh: [], ru: [], pinyin: [] };

/** What the page carries. */
export interface ReplyPage {
  parts: ScriptParts;
  /** Without their other names and in the page's language only: what the search alone needs comes with it. */
  scripts: readonly Omit<Script, 'aliases'>[];
  guard: GuardData;
  /** The languages the page opens with; of one more, whose words stand in many a text, the guard's. */
  languages: Readonly<Record<string, LanguagePack>>;
  /** Where each language is fetched from. */
  packs: Readonly<Record<string, string>>;
  /** Where the names are fetched from. */
  names: string;
  rules: Readonly<Record<string, CitedRule>>;
  platformLabels: Readonly<Record<string, string>>;
  moments: MomentWords;
  strings: Readonly<Record<string, string>>;
}

export type Fetching = 'here' | 'coming' | 'failed' | 'away';

/**
 * Everything the tool knows, language by language. A page brings two; another one is fetched from this
 * site when it is chosen.
 */
export function createLibrary(page: ReplyPage) {
  const library: ScriptLibrary = {
    parts: page.parts,
    scripts: new Map(page.scripts.map((script) => [script.id, { ...script, aliases: NO_NAMES }])),
  };
  const words = new Map<string, GuardWords>();
  const guards = new Map<string, GuardCheck>();
  const states = signal<Readonly<Record<string, Fetching>>>({});
  /** The search and what writes files have arrived with every language. */
  const isRestHere = signal(false);
  const set = (language: string, state: Fetching) => {
    states.value = { ...states.peek(), [language]: state };
  };
  const put = (language: string, pack: LanguagePack) => {
    words.set(language, pack.guard);
    if (pack.warnings) putTexts(page.guard, language, pack.warnings);
    if (!pack.texts) return;
    putTexts(page.parts, language, pack.texts);
    for (const script of library.scripts.values()) putTexts(script, language, pack.texts);
    set(language, 'here');
  };
  for (const [language, pack] of Object.entries(page.languages)) put(language, pack);

  const stateOf = (language: string): Fetching => states.value[language] ?? 'away';
  const load = async (language: string): Promise<boolean> => {
    if (states.peek()[language] === 'here') return true;
    const address = page.packs[language];
    if (address === undefined) return false;
    set(language, 'coming');
    try {
      put(language, await fetchPack<LanguagePack>(address));
      return true;
    } catch {
      set(language, 'failed');
      return false;
    }
  };
  return {
    library,
    rules: page.rules,
    stateOf,
    load,
    /** What finds a situation by what people type. Rejects where it does not arrive. */
    loadSearch: async () => {
      const [{ createSearch }, names] = await Promise.all([
        import('./search.ts'),
        fetchPack<Names>(page.names),
      ]);
      return createSearch(library, names);
    },
    /**
     * What writes files for other tools, and everything it writes from. Null where some of it does not
     * arrive.
     */
    loadExport: async (languages: readonly string[]) => {
      const there = await Promise.all(languages.map(load));
      if (there.includes(false)) return null;
      try {
        const [writers, names] = await Promise.all([
          import('@/calculators/reply-script/export/index.ts'),
          fetchPack<Names>(page.names),
        ]);
        const named = [...library.scripts].map(
          ([id, script]) => [id, { ...script, ...names[id] }] as const,
        );
        return { ...writers, library: { ...library, scripts: new Map(named) } };
      } catch {
        return null;
      }
    },
    /** Every language there is, the search and what writes files: for a device without a network. */
    loadAll: async () => {
      const rest = Promise.all([
        import('./search.ts'),
        import('@/calculators/reply-script/export/index.ts'),
        fetchPack(page.names),
      ]);
      const [came] = await Promise.allSettled([rest, ...Object.keys(page.packs).map(load)]);
      isRestHere.value = came.status === 'fulfilled';
    },
    allHere: () =>
      isRestHere.value && Object.keys(page.packs).every((language) => stateOf(language) === 'here'),
    /** Reads a text as the platform would, with the words of its language and of the gloss. */
    check: ((asked) => {
      const { language, gloss } = asked;
      const key = `${language} ${gloss}`;
      let guard = guards.get(key);
      if (!guard) {
        const wanted = [...new Set([language, gloss, 'en'])];
        const known = wanted.flatMap((each) => words.get(each) ?? []);
        const { rules, parts } = withWords(page.guard, known);
        guard = createGuard(rules, parts);
        guards.set(key, guard);
      }
      return guard(asked);
    }) as GuardCheck,
  };
}

export type Library = ReturnType<typeof createLibrary>;
