import type { Answer } from '../shared/tool.ts';
import { compare, fromDecimal } from '../shared/exact.ts';
import { diceOf, drawVariant, optionsOf } from './draw.ts';
import type { Exercise, Mistake, Option, Path, Template, Variant } from './schema.ts';
import { fillText, misread, overlay, readAt, resolve } from './template.ts';

/** Asks a tool through its one door. */
export type Ask = (tool: string, input: unknown, asOf: string) => Promise<Answer>;

/** What a tool was asked, so that anybody can ask it again. */
export interface SolvedBy {
  tool: string;
  input: Template;
}

/** A number as the tool writes it, a moment as ISO 8601, an id, ids in order, or a text. */
export type Key = string | number | readonly string[];

/** One exercise with the numbers of one seed. */
export interface Case {
  exercise: Exercise;
  seed: string;
  team: number;
  variant: Variant;
  /** The options in the order in which they are shown. */
  options: Option[];
}

export interface Solved {
  key: Key;
  /** Other keys that are as good: options that measure the same. */
  alsoRight: readonly Key[];
  /** Null where no calculator knows the answer. */
  solvedBy: SolvedBy | null;
  /** What the tool answered. */
  answer: Answer | null;
  /** What was measured for each option, by its id. */
  measured: Readonly<Record<string, string | number>>;
  /** Options that are asked for and come too late. */
  late: readonly string[];
  /** What each mistake leads to, where it differs from the key. */
  mistaken: readonly { mistake: Mistake; value: string | number }[];
}

/** The case of a seed: the same on every machine. */
export function openCase(exercise: Exercise, seed: string, team: number): Case {
  const dice = diceOf(exercise, seed, team);
  return {
    exercise,
    seed,
    team,
    variant: drawVariant(exercise, dice),
    options: optionsOf(exercise, dice),
  };
}

const isScalar = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Smaller first: numbers by size, moments by time, other texts by their letters. */
export function byMeasure(one: string | number, other: string | number): number {
  const [a, b] = [String(one), String(other)];
  if (NUMBER.test(a) && NUMBER.test(b)) return compare(fromDecimal(a), fromDecimal(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a tool says of one piece of evidence. */
interface Evidence {
  id: string;
  needed: boolean;
}

interface Found {
  part: string;
  values?: Readonly<Record<string, string | number>>;
}

/**
 * The parts that the items of a list in an answer name, and those they are at odds with (`where`); null
 * where there is no such list.
 */
function partsAt(answer: Answer, path: Path): string[] | null {
  const list = readAt(answer, path);
  return Array.isArray(list)
    ? (list as Found[]).flatMap(({ part, values }) =>
        [part, ...[values?.['where'] ?? []].flat()].map(String),
      )
    : null;
}

/** Solves a case with the tool it names. Throws an Error where the exercise cannot be solved so. */
export async function solve(one: Case, ask: Ask, asOf: string): Promise<Solved> {
  const { exercise, variant } = one;
  const { question } = exercise;
  const fail = (why: string): never => {
    throw new Error(`${exercise.id}, seed ${one.seed}, team ${one.team}: ${why}`);
  };

  const inputOf = (over?: Template, text?: string): SolvedBy => {
    const { tool, input } = exercise.solve ?? fail('nothing computes it.');
    const values = text === undefined ? variant : { ...variant, text };
    return { tool, input: resolve(overlay(input, over), values) as Template };
  };
  const answerTo = async ({ tool, input }: SolvedBy): Promise<Answer> => {
    const answer = await ask(tool, input, asOf);
    if (answer.kind !== 'ok') fail(`${tool} answers “${answer.kind}” to ${JSON.stringify(input)}.`);
    return answer;
  };
  const valueAt = (answer: Answer, path: Path): string | number => {
    const value = readAt(answer, path);
    return isScalar(value) ? value : fail(`there is nothing at “${path}”.`);
  };
  const solved = (part: Partial<Solved> & Pick<Solved, 'key'>): Solved => ({
    alsoRight: [],
    solvedBy: null,
    answer: null,
    measured: {},
    late: [],
    mistaken: [],
    ...part,
  });

  if (question.type === 'choices') {
    const solvedBy = exercise.solve ? inputOf() : null;
    const answer = solvedBy ? await answerTo(solvedBy) : null;
    const until = answer && question.until ? valueAt(answer, question.until) : null;
    const parts = answer && question.at ? partsAt(answer, question.at) : null;
    if (question.at && !parts) fail(`there is no list at “${question.at}”.`);
    const asked = answer && question.needs ? readAt(answer, question.needs) : null;
    const evidence = Array.isArray(asked) ? (asked as Evidence[]) : null;
    if (question.needs && !evidence) fail(`there is no list at “${question.needs}”.`);
    /** Whether the tool asks for what an option shows; what it says nothing of would be nobody's key. */
    const isNeeded = ({ id, shows }: Option): boolean =>
      evidence?.find((item) => item.id === shows)?.needed ??
      fail(`nothing says whether “${id}” is needed.`);
    const readyAt = ({ ready }: Option) =>
      ready === undefined ? null : (resolve(ready, variant) as string);
    const isInTime = (option: Option) => {
      const ready = readyAt(option);
      return until === null || ready === null || byMeasure(ready, until) <= 0;
    };
    const isRight = (option: Option) => {
      if (parts)
        return parts.some((part) => part === option.id || part.startsWith(`${option.id}.`));
      return isNeeded(option) && isInTime(option);
    };
    const measured = Object.fromEntries(
      one.options.flatMap((option) => {
        const ready = readyAt(option);
        return ready === null ? [] : [[option.id, ready]];
      }),
    );
    const key = question.options
      .filter((option) => one.options.includes(option) && isRight(option))
      .map(({ id }) => id);
    const late = evidence
      ? one.options.filter((option) => isNeeded(option) && !isInTime(option)).map(({ id }) => id)
      : [];
    return solved({ key, solvedBy, answer, measured, late });
  }

  if (question.type === 'choice' || question.type === 'order') {
    const place = 'at' in question ? question.at : '';
    // The same input for every option is asked once.
    const needsOwn =
      question.options.some(({ input }) => input !== undefined) ||
      JSON.stringify(exercise.solve).includes('"$text"');
    const base = needsOwn ? null : await answerTo(inputOf());
    if (question.type === 'choice' && question.best === undefined) {
      const answer = base ?? (await answerTo(inputOf()));
      const key = valueAt(answer, place);
      if (!question.options.some(({ id }) => id === key)) fail(`no option is called “${key}”.`);
      return solved({ key, solvedBy: inputOf(), answer });
    }
    const measures: { option: Option; by: SolvedBy; answer: Answer; value: string | number }[] = [];
    for (const option of question.options) {
      const by = inputOf(option.input, fillText(option.text.en, variant, 'en'));
      const answer = base ?? (await answerTo(by));
      measures.push({ option, by, answer, value: valueAt(answer, option.at ?? place) });
    }
    const falls =
      question.type === 'order' ? question.direction === 'falling' : question.best === 'highest';
    const sign = falls ? -1 : 1;
    // Ties keep the order of the file, so that a key is the same wherever it is computed.
    const ranked = [...measures].sort((a, b) => sign * byMeasure(a.value, b.value));
    const [first] = ranked;
    if (!first) return fail('there are no options.');
    const measured = Object.fromEntries(measures.map(({ option, value }) => [option.id, value]));
    const common = { solvedBy: first.by, answer: first.answer, measured };
    if (question.type === 'order')
      return solved({ ...common, key: ranked.map(({ option }) => option.id) });
    const alsoRight = ranked
      .filter((each) => each !== first && byMeasure(each.value, first.value) === 0)
      .map(({ option }) => option.id);
    return solved({ ...common, key: first.option.id, alsoRight });
  }

  const solvedBy = inputOf();
  const answer = await answerTo(solvedBy);
  const key = valueAt(answer, question.at);
  const mistaken: { mistake: Mistake; value: string | number }[] = [];
  for (const mistake of exercise.mistakes) {
    const own = mistake.input
      ? await ask(solvedBy.tool, inputOf(mistake.input).input, asOf)
      : answer;
    const read = own.kind === 'ok' ? readAt(own, mistake.at ?? question.at) : undefined;
    const value =
      mistake.readIn !== undefined && question.type === 'moment' && typeof read === 'string'
        ? misread(read, question.zone, mistake.readIn)
        : read;
    if (isScalar(value) && byMeasure(value, key) !== 0) mistaken.push({ mistake, value });
  }
  return solved({ key, solvedBy, answer, mistaken });
}
