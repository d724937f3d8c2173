/** What a pasted text is about, read where no key waits for it. */
import type {
  CueLanguage,
  CueRules,
  Cues,
  EndShown,
  FindResult,
  FlowClocks,
} from '@/calculators/find-case/index.ts';
import type { CasePatch } from '@/calculators/shared/case.ts';
import { knowEveryWord } from '@/calculators/shared/moment/every-word.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { fetchPack } from '../../../platform/packs.ts';

/** Where a page fetches what it recognises messages by: nothing of it is there before one is pasted. */
export interface FindPage {
  /** The points, and the situations in the page's language. */
  rules: string;
  /** The words of each language. */
  languages: Readonly<Record<string, string>>;
}

export interface FindRules {
  rules: CueRules;
  /** Each with its title in the page's language and the page of the handbook it leads to. */
  situations: readonly (readonly [id: string, title: string, playbook: string])[];
}

/** What is asked of a text. */
export interface FindQuestion {
  page: FindPage;
  flows: readonly FlowClocks[];
  text: string;
  zone: string;
  asOf: string;
}

export interface Found {
  result: FindResult;
  /** What the text says of its case for certain. */
  patch: CasePatch;
  /** The ends it shows, for each kind of case it may be about, by its id; `` where it is about none. */
  ends: Readonly<Record<string, readonly EndShown[]>>;
  /** How the situations it may be about are called, and where they lead. */
  titles: Readonly<Record<string, { title: string; playbook: string }>>;
}

const load = async (page: FindPage) => {
  knowEveryWord();
  const [find, { rules, situations }] = await Promise.all([
    import('@/calculators/find-case/index.ts'),
    fetchPack<FindRules>(page.rules),
    loadTemporal(),
  ]);
  const cues = new Map<CueLanguage, Cues>();
  return {
    ...find,
    cues,
    read: find.createReader(rules, (language) => cues.get(language)),
    titles: new Map(situations.map(([id, title, playbook]) => [id, { title, playbook }])),
  };
};

/** Reads texts. What it reads them by comes with the first, and the words of a language with the first in it. */
export function createFinding(): (question: FindQuestion) => Promise<Found> {
  let known: ReturnType<typeof load> | undefined;
  return async ({ page, flows, text, zone, asOf }) => {
    known ??= load(page).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    const { cues, read, titles, languagesIn, endsShown, toCase } = await known;
    await Promise.all(
      languagesIn(text).map(async (language) => {
        const address = page.languages[language];
        if (!cues.has(language) && address !== undefined)
          cues.set(language, await fetchPack<Cues>(address));
      }),
    );
    const result = read({ text, zone }, asOf);
    const candidates = result.kind === 'ok' ? result.candidates : [];
    return {
      result,
      patch: toCase({}, result),
      ends:
        result.kind === 'ok'
          ? Object.fromEntries(
              [null, ...candidates.map(({ flow }) => flow)].map((id) => [
                id ?? '',
                endsShown(text, result, flows.find((flow) => flow.id === id) ?? null),
              ]),
            )
          : {},
      titles: Object.fromEntries(
        candidates.flatMap(({ situation }) => {
          const title = titles.get(situation);
          return title ? [[situation, title]] : [];
        }),
      ),
    };
  };
}
