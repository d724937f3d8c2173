import * as z from 'zod/mini';
import type { Incomplete, InputIssue, Invalid } from '../shared/result.ts';
import type { GuardCheck, GuardWarning } from './rule.ts';
import { inputSchema } from './schema.ts';

export type GuardResult =
  | {
      kind: 'ok';
      platform: string;
      language: string;
      warnings: GuardWarning[];
      /** Characters as a person counts them. */
      length: number;
      /** The platform's limit; null because no official figure was found for any platform. */
      limit: number | null;
      usedRules: string[];
      asOf: string;
    }
  | Incomplete
  | Invalid;

/** Reads a reply. `check` is a guard made from the rules in the data. */
export function calculate(input: unknown, check: GuardCheck, asOf: string): GuardResult {
  const parsed = z.safeParse(inputSchema, input);
  if (!parsed.success) {
    const issues: InputIssue[] = parsed.error.issues.flatMap((found) => {
      const path = found.path.map(String).join('.');
      if (found.code === 'unrecognized_keys')
        return found.keys.map((key) => ({
          path: key,
          key: 'tool.reply-script.error.unknown-field',
          values: {},
        }));
      if (found.code === 'invalid_value')
        return [
          {
            path,
            key: 'tool.reply-script.error.one-of',
            values: { options: found.values.map(String).join(', ') },
          },
        ];
      if (found.code === 'too_big')
        return [
          {
            path,
            key: 'tool.reply-guard.error.too-long',
            values: { limit: Number(found.maximum) },
          },
        ];
      return [{ path, key: 'tool.reply-script.error.shape', values: {} }];
    });
    return { kind: 'invalid', issues };
  }
  const { platform, language, gloss, text } = parsed.data;
  if (text === undefined || text.trim() === '') return { kind: 'incomplete', missing: ['text'] };
  const warnings = check({ platform, language, text, gloss });
  return {
    kind: 'ok',
    platform,
    language,
    warnings,
    length: [...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text)].length,
    limit: null,
    usedRules: [...new Set(warnings.map((warning) => warning.ruleId))],
    asOf,
  };
}
