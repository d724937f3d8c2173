import type { FeeResult } from '@/calculators/dispute-rate/index.ts';
import type { Words } from '../words.ts';

/** More prices than this are folded away: nobody reads ninety, and the buttons must stay in reach. */
const SHOWN = 5;

/** What a platform charges for the period, in all and for each price that was given. */
export function Fee({ fee, words }: { fee: FeeResult; words: Words }) {
  const { own } = words;
  const charges = fee.perOrder ?? [];
  const list = (
    <ol class="fee-list">
      {charges.map((charge, i) => (
        <li key={i} data-id={String(i)}>
          <output name="fee.perOrder" data-value={charge} aria-live="off">
            {charge}
          </output>
        </li>
      ))}
    </ol>
  );
  return (
    <div>
      <dt>{own('page.fee')}</dt>
      <dd>
        <output name="fee.total" data-value={fee.total ?? 'null'} aria-live="off">
          {fee.total ?? '–'}
        </output>
        {fee.total !== null && ` ${fee.currency}`}
        {fee.perOrder !== null && !fee.complete && <small>{own('page.fee-part')}</small>}
        <small>
          <output name="fee.percentOfPrice" data-value={fee.percentOfPrice} aria-live="off">
            {own('page.fee-percent', { percent: fee.percentOfPrice })}
          </output>
        </small>
        <small>
          {words.sentences([own('page.fee-cap'), ''])}{' '}
          <output name="fee.cap" data-value={fee.cap} aria-live="off">
            {fee.cap}
          </output>{' '}
          {fee.capCurrency}
          {fee.capPerOrder !== null && (
            <>
              {' = '}
              <output name="fee.capPerOrder" data-value={fee.capPerOrder} aria-live="off">
                {fee.capPerOrder}
              </output>{' '}
              {fee.currency}
            </>
          )}
        </small>
        {charges.length > 0 &&
          (charges.length <= SHOWN ? (
            list
          ) : (
            <details class="screen-only-closed">
              <summary>{own('page.fee-each', { count: words.count(charges.length) })}</summary>
              {list}
            </details>
          ))}
      </dd>
    </div>
  );
}
