import type { GuardCheck, GuardWarning } from '../reply-guard/index.ts';
import { readLength } from '../shared/message-limit.ts';
import type { InputIssue, Invalid, OutOfScope } from '../shared/result.ts';
import { readPlainDay } from '../shared/plain-day.ts';
import { fit } from '../shared/shape.ts';
import { countSigns } from '../shared/count-signs.ts';
import { assemble, type Assembled, type Part } from './assemble.ts';
import { capitalPronouns, formatMessage, gap } from './message.ts';
import {
  inputShape,
  isOffered,
  PLATFORM,
  platformName,
  type Asked,
  type BlockKind,
  type Script,
  type ScriptLibrary,
  type TextLanguage,
} from './schema.ts';
import { messageKey, type Problem } from './amount.ts';
import { disorders } from './day-order.ts';
import { sameValues } from './same-value.ts';
import type { Days } from './read-value.ts';
import {
  clean,
  currencyOf,
  readField,
  settingProblem,
  typedIn,
  understoodOf,
  type Reading,
} from './value.ts';
import { dayOf } from './variables.ts';
import { afterGreeting } from './words.ts';

export { blockTexts } from './assemble.ts';
export { clean } from './value.ts';
export { variablesOf } from './variables.ts';

/** One line of the reply with its meaning for the agent. */
export interface ReplyLine {
  /** Id of the block the line belongs to; another situation's is `situation:block`. */
  block: string;
  kind: BlockKind;
  text: string;
  gloss: string;
}

export interface Reply {
  kind: 'ok' | 'incomplete';
  situation: string;
  platform: string;
  language: string;
  /** The reply, ready to send. In an incomplete one each gap reads `⟦variable⟧`. */
  text: string;
  /** One entry for each line of `text`, empty lines included. */
  gloss: string[];
  /** The same, without the empty lines, with the block each line comes from. */
  lines: ReplyLine[];
  /** Keys of the fields still open, in the order of the form. */
  missing: string[];
  warnings: GuardWarning[];
  /** Characters of `text` as a person counts them. */
  length: number;
  /** Characters a message may have on the platform; null where no figure was found. */
  limit: number | null;
  /** Optional parts that are in. */
  blocks: string[];
  /** What was read from words: days, amounts and figures by the path of their field, plain. */
  understood: Record<string, string>;
  usedRules: string[];
  asOf: string;
}

export type ReplyResult = Reply | Invalid | OutOfScope;

/** Lines of blocks that are parted from one another by an empty line. */
const paragraphBreak = '\n\n';

type Complain = (path: string, key: string, values?: InputIssue['values']) => void;

function readInput(input: unknown, complain: Complain): Asked | null {
  const { value, misfits } = fit(inputShape, input);
  for (const { path, code, options } of misfits ?? [])
    if (code === 'unknown') complain(path, 'unknown-field');
    else if (code === 'one-of') complain(path, 'one-of', { options: (options ?? []).join(', ') });
    else complain(path, 'shape');
  return value;
}

/** The situation asked for and the ones stacked on it; null where one of them does not exist. */
function findScripts(asked: Asked, library: ScriptLibrary, complain: Complain): Script[] | null {
  const main = library.scripts.get(asked.situation);
  if (!main) complain('situation', 'situation', { situation: asked.situation });
  const extra = asked.stack.flatMap((id, index) => {
    const found = library.scripts.get(id);
    if (found && id !== asked.situation && asked.stack.indexOf(id) === index) return found;
    complain(`stack.${index}`, 'situation', { situation: id });
    return [];
  });
  return main && extra.length === asked.stack.length ? [main, ...extra] : null;
}

/** Every part that was named, but that the reply does not have on this platform. */
function checkParts(
  wanted: Asked['blocks'],
  { optionalIds, knownIds, parts }: Assembled,
  complain: Complain,
) {
  if (wanted === undefined) return;
  const isHere = (id: string) => optionalIds.has(id) || parts.some((part) => part.id === id);
  const named = Array.isArray(wanted)
    ? wanted.filter((id) => !isHere(id))
    : Object.entries(wanted).flatMap(([id, on]) =>
        isHere(id) || (!on && knownIds.has(id)) ? [] : [id],
      );
  for (const id of named) complain('blocks', 'block', { block: id });
}

interface Values {
  reply: Record<string, string | number>;
  gloss: Record<string, string | number>;
}

/** The values of all fields the reply uses, by key, and which of them are still open. */
function readValues(
  asked: Asked,
  assembled: Assembled,
  library: ScriptLibrary,
  days: Days,
  guardsOf: Reading['guardsOf'],
  complain: Complain,
): { values: Values; missing: string[]; understood: Record<string, string> } {
  const { language, gloss, vars, settings, confirm } = asked;
  const { parts } = library;
  const reading: Omit<Reading, 'isConfirmed'> = {
    language,
    parts,
    days,
    optionIds: optionIds(library),
    currency: currencyOf(assembled.used, vars),
    guardsOf,
  };
  const report = (path: string, { key, values }: Problem, more: InputIssue['values'] = {}) =>
    complain(path, key, { ...more, ...values, field: path });

  const known = new Set(assembled.fields.map(({ key }) => key));
  const common = new Set(parts.variables.map((entry) => entry.name));
  for (const name of Object.keys(vars))
    if (!known.has(name) && !common.has(name))
      complain(`vars.${name}`, 'unknown-variable', { variable: name });
  for (const path of confirm)
    if (!known.has(path.replace(/^vars\./u, '')) && !/^settings\.(?:shop|signature)$/u.test(path))
      complain('confirm', 'unknown-variable', { variable: path });

  const missing: string[] = [];
  const values: Values = { reply: {}, gloss: {} };
  const understood: Record<string, string> = {};
  for (const { key, variable } of assembled.used) {
    const typed = typedIn(variable, vars[key]);
    const ofShop = typed === '' && variable.name === 'shop';
    const stated = typed === '' && variable.type === 'currency' ? reading.currency : typed;
    const raw = ofShop ? clean(settings.shop ?? '') : stated;
    const path = ofShop && raw !== '' ? 'settings.shop' : `vars.${key}`;
    if (raw === '') {
      missing.push(key);
      values.reply[key] = values.gloss[key] = gap(key);
      continue;
    }
    const value = readField(variable, raw, { ...reading, isConfirmed: confirm.includes(path) });
    if ('key' in value)
      report(path, value, {
        variable: key,
        options: variable.options.map((o) => o.id).join(', '),
      });
    else {
      values.reply[key] = value.value(language);
      values.gloss[key] = value.value(gloss);
      const words = understoodOf(variable, vars[key], value.value(language));
      if (words !== null) understood[path] = words;
    }
  }
  const signature = clean(settings.signature ?? '');
  const path = 'settings.signature';
  const problem =
    signature === ''
      ? null
      : settingProblem(signature, { ...reading, isConfirmed: confirm.includes(path) });
  if (problem) report(path, problem, { variable: 'signature' });
  return { values, missing, understood };
}

const knownIds = new WeakMap<ScriptLibrary, ReadonlySet<string>>();
/** Ids of every option, so that one which strays into free words is known for what it is. */
function optionIds(library: ScriptLibrary): ReadonlySet<string> {
  let ids = knownIds.get(library);
  if (!ids) {
    const lists = [...library.scripts.values()].flatMap(({ variables }) =>
      variables.flatMap((entry) =>
        typeof entry === 'object' && Array.isArray(entry.options) ? entry.options : [],
      ),
    );
    ids = new Set([...library.parts.causes, ...lists].map(({ id }) => id));
    knownIds.set(library, ids);
  }
  return ids;
}

interface Paragraph {
  part: Part;
  reply: string[];
  meaning: string[];
}

function write(
  asked: Asked,
  assembled: Assembled,
  library: ScriptLibrary,
  { reply, gloss }: Values,
): Paragraph[] {
  const { language, platform, settings } = asked;
  const { locales } = library.parts;
  const locale = settings.locale ?? locales[language][0];
  const capital = language === 'ru' && settings.pronoun === 'Вы';
  const signature = clean(settings.signature ?? '');
  /** A script's own names for the values, which lie under the keys of the form. */
  const valuesOf = (script: Script, all: Values['reply'], as: TextLanguage) => {
    const own = assembled.fields.filter(
      (field) => field.script === script || field.variable.carried,
    );
    return {
      [PLATFORM]: platformName(platform, as) ?? '',
      ...Object.fromEntries(
        own.flatMap(({ key, variable }) => {
          const value = all[key];
          return value === undefined ? [] : [[variable.name, value]];
        }),
      ),
    };
  };
  let before = '';
  return assembled.parts.map((part) => {
    const { block, script, texts } = part;
    const source = capital ? capitalPronouns(texts[language]) : texts[language];
    const text = formatMessage(locale, source, valuesOf(script, reply, language));
    const written = afterGreeting(language, before, text).split('\n');
    before = block.kind === 'greeting' ? text : '';
    const meaning = formatMessage(
      locales[asked.gloss][0],
      texts[asked.gloss],
      valuesOf(script, gloss, asked.gloss),
    ).split('\n');
    if (block.kind === 'signoff' && signature !== '') {
      written.push(signature);
      meaning.push(signature);
    }
    return { part, reply: written, meaning };
  });
}

/**
 * Writes the reply of a situation in the buyer's language, beside its gloss. `ok` says that it can
 * be sent as it stands: every field is filled, and nothing in them reaches the buyer as nonsense.
 *
 * @param library scripts with the parts they share.
 * @param check the guard, which reads the finished text as the platform would.
 * @param asOf moment of the answer, ISO 8601.
 * @param days the agent's day then and what reads days: “tomorrow” is counted from it, and a promise
 *   for a day before it is refused. The day in universal time, and plain days alone, where the caller
 *   brings nothing else.
 */
export function calculate(
  input: unknown,
  library: ScriptLibrary,
  check: GuardCheck,
  asOf: string,
  days: Days = { today: dayOf(asOf), read: readPlainDay },
): ReplyResult {
  const issues: InputIssue[] = [];
  const complain: Complain = (path, key, values = {}) =>
    issues.push({ path, key: messageKey(key), values });

  const asked = readInput(input, complain);
  if (!asked) return { kind: 'invalid', issues };
  const { platform, language, gloss, settings } = asked;
  const scripts = findScripts(asked, library, complain);
  const { parts } = library;
  const allowed = parts.locales[language];
  if (settings.locale !== undefined && !allowed.includes(settings.locale))
    complain('settings.locale', 'locale', { language, options: allowed.join(', ') });
  if (!scripts || issues.length > 0) return { kind: 'invalid', issues };

  const misplaced = scripts.filter((each) => !isOffered(each, platform));
  if (misplaced.length > 0)
    return { kind: 'out-of-scope', reasons: misplaced.map((each) => `not-on-platform:${each.id}`) };

  const assembled = assemble({
    scripts,
    shared: parts,
    platform,
    language,
    gloss,
    tone: asked.tone,
    vars: asked.vars,
    wanted: asked.blocks,
    greetByName: settings.greetByName ?? true,
  });
  checkParts(asked.blocks, assembled, complain);
  const inFields = { platform, language, gloss, languages: ['en', 'zh-CN', gloss] };
  const { values, missing, understood } = readValues(
    asked,
    assembled,
    library,
    days,
    // A name has no language.
    (text, kind) =>
      check({
        ...inFields,
        text,
        field: kind ?? true,
        today: days.today,
        asksTongue: kind === undefined,
      }).map(({ guard }) => guard),
    complain,
  );
  const given = { used: assembled.used, values: values.reply, today: days.today, gloss };
  const isConfirmed = (path: string) => asked.confirm.includes(path);
  const contradictions = [
    ...disorders(scripts, { ...given, isConfirmed }),
    ...sameValues({ ...given, isConfirmed }),
  ];
  for (const { path, problem } of contradictions)
    complain(path, problem.key, { ...problem.values, field: path });
  if (issues.length > 0) return { kind: 'invalid', issues };

  const paragraphs = write(asked, assembled, library, values);
  const text = paragraphs.map(({ reply }) => reply.join('\n')).join(paragraphBreak);
  const { limit, warnings: long } = readLength(parts.limits, platform, gloss, text);
  // The library is in the buyer's language; what an agent fills in may be in the agent's own.
  // The language of what was filled in is asked about at its field, once.
  const found = check({ ...inFields, text, today: days.today, asksTongue: false });
  const warnings = [...found, ...long];
  return {
    kind: missing.length > 0 ? 'incomplete' : 'ok',
    situation: asked.situation,
    platform,
    language,
    text,
    gloss: paragraphs.flatMap(({ meaning }, index) => (index === 0 ? meaning : ['', ...meaning])),
    lines: paragraphs.flatMap(({ part, reply, meaning }) =>
      reply.map((line, index) => ({
        block: part.id,
        kind: part.block.kind,
        text: line,
        gloss: meaning[index] ?? '',
      })),
    ),
    missing,
    warnings,
    length: countSigns(text, language),
    limit: limit?.characters ?? null,
    blocks: assembled.parts.map(({ id }) => id).filter((id) => assembled.optionalIds.has(id)),
    understood,
    usedRules: [
      ...new Set([
        ...scripts.flatMap((each) => each.rules),
        ...warnings.flatMap(({ ruleId }) => ruleId ?? []),
        ...(limit ? [limit.rule] : []),
      ]),
    ],
    asOf,
  };
}
