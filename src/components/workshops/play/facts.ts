/**
 * What the real tools say of a made-up case, asked at build: prices, the rate, the clocks, and what the
 * guard of replies warns of. The page of a case carries the answers and none of the tools.
 */
import { flowTexts, type Flow, type FlowWords } from '@/calculators/deadline-planner/index.ts';
import type { Metric } from '@/calculators/dispute-rate/index.ts';
import type { Ask } from '@/calculators/exercise/index.ts';
import { add, exact, toDecimal, ZERO, type Exact } from '@/calculators/shared/exact.ts';
import { formatShare } from '@/calculators/shared/number-format.ts';
import type { Language, Localized } from '@/calculators/shared/rule.ts';
import { HOUR, parseInstant } from '@/calculators/shared/time.ts';
import type { Content } from '@/calculators/shared/tool.ts';
import type { Play } from '@/schemas/play.ts';
import type { Claim, Graph } from './graph.ts';

/** A price as the settlement planner computes it. */
interface Price {
  exact: Exact;
  cost: string;
  /** What reaches the buyer in money; null where it is goods. */
  gives: string | null;
}

interface Clock {
  id: string;
  label: Localized;
  rule: string;
  dueAt: string;
  hours: number;
  /** What happens when it runs out. */
  outcome: Localized;
}

interface Rate {
  percent: string;
  /** For eyes, in each language. */
  shown: Localized;
  /** The highest line reached; null where the metric knows no line. */
  line: Localized | null;
}

/** What the tools say of a made-up case before anybody plays it. */
export interface Facts {
  currency: string;
  digits: number;
  prices: Readonly<Record<string, Price>>;
  /** Up to which an agreement is better than the dearest other way. */
  limit: string;
  /** Null where no rate counts such a case. */
  rate: Readonly<Record<Claim, Rate>> | null;
  clocks: readonly Clock[];
  /** What the guard of replies warns of, by `node/choice`. */
  warned: Readonly<Record<string, Localized>>;
  /** Which of the warnings are of something forbidden, by rule. */
  forbidden: Readonly<Record<string, readonly string[]>>;
}

const LANGUAGES = ['en', 'zh-CN'] as const satisfies readonly Language[];

interface SettlementAnswer {
  kind: string;
  walkAway: string;
  currency: string;
  heldBack: string | null;
  options: {
    id: string;
    step: number | null;
    cost: string | null;
    exact: { num: number; den: number } | null;
    buyerReceives: string | null;
  }[];
}
interface RateAnswer {
  kind: string;
  percent: string;
  lines: { percent: string | null }[];
  tier: string;
}
interface PlannerAnswer {
  kind: string;
  deadlines: {
    id: string;
    ruleId: string | null;
    startsAt: string | null;
    dueAt: string | null;
    onTimeout: string;
  }[];
}
interface GuardAnswer {
  kind: string;
  warnings: { ruleId: string | null; message: string; instead: string | null; severity: string }[];
}

/** Bound to lose, and bound to win: what holding costs once it is decided. */
const RULINGS = { lost: '1', won: '0' } as const;

/**
 * Asks the tools what this case costs, counts and leaves time for.
 *
 * @throws where a tool does not answer: a page with a hole in it should not be built.
 */
export async function factsOf(
  play: Play,
  content: Content,
  ask: Ask,
  asOf: string,
): Promise<Facts> {
  const answer = async <Of extends { kind: string }>(tool: string, input: unknown): Promise<Of> => {
    const found = (await ask(tool, input, asOf)) as unknown as Of;
    if (found.kind !== 'ok')
      throw new Error(`${play.id}: ${tool} does not answer: ${JSON.stringify(found)}`);
    return found;
  };

  const settled = await answer<SettlementAnswer>('settlement', play.settle);
  const prices: Record<string, Price> = {};
  const price = (name: string, option: SettlementAnswer['options'][number] | undefined) => {
    if (!option?.exact || option.cost === null) return;
    prices[name] = {
      exact: exact(BigInt(option.exact.num), BigInt(option.exact.den)),
      cost: option.cost,
      gives: option.buyerReceives,
    };
  };
  for (const option of settled.options)
    price(option.step === null ? option.id : `${option.id}.${option.step}`, option);
  // Somebody at the table may offer what the planner advises no step of: its price is that of a complaint
  // without a cause.
  if (settled.heldBack !== null) {
    const open = { ...play.settle, reason: '', worryFree: '' };
    for (const option of (await answer<SettlementAnswer>('settlement', open)).options)
      if (option.step !== null) price(`${option.id}.${option.step}`, option);
  }
  for (const [name, loseChance] of Object.entries(RULINGS)) {
    const ruled = await answer<SettlementAnswer>('settlement', { ...play.settle, loseChance });
    price(
      name,
      ruled.options.find(({ id }) => id === 'hold'),
    );
  }

  let rate: Facts['rate'] = null;
  if (play.rate) {
    const { metric: id, input } = play.rate;
    const metric = content.collection<Metric>('metrics').get(id);
    if (!metric) throw new Error(`${play.id}: there is no metric “${id}”.`);
    const withOne = async (...more: string[]): Promise<Rate> => {
      const counted = Object.fromEntries(
        more.map((term) => [term, Number(input[term] ?? 0) + 1] as const),
      );
      const { percent, lines, tier } = await answer<RateAnswer>('dispute-rate', {
        metric: id,
        ...input,
        ...counted,
      });
      const named = metric.tiers.find((each) => each.id === tier) ?? metric.base;
      const held = lines.flatMap((line) => line.percent ?? []);
      const shown = {
        en: formatShare('en', percent, held),
        'zh-CN': formatShare('zh-CN', percent, held),
      };
      return { percent, shown, line: metric.tiers.length > 0 ? (named?.label ?? null) : null };
    };
    rate = {
      none: await withOne('confirmed'),
      counted: await withOne('claims'),
      withdrawn: await withOne('claims', 'withdrawn'),
    };
  }

  const { flow, events, from } = play.plan;
  const begins = parseInstant(events[from] ?? '');
  if (begins === null) throw new Error(`${play.id}: “${from}” is no moment of the plan.`);
  const planned = await answer<PlannerAnswer>('deadline-planner', {
    flow,
    events,
    asOf: events[from],
  });
  const flowFile = content.collection<Flow>('flows').get(flow);
  const shared = [...content.collection<FlowWords>('flow-parts').values()][0];
  if (!flowFile || !shared) throw new Error(`${play.id}: there is no flow “${flow}”.`);
  const texts = LANGUAGES.map((language) => flowTexts([flowFile], shared, language));
  const word = (key: string): Localized => {
    const [en, zh] = texts.map((each) => each[`tool.deadline-planner.${key}`]);
    if (!en || !zh) throw new Error(`${play.id}: ${flow} has no word for “${key}”.`);
    return { en, 'zh-CN': zh };
  };
  const clocks = planned.deadlines.flatMap(({ id, ruleId, startsAt, dueAt, onTimeout }) => {
    const due = dueAt === null ? null : parseInstant(dueAt);
    // What was over before the case began is of no use to whoever plays it.
    return startsAt === null || due === null || due <= begins || ruleId === null
      ? []
      : [
          {
            id,
            label: word(`deadline.${id}`),
            rule: ruleId,
            dueAt: dueAt as string,
            hours: (due - begins) / HOUR,
            outcome: word(`timeout.${onTimeout}`),
          },
        ];
  });

  const facts = {
    currency: settled.currency,
    digits: settled.walkAway.split('.')[1]?.length ?? 0,
    prices,
    limit: settled.walkAway,
    rate,
    clocks,
    warned: {} as Record<string, Localized>,
    forbidden: {} as Record<string, readonly string[]>,
  };
  const platform = flowFile.platform;
  for (const [at, { choices = [] }] of Object.entries(play.nodes))
    for (const { id, says, act } of choices) {
      if (act) continue;
      const [en, zh] = await Promise.all(
        LANGUAGES.map((language) =>
          answer<GuardAnswer>('reply-guard', {
            text: says[language].replace(/[{}]/g, ''),
            platform,
            language,
            gloss: language,
          }),
        ),
      );
      if (!en || !zh) continue;
      const name = `${at}/${id}`;
      const [ofEnglish, ofChinese] = [en, zh].map(({ warnings }) =>
        warnings.flatMap(({ severity, ruleId }) =>
          severity === 'forbidden' && ruleId !== null ? [ruleId] : [],
        ),
      ) as [string[], string[]];
      if (ofEnglish.length > 0 !== ofChinese.length > 0)
        throw new Error(
          `${play.id}: in one language only, the guard forbids “${name}”: ${JSON.stringify([en.warnings, zh.warnings])}`,
        );
      if (ofEnglish.length > 0) facts.forbidden[name] = ofEnglish;
      const [one, other] = [en.warnings[0], zh.warnings[0]];
      // A turn of phrase that is only rude in one language must not make two cases of one.
      if (one && other) facts.warned[name] = { en: one.message, 'zh-CN': other.message };
    }
  return facts;
}

/** The course of a case as data: what the guard warns of makes the tone worse by one. */
export const graphOf = (play: Play, facts: Facts): Graph => ({
  start: play.start,
  tone: play.tone,
  clocks: Object.fromEntries(facts.clocks.map(({ id, hours }) => [id, hours])),
  nodes: Object.fromEntries(
    Object.entries(play.nodes).map(([at, node]) => [
      at,
      node.choices
        ? {
            ...node,
            choices: node.choices.map((each) => ({
              ...each,
              tone: each.tone - (facts.warned[`${at}/${each.id}`] ? 1 : 0),
            })),
          }
        : node,
    ]),
  ),
});

/** What an end costs in all; undefined where one of its parts has no price. */
export function costOf(pays: readonly string[], { prices, digits }: Facts): string | undefined {
  let sum = ZERO;
  for (const name of pays) {
    const one = prices[name];
    if (!one) return undefined;
    sum = add(sum, one.exact);
  }
  return toDecimal(sum, digits);
}
