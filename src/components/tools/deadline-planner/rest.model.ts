import { signal } from '@preact/signals';
import { eventsOf } from '@/calculators/deadline-planner/index.ts';
import type {
  Flow,
  PlannerData,
  PlannerInput,
  PlannerResult,
} from '@/calculators/deadline-planner/index.ts';
import { mend } from '@/calculators/shared/permalink.ts';
import { countryOf } from '@/calculators/shared/readers.ts';
import { fetchPack } from '../../platform/packs.ts';
import { toData, type PlannerContent, type PlannerPage, type PlannerRest } from './content.ts';

/**
 * The parts of the content that come when something asks for them: another kind of case, another country,
 * a year that the page's calendars do not hold, a file.
 *
 * @param content of a page; without an address of the rest everything is here.
 */
export function createRest(content: PlannerContent & Partial<PlannerPage>, data: PlannerData) {
  const state = signal<'away' | 'coming' | 'failed' | 'here'>(content.rest ? 'away' : 'here');
  const flows = data.flows as Map<string, Flow>;
  const put = (rest: PlannerRest) => {
    const more = toData({ ...rest, language: content.language });
    for (const [id, flow] of more.flows) flows.set(id, flow);
    for (const [id, rule] of more.rules) (data.rules as Map<string, unknown>).set(id, rule);
    for (const [id, calendar] of more.calendars)
      (data.calendars as Map<string, unknown>).set(id, calendar);
    const { strings, ...all } = rest;
    Object.assign(content, all);
    Object.assign(content.strings ?? {}, strings);
    state.value = 'here';
  };
  /** False where it does not arrive; it may be asked anew. */
  const load = async (): Promise<boolean> => {
    if (state.peek() === 'here' || !content.rest) return true;
    state.value = 'coming';
    try {
      put(await fetchPack<PlannerRest>(content.rest));
      return true;
    } catch {
      state.value = 'failed';
      return false;
    }
  };
  const isAway = (typed: unknown): boolean => {
    const country = typeof typed === 'string' ? (countryOf(typed) ?? null) : null;
    return (
      country !== null &&
      !data.calendars.has(country) &&
      (content.countries?.includes(country) ?? false)
    );
  };
  return {
    state,
    load,
    /** Must an answer wait for the rest? Then it is asked for, unless it has just failed to come. */
    mustWait: (input: PlannerInput, result: PlannerResult): boolean => {
      // Read first: whatever is answered is answered anew when the rest is here.
      const now = state.value;
      if (now === 'here') return false;
      const missing =
        result.kind === 'ok' &&
        result.deadlines.some(
          ({ planMissing, workPlanMissing }) => planMissing !== null || workPlanMissing !== null,
        );
      if (!missing && !isAway(input.buyerCountry) && !isAway(input.workCalendar)) return false;
      // As a step of its own: an answer that is being computed changes nothing.
      if (now === 'away') queueMicrotask(() => void load());
      return true;
    },
    /** Does an address name a kind of case, or an event of one, that is not here? */
    isNeededBy: (fragment: string): boolean => {
      if (state.peek() === 'here') return false;
      const asked = new URLSearchParams(mend(fragment)?.replace(/^#\?/, ''));
      const flow = asked.get('flow')?.normalize('NFKC').trim();
      if (flow !== undefined && !flows.has(flow)) return true;
      // An event may be one of another kind of case.
      const events = new Set([...flows.values()].flatMap(eventsOf));
      return [...asked.keys()].some(
        (key) => key.startsWith('events.') && !events.has(key.slice('events.'.length)),
      );
    },
  };
}

export type Rest = ReturnType<typeof createRest>;
