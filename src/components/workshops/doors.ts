import type { Ask } from '@/calculators/exercise/index.ts';
import type { Content, Tool } from '@/calculators/shared/tool.ts';

/** A tool whose page reads plain figures first is asked here with all notations. */
const withReaders =
  <Door>(load: () => Promise<Door>) =>
  async (): Promise<Door> => {
    const [door, { readEverything }] = await Promise.all([
      load(),
      import('@/calculators/shared/every-reader.ts'),
    ]);
    readEverything();
    return door;
  };

/**
 * The tools exercises are solved with, each fetched where an exercise asks it. A list of its own: with
 * the command line's, every new tool would be one more thing the page of an exercise could ask for.
 */
export const doors: Readonly<Record<string, () => Promise<{ tool: Tool }>>> = {
  'case-desk': withReaders(() => import('@/calculators/case-desk/tool.ts')),
  'deadline-planner': withReaders(() => import('@/calculators/deadline-planner/tool.ts')),
  'dispute-rate': withReaders(() => import('@/calculators/dispute-rate/tool.ts')),
  'listing-check': () => import('@/calculators/listing-check/tool.ts'),
  'reply-guard': () => import('@/calculators/reply-guard/tool.ts'),
  'reply-script': () => import('@/calculators/reply-script/tool.ts'),
  settlement: () => import('@/calculators/settlement/tool.ts'),
};

/** Fetches tools before they are asked, so that whoever goes on without a network can. */
export const fetchTools = (tools: Iterable<string>): Promise<unknown> =>
  Promise.all([...new Set(tools)].map((tool) => doors[tool]?.()));

/** Asks the tools of this list with the content a page carries. */
export const askThrough =
  (content: Content): Ask =>
  async (tool, input, asOf) => {
    const load = doors[tool];
    if (!load) throw new Error(`No exercise asks the tool “${tool}”.`);
    return (await load()).tool.run(input, content, asOf);
  };
