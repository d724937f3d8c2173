/** Whether the ends that a platform shows can be: what is entered by mistake would move a whole case. */
import { DAY, HOUR, localText } from '../shared/time.ts';
import type { InputIssue } from '../shared/result.ts';
import type { RuleFigure } from '../shared/rule.ts';
import { endOf, type EndFound } from './ends.ts';
import { figureFor, rivalsFor } from './figures.ts';
import type { Clock } from './flow.ts';
import type { Warning } from './result.ts';
import type { CheckedInput, PlannerData } from './schema.ts';

/** An end so much later than every source gives is a mistake; one a little later may be a rule we do not know. */
const TOO_LATE = 2;
const SLACK = 2 * DAY;

/** The longest this period can be by any source, counted from `from`; 0 where none can be counted. */
function longestOf(clock: Clock, from: number, input: CheckedInput, data: PlannerData): number {
  const found = figureFor(clock, from, input, data);
  if ('why' in found) return 0;
  const upper = (value: RuleFigure): RuleFigure => (typeof value === 'object' ? value.max : value);
  const lengths = [{ value: found.figure, unit: found.unit }]
    .concat(rivalsFor(clock, found, null, null, input, data))
    .map(({ value, unit }) => endOf(from, upper(value), unit, clock.calendar, input, data));
  // Where a calendar of working days is missing nobody can say.
  if (lengths.some(({ kind }) => kind === 'no-plan')) return 0;
  return Math.max(0, ...lengths.map((end) => (end.kind === 'end' ? latest(end) - from : 0)));
}

const latest = ({ at, other }: EndFound): number =>
  Math.max(at.kind === 'exact' ? at.at : at.later, other?.at ?? 0);

interface Span {
  clock: Clock;
  shown: number;
  /** When the period began; null where nobody has said. */
  start: number | null;
  /** The latest moment it can be counted from: a period that may start anew may do so until now. */
  from: number;
  longest: number;
}

const spansOf = (input: CheckedInput, data: PlannerData): Span[] =>
  [...input.shownDue].flatMap(([id, shown]) => {
    const clock = input.flow.clocks.find((one) => one.id === id);
    if (!clock) return [];
    const start = input.events.get(clock.startsFrom) ?? null;
    const from =
      start === null || clock.restartedBy ? Math.max(start ?? input.asOf, input.asOf) : start;
    return [{ clock, shown, start, from, longest: longestOf(clock, from, input, data) }];
  });

/** Ends that cannot be: before the period began, or far beyond the longest it can be. */
export function impossibleEnds(input: CheckedInput, data: PlannerData): InputIssue[] {
  const local = (at: number) => localText(at, input.platformZone).slice(0, 16).replace('T', ' ');
  return spansOf(input, data).flatMap(({ clock, shown, start, from, longest }): InputIssue[] => {
    const say = (key: string, values: InputIssue['values']) => [
      {
        path: `shownDue.${clock.id}`,
        key: `tool.deadline-planner.issue.${key}`,
        values: { shown: local(shown), ...values },
      },
    ];
    if (start !== null && shown < start) return say('shown-before-start', { start: local(start) });
    if (longest === 0 || shown - from <= TOO_LATE * longest + SLACK) return [];
    return say('shown-too-late', {
      from: local(from),
      days: Math.floor((shown - from) / DAY),
      most: Math.ceil(longest / DAY),
    });
  });
}

/** Ends that are later than any source gives: they count, since the platform shows them, and are looked at. */
export const lateEnds = (input: CheckedInput, data: PlannerData): Warning[] =>
  spansOf(input, data).flatMap(({ clock, shown, from, longest }) =>
    longest > 0 && shown - from > longest + HOUR
      ? [{ id: 'shown-longer', event: clock.startsFrom, values: { clock: clock.id } }]
      : [],
  );
