import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Language } from '@/calculators/shared/rule.ts';
import { readData } from '../../platform/embedded.ts';
import { onLeave } from '../../platform/attention.ts';
import { replay, takeEarly } from '../../platform/early.ts';
import { focusOn, scrollTo } from '../../platform/jump.ts';
import { untilHere } from '../../platform/once.ts';
import { onTick } from '../../platform/ticker.ts';
import { useEscape } from '../../ui/use-said.ts';
import { useMade } from '../shared/made.ts';
import { byEngine } from '../shared/time-words.ts';
import { ToolFrame } from '../shared/ToolFrame.tsx';
import { createDesk, type DeskAnswer, type DeskPage } from './case-desk.model.ts';
import { draw, drawn, isLost } from './drawn.ts';
import { createMore } from './more.ts';
import { Board, leftOf } from './parts/Board.tsx';
import { BoardFiles } from './parts/BoardFiles.tsx';
import { Filters } from './parts/Filters.tsx';
import { FrontDoor } from './parts/FrontDoor.tsx';
import { Keeping } from './parts/Keeping.tsx';
import { shiftTexts } from './shift.ts';
import { createDeskWords, otherWords, standingOf, standingWord } from './words.ts';

interface CaseDeskProps {
  base: string;
  language: Language;
  folder: string;
  builtOn: string;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, select, textarea, form') !== null;

const make = ({ base, builtOn }: CaseDeskProps) => {
  const page = readData<DeskPage>(`${base}-data`);
  const model = createDesk(page, builtOn);
  return { page, ahead: () => byEngine(0, model.answer.peek().view.zone), model };
};

export function CaseDesk(props: CaseDeskProps) {
  const { base, language, folder } = props;
  // The paste box is drawn before the frame, which would come too late for what was typed into it.
  const early = useMemo(() => (import.meta.env.SSR ? [] : takeEarly(base)), []);
  useLayoutEffect(() => replay(early), []);
  const { page, model: desk } = useMade(make, props);
  const words = useMemo(
    () =>
      createDeskWords(
        language,
        page.strings,
        page.evidence,
        () => desk.form.asOf.value.slice(0, 4),
        () => desk.answer.value.view.zone,
      ),
    [],
  );
  const more = useMemo(() => createMore(page, words, folder), []);
  const { own } = words;
  const { form } = desk;
  const open = (id: string) =>
    void desk.openCase(id).then(() => {
      focusOn(`${base}-case-title`);
      scrollTo(`${base}-case-title`);
    });
  const back = () => {
    desk.closeDetail();
    focusOn(`${base}-board`);
  };

  /** What the page brought is told at the time of its build, until the worker has answered. */
  const isComing = useSignal(false);

  useLayoutEffect(() => desk.leave, []);
  useEscape(desk.said, '');
  const Detail = drawn.value?.Detail;

  /** The board by keys: next and previous, open, back, close, put aside, undo. */
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const { lines } = desk.answer.value;
    const step = (by: number) => {
      event.preventDefault();
      desk.at.value = Math.max(0, Math.min(lines.length - 1, desk.at.value + by));
      desk.reveal(`${base}-board`, desk.at.value);
      if (desk.openId.value !== null) open(lines[desk.at.value]?.id ?? '');
    };
    const line = lines[desk.at.value];
    const to = (name: string) => {
      event.preventDefault();
      const id = desk.openId.value ?? line?.id;
      if (id === undefined) return;
      // An open case is not opened anew: what is half typed in it would be gone, and the keyboard with it.
      const opened = desk.detail.value?.one.id === id ? Promise.resolve() : desk.openCase(id);
      void opened.then(() => focusOn(`${base}-${name}`));
    };
    const isButton = event.target instanceof Element && event.target.closest('button, a, summary');
    if (event.key === 'j' || event.key === 'ArrowDown') step(1);
    else if (event.key === 'k' || event.key === 'ArrowUp') step(-1);
    else if ((event.key === 'Enter' && !isButton) || event.key === 'o') {
      if (line) open(line.id);
    } else if (event.key === 's') to('snooze-hours');
    else if (event.key === 'c') to('close-how');
    else if (event.key === 'u') void desk.takeBack('undo', words.taken);
    else if (event.key === 'Escape' && desk.openId.value !== null) back();
  };

  const nextLine = ({ first, lines, view }: DeskAnswer) => {
    if (!first?.next)
      return own(
        lines.length > 0
          ? 'answer.nothing-open'
          : view.lines.length > 0
            ? 'board.none-left'
            : 'board.empty',
      );
    return own('answer.now', {
      case: words.title(first),
      because: words.because(first.next),
    });
  };
  return (
    <>
      <FrontDoor
        base={base}
        page={page}
        folder={folder}
        desk={desk}
        words={words}
        more={more}
        onOpened={() => focusOn(`${base}-case-title`)}
      />
      <ToolFrame
        tool="case-desk"
        base={base}
        form={form}
        words={words}
        answered={(outcome) => outcome}
        labelOf={(path) => own(`filter.${path}`)}
        leftOutText={(key) => words.text(key)}
        isBusy={() => isComing.value}
        isReady={() => desk.isReady.value}
        fetches={own('fetches')}
        onWake={() => {
          void draw();
          const arrive = async () => {
            await desk.arrive();
            isComing.value = false;
            void desk.takeUp((count) => words.counted('tool.case-desk.rows.added', count));
          };
          isComing.value = true;
          const lost = () => {
            isComing.value = false;
            desk.isLost.value = true;
          };
          const stops = [untilHere(arrive, lost), onTick(desk.tick), onLeave(desk.rest)];
          return () => stops.forEach((stop) => stop());
        }}
        fields={(field) => <Filters base={base} desk={desk} words={words} field={field} />}
        glance={({ first, view }) => ({
          is: first ? standingOf(first) : 'unknown',
          word: own(`state.${first ? standingWord(first) : 'none'}`),
          figure: first ? words.title(first) : '',
          more:
            first?.next && first.safeUntil
              ? leftOf(first, view.asOf, words)
              : own('answer.open', { count: view.totals.open }),
        })}
        lead={({ first }) =>
          first?.next && (
            <p class="lead-figure">
              <output class="lead" name="next" data-value={first.next.action} aria-live="off">
                {words.action(first.next)}
              </output>
              <span>{words.title(first)}</span>
            </p>
          )
        }
        sentence={nextLine}
        copied={({ lines, view }) =>
          `${shiftTexts(lines, view, [words, otherWords(page, () => view.zone)])} {link}`
        }
        hasCopy={() => true}
        copyLabel={own('shift.copy')}
        answer={({ view, first }) => (
          <>
            <dl class="quiet-row">
              {(['open', 'overdue', 'dueToday', 'dueBeforeShiftEnd'] as const).map((name) => (
                <div key={name}>
                  <dt>{own(`totals.${name}`)}</dt>
                  <dd>
                    <output
                      name={`totals.${name}`}
                      data-value={String(view.totals[name])}
                      aria-live="off"
                    >
                      {words.count(view.totals[name])}
                    </output>
                  </dd>
                </div>
              ))}
              {Object.entries(view.totals.atStake).map(([currency, sum]) => (
                <div key={currency}>
                  <dt>{own('totals.atStake')}</dt>
                  <dd>
                    <output name={`totals.atStake.${currency}`} data-value={sum} aria-live="off">
                      {words.money(sum, currency)}
                    </output>
                  </dd>
                </div>
              ))}
            </dl>
            <p class="muted board-only">
              {view.authority.rows > 0
                ? words.counted('tool.case-desk.authority.rows', view.authority.rows)
                : own('authority.none')}
              {words.gap}
              <a href={`/${folder}/playbooks/desk/swot/`}>{own('authority.where')}</a>
              {view.authority.issues.map((issue) => (
                <span key={issue.row} class="desk-issue">
                  {words.gap}
                  {own(`authority.issue.${issue.why}`, { row: issue.row + 1, text: issue.text })}
                </span>
              ))}
            </p>
            {first && (
              <p class="button-row no-print">
                <button
                  type="button"
                  class="action"
                  data-do="open-first"
                  onClick={() => open(first.id)}
                >
                  {own('answer.open-it')}
                </button>
              </p>
            )}
          </>
        )}
        more={() => (
          <div onKeyDown={onKey}>
            {desk.isLost.value && (
              <p class="notice" role="alert">
                {own('lost')}
              </p>
            )}
            {desk.openId.value !== null && isLost.value && (
              <p class="notice" role="alert">
                {own('case.lost')}
              </p>
            )}
            {Detail && desk.openId.value !== null && desk.detail.value ? (
              <Detail
                key={desk.openId.value}
                base={base}
                page={page}
                desk={desk}
                words={words}
                more={more}
                detail={desk.detail.value}
                folder={folder}
                onBack={back}
              />
            ) : (
              <>
                <Board base={base} desk={desk} words={words} onOpen={open} />
                <BoardFiles desk={desk} words={words} more={more} />
              </>
            )}
          </div>
        )}
        below={
          <div class="tool-more">
            <Keeping desk={desk} words={words} folder={folder} />
          </div>
        }
      />
    </>
  );
}
CaseDesk.make = make;
