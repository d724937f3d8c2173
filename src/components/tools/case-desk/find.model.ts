import { batch, signal } from '@preact/signals';
import type {
  CueLanguage,
  CueRules,
  Cues,
  EndShown,
  FindOk,
  FlowClocks,
  SituationFound,
} from '@/calculators/find-case/index.ts';
import type { CasePatch } from '@/calculators/shared/case.ts';
import type { WordGroup } from '@/calculators/shared/moment/vocabulary.ts';
import { fetchPack } from '../../platform/packs.ts';

/** Where the page fetches what it recognises messages by: nothing of it is there before one is pasted. */
export interface FindPage {
  /** The points, and the situations in the page's language. */
  rules: string;
  /** The words of each language. */
  languages: Readonly<Record<string, string>>;
  /** The words for moments of every language. */
  moments: string;
}

export interface FindRules {
  rules: CueRules;
  /** Each with its title in the page's language and the page of the handbook it leads to. */
  situations: readonly (readonly [id: string, title: string, playbook: string])[];
}

export type FindState = 'idle' | 'coming' | 'failed' | 'too-long' | 'here';

/** What a case is made of, once a person says so. */
export interface Recognised {
  situation: string | null;
  flow: string | null;
  patch: CasePatch;
  /** Ends the text shows, each with its clock where one fits. */
  ends: readonly EndShown[];
}

/** A stretch of the pasted text, and whether it decided. */
export interface Stretch {
  text: string;
  decided: boolean;
}

/** A case keeps so much of what was pasted. */
const LONGEST_NOTE = 20_000;
/** So much of a text stands around the words that decided. */
const AROUND = 90;

/** The text near the words that decided, cut at them; what is far from them is left out (`…`). */
export function stretches(text: string, at: readonly (readonly [number, number])[]): Stretch[] {
  const cut: Stretch[] = [];
  let done = 0;
  const plain = (from: number, to: number, first: boolean, last: boolean) => {
    const between = text.slice(from, to);
    if (between === '') return;
    const head = first ? '' : between.slice(0, AROUND);
    const tail = last ? '' : between.slice(-AROUND);
    const long = between.length > head.length + tail.length;
    cut.push({ text: long ? `${head}…${tail}` : between, decided: false });
  };
  for (const [from, to] of at) {
    plain(done, from, done === 0, false);
    cut.push({ text: text.slice(from, to), decided: true });
    done = to;
  }
  plain(done, text.length, done === 0, true);
  return cut;
}

const load = async (page: FindPage) => {
  const [find, { giveWords }, { loadTemporal }, rules, moments] = await Promise.all([
    import('@/calculators/find-case/index.ts'),
    import('@/calculators/shared/moment/vocabulary.ts'),
    import('@/calculators/shared/time.ts'),
    fetchPack<FindRules>(page.rules),
    fetchPack<readonly WordGroup[]>(page.moments),
  ]);
  await loadTemporal();
  giveWords(moments, true);
  const cues = new Map<CueLanguage, Cues>();
  const situations = new Map(
    rules.situations.map(([id, title, playbook]) => [id, { title, playbook }]),
  );
  return {
    situations,
    find: async (text: string, zone: string, asOf: string) => {
      await Promise.all(
        find.languagesIn(text).map(async (language) => {
          const address = page.languages[language];
          if (!cues.has(language) && address !== undefined)
            cues.set(language, await fetchPack<Cues>(address));
        }),
      );
      return find.createReader(rules.rules, (language) => cues.get(language))({ text, zone }, asOf);
    },
    toCase: find.toCase,
    endsShown: find.endsShown,
    longestText: find.longestText,
  };
};

/**
 * What was pasted, and what it is about. The first text fetches what messages are recognised by, and each
 * language its words, from this site; the text itself goes nowhere.
 */
export function createFind(
  page: FindPage,
  flows: readonly FlowClocks[],
  now: () => string,
  zone: () => string,
) {
  const flowOf = (candidate: SituationFound | null) =>
    flows.find(({ id }) => id === candidate?.flow) ?? null;
  const text = signal('');
  const state = signal<FindState>('idle');
  const result = signal<FindOk | null>(null);
  /** The candidate that is looked at, from 0. */
  const at = signal(0);
  let known: Promise<Awaited<ReturnType<typeof load>>> | undefined;
  let titles: ReadonlyMap<string, { title: string; playbook: string }> = new Map();
  let patch: CasePatch = {};
  let endsOf: Awaited<ReturnType<typeof load>>['endsShown'] = () => [];

  const read = async (given: string): Promise<boolean> => {
    text.value = given;
    if (given.trim() === '') {
      batch(() => {
        result.value = null;
        state.value = 'idle';
      });
      return false;
    }
    if (result.peek() === null) state.value = 'coming';
    known ??= load(page);
    try {
      const tools = await known;
      const found = await tools.find(given, zone(), now());
      // Something newer was typed meanwhile.
      if (text.peek() !== given) return false;
      titles = tools.situations;
      endsOf = tools.endsShown;
      const parts = tools.toCase({}, found);
      // A clock beside the words is a page's; the words alone are the buyer's.
      const isPage = found.kind === 'ok' && found.moments.some(({ kind }) => kind === 'due');
      const words = given.trim().slice(0, LONGEST_NOTE);
      patch = {
        ...parts,
        notes: [{ at: now(), text: words, by: isPage ? 'platform' : 'buyer' }],
      };
      batch(() => {
        at.value = 0;
        result.value = found.kind === 'ok' ? found : null;
        state.value = found.kind === 'ok' ? 'here' : 'too-long';
      });
      return found.kind === 'ok';
    } catch {
      known = undefined;
      if (text.peek() === given) state.value = 'failed';
      return false;
    }
  };
  return {
    text,
    state,
    result,
    at,
    read,
    clear: () => void read(''),
    situation: (id: string) => titles.get(id) ?? { title: id, playbook: '' },
    /** What a case is made of, with the candidate that was chosen; with none where none fits. */
    recognised: (candidate: SituationFound | null): Recognised => {
      const found = result.peek();
      return {
        situation: candidate?.situation ?? null,
        flow: candidate?.flow ?? null,
        patch,
        ends: found === null ? [] : endsOf(text.peek(), found, flowOf(candidate)),
      };
    },
  };
}

export type Find = ReturnType<typeof createFind>;
