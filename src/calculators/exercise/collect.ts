import type { InputIssue } from '../shared/result.ts';
import { calculate as protectOrCheck } from '../workshop-code/index.ts';
import { codesIn } from './codes-in.ts';
import { decodeResults, type CodedPlan, type Results } from './result-code.ts';
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
  /** What those chose who were not right, the commonest first; nothing for an order, which holds every option. */
  chosen: { id: string; times: number }[];
  /** Numbers that were answered, sorted; empty where no number is asked. */
  numbers: number[];
}

export interface Collected {
  /** The plan the codes belong to; null where none could be read. */
  plan: CodedPlan | null;
  people: Results[];
  outcomes: Outcome[];
  /** Codes that were refused, with every block that is wrong or the other reason. */
  refused: { code: string; issues: readonly InputIssue[] }[];
  /** Codes that came more than once and count once. */
  repeated: number;
  /** Codes of another plan than the first. */
  strangers: number;
}

/** How often each came, the commonest first. */
function tally(ids: readonly string[]): { id: string; times: number }[] {
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times]
    .map(([id, count]) => ({ id, times: count }))
    .sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1));
}

const outcomeOf = (exercise: Exercise, at: number, people: readonly Results[]): Outcome => {
  const told = people.flatMap(({ answers }) => answers[at] ?? []);
  const times = (verdict: string | null) => told.filter((each) => each.verdict === verdict).length;
  const notRight = told.filter(({ verdict }) => verdict === 'near' || verdict === 'wrong');
  return {
    exercise,
    right: times('right'),
    near: times('near'),
    wrong: times('wrong'),
    unanswered: times(null),
    mistakes: tally(told.flatMap(({ mistake }) => mistake ?? [])),
    chosen:
      exercise.question.type === 'order' ? [] : tally(notRight.flatMap(({ options }) => options)),
    numbers: told.flatMap(({ number }) => number ?? []).sort((a, b) => a - b),
  };
};

/** A code as it is meant, so that one that is written in two ways counts once. */
function meant(written: string): string {
  const read = protectOrCheck({ check: written });
  return read.kind === 'ok' ? read.code : written.replace(/[\s-]/g, '').toUpperCase();
}

/** Many codes, pasted at once, as one picture of a workshop. Nothing is guessed: what does not fit is listed. */
export function collect(
  text: string,
  plans: readonly CodedPlan[],
  all: readonly Exercise[] = [],
): Collected {
  const isCode = (letters: string) => !('issues' in decodeResults(letters, plans, all));
  const pasted = codesIn(text, isCode);
  const codes = [...pasted.codes, ...pasted.broken].map(meant);
  const people: Results[] = [];
  const refused: Collected['refused'] = [];
  let strangers = 0;
  let plan: CodedPlan | null = null;
  for (const code of new Set(codes)) {
    const read = decodeResults(code, plans, all);
    if ('issues' in read) refused.push({ code, issues: read.issues });
    else if (plan && plan.id !== read.plan.id) strangers += 1;
    else {
      plan = read.plan;
      people.push(read.results);
    }
  }
  for (const line of new Set(pasted.without))
    refused.push({
      code: line,
      issues: [{ path: 'code', key: 'tool.exercise.code.none', values: {} }],
    });
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
