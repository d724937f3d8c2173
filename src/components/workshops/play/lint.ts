/**
 * Looks a case through as no author can: every choice, both sides of every condition, every choice of
 * evidence. The page asks it for what can be reached; a test asks it for what is wrong.
 */
import type { Play } from '@/schemas/play.ts';
import { costOf, graphOf, type Facts } from './facts.ts';
import {
  begin,
  choicesAt,
  decisionOf,
  holds,
  move,
  type Claim,
  type Graph,
  type Move,
  type State,
} from './graph.ts';

/** Less is better on the first three, more on the last. */
const AXES = ['cost', 'rate', 'hours', 'tone'] as const;
type Axis = (typeof AXES)[number];
type Scores = Readonly<Record<Axis, number>>;
export type Spread = Readonly<Record<Axis, readonly [best: number, worst: number]>>;

/** What of a case decides its scores. */
export interface Scored {
  graph: Graph;
  costOf: (pays: readonly string[]) => string | undefined;
  rateOf: (claim: Claim) => number;
}

export const scored = (play: Play, facts: Facts): Scored => ({
  graph: graphOf(play, facts),
  costOf: (pays) => costOf(pays, facts),
  rateOf: (claim) => Number(facts.rate?.[claim].percent ?? 0),
});

/** Every set of these, none and all among them. */
const setsOf = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);

const movesAt = (graph: Graph, state: State): Move[] => {
  const node = graph.nodes[state.node];
  return node?.pieces
    ? setsOf(node.pieces.map(({ id }) => id))
    : choicesAt(graph, state).map(({ id }) => id);
};

/** A move by its name: the choice, or which decision the evidence led to. */
function labelOf(graph: Graph, { node }: State, done: Move): string {
  if (typeof done === 'string') return done;
  const decides = graph.nodes[node]?.decides ?? [];
  return `decision ${decides.findIndex((each) => each === decisionOf(decides, done)) + 1}`;
}

const nameOf = ({ node, tone, hours, knows }: State) => [node, tone, hours, ...knows].join('|');
/** More states than any case of a workshop has; a graph that goes on for ever is stopped here. */
const MOST_STATES = 60_000;

interface Way {
  move: Move;
  to: string;
  took: number;
}

interface Walk {
  states: ReadonlyMap<string, State>;
  /** From each state: what can be done, where it leads, and how many hours that takes. */
  ways: ReadonlyMap<string, readonly Way[]>;
  /** Choices that were taken, decisions that were made, conditions and how they turned out. */
  hit: ReadonlySet<string>;
  nodes: ReadonlySet<string>;
  faults: readonly string[];
}

/** Takes everything that can be taken. Hours beyond the last clock make no difference and are not told apart. */
export function walk(graph: Graph): Walk {
  const far = Math.max(0, ...Object.values(graph.clocks)) + 1;
  const near = (state: State): State => ({ ...state, hours: Math.min(state.hours, far) });
  const states = new Map<string, State>();
  const ways = new Map<string, Way[]>();
  const hit = new Set<string>();
  const nodes = new Set<string>();
  const faults = new Set<string>();
  const queue: State[] = [];
  const arrive = (way: readonly State[]): string => {
    for (const state of way) {
      nodes.add(state.node);
      const node = graph.nodes[state.node];
      (node?.goes ?? []).some(({ when }, i) => {
        const is = holds(when, state, graph.clocks);
        if (when) hit.add(`${state.node}/goes ${i + 1}: ${is ? 'yes' : 'no'}`);
        return is;
      });
      for (const { id, when } of node?.choices ?? [])
        if (when)
          hit.add(`${state.node}/${id}: ${holds(when, state, graph.clocks) ? 'yes' : 'no'}`);
    }
    const last = near(way.at(-1) as State);
    const name = nameOf(last);
    if (!states.has(name)) {
      states.set(name, last);
      queue.push(last);
    }
    return name;
  };
  const attempt = <Of>(of: () => Of): Of | undefined => {
    try {
      return of();
    } catch (error) {
      faults.add((error as Error).message);
      return undefined;
    }
  };
  const first = attempt(() => begin(graph));
  if (first) arrive(first);
  for (let state = queue.pop(); state; state = queue.pop()) {
    if (states.size > MOST_STATES) {
      faults.add('It has too many states to be walked through.');
      break;
    }
    const from = state;
    const here: Way[] = [];
    ways.set(nameOf(from), here);
    const moves = movesAt(graph, from);
    if (moves.length === 0 && !graph.nodes[from.node]?.end)
      faults.add(`At “${from.node}” somebody can be left without a choice.`);
    for (const done of moves) {
      const way = attempt(() => move(graph, from, done));
      if (!way) continue;
      hit.add(`${from.node}/${labelOf(graph, from, done)}`);
      here.push({
        move: done,
        to: arrive(way),
        took: (way.at(-1) as State).hours - from.hours,
      });
    }
  }
  return { states, ways, hit, nodes, faults: [...faults] };
}

const scoresOf = ({ tone, hours }: State, of: Scored, node: string): Scores | null => {
  const end = of.graph.nodes[node]?.end;
  return end
    ? { cost: Number(of.costOf(end.pays)), rate: of.rateOf(end.claim), hours, tone: -tone }
    : null;
};

/** The best that can still come of each state, axis by axis, hours from here on; less is better. */
function bestOf(of: Scored, { states, ways }: Walk): Map<string, Scores> {
  const best = new Map<string, Scores>();
  for (const [name, state] of states) {
    const scores = scoresOf(state, of, state.node);
    if (scores) best.set(name, { ...scores, hours: 0 });
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const [name, list] of ways) {
      const all = [best.get(name), ...list.map((way) => through(way, best))].filter(
        (each) => !!each,
      );
      if (all.length === 0) continue;
      const next = Object.fromEntries(
        AXES.map((axis) => [axis, Math.min(...all.map((each) => each[axis]))]),
      ) as unknown as Scores;
      const known = best.get(name);
      if (!known || AXES.some((axis) => next[axis] < known[axis])) {
        best.set(name, next);
        changed = true;
      }
    }
  }
  return best;
}

/** What a way can still lead to, with the hours it takes itself. */
function through({ to, took }: Way, best: ReadonlyMap<string, Scores>): Scores | undefined {
  const scores = best.get(to);
  return scores && { ...scores, hours: scores.hours + took };
}

/** From the best to the worst end, axis by axis. */
export function spreadOf(play: Play, facts: Facts): Spread {
  const of = scored(play, facts);
  const { states } = walk(of.graph);
  const ends = [...states.values()].flatMap((state) => scoresOf(state, of, state.node) ?? []);
  return Object.fromEntries(
    AXES.map((axis) => {
      const all = ends.map((each) => each[axis]);
      const pair = [Math.min(...all), Math.max(...all)];
      return [axis, axis === 'tone' ? pair.map((each) => -each || 0) : pair];
    }),
  ) as unknown as Spread;
}

/** Nodes from which some end can be reached, by what stands in the file alone. */
function leadsOut(graph: Graph): Set<string> {
  const out = new Set(Object.keys(graph.nodes).filter((name) => graph.nodes[name]?.end));
  for (let changed = true; changed;) {
    changed = false;
    for (const [name, node] of Object.entries(graph.nodes))
      if (!out.has(name) && targetsOf(node).some((to) => out.has(to))) {
        out.add(name);
        changed = true;
      }
  }
  return out;
}

const targetsOf = ({ choices = [], goes = [], decides = [] }: Graph['nodes'][string]): string[] =>
  [...choices, ...goes, ...decides].map(({ to }) => to);

/** Is there a way from a node back to it on which no time passes and no tone is lost? */
function freeCircles(graph: Graph): string[] {
  const free = (name: string): string[] => {
    const node = graph.nodes[name];
    if (!node) return [];
    return [
      ...(node.hours ? [] : [...(node.goes ?? []), ...(node.decides ?? [])].map(({ to }) => to)),
      ...(node.choices ?? [])
        .filter(({ hours, tone }) => hours === 0 && tone >= 0)
        .map(({ to }) => to),
    ];
  };
  return Object.keys(graph.nodes).filter((start) => {
    const seen = new Set<string>();
    const queue = free(start);
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (at === start) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      queue.push(...free(at));
    }
    return false;
  });
}

/** What is wrong with the course of a case, in words an author can act on; empty where nothing is. */
export function faultsOf(of: Scored): string[] {
  const { graph } = of;
  const faults: string[] = [];
  const names = Object.keys(graph.nodes);
  if (!graph.nodes[graph.start]) return [`It starts at “${graph.start}”, which is not there.`];
  for (const name of names)
    for (const to of targetsOf(graph.nodes[name] ?? {}))
      if (!graph.nodes[to]) faults.push(`“${name}” leads to “${to}”, which is not there.`);
  if (faults.length > 0) return faults;
  const out = leadsOut(graph);
  for (const name of names)
    if (!out.has(name)) faults.push(`From “${name}” no end can be reached.`);
  for (const name of freeCircles(graph))
    faults.push(`Round “${name}” it goes in a circle for nothing.`);
  for (const [name, { end, decides }] of Object.entries(graph.nodes)) {
    if (end && of.costOf(end.pays) === undefined)
      faults.push(`“${name}” pays with something that has no price: ${end.pays.join(', ')}.`);
    if (decides && (decides.at(-1)?.with || decides.at(-1)?.without))
      faults.push(`“${name}” decides nothing where no condition fits.`);
  }
  if (faults.length > 0) return faults;

  const walked = walk(graph);
  faults.push(...walked.faults);
  for (const [name, node] of Object.entries(graph.nodes)) {
    const isReached = walked.nodes.has(name);
    if (node.parked) {
      if (isReached) faults.push(`“${name}” is parked and can be reached.`);
      continue;
    }
    if (!isReached) {
      faults.push(`“${name}” is never reached.`);
      continue;
    }
    for (const { id, when } of node.choices ?? []) {
      if (!walked.hit.has(`${name}/${id}`)) faults.push(`“${name}/${id}” can never be taken.`);
      else if (when && !walked.hit.has(`${name}/${id}: no`))
        faults.push(`The condition of “${name}/${id}” always holds.`);
    }
    node.decides?.forEach(({ to }, i) => {
      if (!walked.hit.has(`${name}/decision ${i + 1}`))
        faults.push(`No evidence of “${name}” makes decision ${i + 1}, for “${to}”.`);
    });
    node.goes?.forEach(({ when }, i) => {
      for (const is of ['yes', 'no'])
        if (when && !walked.hit.has(`${name}/goes ${i + 1}: ${is}`))
          faults.push(`Condition ${i + 1} of “${name}” never turns out ${is}.`);
    });
  }
  faults.push(...easyWins(of, walked));
  return [...new Set(faults)];
}

/** Choices that lead to no less than every other on all axes: then it is no negotiation. */
function easyWins(of: Scored, walked: Walk): string[] {
  const best = bestOf(of, walked);
  const faults: string[] = [];
  for (const [name, list] of walked.ways) {
    const state = walked.states.get(name);
    if (!state || !of.graph.nodes[state.node]?.choices || list.length < 2) continue;
    const each = list.flatMap((way) => {
      const scores = through(way, best);
      return scores ? [{ done: way.move, scores }] : [];
    });
    for (const one of each) {
      const others = each.filter((other) => other !== one);
      const beats = others.every(
        (other) =>
          AXES.every((axis) => one.scores[axis] <= other.scores[axis]) &&
          AXES.some((axis) => one.scores[axis] < other.scores[axis]),
      );
      if (beats) faults.push(`“${state.node}/${String(one.done)}” beats all others on every axis.`);
    }
  }
  return faults;
}

/** Many plays by dice: how often each move was made, and how the ends were spread. */
export interface Plays {
  hits: ReadonlyMap<string, number>;
  ends: ReadonlyMap<string, number>;
  spread: Readonly<Record<Axis, readonly [least: number, most: number]>>;
  /** Plays that did not end in a hundred moves. */
  endless: number;
}

const MOST_MOVES = 100;

/**
 * Plays a case over and over.
 *
 * @param dice a whole number from 0 to below `sides`, the same for the same play and turn.
 */
export function playMany(
  of: Scored,
  times: number,
  dice: (play: number, turn: number, sides: number) => number,
): Plays {
  const hits = new Map<string, number>();
  const ends = new Map<string, number>();
  const count = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1);
  const spread = Object.fromEntries(AXES.map((axis) => [axis, [Infinity, -Infinity]])) as Record<
    Axis,
    [number, number]
  >;
  let endless = 0;
  for (let play = 0; play < times; play += 1) {
    let way = begin(of.graph);
    for (let turn = 0; ; turn += 1) {
      const state = way.at(-1) as State;
      const scores = scoresOf(state, of, state.node);
      if (scores) {
        count(ends, state.node);
        for (const axis of AXES) {
          const value = axis === 'tone' ? -scores[axis] || 0 : scores[axis];
          spread[axis] = [Math.min(spread[axis][0], value), Math.max(spread[axis][1], value)];
        }
        break;
      }
      if (turn === MOST_MOVES) {
        endless += 1;
        break;
      }
      const moves = movesAt(of.graph, state);
      const done = moves[dice(play, turn, moves.length)] as Move;
      count(hits, `${state.node}/${labelOf(of.graph, state, done)}`);
      way = move(of.graph, state, done);
    }
  }
  return { hits, ends, spread, endless };
}
