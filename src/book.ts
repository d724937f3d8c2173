import { getCollection } from 'astro:content';
import type { Rule } from './calculators/shared/rule.ts';
import { standingOf } from './rule-view.ts';
import { today } from './schemas/common.ts';
import type { Source } from './schemas/source.ts';

const load = async () => {
  const [rules, sources] = await Promise.all([getCollection('rules'), getCollection('sources')]);
  const sourceBook = new Map<string, Source>(sources.map((s) => [s.data.id, s.data]));
  const ruleBook = new Map<string, Rule>(rules.map((r) => [r.data.id, r.data]));
  for (const rule of ruleBook.values())
    for (const { source } of [...rule.values, ...rule.rivals])
      if (!sourceBook.has(source))
        throw new Error(
          `Rule ${rule.id} cites the source "${source}", which is not in the bibliography.`,
        );
  return { ruleBook, sourceBook };
};

let loaded: ReturnType<typeof load> | undefined;

/** The whole rulebook and bibliography, read once a build. Throws when a rule cites a missing source. */
export const loadBook = () => (loaded ??= load());

/** The rule of an id, or a build error that names the page asking for it. */
export async function ruleOf(id: string, askedBy: string): Promise<Rule> {
  const rule = (await loadBook()).ruleBook.get(id);
  if (!rule) throw new Error(`${askedBy} quotes the rule "${id}", which does not exist.`);
  return rule;
}

export async function sourceOf(id: string, askedBy: string): Promise<Source> {
  const source = (await loadBook()).sourceBook.get(id);
  if (!source) throw new Error(`${askedBy} cites the source "${id}", which does not exist.`);
  return source;
}

/** What a rule says on the day of the build. */
export const currentStanding = (rule: Rule) => standingOf(rule, today());

/** The value that holds on the day of the build, or a build error: for places that have no room to say that it ended. */
export const currentValue = (rule: Rule, askedBy: string) => {
  const { state, value } = currentStanding(rule);
  if (state !== 'known')
    throw new Error(
      `${askedBy} quotes the rule "${rule.id}", which does not hold today (${state}).`,
    );
  return value;
};

export const ruleAddress = (folder: string, rule: Rule) =>
  `/${folder}/reference/rulebook/${rule.platform}/#${rule.id}`;
