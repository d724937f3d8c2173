/** The check's input as a fragment, and back: `#?attributes=Material%3A%20PU&platform=aliexpress&title=…&v=1`. */
import { decode, encode, type FieldDecoder, type PermalinkValue } from '../shared/permalink.ts';
import type { InputIssue } from '../shared/result.ts';
import { readCountry } from '../shared/country.ts';
import { inputFields, parseInput } from './schema.ts';

/** Fields that hold fields of their own are written as `promise.daysMax`. */
const MAPS: readonly string[] = ['promise', 'prices'];

const FIELDS: Record<string, FieldDecoder> = Object.fromEntries(
  inputFields.map((name) => [name, { kind: MAPS.includes(name) ? 'map' : 'one' }]),
);

/** A part of the link that was left out: its key, what stood there, and the sentence that says why. */
export interface IgnoredPart {
  key: string;
  raw: string;
  messageKey: string;
  values: InputIssue['values'];
}

/** What a link carries: every field as a text, lists as lines. */
export type LinkInput = Record<string, string | Record<string, string>>;

export const encodeInput = (input: Readonly<Record<string, PermalinkValue>>): string =>
  encode(input);

/** Reads a fragment. What is not known and what does not parse is left out and listed; the rest stands. */
export function decodeInput(
  fragment: string,
  asOf: string,
): { input: LinkInput; ignored: IgnoredPart[] } {
  const decoded = decode(fragment, FIELDS);
  const ignored: IgnoredPart[] = decoded.ignored.map(({ key, raw, why }) => ({
    key,
    raw,
    messageKey: `tool.listing-check.ignored.${why}`,
    values: {},
  }));
  const input = { ...decoded.input } as LinkInput;
  const checked = parseInput(settled(input), asOf, readCountry);
  for (const issue of checked.ok ? [] : checked.issues) {
    const [field = '', part = ''] = issue.path.split('.');
    const held = input[field];
    if (held === undefined) continue;
    const raw = typeof held === 'string' ? held : (held[part] ?? '');
    if (typeof held === 'string') Reflect.deleteProperty(input, field);
    else Reflect.deleteProperty(held, part);
    ignored.push({ key: issue.path, raw, messageKey: issue.key, values: issue.values });
  }
  return { input, ignored };
}

const YES: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };
const LISTS = ['shipsTo', 'lineServes', 'excludes'];

/** The input as the check reads it: ticks as true or false, lists of countries as lists. */
export function settled(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const promise = input['promise'];
  if (typeof promise !== 'object' || promise === null || Array.isArray(promise))
    return { ...input };
  return {
    ...input,
    promise: Object.fromEntries(
      Object.entries(promise as Record<string, unknown>).map(([name, value]) => [
        name,
        typeof value !== 'string'
          ? value
          : name === 'freeShipping'
            ? (YES[value.trim().toLowerCase()] ?? (value.trim() === '' ? null : value))
            : LISTS.includes(name)
              ? value
                  .split(/[,;，；、\n]/u)
                  .map((one) => one.trim())
                  .filter((one) => one !== '')
              : value,
      ]),
    ),
  };
}
