/**
 * Reads the part of Unicode MessageFormat 2 that replies are written in: words, values by their name
 * with one function and its options, and one choice by the plural of a number. The whole of the format
 * would weigh more than all else a page needs to write a reply; what is beyond this part is refused
 * when a script is checked, not when it is sent.
 */

/** A value in a text. An option that begins with `$` is a value itself. */
export interface Slot {
  name: string;
  /** How it is written; null for a value as it is. */
  by: string | null;
  options: Readonly<Record<string, string>>;
}

/** Words as they stand, and values between them. */
export type Pattern = readonly (string | Slot)[];

export interface Message {
  /** The number whose plural chooses the pattern; null where there is one pattern only. */
  chooser: string | null;
  /** A plural category, a figure, or `*` for anything else. */
  variants: readonly (readonly [key: string, pattern: Pattern])[];
}

const slotAt = /\{\s*\$([A-Za-z]\w*)(?:\s+:([a-z][a-z-]*)((?:\s+[a-z]+=\$?[\w-]+)*))?\s*\}/uy;
const wordsAt = /(?:[^{}\\]|\\[{}\\|])+/uy;

function readPattern(source: string): Pattern {
  const pieces: (string | Slot)[] = [];
  for (let at = 0; at < source.length;) {
    wordsAt.lastIndex = slotAt.lastIndex = at;
    const words = wordsAt.exec(source);
    const slot = words ? null : slotAt.exec(source);
    if (words) pieces.push(words[0].replace(/\\(.)/gu, '$1'));
    else if (slot) {
      const [, name = '', by, given = ''] = slot;
      const options = [...given.matchAll(/(\w+)=(\S+)/gu)].map(([, key, value]) => [key, value]);
      pieces.push({
        name,
        by: by ?? null,
        options: Object.fromEntries(options) as Slot['options'],
      });
    } else throw new SyntaxError(`Cannot be read from “${source.slice(at, at + 40)}” on.`);
    at += (words ?? slot)?.[0].length ?? 0;
  }
  return pieces;
}

/** A key and its pattern in double braces, in which single ones hold values. */
const variant = /([a-z]+|\d+|\*)\s*\{\{((?:[^{}]|\{[^{}]*\})*)\}\}/gu;
const choice = new RegExp(
  String.raw`^\s*\.input\s*\{\s*\$(\w+)\s+:number\s*\}\s*\.match\s+\$(\w+)((?:\s+${variant.source})+)\s*$`,
  'u',
);

/** @throws SyntaxError where the text is no message of this part of the format. */
export function readMessage(source: string): Message {
  if (!/^\s*(?:\.|\{\{)/u.test(source))
    return { chooser: null, variants: [['*', readPattern(source)]] };
  const [, input, chooser, variants = ''] = choice.exec(source) ?? [];
  if (chooser === undefined || input !== chooser)
    throw new SyntaxError('Neither a plain text nor a choice by the plural of one number.');
  const read = [...variants.matchAll(variant)].map(
    ([, key = '', pattern = '']) => [key, readPattern(pattern)] as const,
  );
  if (!read.some(([key]) => key === '*')) throw new SyntaxError('No pattern for any other number.');
  return { chooser, variants: read };
}
