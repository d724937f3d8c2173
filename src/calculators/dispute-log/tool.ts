import type { FieldHelp, Tool } from '../shared/tool.ts';
import { calculate, type DisputeLogResult } from './calculate.ts';
import { COUNTED, DATE_ORDERS, DELIMITERS, ENCODINGS, FIELDS, PERIODS, ZONES } from './names.ts';
import { readingAt } from './notations.ts';
import type { DisputeLogInput } from './schema.ts';

const FILE: Partial<FieldHelp> = { takesFile: 'bytes' };
const oneOf = (list: readonly string[]) =>
  `one of ${list.map((each) => (each === '\t' ? 'tab' : each)).join(' | ')}`;

const TYPES: Readonly<Record<keyof DisputeLogInput, string>> = {
  rows: 'table',
  orders: 'table',
  disputes: 'table',
  mapping: `column of each of ${FIELDS.join(' | ')}`,
  period: oneOf(PERIODS),
  asOf: 'day',
  changedOn: 'day',
  counted: oneOf(COUNTED),
  dateOrder: oneOf(DATE_ORDERS),
  zone: oneOf(ZONES),
  moneyIn: 'currency',
  encoding: oneOf(ENCODINGS),
  delimiter: oneOf(DELIMITERS),
  headerRow: 'count',
};

/** The log analysis as every caller meets it. */
export const tool: Tool<DisputeLogInput, DisputeLogResult> = {
  summary:
    'What do my own exports say: what buyers complain about, what is unusual, who stands out, what comes next, what to mend first?',
  fields: (content) =>
    Object.entries(TYPES).map(([name, type]) => ({
      name,
      type,
      required: false,
      description: content.messages()[`tool.dispute-log.about.${name}`] ?? name,
      ...(type === 'table' ? FILE : {}),
    })),
  run: (input, _content, asOf) => calculate(input, asOf, readingAt(asOf)),
};
