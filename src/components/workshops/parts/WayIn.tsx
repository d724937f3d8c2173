import { encodeWay } from '@/calculators/exercise/index.ts';
import { encode } from '@/calculators/shared/permalink.ts';
import { folderOf } from '@/language.ts';
import { currentAddress } from '../../platform/fragment.ts';
import { Qr } from '../Qr.tsx';
import type { StagePage } from '../stage-page.ts';
import type { ExerciseWords } from '../words.ts';

/** Nobody types a longer address off a screen: there it is left to the picture and the code. */
const LONGEST_READ = 160;

interface WayInProps {
  page: StagePage;
  seed: string;
  words: ExerciseWords;
}

/** How people in the room take part: a picture to scan, a code to type, and the whole address. In browsers only. */
export function WayIn({ page, seed, words }: WayInProps) {
  const { own } = words;
  const here = currentAddress();
  const address = new URL('../run/', here).href + encode({ ...page.keepToRun, seed });
  const code = encodeWay({ plan: page.way, seed });
  return (
    <section class="join">
      <Qr text={address} label={own('stage.join-qr')} />
      <div>
        <p>{own('stage.join')}</p>
        {code === null ? (
          <p>{own('stage.no-code')}</p>
        ) : (
          <>
            <p>
              {own('stage.join-code', {
                address: new URL(`/${folderOf(words.language)}/workshops/`, here).href,
              })}
            </p>
            <p class="join-code">
              <output name="way" data-value={code} aria-live="off">
                {code}
              </output>
            </p>
          </>
        )}
      </div>
      <p class={address.length > LONGEST_READ ? 'join-address is-long' : 'join-address'}>
        {address}
      </p>
    </section>
  );
}
