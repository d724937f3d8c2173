/** The planner's input as a fragment, and back: `#?events.disputeOpenedAt=…&flow=…&v=1`. */
import { decode, encode, type FieldDecoder } from '../shared/permalink.ts';
import { WORDS_MISSING } from '../shared/parse-moment.ts';
import { READER_COMING } from '../shared/reader-coming.ts';
import { inputFields, parseInput, type PlannerData, type PlannerInput } from './schema.ts';

const FIELDS: Record<string, FieldDecoder> = Object.fromEntries(
  inputFields.map((name) => [
    name,
    { kind: name === 'events' || name === 'shownDue' ? 'map' : 'one' },
  ]),
);

/** A part of the link that was left out: its key, what stood there, and the sentence that says why. */
export interface IgnoredPart {
  key: string;
  raw: string;
  messageKey: string;
  values: Readonly<Record<string, string | number>>;
}

export function encodeInput(input: PlannerInput): string {
  return encode({ ...input });
}

/** What waits for words or for a reader is no mistake: it stands in its field until they come. */
const isComing = ({ key }: { key: string }) => key === WORDS_MISSING || key === READER_COMING;

function without(input: Record<string, unknown>, path: string): boolean {
  const [name = '', ...rest] = path.split('.');
  const inner = rest.join('.');
  const map = input[name];
  if (inner !== '' && typeof map === 'object' && map !== null) {
    if (!Object.hasOwn(map, inner)) return false;
    input[name] = Object.fromEntries(Object.entries(map).filter(([key]) => key !== inner));
    return true;
  }
  if (!Object.hasOwn(input, name)) return false;
  return Reflect.deleteProperty(input, name);
}

/**
 * Reads a fragment. A key that is not known and a value that does not parse are left out and
 * listed; the rest stands. Without a readable flow the input is `null`. `waits` says that something may yet be
 * read, once words or a reader have come.
 */
export function decodeInput(
  fragment: string,
  data: PlannerData,
  asOf: string,
): { input: PlannerInput | null; ignored: IgnoredPart[]; waits: boolean } {
  const decoded = decode(fragment, FIELDS);
  const ignored: IgnoredPart[] = decoded.ignored.map(({ key, raw, why }) => ({
    key,
    raw,
    messageKey: `tool.deadline-planner.ignored.${why}`,
    values: {},
  }));
  const input = { ...decoded.input };
  const rawAt = (path: string): string => {
    const [name = '', ...rest] = path.split('.');
    const value = input[name];
    const inner = rest.join('.');
    const found = inner === '' ? value : (value as Record<string, unknown> | undefined)?.[inner];
    return typeof found === 'string' ? found : '';
  };
  for (;;) {
    const checked = parseInput(input, data, asOf);
    if (checked.ok) return { input: input as PlannerInput, ignored, waits: false };
    let removed = false;
    for (const issue of checked.issues) {
      if (isComing(issue)) continue;
      const raw = rawAt(issue.path);
      if (!without(input, issue.path)) continue;
      removed = true;
      ignored.push({ key: issue.path, raw, messageKey: issue.key, values: issue.values });
    }
    const waits = checked.issues.some(isComing);
    if (!removed) return { input: waits ? (input as PlannerInput) : null, ignored, waits };
  }
}
