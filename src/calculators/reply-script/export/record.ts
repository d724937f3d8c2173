import { blockTexts, clean, variablesOf } from '../calculate.ts';
import { formatMessage, gap, gapPattern, variablesIn } from '../message.ts';
import {
  isOffered,
  PLATFORM,
  platformName,
  type BuyerLanguage,
  type GlossLanguage,
  type ReplyPlatform,
  type Script,
  type ScriptLibrary,
  type TextLanguage,
  type Tone,
  type Variable,
} from '../schema.ts';
import { afterGreeting } from '../words.ts';

export interface ExportFile {
  name: string;
  mediaType: string;
  text: string;
}

export interface ExportOptions {
  /** Situations to take along, in this order. */
  situations: readonly string[];
  languages: readonly BuyerLanguage[];
  tones: readonly Tone[];
  platform: ReplyPlatform;
  /** Language of titles and explanations. */
  gloss: GlossLanguage;
  /** Fills the shop name in for good. */
  shop?: string;
  /** Freshdesk only: the folder the replies go to. */
  folderId?: number;
}

/** One reply in one language and tone, with its gaps still as `⟦name⟧`. */
export interface ExportRecord {
  script: Script;
  language: BuyerLanguage;
  tone: Tone;
  /** `inr-in-transit-ru`; the plain tone adds `-plain` where both tones are exported. */
  code: string;
  title: string;
  stage: string;
  text: string;
  glossText: string;
  /** Variables the text still asks for. */
  variables: readonly Variable[];
}

/** The language as it appears in a name: `pt-br`. */
const suffix = (language: BuyerLanguage) => language.toLowerCase();

/**
 * All replies of an export. Optional parts are in as they are when the page opens.
 *
 * @param named false for a tool that leaves a hole in the greeting where it does not know the name.
 */
export function records(
  library: ScriptLibrary,
  options: ExportOptions,
  named = true,
): ExportRecord[] {
  const { parts } = library;
  // A name may come from a link: what is written into a program's file is what a person would see.
  const shop = clean(options.shop ?? '');
  return options.situations.flatMap((id) => {
    const script = library.scripts.get(id);
    if (!script) throw new Error(`There is no situation “${id}”.`);
    const variables = variablesOf(script, parts, options.platform);
    // What depends on an answer nobody has given yet is left to the form.
    const blocks = script.blocks.filter(
      (block) =>
        isOffered(block, options.platform) &&
        (!block.optional || (block.on ?? true)) &&
        !block.when?.is,
    );
    return options.languages.flatMap((language) =>
      options.tones.map((tone): ExportRecord => {
        const write = (as: TextLanguage) => {
          const values: Record<string, string | number> = {
            [PLATFORM]: platformName(options.platform, as) ?? gap(PLATFORM),
          };
          for (const { name } of variables)
            values[name] = name === 'shop' && shop !== '' ? shop : gap(name);
          const [greeting = '', first = '', ...rest] = blocks.map((block) =>
            formatMessage(as, blockTexts(block, parts, tone, named, language)[as], values),
          );
          return [greeting, afterGreeting(as, greeting, first), ...rest].join('\n\n');
        };
        const used = new Set(
          blocks.flatMap((block) =>
            variablesIn(blockTexts(block, parts, tone, named, language)[language]),
          ),
        );
        const plain = tone === 'plain' && options.tones.length > 1;
        return {
          script,
          language,
          tone,
          code: `${id}-${suffix(language)}${plain ? '-plain' : ''}`,
          title: script.title[options.gloss],
          stage: script.stage,
          text: write(language),
          glossText: write(options.gloss),
          variables: variables.filter(
            ({ name }) => used.has(name) && !(name === 'shop' && shop !== ''),
          ),
        };
      }),
    );
  });
}

/**
 * Signs by which one of the tools knows a field or a command: `{{…}}`, `{%…%}`, `[[…]]`, the mark
 * for the cursor. A file may travel on to another tool, so all are parted in every format.
 */
const commands = /\{(?=[{%#⟦])|[}%#⟧](?=\})|\[(?=[[⟦])|[\]⟧](?=\])|\$(?=\|\$)/gu;
export const harmless = (text: string) => text.replace(commands, '$& ');

/** Puts a target's own placeholders into the gaps, and leaves no other in the text. */
export const fillGaps = (text: string, placeholder: (name: string) => string) =>
  harmless(text).replace(gapPattern, (_, name: string) => placeholder(name));

/** A gap a person fills by hand: tools without a matching field show it as it is. */
export const byHand = (name: string) => `[${name}]`;

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/gu, (char) => `&#${char.codePointAt(0) ?? 0};`);

/** Paragraphs as HTML; single line breaks stay. */
export const toHtml = (text: string) =>
  text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.split('\n').map(escapeHtml).join('<br>')}</p>`)
    .join('');

export const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
