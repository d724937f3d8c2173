/** The input as a fragment, and back: `#?signals=rude-words~wording~critic~more&v=1`. */
import { decode, encode, type FieldDecoder } from '../shared/permalink.ts';
import type { InputIssue } from '../shared/result.ts';
import { MOTIVES, type Motive } from './kinds.ts';
import { parse, type MotivesData, type MotivesInput, type Signal } from './schema.ts';

/** A part of the link that was left out: its key, what stood there, and the sentence that says why. */
export interface IgnoredPart {
  key: string;
  raw: string;
  messageKey: string;
  values: InputIssue['values'];
}

const IGNORED = 'tool.buyer-motives.ignored';
const PART = '~';
const enclose = (text: string) => text.replaceAll('%', '%25').replaceAll(PART, '%7E');
const disclose = (text: string) => text.replaceAll('%7E', PART).replaceAll('%25', '%');

/** One sign as a text: `id~group~towards~strength`. */
const signText = ({ id, group = id, towards, strength }: Signal): string =>
  [id, group, towards, strength].map(enclose).join(PART);

const readSign = (raw: string) => {
  const parts = raw.split(PART).map(disclose);
  const [id, group, towards, strength] = parts;
  return parts.length === 4 ? { value: { id, group, towards, strength } } : { why: 'unreadable' };
};

const FIELDS: Record<string, FieldDecoder> = {
  priors: { kind: 'map' },
  signals: { kind: 'list', parse: readSign },
};

export const encodeInput = ({ priors, signals = [] }: MotivesInput): string =>
  encode({ priors, signals: signals.map(signText) });

/**
 * Reads a fragment. A key that is not known and a value that cannot be used are left out and listed;
 * the rest stands. Shares that do not add up to one are no mistake of the link: the form says so.
 */
export function decodeInput(
  fragment: string,
  data: MotivesData,
  asOf: string,
): { input: MotivesInput; ignored: IgnoredPart[] } {
  const decoded = decode(fragment, FIELDS);
  const ignored: IgnoredPart[] = decoded.ignored.map(({ key, raw, why }) => ({
    key,
    raw,
    messageKey: `${IGNORED}.${why}`,
    values: {},
  }));
  const input = decoded.input as {
    priors?: Record<string, string>;
    signals?: (Signal | null)[];
  };
  for (const [name, raw] of Object.entries(input.priors ?? {})) {
    if (MOTIVES.includes(name as Motive)) continue;
    ignored.push({ key: `priors.${name}`, raw, messageKey: `${IGNORED}.unknown`, values: {} });
    Reflect.deleteProperty(input.priors ?? {}, name);
  }
  const parsed = parse(input, data, asOf);
  for (const { path, key, values } of parsed.kind === 'invalid' ? parsed.issues : []) {
    const [field, name = ''] = path.split('.');
    const leave = (raw: string) => {
      ignored.push({ key: path, raw, messageKey: key, values });
    };
    if (field === 'signals' && name === '') {
      leave(String(input.signals?.length));
      delete input.signals;
    } else if (field === 'signals') {
      const sign = input.signals?.[Number(name)];
      if (!sign) continue;
      ignored.push({ key: 'signals', raw: signText(sign), messageKey: key, values });
      input.signals?.splice(Number(name), 1, null);
    } else if (field === 'priors' && name !== '') {
      leave(String(input.priors?.[name]));
      Reflect.deleteProperty(input.priors ?? {}, name);
    }
  }
  const signals = input.signals?.filter((sign) => sign !== null);
  return {
    input: {
      ...(input.priors && Object.keys(input.priors).length > 0 ? { priors: input.priors } : {}),
      ...(signals && signals.length > 0 ? { signals } : {}),
    },
    ignored,
  };
}
