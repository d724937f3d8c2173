/** Settings as a fragment, and back. Files are never part of an address. */
import { decode, encode } from '../shared/permalink.ts';
import { READER_COMING } from '../shared/reader-coming.ts';
import type { InputIssue } from '../shared/result.ts';
import { SETTINGS, type Setting } from './names.ts';
import { plainly, readSettings, type ReadSetting } from './settings.ts';

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

/** The same with days as the days they are: “yesterday” in a link is settled once. */
export function settled(settings: SettingTexts, read: ReadSetting): SettingTexts {
  const all = { ...settings };
  for (const name of ['asOf', 'changedOn'] as const) {
    const given = all[name];
    if (given === undefined || plainly(name, given) !== null) continue;
    const day = read(name, given);
    if (typeof day === 'number') all[name] = new Date(day * 86_400_000).toISOString().slice(0, 10);
  }
  return all;
}

/**
 * Reads a fragment. A key that is not known and a value that does not parse are left out and listed; what
 * only a reader on its way can tell stands as it is.
 */
export function decodeInput(
  fragment: string,
  readSetting: ReadSetting,
): { input: SettingTexts; ignored: IgnoredPart[] } {
  const decoded = decode(fragment, DECODERS);
  const ignored: IgnoredPart[] = decoded.ignored.map(({ key, raw, why }) => ({
    key,
    raw,
    messageKey: `tool.dispute-log.ignored.${why}`,
    values: {},
  }));
  const input = { ...decoded.input } as SettingTexts;
  const read = readSettings(input, readSetting);
  for (const { path, key, values } of 'issues' in read ? read.issues : []) {
    const raw = input[path as Setting];
    if (raw === undefined || key === READER_COMING) continue;
    Reflect.deleteProperty(input, path);
    ignored.push({ key: path, raw, messageKey: key, values });
  }
  return { input, ignored };
}
