import type { DisputeLogOk } from '@/calculators/dispute-log/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createWords } from '../shared/words.ts';

/** The words of the log analysis: rates, sums, and the names of causes and groups. */
export function createLogWords(language: Language, strings: Readonly<Record<string, string>>) {
  const common = createWords('dispute-log', language, strings);
  const { own, percent } = common;
  const figure = (digits: number) =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const [none, one, two] = [figure(0), figure(1), figure(2)];
  return {
    ...common,
    /** A share from 0 to 1 in percent: two decimals, none where it is of a whole. */
    rate: (value: number | string) => percent(two.format(100 * Number(value))),
    /** A difference of shares, in percentage points. */
    points: (value: number | string) => two.format(100 * Number(value)),
    share: (value: number | string) => percent(none.format(100 * Number(value))),
    some: (value: number | string) => one.format(Number(value)),
    money: (amount: string | null, currency: string | null) =>
      amount === null
        ? own('fix.no-money')
        : `${two.format(Number(amount))}${currency === null ? '' : `\u00a0${currency}`}`,
    cause: (id: string) => own(`cause.${id}`),
    by: (id: string) => own(`by.${id}`),
    /** The whole answer in one or two sentences. */
    verdict: (result: DisputeLogOk) => {
      const { counts, causes, fixFirst } = result;
      const [cause] = causes;
      const [fix] = fixFirst;
      return common.sentences([
        counts.orders === null || counts.disputedOrders === null
          ? ''
          : own('sentence.rate', {
              disputed: common.count(counts.disputedOrders),
              orders: common.count(counts.orders),
              rate: percent(two.format((100 * counts.disputedOrders) / Math.max(1, counts.orders))),
            }),
        cause
          ? own('sentence.counts', {
              cases: common.count(counts.cases),
              cause: own(`cause.${cause.id}`),
              share: percent(none.format(100 * Number(cause.share))),
            })
          : own('sentence.none', { cases: common.count(counts.cases) }),
        fix && cause
          ? own('sentence.first', { cause: own(`cause.${fix.cause}`), group: fix.group })
          : '',
      ]);
    },
  };
}

export type LogWords = ReturnType<typeof createLogWords>;
