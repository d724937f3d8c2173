import { standingKey, type DisputeRateResult } from '@/calculators/dispute-rate/index.ts';
import type { CitedRule } from '@/calculators/shared/cited.ts';
import { Overdue } from '../../shared/Why.tsx';
import type { Words } from '../words.ts';
import { Fee } from './Fee.tsx';

interface AnswerProps {
  result: DisputeRateResult;
  rules: readonly CitedRule[];
  words: Words;
}

type Counted = 'headroom' | 'withdrawalsNeeded' | 'ordersNeeded';

/** The rate itself, large. */
export function Lead({ result, words }: Omit<AnswerProps, 'rules'>) {
  return (
    <>
      <output class="unseen" name="standing" data-value={result.standing} aria-live="off">
        {words.own(standingKey(result))}
      </output>
      <p class="lead-figure">
        <output class="lead" name="percent" data-value={result.percent} aria-live="off">
          {words.sharePercent(result.percent)}
        </output>
        <output
          name="rate"
          class="nowrap"
          data-value={`${result.rate.num}/${result.rate.den}`}
          aria-live="off"
        >
          {result.rate.num} ÷ {result.rate.den}
        </output>
        <output name="tier" data-value={result.tier ?? 'null'} aria-live="off">
          {result.tier === null ? '' : words.nameOf(result.tier)}
        </output>
      </p>
    </>
  );
}

/** The figures under the sentence, in a quiet row. */
export function Answer({ result, rules, words }: AnswerProps) {
  const { own } = words;
  const amounts: Record<Counted, string | null> = {
    headroom: result.headroomAmount,
    withdrawalsNeeded: null,
    ordersNeeded: result.ordersNeededAmount,
  };
  // Orders that count for the next rate only are shown as what is missing, not as a way out.
  const missed = result.ordersNeededAmount === null ? 'ordersMissed' : 'salesMissed';
  const labels: Record<Counted, string> = {
    headroom: 'headroom',
    withdrawalsNeeded: 'withdrawalsNeeded',
    ordersNeeded: result.ordersCount === 'now' ? 'ordersNeeded' : missed,
  };
  const counted = (name: Counted) => {
    const value = result[name];
    const reason = result.reasons[name];
    return (
      <div>
        <dt>{own(`page.${labels[name]}`)}</dt>
        <dd>
          {amounts[name] !== null && (
            <>
              <output name={`${name}Amount`} data-value={amounts[name]} aria-live="off">
                {amounts[name]}
              </output>{' '}
              {result.currency ?? <small>{own('page.amount-yours')}</small>}
            </>
          )}
          <output
            class={amounts[name] === null ? undefined : 'unseen'}
            name={name}
            data-value={value === null ? 'null' : String(value)}
            aria-live="off"
          >
            {value === null ? '–' : words.count(value)}
          </output>
          {value === null && amounts[name] === null && reason && (
            <small>{own(`reason.${reason}`)}</small>
          )}
        </dd>
      </div>
    );
  };
  const interval = result.interval;
  return (
    <>
      <dl class="quiet-row">
        {counted('headroom')}
        {counted('withdrawalsNeeded')}
        {counted('ordersNeeded')}
        <div>
          <dt>{own('page.interval')}</dt>
          <dd>
            <output
              name="interval"
              class="nowrap"
              data-value={interval ? `${interval.low}/${interval.high}` : 'null'}
              aria-live="off"
            >
              {interval
                ? words.percent(`${words.share(interval.low)}–${words.share(interval.high)}`)
                : '–'}
            </output>
            <small>
              {own(
                interval
                  ? 'page.interval-meaning'
                  : `reason.${result.reasons.interval ?? 'not-orders'}`,
              )}
            </small>
          </dd>
        </div>
        {result.forecast && (
          <div>
            <dt>{own('page.forecast')}</dt>
            <dd>
              <output
                name="forecast.expectedPercent"
                data-value={result.forecast.expectedPercent}
                aria-live="off"
              >
                {words.sharePercent(result.forecast.expectedPercent)}
              </output>
              {result.forecast.chanceOver !== null && (
                <small>
                  {own('page.chance')}{' '}
                  <output
                    name="forecast.chanceOver"
                    data-value={result.forecast.chanceOver}
                    aria-live="off"
                  >
                    {words.sharePercent(String(Number(result.forecast.chanceOver) * 100))}
                  </output>
                </small>
              )}
            </dd>
          </div>
        )}
        {result.fee && <Fee fee={result.fee} words={words} />}
      </dl>
      <Overdue
        rules={rules}
        usedRules={result.usedRules}
        day={result.asOf.slice(0, 10)}
        words={words}
      />
    </>
  );
}
