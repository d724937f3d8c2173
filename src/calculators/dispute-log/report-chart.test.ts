import { describe, expect, it } from 'vitest';
import { calculate, type DisputeLogOk } from './calculate.ts';
import { constructedLog, LESSON } from './constructed.ts';
import { isoDay } from './periods.ts';
import { dayNumber } from './read/values.ts';

/** Orders of one day of a month, so many of them disputed ten days later. */
type Month = readonly [id: string, day: number, orders: number, disputed: number];

const log = (months: readonly Month[]) => {
  const rows = months.flatMap(([id, day, orders, disputed]) => {
    const placed = dayNumber(Number(id.slice(0, 4)), Number(id.slice(5)), day);
    return Array.from(
      { length: orders },
      (_, i) => `N${id}-${String(i)},${isoDay(placed)},${i < disputed ? isoDay(placed + 10) : ''}`,
    );
  });
  return new TextEncoder().encode(`order id,order date,dispute date\n${rows.join('\n')}`);
};
const ask = async (bytes: Uint8Array, more: object) => {
  const answer = await calculate({ rows: { name: 'f', bytes }, ...more }, '2027-01-01T00:00:00Z');
  expect(answer.kind, JSON.stringify(answer).slice(0, 300)).toBe('ok');
  return answer as DisputeLogOk;
};
const month = (i: number) =>
  `${String(2025 + Math.floor(i / 12))}-${String(1 + (i % 12)).padStart(2, '0')}`;

/** One month far above the others, none in June, and the last one young. */
const JUMP: readonly Month[] = [
  ['2025-01', 5, 200, 4],
  ['2025-02', 5, 220, 3],
  ['2025-03', 5, 240, 5],
  ['2025-04', 5, 260, 4],
  ['2025-05', 25, 280, 6],
  ['2025-07', 5, 300, 5],
  ['2025-08', 5, 310, 4],
  ['2025-09', 5, 320, 34],
  ['2025-10', 5, 330, 14],
  ['2025-11', 5, 340, 15],
  ['2025-12', 5, 350, 14],
  ['2026-01', 5, 360, 16],
  ['2026-02', 5, 370, 15],
  ['2026-03', 5, 380, 17],
  ['2026-04', 5, 390, 16],
  ['2026-05', 5, 100, 3],
];

describe('a chart of months', () => {
  // All figures by numpy and scipy, from the formulas of Montgomery, Laney, Page and Samuel and Pignatiello.
  it('marks what lies outside, what runs, drifts and steps, by wide limits where months differ', async () => {
    const { byOrder } = await ask(log(JUMP), { asOf: '2026-05-12' });
    const chart = byOrder?.chart;
    expect([chart?.center, chart?.sigmaZ, chart?.isEnough, chart?.uses]).toEqual([
      '0.036989',
      '1.266693',
      true,
      'laney',
    ]);
    expect(byOrder?.periods.filter(({ young }) => young).map(({ id }) => id)).toEqual(['2026-05']);
    expect(chart?.points.map(({ id }) => id)).toEqual(JUMP.slice(0, -1).map(([id]) => id));
    expect(chart?.points[2]).toEqual({
      id: '2025-03',
      z: '-1.326123',
      zLaney: '-1.046918',
      outside: false,
      outsideLaney: false,
      low: '0.000441',
      high: '0.073538',
      lowLaney: '0.000000',
      highLaney: '0.083285',
    });
    expect(chart?.points[7]).toEqual({
      id: '2025-09',
      z: '6.564609',
      zLaney: '5.182478',
      outside: true,
      outsideLaney: true,
      low: '0.005337',
      high: '0.068641',
      lowLaney: '0.000000',
      highLaney: '0.077082',
    });
    expect(chart?.points.filter(({ outside }) => outside).length).toBe(1);
    expect(chart?.runs).toEqual([{ from: '2025-09', to: '2026-04', side: 'up' }]);
    expect(chart?.cusum[6]).toEqual({
      id: '2025-08',
      up: '0.000000',
      down: '5.793310',
      signal: 'down',
    });
    expect(chart?.cusum[7]).toEqual({
      id: '2025-09',
      up: '4.682478',
      down: '0.110831',
      signal: null,
    });
    expect(chart?.cusum.filter(({ signal }) => signal !== null).length).toBe(1);
    expect(chart?.step).toEqual({
      id: '2025-09',
      gain: '18.236899',
      before: '0.017127',
      after: '0.049648',
    });
  });

  it('uses the plain limits where months hardly differ from one to the next', async () => {
    const counts = [20, 19, 20, 18, 19, 17, 18, 10, 9, 8, 7, 6, 5, 4];
    const { byOrder } = await ask(
      log(counts.map((count, i) => [month(i), 5, 400, count] as const)),
      { asOf: '2026-06-01' },
    );
    const chart = byOrder?.chart;
    expect([chart?.center, chart?.sigmaZ, chart?.uses, chart?.isEnough]).toEqual([
      '0.032143',
      '0.425297',
      'p',
      true,
    ]);
    expect(chart?.points[0]).toMatchObject({
      z: '2.024856',
      zLaney: '4.761039',
      outside: false,
      outsideLaney: true,
      lowLaney: '0.020891',
      highLaney: '0.043395',
    });
    // Seven above and seven below are no run of eight.
    expect(chart?.runs).toEqual([]);
    expect(chart?.cusum.map(({ signal }) => signal)).toEqual([
      ...[null, null, null, 'up', 'up', 'up', 'up', 'up', 'up'],
      ...[null, null, null, 'down', 'down'],
    ]);
    expect(chart?.cusum[13]).toMatchObject({ up: '0.000000', down: '8.122672' });
    expect(chart?.step).toEqual({
      id: '2025-08',
      gain: '20.004622',
      before: '0.046786',
      after: '0.017500',
    });
  });

  it('is enough with twelve months, half of which expect five disputes or more', async () => {
    const isEnough = async (orders: readonly number[]) => {
      const months = orders.map((count, i) => [month(i), 5, count, count / 20] as const);
      return (await ask(log(months), { asOf: '2027-01-01' })).byOrder?.chart.isEnough;
    };
    // One order in twenty is disputed: 120 orders expect six, 40 expect two.
    expect(await isEnough(Array<number>(12).fill(120))).toBe(true);
    expect(await isEnough(Array<number>(11).fill(120))).toBe(false);
    expect(await isEnough([...Array<number>(7).fill(120), ...Array<number>(7).fill(40)])).toBe(
      true,
    );
    expect(await isEnough([...Array<number>(6).fill(120), ...Array<number>(8).fill(40)])).toBe(
      false,
    );
  });
});

describe('what is still to come', () => {
  it('is what the young orders lack, in each answer that says it', async () => {
    const answer = await ask(log(JUMP), { asOf: '2026-05-12' });
    // Every dispute comes in the second week: 172 of the 4,650 orders that have lived through it.
    const open = '3.698925';
    expect((172 / 4650) * 100).toBeCloseTo(Number(open), 6);
    expect(answer.delay).toEqual({
      median: 10,
      p90: 10,
      p95: 10,
      developedByWeek: ['0.000000', '1.000000'],
    });
    // The interval by scipy's negative binomial.
    expect(answer.stillToCome).toEqual({ orders: 4750, open, low: 0, high: 9 });
    expect(answer.cohorts.map(({ id }) => id)).toEqual(JUMP.map(([id]) => id));
    expect(answer.cohorts.at(-1)).toEqual({
      id: '2026-05',
      orders: 100,
      seen: 0,
      projected: open,
      low: 0,
      high: 9,
    });
    expect(answer.cohorts.at(-2)).toMatchObject({ seen: 16, projected: '16.000000', high: 16 });
    expect(answer.forecast).toMatchObject({
      refused: null,
      recent: { from: '2026-04-12', to: '2026-05-12', orders: 100, seen: 0, projected: open },
      nextWindow: { from: '2026-05-12', to: '2026-06-11', orders: 100, projected: open },
      held: 9,
      score: '0.000000',
    });
    expect(answer.byDispute.periods.find(({ id }) => id === '2025-06')).toEqual({
      id: '2025-06',
      base: 0,
      count: 6,
      num: 6,
      den: 0,
    });
    expect(answer.byDispute.periods.at(-1)?.id).toBe('2026-05');
    expect(answer.byOrder?.periods.some(({ id }) => id === '2025-06')).toBe(false);
  });

  it('is scored by the width of past intervals and a fine for each that did not hold', async () => {
    const bytes = new TextEncoder().encode(constructedLog({ ...LESSON, orders: 3000 }));
    const { forecast } = await ask(bytes, {});
    if (forecast?.refused !== null) throw new Error('The made-up history is long enough.');
    const scores = forecast.backtest.map(
      ({ low, high, actual }) =>
        high - low + 20 * (Math.max(0, low - actual) + Math.max(0, actual - high)),
    );
    expect(scores.length).toBeGreaterThan(3);
    expect(Math.max(...scores)).toBeGreaterThan(0);
    const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
    expect(Number(forecast.score)).toBeCloseTo(mean, 6);
  });
});

describe('disputes without orders', () => {
  it('are counted by each day of a span, and nothing more is said', async () => {
    const rows = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-03-01'];
    const bytes = new TextEncoder().encode(
      `case id,dispute date,order date\n${rows.map((day, i) => `C${String(i)},${day},${i === 0 ? '1970-01-01' : '2026-01-31'}`).join('\n')}`,
    );
    const answer = await ask(bytes, { asOf: '2026-03-02', period: 'month' });
    expect(answer.byDispute.periods.map(({ id, count }) => [id, count])).toEqual([
      ['2026-01', 1],
      ['2026-02', 2],
      ['2026-03', 2],
    ]);
    expect([answer.cohorts, answer.delay?.developedByWeek]).toEqual([[], []]);
    // 1 and 28 and 29 and 29 days, and 20,484 from the first day there is.
    expect([answer.delay?.median, answer.delay?.p95]).toEqual([29, 20_484]);
  });
});
