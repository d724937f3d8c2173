/** The rules that cap a promise, taken from the kinds of case whose clock runs on the promise. */
import type { CapRules } from './schema.ts';

/** The part of a kind of case that is read here. */
export interface PromiseClocks {
  clocks: readonly (CapRules & { promisedDaysWin?: boolean | undefined })[];
}

/**
 * The cap of the first clock that gives way to the promise on the order page.
 *
 * @throws where no kind of case has one: the site cannot be built without it.
 */
export function capsIn(flows: Iterable<PromiseClocks>): CapRules {
  for (const flow of flows)
    for (const clock of flow.clocks)
      if (clock.promisedDaysWin) return { rule: clock.rule, ruleByCountry: clock.ruleByCountry };
  throw new Error('No kind of case has a clock that the promise on the order page decides.');
}
