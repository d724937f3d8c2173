import type { InputIssue } from '../shared/result.ts';
import { codesIn, decodeResults, type CodedPlan, type Results } from './result-code.ts';
import type { Exercise } from './schema.ts';

/** How one exercise went for all who sent a code. */
export interface Outcome {
  exercise: Exercise;
  right: number;
  near: number;
  wrong: number;
  unanswered: number;
  /** Named mistakes, the commonest first. */
  mistakes: { id: string; times: number }[];
  /** Numbers that were answered, sorted; empty where no number is asked. */
  numbers: number[];
}

export interface Collected {
  /** The plan the codes belong to; null where none could be read. */
  plan: CodedPlan | null;
  people: Results[];
  outcomes: Outcome[];
  /** Codes that were refused, with the reason. */
  refused: { code: string; issue: InputIssue }[];
  /** Codes that came more than once and count once. */
  repeated: number;
  /** Codes of another plan than the first. */
  strangers: number;
}

const outcomeOf = (exercise: Exercise, at: number, people: readonly Results[]): Outcome => {
  const told = people.flatMap(({ answers }) => answers[at] ?? []);
  const times = (verdict: string | null) => told.filter((each) => each.verdict === verdict).length;
  const named = new Map<string, number>();
  for (const { mistake } of told)
    if (mistake !== null) named.set(mistake, (named.get(mistake) ?? 0) + 1);
  return {
    exercise,
    right: times('right'),
    near: times('near'),
    wrong: times('wrong'),
    unanswered: times(null),
    mistakes: [...named]
      .map(([id, count]) => ({ id, times: count }))
      .sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1)),
    numbers: told.flatMap(({ number }) => number ?? []).sort((a, b) => a - b),
  };
};

/** Many codes, pasted at once, as one picture of a workshop. Nothing is guessed: what does not fit is listed. */
export function collect(text: string, plans: readonly CodedPlan[]): Collected {
  const codes = codesIn(text).map((code) => code.replace(/[\s-]/g, '').toUpperCase());
  const people: Results[] = [];
  const refused: Collected['refused'] = [];
  let strangers = 0;
  for (const code of new Set(codes)) {
    const read = decodeResults(code, plans);
    if ('issues' in read)
      refused.push(...read.issues.slice(0, 1).map((issue) => ({ code, issue })));
    else if (people[0] && people[0].plan !== read.results.plan) strangers += 1;
    else people.push(read.results);
  }
  const plan = plans.find(({ id }) => id === people[0]?.plan) ?? null;
  return {
    plan,
    people,
    outcomes: (plan?.exercises ?? []).map((exercise, i) => outcomeOf(exercise, i, people)),
    refused,
    repeated: codes.length - new Set(codes).size,
    strangers,
  };
}

/** The middle of sorted numbers; null where there are none. */
export function middleOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
