import { cell, Part } from './Part.tsx';
import { Plot } from './Plot.tsx';
import type { PartOf } from './parts.ts';

/** Before and after a day on which something was done differently. */
export function Changed({ base, result, words, ...rest }: PartOf) {
  const { changed, counts } = result;
  const { own, rate, count } = words;
  if (counts.orders === null) return null;
  const title = own('change.title');
  if (changed === null)
    return (
      <Part
        {...rest}
        words={words}
        id="change"
        title={title}
        say={[own('change.ask')]}
        table={null}
        help={{ page: 'playbooks/desk/targets', title: own('page.change') }}
        why={own('change.why', { count: count(0) })}
      />
    );
  const { before, after, day, p, verdict, leftOut } = changed;
  const of = (side: typeof before) => rate(side.count / Math.max(1, side.orders));
  const sides = [
    { id: 'before', side: before },
    { id: 'since', side: after },
  ];
  return (
    <Part
      {...rest}
      words={words}
      id="change"
      title={title}
      say={[own(`change.${verdict}`, { day, before: of(before), after: of(after), p })]}
      chart={
        <Plot
          id={`${base}-change`}
          title={title}
          desc={own('change.desc')}
          labels={sides.map(({ id }, at) => ({ at, text: own(id) }))}
          from={-0.6}
          to={1.6}
          top={Math.max(...sides.map(({ side }) => Number(side.high ?? 0)), 0.001)}
          figure={rate}
        >
          {({ x, y }) =>
            sides.map(({ id, side }, i) => (
              <g key={id} data-id={id}>
                <path
                  class="log-span"
                  d={`M${x(i).toFixed(1)} ${y(Number(side.low ?? 0)).toFixed(1)}V${y(Number(side.high ?? 0)).toFixed(1)}`}
                />
                <circle
                  class="log-point"
                  cx={x(i).toFixed(1)}
                  cy={y(side.count / Math.max(1, side.orders)).toFixed(1)}
                  r="6"
                />
              </g>
            ))
          }
        </Plot>
      }
      table={{
        head: ['side', 'orders', 'disputed', 'rate', 'interval-95'].map((name) =>
          own(`col.${name}`),
        ),
        rows: sides.map(({ id, side }) => ({
          id,
          cells: [
            cell(own(id)),
            cell(count(side.orders), 'orders', side.orders),
            cell(count(side.count), 'count', side.count),
            cell(of(side)),
            cell(
              side.low === null || side.high === null
                ? ''
                : `${rate(side.low)} – ${rate(side.high)}`,
            ),
          ],
        })),
      }}
      help={{ page: 'playbooks/desk/targets', title: own('page.change') }}
      why={own('change.why', { count: count(leftOut) })}
    />
  );
}
