import { toCalendars, type CalendarFile } from '../shared/calendar-data.ts';
import { loadTemporal } from '../shared/time.ts';
import type { Content, FieldHelp, Tool } from '../shared/tool.ts';
import { warn, type TransitResult } from './calculate.ts';
import { capsIn, type PromiseClocks } from './caps.ts';
import { fromCase, toCase } from './case.ts';
import { inputFields, inputShape, type TransitData, type TransitInput } from './schema.ts';

const TYPES: Record<keyof TransitInput, string> = {
  dispatchDate: 'day',
  country: 'country',
  promisedDays: 'days',
  usualDays: 'days',
  origin: 'country',
  asOf: 'instant',
};

/** The slice of the content the warning counts with. */
export function dataFrom(content: Content): TransitData {
  return {
    rules: content.rules(),
    calendars: toCalendars(content.collection<CalendarFile>('calendars').values()),
    caps: capsIn(content.collection<PromiseClocks>('flows').values()),
  };
}

/** The warning as every caller meets it. */
export const tool: Tool<Partial<TransitInput>, TransitResult> = {
  fromCase,
  toCase,
  summary: 'Which holidays lie between dispatch and the promised day, and does the promise hold?',
  fields: () =>
    inputFields.map((name): FieldHelp => ({
      name,
      type: TYPES[name],
      required: name === 'country',
      description: inputShape.fields[name].about ?? '',
    })),
  async run(input, content, asOf) {
    await loadTemporal();
    return warn(input, dataFrom(content), asOf);
  },
};
