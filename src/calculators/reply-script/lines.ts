import { blockTexts } from './assemble.ts';
import { formatMessage, gap, variablesIn } from './message.ts';
import {
  isOffered,
  PLATFORM,
  platformName,
  replyPlatforms,
  type Block,
  type BuyerLanguage,
  type GlossLanguage,
  type Script,
  type ScriptParts,
  type TextLanguage,
  type Tone,
} from './schema.ts';

export interface BlockLine {
  text: string;
  gloss: string;
}

/** The lines of one part with every variable as a gap, for a page that shows the library. */
export function linesOf(
  script: Script,
  block: Block,
  parts: ScriptParts,
  as: { language: BuyerLanguage; gloss: GlossLanguage; tone: Tone },
): BlockLine[] {
  const platform =
    replyPlatforms.find((each) => isOffered(script, each) && isOffered(block, each)) ??
    replyPlatforms[0];
  const texts = blockTexts(block, parts, as.tone, true, as.language);
  const write = (language: TextLanguage) => {
    const values: Record<string, string> = {};
    for (const name of variablesIn(texts[language])) values[name] = gap(name);
    values[PLATFORM] = platformName(platform, language) ?? gap(PLATFORM);
    return formatMessage(parts.locales[language][0], texts[language], values).split('\n');
  };
  const meaning = write(as.gloss);
  return write(as.language).map((text, index) => ({ text, gloss: meaning[index] ?? '' }));
}
