import type { DisputeRateResult } from '@/calculators/dispute-rate/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { Ruler } from '../../../ui/Ruler.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import type { DisputeRateModel } from '../dispute-rate.model.ts';
import type { Words } from '../words.ts';

interface LeversProps {
  model: DisputeRateModel;
  result: DisputeRateResult;
  words: Words;
  language: Language;
}

/** Two made-up shop sizes, to show what one claim weighs. They are sizes, not rules. */
const SMALL_SHOP = 30;
const LARGE_SHOP = 3000;

const numberOf = (decimal: string | number) => Number(decimal);

/** What would change the rate: the chart, two sliders, the pairs that just suffice, and the weight of one claim. */
export function Levers({ model, result, words, language }: LeversProps) {
  const { text } = words;
  const metric = model.metric.value;
  const after = model.whatIf.value;
  const more = model.oneMore.value;
  const percentSign = language === 'en' ? '\u00a0%' : '%';
  const counts = result.reasons.ordersNeeded !== 'counts-money' && metric.countsOrders;
  const outcome = model.outcome.value;
  const limit = metric.withdrawal && outcome.kind === 'ok' ? metric.withdrawal : null;
  const amounts = outcome.kind === 'ok' ? outcome.input.amounts : {};
  const amount = (name: string) => {
    const value = amounts[name];
    return value ? Number(value.num / value.den) : 0;
  };
  const mostWithdrawals = limit ? Math.max(0, amount(limit.upTo) - amount(limit.term)) : 0;
  const mostOrders = Math.max(
    50,
    2 * (result.ordersNeeded ?? 0),
    Math.round(numberOf(result.rate.den) / 2),
  );
  const lines = result.lines.flatMap((line) =>
    line.percent !== null && line.applies
      ? [
          {
            id: line.id,
            value: numberOf(line.percent),
            label: line.own ? text('tool.dispute-rate.page.own-line') : words.nameOf(line.id),
          },
        ]
      : [],
  );
  const now = numberOf(result.percent);
  const jump = more ? numberOf(more.percent) - now : null;
  return (
    <div class="levers">
      <Ruler
        title={text('tool.dispute-rate.page.chart')}
        unit={percentSign}
        format={(value) => words.share(String(value))}
        now={{ value: now, label: text('tool.dispute-rate.page.chart-now') }}
        after={
          after
            ? { value: numberOf(after.percent), label: text('tool.dispute-rate.page.chart-after') }
            : null
        }
        band={
          result.interval
            ? {
                low: numberOf(result.interval.low),
                high: numberOf(result.interval.high),
                label: text('tool.dispute-rate.page.interval'),
              }
            : null
        }
        lines={lines}
      />
      <details class="chart-table">
        <summary>{text('tool.dispute-rate.page.chart-table')}</summary>
        <table class="plain-table">
          <tbody>
            {[
              [text('tool.dispute-rate.page.chart-now'), words.share(result.percent)],
              ...(after
                ? [[text('tool.dispute-rate.page.chart-after'), words.share(after.percent)]]
                : []),
              ...(result.interval
                ? [
                    [
                      text('tool.dispute-rate.page.interval'),
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
          <h2>{text('tool.dispute-rate.page.what-if')}</h2>
          <div class="fields">
            {mostWithdrawals > 0 && (
              <Slider
                id="dispute-rate-what-if-withdrawals"
                label={text('tool.dispute-rate.page.slider-withdrawals')}
                value={model.moreWithdrawals.value}
                max={mostWithdrawals}
                shown={words.count(model.moreWithdrawals.value)}
                onInput={(value) => (model.moreWithdrawals.value = value)}
              />
            )}
            <Slider
              id="dispute-rate-what-if-orders"
              label={text('tool.dispute-rate.page.slider-orders')}
              value={model.moreOrders.value}
              max={mostOrders}
              shown={words.count(model.moreOrders.value)}
              onInput={(value) => (model.moreOrders.value = value)}
            />
          </div>
          {after && (
            <p class="what-if-answer">
              {text('tool.dispute-rate.page.what-if-answer', {
                percent: words.share(after.percent),
              })}{' '}
              {text(`tool.dispute-rate.standing.${after.standing}`)}
            </p>
          )}
          <p class="muted">
            {text(limit ? 'tool.dispute-rate.page.honest' : 'tool.dispute-rate.page.honest-orders')}
          </p>
        </>
      )}
      {result.mix && result.mix.length > 1 && (
        <details class="mix">
          <summary>{text('tool.dispute-rate.page.mix')}</summary>
          <ul>
            {result.mix.map(({ withdrawals, orders }) => (
              <li key={withdrawals} data-id={`${withdrawals}-${orders}`}>
                <output name="mix" data-value={`${withdrawals},${orders}`}>
                  {text('tool.dispute-rate.page.mix-pair', {
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
          {text('tool.dispute-rate.page.one-more', {
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
