/** The words of flows as interface texts, under the keys the planner's results point at. */
import type { Language } from '../shared/rule.ts';
import { idsIn, type Flow, type FlowWords } from './flow.ts';

const KEY = 'tool.deadline-planner';
/** Where the words of a part stand among the texts. */
const PLACES = {
  clocks: 'deadline',
  events: 'event',
  outcomes: 'timeout',
  advice: 'advice',
} as const;

/**
 * The texts these flows need in one language: titles, clocks, events, outcomes and advice.
 *
 * @param shared the words several flows use; those of a flow itself come on top.
 */
export function flowTexts(
  flows: Iterable<Flow>,
  shared: FlowWords,
  language: Language,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const flow of flows) {
    texts[`${KEY}.flow.${flow.id}`] = flow.title[language];
    const used = idsIn(flow);
    for (const [part, place] of Object.entries(PLACES) as [keyof typeof PLACES, string][])
      for (const id of used[part]) {
        const word = flow.words?.[part]?.[id] ?? shared[part]?.[id];
        if (word) texts[`${KEY}.${place}.${id}`] = word[language];
      }
  }
  return texts;
}
