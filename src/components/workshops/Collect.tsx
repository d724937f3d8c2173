import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import {
  collect,
  middleOf,
  type CodedPlan,
  type Exercise,
  type Outcome,
} from '@/calculators/exercise/index.ts';
import type { Language, Localized } from '@/calculators/shared/rule.ts';
import { saveFile } from '../platform/download.ts';
import { readData } from '../platform/embedded.ts';
import { printPage } from '../platform/print.ts';
import { Field } from '../ui/Field.tsx';
import { resultsTable } from './collect-table.ts';
import { Scanner } from './parts/Scanner.tsx';
import { createExerciseWords, type ExerciseWords } from './words.ts';

/** What the page of the collector carries: of each exercise only what a code speaks of. */
export interface CollectPage {
  exercises: readonly Exercise[];
  plans: readonly { id: string; letter: string; title: Localized; exercises: readonly string[] }[];
  strings: Readonly<Record<string, string>>;
}

interface CollectProps {
  base: string;
  language: Language;
}

/** Enough of a code to find it among forty. */
const LONGEST_SHOWN = 20;
const SHARES = ['right', 'near', 'wrong', 'unanswered'] as const;

/** The trainer's end: codes pasted at once become a chart for the debrief and a table to take away. */
export function Collect({ base, language }: CollectProps) {
  const page = useMemo(() => readData<CollectPage>(`${base}-data`), []);
  const words = useMemo(() => createExerciseWords(language, page.strings), []);
  const { own } = words;
  const pasted = useSignal('');
  const isReady = useSignal(false);
  const plans = useMemo(
    () =>
      page.plans.map((plan): CodedPlan => {
        const exercises = plan.exercises.flatMap(
          (id) => page.exercises.find((each) => each.id === id) ?? [],
        );
        return { id: plan.id, letter: plan.letter, exercises };
      }),
    [],
  );
  const found = useComputed(() => collect(pasted.value, plans, page.exercises));
  useLayoutEffect(() => {
    isReady.value = true;
  }, []);
  /** A code of the camera goes where codes are pasted, unless it stands there. */
  const take = (code: string): boolean => {
    const before = pasted.value.trimEnd();
    if (before.split('\n').some((line) => line.trim() === code)) return false;
    pasted.value = before === '' ? code : `${before}\n${code}`;
    return true;
  };
  const { plan, people, outcomes, refused, repeated, strangers } = found.value;
  return (
    <div class="collect" id={base}>
      <div class="no-print">
        <Field
          id={`${base}-codes`}
          label={own('collect.codes')}
          help={own('collect.codes-help')}
          wide
        >
          {(described) => (
            <textarea
              {...described}
              name="codes"
              rows={8}
              spellcheck={false}
              value={pasted.value}
              onInput={(event) => (pasted.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <Scanner words={words} take={take} />
      </div>
      <p class="ready" data-ready={isReady.value ? '' : undefined} role="status">
        {people.length + refused.length > 0 && (
          <>
            {words.counted('tool.exercise.collect.people', people.length)}
            {repeated > 0 && ` ${words.counted('tool.exercise.collect.repeated', repeated)}`}
            {strangers > 0 && ` ${words.counted('tool.exercise.collect.strangers', strangers)}`}
          </>
        )}
      </p>
      {refused.length > 0 && (
        <section class="notice no-print" aria-label={own('collect.refused')}>
          <p>
            <strong>{own('collect.refused')}</strong>
          </p>
          <ul>
            {refused.map(({ code, issues }) => (
              <li key={code} data-id={code}>
                <code>{code.slice(0, LONGEST_SHOWN)}</code>{' '}
                {words.sentences(issues.map(({ key, values }) => words.text(key, values)))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan && (
        <>
          <h2>
            {plan.letter === null
              ? own('collect.own-plan')
              : words.of(
                  page.plans.find(({ id }) => id === plan.id)?.title ?? { en: '', 'zh-CN': '' },
                )}
          </h2>
          <div class="shares-box" role="region" tabIndex={0} aria-label={own('collect.chart')}>
            <Chart outcomes={outcomes} words={words} />
          </div>
          <div class="button-row">
            <button
              type="button"
              class="action primary"
              onClick={() =>
                saveFile(
                  `workshop-${plan.letter === null ? 'own' : plan.id}.csv`,
                  'text/csv',
                  resultsTable(found.value, words),
                )
              }
            >
              {own('collect.csv')}
            </button>
            <button type="button" class="action" onClick={printPage}>
              {words.common('print')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

/** Shares as bars, each with its numbers beside it: the table is the chart. */
function Chart({ outcomes, words }: { outcomes: readonly Outcome[]; words: ExerciseWords }) {
  const { own } = words;
  return (
    <table class="shares">
      <thead>
        <tr>
          <th scope="col">{own('collect.exercise')}</th>
          {SHARES.map((share) => (
            <th key={share} scope="col" class="figure">
              {own(`collect.${share}`)}
            </th>
          ))}
          <th scope="col">{own('collect.mistakes')}</th>
          <th scope="col">{own('collect.spread')}</th>
        </tr>
      </thead>
      <tbody>
        {outcomes.map((outcome) => {
          const { exercise, mistakes, chosen, numbers } = outcome;
          const { question } = exercise;
          const options = 'options' in question ? question.options : [];
          const all = SHARES.reduce((sum, share) => sum + outcome[share], 0);
          let from = 0;
          return (
            <tr key={exercise.id} data-id={exercise.id}>
              <th scope="row">
                {words.of(exercise.title)}
                <svg
                  class="share-bar"
                  viewBox="0 0 100 6"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  {SHARES.map((share) => {
                    const width = all === 0 ? 0 : (100 * outcome[share]) / all;
                    const at = from;
                    from += width;
                    return <rect key={share} data-share={share} x={at} width={width} height="6" />;
                  })}
                </svg>
              </th>
              {SHARES.map((share) => (
                <td key={share} class="figure">
                  <output
                    name={`${exercise.id}.${share}`}
                    data-value={outcome[share]}
                    aria-live="off"
                  >
                    {outcome[share]}
                  </output>
                  {share === 'right' && all > 0 && (
                    <>
                      {' '}
                      <small>
                        {words.percent(String(Math.round((100 * outcome.right) / all)))}
                      </small>
                    </>
                  )}
                </td>
              ))}
              <td>
                {mistakes.map(({ id, times }) => {
                  const says = exercise.mistakes.find((each) => each.id === id)?.says;
                  return (
                    <p key={id}>
                      {times} × {says ? words.of(says) : id}
                    </p>
                  );
                })}
                {chosen.length > 0 && (
                  <>
                    <p class="muted">{own('collect.chosen')}</p>
                    {chosen.map(({ id, times }) => {
                      const option = options.find((each) => each.id === id);
                      return (
                        <p key={id} data-option={id}>
                          {times} × {option ? words.of(option.text) : id}
                        </p>
                      );
                    })}
                  </>
                )}
              </td>
              <td>{numbers.length > 0 && <Spread numbers={numbers} words={words} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Where the numbers lie: a stroke for each, and in words the ends and the middle. */
function Spread({ numbers, words }: { numbers: readonly number[]; words: ExerciseWords }) {
  const [low, high] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  const at = (number: number) => (high === low ? 50 : 2 + (96 * (number - low)) / (high - low));
  return (
    <>
      {words.own('collect.low-middle-high', {
        low: words.count(low),
        middle: words.count(middleOf(numbers) ?? 0),
        high: words.count(high),
      })}
      <svg class="spread" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 9h100" />
        {numbers.map((number, i) => (
          <path key={i} d={`M${at(number)} 1v8`} />
        ))}
      </svg>
    </>
  );
}
