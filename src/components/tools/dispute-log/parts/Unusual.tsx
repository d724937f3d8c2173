import { cell, Part } from './Part.tsx';
import { line, Plot } from './Plot.tsx';
import type { PartOf } from './parts.ts';

/** Is a month unusual: the chart of periods that are old enough. */
export function Unusual({ base, result, words, ...rest }: PartOf) {
  const { byOrder } = result;
  if (byOrder === null) return null;
  const { own, rate, count, some } = words;
  const { chart, periods } = byOrder;
  const wide = chart.uses === 'laney';
  const points = chart.points.flatMap((point) => {
    const period = periods.find(({ id }) => id === point.id);
    return period
      ? [
          {
            ...point,
            rate: period.num / period.den,
            lower: Number(wide ? point.lowLaney : point.low),
            upper: Number(wide ? point.highLaney : point.high),
            out: wide ? point.outsideLaney : point.outside,
            sums: chart.cusum.find(({ id }) => id === point.id),
          },
        ]
      : [];
  });
  const out = points.filter((point) => point.out).map(({ id }) => id);
  const drift = chart.cusum.filter(({ signal }) => signal !== null).map(({ id }) => id);
  const center = Number(chart.center ?? 0);
  const title = own('chart.title');
  const edge = (which: 'lower' | 'upper', x: (v: number) => number, y: (v: number) => number) =>
    line(
      points.flatMap((point, i) => [
        [x(i - 0.5), y(point[which])] as const,
        [x(i + 0.5), y(point[which])] as const,
      ]),
    );
  return (
    <Part
      {...rest}
      words={words}
      id="unusual"
      title={title}
      say={[
        out.length === 0 ? own('chart.quiet') : own('chart.outside', { list: words.list(out) }),
        chart.runs.length === 0
          ? ''
          : own('chart.runs', {
              list: words.list(chart.runs.map(({ from, to }) => `${from} – ${to}`)),
            }),
        drift.length === 0 ? '' : own('chart.drift', { list: words.list(drift) }),
        chart.step === null || Number(chart.step.gain) < 3
          ? ''
          : own('chart.step', {
              id: chart.step.id,
              before: rate(chart.step.before),
              after: rate(chart.step.after),
            }),
        chart.isEnough ? '' : own('chart.few'),
      ]}
      chart={
        points.length > 1 && (
          <Plot
            id={`${base}-unusual`}
            title={title}
            desc={own('chart.desc')}
            labels={points.map(({ id }, at) => ({ at, text: id }))}
            from={-0.5}
            to={points.length - 0.5}
            top={Math.max(
              ...points.map((point) => Math.max(point.rate, Math.min(point.upper, 4 * center))),
            )}
            figure={rate}
          >
            {({ x, y }) => (
              <>
                <path
                  class="log-center"
                  d={`M${x(-0.5).toFixed(1)} ${y(center).toFixed(1)}H${x(points.length - 0.5).toFixed(1)}`}
                />
                <path class="log-limit" d={edge('upper', x, (v) => Math.max(4, y(v)))} />
                <path class="log-limit" d={edge('lower', x, y)} />
                <path class="log-line" d={line(points.map((point, i) => [x(i), y(point.rate)]))} />
                {points.map((point, i) => (
                  <circle
                    key={point.id}
                    class={point.out ? 'log-point log-out' : 'log-point'}
                    data-id={point.id}
                    cx={x(i).toFixed(1)}
                    cy={y(point.rate).toFixed(1)}
                    r={point.out ? 6 : 4}
                  >
                    <title>{`${point.id}${words.colon}${rate(point.rate)}`}</title>
                  </circle>
                ))}
              </>
            )}
          </Plot>
        )
      }
      table={{
        head: [
          'period',
          'orders',
          'disputed',
          'rate',
          'limits',
          'cusum-up',
          'cusum-down',
          'young',
        ].map((name) => own(`col.${name}`)),
        rows: periods.map((period) => {
          const point = points.find(({ id }) => id === period.id);
          return {
            id: period.id,
            cells: [
              cell(period.id),
              cell(count(period.base), 'base', period.base),
              cell(count(period.count), 'count', period.count),
              cell(rate(period.num / period.den), 'rate', (period.num / period.den).toFixed(6)),
              cell(point ? `${rate(point.lower)} – ${rate(point.upper)}` : ''),
              cell(point?.sums ? some(point.sums.up) : '', 'cusumUp', point?.sums?.up),
              cell(point?.sums ? some(point.sums.down) : '', 'cusumDown', point?.sums?.down),
              cell(period.young ? own('yes') : ''),
            ],
          };
        }),
      }}
      help={{ page: 'playbooks/desk/weekly-review', title: own('page.unusual') }}
      why={own('chart.why')}
    />
  );
}
