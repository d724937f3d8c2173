import { calculate as protectOrCheck, LETTERS } from '../workshop-code/index.ts';
import { exact, floor, multiply } from '../shared/exact.ts';
import { parseNumber } from '../shared/parse-number.ts';
import type { InputIssue } from '../shared/result.ts';
import type { Judgement, Verdict } from './judge.ts';
import { MOST_STEPS } from './own-plan.ts';
import { isOf, LAYOUTS, MOST_TEAMS, type Exercise, type Option } from './schema.ts';

const { ready: READY, own: OWN } = LAYOUTS.answers;
/** Letters a person may put in to be told apart by; a name is never asked for. */
export const LONGEST_TAG = 6;

/** A set of exercises codes are made for. */
export interface CodedPlan {
  id: string;
  /** Stands in codes, so it never changes; null for a plan of one's own, whose codes name its exercises. */
  letter: string | null;
  exercises: readonly Exercise[];
}

/** A plan somebody put together, as its codes know it. */
export const ownPlanOf = (exercises: readonly Exercise[]): CodedPlan => ({
  id: `own-${exercises.map(({ mark }) => mark).join('')}`,
  letter: null,
  exercises,
});

/** One exercise as a participant left it; null where it was not answered. */
export interface Given {
  judgement: Judgement;
  answer: unknown;
}

/** One exercise as a code tells it. */
export interface Told {
  verdict: Verdict | null;
  /** The named mistake behind it. */
  mistake: string | null;
  /** A number that was answered. */
  number: number | null;
  /** Options that were chosen, or all of them in the order they were put. */
  options: string[];
  /** How many minutes a moment was off; below zero where it was too early. */
  minutes: number | null;
}

export interface Results {
  plan: string;
  team: number;
  tag: string;
  answers: Told[];
}

const VERDICTS: readonly (Verdict | null)[] = [null, 'right', 'near', 'wrong'];
const NO_MISTAKE = 7;
/** Letters a value takes: 20 bits of hundredths, 15 of minutes, 10 of options. */
const WIDTH = { number: 4, moment: 3, choice: 1, choices: 2, order: 2, text: 0 } as const;
const HALF = 2 ** 14;
/** A moment that is further off is told as this far. */
export const FARTHEST_MINUTES = HALF - 1;
/** Letters that tell two people with the same answers apart; they say nothing about either. */
const TELLING_APART = 3;
/** How many sheets can be told apart: a number below this goes with each code. */
export const SHEETS = 32 ** TELLING_APART;
const TAG = /^[0-9A-Z]*$/;

const lettersOf = (value: number, width: number): string =>
  Array.from(
    { length: width },
    (_, i) => LETTERS[Math.floor(value / 32 ** (width - 1 - i)) % 32],
  ).join('');
const valueOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 32 + LETTERS.indexOf(letter), 0);
const within = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);

const optionsOf = ({ question }: Exercise): readonly Option[] =>
  'options' in question ? question.options : [];

/** The number of an order among all orders, and back. */
function rankOf(ids: readonly string[], all: readonly string[]): number {
  const left = [...all];
  return ids.reduce((sum, id) => {
    const at = Math.max(left.indexOf(id), 0);
    const rank = sum * left.length + at;
    left.splice(at, 1);
    return rank;
  }, 0);
}
function ofRank(rank: number, all: readonly string[]): string[] {
  const places: number[] = [];
  let rest = rank;
  for (let size = 1; size <= all.length; size += 1) {
    places.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  const left = [...all];
  return places.flatMap((at) => left.splice(at, 1));
}

/** The answer itself as a number below 32 to the power of its width; 0 also where there is none. */
function packed(exercise: Exercise, { judgement, answer }: Given): number {
  const { question } = exercise;
  const ids = optionsOf(exercise).map(({ id }) => id);
  if (question.type === 'number') {
    const read = parseNumber(answer, question.unit === 'percent' ? 'percent' : 'decimal');
    const hundredths = 'value' in read ? Number(floor(multiply(read.value, exact(100n)))) : 0;
    return within(hundredths, 32 ** WIDTH.number - 1);
  }
  if (question.type === 'moment') return within(Number(judgement.gap ?? 0) + HALF, 2 * HALF - 1);
  if (question.type === 'choice') return within(ids.indexOf(String(answer)) + 1, 31);
  if (question.type === 'choices')
    return ids.reduce((mask, id, i) => mask + ((answer as string[]).includes(id) ? 2 ** i : 0), 0);
  if (question.type === 'order') return rankOf(answer as string[], ids);
  return 0;
}

function unpacked(exercise: Exercise, value: number): Pick<Told, 'number' | 'options' | 'minutes'> {
  const { question } = exercise;
  const ids = optionsOf(exercise).map(({ id }) => id);
  const none = { number: null, options: [], minutes: null };
  if (question.type === 'number') return { ...none, number: value / 100 };
  if (question.type === 'moment') return { ...none, minutes: value - HALF };
  if (question.type === 'choice') return { ...none, options: ids.slice(value - 1, value) };
  if (question.type === 'choices')
    return { ...none, options: ids.filter((_, i) => Math.floor(value / 2 ** i) % 2 === 1) };
  if (question.type === 'order') return { ...none, options: ofRank(value, ids) };
  return none;
}

/** A tag as it is meant: capitals and digits of the codes' letters; null where it is none. */
export function readTag(raw: string): string | null {
  const tag = raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  return TAG.test(tag) &&
    [...tag].every((letter) => LETTERS.includes(letter)) &&
    tag.length <= LONGEST_TAG
    ? tag
    : null;
}

/**
 * The code a participant ends with: what was answered, and nothing about who answered but the tag.
 *
 * @param given one entry for each exercise of the plan, in its order.
 * @param sheet a number of no meaning, drawn where the answers are given, below {@link SHEETS}: two people
 *   with the same answers count twice, and one code that came twice counts once.
 */
export function encodeResults(
  plan: CodedPlan,
  team: number,
  tag: string,
  given: readonly (Given | null)[],
  sheet = 0,
): string {
  const answers = plan.exercises.map((exercise, i) => {
    const one = given[i] ?? null;
    const width = WIDTH[exercise.question.type];
    if (!one) return lettersOf(NO_MISTAKE, 1) + lettersOf(0, width);
    const named = exercise.mistakes.findIndex(({ id }) => id === one.judgement.mistake?.id);
    const verdict = VERDICTS.indexOf(one.judgement.verdict);
    return (
      lettersOf(verdict * 8 + (named < 0 ? NO_MISTAKE : within(named, NO_MISTAKE)), 1) +
      lettersOf(packed(exercise, one), width)
    );
  });
  const data =
    (plan.letter === null
      ? OWN + lettersOf(plan.exercises.length, 1) + plan.exercises.map(({ mark }) => mark).join('')
      : READY + plan.letter) +
    lettersOf(within(team, MOST_TEAMS), 2) +
    lettersOf(tag.length, 1) +
    tag +
    lettersOf(within(sheet, SHEETS - 1), TELLING_APART) +
    answers.join('');
  const made = protectOrCheck({ protect: data });
  if (made.kind !== 'ok') throw new Error(`The letters ${data} cannot be protected.`);
  return made.shown;
}

const ISSUE = 'tool.exercise.code.';
const refuse = (key: string, values: InputIssue['values'] = {}) => ({
  issues: [{ path: 'code', key: ISSUE + key, values }],
});

/** The plan of a code and where what follows begins; null where it is not on this site. */
function planIn(
  data: string,
  plans: readonly CodedPlan[],
  all: readonly Exercise[],
): { plan: CodedPlan; at: number } | null {
  if (data[0] === READY) {
    const plan = plans.find(({ letter }) => letter === data[1]);
    return plan ? { plan, at: 2 } : null;
  }
  const count = LETTERS.indexOf(data[1] ?? '');
  const exercises = Array.from({ length: Math.min(count, MOST_STEPS) }, (_, i) =>
    all.find(({ mark }) => mark === data.slice(2 + 2 * i, 4 + 2 * i)),
  );
  const known = exercises.flatMap((exercise) => exercise ?? []);
  return known.length > 0 && known.length === count
    ? { plan: ownPlanOf(known), at: 2 + 2 * count }
    : null;
}

/**
 * Reads a code back, or says what is wrong with it, block by block.
 *
 * @param all every exercise of this site, for plans that people put together themselves.
 */
export function decodeResults(
  code: string,
  plans: readonly CodedPlan[],
  all: readonly Exercise[] = [],
): { results: Results; plan: CodedPlan } | { issues: InputIssue[] } {
  const checked = protectOrCheck({ check: code });
  if (checked.kind !== 'ok') return { issues: [...checked.issues] };
  const { data } = checked;
  if (isOf('way', data)) return refuse('way');
  if (!isOf('answers', data)) return refuse('layout');
  const found = planIn(data, plans, all);
  if (!found) return refuse('plan');
  const { plan } = found;
  let { at } = found;
  const take = (width: number) => data.slice(at, (at += width));
  const team = valueOf(take(2));
  const tag = take(valueOf(take(1)));
  take(TELLING_APART);
  const answers = plan.exercises.map((exercise): Told => {
    const head = valueOf(take(1));
    const value = valueOf(take(WIDTH[exercise.question.type]));
    const verdict = VERDICTS[Math.floor(head / 8)] ?? null;
    const mistake = exercise.mistakes[head % 8]?.id ?? null;
    return verdict === null
      ? { verdict, mistake: null, number: null, options: [], minutes: null }
      : { verdict, mistake, ...unpacked(exercise, value) };
  });
  if (at !== data.length) return refuse('length');
  return { results: { plan: plan.id, team, tag, answers }, plan };
}
