import { giveWords, type WordGroup } from '@/calculators/shared/moment/vocabulary.ts';
import type { Rule } from '@/calculators/shared/rule.ts';
import type { Content } from '@/calculators/shared/tool.ts';

/** The part of the site's content one exercise is solved with, as plain JSON for its page. */
export interface Slice {
  rules: Readonly<Record<string, Rule>>;
  collections: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Words the readers of moments cannot do without; moments of exercises are figures. */
  words: readonly WordGroup[];
}

/** The content a tool is given in the browser: what the page carries, and nothing else. */
export function contentOf(slice: Slice): Content {
  giveWords(slice.words);
  const rules = new Map(Object.entries(slice.rules));
  return {
    rules: () => rules,
    collection: <Item>(name: string) =>
      new Map(Object.entries(slice.collections[name] ?? {})) as ReadonlyMap<string, Item>,
    messages: () => ({}),
  };
}
