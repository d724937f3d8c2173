import { begin, choicesAt, decisionOf, move, type Graph, type Move, type State } from './graph.ts';
import type { PageDecision, PageNode, PageStep } from './page.ts';

/** Something that was said or done, as it is read from top to bottom. */
interface Line {
  who: 'buyer' | 'platform' | 'note' | 'you' | 'done';
  text: string;
  hours: number;
}

/** One move with what is said of it in the end. */
export interface Turn {
  move: Move;
  id: string;
  node: PageNode;
  /** Null where evidence was chosen. */
  step: PageStep | null;
  decision: PageDecision | null;
  chosen: readonly string[];
}

/** The whole case so far, told from its beginning: the state holds nothing the moves do not say. */
export function recount(graph: Graph<PageNode>, moves: readonly Move[]) {
  const lines: Line[] = [];
  const turns: Turn[] = [];
  const arrive = (way: readonly State[]): State => {
    for (const { node, hours } of way) {
      const { says, by } = graph.nodes[node] as PageNode;
      if (says !== null) lines.push({ who: by, text: says, hours });
    }
    return way.at(-1) as State;
  };
  let state = arrive(begin(graph));
  for (const done of moves) {
    const node = graph.nodes[state.node] as PageNode;
    const isChoice = typeof done === 'string';
    const step = isChoice
      ? (choicesAt<PageStep>(graph, state).find(({ id }) => id === done) ?? null)
      : null;
    const chosen = isChoice ? [] : done;
    turns.push({
      move: done,
      id: isChoice ? done : state.node,
      node,
      step,
      decision: decisionOf(node.decides ?? [], chosen) ?? null,
      chosen,
    });
    const pieces = (node.pieces ?? []).filter(({ id }) => chosen.includes(id));
    if (step) lines.push({ who: step.act ? 'done' : 'you', text: step.says, hours: state.hours });
    for (const { text } of pieces) lines.push({ who: 'done', text, hours: state.hours });
    state = arrive(move(graph, state, done));
  }
  return { lines, turns, state };
}
