import { tools } from '../registry.ts';
import type { Tool } from '../shared/tool.ts';
import { calculate, type CompareResult } from './calculate.ts';
import { inputFields, inputShape, type CompareInput } from './schema.ts';

const TYPES: Readonly<Record<keyof CompareInput, string>> = {
  tool: 'tool',
  direction: 'rising | falling',
  of: 'list of { id, input, at }',
};
/** Tools that ask others themselves. */
const ASKS_OTHERS: ReadonlySet<string> = new Set(['compare', 'exam', 'exercise']);
const measuring = () => Object.keys(tools).filter((slug) => !ASKS_OTHERS.has(slug));

/** The comparison as every caller meets it. */
export const tool: Tool<CompareInput, CompareResult> = {
  summary: 'In which order do these stand by one value of a tool’s answer, and which comes first?',
  fields: () =>
    inputFields.map((name) => ({
      name,
      type: TYPES[name],
      required: true,
      description:
        name === 'tool'
          ? `${inputShape.fields[name].about ?? name} One of ${measuring().join(', ')}.`
          : (inputShape.fields[name].about ?? name),
    })),
  run: (input, content, asOf) =>
    calculate(input, measuring(), async (slug, each) => {
      const load = tools[slug];
      if (!load) throw new Error(`There is no tool “${slug}”.`);
      return (await load()).run(each, content, asOf);
    }),
};
