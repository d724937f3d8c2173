import { clockText } from '@/calculators/exercise/index.ts';
import type { Language, Rule } from '@/calculators/shared/rule.ts';
import { formatFigure } from '@/format-rule.ts';
import type { Play } from '@/schemas/play.ts';
import { costOf, graphOf, type Facts } from './facts.ts';
import type { Claim, Decision, Graph, Node, Result, Step } from './graph.ts';
import { spreadOf, type Spread } from './lint.ts';

/** Where a made-up desk stands. */
export const ZONE = 'Asia/Shanghai';

/** A place the reason can be read at. */
interface Link {
  label: string;
  href: string;
}

/** A choice as a page in one language carries it. */
export interface PageStep extends Step {
  says: string;
  act: boolean;
  is: 'good' | 'mixed' | 'bad';
  why: string;
  /** What the proposal costs, where it is one. */
  cost: string | null;
  warned: string | null;
  forbidden: boolean;
  links: readonly number[];
}

export interface PagePiece {
  id: string;
  text: string;
  counts: boolean;
  why: string;
  links: readonly number[];
}

export interface PageDecision extends Decision {
  why: string;
  links: readonly number[];
}

export interface PageNode extends Node {
  by: 'buyer' | 'platform' | 'note';
  says: string | null;
  choices?: readonly PageStep[] | undefined;
  pieces?: readonly PagePiece[] | undefined;
  decides?: readonly PageDecision[] | undefined;
  end?: { result: Result; pays: readonly string[]; claim: Claim; cost: string } | undefined;
}

/** One case as its page carries it: one language, figures filled in, every link once. */
export interface PlayPage {
  id: string;
  title: string;
  graph: Graph<PageNode>;
  currency: string;
  rate: Readonly<Record<Claim, { percent: string; shown: string; line: string | null }>> | null;
  /** From the best to the worst end this case has, on each axis. */
  spread: Spread;
  motive: string;
  cause: string;
  reveal: string;
  links: readonly Link[];
  strings: Readonly<Record<string, string>>;
}

/** What a page needs besides the case: the rulebook, addresses and titles. */
export interface Shelf {
  language: Language;
  folder: string;
  rule: (id: string) => Rule;
  /** The title of a page of the handbook. */
  titleOf: (page: string) => string;
}

/** A number from a text, the same on every machine. */
const scatter = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
};

/** Authors write the best choice first; on the page it must not be known by its place. */
const mixed = <Item extends { id: string }>(items: readonly Item[] | undefined, at: string) =>
  items &&
  [...items].sort((one, other) => scatter(`${at}/${one.id}`) - scatter(`${at}/${other.id}`));

/** The figure or the sentence of a rule today. */
function figureOf(rule: Rule, language: Language): string {
  const value = rule.values.at(-1)?.value;
  if (value === undefined) throw new Error(`Rule ${rule.id} has no value.`);
  return value === true ? rule.label[language] : formatFigure(language, value, rule.unit);
}

/**
 * Fills the gaps of a text: `{price}`, `{limit}`, `{gives.partial-refund.1}`, `{cost.resend}`,
 * `{due.first-answer}`, `{rule.aliexpress.dispute.first-answer}`.
 *
 * @throws where nothing can fill one.
 */
export const filler =
  (play: Play, facts: Facts, { language, rule }: Pick<Shelf, 'language' | 'rule'>) =>
  (text: string): string =>
    text.replace(/\{([^{}]+)\}/g, (gap, name: string) => {
      const [kind = '', ...rest] = name.split('.');
      const of = rest.join('.');
      const found =
        kind === 'rule'
          ? figureOf(rule(of), language)
          : kind === 'due'
            ? clockText(facts.clocks.find(({ id }) => id === of)?.dueAt ?? '', ZONE)
            : kind === 'gives'
              ? facts.prices[of]?.gives
              : kind === 'cost'
                ? facts.prices[of]?.cost
                : kind === 'limit'
                  ? facts.limit
                  : play.settle[name];
      if (typeof found === 'number' || (typeof found === 'string' && found !== ''))
        return String(found);
      throw new Error(`${play.id}: nothing fills ${gap}.`);
    });

/** The page of a case in one language. */
export function toPage(
  play: Play,
  facts: Facts,
  shelf: Shelf,
  words: { motive: string; cause: string; strings: Readonly<Record<string, string>> },
): PlayPage {
  const { language, folder, rule, titleOf } = shelf;
  const fill = filler(play, facts, shelf);
  const links: Link[] = [];
  const linkTo = (link: Link): number => {
    const at = links.findIndex(({ href }) => href === link.href);
    return at >= 0 ? at : links.push(link) - 1;
  };
  const cite = (id: string | undefined): number[] => {
    if (id === undefined) return [];
    const found = rule(id);
    return [
      linkTo({
        label: found.label[language],
        href: `/${folder}/reference/rulebook/${found.platform}/#${found.id}`,
      }),
    ];
  };
  const read = (page: string) => [linkTo({ label: titleOf(page), href: `/${folder}/${page}/` })];
  const graph = graphOf(play, facts);
  const nodes = Object.entries(play.nodes).map(([at, node]): [string, PageNode] => {
    const tones = new Map(graph.nodes[at]?.choices?.map(({ id, tone }) => [id, tone] as const));
    return [
      at,
      {
        by: node.by,
        says: node.says ? fill(node.says[language]) : null,
        goes: node.goes,
        hours: node.hours,
        choices: mixed(node.choices, `${play.id}/${at}`)?.map((each) => ({
          id: each.id,
          to: each.to,
          hours: each.hours,
          learns: each.learns,
          when: each.when,
          tone: tones.get(each.id) ?? each.tone,
          says: fill(each.says[language]),
          act: each.act === true,
          is: each.is,
          why: fill(each.why[language]),
          cost: each.offers ? (facts.prices[each.offers]?.cost ?? null) : null,
          warned: facts.warned[`${at}/${each.id}`]?.[language] ?? null,
          forbidden: each.forbidden === true,
          links: [...cite(each.rule), ...read(each.page)],
        })),
        pieces: mixed(node.pieces, `${play.id}/${at}`)?.map((each) => ({
          id: each.id,
          text: fill(each.text[language]),
          counts: each.counts,
          why: fill(each.why[language]),
          links: cite(each.rule),
        })),
        decides: node.decides?.map((each) => ({
          with: each.with,
          without: each.without,
          to: each.to,
          why: fill(each.why[language]),
          links: cite(each.rule),
        })),
        end: node.end && { ...node.end, cost: costOf(node.end.pays, facts) ?? '' },
      },
    ];
  });
  return {
    id: play.id,
    title: play.title[language],
    graph: { ...graph, nodes: Object.fromEntries(nodes) },
    currency: facts.currency,
    rate:
      facts.rate &&
      (Object.fromEntries(
        Object.entries(facts.rate).map(([claim, { percent, shown, line }]) => [
          claim,
          { percent, shown: shown[language], line: line?.[language] ?? null },
        ]),
      ) as PlayPage['rate']),
    spread: spreadOf(play, facts),
    reveal: fill(play.reveal[language]),
    links,
    ...words,
  };
}
