/** The warning's input as a fragment, and back: `#?country=BR&dispatchDate=2026-12-20&v=1`. */
import { decode, encode, type FieldDecoder } from '../shared/permalink.ts';
import { WORDS_MISSING } from '../shared/parse-moment.ts';
import type { InputIssue } from '../shared/result.ts';
import { parseInstant } from '../shared/time.ts';
import {
  DEFAULT_ORIGIN,
  dispatchDays,
  settledMoment,
  inputFields,
  parseInput,
  type TransitData,
  type TransitInput,
} from './schema.ts';

const FIELDS: Record<string, FieldDecoder> = Object.fromEntries(
  inputFields.map((name) => [name, { kind: 'one' }]),
);

/** A part of the link that was left out: its key, what stood there, and the sentence that says why. */
export interface IgnoredPart {
  key: string;
  raw: string;
  messageKey: string;
  values: InputIssue['values'];
}

export const encodeInput = (input: Partial<TransitInput>): string => encode({ ...input });

/** The same input with days and moments in words as what they are: “tomorrow” in a link is settled once. */
export function settled<Input extends Partial<TransitInput>>(
  input: Input,
  data: TransitData,
  asOf: string,
): Input {
  const judged = input.asOf ? { ...input, asOf: settledMoment(input.asOf, asOf) } : input;
  // An instant means the same whenever it is read, and another day where the origin changes.
  if (parseInstant(input.dispatchDate ?? '') !== null) return judged;
  const [day, ...others] = dispatchDays(judged, data, asOf);
  return day !== undefined && others.length === 0 ? { ...judged, dispatchDate: day } : judged;
}

/**
 * Reads a fragment. A key that is not known and a value that does not parse are left out and
 * listed; the rest stands. Fields the link does not name are absent. `waits` says that something may yet be
 * read, once further words have come.
 */
export function decodeInput(
  fragment: string,
  data: TransitData,
  asOf: string,
): { input: Partial<TransitInput>; ignored: IgnoredPart[]; waits: boolean } {
  const decoded = decode(fragment, FIELDS);
  const ignored: IgnoredPart[] = decoded.ignored.map(({ key, raw, why }) => ({
    key,
    raw,
    messageKey: `tool.transit-warning.ignored.${why}`,
    values: {},
  }));
  const input = { ...decoded.input };
  // A link without a country is no mistake of the link: the form asks for it.
  const checked = parseInput({ country: DEFAULT_ORIGIN, ...input }, data, asOf);
  const issues = checked.ok ? [] : checked.issues;
  for (const issue of issues) {
    // What waits for further words is no mistake: it stands in its field until they come.
    if (issue.key === WORDS_MISSING || !Object.hasOwn(input, issue.path)) continue;
    const raw = String(input[issue.path]);
    Reflect.deleteProperty(input, issue.path);
    ignored.push({ key: issue.path, raw, messageKey: issue.key, values: issue.values });
  }
  const waits = issues.some(({ key }) => key === WORDS_MISSING);
  return { input: settled(input, data, asOf), ignored, waits };
}
