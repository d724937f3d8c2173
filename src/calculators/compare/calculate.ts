import { readAt } from '../shared/read-at.ts';
import type { InputIssue, Invalid } from '../shared/result.ts';
import type { Answer } from '../shared/tool.ts';
import { byMeasure, ranked, type Direction, type Measure } from '../shared/rank.ts';
import { parse } from './schema.ts';

export interface CompareOk {
  kind: 'ok';
  tool: string;
  direction: Direction;
  /** Ids, first what the direction puts first; things that measure the same stand as they were given. */
  order: string[];
  best: string;
  /** Every id that measures as the best does. */
  allBest: string[];
  /** What was measured, by id. */
  measured: Readonly<Record<string, Measure>>;
  /** Rules the measures rest on. */
  usedRules: string[];
}

export type CompareResult = CompareOk | Invalid;

const isMeasure = (value: unknown): value is Measure =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

/**
 * Several questions to one tool, put in the order of one value of its answers.
 *
 * @param tools every tool that can be asked.
 * @param ask asks one of them.
 */
export async function calculate(
  raw: unknown,
  tools: readonly string[],
  ask: (tool: string, input: unknown) => Promise<Answer>,
): Promise<CompareResult> {
  const read = parse(raw, tools);
  if ('issues' in read) return { kind: 'invalid', issues: read.issues };
  const { tool, direction, of } = read.comparing;
  const issues: InputIssue[] = [];
  const rules = new Set<string>();
  const things: { id: string; value: Measure }[] = [];
  for (const [i, { id, input, at }] of of.entries()) {
    const answer = await ask(tool, input);
    if (answer.kind === 'invalid') {
      for (const issue of (answer as Invalid).issues)
        issues.push({ ...issue, path: [`of.${i}.input`, issue.path].filter(Boolean).join('.') });
      continue;
    }
    const value = answer.kind === 'ok' ? readAt(answer, at) : undefined;
    if (isMeasure(value)) things.push({ id, value });
    else
      issues.push({
        path: `of.${i}.at`,
        key: 'tool.compare.issue.nothing-there',
        values: { id, at },
      });
    const { usedRules = [] } = answer as { usedRules?: readonly string[] };
    for (const rule of usedRules) rules.add(rule);
  }
  const sorted = ranked(things, direction);
  const [first] = sorted;
  if (issues.length > 0 || !first) return { kind: 'invalid', issues };
  return {
    kind: 'ok',
    tool,
    direction,
    order: sorted.map(({ id }) => id),
    best: first.id,
    allBest: sorted.filter(({ value }) => byMeasure(value, first.value) === 0).map(({ id }) => id),
    measured: Object.fromEntries(things.map(({ id, value }) => [id, value])),
    usedRules: [...rules],
  };
}
