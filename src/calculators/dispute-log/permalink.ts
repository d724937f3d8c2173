/** Settings as a fragment, and back. Files are never part of an address. */
import { decode, encode } from '../shared/permalink.ts';
import type { InputIssue } from '../shared/result.ts';
import { SETTINGS, type Setting } from './names.ts';
import { readSettings } from './settings.ts';

const DECODERS = Object.fromEntries(SETTINGS.map((name) => [name, { kind: 'one' as const }]));

export type SettingTexts = Partial<Record<Setting, string>>;

/** A part of the link that was left out: its key, what stood there, and the sentence that says why. */
export interface IgnoredPart {
  key: string;
  raw: string;
  messageKey: string;
  values: InputIssue['values'];
}

export const encodeInput = (settings: SettingTexts): string =>
  encode(Object.fromEntries(SETTINGS.map((name) => [name, settings[name]])));

/** Reads a fragment. A key that is not known and a value that does not parse are left out and listed. */
export function decodeInput(fragment: string): { input: SettingTexts; ignored: IgnoredPart[] } {
  const decoded = decode(fragment, DECODERS);
  const ignored: IgnoredPart[] = decoded.ignored.map(({ key, raw, why }) => ({
    key,
    raw,
    messageKey: `tool.dispute-log.ignored.${why}`,
    values: {},
  }));
  const input = { ...decoded.input } as SettingTexts;
  const read = readSettings(input);
  for (const { path, key, values } of 'issues' in read ? read.issues : []) {
    const raw = input[path as Setting];
    if (raw === undefined) continue;
    Reflect.deleteProperty(input, path);
    ignored.push({ key: path, raw, messageKey: key, values });
  }
  return { input, ignored };
}
