interface Point {
  value: number;
  label: string;
}

interface RulerProps {
  title: string;
  /** Written behind every figure. */
  unit: string;
  format: (value: number) => string;
  now: Point;
  after: Point | null;
  /** The range chance alone could explain. */
  band: { low: number; high: number; label: string } | null;
  lines: { id: string; value: number; label: string }[];
}

const WIDTH = 380;
const LEFT = 10;
const RIGHT = WIDTH - 10;
const AXIS = 58;

/** A round upper end that leaves room beyond the largest figure shown. */
function scaleEnd(largest: number): number {
  const wanted = Math.max(largest * 1.15, 0.1);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= wanted) ?? 10;
  return step * power;
}

const anchor = (at: number) => (at > WIDTH * 0.85 ? 'end' : at < WIDTH * 0.15 ? 'start' : 'middle');

/** One rate on a ruler with the lines drawn on it: where it is now, where it would be, how sure that is. */
export function Ruler({ title, unit, format, now, after, band, lines }: RulerProps) {
  const near = lines
    .filter((line) => line.value <= Math.max(now.value, after?.value ?? 0) * 2.2)
    .map((line) => line.value);
  const first = lines[0]?.value ?? 0;
  const end = scaleEnd(
    Math.max(
      now.value,
      after?.value ?? 0,
      first,
      ...near,
      Math.min(band?.high ?? 0, Math.max(now.value, first) * 2),
    ),
  );
  const x = (value: number) => LEFT + (Math.min(value, end) / end) * (RIGHT - LEFT);
  const shown = lines.filter((line) => line.value <= end);
  const points = [now, ...(after ? [after] : [])];
  const said = [
    ...points.map(({ label, value }) => `${label}: ${format(value)}${unit}`),
    ...lines.map(({ label, value }) => `${label}: ${format(value)}${unit}`),
    ...(band ? [`${band.label}: ${format(band.low)}–${format(band.high)}${unit}`] : []),
  ];
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} 118`} role="img" aria-label={`${title}. ${said.join('; ')}`}>
        <line
          x1={LEFT}
          x2={RIGHT}
          y1={AXIS}
          y2={AXIS}
          stroke="var(--c-line-strong)"
          stroke-width="1.5"
        />
        {[0, end / 2, end].map((tick) => (
          <g key={tick}>
            <line
              x1={x(tick)}
              x2={x(tick)}
              y1={AXIS - 3}
              y2={AXIS + 3}
              stroke="var(--c-line-strong)"
            />
            <text
              x={x(tick)}
              y="114"
              text-anchor={tick === 0 ? 'start' : tick === end ? 'end' : 'middle'}
            >
              {format(tick)}
              {unit}
            </text>
          </g>
        ))}
        {band && (
          <rect
            x={x(band.low)}
            width={Math.max(1, x(band.high) - x(band.low))}
            y={AXIS - 6}
            height="12"
            rx="2"
            fill="var(--c-accent-soft)"
            stroke="var(--c-accent)"
            stroke-dasharray="3 3"
          />
        )}
        {shown.map((line, i) => {
          const at = x(line.value);
          const right = at > WIDTH * 0.6;
          const top = i % 2 === 0 ? 11 : 27;
          return (
            <g key={line.id}>
              <line
                x1={at}
                x2={at}
                y1={top - 7}
                y2={AXIS + 10}
                stroke="var(--c-over)"
                stroke-width="1.5"
                stroke-dasharray="5 3"
              />
              <text
                x={right ? at - 5 : at + 5}
                y={top}
                text-anchor={right ? 'end' : 'start'}
                class="strong"
              >
                {line.label} {format(line.value)}
                {unit}
              </text>
            </g>
          );
        })}
        <circle cx={x(now.value)} cy={AXIS} r="6" fill="var(--c-text)" />
        <text x={x(now.value)} y={AXIS + 24} text-anchor={anchor(x(now.value))} class="strong">
          {now.label} {format(now.value)}
          {unit}
        </text>
        {after && (
          <g>
            <path
              d={`M${x(after.value)} ${AXIS - 8}l8 8-8 8-8-8z`}
              fill="var(--c-bg)"
              stroke="var(--c-text)"
              stroke-width="2"
            />
            <text
              x={x(after.value)}
              y={AXIS + 39}
              text-anchor={anchor(x(after.value))}
              class="strong"
            >
              {after.label} {format(after.value)}
              {unit}
            </text>
          </g>
        )}
      </svg>
    </figure>
  );
}
