import { readLength, type MessageLimit } from '../shared/message-limit.ts';
import type { Incomplete, InputIssue, Invalid } from '../shared/result.ts';
import { languageOf } from '../shared/telling-words.ts';
import { fit, type Misfit } from '../shared/shape.ts';
import { countSigns } from '../shared/count-signs.ts';
import type { GuardCheck, GuardWarning } from './rule.ts';
import { guardLanguages, inputShape } from './schema.ts';

export type GuardResult =
  | {
      kind: 'ok';
      platform: string;
      language: string;
      warnings: GuardWarning[];
      /** Characters as a person counts them. */
      length: number;
      /** Characters a message may have on the platform; null where no figure was found. */
      limit: number | null;
      usedRules: string[];
      asOf: string;
    }
  | Incomplete
  | Invalid;

const issueOf = ({ path, code, options, most }: Misfit): InputIssue => {
  const issue = (key: string, values: InputIssue['values'] = {}) => ({ path, key, values });
  if (code === 'unknown') return issue('tool.reply-script.error.unknown-field');
  if (code === 'one-of')
    return issue('tool.reply-script.error.one-of', { options: (options ?? []).join(', ') });
  return code === 'too-long'
    ? issue('tool.reply-guard.error.too-long', { limit: most ?? 0 })
    : issue('tool.reply-script.error.shape');
};

const dayOf = (moment: string): string | null =>
  Number.isNaN(Date.parse(moment)) ? null : new Date(moment).toISOString().slice(0, 10);

/**
 * Reads a reply.
 *
 * @param check a guard made from the rules in the data.
 * @param limits how long a message may be, by platform; no length is too much where they are not given.
 */
export function calculate(
  input: unknown,
  check: GuardCheck,
  asOf: string,
  limits: readonly MessageLimit[] = [],
): GuardResult {
  const { value, misfits } = fit(inputShape, input);
  if (misfits) return { kind: 'invalid', issues: misfits.map(issueOf) };
  const { platform, gloss, text } = value;
  if (text === undefined || text.trim() === '') return { kind: 'incomplete', missing: ['text'] };
  const told = languageOf(text);
  const language =
    value.language ?? guardLanguages.find((each) => each.startsWith(told)) ?? guardLanguages[0];
  const { limit, warnings: long } = readLength(limits, platform, gloss, text);
  const warnings = [...check({ platform, language, text, gloss, today: dayOf(asOf) }), ...long];
  return {
    kind: 'ok',
    platform,
    language,
    warnings,
    length: countSigns(text, language),
    limit: limit?.characters ?? null,
    usedRules: [
      ...new Set([
        ...warnings.flatMap(({ ruleId }) => ruleId ?? []),
        ...(limit ? [limit.rule] : []),
      ]),
    ],
    asOf,
  };
}
