import type { ComponentChildren } from 'preact';

const BOX = { width: 480, height: 250, left: 52, right: 468, top: 14, bottom: 214 };

export interface Scales {
  x: (value: number) => number;
  y: (value: number) => number;
}

interface PlotProps {
  id: string;
  title: string;
  desc: string;
  /** Along the bottom: what stands at which place. Too many are thinned. */
  labels: readonly { at: number; text: string }[];
  from: number;
  to: number;
  /** The highest value; the axis begins at zero. */
  top: number;
  figure: (value: number) => string;
  children: (scales: Scales) => ComponentChildren;
}

/** Labels that fit beside one another. */
const MOST_LABELS = 5;

/** Two axes and what is drawn between them, the same at build and in the browser. */
export function Plot({ id, title, desc, labels, from, to, top, figure, children }: PlotProps) {
  const span = to > from ? to - from : 1;
  const height = top > 0 ? top : 1;
  const x = (value: number) => BOX.left + 8 + ((value - from) / span) * (BOX.right - BOX.left - 16);
  const y = (value: number) => BOX.bottom - (value / height) * (BOX.bottom - BOX.top);
  const every = Math.ceil(labels.length / MOST_LABELS);
  return (
    <figure class="log-plot">
      <svg
        viewBox={`0 0 ${String(BOX.width)} ${String(BOX.height)}`}
        role="img"
        aria-labelledby={`${id}-plot-title ${id}-plot-desc`}
      >
        <title id={`${id}-plot-title`}>{title}</title>
        <desc id={`${id}-plot-desc`}>{desc}</desc>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <path
              class="log-grid"
              d={`M${String(BOX.left)} ${y(height * share).toFixed(1)}H${String(BOX.right)}`}
            />
            <text class="log-tick" x={BOX.left - 6} y={y(height * share) + 4} text-anchor="end">
              {figure(height * share)}
            </text>
          </g>
        ))}
        {labels.map(({ at, text }, i) =>
          i % every === 0 ? (
            <text
              key={text}
              class="log-tick"
              x={x(at)}
              y={BOX.bottom + 18}
              text-anchor={i === 0 ? 'start' : i + every >= labels.length ? 'end' : 'middle'}
            >
              {text}
            </text>
          ) : null,
        )}
        {children({ x, y })}
      </svg>
      <figcaption class="muted">{desc}</figcaption>
    </figure>
  );
}

/** A line through points, in order. */
export const line = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

const ROW = 34;

/** Bars one below the other, each under its name. */
export function Bars({
  id,
  title,
  desc,
  bars,
}: {
  id: string;
  title: string;
  desc: string;
  bars: readonly { id: string; name: string; value: number; said: string }[];
}) {
  const most = Math.max(1e-9, ...bars.map(({ value }) => value));
  return (
    <figure class="log-plot">
      <svg
        viewBox={`0 0 ${String(BOX.width)} ${String(bars.length * ROW + 4)}`}
        role="img"
        aria-labelledby={`${id}-plot-title ${id}-plot-desc`}
      >
        <title id={`${id}-plot-title`}>{title}</title>
        <desc id={`${id}-plot-desc`}>{desc}</desc>
        {bars.map((bar, i) => (
          <g key={bar.id} data-id={bar.id} transform={`translate(0 ${String(i * ROW)})`}>
            <text x="0" y="13">
              {bar.name}
            </text>
            <text x={BOX.width} y="13" text-anchor="end">
              {bar.said}
            </text>
            <rect
              class="log-bar"
              x="0"
              y="18"
              height="10"
              width={((bar.value / most) * BOX.width).toFixed(1)}
            />
          </g>
        ))}
      </svg>
      <figcaption class="muted">{desc}</figcaption>
    </figure>
  );
}
