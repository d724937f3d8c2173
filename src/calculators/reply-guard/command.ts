import type { Answer, CommandLineTool, FieldHelp } from '../registry.ts';
import { createGuard, type GuardParts, type GuardRule } from '../shared/guard.ts';
import { fill } from '../shared/result.ts';
import { calculate } from './calculate.ts';
import { guardLanguages, guardPlatforms } from './schema.ts';

/** The reply guard on the command line. */
export const command: CommandLineTool = {
  summary: 'May this be said to a buyer here?',

  fields(content): FieldHelp[] {
    const messages = content.messages();
    const help = (name: string, type: string, required: boolean): FieldHelp => ({
      name,
      type,
      required,
      description: messages[`tool.reply-guard.help.${name}`] ?? name,
    });
    return [
      help('text', 'text', true),
      help('platform', `one of ${guardPlatforms.join(' | ')}`, false),
      help('language', `one of ${guardLanguages.join(' | ')}`, false),
      help('gloss', 'one of en | zh-CN', false),
    ];
  },

  run(input, content, asOf): Answer {
    const parts = content.collection<GuardParts>('guard-parts').get('shared');
    if (!parts) throw new Error('src/content/guard-parts/shared.yaml is missing.');
    const check = createGuard([...content.collection<GuardRule>('guards').values()], parts);
    const result = calculate(input, check, asOf);
    if (result.kind !== 'invalid') return { ...result, asOf };
    const messages = content.messages();
    return {
      kind: 'invalid',
      issues: result.issues.map(({ path, key, values }) => ({
        path,
        message: fill(messages[key] ?? key, values),
      })),
    };
  },
};
