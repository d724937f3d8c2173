import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { onPrint } from '../../../platform/print.ts';
import { drawNow } from '../../../ui/draw-now.ts';
import { Standing } from '../../../ui/Standing.tsx';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import type { Desk } from '../case-desk.model.ts';
import type { Line } from '../work/view.ts';
import { standingOf, standingWord, type DeskWords } from '../words.ts';

/** More rows than this are drawn only where one looks: two thousand of them scroll like twenty. */
const ALL_DRAWN = 60;
/** Rows drawn above and below what is in sight. */
const SPARE = 6;
/** A row’s height before one has been measured. */
const FIRST_HEIGHT = 72;
const TWO_LINES = 4;

interface BoardProps {
  base: string;
  desk: Desk;
  words: DeskWords;
  onOpen: (id: string) => void;
}

/** All cases the filters leave, what leaves the least safe time on top. */
export function Board({ base, desk, words, onOpen }: BoardProps) {
  const { own } = words;
  const { lines, view } = desk.answer.value;
  const top = useSignal(0);
  const sight = useSignal(800);
  const height = useSignal(FIRST_HEIGHT);
  const box = useRef<HTMLDivElement>(null);
  const prints = useSignal(false);
  const isLong = lines.length > ALL_DRAWN && !prints.value;
  /** More columns than two lines of a row hold. */
  const isTall = view.ways.columns.length > TWO_LINES;
  const at = Math.min(desk.at.value, Math.max(0, lines.length - 1));

  useLayoutEffect(() => {
    const element = box.current;
    const row = element?.querySelector<HTMLElement>('li[data-id]');
    if (!element || !row || !isLong) return;
    height.value = row.offsetHeight || FIRST_HEIGHT;
    sight.value = element.clientHeight;
  }, [isLong, isTall]);

  useLayoutEffect(
    () =>
      onPrint(
        // Nothing waits on paper: every row is drawn before it is printed.
        () => drawNow(() => (prints.value = true)),
        () => {
          prints.value = false;
        },
      ),
    [],
  );

  const from = isLong ? Math.max(0, Math.floor(top.value / height.value) - SPARE) : 0;
  const to = isLong
    ? Math.min(lines.length, Math.ceil((top.value + sight.value) / height.value) + SPARE)
    : lines.length;
  const shown = lines.slice(from, to);

  if (lines.length === 0)
    return (
      <section class="desk-section" aria-labelledby={`${base}-board-title`}>
        <h2 id={`${base}-board-title`}>{own('board.title')}</h2>
        <p class="muted">{own(view.lines.length > 0 ? 'board.none-left' : 'board.empty')}</p>
      </section>
    );
  return (
    <section class="desk-section" aria-labelledby={`${base}-board-title`}>
      <h2 id={`${base}-board-title`}>
        {own('board.title')} <span class="muted">{words.count(lines.length)}</span>
      </h2>
      <p class="muted no-print desk-keys">{own('board.keys')}</p>
      <div
        class={`desk-scroll${isLong ? ' is-long' : ''}${isTall ? ' is-tall' : ''}`}
        id={`${base}-board`}
        ref={box}
        tabIndex={0}
        role="region"
        aria-label={own('board.title')}
        onScroll={({ currentTarget }) => {
          top.value = currentTarget.scrollTop;
          sight.value = currentTarget.clientHeight;
        }}
      >
        <ol
          class="desk-rows"
          style={isLong ? { height: `${lines.length * height.value}px` } : undefined}
        >
          {shown.map((line, i) => (
            <Row
              key={line.id}
              line={line}
              words={words}
              columns={view.ways.columns}
              asOf={view.asOf}
              isAt={from + i === at}
              offset={isLong ? (from + i) * height.value : null}
              position={[from + i + 1, lines.length]}
              onOpen={() => {
                desk.at.value = from + i;
                onOpen(line.id);
              }}
            />
          ))}
        </ol>
      </div>
    </section>
  );
}

/** The working time that is left; where there is none and the clock still runs, how long that is. */
export function leftOf(
  { safeUntil, isOverdue, focus }: Line,
  asOf: string,
  words: DeskWords,
): string {
  if (safeUntil === null) return '';
  const seconds = (iso: string) => (Date.parse(iso) - Date.parse(asOf)) / 1000;
  const safe = seconds(safeUntil);
  if (safe >= 0 || !focus?.dueAt) return words.left(safe);
  return isOverdue
    ? words.left(seconds(focus.dueAt))
    : words.own('board.no-hours', { left: words.left(seconds(focus.dueAt)) });
}

interface RowProps {
  line: Line;
  words: DeskWords;
  columns: readonly string[];
  asOf: string;
  isAt: boolean;
  /** Where a row of a long board stands; null where rows follow one another by themselves. */
  offset: number | null;
  position: [at: number, of: number];
  onOpen: () => void;
}

function Row({ line, words, columns, asOf, isAt, offset, position, onOpen }: RowProps) {
  const { own } = words;
  const { next, safeUntil, focus, stake } = line;
  const cells: Record<string, string> = {
    kind: words.kind(line.flow),
    buyer: words.country(line.country),
    reason: line.reason === '' ? '' : words.reason(line.reason),
    owner: line.owner,
    stake: stake ? words.money(stake.amount, stake.currency) : '',
    end: focus?.dueAt ? words.atShort(focus.dueAt) : '',
  };
  return (
    <li
      data-id={line.id}
      aria-current={isAt ? 'true' : undefined}
      aria-posinset={position[0]}
      aria-setsize={position[1]}
      style={offset === null ? undefined : { transform: `translateY(${offset}px)` }}
    >
      <div class="desk-when">
        <Standing is={standingOf(line)} word={own(`state.${standingWord(line)}`)} />
        {safeUntil !== null && line.state !== 'closed' && (
          <output name="safeUntil" data-value={safeUntil} aria-live="off">
            {leftOf(line, asOf, words)}
          </output>
        )}
      </div>
      <div class="desk-who">
        <button type="button" class="link-button" onClick={onOpen}>
          {words.title(line)}
        </button>
        {columns
          .filter((column) => (cells[column] ?? '') !== '')
          .map((column) => (
            <span key={column} class="desk-cell" data-column={column}>
              {cells[column]}
            </span>
          ))}
      </div>
      {next && (
        <div class="desk-next">
          <output name="next" data-value={next.action} aria-live="off">
            {words.action(next)}
          </output>
          <span class="muted">
            <Unbroken text={words.because(next)} />
            {next.action === 'wait' || next.by === 'seller'
              ? ''
              : `${words.gap}${own('board.by', { by: words.person(next.by) })}`}
          </span>
        </div>
      )}
    </li>
  );
}
