import { DIMENSIONS, type Dimension, type DisputeLogOk } from '@/calculators/dispute-log/index.ts';
import { cell, MOST_ROWS, Part } from './Part.tsx';
import { line, Plot } from './Plot.tsx';
import type { PartOf } from './parts.ts';

type Row = NonNullable<DisputeLogOk['groups'][Dimension]>[number];
/** Beyond this many standard deviations a group looks as if it stood out. */
const LOOKS = 2;
const NAMED = 6;
const DRAWN = 200;

/** What helps against a group of each kind. */
const PAGES: Readonly<Record<Dimension, string>> = {
  product: 'playbooks/prevent/listing',
  country: 'playbooks/prevent/delay-countries',
  carrier: 'playbooks/prevent/logistics',
  supplier: 'playbooks/prevent/choosing-goods',
};

/** Orders old enough to be judged: what a group is compared by. */
const sizeOf = ({ mature }: Row) => mature?.base ?? 0;
const rateOf = ({ mature }: Row) => (mature?.count ?? 0) / Math.max(1, mature?.base ?? 1);

function Funnel({
  rows,
  base,
  title,
  words,
}: {
  rows: readonly Row[];
  base: string;
  title: string;
  words: PartOf['words'];
}) {
  const { own, rate, count } = words;
  const known = rows.filter((row) => sizeOf(row) > 0).slice(0, DRAWN);
  const byBase = [...known].sort((a, b) => sizeOf(a) - sizeOf(b));
  const most = Math.max(...known.map(sizeOf));
  const spread = Math.max(
    ...known.map((row) => (row.enough ? Math.max(rateOf(row), Number(row.funnelHigh)) : 0)),
    0.001,
  );
  // A rate of five orders may be anything: it stands at the upper edge, with its figure in the table.
  const top = spread * 1.1;
  const at = (value: number) => Math.min(value, top);
  return (
    <Plot
      id={base}
      title={title}
      desc={own('groups.desc')}
      labels={[0, most / 2, most].map((value) => ({ at: value, text: count(Math.round(value)) }))}
      from={0}
      to={most}
      top={top}
      figure={rate}
    >
      {({ x, y }) => (
        <>
          <path
            class="log-limit"
            d={line(byBase.map((row) => [x(sizeOf(row)), y(at(Number(row.funnelHigh)))]))}
          />
          <path
            class="log-limit"
            d={line(byBase.map((row) => [x(sizeOf(row)), y(at(Number(row.funnelLow)))]))}
          />
          {known.map((row) => (
            <g key={row.id} data-id={row.id}>
              <circle
                class={row.standsOut ? 'log-point log-out' : 'log-point'}
                cx={x(sizeOf(row)).toFixed(1)}
                cy={y(at(rateOf(row))).toFixed(1)}
                r={row.standsOut ? 6 : 4}
              >
                <title>{`${row.id}${words.colon}${rate(rateOf(row))}`}</title>
              </circle>
              {row.standsOut && (
                <text x={x(sizeOf(row))} y={y(at(rateOf(row))) - 9} text-anchor="middle">
                  {row.id.slice(0, 18)}
                </text>
              )}
            </g>
          ))}
        </>
      )}
    </Plot>
  );
}

/** Which products, countries, carriers and suppliers stand out. */
export function Groups({ base, result, words, ...rest }: PartOf) {
  const { own, rate, count } = words;
  const known = DIMENSIONS.flatMap((name) => {
    const rows = result.groups[name];
    return rows && rows.length > 0 ? [[name, rows] as const] : [];
  });
  if (known.length === 0) return null;
  const named = (rows: readonly Row[]) => words.list(rows.slice(0, NAMED).map(({ id }) => id));
  const hasRates = result.counts.orders !== null;
  const first = known.find(([, rows]) => rows.some(({ standsOut }) => standsOut)) ?? known[0];
  const title = own('groups.title');
  // Thousands of groups are put into words for the file only.
  const tableRows = (most: number) =>
    known
      .flatMap(([name, rows]) => rows.slice(0, most).map((row) => ({ name, row })))
      .slice(0, most)
      .map(({ name, row }) => ({
        id: `${name}.${row.id}`,
        cells: [
          cell(`${words.by(name)}${words.colon}${row.id}`),
          cell(row.base === null ? '' : count(row.base), 'base', row.base),
          cell(count(row.count), 'count', row.count),
          cell(row.expected === null ? '' : words.some(row.expected), 'expected', row.expected),
          cell(row.mature === null ? '' : count(row.mature.base), 'mature', row.mature?.base),
          cell(sizeOf(row) === 0 ? '' : rate(rateOf(row))),
          cell(row.shrunk === null ? '' : rate(row.shrunk), 'shrunk', row.shrunk),
          cell(row.low === null || row.high === null ? '' : `${rate(row.low)} – ${rate(row.high)}`),
          cell(
            row.standsOut
              ? own(Number(row.z) > 0 ? 'high' : 'low')
              : hasRates && !row.enough
                ? own('too-few')
                : '',
          ),
        ],
      }));
  const by = first?.[0] ?? 'product';
  return (
    <Part
      {...rest}
      words={words}
      id="groups"
      title={title}
      say={known.flatMap(([name, rows]) => {
        if (!hasRates || rows.length < 2) return [];
        const of = words.by(name);
        const out = rows.filter(({ standsOut }) => standsOut);
        const looks = rows.filter(({ standsOut, z }) => !standsOut && Math.abs(Number(z)) > LOOKS);
        const few = rows.filter(({ enough }) => !enough).length;
        return [
          words.sentences([
            out.length > 0
              ? own('groups.sentence', { by: of, list: named(out) })
              : own('groups.nobody', { by: of }),
            looks.length > 0 ? own('groups.looks', { list: named(looks) }) : '',
            few > 0 ? own('groups.few', { count: count(few) }) : '',
          ]),
        ];
      })}
      chart={
        first !== undefined &&
        hasRates &&
        first[1].length > 2 && (
          <Funnel rows={first[1]} base={`${base}-groups`} title={title} words={words} />
        )
      }
      table={{
        head: [
          'group',
          'orders',
          'count',
          'expected',
          'mature',
          'mature-rate',
          'careful',
          'interval',
          'stands',
        ].map((name) => own(`col.${name}`)),
        rows: tableRows(MOST_ROWS),
        all: () => tableRows(Infinity),
      }}
      help={{ page: PAGES[by], title: own(`page.groups.${by}`) }}
      why={own('groups.why')}
    />
  );
}
