import type { Exercise } from '@/calculators/exercise/index.ts';
import type { Language, Localized } from '@/calculators/shared/rule.ts';

const NONE: Localized = { en: '', 'zh-CN': '' };

/**
 * An exercise as a page in one language needs it: no text of the other. What it is solved with stays whole,
 * and where an option is judged by its own words, so do those: a case is the same whoever reads it.
 */
export function inOneLanguage(exercise: Exercise, language: Language): Exercise {
  const only = (text: Localized): Localized => ({
    en: '',
    'zh-CN': '',
    [language]: text[language],
  });
  const { question, hints } = exercise;
  const isJudgedByWords = JSON.stringify([exercise.solve.input, question]).includes('"$text"');
  return {
    ...exercise,
    title: only(exercise.title),
    // Stands on the exercise's own page as it was built.
    goal: NONE,
    participant: only(exercise.participant),
    trainer: only(exercise.trainer),
    hints: [only(hints[0]), only(hints[1])],
    solution: only(exercise.solution),
    mistakes: exercise.mistakes.map((mistake) => ({ ...mistake, says: only(mistake.says) })),
    question: {
      ...question,
      prompt: only(question.prompt),
      ...('options' in question && {
        options: question.options.map((option) => ({
          ...option,
          text: isJudgedByWords ? option.text : only(option.text),
          reason: only(option.reason),
        })),
      }),
    },
  };
}
