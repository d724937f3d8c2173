/** What people complain about, by how often and by how much. */
import { causesOf, isLoss, moneyText, type Log } from './assemble.ts';
import { CAUSES, UNKNOWN } from './causes.ts';
import type { ReadPool } from './read/table.ts';
import { six } from './six.ts';

/** Reasons that nobody knows are listed, the most frequent first, up to here. */
const MOST_UNKNOWN = 200;

/** Shares of a whole that add up, from the largest to the smallest. */
export function cumulate(counts: readonly number[]): { share: number; cumulative: number }[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return { share: whole > 0 ? count / whole : 0, cumulative: whole > 0 ? sum / whole : 0 };
  });
}

/** The currency of most cases: sums over several would mean nothing. */
function mainCurrency(
  { cases }: Log,
  pool: ReadPool,
): { code: number; cases: number; others: number } | null {
  const counts = new Map<number, number>();
  for (let i = 0; i < cases.count; i += 1)
    if (!Number.isNaN(cases.amount[i]))
      counts.set(cases.currency[i] as number, (counts.get(cases.currency[i] as number) ?? 0) + 1);
  const nameOf = (code: number) => (code < 0 ? '' : pool.words.text(code));
  // Of two as frequent the same one, whatever the order of the rows.
  const [first, ...rest] = [...counts].sort(
    (a, b) => b[1] - a[1] || (nameOf(a[0]) < nameOf(b[0]) ? -1 : 1),
  );
  if (!first) return null;
  return {
    code: first[0],
    cases: first[1],
    others: rest.reduce((sum, [, count]) => sum + count, 0),
  };
}

export function paretoOf(log: Log, pool: ReadPool) {
  const ids = CAUSES.map(({ id }) => id);
  const causeOfCase = causesOf(log, pool, ids);
  const main = mainCurrency(log, pool);
  const counts = new Array<number>(ids.length).fill(0);
  const sums = new Array<number>(ids.length).fill(0);
  const unknownCounts = new Map<number, number>();
  let unsaid = 0;
  let whole = 0;
  let noLoss = 0;
  const hasReasons = causeOfCase.some((cause) => cause !== -2);
  for (let i = 0; i < log.cases.count; i += 1) {
    let cause = causeOfCase[i] as number;
    const priced = log.cases.amount[i] as number;
    const isPriced = main !== null && !Number.isNaN(priced) && log.cases.currency[i] === main.code;
    const isLost = isLoss(log.cases.state[i] as number);
    if (isPriced && !isLost) noLoss += 1;
    const amount = isPriced && isLost ? priced : 0;
    whole += amount;
    if (cause === -2) {
      unsaid += 1;
      // Where no file says a reason, products can still be told apart by how often.
      if (!hasReasons) causeOfCase[i] = ids.indexOf(UNKNOWN);
      continue;
    }
    if (cause === -1) {
      const code = log.cases.reason[i] as number;
      unknownCounts.set(code, (unknownCounts.get(code) ?? 0) + 1);
      cause = causeOfCase[i] = ids.indexOf(UNKNOWN);
    }
    counts[cause] = (counts[cause] as number) + 1;
    sums[cause] = (sums[cause] as number) + amount;
  }
  const order = ids
    .map((_, i) => i)
    .filter((i) => (counts[i] as number) > 0)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const shares = cumulate(order.map((i) => counts[i] as number));
  return {
    causeOfCase,
    causes: order.map((i, place) => ({
      id: ids[i] as string,
      count: counts[i] as number,
      share: six((shares[place] as (typeof shares)[number]).share) as string,
      cumulative: six((shares[place] as (typeof shares)[number]).cumulative) as string,
      money: main === null ? null : moneyText(sums[i] as number),
      moneyShare: main === null || whole === 0 ? null : six((sums[i] as number) / whole),
    })),
    unknown: {
      unsaid,
      codes: [...unknownCounts]
        .map(([code, count]) => ({ text: pool.words.text(code), count }))
        .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
        .slice(0, MOST_UNKNOWN),
    },
    money:
      main === null
        ? null
        : {
            currency: main.code < 0 ? null : pool.words.text(main.code),
            total: moneyText(whole),
            /** Cases in other currencies, which are in no sum. */
            otherCurrencies: main.others,
            /** Cases that were withdrawn, turned down or won: they cost nothing, and are in no sum. */
            noLoss,
          },
  };
}
