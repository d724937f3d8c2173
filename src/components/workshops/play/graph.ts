import type { RESULTS } from '@/schemas/play.ts';

export type Result = (typeof RESULTS)[number];
export type Claim = 'none' | 'counted' | 'withdrawn';

interface Condition {
  tone?: number | undefined;
  knows?: string | undefined;
  lacks?: string | undefined;
  after?: string | undefined;
}

export interface Step {
  id: string;
  to: string;
  tone: number;
  hours: number;
  learns?: string | undefined;
  when?: Condition | undefined;
}

export interface Decision {
  with?: readonly string[] | undefined;
  without?: readonly string[] | undefined;
  to: string;
}

/** What of a node the course of a case depends on, whatever language it speaks. */
export interface Node {
  choices?: readonly Step[] | undefined;
  goes?: readonly { when?: Condition | undefined; to: string }[] | undefined;
  pieces?: readonly { id: string }[] | undefined;
  decides?: readonly Decision[] | undefined;
  /** How long it takes where nobody has to choose: on the way, or at the platform. */
  hours?: number | undefined;
  end?: { result: Result; pays: readonly string[]; claim: Claim } | undefined;
  parked?: true | undefined;
}

export interface Graph<Of extends Node = Node> {
  start: string;
  tone: number;
  nodes: Readonly<Record<string, Of>>;
  /** Hours from the beginning until each clock runs out. */
  clocks: Readonly<Record<string, number>>;
}

export interface State {
  node: string;
  tone: number;
  hours: number;
  knows: readonly string[];
}

/** What was done at a node: a choice by its id, or pieces of evidence by theirs. */
export type Move = string | readonly string[];

/** Tone as a person can tell it apart: from −3, broken off, to 3, trusting. */
const WARMEST = 3;
const within = (tone: number) => Math.max(-WARMEST, Math.min(WARMEST, tone));

/** A walk through silent nodes is short; longer, it goes in a circle. */
const MOST_SILENT = 20;

export const holds = (
  when: Condition | undefined,
  { tone, knows, hours }: State,
  clocks: Graph['clocks'],
): boolean =>
  when === undefined ||
  ((when.tone === undefined || tone >= when.tone) &&
    (when.knows === undefined || knows.includes(when.knows)) &&
    (when.lacks === undefined || !knows.includes(when.lacks)) &&
    (when.after === undefined || hours > (clocks[when.after] ?? Infinity)));

/**
 * Goes on through nodes that lead on by themselves.
 *
 * @throws where nothing leads on, or the way is a circle.
 */
function settle(graph: Graph, from: State): State[] {
  const way: State[] = [from];
  for (let state = from; way.length < MOST_SILENT; way.push(state)) {
    const node = graph.nodes[state.node];
    if (!node) throw new Error(`There is no node “${state.node}”.`);
    if (!node.goes) return way;
    const { node: at } = state;
    const on = node.goes.find(({ when }) => holds(when, state, graph.clocks));
    if (!on) throw new Error(`Nothing leads on from “${at}”.`);
    state = { ...state, node: on.to, hours: state.hours + (node.hours ?? 0) };
  }
  throw new Error(`From “${from.node}” it goes in a circle.`);
}

/** Where it begins: the nodes that are passed before the first thing to decide. */
export const begin = (graph: Graph): State[] =>
  settle(graph, { node: graph.start, tone: within(graph.tone), hours: 0, knows: [] });

/** What can be chosen here and now. */
export const choicesAt = <Of extends Step>(
  {
    nodes,
    clocks,
  }: {
    nodes: Readonly<Record<string, { choices?: readonly Of[] | undefined }>>;
    clocks: Graph['clocks'];
  },
  state: State,
): readonly Of[] =>
  (nodes[state.node]?.choices ?? []).filter(({ when }) => holds(when, state, clocks));

/** What these pieces of evidence decide: the first that fits. */
export function decisionOf<Of extends Decision>(
  decides: readonly Of[],
  chosen: readonly string[],
): Of | undefined {
  return decides.find(
    (each) =>
      (each.with ?? []).every((id) => chosen.includes(id)) &&
      !(each.without ?? []).some((id) => chosen.includes(id)),
  );
}

/**
 * What follows from a move: the state after it, and those it leads on to by itself.
 *
 * @throws where nothing of the kind can be done here.
 */
export function move(graph: Graph, state: State, done: Move): State[] {
  const node = graph.nodes[state.node];
  if (typeof done === 'string') {
    const step = choicesAt(graph, state).find(({ id }) => id === done);
    if (!step) throw new Error(`Nobody can choose “${done}” at “${state.node}”.`);
    const knows =
      step.learns && !state.knows.includes(step.learns)
        ? [...state.knows, step.learns].sort()
        : state.knows;
    return settle(graph, {
      node: step.to,
      tone: within(state.tone + step.tone),
      hours: state.hours + step.hours,
      knows,
    });
  }
  const on = node?.decides && decisionOf(node.decides, done);
  if (!on) throw new Error(`No evidence decides “${state.node}”.`);
  return settle(graph, { ...state, node: on.to, hours: state.hours + (node.hours ?? 0) });
}
