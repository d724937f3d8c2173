import {
  giveWords,
  whenWordsLack,
  type WordGroup,
} from '@/calculators/shared/moment/vocabulary.ts';
import { fetchPack } from '../../platform/packs.ts';
import { whenCalm } from '../../platform/ticker.ts';
import { arrived, arrivedSoFar } from './arrivals.ts';

/** The words for moments a page carries; `momentWordsFor` in `packs.ts` makes them. */
export interface MomentWords {
  /** Those of the languages the page opens with. */
  here: readonly WordGroup[];
  /** Where the words of all nine are fetched from. */
  every: string;
}

/** A word that is still being typed asks for nothing. */
const CALM = 400;

let address: string | undefined;
/** So much had come when a text lacked words. What has come since may read it; else it says so again. */
let lackedAt = -1;

/** Words of one more language have come with something else, for example with its texts. */
export function addMomentWords(words: readonly WordGroup[]): void {
  giveWords(words);
  arrived();
}

/** Fetches the words of all languages. False where they do not arrive; it may be asked anew. */
export async function loadEveryMomentWord(): Promise<boolean> {
  if (address === undefined) return false;
  try {
    giveWords(await fetchPack<readonly WordGroup[]>(address), true);
  } catch {
    return false;
  }
  arrived();
  return true;
}

/**
 * Hands the readers what the page carries, before anything is read. From then on a text with a word that
 * is not here is answered with `words-missing`; once the typing rests, the words of all languages are
 * fetched, and the text is read as it stands.
 */
export function takeMomentWords({ here, every }: MomentWords): void {
  giveWords(here);
  address = every;
  const whenTypingRests = whenCalm(() => {
    if (lackedAt === arrivedSoFar()) void loadEveryMomentWord();
  }, CALM);
  whenWordsLack(() => {
    lackedAt = arrivedSoFar();
    whenTypingRests();
  });
}
