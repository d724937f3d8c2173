import type { Deadline, PlannerOk } from '@/calculators/deadline-planner/index.ts';
import type { CitedRule } from '@/calculators/shared/cited.ts';
import { Countdown } from '../../../ui/Countdown.tsx';
import { Standing } from '../../../ui/Standing.tsx';
import type { Planner } from '../deadline-planner.model.ts';
import { draw, drawn, isLost } from '../drawn.ts';
import { standingOf, type Words } from '../words.ts';
import { Times } from './Times.tsx';

interface LadderProps {
  model: Planner;
  result: PlannerOk;
  rules: readonly CitedRule[];
  words: Words;
}

/** Every clock of the case in the order it ends, each with its reasons. */
export function Ladder({ model, result, rules, words }: LadderProps) {
  const { own } = words;
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id);
  const publisherOf = (rule: string, source: string) =>
    ruleOf(rule)?.rivals.find((rival) => rival.source === source)?.publisher ?? source;

  const parts = drawn.value;
  const steps = parts?.explain(result) ?? [];
  const why = (one: Deadline) => (
    <details class="why" onToggle={() => void draw()}>
      <summary>{own('view.why')}</summary>
      {parts ? (
        <parts.Reasons
          steps={steps.filter((step) => step.of === one.id)}
          rules={rules}
          day={result.asOf.slice(0, 10)}
          words={words}
        />
      ) : (
        <p class="muted">{isLost.value ? own('page.parts-failed') : ''}</p>
      )}
    </details>
  );

  return (
    <ol class="ladder">
      {result.deadlines.map((one) => (
        <li key={one.id} data-id={one.id} class={`rung ${one.status}`}>
          <div class="rung-head">
            <h3>{words.deadline(one.id)}</h3>
            <Standing is={standingOf(one)} word={words.statusWord(one)} />
          </div>
          <output class="unseen" name="status" data-value={one.status} aria-live="off">
            {words.statusWord(one)}
          </output>
          <p class="muted">
            {own('page.who-what', {
              actor: own(`actor.${one.actor}`),
              kind: own(`kind.${one.kind}`),
            })}
          </p>
          {one.dueAt ? (
            <>
              <Times at={one.dueAt} result={result} words={words} name="dueAt" />
              <dl class="times extra">
                <div>
                  <dt>
                    {own((one.remainingSeconds ?? 0) < 0 ? 'view.column.over' : 'view.column.left')}
                  </dt>
                  <dd>
                    <Countdown
                      name="remainingSeconds"
                      end={Date.parse(one.dueAt)}
                      now={model.clock}
                      write={words.tickingPlain}
                    />
                  </dd>
                </div>
                <div>
                  <dt>{own('view.column.last')}</dt>
                  <dd>
                    <output
                      name="lastWorkingMoment"
                      data-value={one.lastWorkingMoment ?? 'null'}
                      aria-live="off"
                    >
                      {one.lastWorkingMoment
                        ? words.moment(one.lastWorkingMoment, result.zones.mine)
                        : own('view.plan-missing')}
                    </output>
                  </dd>
                </div>
              </dl>
            </>
          ) : (
            <p>
              <output name="dueAt" data-value="null" aria-live="off">
                {one.status === 'waiting'
                  ? own('explain.waiting', { event: words.event(one.startsFrom) })
                  : own('view.plan-missing')}
              </output>
              {one.dueNotBefore && (
                <>
                  {' '}
                  {own('explain.not-before', {
                    at: words.moment(one.dueNotBefore, result.zones.platform),
                  })}
                </>
              )}
            </p>
          )}
          {one.earliestAt && one.earliestAt !== one.dueAt && (
            <p class="muted">
              {own('view.earliest', {
                at: words.moment(one.earliestAt, result.zones.platform),
              })}
            </p>
          )}
          {one.otherReading && (
            <p class="muted">
              <output name="otherReading" data-value={one.otherReading.dueAt} aria-live="off">
                {own(`page.other-reading.${one.otherReading.reason}`, {
                  at: words.moment(one.otherReading.dueAt, result.zones.platform),
                })}
              </output>
            </p>
          )}
          {one.shown && <p class="badge">{own('view.shown')}</p>}
          {one.status !== 'waiting' && (
            <p class="timeout">
              {own('page.if-nobody', { outcome: own(`timeout.${one.onTimeout}`) })}
            </p>
          )}
          {one.status !== 'waiting' && one.rivals.length > 0 && (
            <ul class="rivals" aria-label={own('view.rivals')}>
              {one.rivals.map((rival, i) => (
                <li
                  key={i}
                  class={rival.earlier ? 'earlier' : undefined}
                  data-value={rival.dueAt ?? 'null'}
                >
                  {own(rival.dueAt ? 'page.rival' : 'page.rival-uncounted', {
                    figure: words.figure(rival.value, rival.unit),
                    source: publisherOf(one.ruleId, rival.source),
                    at: rival.dueAt ? words.moment(rival.dueAt, result.zones.platform) : '',
                  })}
                </li>
              ))}
            </ul>
          )}
          {one.status !== 'waiting' && why(one)}
        </li>
      ))}
    </ol>
  );
}
