import { calculate as protectOrCheck, LETTERS } from '../workshop-code/index.ts';
import type { InputIssue } from '../shared/result.ts';
import { MOST_STEPS, otherStep } from './own-plan.ts';
import { isOf, LAYOUTS, readSeed } from './schema.ts';

const { ready: READY, own: OWN } = LAYOUTS.way;

/** Which workshop a code leads to. */
export interface Way {
  /** The letter of a ready plan, or the marks of the exercises of one's own. */
  plan: string | readonly string[];
  seed: string;
}

const isLetters = (text: string) => [...text].every((letter) => LETTERS.includes(letter));

/**
 * A code participants can type, which holds the plan and the seed. Null where there is none: a seed with a
 * letter that codes do not know, or a plan without an exercise.
 */
export function encodeWay({ plan, seed }: Way): string | null {
  const letters = readSeed(seed);
  if (letters === null || !isLetters(letters)) return null;
  const marks = typeof plan === 'string' ? [] : plan.filter((mark) => otherStep(mark) === null);
  if (typeof plan !== 'string' && (marks.length === 0 || marks.length > MOST_STEPS)) return null;
  const head = typeof plan === 'string' ? READY + plan : OWN + (LETTERS[marks.length] ?? '');
  const made = protectOrCheck({ protect: head + marks.join('') + letters });
  return made.kind === 'ok' ? made.shown : null;
}

const ISSUE = 'tool.exercise.join.';
const refuse = (key: string) => ({ issues: [{ path: 'code', key: ISSUE + key, values: {} }] });

/** Where a code leads, or what is wrong with it, block by block. Nothing is mended. */
export function decodeWay(code: string): { way: Way } | { issues: InputIssue[] } {
  const checked = protectOrCheck({ check: code });
  if (checked.kind !== 'ok') return { issues: [...checked.issues] };
  const [layout = '', second = ''] = checked.data;
  const rest = checked.data.slice(2);
  if (isOf('answers', layout)) return refuse('answers');
  const count = layout === OWN ? LETTERS.indexOf(second) : 0;
  const plan =
    layout === READY
      ? second
      : layout === OWN && count > 0 && count <= MOST_STEPS
        ? Array.from({ length: count }, (_, i) => rest.slice(2 * i, 2 * i + 2))
        : null;
  const seed = readSeed(rest.slice(2 * count));
  if (plan === null || second === '' || seed === null) return refuse('not-a-way');
  return { way: { plan, seed } };
}
