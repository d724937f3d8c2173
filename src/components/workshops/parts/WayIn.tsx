import { encodeWay } from '@/calculators/exercise/index.ts';
import { encode } from '@/calculators/shared/permalink.ts';
import { folderOf } from '@/language.ts';
import { copyText } from '../../platform/clipboard.ts';
import { currentAddress } from '../../platform/fragment.ts';
import { useSaid } from '../../ui/use-said.ts';
import { Qr } from '../Qr.tsx';
import type { StagePage } from '../stage-page.ts';
import type { ExerciseWords } from '../words.ts';

/** Nobody types a longer address off a screen: a room is left with the picture and the code. */
const LONGEST_READ = 160;

interface WayInProps {
  page: StagePage;
  seed: string;
  words: ExerciseWords;
  /** For a room that looks at it from afar; else for somebody who may copy the address. */
  forRoom?: boolean;
}

/** How people in the room take part: a picture to scan, a code to type, and the whole address. In browsers only. */
export function WayIn({ page, seed, words, forRoom = false }: WayInProps) {
  const { own } = words;
  const said = useSaid();
  const here = currentAddress();
  const address = new URL('../run/', here).href + encode({ ...page.keepToRun, seed });
  const code = encodeWay({ plan: page.way, seed });
  const isLeftOut = forRoom && code !== null && address.length > LONGEST_READ;
  return (
    <section class="join">
      <Qr text={address} label={own('stage.join-qr')} lost={own('session.qr-lost')} />
      <div>
        <p>{own(isLeftOut ? 'stage.join-scan' : 'stage.join')}</p>
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
      {!isLeftOut && <p class="join-address">{address}</p>}
      {!forRoom && (
        <div class="button-row">
          <button
            type="button"
            class="action"
            onClick={() =>
              void copyText(address).then(
                (copied) => (said.value = words.common(copied ? 'copied' : 'copy-failed')),
              )
            }
          >
            {own('stage.copy')}
          </button>
          <span role="status">{said.value}</span>
        </div>
      )}
    </section>
  );
}
