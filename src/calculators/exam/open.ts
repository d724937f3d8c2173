import {
  overlay,
  readAt,
  resolve,
  shuffled,
  type Ask,
  type Template,
  type Variant,
} from '../exercise/index.ts';
import { fromDecimal, fromNumber, subtract, toPlain, type Exact } from '../shared/exact.ts';
import { lookup, type RuleBook, type RuleFigure } from '../shared/rule.ts';
import { examDice, rulesOf, variantOf, type Placed } from './draw.ts';
import { type Stage } from './kinds.ts';
import {
  LETTERS,
  WRONG_SHOWN,
  type ExamPlatform,
  type ExamQuestion,
  type ExamText,
  type Letter,
  type ValueSource,
  type Wrong,
} from './schema.ts';

/** What stands in a slot, to be written by whoever shows it. */
export type Shown =
  | { kind: 'figure'; value: RuleFigure; unit: string }
  | { kind: 'percent'; value: string }
  | { kind: 'money'; value: string; unit: string }
  | { kind: 'moment'; value: string; zone: string };

export interface AskedOption {
  letter: Letter;
  text: ExamText;
  /** Null for the right one. */
  wrong: Wrong | null;
}

/** One question with the numbers of a seed. */
export interface Asked {
  id: string;
  stage: Stage;
  platform: ExamPlatform;
  playbook: string;
  question: ExamQuestion;
  /** Drawn values, and the values of its slots. */
  variant: Variant;
  values: Readonly<Record<string, Shown>>;
  options: AskedOption[];
  key: Letter;
  /** Whoever asks this tool this gets the figures; null where rules give them. */
  solvedBy: { tool: string; input: Template } | null;
  rules: string[];
}

export interface Sources {
  rules: RuleBook;
  ask: Ask;
  /** The moment whose rules are asked about. */
  asOf: string;
}

const plain = (value: Exact) => Number(toPlain(value));

/**
 * A question as a seed asks it: the same on every machine and in both languages.
 *
 * @throws where a rule does not hold at the moment asked about, or a tool does not answer.
 */
export async function openQuestion(
  { question, stage, platform }: Placed,
  seed: string,
  { rules, ask, asOf }: Sources,
): Promise<Asked> {
  const fail = (why: string): never => {
    throw new Error(`${question.id}, seed ${seed}: ${why}`);
  };
  const dice = examDice(`${question.id} ${question.version}`, seed);
  const variant = variantOf(question, seed);
  const numberOf = (name: string): Exact => {
    const drawn = variant[name.replace(/^\$/, '')];
    return typeof drawn === 'number'
      ? fromNumber(drawn)
      : typeof drawn === 'string'
        ? fromDecimal(drawn)
        : fail(`“${name}” is no number that was drawn.`);
  };

  const figureOf = (value: Extract<ValueSource, { rule: string }>): Shown => {
    const found = lookup(rules, value.rule, asOf);
    if (found.kind !== 'known') return fail(`the rule ${value.rule} is ${found.kind}.`);
    const { value: figure } = found.value;
    const { unit } = found.rule;
    if (figure === true) return fail(`the rule ${value.rule} has no figure.`);
    if (value.minus === undefined && value.leftOf === undefined)
      return { kind: 'figure', value: figure, unit };
    if (typeof figure === 'object') return fail(`the rule ${value.rule} is a range.`);
    const [one, other] =
      value.minus === undefined
        ? [numberOf(value.leftOf ?? ''), fromNumber(figure)]
        : [fromNumber(figure), numberOf(value.minus)];
    return { kind: 'figure', value: plain(subtract(one, other)), unit };
  };

  const inputOf = (over?: Template): { tool: string; input: Template } => {
    const { tool, input } = question.solve ?? fail('nothing computes it.');
    return { tool, input: resolve(overlay(input, over), variant) as Template };
  };
  const answered = async (
    value: Exclude<ValueSource, { rule: string } | { drawn: string }>,
  ): Promise<Shown> => {
    const { tool, input } = inputOf(value.input);
    const answer = await ask(tool, input, asOf);
    if (answer.kind !== 'ok')
      return fail(`${tool} answers “${answer.kind}” to ${JSON.stringify(input)}.`);
    const read = readAt(answer, value.at);
    if (typeof read !== 'string' && typeof read !== 'number')
      return fail(`there is nothing at “${value.at}”.`);
    const text = String(read);
    switch (value.as) {
      case 'money':
        return { kind: 'money', value: text, unit: value.unit ?? fail('money has no currency.') };
      case 'moment':
        return { kind: 'moment', value: text, zone: value.zone ?? 'Asia/Shanghai' };
      case 'count':
        return { kind: 'figure', value: Number(text), unit: value.unit ?? fail('of what?') };
      case 'percent':
        return { kind: 'percent', value: text };
    }
  };

  const values: Record<string, Shown> = {};
  for (const [name, value] of Object.entries(question.values ?? {}))
    values[name] =
      'rule' in value
        ? figureOf(value)
        : 'drawn' in value
          ? { kind: 'figure', value: plain(numberOf(value.drawn)), unit: value.unit }
          : await answered(value);

  const wrong = shuffled(question.wrong, 'wrong', dice).slice(0, WRONG_SHOWN);
  const mixed = shuffled<{ text: ExamText; wrong: Wrong | null }>(
    [
      { text: question.right, wrong: null },
      ...wrong.map((each) => ({ text: each.text, wrong: each })),
    ],
    'options',
    dice,
  );
  const options = mixed.map((each, i) => ({ letter: LETTERS[i] as Letter, ...each }));
  return {
    id: question.id,
    stage,
    platform,
    playbook: question.playbook,
    question,
    variant,
    values,
    options,
    key: options.find((option) => option.wrong === null)?.letter ?? fail('no option is right.'),
    solvedBy: question.solve ? inputOf() : null,
    rules: rulesOf(question),
  };
}
