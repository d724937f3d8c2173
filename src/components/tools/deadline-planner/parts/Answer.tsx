import type { PlannerOk } from '@/calculators/deadline-planner/index.ts';
import type { CitedRule } from '@/calculators/shared/cited.ts';
import { Countdown } from '../../../ui/Countdown.tsx';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import { Overdue } from '../../shared/Why.tsx';
import { scriptLink } from '../../shared/script-link.ts';
import { situationFor } from '../advice-scripts.ts';
import type { Planner } from '../deadline-planner.model.ts';
import { adviceLine, type Words } from '../words.ts';
import { Times } from './Times.tsx';

interface PartProps {
  result: PlannerOk;
  words: Words;
}

/** The time that is left, large, and its end on each clock that matters. */
export function Lead({ model, result, words }: PartProps & { model: Planner }) {
  const { own } = words;
  const next = result.deadlines.find((one) => one.id === result.next);
  return (
    <>
      <output class="unseen" name="next" data-value={result.next ?? 'null'} aria-live="off">
        {next ? words.deadline(next.id) : '–'}
      </output>
      {next?.dueAt && (
        <p class="lead-figure">
          <span class="muted">
            {own(next.status === 'overdue' ? 'view.column.over' : 'view.column.left')}
          </span>{' '}
          <Countdown
            name="next.remainingSeconds"
            end={Date.parse(next.dueAt)}
            now={model.clock}
            write={words.tickingPlain}
          />
        </p>
      )}
    </>
  );
}

/** When it ends on each clock, what happens if nobody acts, and what to do about it. */
export function Advice({ result, words, folder }: PartProps & { folder: string }) {
  const { own } = words;
  const next = result.deadlines.find((one) => one.id === result.next);
  return (
    <>
      {next?.dueAt && <Times at={next.dueAt} result={result} words={words} />}
      {next && next.status !== 'overdue' && (
        <p class="timeout">
          {own('page.if-nobody', { outcome: own(`timeout.${next.onTimeout}`) })}
        </p>
      )}
      {result.advice.length > 0 && (
        <section class="advice">
          <h2>{own('view.advice')}</h2>
          <ol>
            {result.advice.map((advice) => {
              const situation = situationFor(advice.id, result.flow);
              return (
                <li key={advice.id + advice.deadline} data-id={advice.id}>
                  <Unbroken text={adviceLine(words, result, advice)} />
                  {situation && (
                    <>
                      {' '}
                      <a href={scriptLink(folder, situation)}>{own('page.script')}</a>
                    </>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      )}
    </>
  );
}

/** What was read in two ways, what contradicts itself, and what the end shown does not promise. */
export function Notices({ result, words, rules }: PartProps & { rules: readonly CitedRule[] }) {
  const { own } = words;
  return (
    <>
      {result.questions.length > 0 && (
        <section class="notice read-twice">
          <h2>{own('view.questions')}</h2>
          <ul>
            {result.questions.map((question) => (
              <li key={question.event} data-id={question.event}>
                {own(`explain.question.${question.why}`, { text: question.text })}
                <ul>
                  {question.readings.map((reading) => (
                    <li key={reading.at}>{words.reading(reading)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      )}
      {result.warnings.length > 0 && (
        <div class="notice">
          <ul>
            {result.warnings.map((warning) => (
              <li key={warning.id + warning.event} data-id={warning.id}>
                {own(`warning.${warning.id}`, {
                  event: words.event(warning.event),
                  start: warning.values['start'] ? words.event(warning.values['start']) : '',
                  deadline: warning.values['clock'] ? words.deadline(warning.values['clock']) : '',
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Overdue
        rules={rules}
        usedRules={result.usedRules}
        day={result.asOf.slice(0, 10)}
        words={words}
      />
      <p class="muted">{own('estimate-note')}</p>
    </>
  );
}
