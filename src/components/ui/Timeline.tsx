interface TimelineRow {
  id: string;
  /** What it is and whose turn it is; written above the bar. */
  label: string;
  /** The end in short, at the far side of the label. */
  endLabel: string;
  from: number;
  to: number;
  /** Whose bar it is; told by pattern as well as by colour. */
  by: 'seller' | 'buyer' | 'platform' | 'both' | 'carrier';
  settled: boolean;
  /** Ends by other figures. */
  marks: number[];
}

interface TimelineProps {
  id: string;
  title: string;
  /** The same in words, row by row. */
  summary: string;
  from: number;
  to: number;
  now: number;
  nowLabel: string;
  rows: TimelineRow[];
  /** Stretches of working time. */
  bands: { from: number; to: number }[];
  ticks: { at: number; label: string }[];
}

const WIDTH = 400;
const LEFT = 8;
const RIGHT = WIDTH - 8;
const TOP = 22;
const ROW = 38;
const BAR = 11;

/** What a second line of words adds to a row. */
const LINE = 14;

/** About how wide a label is drawn; Chinese signs are square. */
const widthOf = (label: string): number =>
  [...label].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 12.5 : 6.8), 0);

/** Who has to act until when, on one line of time: a bar a deadline, the moment it is now, working time shaded. */
export function Timeline({
  id,
  title,
  summary,
  from,
  to,
  now,
  nowLabel,
  rows,
  bands,
  ticks,
}: TimelineProps) {
  const x = (at: number) =>
    Math.round(
      (LEFT + ((Math.min(Math.max(at, from), to) - from) / (to - from)) * (RIGHT - LEFT)) * 10,
    ) / 10;
  // Where a row's name and its end do not fit side by side, the end goes below the name.
  let next = TOP;
  const placed = rows.map((row) => {
    const extra = widthOf(row.label) + widthOf(row.endLabel) + 12 > RIGHT - LEFT ? LINE : 0;
    const top = next;
    next += ROW + extra;
    return { row, top, extra };
  });
  const bottom = next + 6;
  let free = -Infinity;
  const shownTicks = ticks.map((tick) => {
    const middle = x(tick.at);
    const width = widthOf(tick.label);
    const anchor = middle > RIGHT - 22 ? 'end' : middle < LEFT + 22 ? 'start' : 'middle';
    const start = middle - (anchor === 'end' ? width : anchor === 'start' ? 0 : width / 2);
    if (start < free) return { ...tick, anchor, label: '' };
    free = start + width + 8;
    return { ...tick, anchor };
  });
  const height = bottom + 22;
  const at = x(now);
  const stripes = `${id}-stripes`;
  const dots = `${id}-dots`;
  const fill: Record<TimelineRow['by'], string> = {
    seller: 'var(--c-accent)',
    both: `url(#${stripes})`,
    buyer: 'var(--c-surface)',
    platform: `url(#${dots})`,
    carrier: `url(#${dots})`,
  };
  return (
    <figure class="chart timeline">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`${title}. ${summary}`}>
        <defs>
          <pattern
            id={stripes}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--c-surface)" />
            <rect width="3" height="6" fill="var(--c-accent)" />
          </pattern>
          <pattern id={dots} width="5" height="5" patternUnits="userSpaceOnUse">
            <rect width="5" height="5" fill="var(--c-surface)" />
            <circle cx="2.5" cy="2.5" r="1.1" fill="var(--c-text)" />
          </pattern>
        </defs>
        {bands.map((band) => (
          <rect
            key={band.from}
            class="work"
            x={x(band.from)}
            width={Math.max(0, x(band.to) - x(band.from))}
            y={TOP - 4}
            height={bottom - TOP + 4}
            fill="var(--c-accent-soft)"
          />
        ))}
        <line
          x1={LEFT}
          x2={RIGHT}
          y1={bottom}
          y2={bottom}
          stroke="var(--c-line-strong)"
          stroke-width="1.2"
        />
        {shownTicks.map((tick) => (
          <g key={tick.at}>
            <line
              x1={x(tick.at)}
              x2={x(tick.at)}
              y1={bottom}
              y2={bottom + 4}
              stroke="var(--c-line-strong)"
            />
            {tick.label && (
              <text x={x(tick.at)} y={bottom + 17} text-anchor={tick.anchor}>
                {tick.label}
              </text>
            )}
          </g>
        ))}
        <line
          class="now"
          x1={at}
          x2={at}
          y1={TOP - 6}
          y2={bottom}
          stroke="var(--c-over)"
          stroke-width="1.6"
          stroke-dasharray="4 3"
        />
        {placed.map(({ row, top: rowTop, extra }) => {
          const top = rowTop + extra;
          const begin = x(row.from);
          const end = x(row.to);
          return (
            <g key={row.id} data-id={row.id}>
              <text x={LEFT} y={rowTop + 11} class="strong halo">
                {row.label}
              </text>
              <text x={RIGHT} y={top + 11} text-anchor="end" class="halo">
                {row.endLabel}
              </text>
              <rect
                class="bar"
                x={begin}
                width={Math.max(2, end - begin)}
                y={top + 17}
                height={BAR}
                rx="2"
                opacity={row.settled ? 0.45 : 1}
                fill={fill[row.by]}
                stroke={row.by === 'buyer' ? 'var(--c-text)' : 'var(--c-accent)'}
                stroke-width="1.2"
              />
              <line
                x1={end}
                x2={end}
                y1={top + 14}
                y2={top + 31}
                stroke="var(--c-text)"
                stroke-width="2.5"
              />
              {row.marks.map((mark) => (
                <path
                  key={mark}
                  d={`M${x(mark)} ${top + 16}l4 6.5-4 6.5-4-6.5z`}
                  fill="var(--c-surface)"
                  stroke="var(--c-close)"
                  stroke-width="1.5"
                />
              ))}
            </g>
          );
        })}
        <text
          x={at}
          y={12}
          class="strong now-label"
          text-anchor={at > RIGHT - 30 ? 'end' : at < LEFT + 30 ? 'start' : 'middle'}
        >
          {nowLabel}
        </text>
      </svg>
    </figure>
  );
}
