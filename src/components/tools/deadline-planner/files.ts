/** Calendar files and tables of a case or a board. */
import {
  buildCalendar,
  entriesOf,
  type CalendarEntry,
} from '@/calculators/deadline-planner/calendar-file.ts';
import {
  encodeInput,
  type Deadline,
  type PlannerOk,
} from '@/calculators/deadline-planner/index.ts';
import { buildCsv } from '@/calculators/shared/csv.ts';
import { localText } from '@/calculators/shared/time.ts';
import { exampleLink } from '../shared/form.model.ts';
import type { ExportCase } from './board-desk.ts';
import type { Words } from './words.ts';

interface FileContext {
  words: Words;
  /** Label of a rule. */
  ruleName: (id: string) => string;
  /** Address of the tool, without a fragment. */
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

export function calendarOf(cases: readonly ExportCase[], context: FileContext): string {
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
export function tableOf(cases: readonly ExportCase[], context: Omit<FileContext, 'stamp'>): string {
  const { words, ruleName } = context;
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
        linkOf(context, result),
      ]),
    ),
  ]);
}
