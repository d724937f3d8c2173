import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import {
  collect,
  encodeResults,
  type CodedPlan,
  type Exercise,
} from '@/calculators/exercise/index.ts';
import type { Verdict } from '@/calculators/exercise/judge.ts';
import { stringsFor, translate } from '@/strings.ts';
import { resultsTable } from './collect-table.ts';
import { createExerciseWords } from './words.ts';

const all = openContent(join(import.meta.dirname, '../../content')).collection<Exercise>(
  'exercises',
);
const plan: CodedPlan = {
  id: 'sample',
  letter: 'S',
  exercises: ['rate-withdrawn', 'clock-first-answer', 'evidence-pickup', 'order-ways-out'].map(
    (id) => all.get(id) as Exercise,
  ),
};
const given = (answer: unknown, verdict: Verdict, mistake: string | null = null, gap = 0) => ({
  answer,
  judgement: {
    verdict,
    mistake: mistake === null ? null : { id: mistake, says: { en: '', 'zh-CN': '' } },
    gap: String(gap),
    options: [],
    text: [],
  },
});
const code = encodeResults(plan, 3, '12E5', [
  given('9.06', 'near', 'withdrawn-left-in'),
  given('2026-11-17 16:00', 'wrong', null, -2273),
  given(['pickup-notice', 'blame'], 'wrong'),
  null,
]);

describe('the table of results', () => {
  it.each(['en', 'zh-CN'] as const)('is read by another program, in words, %s', (language) => {
    const strings = stringsFor(language, 'tool.exercise.collect.', 'tool.exercise.team');
    const words = createExerciseWords(language, strings);
    const text = resultsTable(collect(code, [plan]), words);
    // Without the mark a spreadsheet in China reads Chinese as something else.
    expect(text.startsWith('\ufeff')).toBe(true);
    const { data, errors } = Papa.parse<string[]>(text.slice(1).trim());
    expect(errors).toEqual([]);
    const [head = [], row = []] = data;
    expect([head.length, row.length, data.length]).toEqual([15, 15, 2]);
    expect(head).toContain(plan.exercises[0]?.title[language]);
    const [rate, clock, evidence] = plan.exercises;
    expect(row[0]?.trim()).toBe('12E5');
    expect(row[3]).toBe(
      rate?.mistakes.find(({ id }) => id === 'withdrawn-left-in')?.says[language],
    );
    expect(row[4]).toBe('9.06');
    // A number below zero is one, and no text with an apostrophe.
    expect(row[7]).toBe('-2273');
    expect(row[8]).toContain('37');
    const options = evidence && 'options' in evidence.question ? evidence.question.options : [];
    for (const { id, text: said } of options)
      expect(row[11]?.includes(said[language]), id).toBe(['pickup-notice', 'blame'].includes(id));
    expect(row[12]).toBe(translate(language, 'tool.exercise.collect.unanswered'));
    expect(clock?.question.type).toBe('moment');
    for (const cell of [...head, ...row]) expect(cell).not.toMatch(/^[=+@]/);
  });
});
