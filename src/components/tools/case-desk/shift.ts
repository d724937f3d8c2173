import type { Line, View } from './work/view.ts';
import type { DeskWords } from './words.ts';

/** The same in both languages of the site: whoever takes over may read only one of them. */
export const shiftTexts = (
  lines: readonly Line[],
  view: View,
  both: readonly DeskWords[],
): string => both.map((words) => shiftText(lines, view, words)).join('\n\n');

/** What a shift hands over: everything that is open, by time, with what each case waits for. */
export function shiftText(lines: readonly Line[], view: View, words: DeskWords): string {
  const { own } = words;
  const open = lines.filter(({ state }) => state !== 'closed');
  const { totals } = view;
  const head = own('shift.head', {
    at: words.at(view.asOf),
    open: totals.open,
    overdue: totals.overdue,
    today: totals.dueToday,
  });
  const clock = words.clockNamed(view.asOf, ...open.flatMap(({ next }) => next?.until ?? []));
  if (open.length === 0) return `${head}\n${clock}\n${own('shift.nothing')}`;
  return [
    head,
    clock,
    ...open.map((line, i) => {
      const { next } = line;
      return own('shift.line', {
        number: i + 1,
        case: words.title(line),
        kind: words.kind(line.flow),
        step: next ? words.action(next) : '',
        why: next ? words.because(next) : '',
        by: next ? words.person(next.by) : '',
        until: next?.until ? words.at(next.until) : '–',
      });
    }),
  ].join('\n');
}
