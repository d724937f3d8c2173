import type { Asking } from '@/calculators/exercise/index.ts';

/** Tools whose page opens with the very input that was solved. */
const WITH_PAGE: ReadonlySet<string> = new Set([
  'dispute-rate',
  'deadline-planner',
  'listing-check',
  'settlement',
  'reply-script',
]);

/** The tool on whose page a solved case can be looked at: of a case of the desk, its clocks in the planner. */
export const pageToolOf = (tool: string): string =>
  tool === 'case-desk' ? 'deadline-planner' : tool;

/** The page of a tool that opens with what was solved, and its input; null where there is none. */
export function toolPageOf({ tool, input }: Asking): Asking | null {
  const page = pageToolOf(tool);
  if (!WITH_PAGE.has(page)) return null;
  if (page === tool) return { tool, input };
  const [one] = input['cases'] as { flow: string; events: object }[];
  return one
    ? { tool: page, input: { flow: one.flow, events: one.events, asOf: input['asOf'] } }
    : null;
}
