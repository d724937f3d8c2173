import { useEscape } from '../../../ui/use-said.ts';
import type { Desk } from '../case-desk.model.ts';
import type { More } from '../more.ts';
import type { DeskWords } from '../words.ts';

interface BoardFilesProps {
  desk: Desk;
  words: DeskWords;
  more: More;
}

/** The deadlines of all cases on the board, for a calendar with its alarms and for a table. */
export function BoardFiles({ desk, words, more }: BoardFilesProps) {
  const { own } = words;
  const { lines } = desk.answer.value;
  useEscape(more.state, 'away', 'failed');
  if (lines.length === 0) return null;
  const state = more.state.value;
  const save = (as: 'ics' | 'csv') => async () => {
    const isExample = desk.form.isExample.peek();
    const plans = await desk.plans();
    const shown = new Map(desk.answer.peek().lines.map((line) => [line.id, line]));
    const cases = plans.flatMap(({ id, note, result }) => {
      const line = shown.get(id);
      return line ? [{ id: words.title(line), note, result }] : [];
    });
    await more.save(as, cases, isExample);
  };
  return (
    <div class="desk-board-files no-print">
      <p class="button-row">
        <button type="button" class="action" data-do="ics" onClick={() => void save('ics')()}>
          {own('files.ics')}
        </button>
        <button type="button" class="action" data-do="deadlines" onClick={() => void save('csv')()}>
          {own('files.csv')}
        </button>
      </p>
      <p class="muted" role="status">
        {state === 'coming' || state === 'failed' ? own(`files.${state}`) : ''}
      </p>
    </div>
  );
}
