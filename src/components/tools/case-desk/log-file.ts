import type { LogColumn, LogLine } from '@/calculators/case-desk/index.ts';
import { buildCsv } from '@/calculators/shared/csv.ts';
import type { DeskWords } from './words.ts';

/** Lines of the case log as rows of a file, with the heads the analysis of the log knows. */
export function logRows(lines: readonly LogLine[], words: DeskWords): string[][] {
  const columns = Object.keys(lines[0] ?? {}) as LogColumn[];
  return [
    columns.map((column) => words.own(`log.${column}`)),
    ...lines.map((line) => columns.map((column) => line[column])),
  ];
}

/** All closed cases as a file the analysis of the log reads. */
export const logFile = (lines: readonly LogLine[], words: DeskWords): string =>
  buildCsv(logRows(lines, words));
