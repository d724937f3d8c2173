import { useSignal } from '@preact/signals';
import { standingKey } from '@/calculators/dispute-rate/index.ts';
import { Ruler } from '../../../ui/Ruler.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import type { Answered, DisputeRateModel } from '../dispute-rate.model.ts';
import type { Words } from '../words.ts';

interface LeversProps {
  model: DisputeRateModel;
  answer: Answered;
  words: Words;
}

/** Two made-up shop sizes, to show what one claim weighs. They are sizes, not rules. */
const SMALL_SHOP = 30;
const LARGE_SHOP = 3000;

const numberOf = (decimal: string | number) => Number(decimal);

/** What would change the rate: the chart, two sliders, the pairs that just suffice, and the weight of one claim. */
export function Levers({ model, answer, words }: LeversProps) {
  const { own } = words;
  const { result } = answer;
  const isMixOpen = useSignal(false);
  const metric = model.metricOf(result.metric);
  const after = model.whatIf(answer);
  const more = model.oneMore(answer);
  const sliders = model.sliders.value;
  const percentSign = words.percent('');
  const counts =
    result.reasons.ordersNeeded !== 'counts-money' &&
    result.ordersCount === 'now' &&
    metric.countsOrders;
  const limit = metric.withdrawal;
  const amount = (name: string) => {
    const value = answer.input.amounts[name];
    return value ? Number(value.num / value.den) : 0;
  };
  const mostWithdrawals = limit ? Math.max(0, amount(limit.upTo) - amount(limit.term)) : 0;
  const mostOrders = Math.max(
    50,
    2 * (result.ordersNeeded ?? 0),
    Math.round(numberOf(result.rate.den) / 2),
  );
  const nameOf = (tier: string) =>
    metric.tiers.find(({ id }) => id === tier)?.label[words.language] ?? '';
  const lines = result.lines.flatMap((line) =>
    line.percent !== null && line.applies
      ? [
          {
            id: line.id,
            value: numberOf(line.percent),
            label: line.own ? own('page.own-line') : nameOf(line.id),
          },
        ]
      : [],
  );
  const now = numberOf(result.percent);
  const jump = more ? numberOf(more.percent) - now : null;
  return (
    <div class="levers">
      <Ruler
        title={own('page.chart')}
        unit={percentSign}
        format={(value) => words.share(String(value))}
        now={{ value: now, label: own('page.chart-now') }}
        after={after ? { value: numberOf(after.percent), label: own('page.chart-after') } : null}
        band={
          result.interval
            ? {
                low: numberOf(result.interval.low),
                high: numberOf(result.interval.high),
                label: own('page.interval'),
              }
            : null
        }
        lines={lines}
      />
      <details class="chart-table">
        <summary>{own('page.chart-table')}</summary>
        <table class="plain-table">
          <tbody>
            {[
              [own('page.chart-now'), words.share(result.percent)],
              ...(after ? [[own('page.chart-after'), words.share(after.percent)]] : []),
              ...(result.interval
                ? [
                    [
                      own('page.interval'),
                      `${words.share(result.interval.low)}–${words.share(result.interval.high)}`,
                    ],
                  ]
                : []),
              ...lines.map(({ label, value }) => [label, words.share(String(value))]),
            ].map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  {value}
                  {percentSign}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {counts && (
        <>
          <h2 class={after ? undefined : 'screen-only'}>{own('page.what-if')}</h2>
          <div class={after ? 'fields' : 'fields screen-only'}>
            {mostWithdrawals > 0 && (
              <Slider
                id="dispute-rate-what-if-withdrawals"
                label={own('page.slider-withdrawals')}
                value={sliders.withdrawals}
                max={mostWithdrawals}
                shown={words.count(sliders.withdrawals)}
                onInput={(withdrawals) => model.slide({ withdrawals })}
              />
            )}
            <Slider
              id="dispute-rate-what-if-orders"
              label={own('page.slider-orders')}
              value={sliders.orders}
              max={mostOrders}
              shown={words.count(sliders.orders)}
              onInput={(orders) => model.slide({ orders })}
            />
          </div>
          {after && (
            <p class="what-if-answer">
              {own('page.what-if-answer', {
                percent: words.share(after.percent),
              })}{' '}
              {own(standingKey(after))}
            </p>
          )}
          <p class="muted">{own(limit ? 'page.honest' : 'page.honest-orders')}</p>
        </>
      )}
      {result.mix && result.mix.length > 1 && (
        <details
          class="mix screen-only"
          onToggle={(event) => (isMixOpen.value = event.currentTarget.open)}
        >
          <summary>{own('page.mix')}</summary>
          <ul>
            {(isMixOpen.value ? result.mix : []).map(({ withdrawals, orders }) => (
              <li key={withdrawals} data-id={`${withdrawals}-${orders}`}>
                <output name="mix" data-value={`${withdrawals},${orders}`}>
                  {own('page.mix-pair', {
                    withdrawals: words.count(withdrawals),
                    orders: words.count(orders),
                  })}
                </output>
              </li>
            ))}
          </ul>
        </details>
      )}
      {counts && jump !== null && (
        <p class="muted">
          {own('page.one-more', {
            now: words.share(String(jump)),
            small: words.share(String(100 / SMALL_SHOP)),
            smallShop: words.count(SMALL_SHOP),
            large: words.share(String(100 / LARGE_SHOP)),
            largeShop: words.count(LARGE_SHOP),
          })}
        </p>
      )}
    </div>
  );
}
