import type { Language } from '../shared/rule.ts';
import { variablesIn } from './message.ts';
import {
  isOffered,
  type Block,
  type ReplyPlatform,
  type Script,
  type ScriptParts,
  type TextLanguage,
  type Texts,
  type Tone,
  type Variable,
} from './schema.ts';
import { clean } from './value.ts';
import { variablesOf } from './variables.ts';

/** A part of the reply, with the script it belongs to and the texts it is written with. */
export interface Part {
  /** Id of the block; another situation's is `situation:block`. */
  id: string;
  block: Block;
  script: Script;
  texts: Texts;
}

/** A field of the form. */
export interface FormField {
  /** Key in `vars`: the variable's name, or `situation:name` where another situation has a field of that name. */
  key: string;
  script: Script;
  variable: Variable;
}

/** What a field is called, for the agent. A page carries that in its own language alone, whatever the gloss is in. */
export function labelOf({ variable: { label } }: FormField, gloss: Language): string {
  const own: string | undefined = label[gloss];
  return own ?? Object.values(label).join('');
}

export interface Assembled {
  parts: Part[];
  /** Ids of the optional parts that are offered. */
  optionalIds: ReadonlySet<string>;
  /** Ids of every part the scripts have, offered here or not. */
  knownIds: ReadonlySet<string>;
  /** Fields of the scripts, in the order of the form. */
  fields: FormField[];
  /** Those of them the reply uses as it stands. */
  used: FormField[];
}

export interface Assembly {
  /** The situation, then the ones stacked on it. */
  scripts: readonly Script[];
  shared: ScriptParts;
  platform: ReplyPlatform;
  language: TextLanguage;
  gloss: TextLanguage;
  tone: Tone;
  vars: Readonly<Record<string, unknown>>;
  wanted: readonly string[] | Readonly<Record<string, boolean>> | undefined;
  greetByName: boolean;
}

/** Variables of a text; none of one in a language that a page has not fetched yet. */
const namesIn = (texts: Partial<Texts>, language: TextLanguage): string[] => {
  const text = texts[language];
  return text === undefined ? [] : variablesIn(text);
};

/** The text of a block in the tone asked for; both tones are the same where the file gives one text. */
export function blockTexts(
  block: Block,
  parts: ScriptParts,
  tone: Tone,
  greetByName: boolean,
  language?: TextLanguage,
): Texts {
  if (block.shared !== undefined) {
    const shared = parts.blocks.find((candidate) => candidate.id === block.shared);
    if (!shared) throw new Error(`There is no shared block “${block.shared}”.`);
    // A language that greets nobody by name has no name to explain in the gloss either.
    const named =
      greetByName && (!language || namesIn(shared.text, language).includes('buyerName'));
    return named ? shared.text : (shared.nameless ?? shared.text);
  }
  const texts = block.text ?? block[tone];
  if (!texts) throw new Error(`Block “${block.id}” has no text.`);
  return texts;
}

/** The key under which a script's variable is asked for. */
const keyOf = (variable: Variable, script: Script, before: readonly FormField[]): string =>
  !variable.carried && before.some(({ variable: { name } }) => name === variable.name)
    ? `${script.id}:${variable.name}`
    : variable.name;

function formFields(
  scripts: readonly Script[],
  shared: ScriptParts,
  platform: ReplyPlatform,
): FormField[] {
  const fields: FormField[] = [];
  for (const script of scripts) {
    const before = [...fields];
    for (const variable of variablesOf(script, shared, platform))
      if (!variable.carried || !before.some(({ key }) => key === variable.name))
        fields.push({ key: keyOf(variable, script, before), script, variable });
  }
  return fields;
}

/** Whether a part stands in the reply: a heading does where enough follows it, and no other fits better. */
function isHeard(part: Part, at: number, parts: readonly Part[]): boolean {
  const { block, script } = part;
  if (block.leads === undefined) return true;
  const isAlike = (each: Part) => each.script === script && each.block.kind === block.kind;
  const rest = parts.slice(at + 1);
  const end = rest.findIndex((each) => !isAlike(each));
  const run = end < 0 ? rest : rest.slice(0, end);
  const headed = run.filter((each) => each.block.leads === undefined).length;
  let first = at;
  while (first > 0 && isAlike(parts[first - 1] as Part)) first -= 1;
  const fitting = [...parts.slice(first, at + 1), ...run].flatMap(({ block: { leads } }) =>
    leads !== undefined && leads <= headed ? [leads] : [],
  );
  return block.leads === Math.max(...fitting);
}

/** Puts together which parts a reply has and which fields they ask for. Judges no value. */
export function assemble(asked: Assembly): Assembled {
  const { scripts, shared, platform, language, gloss, tone, vars, wanted, greetByName } = asked;
  const fields = formFields(scripts, shared, platform);
  const fieldOf = (script: Script, name: string) =>
    fields.find((field) => field.script === script && field.variable.name === name) ??
    fields.find((field) => field.variable.carried && field.variable.name === name);
  const optionalIds = new Set<string>();
  const knownIds = new Set<string>();

  const applies = (script: Script, { when }: Block) => {
    if (!when) return true;
    const key = fieldOf(script, when.variable)?.key ?? when.variable;
    const chosen = clean(String(vars[key] ?? ''));
    return when.is ? when.is.includes(chosen) : !when.isNot?.includes(chosen);
  };
  const isIn = (id: string, script: Script, block: Block) => {
    knownIds.add(id);
    if (!isOffered(block, platform)) return false;
    if (block.optional) {
      optionalIds.add(id);
      const listed = Array.isArray(wanted)
        ? wanted.includes(id)
        : (wanted as Readonly<Record<string, boolean>> | undefined)?.[id];
      if (!(listed ?? block.on ?? true)) return false;
    }
    return applies(script, block);
  };
  const part = (id: string, script: Script, block: Block): Part => ({
    id,
    script,
    block,
    texts: blockTexts(block, shared, tone, greetByName, language),
  });
  const [main] = scripts;
  if (!main) throw new Error('A reply needs a situation.');
  const edge = (kind: 'greeting' | 'signoff') =>
    main.blocks
      .filter((block) => block.kind === kind && isIn(block.id, main, block))
      .map((block) => part(block.id, main, block));
  const first = edge('greeting');
  const middle = scripts.flatMap((script) =>
    script.blocks.flatMap((block) => {
      if (block.kind === 'greeting' || block.kind === 'signoff') return [];
      const id = script === main ? block.id : `${script.id}:${block.id}`;
      return isIn(id, script, block) ? [part(id, script, block)] : [];
    }),
  );
  const parts = [...first, ...middle.filter(isHeard), ...edge('signoff')];

  const keys = new Set(
    parts.flatMap(({ script, texts }) =>
      [...namesIn(texts, language), ...namesIn(texts, gloss)].flatMap(
        (name) => fieldOf(script, name)?.key ?? [],
      ),
    ),
  );
  return { parts, optionalIds, knownIds, fields, used: fields.filter(({ key }) => keys.has(key)) };
}
