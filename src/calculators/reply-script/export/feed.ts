import { variablesOf } from '../calculate.ts';
import type { Block, Script, ScriptParts, SharedBlock, Variable } from '../schema.ts';

/** A script that needs nothing else to be read: variables complete, shared parts put in. */
export type FeedItem = Omit<Script, 'variables' | 'blocks'> & {
  variables: Variable[];
  blocks: (Block & Pick<SharedBlock, 'nameless'>)[];
};

/** One entry of the public feed. */
export function feedItem(script: Script, parts: ScriptParts): FeedItem {
  return {
    ...script,
    variables: variablesOf(script, parts),
    blocks: script.blocks.map((block) => {
      const shared = parts.blocks.find((candidate) => candidate.id === block.shared);
      return shared
        ? { ...block, text: shared.text, ...(shared.nameless && { nameless: shared.nameless }) }
        : block;
    }),
  };
}
