import type { Asked, ExamText } from '@/calculators/exam/index.ts';
import type { Exercise, Solved } from '@/calculators/exercise/index.ts';
import type { Language, Localized } from '@/calculators/shared/rule.ts';
import { toExamText, toGift, toTable, type Solution } from './elsewhere.ts';
import { examText } from './exam-text.ts';
import { createExerciseWords } from './words.ts';

const WRITERS = { gift: toGift, table: toTable, 'exam-text': toExamText };
const none: Localized = { en: '', 'zh-CN': '' };

/** Questions of the exam are solved before they come here; writers look at no tool. */
const ASKED_ELSEWHERE = { tool: 'exam', input: {} };

/** A question as the writers of exercises take it: one choice, its figures already in the texts. */
function asExercise(asked: Asked, language: Language): Solution {
  const { question } = asked;
  const filled = (text: ExamText | undefined): Localized => ({
    ...none,
    [language]: text === undefined ? '' : examText(text, asked, language),
  });
  const exercise: Exercise = {
    id: asked.id,
    kind: 'order',
    mark: '',
    version: question.version,
    title: { ...none, [language]: asked.id },
    goal: none,
    minutes: 1,
    difficulty: 1,
    playbook: asked.playbook,
    participant: filled(question.case),
    trainer: none,
    hints: [none, none],
    draw: {},
    solve: ASKED_ELSEWHERE,
    question: {
      type: 'choice',
      prompt: filled(question.ask),
      at: '',
      options: asked.options.map(({ letter, text, wrong }) => ({
        id: letter,
        text: filled(text),
        reason: filled(wrong?.why ?? question.explain),
      })),
    },
    mistakes: [],
    solution: filled(question.explain),
  };
  const solved: Solved = {
    key: asked.key,
    alsoRight: [],
    solvedBy: { ...ASKED_ELSEWHERE, at: '' },
    asked: ASKED_ELSEWHERE,
    answer: { kind: 'ok' },
    measured: {},
    late: [],
    mistaken: [],
  };
  const { options } = exercise.question as Extract<Exercise['question'], { type: 'choice' }>;
  return [{ exercise, seed: '', team: 0, variant: {}, options }, solved];
}

/** Questions in one of the forms other programs read. */
export const writePool = (
  form: keyof typeof WRITERS,
  asked: readonly Asked[],
  language: Language,
): string =>
  WRITERS[form](
    asked.map((one) => asExercise(one, language)),
    createExerciseWords(language, {}),
  );
