import { toCalendars, type CalendarFile, type Flow } from '../deadline-planner/index.ts';
import { loadTemporal } from '../shared/time.ts';
import type { Content, FieldHelp, Tool } from '../shared/tool.ts';
import { calculate, type CaseDeskResult } from './calculate.ts';
import type { CaseDeskData, DeskData } from './data.ts';
import { helpOf, inputFields, type CaseDeskInput } from './schema.ts';

const TYPES: Record<(typeof inputFields)[number], string> = {
  cases: 'list of cases',
  authority: 'list of rows',
  me: 'name',
  myZone: 'IANA zone',
  workCalendar: 'country code',
  workHours: 'hh:mm-hh:mm',
  shiftEnd: 'instant',
  asOf: 'instant',
};

/** The slice of the content the desk judges by. */
export function dataFrom(content: Content): CaseDeskData {
  const desk = content.collection<DeskData>('desk').get('what-next');
  if (!desk) throw new Error('The desk has no file that says what comes next.');
  return {
    flows: content.collection<Flow>('flows'),
    rules: content.rules(),
    calendars: toCalendars(content.collection<CalendarFile>('calendars').values()),
    desk,
    checklists: new Map(
      [...content.collection<{ items: { id: string }[] }>('checklists')].map(([id, { items }]) => [
        id,
        items.map((item) => item.id),
      ]),
    ),
  };
}

/** The case desk as every caller meets it. */
export const tool: Tool<CaseDeskInput, CaseDeskResult> = {
  summary: 'Of all open cases, which one now, what to do in it, who does it, and why?',
  fields: () =>
    inputFields.map((name): FieldHelp => ({
      name,
      type: TYPES[name],
      required: name === 'cases',
      description: helpOf(name),
    })),
  async run(input, content, asOf) {
    await loadTemporal();
    return calculate(input, dataFrom(content), asOf);
  },
};
