import { batch, computed, signal } from '@preact/signals';
import {
  calculate,
  change,
  COMMON_FIELDS,
  decodeInput,
  encodeInput,
  parse,
  type DisputeRateInput,
  type DisputeRateResult,
  type Metric,
} from '@/calculators/dispute-rate/index.ts';
import type {
  Confidence,
  Language,
  Rule,
  RuleBook,
  RuleFigure,
} from '@/calculators/shared/rule.ts';

/** What the page sends of a rule: enough to compute, to cite and to see that it is due for review. */
export interface CitedRule {
  id: string;
  unit: string;
  label: string;
  address: string;
  confidence: Confidence;
  reviewOn: string;
  values: (Omit<Rule['values'][number], 'gap'> & { publisher: string })[];
  rivals: { value: RuleFigure; unit: string; publisher: string; note: string }[];
}

/** The made-up shop the tool opens with. */
export const EXAMPLE = {
  metric: 'aliexpress.snad',
  fields: { category: 'apparel', claims: '12', withdrawn: '0', confirmed: '188', timedOut: '0' },
} as const;

interface Setup {
  language: Language;
  metrics: readonly Metric[];
  rules: readonly CitedRule[];
  /** The moment to judge by until the page knows the reader's own. */
  builtOn: string;
}

type Outcome =
  | { kind: 'ok'; input: DisputeRateInput; result: DisputeRateResult }
  | Exclude<ReturnType<typeof calculate>, { kind: 'ok' }>
  | Exclude<ReturnType<typeof parse>, { kind: 'input' }>;

const isList = (metric: Metric, name: string) =>
  metric.terms.some((term) => term.id === name && term.kind === 'money-list');

const items = (text: string) =>
  text
    .split(/[;\n\t；、]|,\s+/)
    .map((part) => part.trim())
    .filter(Boolean);

/** State of the dispute-rate tool: what was typed, what it gives, what would change it. */
export function createDisputeRate({ metrics, rules, builtOn }: Setup) {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const book: RuleBook = new Map(rules.map((rule) => [rule.id, rule as unknown as Rule]));
  const knowledge = { metrics: byId, rules: book };

  const asOf = signal(builtOn);
  const metricId = signal<string>(EXAMPLE.metric);
  const fields = signal<Readonly<Record<string, string>>>({ ...EXAMPLE.fields });
  const ignored = signal<readonly { key: string; raw: string; why: string }[]>([]);
  const isExample = signal(true);
  const moreWithdrawals = signal(0);
  const moreOrders = signal(0);

  const metric = computed(() => {
    const found = byId.get(metricId.value);
    if (!found) throw new Error(`The page has no metric ${metricId.value}.`);
    return found;
  });
  const names = computed(() => [...metric.value.terms.map((term) => term.id), ...COMMON_FIELDS]);
  const given = computed(() => {
    const own = metric.value;
    const entries = names.value.flatMap((name) => {
      const text = fields.value[name]?.trim();
      return text ? [[name, isList(own, name) ? items(text) : text] as const] : [];
    });
    return { metric: own.id, ...Object.fromEntries(entries) };
  });
  const outcome = computed<Outcome>(() => {
    const read = parse(given.value, byId);
    if (read.kind !== 'input') return read;
    const result = calculate(read.input, knowledge, asOf.value);
    return result.kind === 'ok' ? { kind: 'ok', input: read.input, result } : result;
  });
  /** The shop after the withdrawals and orders on the sliders; null while both stand at zero. */
  const whatIf = computed<DisputeRateResult | null>(() => {
    const now = outcome.value;
    if (now.kind !== 'ok' || (moreWithdrawals.value === 0 && moreOrders.value === 0)) return null;
    const changed = change(now.input, metric.value, {
      withdrawals: moreWithdrawals.value,
      orders: moreOrders.value,
    });
    const result = calculate(changed, knowledge, asOf.value);
    return result.kind === 'ok' ? result : null;
  });
  /** The same shop with one claim more: what a single complaint weighs at this size. */
  const oneMore = computed<DisputeRateResult | null>(() => {
    const now = outcome.value;
    if (now.kind !== 'ok') return null;
    const result = calculate(change(now.input, metric.value, { claims: 1 }), knowledge, asOf.value);
    return result.kind === 'ok' ? result : null;
  });
  const permalink = computed(() => encodeInput(given.value));

  const resetWhatIf = () => {
    moreWithdrawals.value = 0;
    moreOrders.value = 0;
  };

  return {
    metric,
    fields,
    ignored,
    isExample,
    outcome,
    whatIf,
    oneMore,
    moreWithdrawals,
    moreOrders,
    permalink,
    asOf,
    setMetric: (id: string) =>
      batch(() => {
        metricId.value = id;
        isExample.value = false;
        resetWhatIf();
      }),
    setField: (name: string, text: string) =>
      batch(() => {
        fields.value = { ...fields.value, [name]: text };
        isExample.value = false;
        resetWhatIf();
      }),
    showExample: () =>
      batch(() => {
        metricId.value = EXAMPLE.metric;
        fields.value = { ...EXAMPLE.fields };
        ignored.value = [];
        isExample.value = true;
        resetWhatIf();
      }),
    clear: () =>
      batch(() => {
        fields.value = {};
        ignored.value = [];
        isExample.value = false;
        resetWhatIf();
      }),
    dismissIgnored: () => {
      ignored.value = [];
    },
    /** Fills the form from an address. An address without inputs leaves the form as it is. */
    open: (fragment: string) => {
      if (!fragment.startsWith('#?')) return;
      const { input, ignored: left } = decodeInput(fragment, byId);
      batch(() => {
        ignored.value = left;
        if (typeof input['metric'] !== 'string') return;
        metricId.value = input['metric'];
        fields.value = Object.fromEntries(
          Object.entries(input)
            .filter(([name]) => name !== 'metric')
            .map(([name, value]) => [
              name,
              Array.isArray(value) ? value.join('\n') : String(value),
            ]),
        );
        isExample.value = false;
        resetWhatIf();
      });
    },
  };
}

export type DisputeRateModel = ReturnType<typeof createDisputeRate>;
