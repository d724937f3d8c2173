import { toCalendars, type CalendarFile } from '../shared/calendar-data.ts';
import { loadTemporal } from '../shared/time.ts';
import type { Content, FieldHelp, Tool } from '../shared/tool.ts';
import { plan } from './calculate.ts';
import { fromCase, toCase } from './case.ts';
import { eventsOf, type Flow } from './flow.ts';
import type { PlannerResult } from './result.ts';
import { inputFields, inputShape, type PlannerData, type PlannerInput } from './schema.ts';

const TYPES: Record<keyof PlannerInput, string> = {
  flow: 'flow id',
  events: 'map of event id to moment',
  shownDue: 'map of deadline id to moment or countdown',
  zone: 'IANA zone',
  myZone: 'IANA zone',
  buyerCountry: 'country code',
  workCalendar: 'country code',
  workHours: 'hh:mm-hh:mm',
  promisedDays: 'days',
  asOf: 'instant',
};

/** The slice of the content the planner counts with. */
export function dataFrom(content: Content): PlannerData {
  return {
    flows: content.collection<Flow>('flows'),
    rules: content.rules(),
    calendars: toCalendars(content.collection<CalendarFile>('calendars').values()),
  };
}

function describe(name: keyof typeof inputShape.fields, content: Content): string {
  const text = inputShape.fields[name].about ?? '';
  const flows = [...content.collection<Flow>('flows').values()];
  if (name === 'flow') return `${text} One of ${flows.map((flow) => flow.id).join(', ')}.`;
  if (name !== 'events') return text;
  return `${text} ${flows.map((flow) => `${flow.id}: ${eventsOf(flow).join(' ')}`).join('; ')}.`;
}

/** The deadline planner as every caller meets it. */
export const tool: Tool<PlannerInput, PlannerResult> = {
  fromCase,
  toCase,
  summary:
    'Until when must who act in this case, what happens otherwise, and what is the last safe working moment?',
  fields: (content) =>
    inputFields.map((name): FieldHelp => ({
      name,
      type: TYPES[name],
      required: name === 'flow',
      description: describe(name, content),
    })),
  async run(input, content, asOf) {
    await loadTemporal();
    return plan(input, dataFrom(content), asOf);
  },
};
