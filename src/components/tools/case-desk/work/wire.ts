/**
 * Lines on their way from the worker to the page. Of two thousand a step changes one or two: only those
 * travel, and the rest are called by their ids.
 */
import type { Line, View } from './view.ts';

type Light = Omit<View, 'lines'> & { ids: readonly string[]; fresh: readonly Line[] };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isView = (value: unknown): value is View =>
  isObject(value) && 'lines' in value && 'totals' in value;
const isLight = (value: unknown): value is Light =>
  isObject(value) && 'fresh' in value && 'totals' in value;

/** An answer is a view, holds one as its `view`, or has none. */
function onView(answer: unknown, is: (value: unknown) => boolean, then: (view: never) => unknown) {
  if (is(answer)) return then(answer as never);
  if (isObject(answer) && 'view' in answer && is(answer.view))
    return { ...answer, view: then(answer.view as never) };
  return answer;
}

/** The worker’s end. What it packs has to be sent in the order it was packed in. */
export function createPacker(): (answer: unknown) => unknown {
  let sent: ReadonlyMap<string, Line> = new Map();
  const pack = ({ lines, ...rest }: View): Light => {
    const fresh = lines.filter((line) => sent.get(line.id) !== line);
    sent = new Map(lines.map((line) => [line.id, line]));
    return { ...rest, ids: lines.map(({ id }) => id), fresh };
  };
  return (answer) => onView(answer, isView, pack);
}

/** The page’s end. */
export function createUnpacker(): (answer: unknown) => unknown {
  let held: ReadonlyMap<string, Line> = new Map();
  const unpack = ({ ids, fresh, ...rest }: Light): View => {
    const brought = new Map(fresh.map((line) => [line.id, line]));
    const lines = ids.flatMap((id) => brought.get(id) ?? held.get(id) ?? []);
    held = new Map(lines.map((line) => [line.id, line]));
    return { ...rest, lines };
  };
  return (answer) => onView(answer, isLight, unpack);
}
