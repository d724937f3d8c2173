import type { SettlementOk } from '@/calculators/settlement/index.ts';
import type { SettlementWords } from '../words.ts';

interface BreakEvensProps {
  result: SettlementOk;
  words: SettlementWords;
}

/** The chance for the first step in one sentence, for where an amount would else be read first. */
export function breakEvenInShort(
  { breakEven }: SettlementOk,
  { own, percent }: SettlementWords,
): string | undefined {
  const [first] = breakEven ?? [];
  if (first === undefined) return undefined;
  const figure = Number(first.percent);
  if (figure < 0) return own('break-even.short.always');
  if (figure > 100) return own('break-even.short.never');
  return own('break-even.short', { percent: percent(figure.toFixed(1)) });
}

/**
 * At which chance of losing holding costs as much as each step. It stands before any advice, so that
 * a reader asks how likely losing is before an amount is named as the one to offer.
 */
export function BreakEvens({ result, words }: BreakEvensProps) {
  const { own, sum } = words;
  const { breakEven, ladder, currency, options } = result;
  if (ladder.length === 0) return null;
  /** Of the fields holding needs, all but the chance: that is what is told here. */
  const needs = (options.find(({ id }) => id === 'hold')?.missing ?? []).filter(
    (name) => name !== 'loseChance',
  );
  const chance = (percent: string) => {
    const figure = Number(percent);
    if (figure < 0) return own('break-even.always');
    if (figure > 100) return own('break-even.never');
    return words.percent(figure.toFixed(1));
  };
  return (
    <section class="break-even" data-id="break-even">
      <h2>{own('break-even-title')}</h2>
      {breakEven === null ? (
        <p>
          {needs.length > 0
            ? own('break-even.missing', { fields: words.fields(needs) })
            : own('break-even.none')}
        </p>
      ) : (
        <>
          <p class="muted">{own('break-even')}</p>
          <dl class="quiet-row">
            {breakEven.map(({ offer, percent }) => (
              <div key={offer}>
                <dt>{own('break-even.offer', { offer: sum(offer, currency) })}</dt>
                <dd data-value={percent}>{chance(percent)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
