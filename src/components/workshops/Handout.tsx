import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import {
  openCase,
  readSeed,
  solve,
  type Case,
  type Exercise,
  type Solved,
} from '@/calculators/exercise/index.ts';
import { encode, type PermalinkValue } from '@/calculators/shared/permalink.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { now } from '../platform/clock.ts';
import { readData } from '../platform/embedded.ts';
import { onFragmentChange, readFragment, readQuery, writeFragment } from '../platform/fragment.ts';
import { untilHere } from '../platform/once.ts';
import { saveFile } from '../platform/download.ts';
import { printPage } from '../platform/print.ts';
import { TextField } from '../ui/TextField.tsx';
import { keptFields, MOST_SHEETS, readCaseLink, readTeams, type CaseLink } from './case-link.ts';
import { askThrough } from './doors.ts';
import { toExamText, toGift, toTable, type Solution } from './elsewhere.ts';
import { keyLines } from './key-lines.ts';
import { LinkNotice } from './parts/LinkNotice.tsx';
import { contentOf, type Slice } from './slice-content.ts';
import { createExerciseWords, type ExerciseWords } from './words.ts';
import { Unbroken } from '../ui/Unbroken.tsx';

await loadTemporal();

/** What the page of a handout carries. */
export interface HandoutPage {
  title: string;
  exercises: readonly Exercise[];
  slice: Slice;
  strings: Readonly<Record<string, string>>;
  /** What the address carries beside seed and teams. */
  keep?: Readonly<Record<string, PermalinkValue>>;
}

interface HandoutProps {
  base: string;
  /** A plan that did not travel in the page. */
  page?: HandoutPage;
  language: Language;
  folder: string;
  builtOn: string;
}

const FIRST_SEED = '1';

/** Sheets of paper for a plan: one for all teams or one for each, with answers or without. */
export function Handout({ base, language, folder, builtOn, page: given }: HandoutProps) {
  const page = useMemo(() => given ?? readData<HandoutPage>(`${base}-data`), []);
  const words = useMemo(() => createExerciseWords(language, page.strings), []);
  const ask = useMemo(() => askThrough(contentOf(page.slice)), []);
  const { own } = words;
  const seedText = useSignal(FIRST_SEED);
  const teamsText = useSignal('');
  const withKeys = useSignal(false);
  const asOf = useSignal(builtOn);
  const isReady = useSignal(false);
  const isLost = useSignal(false);
  const asked = useSignal<CaseLink | null>(null);
  const solved = useSignal<readonly (readonly Solved[])[]>([]);

  const seed = useComputed(() => readSeed(seedText.value));
  const teams = useComputed(() => (teamsText.value.trim() === '' ? 0 : readTeams(teamsText.value)));
  const sheets = useComputed(() => {
    const [of, count] = [seed.value ?? FIRST_SEED, teams.value ?? 0];
    const numbers = count === 0 ? [0] : Array.from({ length: count }, (_, i) => i + 1);
    return numbers.map((team) => page.exercises.map((exercise) => openCase(exercise, of, team)));
  });

  useLayoutEffect(() => {
    const open = (...addresses: string[]) => {
      const link = readCaseLink(addresses, ['seed', 'teams', ...keptFields(page.keep)]);
      if (link === null) return;
      asked.value = link;
      if (link.isLost) return;
      seedText.value = link.seed ?? FIRST_SEED;
      teamsText.value = link.teams > 0 ? String(link.teams) : '';
    };
    open(readFragment(), readQuery());
    asOf.value = now();
    return onFragmentChange(() => open(readFragment()));
  }, []);
  useSignalEffect(() => {
    const all = sheets.value;
    const at = asOf.value;
    solved.value = [];
    if (import.meta.env.SSR) return undefined;
    const load = async () => {
      const keys = await Promise.all(
        all.map((sheet) => Promise.all(sheet.map((one) => solve(one, ask, at, language)))),
      );
      // Another seed may have been typed meanwhile.
      if (all !== sheets.peek()) return;
      solved.value = keys;
      isReady.value = true;
      isLost.value = false;
    };
    return untilHere(load, () => (isLost.value = true));
  });
  /** The first sheet as other programs want it. */
  const set = (): Solution[] =>
    (sheets.value[0] ?? []).flatMap((one, k) => {
      const key = solved.value[0]?.[k];
      return key ? [[one, key] as const] : [];
    });
  const save = (name: string, type: string, text: string) =>
    saveFile(`workshop-${seed.value ?? FIRST_SEED}.${name}`, type, text);
  const change = (field: typeof seedText, value: string) => {
    field.value = value;
    asked.value = null;
    if (seed.value !== null && teams.value !== null)
      writeFragment(
        encode({
          ...page.keep,
          seed: seed.value,
          ...(teams.value > 0 ? { teams: teams.value } : {}),
        }),
      );
  };

  return (
    <div class="handout" id={base}>
      <div class="handout-form no-print">
        <LinkNotice link={asked.value} words={words} />
        <div class="fields">
          <TextField
            id={`${base}-seed`}
            name="seed"
            label={own('seed')}
            help={own('seed-help')}
            value={seedText.value}
            error={seed.value === null ? own('seed-error') : undefined}
            onInput={(value) => change(seedText, value)}
          />
          <TextField
            id={`${base}-teams`}
            name="teams"
            label={own('handout.teams')}
            help={own('handout.teams-help')}
            value={teamsText.value}
            inputMode="numeric"
            error={
              teams.value === null ? own('handout.teams-error', { most: MOST_SHEETS }) : undefined
            }
            onInput={(value) => change(teamsText, value)}
          />
        </div>
        <label class="handout-keys">
          <input
            type="checkbox"
            name="withKeys"
            checked={withKeys.value}
            onChange={(event) => (withKeys.value = event.currentTarget.checked)}
          />
          <span>{own('handout.with-keys')}</span>
        </label>
        <div class="button-row">
          <button type="button" class="action primary" onClick={printPage}>
            {words.common('print')}
          </button>
          <button
            type="button"
            class="action"
            disabled={!isReady.value}
            onClick={() => save('gift.txt', 'text/plain', toGift(set(), words))}
          >
            {own('handout.gift')}
          </button>
          <button
            type="button"
            class="action"
            disabled={!isReady.value}
            onClick={() => save('tsv', 'text/tab-separated-values', toTable(set(), words))}
          >
            {own('handout.table')}
          </button>
          <button
            type="button"
            class="action"
            disabled={!isReady.value}
            onClick={() => save('exam.txt', 'text/plain', toExamText(set(), words))}
          >
            {own('handout.exam-text')}
          </button>
        </div>
        <p class="muted">
          <span class="ready" role="status" data-ready={isReady.value ? '' : undefined}>
            {isLost.value ? own('lost') : isReady.value ? own('ready') : ''}
          </span>
        </p>
      </div>
      {sheets.value.map((sheet, i) => (
        <section class="sheet" key={i}>
          <h2>{page.title}</h2>
          <p class="sheet-line">
            {sheet[0]?.team
              ? own('seed-title', { seed: sheet[0].seed, team: sheet[0].team })
              : own('stage.seed', { seed: sheet[0]?.seed ?? '' })}{' '}
            · {own('made-up')}
          </p>
          <p class="sheet-name">
            {withKeys.value ? own('handout.trainers-copy') : own('handout.name-line')}
          </p>
          <ol>
            {sheet.map((one, k) => (
              <Task
                key={one.exercise.id}
                one={one}
                words={words}
                folder={folder}
                solved={withKeys.value ? solved.value[i]?.[k] : undefined}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** One exercise on paper: the case, what is asked, room to write, and the key where it is wanted. */
function Task({
  one,
  words,
  folder,
  solved,
}: {
  one: Case;
  words: ExerciseWords;
  folder: string;
  solved: Solved | undefined;
}) {
  const { exercise, options } = one;
  const { question } = exercise;
  const { own } = words;
  const key = solved ? keyLines(one, solved, words) : [];
  const Lines = question.type === 'order' ? 'ol' : 'ul';
  return (
    <li class="task" data-id={exercise.id}>
      <h3>
        <a
          href={`/${folder}/workshops/${exercise.id}/${encode({ seed: one.seed, ...(one.team > 0 ? { team: one.team } : {}) })}`}
        >
          {words.of(exercise.title)}
        </a>
      </h3>
      <p>
        <Unbroken text={words.filled(exercise.participant, one)} />
      </p>
      <p>
        <strong>{words.of(question.prompt)}</strong>{' '}
        {question.type === 'choices' && own('choose-several')}
      </p>
      {options.length > 0 && (
        <ul class={question.type === 'order' ? 'places' : 'ticks'}>
          {options.map((option) => (
            <li key={option.id}>
              <Unbroken text={words.filled(option.text, one)} />
            </li>
          ))}
        </ul>
      )}
      {solved ? (
        <div class="key">
          {key.length === 1 ? (
            <p>
              <strong>{own('solution')}</strong>
              {words.colon}
              {key[0]}
            </p>
          ) : (
            <>
              <p>
                <strong>{own('solution')}</strong>
              </p>
              <Lines>
                {key.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </Lines>
            </>
          )}
          <p>
            <Unbroken text={words.filled(exercise.solution, one, solved)} />
          </p>
        </div>
      ) : (
        options.length === 0 && (
          <div class={question.type === 'text' ? 'write tall' : 'write'} aria-hidden="true" />
        )
      )}
    </li>
  );
}
