import { clockText, type Case, type Solved } from '@/calculators/exercise/index.ts';
import { keyLines } from './key-lines.ts';
import type { ExerciseWords } from './words.ts';

/** One exercise of a set, with the numbers of its seed and its key, as other programs want it. */
interface Item {
  id: string;
  title: string;
  /** The case and what is asked. */
  stem: string;
  options: { text: string; right: boolean; place: number; reason: string }[];
  key: string[];
  explanation: string;
  one: Case;
  solved: Solved;
}

const itemOf = (one: Case, solved: Solved, words: ExerciseWords): Item => {
  const { exercise } = one;
  const { key } = solved;
  const right = typeof key === 'object' ? key : [key, ...solved.alsoRight];
  return {
    id: exercise.id,
    title: words.of(exercise.title),
    stem: words.sentences([
      words.filled(exercise.participant, one),
      words.of(exercise.question.prompt),
    ]),
    options: one.options.map((option) => ({
      text: words.filled(option.text, one),
      right: right.includes(option.id),
      place: typeof key === 'object' ? key.indexOf(option.id) + 1 : 0,
      reason: words.of(option.reason),
    })),
    key: keyLines(one, solved, words),
    explanation: words.filled(exercise.solution, one, solved),
    one,
    solved,
  };
};

export type Solution = readonly [one: Case, solved: Solved];
const itemsOf = (set: readonly Solution[], words: ExerciseWords) =>
  set.map(([one, solved]) => itemOf(one, solved, words));

/** Signs that mean something in GIFT are written with a backslash, and a line break as `\n`. */
const gift = (text: string) => text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');

function giftAnswers({ one, solved, options, key }: Item, words: ExerciseWords): string[] {
  const { question } = one.exercise;
  const share = (part: number) => (100 / part).toFixed(5).replace(/\.?0+$/, '');
  if (question.type === 'choice')
    return options.map(
      ({ text, right, reason }) => `${right ? '=' : '~'}${gift(text)}#${gift(reason)}`,
    );
  if (question.type === 'choices') {
    const rights = options.filter(({ right }) => right).length;
    const wrongs = options.length - rights;
    return options.map(({ text, right, reason }) => {
      const weight = right ? share(rights) : `-${share(wrongs)}`;
      return `~%${weight}%${gift(text)}#${gift(reason)}`;
    });
  }
  if (question.type === 'order')
    return options.map(({ text, place }) => `=${gift(text)} -> ${place}`);
  const mistaken = solved.mistaken.map(({ mistake, value }) => ({
    value: String(value),
    says: gift(words.of(mistake.says)),
  }));
  if (question.type === 'number')
    return [
      `=%100%${String(solved.key)}:${question.within}`,
      ...mistaken.map(({ value, says }) => `=%0%${value}:${question.within}#${says}`),
    ];
  if (question.type === 'moment')
    return [
      `=${gift(key[0] ?? '')}`,
      ...mistaken.map(({ value, says }) => `=%0%${gift(clockText(value, question.zone))}#${says}`),
    ];
  return [];
}

/** Moodle's GIFT: numbers with tolerance, choices with a remark each, orders as matching, own texts as essays. */
export const toGift = (set: readonly Solution[], words: ExerciseWords): string =>
  itemsOf(set, words)
    .map((item) => {
      const isNumber = item.one.exercise.question.type === 'number';
      const answers = giftAnswers(item, words);
      const body = [...answers, `####${gift(item.explanation)}`]
        .map((line) => `  ${line}`)
        .join('\n');
      return `// ${item.id}\n::${gift(item.title)}::${gift(item.stem)} {${isNumber ? '#' : ''}\n${body}\n}`;
    })
    .join('\n\n')
    .concat('\n');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** The key by the letters of the options where there are any: the right ones, or all in their order. */
function letters({ one, options, key }: Item): string {
  if (options.length === 0) return key.join(' ');
  if (one.exercise.question.type !== 'order')
    return options.map(({ right }, i) => (right ? LETTERS[i] : '')).join('');
  return [...options.keys()]
    .sort((a, b) => (options[a]?.place ?? 0) - (options[b]?.place ?? 0))
    .map((i) => LETTERS[i])
    .join('');
}

const oneLine = (text: string) => text.replace(/\s*[\n\t]\s*/g, ' ');

/** A table parted by tabs: one exercise a line, options in one cell by their letters. */
export const toTable = (set: readonly Solution[], words: ExerciseWords): string =>
  [
    ['id', 'title', 'question', 'options', 'answer', 'explanation'],
    ...itemsOf(set, words).map((item) => [
      item.id,
      item.title,
      item.stem,
      item.options.map(({ text }, i) => `${LETTERS[i]}. ${text}`).join(' | '),
      letters(item),
      item.explanation,
    ]),
  ]
    .map((row) => row.map(oneLine).join('\t'))
    .join('\n')
    .concat('\n');

/** The text form Chinese exam systems read: numbered stems, options by letters, 答案 and 解析. */
export const toExamText = (set: readonly Solution[], words: ExerciseWords): string =>
  itemsOf(set, words)
    .map((item, i) =>
      [
        `${i + 1}. ${oneLine(item.stem)}`,
        ...item.options.map(({ text }, k) => `${LETTERS[k]}. ${oneLine(text)}`),
        `答案：${oneLine(letters(item))}`,
        `解析：${oneLine(item.explanation)}`,
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
