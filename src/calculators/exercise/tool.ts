import { tools } from '../registry.ts';
import type { Answer, Content, Tool } from '../shared/tool.ts';
import { calculate, type ExerciseResult } from './calculate.ts';
import { inputFields, inputShape, type Exercise, type ExerciseInput } from './schema.ts';

const TYPES: Readonly<Record<keyof ExerciseInput, string>> = {
  id: 'exercise id',
  seed: 'letters and digits',
  team: 'count',
  answer: 'number, moment, id, list of ids, or text',
};

/** The door every exercise asks through: the tools as the command line has them. */
export const askWith =
  (content: Content) =>
  async (tool: string, input: unknown, asOf: string): Promise<Answer> => {
    const load = Object.hasOwn(tools, tool) ? tools[tool] : undefined;
    if (!load) throw new Error(`There is no tool “${tool}”.`);
    return (await load()).run(input, content, asOf);
  };

/** The exercises as every caller meets them. */
export const tool: Tool<ExerciseInput, ExerciseResult> = {
  summary: 'Which case does this seed give, what is its key, and what is this answer worth?',
  fields: (content) =>
    inputFields.map((name) => ({
      name,
      type: TYPES[name],
      required: name === 'id',
      description:
        name === 'id'
          ? `${inputShape.fields.id.about} One of ${[...content.collection('exercises').keys()].join(', ')}.`
          : (inputShape.fields[name].about ?? name),
    })),
  run: (input, content, asOf) =>
    calculate(
      input,
      { exercises: content.collection<Exercise>('exercises'), ask: askWith(content) },
      asOf,
    ),
};
