import type { Ask } from '../exercise/index.ts';
import { tools } from '../registry.ts';
import type { Tool } from '../shared/tool.ts';
import { calculate, type ExamResult } from './calculate.ts';
import { inputFields, inputShape, type ExamFile, type ExamInput } from './schema.ts';

const TYPES: Readonly<Record<keyof ExamInput, string>> = {
  seed: 'letters and digits',
  answers: 'map of question id to A, B, C or D',
};

/** The exam as every caller meets it. */
export const tool: Tool<ExamInput, ExamResult> = {
  summary: 'Which exam does this seed give, what is its key, and are these answers enough to pass?',
  fields: () =>
    inputFields.map((name) => ({
      name,
      type: TYPES[name],
      required: false,
      description: inputShape.fields[name].about ?? name,
    })),
  run: (input, content, asOf) => {
    const ask: Ask = async (tool, asked, at) => {
      const load = Object.hasOwn(tools, tool) ? tools[tool] : undefined;
      if (!load) throw new Error(`There is no tool “${tool}”.`);
      return (await load()).run(asked, content, at);
    };
    return calculate(
      input,
      {
        files: content.collection<ExamFile>('exam').values(),
        rules: content.rules(),
        ask,
      },
      asOf,
    );
  },
};
