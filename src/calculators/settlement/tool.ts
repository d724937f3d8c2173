import type { Tool } from '../shared/tool.ts';
import { calculate, type SettlementResult } from './calculate.ts';
import { fromCase, toCase } from './case.ts';
import {
  COUNTS_WHEN,
  FIELDS,
  kindOf,
  PLATFORMS,
  REQUIRED,
  type SettlementInput,
} from './schema.ts';

const TYPES: Readonly<Record<string, string>> = {
  platform: `one of ${PLATFORMS.join(' | ')}`,
  text: 'text',
  currency: 'currency code',
  money: 'amount',
  'money-above-zero': 'amount above zero',
  'yes-no': 'true or false',
  share: 'share from 0 to 1, or percent with %',
  'counts-when': `one of ${COUNTS_WHEN.join(' | ')}`,
  minutes: 'minutes',
  offers: 'count',
  rate: 'rate above zero',
};

/** The planner as every caller meets it. */
export const tool: Tool<SettlementInput, SettlementResult> = {
  fromCase,
  toCase,
  summary:
    'What does each way out of a dispute cost, how far should an offer go, and in which steps?',
  fields: (content) =>
    FIELDS.map((name) => ({
      name,
      type: TYPES[kindOf(name)] ?? kindOf(name),
      required: (REQUIRED as readonly string[]).includes(name),
      description: content.messages()[`tool.settlement.about.${name}`] ?? name,
    })),
  run: (input, content, asOf) => calculate(input, content.rules(), asOf),
};
