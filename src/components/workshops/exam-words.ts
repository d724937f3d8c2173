import type { Asked, ExamText } from '@/calculators/exam/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createWords } from '../tools/shared/words.ts';
import { examText } from './exam-text.ts';

/** The words of the exam: the interface's own, and those of a question with its figures. */
export function createExamWords(language: Language, strings: Readonly<Record<string, string>>) {
  return {
    ...createWords('exam', language, strings),
    of: (text: ExamText, asked: Asked) => examText(text, asked, language),
  };
}

export type ExamWords = ReturnType<typeof createExamWords>;
