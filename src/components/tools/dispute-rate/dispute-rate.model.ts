import { computed, signal } from '@preact/signals';
import {
  calculate,
  change,
  COMMON_FIELDS,
  decodeInput,
  encodeInput,
  exampleOf,
  parse,
  type DisputeRateInput,
  type DisputeRateResult,
  type Metric,
} from '@/calculators/dispute-rate/index.ts';
import { bookOf, type CitedRule } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createForm } from '../shared/form.model.ts';

/** What was typed: the metric's id, and the text of each field. */
export interface Typed {
  metric: string;
  fields: Readonly<Record<string, string>>;
}

type Outcome =
  | { kind: 'ok'; input: DisputeRateInput; result: DisputeRateResult }
  | Exclude<ReturnType<typeof calculate>, { kind: 'ok' }>
  | Exclude<ReturnType<typeof parse>, { kind: 'input' }>;

export type Answered = Extract<Outcome, { kind: 'ok' }>;

/** The metric the tool opens with. */
export const FIRST = 'aliexpress.snad';

const asText = (value: unknown): string =>
  Array.isArray(value) ? value.join('\n') : String(value);
const asTexts = (input: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(input)
      .filter(([name]) => name !== 'metric')
      .map(([name, value]) => [name, asText(value)]),
  );

/**
 * State of the dispute-rate tool: the form every tool has, and the two sliders of this one.
 *
 * @param metrics that are here; others may be added.
 * @param whenAway hears of a metric that was chosen and is not.
 */
export function createDisputeRate(
  metrics: readonly Metric[],
  rules: readonly CitedRule[],
  language: Language,
  builtOn: string,
  whenAway: (metric: string) => void = () => undefined,
) {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const knowledge = { metrics: byId, rules: new Map(bookOf(rules, language)) };
  const metricOf = (id: string): Metric => {
    const found = byId.get(id);
    if (!found) throw new Error(`The page has no metric ${id}.`);
    return found;
  };
  const given = ({ metric, fields }: Typed) => {
    const names = [...metricOf(metric).terms.map((term) => term.id), ...COMMON_FIELDS];
    const entries = names.flatMap((name) => {
      const text = fields[name]?.trim();
      return text ? [[name, text] as const] : [];
    });
    return { metric, ...Object.fromEntries(entries) };
  };

  const form = createForm<Typed, Outcome>(
    {
      example: (like) => {
        const metric = like?.metric ?? FIRST;
        return { metric, fields: asTexts(exampleOf(metricOf(metric))) };
      },
      empty: ({ metric }) => ({ metric, fields: {} }),
      answer: (typed, asOf) => {
        const read = parse(given(typed), byId);
        if (read.kind !== 'input') return read;
        const result = calculate(read.input, knowledge, asOf);
        return result.kind === 'ok' ? { kind: 'ok', input: read.input, result } : result;
      },
      toLink: (typed) => encodeInput(given(typed)),
      fromLink: (fragment) => {
        const { input, ignored } = decodeInput(fragment, byId);
        const { metric } = input;
        return {
          input: typeof metric === 'string' ? { metric, fields: asTexts(input) } : null,
          leftOut: ignored,
        };
      },
      typed: (typed, name, value) => {
        if (name !== 'metric') return { ...typed, fields: { ...typed.fields, [name]: value } };
        if (!byId.has(value)) whenAway(value);
        return { ...typed, metric: byId.has(value) ? value : typed.metric };
      },
    },
    builtOn,
  );

  const metric = computed(() => metricOf(form.input.value.metric));
  /** The sliders belong to one answer; another answer begins at zero. */
  const moved = signal({ of: '', withdrawals: 0, orders: 0 });
  const sliders = computed(() =>
    moved.value.of === form.permalink.value ? moved.value : { withdrawals: 0, orders: 0 },
  );
  const ifChanged = (answer: Answered, part: Parameters<typeof change>[2]) => {
    const changed = change(answer.input, metricOf(answer.result.metric), part);
    const result = calculate(changed, knowledge, form.asOf.value);
    return result.kind === 'ok' ? result : null;
  };

  return {
    form,
    metric,
    knows: (id: string) => byId.has(id),
    /** Further metrics have come, with their rules. */
    add: (more: readonly Metric[], theirs: readonly CitedRule[]) => {
      for (const each of more) if (!byId.has(each.id)) byId.set(each.id, each);
      for (const [id, rule] of bookOf(theirs, language)) knowledge.rules.set(id, rule);
    },
    choose: (id: string) => {
      if (byId.has(id)) form.choose({ metric: id });
      else whenAway(id);
    },
    /** A metric by its id: an answer drawn a moment later belongs to its own, not to the form's. */
    metricOf,
    sliders,
    slide: (part: { withdrawals?: number; orders?: number }) => {
      moved.value = { ...sliders.peek(), ...part, of: form.permalink.peek() };
    },
    /** The shop after the withdrawals and orders on the sliders; null while both stand at zero. */
    whatIf: (answer: Answered): DisputeRateResult | null => {
      const { withdrawals, orders } = sliders.value;
      return withdrawals === 0 && orders === 0 ? null : ifChanged(answer, { withdrawals, orders });
    },
    /** The same shop with one claim more: what a single complaint weighs at this size. */
    oneMore: (answer: Answered) => ifChanged(answer, { claims: 1 }),
  };
}

export type DisputeRateModel = ReturnType<typeof createDisputeRate>;
