import type { Answer } from '../shared/tool.ts';
import { byMeasure, ranked, type Direction, type Measure } from '../shared/rank.ts';
import { readAt } from '../shared/read-at.ts';
import type { Language } from '../shared/rule.ts';
import { diceOf, drawVariant, optionsOf } from './draw.ts';
import type { Exercise, Mistake, Option, Path, Template, Variant } from './schema.ts';
import { fillText, misread, overlay, resolve } from './template.ts';

/** Asks a tool through its one door. */
export type Ask = (tool: string, input: unknown, asOf: string) => Promise<Answer>;

/** One question to a tool. */
export interface Asking {
  tool: string;
  input: Template;
}

/** What a tool was asked, so that anybody can ask it again, and where in its answer the key stands. */
export interface SolvedBy extends Asking {
  at: Path;
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
  /** Whoever asks this reads the key, letter by letter, at this place of the answer. */
  solvedBy: SolvedBy;
  /** The question behind {@link Solved.answer}: of several that were compared, the one that came first. */
  asked: Asking;
  /** What the tool answered. */
  answer: Answer;
  /** What was measured for each option, by its id. */
  measured: Readonly<Record<string, Measure>>;
  /** Options that are asked for and come too late. */
  late: readonly string[];
  /** What each mistake leads to, where it differs from the key. */
  mistaken: readonly { mistake: Mistake; value: Measure }[];
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

const isScalar = (value: unknown): value is Measure =>
  typeof value === 'string' || typeof value === 'number';

/**
 * Solves a case with the tool it names. Throws an Error where the exercise cannot be solved so.
 *
 * @param language of a better text: everything else has the same key in both.
 */
export async function solve(
  one: Case,
  ask: Ask,
  asOf: string,
  language: Language = 'en',
): Promise<Solved> {
  const { exercise, variant } = one;
  const { question } = exercise;
  const fail = (why: string): never => {
    throw new Error(`${exercise.id}, seed ${one.seed}, team ${one.team}: ${why}`);
  };

  const inputOf = (over?: Template, text?: string): Asking => {
    const { tool, input } = exercise.solve;
    const values = text === undefined ? variant : { ...variant, text };
    // What a case is judged by is one text, whoever reads it; only a better text is in the reader's language.
    const read = question.type === 'text' ? language : 'en';
    return { tool, input: resolve(overlay(input, over), values, read) as Template };
  };
  const answerTo = async ({ tool, input }: Asking): Promise<Answer> => {
    const answer = await ask(tool, input, asOf);
    if (answer.kind !== 'ok') fail(`${tool} answers “${answer.kind}” to ${JSON.stringify(input)}.`);
    return answer;
  };
  const valueAt = (answer: Answer, path: Path): Measure => {
    const value = readAt(answer, path);
    return isScalar(value) ? value : fail(`there is nothing at “${path}”.`);
  };
  /** Ids of options that stand in a list of the answer. */
  const idsAt = (answer: Answer, path: Path): string[] => {
    const list = readAt(answer, path);
    if (!Array.isArray(list)) return fail(`there is no list at “${path}”.`);
    for (const id of list)
      if (!one.options.some((option) => option.id === id)) fail(`no option is called “${id}”.`);
    return list as string[];
  };
  const solved = (
    part: Partial<Solved> & Pick<Solved, 'key' | 'asked' | 'answer'>,
    by: SolvedBy,
  ): Solved => ({
    alsoRight: [],
    measured: {},
    late: [],
    mistaken: [],
    solvedBy: by,
    ...part,
  });

  if (question.type === 'choices') {
    const asked = inputOf();
    const answer = await answerTo(asked);
    const measured = Object.fromEntries(
      one.options.flatMap(({ id, ready }) =>
        ready === undefined ? [] : [[id, resolve(ready, variant) as string]],
      ),
    );
    const late = question.late === undefined ? [] : idsAt(answer, question.late);
    const key = idsAt(answer, question.at);
    return solved({ key, asked, answer, measured, late }, { ...asked, at: question.at });
  }

  if (question.type === 'choice' && question.best === undefined) {
    const asked = inputOf();
    const answer = await answerTo(asked);
    const key = valueAt(answer, question.at);
    if (!question.options.some(({ id }) => id === key)) fail(`no option is called “${key}”.`);
    return solved({ key, asked, answer }, { ...asked, at: question.at });
  }

  if (question.type === 'choice' || question.type === 'order') {
    const place = 'at' in question ? question.at : '';
    const direction: Direction =
      question.type === 'order'
        ? question.direction
        : question.best === 'highest'
          ? 'falling'
          : 'rising';
    const answers = new Map<string, Answer>();
    const measures: { id: string; at: Path; asked: Asking; answer: Answer; value: Measure }[] = [];
    for (const { id, input, text, at = place } of question.options) {
      const asked = inputOf(input, fillText(text.en, variant, 'en'));
      // The same input for every option is asked once.
      const name = JSON.stringify(asked);
      const answer = answers.get(name) ?? (await answerTo(asked));
      answers.set(name, answer);
      measures.push({ id, at, asked, answer, value: valueAt(answer, at) });
    }
    const [first, ...rest] = ranked(measures, direction);
    if (!first) return fail('there are no options.');
    const compared = {
      tool: exercise.solve.tool,
      direction,
      of: measures.map(({ id, at, asked }) => ({ id, input: asked.input, at })),
    };
    const { asked, answer } = first;
    const measured = Object.fromEntries(measures.map(({ id, value }) => [id, value]));
    if (question.type === 'order')
      return solved(
        { key: [first, ...rest].map(({ id }) => id), asked, answer, measured },
        { tool: 'compare', input: compared, at: 'order' },
      );
    const alsoRight = rest
      .filter(({ value }) => byMeasure(value, first.value) === 0)
      .map(({ id }) => id);
    return solved(
      { key: first.id, alsoRight, asked, answer, measured },
      { tool: 'compare', input: compared, at: 'best' },
    );
  }

  const asked = inputOf();
  const answer = await answerTo(asked);
  if (question.type === 'text' && language !== 'en') {
    const lines = readAt(answer, question.gloss);
    if (!Array.isArray(lines)) return fail(`there is no list at “${question.gloss}”.`);
    return solved({ key: lines.join('\n'), asked, answer }, { ...asked, at: question.gloss });
  }
  const key = valueAt(answer, question.at);
  const mistaken: { mistake: Mistake; value: Measure }[] = [];
  for (const mistake of exercise.mistakes) {
    const own = mistake.input ? await ask(asked.tool, inputOf(mistake.input).input, asOf) : answer;
    const read = own.kind === 'ok' ? readAt(own, mistake.at ?? question.at) : undefined;
    const value =
      mistake.readIn !== undefined && question.type === 'moment' && typeof read === 'string'
        ? misread(read, question.zone, mistake.readIn)
        : read;
    if (isScalar(value) && byMeasure(value, key) !== 0) mistaken.push({ mistake, value });
  }
  return solved({ key, asked, answer, mistaken }, { ...asked, at: question.at });
}
