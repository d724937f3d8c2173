/** Some fields the tool cannot do without were left out. */
export interface Incomplete {
  kind: 'incomplete';
  missing: string[];
}

/** The question is sound, but not one this tool answers. All reasons are given, not only the first. */
export interface OutOfScope {
  kind: 'out-of-scope';
  reasons: string[];
}

/** A rule needed for the answer has no value at the moment asked about. */
export interface UnknownRule {
  kind: 'unknown-rule';
  ruleId: string;
  asOf: string;
  /** The nearest day on which the rule has a value; null where the rulebook has no such rule or figure. */
  nearest: string | null;
}

/** One thing wrong with an input. The words are in the interface texts, under `key`. */
export interface InputIssue {
  path: string;
  key: string;
  values: Readonly<Record<string, string | number>>;
}

/** Some fields hold something that cannot be understood, or that contradicts another field. */
export interface Invalid {
  kind: 'invalid';
  issues: InputIssue[];
}

/**
 * Puts values into the `{placeholders}` of a text. A placeholder without a value is a mistake in the
 * code, and would reach a reader as `{name}`, so it throws an Error.
 */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`No value for {${name}} in "${text}".`);
    return String(value);
  });
