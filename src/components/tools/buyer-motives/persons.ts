import { signal } from '@preact/signals';
import type { MotivesData, PersonWords } from '@/calculators/buyer-motives/index.ts';
import { fetchPack } from '../../platform/packs.ts';

type Judge = MotivesData['kindOfPerson'];

/**
 * What looks whether a sign in own words names what a person is. It is as heavy as the rest of the
 * tool, and only such signs need it; until it is here none of them is weighed.
 *
 * @param address of the words.
 */
export function createJudge(address: string) {
  const judge = signal<Judge | null>(null);
  const hasFailed = signal(false);
  let coming: Promise<boolean> | undefined;
  return {
    /** Null until the words are here. */
    judge,
    hasFailed,
    /** False where they do not arrive; asked again, they are fetched again. */
    load: (): Promise<boolean> =>
      (coming ??= Promise.all([import('./rest.ts'), fetchPack<PersonWords>(address)]).then(
        ([{ namesWhatAPersonIs }, words]) => {
          judge.value = (text) => namesWhatAPersonIs(text, words);
          hasFailed.value = false;
          return true;
        },
        () => {
          coming = undefined;
          hasFailed.value = true;
          return false;
        },
      )),
  };
}
