/** The words of flows as interface texts, under the keys the planner's results point at. */
import type { Language } from '../shared/rule.ts';
import type { Flow, FlowWords } from './flow.ts';

const KEY = 'tool.deadline-planner';
/** Where the words of a part stand among the texts. */
const PLACES = {
  clocks: 'deadline',
  events: 'event',
  outcomes: 'timeout',
  advice: 'advice',
} as const;

/**
 * The texts of these flows in one language: titles, clocks, events, outcomes and advice.
 *
 * @param shared the words several flows use; those of a flow itself come on top.
 */
export function flowTexts(
  flows: Iterable<Pick<Flow, 'id' | 'title' | 'words'>>,
  shared: FlowWords,
  language: Language,
): Record<string, string> {
  const texts: Record<string, string> = {};
  const add = (words: FlowWords) => {
    for (const [part, place] of Object.entries(PLACES) as [keyof typeof PLACES, string][])
      for (const [id, word] of Object.entries(words[part] ?? {}))
        texts[`${KEY}.${place}.${id}`] = word[language];
  };
  add(shared);
  for (const flow of flows) {
    texts[`${KEY}.flow.${flow.id}`] = flow.title[language];
    add(flow.words ?? {});
  }
  return texts;
}
