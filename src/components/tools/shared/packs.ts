import { knowEveryWord, momentWords } from '@/calculators/shared/moment/every-word.ts';
import { packOf, type Pack } from '@/packs.ts';
import type { MomentWords } from './moment-words.ts';

let made: Pack | undefined;
const everyWord = () => (made ??= packOf('moment.words', momentWords()));

/** What the endpoint of packs writes for all tools. */
export const packs = (): Pack[] => [everyWord()];

/**
 * The words of plain moments for a page that opens with these languages; the tools drawn at build read with
 * all of them.
 */
export function momentWordsFor(...languages: string[]): MomentWords {
  knowEveryWord();
  const asked = languages.map((each) => each.slice(0, 2));
  const here = plain.get(asked.join()) ?? momentWords(asked, true);
  plain.set(asked.join(), here);
  return { here, every: everyWord().address };
}

const plain = new Map<string, MomentWords['here']>();
