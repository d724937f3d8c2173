import { resultLink, statusKey } from '@/calculators/case-desk/index.ts';
import {
  calendarOf,
  tableOf,
  type FileCase,
  type FileContext,
  type FileWords,
} from '@/calculators/deadline-planner/export/files.ts';
import { localText } from '@/calculators/shared/time.ts';

interface Given extends Pick<FileContext, 'ruleName' | 'stamp'> {
  words: Omit<FileWords, 'statusWord'>;
  /** Address of the planner, without a fragment. */
  home: string;
  isExample: boolean;
}

/** The deadlines of these cases, for a calendar or as a table. */
export const fileOf = (
  as: 'ics' | 'csv',
  cases: readonly FileCase[],
  { words, home, isExample, ...rest }: Given,
): string =>
  (as === 'ics' ? calendarOf : tableOf)(cases, {
    ...rest,
    words: { ...words, statusWord: (one) => words.own(statusKey(one)) },
    linkOf: (result) => home + resultLink(result, isExample),
    localText,
  });
