import { clockText, type Case, type Solved } from '@/calculators/exercise/index.ts';
import type { ExerciseWords } from './words.ts';

/** The key for eyes: options by their words, a moment on the clock of the question. */
export function keyLines(one: Case, solved: Solved, words: ExerciseWords): string[] {
  const { question } = one.exercise;
  const textOf = (id: string) => {
    const option = one.options.find((each) => each.id === id);
    return option ? words.filled(option.text, one) : id;
  };
  const { key } = solved;
  if (typeof key === 'object') return key.map(textOf);
  if (question.type === 'choice') return [textOf(String(key))];
  if (question.type === 'moment') return [clockText(String(key), question.zone)];
  if (question.type === 'number' && question.unit === 'percent')
    return [words.percent(String(key))];
  return [String(key)];
}
