/**
 * SVG neither breaks lines nor grows a box around its words. This does both, so that a figure is
 * written as words and places, once for a wide column and once for a phone.
 */
export type Tone = 'plain' | 'accent' | 'clear' | 'close' | 'over' | 'sunken';
export type Shape = 'box' | 'barred' | 'dashed' | 'pill' | 'cut' | 'double';
export type Look = 'head' | 'plain' | 'clock' | 'quiet' | 'blank';
export type Point = readonly [x: number, y: number];

export interface Words {
  text: string;
  look?: Look;
}

export type Item =
  | { kind: 'box'; shape: Shape; tone: Tone; x: number; y: number; w: number; h: number }
  | { kind: 'line'; d: string; color: string; weight: number; dash: string | undefined }
  | { kind: 'area'; d: string; color: string }
  | { kind: 'clock'; x: number; y: number }
  | {
      kind: 'text';
      x: number;
      y: number;
      text: string;
      size: number;
      bold: boolean;
      color: string;
      anchor: 'start' | 'middle' | 'end';
    };

export interface Sheet {
  width: number;
  height: number;
  items: Item[];
}

export interface Placed {
  x: number;
  y: number;
  w: number;
  h: number;
  right: number;
  bottom: number;
  middle: number;
  centre: number;
}

/** Tenths of a pixel are enough, and a page of figures is shorter for it. */
const tenth = (value: number) => Math.round(value * 10) / 10;
const trace = (points: Point[]) =>
  points.map(([x, y], index) => `${index ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`).join('');

const SIZE = 15;
const SMALL = 14;
const LEADING = 1.36;
const PAD = 10;
const CLOCK = 20;

const isHan = (char: string) => /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”]/u.test(char);

/** Widths of a roomy sans serif, so that narrower ones fit as well. */
const latinWidth = (char: string) => {
  if (/[\s ijl.,:;'’|!]/.test(char)) return 0.32;
  if (/[frtI()\-–/]/.test(char)) return 0.41;
  if (/[ckszvxy]/.test(char)) return 0.57;
  if (/[mwMW%—]/.test(char)) return 0.95;
  if (/[A-Z]/.test(char)) return 0.7;
  return 0.63;
};

/** How wide a line may become, in pixels. Han beside Latin gets the gap browsers put there. */
export function widthOf(text: string, size: number, bold: boolean): number {
  let width = 0;
  let before = '';
  for (const char of text) {
    const han = isHan(char);
    width += han ? 1 : latinWidth(char) * (bold ? 1.1 : 1);
    if (before && isHan(before) !== han && /[\p{L}\p{N}]/u.test(before + char)) width += 0.12;
    before = char;
  }
  return width * size;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const closes = /^[）”》，。；：、！？)]/u;
const opens = /[（“《(]$/u;
const measured = /^(个|天|次|小时|卢布)/u;
/** Words of the trade that a general dictionary takes apart. */
const whole = ['买家', '卖家', '更贵的', '货不对版', '不响应', '无纠纷'];

/** Where a line may break: between words, never before a closing mark or between figure and unit. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const run of text.replace(/(\d) (?=\p{L})/gu, '$1\u00a0').split(/(?<= )/)) {
    const parts = [...run].some(isHan)
      ? Array.from(segmenter.segment(run), ({ segment }) => segment)
      : [run];
    let fresh = true;
    for (const part of parts) {
      const last = found.at(-1);
      const glued =
        last !== undefined &&
        !fresh &&
        (closes.test(part) ||
          part === ' ' ||
          opens.test(last) ||
          whole.some(
            (word) => (last + part).includes(word) && !part.includes(word) && !last.includes(word),
          ) ||
          (/\d$/.test(last) && (measured.test(part) || !isHan(part.charAt(0)))) ||
          (/个$/.test(last) && /^(工作|自然)/.test(part)) ||
          (/(工作|自然)$/.test(last) && part === '日') ||
          (!isHan(last.slice(-1)) && !isHan(part.charAt(0))));
      if (glued) found[found.length - 1] += part;
      else found.push(part);
      fresh = false;
    }
  }
  return found;
}

function fill(parts: string[], width: number, size: number, bold: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of parts) {
    if (line && widthOf((line + piece).trimEnd(), size, bold) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line ? [...lines, line.trimEnd()] : lines;
}

const pauses = (lines: string[]) =>
  lines.slice(0, -1).filter((line) => /[，。；：、,.;:]$/u.test(line)).length;

/** A card is measured before it is drawn, and drawn on more than one page. */
const wrapped = new Map<string, string[]>();

/** As few lines as fit; of those, the ones that pause where the sentence does, then the most even. */
function wrap(text: string, width: number, size: number, bold = false): string[] {
  const key = `${width} ${size} ${bold} ${text}`;
  const before = wrapped.get(key);
  if (before) return before;
  const parts = pieces(text);
  const lines = fill(parts, width, size, bold);
  let best = lines;
  for (let narrower = width - 4; narrower > width * 0.3; narrower -= 4) {
    const next = fill(parts, narrower, size, bold);
    if (next.length > lines.length) break;
    if (pauses(next) >= pauses(best)) best = next;
  }
  wrapped.set(key, best);
  return best;
}

const bolds: Look[] = ['head', 'clock'];
const sizeOf = (look: Look) => (look === 'quiet' || look === 'blank' ? SMALL : SIZE);
const colorOf = (look: Look) => (look === 'quiet' ? 'var(--c-muted)' : 'var(--c-text)');

export function createSheet(width: number) {
  const items: Item[] = [];
  let lowest = 0;
  const reach = (y: number) => {
    lowest = Math.max(lowest, y);
  };

  /** Words in lines from a top edge down; answers where they end. */
  const words = (
    x: number,
    top: number,
    w: number,
    list: Words[],
    anchor: 'start' | 'middle' | 'end' = 'start',
  ): number => {
    let y = top;
    list.forEach(({ text, look = 'plain' }, index) => {
      if (index > 0) y += 3;
      const size = sizeOf(look);
      const bold = bolds.includes(look);
      const indent = look === 'clock' && anchor === 'start' ? CLOCK : 0;
      const lines = wrap(text, w - indent, size, bold);
      lines.forEach((line, number) => {
        y += size * LEADING;
        const at = anchor === 'start' ? x + indent : anchor === 'middle' ? x + w / 2 : x + w;
        if (indent && number === 0)
          items.push({ kind: 'clock', x: tenth(x + 7), y: tenth(y - size * 0.63) });
        items.push({
          kind: 'text',
          x: tenth(at),
          y: tenth(y - size * 0.28),
          text: line,
          size,
          bold,
          color: colorOf(look),
          anchor,
        });
      });
      if (look === 'blank') {
        y += 16;
        items.push({
          kind: 'line',
          d: trace([
            [x, y],
            [x + w, y],
          ]),
          color: 'var(--c-line-strong)',
          weight: 1,
          dash: '1 4',
        });
      }
    });
    reach(y);
    return y;
  };

  const heightOf = (w: number, list: Words[], anchor: 'start' | 'middle' = 'start') =>
    list.reduce((sum, { text, look = 'plain' }, index) => {
      const indent = look === 'clock' && anchor === 'start' ? CLOCK : 0;
      const lines = wrap(text, w - indent, sizeOf(look), bolds.includes(look)).length;
      return (
        sum + lines * sizeOf(look) * LEADING + (index > 0 ? 3 : 0) + (look === 'blank' ? 16 : 0)
      );
    }, 0);

  const inset = (shape: Shape) =>
    shape === 'barred' ? 6 : shape === 'pill' ? 6 : shape === 'double' ? 3 : 0;

  /** Height a card needs for its words. */
  const cardHeight = (
    w: number,
    list: Words[],
    shape: Shape = 'box',
    anchor: 'start' | 'middle' = 'start',
  ) => {
    const side = PAD + inset(shape);
    const right = shape === 'barred' ? PAD : side;
    return Math.ceil(heightOf(w - side - right, list, anchor) + 2 * 9);
  };

  const card = (
    x: number,
    y: number,
    w: number,
    list: Words[],
    options: {
      shape?: Shape;
      tone?: Tone;
      anchor?: 'start' | 'middle';
      h?: number;
    } = {},
  ): Placed => {
    const { shape = 'box', tone = 'plain', anchor = 'start' } = options;
    const needed = cardHeight(w, list, shape, anchor);
    const h = Math.max(options.h ?? 0, needed);
    items.push({ kind: 'box', shape, tone, x: tenth(x), y: tenth(y), w: tenth(w), h: tenth(h) });
    const left = PAD + inset(shape);
    const right = shape === 'barred' ? PAD : left;
    const top = anchor === 'middle' ? y + 9 + (h - needed) / 2 : y + 9;
    words(x + left, top, w - left - right, list, anchor);
    reach(y + h);
    return { x, y, w, h, right: x + w, bottom: y + h, middle: y + h / 2, centre: x + w / 2 };
  };

  const box = (x: number, y: number, w: number, h: number, tone: Tone, shape: Shape = 'box') => {
    items.push({ kind: 'box', shape, tone, x: tenth(x), y: tenth(y), w: tenth(w), h: tenth(h) });
    reach(y + h);
  };

  const line = (
    points: Point[],
    options: { color?: string; weight?: number; dash?: string } = {},
  ) => {
    items.push({
      kind: 'line',
      d: trace(points),
      color: options.color ?? 'var(--c-muted)',
      weight: options.weight ?? 1.5,
      dash: options.dash,
    });
    for (const [, y] of points) reach(y);
  };

  /** A line whose last point is the tip of an arrow. */
  const arrow = (
    points: Point[],
    options: { color?: string; weight?: number; dash?: string } = {},
  ) => {
    const tip = points.at(-1);
    const from = points.at(-2);
    if (!tip || !from) return;
    const length = Math.hypot(tip[0] - from[0], tip[1] - from[1]) || 1;
    const [dx, dy] = [(tip[0] - from[0]) / length, (tip[1] - from[1]) / length];
    const base: Point = [tip[0] - dx * 8, tip[1] - dy * 8];
    line([...points.slice(0, -1), base], options);
    items.push({
      kind: 'area',
      d: `${trace([tip, [base[0] - dy * 4.5, base[1] + dx * 4.5], [base[0] + dy * 4.5, base[1] - dx * 4.5]])}Z`,
      color: options.color ?? 'var(--c-muted)',
    });
  };

  const area = (points: Point[], color: string) => {
    items.push({
      kind: 'area',
      d: `${trace(points)}Z`,
      color,
    });
    for (const [, y] of points) reach(y);
  };

  /** Slanted strokes inside a rectangle: a mark that survives a black-and-white printer. */
  const hatch = (x: number, y: number, w: number, h: number, color: string, step = 8) => {
    for (let start = -h + step; start < w; start += step) {
      const from = Math.max(start, 0);
      const to = Math.min(start + h, w);
      line(
        [
          [x + from, y + h - (from - start)],
          [x + to, y + h - (to - start)],
        ],
        { color, weight: 1 },
      );
    }
  };

  const sheet = (bottom = 4): Sheet => ({ width, height: Math.ceil(lowest + bottom), items });

  return { words, heightOf, card, cardHeight, box, line, arrow, area, hatch, sheet };
}
