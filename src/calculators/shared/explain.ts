/**
 * One step of the answer to “why this number?”: a sentence by its key in the interface texts, and
 * what fills its `{placeholders}`. Steps are shown by section, in this order: what was given, which
 * rule, what was done with both, what would change the answer.
 *
 * @typeParam Value what may fill a placeholder. Beyond text and numbers a tool has values of its
 *   own (a moment on the clock of a zone, a sum), written by whoever shows them.
 */
export interface Step<Value = string | number> {
  section: 'given' | 'rule' | 'done' | 'change';
  /** The part of the answer the step belongs to, where an answer has several. */
  of?: string;
  messageKey: string;
  values: Readonly<Record<string, Value>>;
  /** The rules the sentence rests on, to be cited beside it. */
  ruleIds: readonly string[];
}
