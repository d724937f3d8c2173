import { nameOf, type Option, type SettlementOk } from '@/calculators/settlement/index.ts';
import { groupsOf } from '../groups.ts';
import type { SettlementWords } from '../words.ts';

interface ChartProps {
  base: string;
  result: SettlementOk;
  words: SettlementWords;
}

const BOX = { width: 480, height: 300, left: 76, right: 460, top: 24, bottom: 256 };
const RADIUS = 11;

/** A row of the table that has both a cost and money for the buyer. */
interface Point {
  row: number;
  option: Option;
  x: number;
  y: number;
}

/** Cost to the seller against money for the buyer, one numbered point for each row of the table. */
export function Chart({ base, result, words }: ChartProps) {
  const { own, sum } = words;
  const points: Point[] = result.options.flatMap((option, i) =>
    option.cost === null || option.buyerReceives === null
      ? []
      : [{ row: i + 1, option, x: Number(option.buyerReceives), y: Number(option.cost) }],
  );
  if (points.length < 2) return null;
  /** Drawn first, so that none of them covers one that matters. */
  const isPale = ({ option }: Point) => option.dominatedBy !== null;
  const span = (values: number[]) => ({ low: Math.min(0, ...values), high: Math.max(...values) });
  const across = span(points.map(({ x }) => x));
  const up = span(points.map(({ y }) => y));
  const place = (value: number, { low, high }: typeof up, from: number, to: number) =>
    high === low ? from : from + ((value - low) / (high - low)) * (to - from);
  const px = (x: number) => place(x, across, BOX.left + 2 * RADIUS, BOX.right - RADIUS);
  const py = (y: number) => place(y, up, BOX.bottom - 2 * RADIUS, BOX.top + RADIUS);
  /** Points under which another lies: their numbers stand beside them, where none covers another. */
  const near = (one: Point, two: Point) =>
    Math.hypot(px(one.x) - px(two.x), py(one.y) - py(two.y)) < 2 * RADIUS;
  const covered = groupsOf(points, near).filter((group) => group.length > 1);
  const beside = (group: readonly Point[]) => {
    const across = group.map(({ x }) => px(x));
    const [left, right] = [Math.min(...across), Math.max(...across)];
    const isLeft = right > (BOX.left + BOX.right) / 2;
    return {
      x: isLeft ? left - RADIUS - 4 : right + RADIUS + 4,
      y: group.reduce((sum, { y }) => sum + py(y), 0) / group.length + 4.5,
      anchor: isLeft ? ('end' as const) : ('start' as const),
      text: words.list(
        group
          .map(({ row }) => row)
          .sort((a, b) => a - b)
          .map(String),
      ),
    };
  };
  const figures = (of: typeof up) => [of.low, (of.low + of.high) / 2, of.high];
  const figure = (value: number) => sum(String(value), null, result.currency);
  const title = `${base}-chart-title`;
  const description = `${base}-chart-description`;
  return (
    <figure class="settlement-chart">
      <svg
        viewBox={`0 0 ${String(BOX.width)} ${String(BOX.height)}`}
        role="img"
        aria-labelledby={`${title} ${description}`}
      >
        <title id={title}>{own('chart-title')}</title>
        <desc id={description}>{own('chart-desc')}</desc>
        {figures(across).map((x, i) => (
          <g key={i}>
            <path
              class="grid"
              d={`M${px(x).toFixed(1)} ${String(BOX.top)}V${String(BOX.bottom)}`}
            />
            <text class="tick" x={px(x)} y={BOX.bottom + 16} text-anchor="middle">
              {figure(x)}
            </text>
          </g>
        ))}
        {figures(up).map((y, i) => (
          <g key={i}>
            <path
              class="grid"
              d={`M${String(BOX.left)} ${py(y).toFixed(1)}H${String(BOX.right)}`}
            />
            <text class="tick" x={BOX.left - 6} y={py(y) + 4} text-anchor="end">
              {figure(y)}
            </text>
          </g>
        ))}
        <path
          class="axis"
          fill="none"
          d={`M${String(BOX.left)} ${String(BOX.top)}V${String(BOX.bottom)}H${String(BOX.right)}`}
        />
        <text x={BOX.left} y={BOX.top - 9}>
          {own('chart-y', { currency: result.currency })}
        </text>
        <text x={BOX.right} y={BOX.bottom + 34} text-anchor="end">
          {own('chart-x', { currency: result.currency })}
        </text>
        {[...points.filter(isPale), ...points.filter((point) => !isPale(point))].map(
          ({ row, option, x, y }) => (
            <g
              key={nameOf(option)}
              class={option.dominatedBy ? 'point dominated' : 'point'}
              data-id={nameOf(option)}
              transform={`translate(${px(x).toFixed(1)} ${py(y).toFixed(1)})`}
            >
              <title>
                {`${words.option(nameOf(option))}${words.colon}${sum(option.cost ?? '', result.currency)}`}
              </title>
              <circle r={RADIUS} />
              {!covered.some((group) => group.some((one) => one.row === row)) && (
                <text y="4.5">{row}</text>
              )}
            </g>
          ),
        )}
        {covered.map(beside).map(({ x, y, anchor, text }) => (
          <text key={text} class="beside" x={x} y={y} text-anchor={anchor}>
            {text}
          </text>
        ))}
      </svg>
      <figcaption class="muted">{own('chart-desc')}</figcaption>
    </figure>
  );
}
