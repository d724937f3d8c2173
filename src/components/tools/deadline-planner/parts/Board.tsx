import type { ReadonlySignal } from '@preact/signals';
import type { BoardError } from '@/calculators/deadline-planner/index.ts';
import { now as clockNow } from '../../../platform/clock.ts';
import { Countdown } from '../../../ui/Countdown.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Standing } from '../../../ui/Standing.tsx';
import type { Board } from '../board.model.ts';
import type { BoardLine } from '../board-desk.ts';
import { standingOf, type Words } from '../words.ts';
import { SavingState } from './CaseFiles.tsx';
import { RowsField } from './RowsField.tsx';

interface BoardPartProps {
  board: Board;
  words: Words;
  mine: string;
  clock: ReadonlySignal<number>;
  fieldId: (path: string) => string;
  example: () => string;
  onOpen: (line: BoardLine) => void;
  onKeep: () => void;
  onCalendar: () => void;
  onTable: () => void;
}

const COUNTS = [
  ['all', 'all'],
  ['dueToday', 'today'],
  ['actToday', 'act'],
  ['overdue', 'overdue'],
  ['dueSoon', 'soon'],
] as const;

/** Many cases at once, what burns first on top. */
export function BoardPart({
  board,
  words,
  mine,
  clock,
  fieldId,
  example,
  onOpen,
  onKeep,
  onCalendar,
  onTable,
}: BoardPartProps) {
  const { own } = words;
  const view = board.view.value;
  const shown = view?.lines.slice(0, board.shown.value) ?? [];
  /** A reason that lists kinds of case names them as the page does. */
  const reasonOf = ({ key, values }: BoardError) =>
    words.understood(
      key,
      typeof values['flows'] === 'string'
        ? { ...values, flows: values['flows'].split(', ').map(words.title).join(words.comma) }
        : values,
      mine,
    );
  const left = (view?.lines.length ?? 0) - shown.length;
  return (
    <section class="planner-section board" id={fieldId('board')}>
      <h2>{own('board.title')}</h2>
      <RowsField
        id={fieldId('board-rows')}
        words={words}
        value={board.text.value}
        onText={(text) => board.setText(text, clockNow())}
      />
      <div class="button-row">
        <button
          type="button"
          class="action"
          onClick={() => board.setText(example(), clockNow(), true)}
        >
          {own('page.board-example')}
        </button>
        {board.text.value !== '' && (
          <>
            <button type="button" class="action" onClick={() => board.setText('', clockNow())}>
              {words.text('tool.common.clear')}
            </button>
            {!board.isExample.value && (
              <button type="button" class="action" onClick={onKeep}>
                {own('board.keep')}
              </button>
            )}
          </>
        )}
        {view && view.lines.length > 0 && (
          <>
            <button type="button" class="action" onClick={onCalendar}>
              {own('file.download.ics')}
            </button>
            <button type="button" class="action" onClick={onTable}>
              {own('file.download.csv')}
            </button>
            <SavingState words={words} />
          </>
        )}
      </div>
      {board.isExample.value && (
        <p class="example-mark">{words.text('tool.common.example-note')}</p>
      )}
      <div aria-live="polite" aria-busy={board.busy.value ? 'true' : 'false'}>
        {view ? (
          <p class="board-counts">
            {COUNTS.map(([name, key]) => (
              <output key={name} name={`counts.${name}`} data-value={String(view.counts[name])}>
                {own(`board.count.${key}`, { count: view.counts[name] })}
              </output>
            ))}
          </p>
        ) : (
          <p class="muted">{own(board.busy.value ? 'page.board-busy' : 'board.empty')}</p>
        )}
      </div>
      {view?.questions.map((question) => (
        <Select
          key={question.name}
          id={fieldId(`board-kind-${question.lines[0] ?? 0}`)}
          name={`board.kind.${question.name}`}
          label={own('board.question', { name: question.name, count: question.lines.length })}
          value=""
          options={[
            { value: '', label: own('page.not-given') },
            ...question.flows.map((id) => ({ value: id, label: words.title(id) })),
          ]}
          onChange={(id) => {
            if (id) board.choose(question.name, id);
          }}
        />
      ))}
      {board.errors.value.length > 0 && (
        <div class="notice board-errors">
          <h3>{own('board.bad.title')}</h3>
          <ul>
            {board.errors.value.slice(0, 100).map((error) => (
              <li key={`${error.line} ${error.key}`} data-line={String(error.line)}>
                {own('board.bad', {
                  line: error.line,
                  reason: reasonOf(error),
                })}{' '}
                <code>{error.text}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {view && view.notices.length > 0 && (
        <div class="notice board-notices">
          <h3>{own('board.notice.title')}</h3>
          <ul>
            {view.notices.slice(0, 100).map((notice) => (
              <li key={`${notice.line} ${notice.key}`} data-line={String(notice.line)}>
                {own('board.bad', { line: notice.line, reason: reasonOf(notice) })}{' '}
                <code>{notice.text}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {shown.length > 0 && (
        <ol class="board-list">
          {shown.map((line) => (
            <li key={line.line} data-id={line.id}>
              <div class="board-case">
                <button type="button" class="link-button" onClick={() => onOpen(line)}>
                  {line.id}
                </button>
                <span class="muted">
                  {words.title(line.flow)}
                  {line.country && ` · ${words.country(line.country)}`}
                </span>
                {line.understood && (
                  <span class="muted">
                    {words.understood(line.understood.messageKey, line.understood.values, mine)}
                  </span>
                )}
                {line.note && <span class="board-note">{line.note}</span>}
              </div>
              {line.focus ? (
                <>
                  <div class="board-next">
                    <Standing is={standingOf(line.focus)} word={words.statusWord(line.focus)} />
                    <output name="next" data-value={line.focus.id} aria-live="off">
                      {words.deadline(line.focus.id)}
                    </output>
                    <output
                      class="unseen"
                      name="status"
                      data-value={line.focus.status}
                      aria-live="off"
                    >
                      {words.statusWord(line.focus)}
                    </output>
                  </div>
                  <div class="board-when">
                    {line.focus.dueAt ? (
                      <>
                        <output name="dueAt" data-value={line.focus.dueAt} aria-live="off">
                          {words.moment(line.focus.dueAt, mine)}
                        </output>
                        <Countdown
                          name="remainingSeconds"
                          end={Date.parse(line.focus.dueAt)}
                          now={clock}
                          write={words.ticking}
                        />
                        {line.focus.lastWorkingMoment && (
                          <span class="muted">
                            {own('page.board-last', {
                              at: words.moment(line.focus.lastWorkingMoment, mine),
                            })}
                          </span>
                        )}
                      </>
                    ) : (
                      <span>{own('view.plan-missing')}</span>
                    )}
                  </div>
                </>
              ) : (
                <span class="muted">{own('answer.done')}</span>
              )}
            </li>
          ))}
        </ol>
      )}
      {left > 0 && (
        <p class="button-row">
          <button type="button" class="action" onClick={board.more}>
            {own('page.board-more', { count: left })}
          </button>
        </p>
      )}
    </section>
  );
}
