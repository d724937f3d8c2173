import type { Option, StepValue } from '@/calculators/settlement/index.ts';
import { minorDigits } from '@/calculators/shared/currency-digits.ts';
import { exact, fromDecimal, multiply, toDecimal } from '@/calculators/shared/exact.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createWords } from '../shared/words.ts';

/** The planner's words: sums with their currency, shares, and the names of the ways out. */
export function createSettlementWords(
  language: Language,
  strings: Readonly<Record<string, string>>,
) {
  const common = createWords('settlement', language, strings);
  const { own } = common;
  /**
   * A sum as people write it. The currency is always beside it, but where an axis names it once and
   * only its decimals are asked for.
   */
  const sum = (amount: string, currency: string | null, decimalsOf = currency) => {
    const digits = (decimalsOf === null ? undefined : minorDigits(decimalsOf)) ?? 2;
    const figure = common.decimal(Number(amount), digits);
    return currency === null
      ? figure
      : own('money', { amount: figure, currency }).replaceAll(' ', '\u00a0');
  };
  /** A share such as 0.7 as percent; a figure such as 29.3208 is in percent already. */
  const share = (value: string) =>
    common.percent(toDecimal(multiply(fromDecimal(value), exact(100n)), 0));
  const option = (name: string) => {
    const [id = '', step] = name.split('.');
    return step === undefined ? own(`option.${id}`) : own('option.step', { step });
  };
  const terms = (parts: Option['terms'], currency: string) =>
    parts
      .map(({ id, amount }, i) => {
        const minus = amount.startsWith('-');
        const sign = i === 0 ? (minus ? '− ' : '') : minus ? ' − ' : ' + ';
        const name = own(`term.${id}`);
        return `${sign}${sum(amount.replace('-', ''), currency)} ${name}`;
      })
      .join('') || sum('0', currency);
  /** Fields of the form by their labels. */
  const fields = (names: readonly string[]) =>
    common.list(names.map((name) => own(`field.${name}`)));
  const show = (value: StepValue, currency: string): string | number => {
    if (typeof value !== 'object') return value;
    if ('money' in value) return sum(value.money, currency);
    if ('percent' in value) return share(value.percent);
    if ('option' in value) return option(value.option);
    if ('fields' in value) return fields(value.fields);
    return terms(value.terms, currency);
  };
  return {
    ...common,
    sum,
    share,
    option,
    fields,
    terms,
    sentence: (
      step: { messageKey: string; values: Readonly<Record<string, StepValue>> },
      currency: string,
    ) =>
      common.text(
        step.messageKey,
        Object.fromEntries(
          Object.entries(step.values).map(([name, value]) => [name, show(value, currency)]),
        ),
      ),
  };
}

export type SettlementWords = ReturnType<typeof createSettlementWords>;
