/**
 * What of a case a room sees at once. The screen is measured in units of its own height, so a part that
 * fits one screen fits every other, and both windows can tell the parts without asking one another.
 */
import type { Case, Solved } from '@/calculators/exercise/index.ts';
import { keyLines } from './key-lines.ts';
import type { ExerciseWords } from './words.ts';

/** Lines that belong together: a paragraph or a list. */
export interface Block {
  is: 'text' | 'strong' | 'as-written' | 'items' | 'ordered';
  lines: readonly string[];
  /** Which line of a list the first one is, from 0: the list may have begun on another part. */
  from: number;
  ofKey: boolean;
  /** Not to be left alone at the end of a part. */
  withNext: boolean;
}

const block = (is: Block['is'], lines: readonly string[], rest: Partial<Block> = {}): Block => ({
  is,
  lines,
  from: 0,
  ofKey: false,
  withNext: false,
  ...rest,
});

/** A case from its first word to the last of its solution. */
export function blocksOf(one: Case, words: ExerciseWords, solved: Solved | null): Block[] {
  const { exercise, options } = one;
  const { question } = exercise;
  const told = [
    block('text', [words.filled(exercise.participant, one)]),
    block('strong', [words.of(question.prompt)], { withNext: options.length > 0 }),
    ...(options.length > 0
      ? [
          block(
            'items',
            options.map(({ text }) => words.filled(text, one)),
          ),
        ]
      : []),
  ];
  if (!solved) return told;
  const key = keyLines(one, solved, words).flatMap((line) => line.split(/\n+/));
  const is =
    question.type === 'order'
      ? 'ordered'
      : question.type === 'text'
        ? 'as-written'
        : key.length > 1
          ? 'items'
          : 'text';
  return [
    ...told,
    block('strong', [words.own('solution')], { ofKey: true, withNext: true }),
    block(is, key, { ofKey: true }),
    block('text', [words.filled(exercise.solution, one, solved)], { ofKey: true }),
  ];
}

/**
 * How many letters as wide as high stand in a line of the projector, how many lines below a title of two, and
 * how far apart paragraphs and the lines of a list stand (stage.css), in lines.
 */
const EM_PER_LINE = 35;
const LINES = 11.6;
const GAP = 0.32;
const GAP_IN_LIST = 0.18;
const INDENT = 2;

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]/;
/** Width of a letter in heights of its line, rather too wide: fonts differ. */
const widthOf = (letter: string): number =>
  WIDE.test(letter)
    ? 1
    : letter === ' '
      ? 0.3
      : /[A-ZМШЩЖЮ@%WM]/.test(letter)
        ? 0.68
        : /[\d]/.test(letter)
          ? 0.58
          : 0.53;
const heightOf = (text: string, ofList: boolean): number => {
  const width = [...text].reduce((sum, letter) => sum + widthOf(letter), 0);
  const gap = ofList ? GAP_IN_LIST : GAP;
  return gap + Math.max(Math.ceil(width / (EM_PER_LINE - (ofList ? INDENT : 0))), 1);
};

/** A text that no part could hold, cut where its sentences end. */
function pieces(text: string, ofList: boolean): string[] {
  if (heightOf(text, ofList) <= LINES) return [text];
  const sentences = text.match(/.+?(?:[.!?](?=\s)|[。！？；]|$)\s*/gsu) ?? [text];
  const cut: string[] = [];
  for (const sentence of sentences) {
    const last = cut.at(-1);
    if (last !== undefined && heightOf(last + sentence, ofList) <= LINES)
      cut[cut.length - 1] = last + sentence;
    else cut.push(sentence);
  }
  return cut.map((each) => each.trim());
}

const isList = ({ is }: Block) => is === 'items' || is === 'ordered';
const tall = (each: Block) =>
  each.lines.reduce((sum, line) => sum + heightOf(line, isList(each)), 0);

/** The same case in parts, of which each is as much as a room can read at once. */
export function partsOf(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]];
  let room = LINES;
  const turn = () => {
    if (parts.at(-1)?.length === 0) return;
    parts.push([]);
    room = LINES;
  };
  const put = (each: Block, at: number, line: string) => {
    const height = heightOf(line, isList(each));
    if (height > room) turn();
    room -= height;
    const part = parts.at(-1) ?? [];
    const last = part.at(-1);
    // A cut paragraph is no new item of its list.
    if (
      last &&
      last.is === each.is &&
      last.ofKey === each.ofKey &&
      last.from + last.lines.length === at
    )
      part[part.length - 1] = { ...last, lines: [...last.lines, line] };
    else part.push({ ...each, lines: [line], from: at });
  };
  for (const [i, each] of blocks.entries()) {
    const next = blocks[i + 1];
    const together = tall(each) + (each.withNext && next ? tall(next) : 0);
    // Whole where it can be; where no part holds it, from the top of one.
    const isFollowing = i > 0 && blocks[i - 1]?.withNext;
    if (!isFollowing && together > room) turn();
    each.lines.forEach((line, at) => {
      for (const piece of pieces(line, isList(each))) put(each, at, piece);
    });
  }
  return parts;
}

/** The part on which the key begins; the first where it is not shown. */
export const keyPart = (parts: readonly (readonly Block[])[]): number =>
  Math.max(
    parts.findIndex((part) => part.some(({ ofKey }) => ofKey)),
    0,
  );
