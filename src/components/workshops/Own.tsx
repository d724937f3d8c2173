import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Language } from '@/calculators/shared/rule.ts';
import { readData } from '../platform/embedded.ts';
import { onFragmentChange, readFragment, readQuery } from '../platform/fragment.ts';
import { fetchPack } from '../platform/packs.ts';
import { useStands } from '../ui/use-said.ts';
import { pagesOf, readOwnPlan, type ExercisePack } from './own-page.ts';
import { createExerciseWords } from './words.ts';

/** The pages a plan has. */
export type OwnKind = 'run' | 'trainer' | 'projector' | 'handout';

/** What the page of a plan of one's own carries: everything but the plan, which its address holds. */
export interface OwnPageData {
  pack: string;
  strings: Readonly<Record<string, string>>;
}

interface OwnProps {
  base: string;
  language: Language;
  folder: string;
  builtOn: string;
  kind: OwnKind;
}

type Shown = { view: ComponentChild; name: string; leftOut: readonly string[] };

const NONE: readonly string[] = [];

/** A page of a plan somebody put together: reads the plan from the address, then is the page of a ready one. */
export function Own({ base, language, folder, builtOn, kind }: OwnProps) {
  const { pack, strings } = useMemo(() => readData<OwnPageData>(`${base}-data`), []);
  const words = useMemo(() => createExerciseWords(language, strings), []);
  const shown = useSignal<Shown | null>(null);
  const problem = useSignal<'no-plan' | 'no-network' | null>(null);
  const { own } = words;
  const { view, name, leftOut } = shown.value ?? { view: null, name: '', leftOut: NONE };
  const tells = useStands(leftOut.length > 0 ? leftOut : null);

  const open = async () => {
    const read = readOwnPlan(readFragment()) ?? readOwnPlan(readQuery());
    problem.value = null;
    if (!read) {
      problem.value = 'no-plan';
      return;
    }
    try {
      const pages = pagesOf(read.plan, await fetchPack<ExercisePack>(pack), words);
      if (pages.exercises.length === 0) {
        problem.value = 'no-plan';
        return;
      }
      const common = { base: `${base}-${kind}`, language, builtOn };
      const view = await VIEWS[kind](pages, strings, { ...common, folder });
      shown.value = { view, name: read.plan.name, leftOut: [...read.wrong, ...pages.unknown] };
    } catch {
      problem.value = 'no-network';
    }
  };
  useLayoutEffect(() => {
    void open();
    return onFragmentChange(() => {
      // The pages themselves write seed and team there, without a word to this one.
      shown.value = null;
      void open();
    });
  }, []);

  if (problem.value !== null)
    return (
      <div class="notice" role="alert">
        <p>{own(`own.${problem.value}`)}</p>
        <p>
          <a href={`/${folder}/workshops/own/`}>{own('own.compose')}</a>
        </p>
      </div>
    );
  return (
    <>
      {view === null && <p role="status">{own('own.loading')}</p>}
      {name !== '' && kind !== 'handout' && (
        <p class="own-name">
          <strong>{name}</strong>
        </p>
      )}
      {leftOut.length > 0 && tells && (
        <p class="notice no-print">{own('own.left-out', { parts: words.list(leftOut) })}</p>
      )}
      {view}
    </>
  );
}

type Pages = ReturnType<typeof pagesOf>;
type Strings = OwnPageData['strings'];
type Common = { base: string; language: Language; builtOn: string; folder: string };

const VIEWS: Readonly<
  Record<OwnKind, (pages: Pages, strings: Strings, common: Common) => Promise<ComponentChild>>
> = {
  run: async (pages, strings, common) => {
    const { Session } = await import('./Session.tsx');
    return <Session {...common} page={pages.session(strings)} />;
  },
  trainer: async (pages, strings, { base, language, builtOn }) => {
    const { Trainer } = await import('./Trainer.tsx');
    return (
      <Trainer base={base} language={language} builtOn={builtOn} page={pages.stage(strings)} />
    );
  },
  projector: async (pages, strings, { base, language }) => {
    const { Projector } = await import('./Projector.tsx');
    return <Projector base={base} language={language} page={pages.stage(strings)} />;
  },
  handout: async (pages, strings, common) => {
    const { Handout } = await import('./Handout.tsx');
    return <Handout {...common} page={pages.handout(strings)} />;
  },
};
