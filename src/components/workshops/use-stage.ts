import { useSignal, type ReadonlySignal, type Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { solve, type Ask, type Case } from '@/calculators/exercise/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { untilHere } from '../platform/once.ts';
import { fetchQr } from './Qr.tsx';
import { fetchTools, type SolvedCase, type StagePage } from './stage-page.ts';

/** Whether all that a window of a workshop fetches has arrived, or some of it did not. */
export function useFetched(page: StagePage, ask: Ask, asOf: () => string) {
  const state = useSignal<'coming' | 'lost' | 'here'>('coming');
  useLayoutEffect(() => {
    const load = async () => {
      await Promise.all([fetchQr(), fetchTools(page, ask, asOf())]);
      state.value = 'here';
    };
    return untilHere(load, () => (state.value = 'lost'));
  }, []);
  return { isReady: state.value === 'here', isLost: state.value === 'lost' };
}

/** Solves each case that comes; one whose tool did not arrive once it has. */
export function useSolving(
  one: ReadonlySignal<Case | null>,
  solved: Signal<SolvedCase | null>,
  by: { ask: Ask; asOf: () => string; language: Language; isReady: boolean },
) {
  useLayoutEffect(() => {
    const of = one.value;
    if (solved.peek()?.of === of) return;
    solved.value = null;
    if (of)
      solve(of, by.ask, by.asOf(), by.language).then(
        (found) => {
          if (of === one.value) solved.value = { of, found };
        },
        () => undefined,
      );
  }, [one.value, by.isReady]);
}
