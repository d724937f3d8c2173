import { loadTemporal } from '../shared/time.ts';
import type { Content, FieldHelp, Tool } from '../shared/tool.ts';
import { createReader, type FindResult } from './calculate.ts';
import { toCase } from './case.ts';
import type { CueRules, Cues } from './cues.ts';
import { inputShape, type FindInput } from './schema.ts';

const readers = new WeakMap<Content, ReturnType<typeof createReader>>();

/** The reader made from the words in the content, once for each content. */
export function readerOf(content: Content): ReturnType<typeof createReader> {
  const known = readers.get(content);
  if (known) return known;
  const rules = content.collection<CueRules>('cue-rules').get('situations');
  if (!rules) throw new Error('src/content/cue-rules/situations.yaml is missing.');
  const cues = content.collection<Cues>('cues');
  const made = createReader(rules, (language) => cues.get(language));
  readers.set(content, made);
  return made;
}

/** The finder of situations as every caller meets it. */
export const tool: Tool<FindInput, FindResult> = {
  toCase,
  summary: 'What is this message about?',

  fields(): FieldHelp[] {
    return Object.entries(inputShape.fields).map(([name, { about }]) => ({
      name,
      type: name === 'zone' ? 'IANA zone' : 'text',
      required: name === 'text',
      description: about ?? name,
      ...(name === 'text' ? { takesFile: true } : {}),
    }));
  },

  async run(input, content, asOf) {
    await loadTemporal();
    return readerOf(content)(input, asOf);
  },
};
