import { decode, encode, type FieldDecoder, type Ignored } from '../shared/permalink.ts';
import { messageKey, readAmount, readCode, readFigure, type Problem } from './amount.ts';
import { fieldsOf } from './fields.ts';
import { WORDS_MISSING } from '../shared/moment/reading.ts';
import { READER_COMING } from '../shared/reader-coming.ts';
import { readDate, readValue, type Days } from './read-value.ts';
import {
  buyerLanguages,
  glossLanguages,
  isOffered,
  replyPlatforms,
  tones,
  type ReplyInput,
  type ReplyPlatform,
  type ReplySettings,
  type ScriptLibrary,
  type Variable,
} from './schema.ts';
import { clean } from './value.ts';

/** The form as an address holds it. */
export interface Linked {
  situation: string | null;
  platform?: NonNullable<ReplyInput['platform']>;
  language?: ReplyInput['language'];
  gloss?: NonNullable<ReplyInput['gloss']>;
  tone?: NonNullable<ReplyInput['tone']>;
  vars: Record<string, string>;
  switches: Record<string, boolean>;
  stack: string[];
  settings: ReplySettings;
}

const oneOf = (values: readonly string[]): FieldDecoder => ({
  kind: 'one',
  parse: (raw) => (values.includes(raw) ? { value: raw } : { why: 'unreadable' }),
});
const truth = (raw: string) =>
  raw === 'true' || raw === 'false' ? { value: raw === 'true' } : { why: 'unreadable' };

/** As much as the form's own fields take: a link shall carry no more. */
export const longestValue = 300;

export const writeLink = (form: Linked) =>
  encode({
    ...(form.situation === null ? {} : { situation: form.situation }),
    platform: form.platform,
    language: form.language,
    gloss: form.gloss,
    tone: form.tone,
    vars: form.vars,
    blocks: form.switches,
    stack: form.stack,
    settings: form.settings as Record<string, string | boolean | undefined>,
  });

/** Ids of the parts that can be switched in a reply, as the calculator names them. */
export const optionalParts = (
  library: ScriptLibrary,
  situation: string,
  stack: readonly string[],
  platform: ReplyPlatform,
) =>
  [situation, ...stack].flatMap((id) =>
    (library.scripts.get(id)?.blocks ?? [])
      .filter((block) => block.optional && isOffered(block, platform))
      .map((block) => ({ id: id === situation ? block.id : `${id}:${block.id}`, block })),
  );

/**
 * Reads an address. What in it is of no use is listed, with the field's own refusal where it has one,
 * and does not disturb the rest.
 */
export function readLink(
  fragment: string,
  library: ScriptLibrary,
  current: string,
  /** The platform the form has now. */
  here: ReplyPlatform,
  /** Words such as “tomorrow” are settled once, when a link is opened. */
  days: Days,
): { linked: Linked; ignored: Ignored[] } {
  const known = [...library.scripts.keys()];
  const { input, ignored } = decode(fragment, {
    situation: oneOf(known),
    platform: oneOf(replyPlatforms),
    language: oneOf(buyerLanguages),
    gloss: oneOf(glossLanguages),
    tone: oneOf(tones),
    vars: { kind: 'map' },
    blocks: { kind: 'map', parse: truth },
    stack: { ...oneOf(known), kind: 'list' },
    settings: { kind: 'map' },
  });
  const situation = (input['situation'] as string | undefined) ?? null;
  const id = situation ?? current;
  const stack = [...new Set((input['stack'] as string[] | undefined) ?? [])].filter(
    (each) => each !== id,
  );
  const platform = (input['platform'] as ReplyPlatform | undefined) ?? here;
  const parts = optionalParts(library, id, stack, platform);

  // A list of parts is as good as switches: exactly these are in.
  const listed = ignored.filter(({ key, why }) => key === 'blocks' && why === 'unknown');
  let left = ignored.filter((each) => !listed.includes(each));
  const switches: Record<string, boolean> = {};
  const drop: Drop = (key, raw, why) => {
    const reason =
      typeof why === 'string' ? { why } : { why: messageKey(why.key), values: why.values };
    left = [...left, { key, raw: String(raw), ...reason }];
  };
  if (listed.length > 0) {
    for (const part of parts) switches[part.id] = listed.some(({ raw }) => raw === part.id);
    for (const { key, raw } of listed)
      if (!parts.some((part) => part.id === raw)) drop(key, raw, 'unreadable');
  }
  for (const [part, on] of Object.entries((input['blocks'] ?? {}) as Record<string, boolean>))
    if (parts.some((each) => each.id === part)) switches[part] = on;
    else drop(`blocks.${part}`, on, 'unknown');

  const fields = library.scripts.has(id)
    ? fieldsOf({ situation: id, stack, platform, language: 'en', gloss: 'en' }, library).all
    : [];
  const given = (input['vars'] ?? {}) as Record<string, string>;
  const vars = readVars(given, fields, library, days, drop);
  const settings = readSettings((input['settings'] ?? {}) as Record<string, string>, drop);
  return {
    linked: {
      situation,
      platform: input['platform'] as Linked['platform'],
      language: input['language'] as Linked['language'],
      gloss: input['gloss'] as Linked['gloss'],
      tone: input['tone'] as Linked['tone'],
      vars,
      switches,
      stack,
      settings,
    },
    ignored: left,
  };
}

/** Leaves a part out: why by a short id of the page's, or by the problem its field would tell. */
type Drop = (key: string, raw: unknown, why: string | Problem) => void;

const COMING: ReadonlySet<string> = new Set([WORDS_MISSING, READER_COMING]);

const tooLong: Problem = { key: 'too-long', values: { longest: longestValue } };

function readVars(
  given: Readonly<Record<string, string>>,
  variables: readonly Variable[],
  library: ScriptLibrary,
  days: Days,
  drop: Drop,
): Record<string, string> {
  const common = new Set(library.parts.variables.map(({ name }) => name));
  const vars: Record<string, string> = {};
  for (const [name, raw] of Object.entries(given)) {
    if (raw.length > longestValue) {
      drop(`vars.${name}`, raw, tooLong);
      continue;
    }
    const variable = variables.find((each) => each.name === name);
    if (!variable) {
      if (common.has(name)) vars[name] = raw;
      else drop(`vars.${name}`, raw, 'unknown');
      continue;
    }
    const read = readValue(variable, raw, days);
    const problem = read === '' ? null : problemOf(variable, read, given['currency'] ?? '', days);
    // What waits for further words or for a reader is no mistake: it stands in its field until they come.
    if (problem && !COMING.has(problem.key)) drop(`vars.${name}`, raw, problem);
    else vars[name] = read;
  }
  return vars;
}

/** Why a value can be no value of its field, whatever the rest of the form says. */
function problemOf(
  variable: Variable,
  value: string,
  currency: string,
  days: Days,
): Problem | null {
  const { type, options, other } = variable;
  const problemIn = (read: object) => ('key' in read ? (read as Problem) : null);
  if (type === 'date') {
    const { kind, understood } = readDate(variable, value, days);
    return kind === 'day' ? null : { key: understood.messageKey, values: understood.values };
  }
  if (type === 'money') return problemIn(readAmount(value, currency));
  if (type === 'number') return problemIn(readFigure(variable, value));
  if (type === 'currency') return problemIn(readCode(value));
  if (type !== 'choice' || other || options.some((option) => option.id === value)) return null;
  return { key: 'choice', values: { options: options.map(({ id }) => id).join(', ') } };
}

function readSettings(given: Readonly<Record<string, string>>, drop: Drop): ReplySettings {
  const settings: ReplySettings = {};
  for (const [name, raw] of Object.entries(given)) {
    const oneOfThese = (options: readonly string[]) =>
      drop(`settings.${name}`, raw, { key: 'one-of', values: { options: options.join(', ') } });
    if (name === 'shop' || name === 'signature') {
      if (raw.length <= longestValue) settings[name] = clean(raw);
      else drop(`settings.${name}`, raw, tooLong);
    } else if (name === 'pronoun') {
      if (raw === 'вы' || raw === 'Вы') settings.pronoun = raw;
      else oneOfThese(['вы', 'Вы']);
    } else if (name === 'greetByName') {
      if (raw === 'true' || raw === 'false') settings.greetByName = raw === 'true';
      else oneOfThese(['true', 'false']);
    } else drop(`settings.${name}`, raw, 'unknown');
  }
  return settings;
}
