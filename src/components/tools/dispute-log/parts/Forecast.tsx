import { cell, Part } from './Part.tsx';
import { Plot } from './Plot.tsx';
import type { PartOf } from './parts.ts';
import { toRateTool } from './rate-link.ts';

/** What comes next, and how such forecasts did before. */
export function Forecast({ base, result, words, folder, ...rest }: PartOf) {
  const { forecast } = result;
  const { own, count, some } = words;
  const title = own('forecast.title');
  const shared = {
    ...rest,
    words,
    folder,
    id: 'forecast',
    title,
    why: own('forecast.why'),
    help: { page: 'playbooks/desk/forecasting', title: own('page.forecast') },
  };
  if (forecast === null) return <Part {...shared} say={[own('forecast.none')]} table={null} />;
  if (forecast.refused !== null)
    return (
      <Part
        {...shared}
        say={[
          own('forecast.refused', {
            days: count(forecast.days),
            disputes: count(forecast.disputes),
            needDays: count(forecast.needs.days),
            needDisputes: count(forecast.needs.disputes),
          }),
        ]}
        table={null}
      />
    );
  const { recent, nextWindow, backtest, held } = forecast;
  return (
    <Part
      {...shared}
      say={[
        own('forecast.sentence', {
          from: recent.from,
          to: recent.to,
          seen: count(recent.seen),
          projected: some(recent.projected),
          low: count(recent.low),
          high: count(recent.high),
        }),
        own('forecast.next', {
          orders: count(nextWindow.orders),
          projected: some(nextWindow.projected),
          low: count(nextWindow.low),
          high: count(nextWindow.high),
        }),
        backtest.length === 0
          ? ''
          : own('forecast.held', { held: count(held), times: count(backtest.length) }),
      ]}
      chart={
        backtest.length > 1 && (
          <Plot
            id={`${base}-forecast`}
            title={title}
            desc={own('forecast.desc')}
            labels={backtest.map(({ cut }, at) => ({ at, text: cut.slice(0, 7) }))}
            from={-0.5}
            to={backtest.length - 0.5}
            top={Math.max(...backtest.map(({ high, actual }) => Math.max(high, actual)))}
            figure={(value) => count(Math.round(value))}
          >
            {({ x, y }) =>
              backtest.map((made, i) => (
                <g key={made.cut} data-id={made.cut}>
                  <path
                    class="log-span"
                    d={`M${x(i).toFixed(1)} ${y(made.low).toFixed(1)}V${y(made.high).toFixed(1)}`}
                  />
                  <circle
                    class={
                      made.actual < made.low || made.actual > made.high
                        ? 'log-point log-out'
                        : 'log-point'
                    }
                    cx={x(i).toFixed(1)}
                    cy={y(made.actual).toFixed(1)}
                    r="5"
                  />
                </g>
              ))
            }
          </Plot>
        )
      }
      table={{
        head: ['morning', 'orders', 'projected', 'interval', 'actual'].map((name) =>
          own(`col.${name}`),
        ),
        rows: backtest.map((made) => ({
          id: made.cut,
          cells: [
            cell(made.cut),
            cell(count(made.orders), 'orders', made.orders),
            cell(some(made.projected), 'projected', made.projected),
            cell(`${count(made.low)} – ${count(made.high)}`),
            cell(count(made.actual), 'actual', made.actual),
          ],
        })),
      }}
    >
      <p>
        <a class="tool-link" href={`/${folder}/tools/dispute-rate/${toRateTool(nextWindow)}`}>
          {own('forecast.rate-tool', {
            orders: count(nextWindow.orders),
            projected: some(nextWindow.projected),
          })}
        </a>
      </p>
    </Part>
  );
}
