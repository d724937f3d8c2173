import type { InputIssue } from '../shared/result.ts';
import { about, fit, list, object, text, type ObjectOf } from '../shared/shape.ts';
import { DIRECTIONS, type Direction } from '../shared/rank.ts';

/** Each thing is one call of a tool: more than these are a mistake. */
const MOST_THINGS = 100;
const LONGEST = 200;

const anything = { read: (raw: unknown) => raw };

export const inputShape = object({
  tool: about(text(LONGEST), 'Which tool measures the things.'),
  direction: about(
    text(LONGEST),
    `What comes first: ${DIRECTIONS.join(' or ')}. Numbers go by size, moments by time.`,
  ),
  of: about(
    list(anything),
    'The things: each with an `id`, the `input` the tool is asked with, and `at`, where in its answer the measure stands (`percent`, `deadlines[first-answer].dueAt`, `warnings.length`).',
  ),
});
export type CompareInput = ObjectOf<typeof inputShape.fields>;
export const inputFields = Object.keys(inputShape.fields) as (keyof CompareInput)[];

const thingShape = object({ id: text(LONGEST), input: anything, at: text(LONGEST) });
export type Thing = ObjectOf<typeof thingShape.fields>;

export interface Comparing {
  tool: string;
  direction: Direction;
  of: Thing[];
}

const ISSUE = 'tool.compare.issue.';

/**
 * From anything at all to what is compared, or to the list of what is wrong. Never throws.
 *
 * @param tools every tool that can measure.
 */
export function parse(
  raw: unknown,
  tools: readonly string[],
): { comparing: Comparing } | { issues: InputIssue[] } {
  const { value, misfits } = fit(inputShape, raw);
  if (misfits)
    return {
      issues: misfits.map(({ path }) => ({
        path,
        key: `${ISSUE}${path === '' ? 'not-an-object' : 'shape'}`,
        values: {},
      })),
    };
  const issues: InputIssue[] = [];
  const wrong = (path: string, key: string, values: InputIssue['values'] = {}) =>
    issues.push({ path, key: ISSUE + key, values });
  if (!tools.includes(value.tool)) wrong('tool', 'tool', { tools: tools.join(', ') });
  const direction = DIRECTIONS.find((each) => each === value.direction);
  if (!direction) wrong('direction', 'direction', { directions: DIRECTIONS.join(', ') });
  if (value.of.length < 2 || value.of.length > MOST_THINGS)
    wrong('of', 'count', { most: MOST_THINGS });
  const seen = new Set<string>();
  const of = value.of.slice(0, MOST_THINGS).flatMap((each, i) => {
    const thing = fit(thingShape, each);
    if (thing.misfits) {
      wrong(`of.${i}`, 'thing');
      return [];
    }
    if (seen.has(thing.value.id)) wrong(`of.${i}.id`, 'twice', { id: thing.value.id });
    seen.add(thing.value.id);
    return [thing.value];
  });
  return issues.length > 0 || !direction
    ? { issues }
    : { comparing: { tool: value.tool, direction, of } };
}
