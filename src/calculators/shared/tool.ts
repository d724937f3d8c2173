import type { Case, CasePatch } from './case.ts';
import type { Invalid } from './result.ts';
import type { RuleBook } from './rule.ts';

/**
 * What a tool is given to answer with. Everything is read on first use, so that a tool pays only
 * for the content it needs.
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

/** What a tool answers: the calculator's own result. Issues carry keys; who shows them words them. */
export type Answer = Invalid | { readonly kind: string };

/** One input field as `--help` prints it. */
export interface FieldHelp {
  name: string;
  /** For example `count`, `instant`, `one of a | b`. */
  type: string;
  /** Required fields lead to `incomplete` when they are left out. */
  required: boolean;
  description: string;
  /**
   * The field holds what a file says; on the command line `@path` stands for the file. `bytes`: it is
   * handed over as `{ name, bytes }`, for a tool that finds out by itself how the file is written.
   */
  takesFile?: boolean | 'bytes';
}

/**
 * The one door of a tool: the command line, workshops and the case desk all come in here.
 *
 * @typeParam Input the input as people and scripts write it.
 * @typeParam Result what `run` answers.
 */
export interface Tool<Input extends object = object, Result extends Answer = Answer> {
  /** The question the tool answers, in one sentence. */
  summary: string;
  fields(content: Content): FieldHelp[];
  /**
   * @param input one parsed JSON value, not yet checked.
   * @param asOf the moment to judge by, ISO 8601 with `Z`. The only clock a tool sees.
   */
  run(input: unknown, content: Content, asOf: string): Result | Promise<Result>;
  /** What of a case this tool can ask with. Pure; fields the case says nothing about are left out. */
  fromCase?(one: Case): Partial<Input>;
  /** What an answer adds to the case it was asked for. Pure; an answer that adds nothing gives `{}`. */
  toCase?(input: Input, result: Result): CasePatch;
}
