/** Calendar files and tables of one case or of many. It brings what writes calendars: import it on click. */
import { buildCsv } from '../../shared/csv.ts';
import { exampleLink } from '../../shared/permalink.ts';
import { localText } from '../../shared/time.ts';
import { buildCalendar, entriesOf, type CalendarEntry } from '../calendar-file.ts';
import { encodeInput } from '../permalink.ts';
import { statusKey, type Deadline, type PlannerOk } from '../result.ts';

/** What files say, in the words of a page. */
export interface FileWords {
  language: 'en' | 'zh-CN';
  /** A text of the planner by its key, such as `file.name`. */
  own: (key: string, values?: Readonly<Record<string, string>>) => string;
  title: (flow: string) => string;
  deadline: (id: string) => string;
  moment: (iso: string, zone: string) => string;
  country: (code: string) => string;
}

export interface FileCase {
  id: string;
  note: string;
  result: PlannerOk;
}

export interface FileContext {
  words: FileWords;
  /** Label of a rule. */
  ruleName: (id: string) => string;
  /** Address of the planner, without a fragment. */
  address: string;
  /** The cases are made up: their links lead to an example, not to a case of somebody's own. */
  isExample: boolean;
  stamp: string;
}

/** A link that opens this case again: what began it, what settled it, and the ends that were shown. */
const linkOf = (
  { address, isExample }: Pick<FileContext, 'address' | 'isExample'>,
  result: PlannerOk,
) =>
  isExample
    ? address + exampleLink(encodeInput({ flow: result.flow }))
    : address +
      encodeInput({
        flow: result.flow,
        events: Object.fromEntries(
          result.deadlines.flatMap((one): [string, string][] => [
            ...(one.startsAt && !one.startInferred
              ? [[one.startsFrom, one.startsAt] as [string, string]]
              : []),
            ...(one.doneBy && one.doneAt ? [[one.doneBy, one.doneAt] as [string, string]] : []),
          ]),
        ),
        shownDue: Object.fromEntries(
          result.deadlines.flatMap((one) => (one.shown && one.dueAt ? [[one.id, one.dueAt]] : [])),
        ),
        ...(result.buyerCountry ? { buyerCountry: result.buyerCountry } : {}),
        ...(result.promisedDays === null ? {} : { promisedDays: result.promisedDays }),
      });

export function calendarOf(cases: readonly FileCase[], context: FileContext): string {
  const { words, ruleName, stamp } = context;
  const write =
    (name: string) =>
    (one: Deadline, result: PlannerOk): Pick<CalendarEntry, 'summary' | 'description' | 'url'> => {
      const mine = result.zones.mine;
      return {
        summary: name
          ? words.own('file.summary', { deadline: words.deadline(one.id), case: name })
          : words.own('file.summary.plain', {
              deadline: words.deadline(one.id),
              flow: words.title(result.flow),
            }),
        description: words.own('file.description', {
          actor: words.own(`actor.${one.actor}`),
          kind: words.own(`kind.${one.kind}`),
          due: one.dueAt
            ? words.own('file.moment', { at: words.moment(one.dueAt, mine), zone: mine })
            : '',
          last: one.lastWorkingMoment ? words.moment(one.lastWorkingMoment, mine) : '–',
          outcome: words.own(`timeout.${one.onTimeout}`),
          rule: ruleName(one.ruleId),
        }),
        url: linkOf(context, result),
      };
    };
  return buildCalendar({
    name: words.own('file.name'),
    language: words.language,
    stamp,
    entries: cases.flatMap(({ id, result }) => entriesOf(result, id || null, write(id))),
  });
}

const COLUMNS = [
  'case',
  'flow',
  'deadline',
  'actor',
  'status',
  'due',
  'due-mine',
  'due-platform',
  'last',
  'timeout',
  'rule',
  'note',
  'country',
  'link',
] as const;

/** A moment on the clock of a zone, as a table can sort it. */
const sortable = (iso: string, zone: string) =>
  localText(Date.parse(iso), zone).slice(0, 16).replace('T', ' ');

/** A row for each deadline. The link at its end brings the case back when the table is pasted again. */
export function tableOf(cases: readonly FileCase[], context: FileContext): string {
  const { words, ruleName } = context;
  return buildCsv([
    COLUMNS.map((column) => words.own(`file.csv.${column}`)),
    ...cases.flatMap(({ id, note, result }) =>
      result.deadlines.map((one) => [
        id,
        words.title(result.flow),
        words.deadline(one.id),
        words.own(`actor.${one.actor}`),
        words.own(statusKey(one)),
        one.dueAt,
        one.dueAt && sortable(one.dueAt, result.zones.mine),
        one.dueAt && sortable(one.dueAt, result.zones.platform),
        one.lastWorkingMoment,
        words.own(`timeout.${one.onTimeout}`),
        ruleName(one.ruleId),
        note,
        result.buyerCountry && words.country(result.buyerCountry),
        linkOf(context, result),
      ]),
    ),
  ]);
}
