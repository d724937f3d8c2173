import type { RuleBook } from './shared/rule.ts';

/**
 * What the command line hands to a tool. Everything is read on first use, so that a tool pays
 * only for the content it needs.
 */
export interface Content {
  /** Every rule file, by rule id. */
  rules(): RuleBook;
  /** Every YAML file under `src/content/<name>/`, parsed, by its own `id` (else by its file name). */
  collection<Item>(name: string): ReadonlyMap<string, Item>;
  /** The interface texts in English, flat keys. */
  messages(): Readonly<Record<string, string>>;
}

/** One thing wrong with an input, in words that say what to do. */
export interface Issue {
  /** The input field, dotted for nested ones (`events.shippedAt`); empty for the input as a whole. */
  path: string;
  message: string;
}

/** What a tool answers: `invalid`, or the calculator's own result, ready for JSON. */
export type Answer =
  { kind: 'invalid'; issues: Issue[] } | { kind: string; [field: string]: unknown };

/** One input field as `--help` prints it. */
export interface FieldHelp {
  name: string;
  /** For example `count`, `instant`, `one of a | b`. */
  type: string;
  /** Required fields lead to `incomplete` when they are left out. */
  required: boolean;
  description: string;
}

export interface CommandLineTool {
  /** The question the tool answers, in one sentence. */
  summary: string;
  fields(content: Content): FieldHelp[];
  /**
   * @param input one parsed JSON value, not yet checked.
   * @param asOf the moment to judge by, ISO 8601 with `Z`. The only clock a tool sees.
   */
  run(input: unknown, content: Content, asOf: string): Answer | Promise<Answer>;
}

/** Every tool by its slug. Loaded on demand: a call pays for one tool only. */
export const tools: Readonly<Record<string, () => Promise<CommandLineTool>>> = {
  'deadline-planner': () =>
    import('./deadline-planner/command.ts').then((module) => module.command),
  'dispute-rate': () => import('./dispute-rate/command.ts').then((module) => module.command),
  'reply-guard': () => import('./reply-guard/command.ts').then((module) => module.command),
  'reply-script': () => import('./reply-script/command.ts').then((module) => module.command),
};
