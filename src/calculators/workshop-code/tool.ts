import type { Tool } from '../shared/tool.ts';
import { calculate, type WorkshopCodeResult } from './calculate.ts';
import { inputFields, inputShape, type WorkshopCodeInput } from './schema.ts';

/** The codes as every caller meets them. */
export const tool: Tool<WorkshopCodeInput, WorkshopCodeResult> = {
  summary: 'Which code carries these letters so that a slip is noticed, and is this code whole?',
  fields: () =>
    inputFields.map((name) => ({
      name,
      type: 'letters',
      required: false,
      description: inputShape.fields[name].about ?? name,
    })),
  run: (input) => calculate(input),
};
