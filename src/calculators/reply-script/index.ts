/**
 * What do I write to this buyer now? Puts a reply together in the buyer's language, beside its
 * meaning in the agent's, and says what is still missing and what may not be said.
 *
 * Not for free translation: it knows the situations in the library, and a text an agent fills in
 * (an item's name, an own cause) is taken over as it is.
 */
export { calculate, type Reply, type ReplyLine, type ReplyResult } from './calculate.ts';
export { fieldsOf } from './fields.ts';
export { linesOf, type BlockLine } from './lines.ts';
export { slice } from './slice.ts';
export { clean, isNameOfSomebody } from './value.ts';
export { exampleOf, variablesOf } from './variables.ts';
export { explain } from './explain.ts';
export { longestValue, optionalParts, readLink, writeLink, type Linked } from './permalink.ts';
export { readDate, readValue, type Days } from './read-value.ts';
export { formatDay, gap, gapPattern } from './message.ts';
export {
  blockKinds,
  buyerLanguages,
  glossLanguages,
  isOffered,
  platformName,
  replyPlatforms,
  stages,
  textLanguages,
  tones,
  type Block,
  type BuyerLanguage,
  type ChoiceOption,
  type GlossLanguage,
  type ReplyInput,
  type ReplyPlatform,
  type ReplySettings,
  type Script,
  type ScriptLibrary,
  type ScriptParts,
  type Stage,
  type TextLanguage,
  type Tone,
  type Variable,
} from './schema.ts';
export { exportFormats, type ExportFormat } from './export/formats.ts';
export { feedItem } from './export/feed.ts';
export { fromCase, toCase } from './case.ts';
