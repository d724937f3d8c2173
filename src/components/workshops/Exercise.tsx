import { effect, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { loadTemporal } from '@/calculators/shared/time.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { copyText } from '../platform/clipboard.ts';
import { now } from '../platform/clock.ts';
import { replay, takeEarly } from '../platform/early.ts';
import { readData } from '../platform/embedded.ts';
import {
  currentAddress,
  onFragmentChange,
  readFragment,
  readQuery,
  writeFragment,
} from '../platform/fragment.ts';
import { untilHere } from '../platform/once.ts';
import { printPage } from '../platform/print.ts';
import { sessionText } from '../platform/session.ts';
import { TextField } from '../ui/TextField.tsx';
import { useEscape, useSaid } from '../ui/use-said.ts';
import { readCaseLink, type CaseField, type CaseLink } from './case-link.ts';
import { createModel, type ExercisePage } from './exercise.model.ts';
import { readSheet } from './kept-work.ts';
import { LinkNotice } from './parts/LinkNotice.tsx';
import { Work } from './parts/Work.tsx';
import { createExerciseWords } from './words.ts';

await loadTemporal();

const ASKED: readonly CaseField[] = ['seed', 'team'];

interface ExerciseProps {
  base: string;
  language: Language;
  folder: string;
  builtOn: string;
}

/** One exercise: its case, the bet, the answer, and why it is right or wrong. */
export function Exercise({ base, language, folder, builtOn }: ExerciseProps) {
  const page = useMemo(() => readData<ExercisePage>(`${base}-data`), []);
  const model = useMemo(() => createModel(page, builtOn, language), []);
  const words = useMemo(() => createExerciseWords(language, page.strings), []);
  const early = useMemo(() => (import.meta.env.SSR ? [] : takeEarly(base)), []);
  const state = useSignal<'coming' | 'lost' | 'here'>('coming');
  const isTouched = useSignal(false);
  const said = useSaid();
  const asked = useSignal<CaseLink | null>(null);
  const kept = sessionText(`exercise.${page.exercise.id}`);
  const isTakenUp = useSignal(false);
  useEscape(isTakenUp, false);
  const { own } = words;
  const { seed, team } = model;
  const one = model.one.value;
  const permalink = model.permalink.value;
  const link = () => currentAddress().replace(/[?#].*$/, '') + permalink;

  useLayoutEffect(() => {
    const open = (...addresses: string[]) => {
      const link = readCaseLink(addresses, ASKED);
      if (link === null) return;
      asked.value = link;
      model.open(link);
      // What could not be read stays in the address until somebody changes the case: a reload says it again.
      isTouched.value = link.leftOut.length === 0;
    };
    open(readFragment(), readQuery());
    replay(early);
    const wake = async () => {
      await model.wake(now());
      const work = readSheet(kept.read())?.works[page.exercise.id];
      // What was typed while the page still woke is newer.
      if (work && model.kept.value === null) isTakenUp.value = await model.takeUp(work);
      state.value = 'here';
    };
    const stops = [
      untilHere(wake, () => (state.value = 'lost')),
      onFragmentChange(() => open(readFragment())),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);
  useLayoutEffect(() => {
    if (isTouched.value) writeFragment(permalink);
  }, [permalink, isTouched.value]);

  const keep = () => {
    const work = model.kept.value;
    if (state.value !== 'here') return;
    const works = work ? { [page.exercise.id]: work } : {};
    kept.write(work ? JSON.stringify({ at: 0, tag: '', sheet: 0, works }) : '');
  };
  // At once: `useSignalEffect` waits for a frame, and a tab can be left before it comes.
  useLayoutEffect(() => effect(keep), []);

  const change = (then: () => void) => {
    isTouched.value = true;
    asked.value = null;
    said.value = '';
    then();
  };
  return (
    <div class="exercise" id={base} data-case={permalink}>
      <LinkNotice link={asked.value} words={words} />
      {isTakenUp.value && (
        <div class="notice no-print" role="status">
          <p>{own('kept.taken-up')}</p>
          <div class="button-row">
            <button
              type="button"
              class="action"
              onClick={() => {
                model.restart();
                isTakenUp.value = false;
              }}
            >
              {own('kept.forget')}
            </button>
          </div>
        </div>
      )}
      <details class="seed-box">
        <summary>{own('seed-title', { seed: one.seed, team: one.team })}</summary>
        <p class="muted">{own('seed-help')}</p>
        <div class="fields">
          <TextField
            id={`${base}-seed`}
            name="seed"
            label={own('seed')}
            value={model.seedText.value}
            error={seed.value === null ? own('seed-error') : undefined}
            onInput={(value) => change(() => model.changeSeed(value))}
          />
          <TextField
            id={`${base}-team`}
            name="team"
            label={own('team')}
            help={own('team-help')}
            value={model.teamText.value}
            inputMode="numeric"
            error={team.value === null ? own('team-error') : undefined}
            onInput={(value) => change(() => model.changeTeam(value))}
          />
        </div>
      </details>

      <Work base={base} model={model} words={words} folder={folder} />

      <div class="button-row">
        <button type="button" class="action" onClick={() => change(model.another)}>
          {own('another')}
        </button>
        <button
          type="button"
          class="action"
          onClick={() =>
            void copyText(link()).then(
              (done) => (said.value = words.common(done ? 'copied' : 'copy-failed')),
            )
          }
        >
          {words.common('copy-link')}
        </button>
        <button type="button" class="action" onClick={printPage}>
          {words.common('print')}
        </button>
      </div>
      <p class="muted" role="status">
        {said.value}
      </p>
      <p class="muted">
        <span class="ready" role="status" data-ready={state.value === 'here' ? '' : undefined}>
          {state.value === 'here' ? own('ready') : state.value === 'lost' ? own('lost') : ''}
        </span>
      </p>
    </div>
  );
}
