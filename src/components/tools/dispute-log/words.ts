import type { DisputeLogOk } from '@/calculators/dispute-log/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createWords } from '../shared/words.ts';

/** The words of the log analysis: rates, sums, and the names of causes and groups. */
export function createLogWords(language: Language, strings: Readonly<Record<string, string>>) {
  const common = createWords('dispute-log', language, strings);
  const { own, percent } = common;
  return {
    ...common,
    /** A share from 0 to 1 in percent: two decimals, none where it is of a whole. */
    rate: (value: number | string) => percent(common.decimal(100 * Number(value), 2)),
    /** A difference of shares, in percentage points. */
    points: (value: number | string) => common.decimal(100 * Number(value), 2),
    share: (value: number | string) => percent(common.decimal(100 * Number(value), 0)),
    some: (value: number | string) => common.decimal(Number(value), 1),
    money: (amount: string | null, currency: string | null) =>
      amount === null
        ? own('fix.no-money')
        : `${common.decimal(Number(amount), 2)}${currency === null ? '' : `\u00a0${currency}`}`,
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
              rate: percent(
                common.decimal((100 * counts.disputedOrders) / Math.max(1, counts.orders), 2),
              ),
            }),
        cause
          ? own('sentence.counts', {
              cases: common.count(counts.cases),
              cause: own(`cause.${cause.id}`),
              share: percent(common.decimal(100 * Number(cause.share), 0)),
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
