import { cell, Part } from './Part.tsx';
import { line, Plot } from './Plot.tsx';
import type { PartOf } from './parts.ts';

/** The same disputes by the day of the order and by the day of the dispute. */
export function Clocks({ base, result, words, ...rest }: PartOf) {
  const { byOrder, byDispute, cohorts, delay, chainLadder, stillToCome } = result;
  const { own, rate, count, some } = words;
  if (delay === null) return null;
  const rows = byDispute.periods.map((period) => {
    const placed = byOrder?.periods.find(({ id }) => id === period.id);
    const cohort = cohorts.find(({ id }) => id === period.id);
    return {
      ...period,
      placed,
      cohort,
      byOrder: placed ? placed.num / placed.den : null,
      byDispute: period.den !== null && period.den > 0 ? period.count / period.den : null,
      final: placed?.young && cohort ? Number(cohort.projected) / Math.max(1, cohort.orders) : null,
    };
  });
  const title = own('clocks.title');
  const drawn = rows.flatMap((row, i) => (row.byOrder === null ? [] : [{ ...row, i }]));
  const top = Math.max(
    0.001,
    ...rows.flatMap((row) => [row.byOrder ?? 0, row.byDispute ?? 0, row.final ?? 0]),
  );
  return (
    <Part
      {...rest}
      words={words}
      id="clocks"
      title={title}
      say={[
        delay.median === null || delay.p95 === null
          ? ''
          : own('clocks.sentence', { median: count(delay.median), p95: count(delay.p95) }),
        stillToCome === null
          ? ''
          : own('clocks.open', {
              day: result.asOf.slice(0, 10),
              orders: count(stillToCome.orders),
              open: some(stillToCome.open),
              low: count(stillToCome.low),
              high: count(stillToCome.high),
            }),
      ]}
      chart={
        drawn.length > 1 && (
          <Plot
            id={`${base}-clocks`}
            title={title}
            desc={own('clocks.desc')}
            labels={rows.map(({ id }, at) => ({ at, text: id }))}
            from={0}
            to={rows.length - 1}
            top={top}
            figure={rate}
          >
            {({ x, y }) => (
              <>
                <path
                  class="log-line log-dashed"
                  d={line(
                    rows.flatMap((row, i) =>
                      row.byDispute === null ? [] : [[x(i), y(row.byDispute)] as const],
                    ),
                  )}
                />
                <path
                  class="log-line"
                  d={line(drawn.map((row) => [x(row.i), y(row.byOrder ?? 0)]))}
                />
                {drawn.map((row) => (
                  <g key={row.id} data-id={row.id}>
                    {row.final !== null && (
                      <path
                        class="log-span"
                        d={`M${x(row.i).toFixed(1)} ${y(row.byOrder ?? 0).toFixed(1)}V${y(row.final).toFixed(1)}m-5 0h10`}
                      />
                    )}
                    <circle
                      class={row.placed?.young ? 'log-point log-hollow' : 'log-point'}
                      cx={x(row.i).toFixed(1)}
                      cy={y(row.byOrder ?? 0).toFixed(1)}
                      r="4"
                    />
                  </g>
                ))}
              </>
            )}
          </Plot>
        )
      }
      table={{
        head: ['period', 'orders', 'by-order', 'by-dispute', 'young', 'projected', 'interval'].map(
          (name) => own(`col.${name}`),
        ),
        rows: rows.map((row) => ({
          id: row.id,
          cells: [
            cell(row.id),
            cell(row.base === null ? '' : count(row.base), 'base', row.base),
            cell(
              row.byOrder === null ? '' : `${count(row.placed?.num ?? 0)} (${rate(row.byOrder)})`,
              'num',
              row.placed?.num,
            ),
            cell(
              row.byDispute === null
                ? count(row.count)
                : `${count(row.count)} (${rate(row.byDispute)})`,
              'count',
              row.count,
            ),
            cell(row.placed?.young ? own('yes') : ''),
            cell(row.cohort ? some(row.cohort.projected) : '', 'projected', row.cohort?.projected),
            cell(row.cohort ? `${count(row.cohort.low)} – ${count(row.cohort.high)}` : ''),
          ],
        })),
      }}
      help={{ page: 'reference/metrics', title: own('page.clocks') }}
      why={words.sentences([
        own('clocks.why'),
        chainLadder === null
          ? ''
          : own('clocks.mack', {
              open: some(chainLadder.open),
              error: some(chainLadder.standardError),
            }),
      ])}
    />
  );
}
