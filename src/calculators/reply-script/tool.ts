import { guardOf } from '../reply-guard/index.ts';
import { readDay } from '../shared/parse-moment.ts';
import type { Content, FieldHelp, Tool } from '../shared/tool.ts';
import { calculate, type ReplyResult } from './calculate.ts';
import { fromCase, toCase } from './case.ts';
import {
  buyerLanguages,
  glossLanguages,
  replyPlatforms,
  tones,
  type ReplyInput,
  type Script,
  type ScriptLibrary,
  type ScriptParts,
} from './schema.ts';
import { dayOf } from './variables.ts';

/** The scripts with the parts they share. */
export function libraryOf(content: Content): ScriptLibrary {
  const parts = content.collection<ScriptParts>('script-parts').get('shared');
  if (!parts) throw new Error('src/content/script-parts/shared.yaml is missing.');
  return { parts, scripts: content.collection<Script>('scripts') };
}

const oneOf = (values: readonly string[]) => `one of ${values.join(' | ')}`;

/** The reply-script generator as every caller meets it. */
export const tool: Tool<ReplyInput, ReplyResult> = {
  fromCase,
  toCase,
  summary:
    'Which words answer this buyer, in the buyer’s language, with a meaning the agent can read?',

  fields(content): FieldHelp[] {
    const messages = content.messages();
    const help = (name: string, type: string, required = false): FieldHelp => ({
      name,
      type,
      required,
      description: messages[`tool.reply-script.help.${name}`] ?? name,
    });
    return [
      help('situation', oneOf([...content.collection<Script>('scripts').keys()].sort()), true),
      help('language', oneOf(buyerLanguages), true),
      help('platform', oneOf(replyPlatforms)),
      help('gloss', oneOf(glossLanguages)),
      help('tone', oneOf(tones)),
      help('vars', 'map of values'),
      help('blocks', 'list of ids, or map of switches'),
      help('stack', 'list of situations'),
      help('confirm', 'list of fields'),
      help('settings', 'map: shop, pronoun (вы | Вы), signature, greetByName, locale'),
    ];
  },

  run: (input, content, asOf) =>
    calculate(input, libraryOf(content), guardOf(content), asOf, {
      today: dayOf(asOf),
      read: readDay,
    }),
};
