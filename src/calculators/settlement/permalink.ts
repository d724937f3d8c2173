/** The input as a fragment, and back: `#?claim=24&currency=USD&loseChance=0.7&price=24&v=1`. */
import { decode, encode } from '../shared/permalink.ts';
import type { InputIssue } from '../shared/result.ts';
import { FIELDS, parse, type SettlementInput } from './schema.ts';

const DECODERS = Object.fromEntries(FIELDS.map((name) => [name, { kind: 'one' as const }]));

/** A part of the link that was left out: its key, what stood there, and the sentence that says why. */
export interface IgnoredPart {
  key: string;
  raw: string;
  messageKey: string;
  values: InputIssue['values'];
}

export const encodeInput = (input: SettlementInput): string => encode({ ...input });

/**
 * Reads a fragment. A key that is not known and a value that does not parse are left out and listed;
 * the rest stands. Money is checked in the link's own currency, where it names one.
 */
export function decodeInput(fragment: string): {
  input: Record<string, string>;
  ignored: IgnoredPart[];
} {
  const decoded = decode(fragment, DECODERS);
  const ignored: IgnoredPart[] = decoded.ignored.map(({ key, raw, why }) => ({
    key,
    raw,
    messageKey: `tool.settlement.ignored.${why}`,
    values: {},
  }));
  const input = { ...decoded.input } as Record<string, string>;
  const parsed = parse(input);
  for (const issue of parsed.kind === 'invalid' ? parsed.issues : []) {
    const raw = input[issue.path];
    if (raw === undefined) continue;
    Reflect.deleteProperty(input, issue.path);
    ignored.push({ key: issue.path, raw, messageKey: issue.key, values: issue.values });
  }
  return { input, ignored };
}
