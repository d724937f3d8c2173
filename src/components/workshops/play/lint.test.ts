import { describe, expect, it } from 'vitest';
import type { Graph, Step } from './graph.ts';
import { faultsOf, playMany, walk, type Scored } from './lint.ts';

const step = (id: string, to: string, more: Partial<Step> = {}): Step => ({
  id,
  to,
  tone: 0,
  hours: 1,
  ...more,
});
const end = (pays: string[], claim: 'none' | 'counted' = 'none') => ({
  end: { result: 'agreed' as const, pays, claim },
});
type Nodes = Record<string, Graph['nodes'][string]>;

/** A sound case: talk first and pay less, or pay at once. */
const sound = (): Nodes => ({
  first: {
    choices: [step('ask', 'second', { tone: 1, hours: 5, learns: 'why' }), step('pay', 'all')],
  },
  second: { choices: [step('offer', 'gate', { hours: 3 }), step('pay', 'all')] },
  gate: { goes: [{ when: { knows: 'why', tone: 1 }, to: 'some' }, { to: 'all' }] },
  some: end(['some'], 'counted'),
  all: end(['all']),
});
const scoredOf = (nodes: Nodes, more: Partial<Graph> = {}): Scored => ({
  graph: { start: 'first', tone: 0, clocks: { answer: 120 }, nodes, ...more },
  costOf: (pays) =>
    pays.every((name) => ['some', 'all', 'nothing'].includes(name))
      ? String(pays.reduce((sum, name) => sum + ({ some: 5, all: 20, nothing: 0 }[name] ?? 0), 0))
      : undefined,
  rateOf: (claim) => (claim === 'counted' ? 5 : 4),
});
const faults = (change: (nodes: Nodes) => void, more?: Partial<Graph>) => {
  const nodes = sound();
  change(nodes);
  return faultsOf(scoredOf(nodes, more));
};
const unheld = (nodes: Nodes) => {
  nodes['gate'] = { goes: [{ to: 'some' }] };
};

describe('the linter of cases', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(faults(unheld)).toEqual([]);
  });

  it.each<[string, (nodes: Nodes) => void, string, Partial<Graph>?]>([
    ['no start', unheld, 'starts at “nowhere”', { start: 'nowhere' }],
    [
      'a target that is not there',
      (nodes) => void (nodes['gate'] = { goes: [{ to: 'somewhere' }] }),
      '“gate” leads to “somewhere”',
    ],
    [
      'a node nobody reaches',
      (nodes) => {
        unheld(nodes);
        nodes['attic'] = { choices: [step('a', 'all'), step('b', 'some')] };
      },
      '“attic” is never reached',
    ],
    [
      'a parked node that is reached',
      (nodes) => {
        unheld(nodes);
        nodes['second'] = { ...nodes['second'], parked: true };
      },
      '“second” is parked and can be reached',
    ],
    [
      'a corner without a way out',
      (nodes) => {
        unheld(nodes);
        nodes['gate'] = { choices: [step('round', 'corner'), step('other', 'corner')] };
        nodes['corner'] = { choices: [step('back', 'gate'), step('again', 'gate', { hours: 2 })] };
        nodes['second'] = { choices: [step('offer', 'gate'), step('pay', 'some')] };
      },
      'From “corner” no end can be reached',
    ],
    [
      'a circle that costs nothing',
      (nodes) => {
        unheld(nodes);
        nodes['second'] = {
          choices: [step('offer', 'gate'), step('back', 'first', { hours: 0 }), step('pay', 'all')],
        };
        nodes['first'] = { choices: [step('ask', 'second', { hours: 0 }), step('pay', 'all')] };
      },
      'Round “first” it goes in a circle for nothing',
    ],
    [
      'a circle of nodes that lead on by themselves',
      (nodes) => {
        nodes['gate'] = { goes: [{ when: { tone: 3 }, to: 'some' }, { to: 'loop' }] };
        nodes['loop'] = { hours: 2, goes: [{ to: 'gate' }] };
      },
      'in a circle',
    ],
    [
      'a choice that is never offered',
      (nodes) => {
        unheld(nodes);
        nodes['second'] = {
          choices: [
            step('offer', 'gate', { hours: 3 }),
            step('pay', 'all'),
            step('never', 'some', { when: { knows: 'what' } }),
          ],
        };
      },
      '“second/never” can never be taken',
    ],
    [
      'a choice whose condition always holds',
      (nodes) => {
        unheld(nodes);
        nodes['second'] = {
          choices: [
            step('offer', 'gate', { hours: 3, when: { knows: 'why' } }),
            step('pay', 'all'),
          ],
        };
      },
      'The condition of “second/offer” always holds',
    ],
    ['a condition with one side only', () => undefined, 'Condition 1 of “gate” never turns out no'],
    [
      'a clock that never runs out',
      (nodes) =>
        void (nodes['gate'] = { goes: [{ when: { after: 'answer' }, to: 'all' }, { to: 'some' }] }),
      'Condition 1 of “gate” never turns out yes',
    ],
    [
      'a node that leads on only sometimes',
      (nodes) => void (nodes['gate'] = { goes: [{ when: { tone: 3 }, to: 'some' }] }),
      'Nothing leads on from “gate”',
    ],
    [
      'nobody left a choice',
      (nodes) => {
        unheld(nodes);
        nodes['second'] = {
          choices: [
            step('offer', 'gate', { when: { tone: 2 } }),
            step('pay', 'all', { when: { tone: 3 } }),
          ],
        };
      },
      'At “second” somebody can be left without a choice',
    ],
    [
      'a price nobody knows',
      (nodes) => {
        unheld(nodes);
        nodes['some'] = end(['gold']);
      },
      '“some” pays with something that has no price: gold',
    ],
    [
      'evidence that decides nothing',
      (nodes) => {
        unheld(nodes);
        nodes['gate'] = {
          pieces: [{ id: 'a' }, { id: 'b' }],
          decides: [{ with: ['a'], to: 'some' }],
        };
      },
      '“gate” decides nothing where no condition fits',
    ],
    [
      'a decision that never falls',
      (nodes) => {
        unheld(nodes);
        nodes['gate'] = {
          pieces: [{ id: 'a' }, { id: 'b' }],
          decides: [{ with: ['a'], to: 'some' }, { with: ['a', 'b'], to: 'all' }, { to: 'all' }],
        };
      },
      'No evidence of “gate” makes decision 2, for “all”',
    ],
    [
      'a choice that beats all others',
      (nodes) => {
        unheld(nodes);
        nodes['second'] = {
          choices: [step('offer', 'cheap', { hours: 1 }), step('pay', 'all', { hours: 2 })],
        };
        nodes['cheap'] = end(['nothing']);
        nodes['gate'] = { parked: true, ...end(['some']) };
        nodes['some'] = { parked: true, ...end(['some']) };
      },
      '“second/offer” beats all others on every axis',
    ],
  ])('names %s', (_, change, said, more) => {
    expect(faults(change, more).join('\n')).toContain(said);
  });

  it('takes a parked node for what it is', () => {
    expect(
      faults((nodes) => {
        unheld(nodes);
        nodes['attic'] = { parked: true, choices: [step('a', 'all'), step('b', 'some')] };
      }),
    ).toEqual([]);
  });

  it('lets a circle be that costs time each round', () => {
    const found = faults((nodes) => {
      unheld(nodes);
      nodes['second'] = {
        choices: [step('offer', 'gate'), step('back', 'first', { hours: 4 }), step('pay', 'all')],
      };
    });
    expect(found).toEqual([]);
  });

  it('walks every state once and takes both sides of a condition', () => {
    const nodes = sound();
    nodes['first'] = {
      choices: [
        step('ask', 'second', { tone: 1, hours: 5, learns: 'why' }),
        step('push', 'second', { tone: -1 }),
        step('pay', 'all'),
      ],
    };
    const { hit, states } = walk(scoredOf(nodes).graph);
    expect([...hit].sort()).toEqual(
      [
        'first/ask',
        'first/push',
        'first/pay',
        'second/offer',
        'second/pay',
        'gate/goes 1: yes',
        'gate/goes 1: no',
      ].sort(),
    );
    // first, two ways to second, and from there: paid at once, paid after each, offered after each.
    expect(states.size).toBe(8);
  });

  it('counts what dice do, the same each time', () => {
    const nodes = sound();
    unheld(nodes);
    const of = scoredOf(nodes);
    const dice = (play: number, turn: number, sides: number) => (play + turn) % sides;
    const { hits, ends, endless, spread } = playMany(of, 100, dice);
    // Even plays ask and then pay, odd ones pay at once.
    expect(Object.fromEntries(hits)).toEqual({
      'first/ask': 50,
      'second/pay': 50,
      'first/pay': 50,
    });
    expect(Object.fromEntries(ends)).toEqual({ all: 100 });
    expect(endless).toBe(0);
    expect(spread.cost).toEqual([20, 20]);
    expect(spread.hours).toEqual([1, 6]);
  });
});
