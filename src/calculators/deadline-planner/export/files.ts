/**
 * Calendar files and tables of one case or of many. It brings what writes calendars: import it on click. What
 * its caller has already is handed over, so that the two share no module that would have to travel apart.
 */
import { buildCsv } from '../../shared/csv.ts';
import { buildCalendar, entriesOf, type CalendarEntry } from '../calendar-file.ts';
import type { Deadline, PlannerOk } from '../result.ts';

/** What files say, in the words of a page. */
export interface FileWords {
  language: 'en' | 'zh-CN';
  /** A text of the planner by its key, such as `file.name`. */
  own: (key: string, values?: Readonly<Record<string, string>>) => string;
  title: (flow: string) => string;
  deadline: (id: string) => string;
  statusWord: (deadline: Deadline) => string;
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
  /** The link that opens a case again. */
  linkOf: (result: PlannerOk) => string;
  /** A moment on the clock of a zone, as `localText` writes it. */
  localText: (ms: number, zone: string) => string;
  stamp: string;
}

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
        url: context.linkOf(result),
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

/** A row for each deadline. The link at its end brings the case back when the table is pasted again. */
export function tableOf(cases: readonly FileCase[], context: FileContext): string {
  const { words, ruleName } = context;
  /** As a table can sort it. */
  const sortable = (iso: string, zone: string) =>
    context.localText(Date.parse(iso), zone).slice(0, 16).replace('T', ' ');
  return buildCsv([
    COLUMNS.map((column) => words.own(`file.csv.${column}`)),
    ...cases.flatMap(({ id, note, result }) =>
      result.deadlines.map((one) => [
        id,
        words.title(result.flow),
        words.deadline(one.id),
        words.own(`actor.${one.actor}`),
        words.statusWord(one),
        one.dueAt,
        one.dueAt && sortable(one.dueAt, result.zones.mine),
        one.dueAt && sortable(one.dueAt, result.zones.platform),
        one.lastWorkingMoment,
        words.own(`timeout.${one.onTimeout}`),
        ruleName(one.ruleId),
        note,
        result.buyerCountry && words.country(result.buyerCountry),
        context.linkOf(result),
      ]),
    ),
  ]);
}
