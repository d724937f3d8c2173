import { fillText, type Case, type Solved } from '@/calculators/exercise/index.ts';
import type { Language, Localized } from '@/calculators/shared/rule.ts';
import { createWords } from '../tools/shared/words.ts';

/** The words of an exercise: the interface's own, and those of its file in the page's language. */
export function createExerciseWords(language: Language, strings: Readonly<Record<string, string>>) {
  return {
    ...createWords('exercise', language, strings),
    of: (text: Localized) => text[language],
    filled: (text: Localized, one: Case, solved?: Solved | null) =>
      fillText(text[language], one.variant, language, solved?.answer ?? undefined),
  };
}

export type ExerciseWords = ReturnType<typeof createExerciseWords>;
