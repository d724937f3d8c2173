import type { MessageLimit } from '../shared/message-limit.ts';
import type { FieldHelp, Tool } from '../shared/tool.ts';
import { calculate, type GuardResult } from './calculate.ts';
import { fromCase } from './case.ts';
import { guardOf } from './guard-of.ts';
import { guardLanguages, guardPlatforms, type GuardToolInput } from './schema.ts';

/** The reply guard as every caller meets it. */
export const tool: Tool<GuardToolInput, GuardResult> = {
  fromCase,
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

  run(input, content, asOf) {
    const shared = content
      .collection<{ limits: readonly MessageLimit[] }>('script-parts')
      .get('shared');
    return calculate(input, guardOf(content), asOf, shared?.limits);
  },
};
