import type { Content, Tool } from '../shared/tool.ts';
import { calculate, type MotivesResult } from './calculate.ts';
import { fromCase, toCase } from './case.ts';
import { namesWhatAPersonIs } from './refused.ts';
import type { PersonWords } from './word-lists.ts';
import { FIELDS, type MotivesData, type MotivesFile, type MotivesInput } from './schema.ts';

/** The slice of the content the tool counts with. */
export function dataFrom(content: Content): MotivesData {
  const file = content.collection<MotivesFile>('motives').get('buyer-motives');
  if (!file) throw new Error('src/content/motives/buyer-motives.yaml is missing.');
  const persons = content.collection<PersonWords>('person-words').get('words');
  if (!persons) throw new Error('src/content/person-words/words.yaml is missing.');
  return {
    rules: content.rules(),
    file,
    kindOfPerson: (text) => namesWhatAPersonIs(text, persons),
  };
}

const TYPES = { priors: 'map of shares', signals: 'list of signs' };

/** The tool as every caller meets it. */
export const tool: Tool<MotivesInput, MotivesResult> = {
  fromCase,
  toCase,
  summary: 'What can the signs in a case say about what moves the buyer, and what to do about it?',
  fields: (content) =>
    FIELDS.map((name) => ({
      name,
      type: TYPES[name],
      required: false,
      description: content.messages()[`tool.buyer-motives.help.${name}`] ?? name,
    })),
  run: (input, content, asOf) => calculate(input, dataFrom(content), asOf),
};
