import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import {
  collect,
  middleOf,
  type CodedPlan,
  type Collected,
  type Outcome,
} from '@/calculators/exercise/index.ts';
import { buildCsv } from '@/calculators/shared/csv.ts';
import type { Language, Localized } from '@/calculators/shared/rule.ts';
import { saveFile } from '../platform/download.ts';
import { readData } from '../platform/embedded.ts';
import { printPage } from '../platform/print.ts';
import { Field } from '../ui/Field.tsx';
import { createExerciseWords, type ExerciseWords } from './words.ts';

/** What the page of the collector carries: of each exercise only what a code speaks of. */
export interface CollectPage {
  plans: readonly (CodedPlan & { title: Localized })[];
  strings: Readonly<Record<string, string>>;
}

interface CollectProps {
  base: string;
  language: Language;
}

const SHARES = ['right', 'near', 'wrong', 'unanswered'] as const;

/** The trainer's end: codes pasted at once become a chart for the debrief and a table to take away. */
export function Collect({ base, language }: CollectProps) {
  const page = useMemo(() => readData<CollectPage>(`${base}-data`), []);
  const words = useMemo(() => createExerciseWords(language, page.strings), []);
  const { own } = words;
  const pasted = useSignal('');
  const isReady = useSignal(false);
  const found = useComputed(() => collect(pasted.value, page.plans));
  useLayoutEffect(() => {
    isReady.value = true;
  }, []);
  const { plan, people, outcomes, refused, repeated, strangers } = found.value;
  return (
    <div class="collect" id={base}>
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
        <section class="notice" aria-label={own('collect.refused')}>
          <p>
            <strong>{own('collect.refused')}</strong>
          </p>
          <ul>
            {refused.map(({ code, issue }) => (
              <li key={code}>{words.text(issue.key, issue.values)}</li>
            ))}
          </ul>
        </section>
      )}
      {plan && (
        <>
          <h2>
            {words.of(
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
                saveFile(`workshop-${plan.id}.csv`, 'text/csv', tableOf(found.value, words))
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
          const { exercise, mistakes, numbers } = outcome;
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
              </td>
              <td>
                {numbers.length > 0 &&
                  own('collect.low-middle-high', {
                    low: words.count(numbers[0] ?? 0),
                    middle: words.count(middleOf(numbers) ?? 0),
                    high: words.count(numbers.at(-1) ?? 0),
                  })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function tableOf({ plan, people }: Collected, words: ExerciseWords): string {
  const { own } = words;
  const exercises = plan?.exercises ?? [];
  return buildCsv([
    [
      own('collect.tag'),
      own('team'),
      ...exercises.flatMap(({ id }) => [
        id,
        `${id} ${own('collect.mistakes')}`,
        `${id} ${own('collect.answer')}`,
      ]),
    ],
    ...people.map(({ tag, team, answers }) => [
      tag,
      team,
      ...answers.flatMap(({ verdict, mistake, number, options, minutes }) => [
        own(`collect.${verdict ?? 'unanswered'}`),
        mistake ?? '',
        number ?? minutes ?? options.join(' '),
      ]),
    ]),
  ]);
}
