import type { Step } from '../shared/explain.ts';
import type { DisputeLogOk } from './calculate.ts';
import { CUSUM, LIMIT, RUN } from './stats/charts.ts';

const KEY = 'tool.dispute-log.explain';

const step = (section: Step['section'], id: string, values: Step['values'] = {}): Step => ({
  section,
  messageKey: `${KEY}.${id}`,
  values,
  ruleIds: [],
});

/** Why these numbers: what was read, how it was counted, and what would change it. */
export function explain(result: DisputeLogOk): Step[] {
  const { files, counts, byOrder, delay, forecast, groups } = result;
  // Of rows that were left out a page holds the first ones only.
  const steps: Step[] = files.map(({ name, rows, used }) =>
    step('given', 'file', { name, rows, used, left: rows - used }),
  );
  steps.push(step('given', 'as-of', { day: result.asOf.slice(0, 10) }));
  if (result.zone !== null)
    steps.push(
      step('given', 'zone', {
        zone: result.zone,
        moved: files.reduce((sum, { zone }) => sum + (zone?.moved ?? 0), 0),
        unzoned: files.reduce((sum, { zone }) => sum + (zone?.unzoned ?? 0), 0),
      }),
    );
  steps.push(step('done', counts.orders === null ? 'no-base' : 'unit'));
  if (result.counted === 'kept') steps.push(step('done', 'kept'));
  if (counts.unmatched > 0) steps.push(step('done', 'unmatched', { count: counts.unmatched }));
  if (delay?.p95 != null) steps.push(step('done', 'mature', { days: delay.p95 }));
  if (byOrder !== null) {
    steps.push(
      step('done', byOrder.chart.uses, {
        limit: LIMIT,
        run: RUN,
        sigmaZ: byOrder.chart.sigmaZ ?? '',
      }),
    );
    steps.push(step('done', 'cusum', { k: CUSUM.k, h: CUSUM.h }));
    steps.push(step('done', 'cohorts'));
  }
  if (groups.overdispersion !== null) {
    steps.push(step('done', 'groups', { phi: groups.overdispersion.phi }));
    steps.push(step('done', 'shrunk'));
  }
  if (forecast?.refused === null)
    steps.push(step('done', 'forecast', { held: forecast.held, times: forecast.backtest.length }));
  steps.push(step('change', counts.orders === null ? 'add-orders' : 'better-data'));
  return steps;
}
