import type { PlannerOk } from '@/calculators/deadline-planner/index.ts';
import { currentAddress } from '../../../platform/fragment.ts';
import { printPage } from '../../../platform/print.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Countdown } from '../../../ui/Countdown.tsx';
import { Standing } from '../../../ui/Standing.tsx';
import { scriptAddress, situationFor } from '../advice-scripts.ts';
import type { CitedRule } from '../content.ts';
import type { Planner } from '../deadline-planner.model.ts';
import { adviceLine, answerLine, standingOf, type Words } from '../words.ts';
import { Times } from './Times.tsx';

interface AnswerProps {
  model: Planner;
  result: PlannerOk;
  rules: readonly CitedRule[];
  words: Words;
  folder: string;
  /** Address of the tool's own page. */
  toolAddress: string;
  embedded: boolean;
}

/** The answer: what must be done next and until when, in words; then what to do about it. */
export function Answer({
  model,
  result,
  rules,
  words,
  folder,
  toolAddress,
  embedded,
}: AnswerProps) {
  const { own } = words;
  const next = result.deadlines.find((one) => one.id === result.next);
  const day = result.asOf.slice(0, 10);
  const overdue = rules.filter((rule) => result.usedRules.includes(rule.id) && rule.reviewOn < day);
  const link = () => new URL(toolAddress, currentAddress()).href;
  return (
    <div class="answer-card">
      {next && <Standing is={standingOf(next)} word={words.statusWord(next)} />}
      <div aria-live="polite" aria-atomic="true">
        <p class="sentence">{answerLine(words, result)}</p>
      </div>
      <output class="unseen" name="next" data-value={result.next ?? 'null'} aria-live="off">
        {next ? words.deadline(next.id) : '–'}
      </output>
      {next?.dueAt && (
        <>
          <p class="big-left">
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
          <Times at={next.dueAt} result={result} words={words} />
        </>
      )}
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
                  {adviceLine(words, result, advice)}
                  {situation && (
                    <>
                      {' '}
                      <a href={scriptAddress(folder, situation)}>{own('page.script')}</a>
                    </>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      )}
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
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {overdue.length > 0 && (
        <p class="notice">
          {words.text('tool.common.overdue', {
            rules: overdue.map((rule) => rule.title).join(words.comma),
          })}
        </p>
      )}
      <p class="muted">{own('estimate-note')}</p>
      <div class="button-row answer-actions">
        <CopyButton
          primary
          label={words.text('tool.common.copy-result')}
          done={words.text('tool.common.copied')}
          failed={words.text('tool.common.copy-failed')}
          text={() => `${answerLine(words, result)} ${link()}${model.permalink.value}`}
        />
        <CopyButton
          label={words.text('tool.common.copy-link')}
          done={words.text('tool.common.copied')}
          failed={words.text('tool.common.copy-failed')}
          text={() => link() + model.permalink.value}
        />
        {embedded ? (
          <a class="action" href={toolAddress + model.permalink.value}>
            {own('page.open-full')}
          </a>
        ) : (
          <button type="button" class="action" onClick={printPage}>
            {words.text('tool.common.print')}
          </button>
        )}
      </div>
    </div>
  );
}
