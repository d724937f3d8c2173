import * as z from 'zod/mini';
import type { GuardCheck, GuardWarning } from '../reply-guard/index.ts';
import type { InputIssue, Invalid, OutOfScope } from '../shared/result.ts';
import { toPlain } from '../shared/exact.ts';
import { NUMBER_KEY, parseNumber } from '../shared/parse-number.ts';
import { readAmount, readCode, type Problem } from './amount.ts';
import { readDay, readValue } from './read-value.ts';
import { capitalPronouns, formatMessage, gap, variablesIn } from './message.ts';
import {
  inputSchema,
  platformNames,
  type Block,
  type BlockKind,
  type Script,
  type ScriptLibrary,
  type ScriptParts,
  type TextLanguage,
  type Texts,
  type Tone,
  type Variable,
} from './schema.ts';

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
  /** Variables still open, in the order of the form. */
  missing: string[];
  warnings: GuardWarning[];
  /** Characters of `text` as a person counts them. */
  length: number;
  /** The platform's limit; null because no official figure was found for any platform. */
  limit: number | null;
  /** Optional parts that are in. */
  blocks: string[];
  usedRules: string[];
  asOf: string;
}

export type ReplyResult = Reply | Invalid | OutOfScope;

const ERROR_KEY = 'tool.reply-script.error.';

/** Lines of blocks that are parted from one another by an empty line. */
const paragraphBreak = '\n\n';

/** A variable with everything its declaration leaves to the shared list. */
export function variablesOf(script: Script, parts: ScriptParts): Variable[] {
  const common = new Map(parts.variables.map((entry) => [entry.name, entry]));
  return script.variables.map((declared) => {
    const own = typeof declared === 'string' ? { name: declared } : declared;
    const entry = { ...common.get(own.name), ...own };
    const list = entry.options === 'causes' ? parts.causes : (entry.options ?? []);
    const picked = entry.pick?.flatMap((id) => list.filter((option) => option.id === id)) ?? list;
    return {
      name: entry.name,
      type: entry.type ?? 'text',
      label: entry.label ?? { en: entry.name, 'zh-CN': entry.name },
      hint: entry.hint ?? null,
      example:
        entry.pick && !picked.some((o) => o.id === entry.example)
          ? (picked[0]?.id ?? '')
          : (entry.example ?? picked[0]?.id ?? ''),
      other: entry.other ?? false,
      options: picked,
    };
  });
}

/** The text of a block in the tone asked for; both tones are the same where the file gives one text. */
export function blockTexts(
  block: Block,
  parts: ScriptParts,
  tone: Tone,
  greetByName: boolean,
): Texts {
  if (block.shared !== undefined) {
    const shared = parts.blocks.find((candidate) => candidate.id === block.shared);
    if (!shared) throw new Error(`There is no shared block “${block.shared}”.`);
    return greetByName ? shared.text : (shared.nameless ?? shared.text);
  }
  const texts = block.text ?? block[tone];
  if (!texts) throw new Error(`Block “${block.id}” has no text.`);
  return texts;
}

/** Leaves what a person would see: no control characters, no zero-width or direction marks, single spaces. */
export const clean = (text: string): string =>
  text
    // Half a character is no character, and no file can hold it.
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(
      /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]/gu,
      '',
    )
    .replace(/⟦/gu, '[')
    .replace(/⟧/gu, ']')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();

type Parsed = { value: (language: TextLanguage) => string | number } | Problem;
const same = (value: string | number): Parsed => ({ value: () => value });

/** @param currency what the form holds for the currency of its amounts, as typed. */
function parseValue(variable: Variable, raw: string, currency: string): Parsed {
  switch (variable.type) {
    case 'date':
      return readDay(raw) === raw ? same(raw) : { key: `${ERROR_KEY}date` };
    case 'money': {
      const read = readAmount(raw, currency);
      return 'amount' in read ? same(read.amount) : read;
    }
    case 'currency': {
      const read = readCode(raw);
      return 'code' in read ? same(read.code) : read;
    }
    case 'number': {
      const read = parseNumber(raw, 'decimal');
      return 'value' in read
        ? same(Number(toPlain(read.value)))
        : { key: NUMBER_KEY + read.problem, values: read.values };
    }
    case 'choice': {
      const option = variable.options.find((candidate) => candidate.id === raw);
      if (option) return { value: (language) => option.text[language] };
      // The frame of the sentence brings its own full stop.
      return variable.other ? same(raw.replace(/[.。．\s]+$/u, '')) : { key: `${ERROR_KEY}choice` };
    }
    default:
      return same(raw);
  }
}

/** The text of a field: words for a buyer as they are seen, figures as they were typed. */
const typedIn = ({ type }: Variable, raw: string | number | null | undefined): string =>
  type === 'money' || type === 'number' ? String(raw ?? '').trim() : clean(String(raw ?? ''));

interface Included {
  id: string;
  block: Block;
}

/**
 * Writes the reply of a situation in the buyer's language, beside its gloss.
 *
 * @param library scripts with the parts they share.
 * @param check the guard, which reads the finished text as the platform would.
 * @param asOf moment of the answer; a reply depends on nothing that changes with time, it is only repeated.
 */
export function calculate(
  input: unknown,
  library: ScriptLibrary,
  check: GuardCheck,
  asOf: string,
): ReplyResult {
  const issues: InputIssue[] = [];
  const issue = (path: string, key: string, values: InputIssue['values'] = {}) =>
    issues.push({ path, key: ERROR_KEY + key, values });

  const parsed = z.safeParse(inputSchema, input);
  if (!parsed.success) {
    for (const found of parsed.error.issues) {
      const path = found.path.map(String).join('.');
      if (found.code === 'unrecognized_keys')
        for (const key of found.keys) issue(path ? `${path}.${key}` : key, 'unknown-field');
      else if (found.code === 'invalid_value')
        issue(path, 'one-of', { options: found.values.map(String).join(', ') });
      else issue(path, 'shape');
    }
    return { kind: 'invalid', issues };
  }
  const {
    situation,
    platform,
    language,
    gloss,
    tone,
    vars,
    blocks: wanted,
    stack,
    settings,
  } = parsed.data;

  const script = library.scripts.get(situation);
  if (!script) issue('situation', 'situation', { situation });
  const extra = stack.map((id, index) => {
    const found = library.scripts.get(id);
    if (!found || id === situation) issue(`stack.${index}`, 'situation', { situation: id });
    return found;
  });
  let locale: string = language;
  if (settings.locale !== undefined) {
    try {
      const asked = new Intl.Locale(settings.locale);
      if (asked.language === new Intl.Locale(language).language) locale = asked.toString();
      else issue('settings.locale', 'locale', { language });
    } catch {
      issue('settings.locale', 'locale', { language });
    }
  }
  if (!script || issues.length > 0) return { kind: 'invalid', issues };

  const scripts = [script, ...extra.filter((found) => found !== undefined)];
  const misplaced = scripts.filter((each) => each.platforms && !each.platforms.includes(platform));
  if (misplaced.length > 0)
    return { kind: 'out-of-scope', reasons: misplaced.map((each) => `not-on-platform:${each.id}`) };

  const { parts } = library;
  const optionalIds = new Set<string>();
  const middle: Included[] = [];
  const isIn = (id: string, block: Block) => {
    if (!block.optional) return true;
    optionalIds.add(id);
    if (wanted === undefined) return block.on ?? true;
    return Array.isArray(wanted) ? wanted.includes(id) : (wanted[id] ?? block.on ?? true);
  };
  const first = script.blocks
    .filter((block) => block.kind === 'greeting')
    .map((block) => ({ id: block.id, block }));
  const last = script.blocks
    .filter((block) => block.kind === 'signoff')
    .map((block) => ({ id: block.id, block }));
  for (const each of scripts)
    for (const block of each.blocks) {
      const id = each === script ? block.id : `${each.id}:${block.id}`;
      if (block.kind !== 'greeting' && block.kind !== 'signoff' && isIn(id, block))
        middle.push({ id, block });
    }
  const included = [...first, ...middle, ...last];
  const known = (id: string) => optionalIds.has(id) || included.some((each) => each.id === id);
  for (const id of wanted === undefined ? [] : Array.isArray(wanted) ? wanted : Object.keys(wanted))
    if (!known(id)) issue('blocks', 'block', { block: id });

  const greetByName = settings.greetByName ?? true;
  const texts = included.map((each) => ({
    ...each,
    texts: blockTexts(each.block, parts, tone, greetByName),
  }));

  const variables = new Map<string, Variable>();
  for (const each of scripts)
    for (const variable of variablesOf(each, parts))
      if (!variables.has(variable.name)) variables.set(variable.name, variable);
  const used = new Set(
    texts.flatMap((each) => [
      ...variablesIn(each.texts[language]),
      ...variablesIn(each.texts[gloss]),
    ]),
  );
  const common = new Set(parts.variables.map((entry) => entry.name));
  for (const name of Object.keys(vars))
    if (!variables.has(name) && !common.has(name))
      issue(`vars.${name}`, 'unknown-variable', { variable: name });

  const missing: string[] = [];
  const values: Record<'reply' | 'gloss', Record<string, string | number>> = {
    reply: { platform: platformNames[platform] },
    gloss: { platform: platformNames[platform] },
  };
  // An amount may name the currency itself, where the currency's own field is empty.
  const all = [...variables.values()];
  const given = ({ type }: Pick<Variable, 'type'>) =>
    all
      .filter((variable) => variable.type === type && used.has(variable.name))
      .map((variable) => typedIn(variable, vars[variable.name]))
      .filter((text) => text !== '');
  const stated = given({ type: 'money' }).flatMap((text) => {
    const read = readAmount(text, '');
    return 'currency' in read && read.currency !== null ? [read.currency] : [];
  });
  const currency = given({ type: 'currency' })[0] ?? stated[0] ?? '';
  for (const variable of all) {
    if (!used.has(variable.name)) continue;
    const typed = readValue(variable, typedIn(variable, vars[variable.name]));
    const raw =
      typed === '' && variable.name === 'shop'
        ? clean(settings.shop ?? '')
        : typed === '' && variable.type === 'currency'
          ? currency
          : typed;
    if (raw === '') {
      missing.push(variable.name);
      values.reply[variable.name] = values.gloss[variable.name] = gap(variable.name);
      continue;
    }
    const value = parseValue(variable, raw, currency);
    if ('key' in value)
      issues.push({
        path: `vars.${variable.name}`,
        key: value.key,
        values: {
          variable: variable.name,
          options: variable.options.map((o) => o.id).join(', '),
          ...value.values,
        },
      });
    else {
      values.reply[variable.name] = value.value(language);
      values.gloss[variable.name] = value.value(gloss);
    }
  }
  if (issues.length > 0) return { kind: 'invalid', issues };

  const capital = language === 'ru' && settings.pronoun === 'Вы';
  const signature = clean(settings.signature ?? '');
  const lines: ReplyLine[] = [];
  const paragraphs = texts.map(({ id, block, texts: message }) => {
    const source = capital ? capitalPronouns(message[language]) : message[language];
    const reply = formatMessage(locale, source, values.reply).split('\n');
    const meaning = formatMessage(gloss, message[gloss], values.gloss).split('\n');
    if (block.kind === 'signoff' && signature !== '') {
      reply.push(signature);
      meaning.push(signature);
    }
    reply.forEach((text, index) =>
      lines.push({ block: id, kind: block.kind, text, gloss: meaning[index] ?? '' }),
    );
    return { reply, meaning };
  });
  const text = paragraphs.map(({ reply }) => reply.join('\n')).join(paragraphBreak);
  // The library is in the buyer's language; what an agent fills in may be in the agent's own.
  const warnings = check({ platform, language, text, gloss, languages: ['en', 'zh-CN', gloss] });
  const rules = scripts.flatMap((each) => each.rules);
  return {
    kind: missing.length > 0 ? 'incomplete' : 'ok',
    situation,
    platform,
    language,
    text,
    gloss: paragraphs.flatMap(({ meaning }, index) => (index === 0 ? meaning : ['', ...meaning])),
    lines,
    missing,
    warnings,
    length: [...new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text)].length,
    limit: null,
    blocks: included.map(({ id }) => id).filter((id) => optionalIds.has(id)),
    usedRules: [...new Set([...rules, ...warnings.map((warning) => warning.ruleId)])],
    asOf,
  };
}

/** A copy of the library that holds only the two languages a page needs, to keep what it ships small. */
export function slice(library: ScriptLibrary, languages: readonly TextLanguage[]): ScriptLibrary {
  const keep = (texts: Texts): Texts =>
    Object.fromEntries(languages.map((language) => [language, texts[language]])) as Record<
      TextLanguage,
      string
    >;
  const option = <T extends { text: Texts }>(each: T): T => ({ ...each, text: keep(each.text) });
  const block = (each: Block): Block => ({
    ...each,
    ...(each.text && { text: keep(each.text) }),
    ...(each.warm && { warm: keep(each.warm) }),
    ...(each.plain && { plain: keep(each.plain) }),
  });
  return {
    parts: {
      ...library.parts,
      causes: library.parts.causes.map(option),
      blocks: library.parts.blocks.map((each) => ({
        ...option(each),
        ...(each.nameless && { nameless: keep(each.nameless) }),
      })),
    },
    scripts: new Map(
      [...library.scripts].map(([id, script]) => [
        id,
        {
          ...script,
          blocks: script.blocks.map(block),
          variables: script.variables.map((variable) =>
            typeof variable === 'object' && Array.isArray(variable.options)
              ? { ...variable, options: variable.options.map(option) }
              : variable,
          ),
        },
      ]),
    ),
  };
}
