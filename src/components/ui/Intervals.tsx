interface IntervalsProps {
  title: string;
  /** Ends in percent, and the row in words. */
  rows: { id: string; label: string; low: number; high: number; said: string }[];
  /** What is written at one half. */
  halfLabel: string;
  format: (percent: number) => string;
}

const WIDTH = 400;
const LEFT = 8;
const RIGHT = WIDTH - 8;
const TOP = 20;
const ROW = 34;
const BAR = 10;
/** A share of one value is drawn as a mark this wide. */
const THIN = 3;

const x = (percent: number) => LEFT + (percent / 100) * (RIGHT - LEFT);

/** Shares of which only two ends are known, on one line from nothing to all, with the half marked. */
export function Intervals({ title, rows, halfLabel, format }: IntervalsProps) {
  const foot = TOP + rows.length * ROW;
  return (
    <figure class="chart intervals">
      <svg
        viewBox={`0 0 ${WIDTH} ${foot + 18}`}
        role="img"
        aria-label={`${title}. ${rows.map(({ said }) => said).join('; ')}`}
      >
        <line
          x1={x(50)}
          x2={x(50)}
          y1={TOP - 4}
          y2={foot}
          stroke="var(--c-line-strong)"
          stroke-width="1.5"
          stroke-dasharray="4 3"
        />
        <text x={x(50)} y={TOP - 8} text-anchor="middle" fill="var(--c-muted)" font-size="12">
          {halfLabel}
        </text>
        {rows.map((row, i) => {
          const at = TOP + i * ROW;
          const wide = Math.max(x(row.high) - x(row.low), THIN);
          const from = Math.min(x(row.low), RIGHT - wide);
          return (
            <g key={row.id} data-id={row.id}>
              <text
                x={LEFT}
                y={at + 11}
                fill="currentColor"
                font-size="12"
                stroke="var(--c-bg)"
                stroke-width="4"
                paint-order="stroke"
              >
                {row.label}
              </text>
              <line
                x1={LEFT}
                x2={RIGHT}
                y1={at + 17 + BAR / 2}
                y2={at + 17 + BAR / 2}
                stroke="var(--c-line)"
              />
              <rect
                x={from}
                y={at + 17}
                width={wide}
                height={BAR}
                rx="2"
                fill={i === 0 ? 'var(--c-accent)' : 'var(--c-close)'}
              />
            </g>
          );
        })}
        {[0, 50, 100].map((percent) => (
          <text
            key={percent}
            x={x(percent)}
            y={foot + 14}
            text-anchor={percent === 0 ? 'start' : percent === 100 ? 'end' : 'middle'}
            fill="var(--c-muted)"
            font-size="12"
          >
            {format(percent)}
          </text>
        ))}
      </svg>
    </figure>
  );
}
