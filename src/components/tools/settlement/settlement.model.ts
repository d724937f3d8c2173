import { computed, signal } from '@preact/signals';
import {
  calculate,
  decodeInput,
  encodeInput,
  FIELDS,
  type Field,
  type SettlementResult,
} from '@/calculators/settlement/index.ts';
import { bookOf, type CitedRule } from '@/calculators/shared/cited.ts';
import { compare, fromDecimal } from '@/calculators/shared/exact.ts';
import { readMoney } from '@/calculators/shared/money.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createForm } from '../shared/form.model.ts';
import { FIRST_CASE, madeUpCases } from './cases.ts';

/** What the page carries for the tool. */
export interface SettlementPage {
  rules: readonly CitedRule[];
  /** What stands behind the name of each finding: its figure, and how far it carries; by rule id. */
  notes: Readonly<Record<string, string>>;
  strings: Readonly<Record<string, string>>;
}

export type SettlementTyped = Readonly<Record<Field, string>>;

const NONE = Object.fromEntries(FIELDS.map((name) => [name, ''])) as SettlementTyped;

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);
const given = (typed: SettlementTyped) =>
  Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''));

/** State of the planner: the form every tool has, and the bet made before the answer is seen. */
export function createModel(page: SettlementPage, language: Language, builtOn: string) {
  const rules = bookOf(page.rules, language);
  const form = createForm<SettlementTyped, SettlementResult>(
    {
      // A link can ask for the made-up case of a cause; any other cause has none of its own.
      example: (like) => ({
        ...NONE,
        ...(madeUpCases[like?.reason ?? ''] ?? madeUpCases[FIRST_CASE]),
      }),
      empty: ({ platform, reason }) => ({ ...NONE, platform, reason }),
      answer: (typed, asOf) => calculate(given(typed), rules, asOf),
      toLink: (typed) => encodeInput(given(typed)),
      fromLink: (fragment) => {
        const { input, ignored } = decodeInput(fragment);
        return {
          input: Object.keys(input).length > 0 ? { ...NONE, ...input } : null,
          leftOut: ignored.map(({ messageKey, ...rest }) => ({ ...rest, why: messageKey })),
        };
      },
      typed: (typed, name, value) => (isField(name) ? { ...typed, [name]: value } : typed),
    },
    builtOn,
  );
  const caseNow = () => JSON.stringify(form.input.value);
  /** The case a bet was placed on: a bet on another case is no bet on this one. */
  const placedOn = signal<string | null>(null);
  const amount = signal('');
  return {
    form,
    bet: {
      isOn: signal(false),
      amount,
      /** A bet on the case as it stands was read, and the answer may be seen. */
      isPlaced: computed(() => placedOn.value !== null && placedOn.value === caseNow()),
      /** Did a change of the case undo a bet? */
      isUndone: computed(() => placedOn.value !== null && placedOn.value !== caseNow()),
      /** What the buyer asks for, where the bet is above it; null where it is not, or not known. */
      above: computed(() => {
        const outcome = form.outcome.value;
        if (outcome.kind !== 'ok') return null;
        const read = readMoney(amount.value, outcome.currency);
        if ('problem' in read) return null;
        return compare(read.value, fromDecimal(outcome.claim)) > 0 ? outcome.claim : null;
      }),
      place: () => {
        placedOn.value = caseNow();
      },
      withdraw: () => {
        placedOn.value = null;
      },
    },
  };
}

export type SettlementModel = ReturnType<typeof createModel>;
