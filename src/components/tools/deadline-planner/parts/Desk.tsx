import { effect } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { now } from '../../../platform/clock.ts';
import { saveFile } from '../../../platform/download.ts';
import { readTextFile } from '../../../platform/read-file.ts';
import { focusOn } from '../../../platform/jump.ts';
import { whenCalm } from '../../../platform/ticker.ts';
import { openDesk } from '../board-client.ts';
import { createBoard } from '../board.model.ts';
import type { PlannerPage } from '../content.ts';
import type { Planner } from '../deadline-planner.model.ts';
import { createKept, type Kept } from '../kept.model.ts';
import { saveCalendar, saveTable } from '../save.ts';
import { heldRows } from '../session.ts';
import type { Words } from '../words.ts';
import { BoardPart } from './Board.tsx';
import { KeptPart } from './Kept.tsx';

export interface DeskProps {
  base: string;
  content: PlannerPage;
  model: Planner;
  words: Words;
  ruleName: (id: string) => string;
  home: string;
  /** A case was opened: on to its answer. */
  onOpen: () => void;
  /** What was done in the field of rows before all this was here. */
  start: { text: string; at: string; isExample: boolean; isFocused: boolean };
}

/** Runs at once whenever what it reads changes, in a tab in the background as well. */
const useFollow = (then: () => void) => useLayoutEffect(() => effect(then), []);

/** Many cases at once, and what this device was asked to keep. */
export function Desk({ base, content, model, words, ruleName, home, onOpen, start }: DeskProps) {
  const board = useMemo(createBoard, []);
  const kept = useMemo(createKept, []);
  const fieldId = (path: string) => `${base}-${path.replaceAll('.', '-')}`;
  const example = () => exampleRows(model.now.value, words.own('page.board-example-left'));
  const files = () => ({
    words,
    rest: model.rest,
    ruleName,
    home,
    isExample: board.isExample.value,
  });

  useLayoutEffect(() => {
    // The worker starts with the first rows, not with the page.
    board.connect(() => openDesk({ type: 'open', content }));
    kept.refresh();
    const held = heldRows.read();
    if (start.isExample) board.setText(example(), now(), true);
    else if (start.text) board.setText(start.text, start.at);
    else if (held) board.setText(held, now());
    if (start.isFocused) focusOn(fieldId('board-rows'));
    return board.close;
  }, []);

  const readBoard = useMemo(
    () =>
      whenCalm(() => {
        const { workCalendar, workHours } = model.form.input.peek().settings;
        void board.read(
          now(),
          {
            myZone: model.zones.peek().mine,
            ...(workCalendar ? { workCalendar } : {}),
            ...(workHours ? { workHours } : {}),
          },
          model.flow.peek().platform,
        );
      }),
    [],
  );
  useFollow(() => {
    // Whatever the rows are read with: a change of it reads them anew.
    void [model.form.input.value.settings, model.zones.value, board.chosen.value];
    // Made-up rows are nobody's: a reload brings none of them back unmarked.
    heldRows.write(board.isExample.value ? '' : board.text.value);
    if (board.text.value.trim()) readBoard();
  });
  useFollow(() => {
    void board.judge(model.form.asOf.value);
  });

  const keepCase = () => {
    const at = now();
    const name = model.caseName.value.trim();
    kept.keep({
      key: `case:${name || at}`,
      kind: 'case',
      name: name || words.title(model.flow.value.id),
      keptAt: at,
      value: model.form.permalink.value,
      pastedAt: at,
    });
  };
  const keepBoard = () => {
    const at = now();
    kept.keep({
      key: `board:${at}`,
      kind: 'board',
      name: String(board.view.value?.counts.all ?? 0),
      keptAt: at,
      value: board.text.value,
      pastedAt: board.pastedAt.value,
    });
  };
  const openKept = (record: Kept) => {
    if (record.kind === 'board') {
      board.setText(record.value, record.pastedAt);
      return;
    }
    model.form.open(record.value);
    model.nameCase(record.key === `case:${record.keptAt}` ? '' : record.name);
    onOpen();
  };

  return (
    <div class="tool-more planner-wide no-print">
      <p>
        <a href={home.replace('deadline-planner', 'case-desk')}>{words.own('page.to-desk')}</a>
      </p>
      <BoardPart
        board={board}
        words={words}
        mine={model.zones.value.mine}
        clock={model.now}
        fieldId={fieldId}
        example={example}
        onOpen={(line) => {
          model.openInput(line.input, line.id);
          onOpen();
        }}
        onKeep={keepBoard}
        onCalendar={async () => saveCalendar(await board.cases(), 'board', files())}
        onTable={async () => saveTable(await board.cases(), 'board', files())}
      />
      <KeptPart
        kept={kept}
        words={words}
        mine={model.zones.value.mine}
        canKeep={!model.form.isExample.value && model.form.outcome.value.kind === 'ok'}
        onKeepCase={keepCase}
        onOpen={openKept}
        onExport={() =>
          saveFile(
            `amicable-deadlines-${now().slice(0, 10)}.json`,
            'application/json',
            kept.exported(),
          )
        }
        onImport={(file) => void readTextFile(file).then(kept.import)}
      />
    </div>
  );
}

/** Made-up rows that show what the board reads. */
function exampleRows(now: number, left: string): string {
  const hoursAgo = (hours: number) =>
    new Date(Math.floor((now - hours * 3_600_000) / 60_000) * 60_000)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ');
  return [
    `A-1001\taliexpress.snad-classic\t${hoursAgo(70)} UTC\tBR`,
    `A-1002\taliexpress.cancel-request\t${hoursAgo(52)} UTC\tES`,
    `O-2001\tozon.realfbs-return\t${hoursAgo(9)} UTC\tRU`,
    `A-1003\taliexpress.inr\t${left}\tFR`,
  ].join('\n');
}
