import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import {
  EXAM_PLATFORMS,
  openQuestion,
  placedIn,
  poolAt,
  rulesOf,
  STAGES,
  type Asked,
  type ExamFile,
} from '@/calculators/exam/index.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { findValue } from '@/calculators/shared/rule.ts';
import type { Answer } from '@/calculators/shared/tool.ts';
import { examSchema } from '@/schemas/exam.ts';
import { askThrough } from './doors.ts';
import { examText } from './exam-text.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });
await loadTemporal();

const source = join(import.meta.dirname, '../../content');
const content = openContent(source);
const files = [...content.collection<ExamFile>('exam').values()];
const pool = placedIn(files);
const ASKED = '2026-11-29T00:00:00Z';
const SEEDS = 200;
const languages = ['en', 'zh-CN'] as const;

/** Many seeds ask the same: each question of a tool is put once. */
const answers = new Map<string, Promise<Answer>>();
const door = askThrough(content);
const ask = (tool: string, input: unknown, asOf: string) => {
  const name = `${tool} ${JSON.stringify(input)}`;
  const known = answers.get(name) ?? door(tool, input, asOf);
  answers.set(name, known);
  return known;
};
const sources = { rules: content.rules(), ask, asOf: ASKED };

const texts = (asked: Asked, language: (typeof languages)[number]) => {
  const { question } = asked;
  const filled = (text: Parameters<typeof examText>[0]) => examText(text, asked, language);
  return {
    whole: [
      ...(question.case ? [filled(question.case)] : []),
      filled(question.ask),
      filled(question.explain),
      ...asked.options.flatMap(({ wrong }) => (wrong ? [filled(wrong.why)] : [])),
    ],
    options: asked.options.map(({ text }) => filled(text)),
  };
};

describe('the pool of the exam', () => {
  it('is large, and every stage of every platform has more to give than an exam takes', () => {
    expect(pool.length).toBeGreaterThanOrEqual(120);
    for (const stage of STAGES)
      for (const platform of EXAM_PLATFORMS)
        expect(
          pool.filter((each) => each.stage === stage && each.platform === platform).length,
          `${stage}, ${platform}`,
        ).toBeGreaterThanOrEqual(9);
  });

  it('has sound files and no id twice', () => {
    expect(files.length).toBe(STAGES.length * EXAM_PLATFORMS.length);
    for (const file of files)
      expect(examSchema.safeParse(file).error?.issues ?? [], file.id).toEqual([]);
    const ids = pool.map(({ question }) => question.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('rests on rules in force and pages that exist, in both languages', () => {
    let cited = 0;
    for (const { question } of pool) {
      for (const id of rulesOf(question)) {
        cited += 1;
        const rule = content.rules().get(id);
        expect(rule && findValue(rule.values, ASKED).kind, `${question.id}: ${id}`).toBe('known');
      }
      for (const folder of ['en', 'zh-cn'])
        expect(
          existsSync(join(source, 'docs', folder, `${question.playbook}.mdx`)),
          `${question.id}: ${question.playbook}`,
        ).toBe(true);
    }
    expect(cited).toBeGreaterThan(200);
  });

  it('leaves out a question whose rule has ended', () => {
    const [one] = pool;
    const id = one?.question.rules[0] ?? '';
    const rule = content.rules().get(id);
    if (!rule) throw new Error('There is no such rule.');
    const ended = new Map(content.rules()).set(id, {
      ...rule,
      values: rule.values.map((value) => ({ ...value, to: '2026-01-01' })),
    });
    const left = poolAt(files, ended, ASKED).map(({ question }) => question.id);
    expect(left).not.toContain(one?.question.id);
    expect(left.length).toBeLessThan(pool.length);
  });

  it.each(pool.map((placed) => [placed.question.id, placed] as const))(
    '%s is answered by its key for 200 seeds, and by no other option',
    async (_, placed) => {
      const shown = new Set<string>();
      for (let seed = 0; seed < SEEDS; seed += 1) {
        const asked = await openQuestion(placed, String(seed), sources);
        expect(asked.options.length).toBe(4);
        expect(
          asked.options.filter(({ wrong }) => wrong === null).map(({ letter }) => letter),
        ).toEqual([asked.key]);
        // The same numbers in the same order read the same.
        const reading = JSON.stringify([asked.variant, asked.options]);
        if (shown.has(reading)) continue;
        shown.add(reading);
        for (const language of languages) {
          const { whole, options } = texts(asked, language);
          expect(new Set(options).size, `seed ${seed}: ${options.join(' | ')}`).toBe(4);
          for (const text of [...whole, ...options]) {
            expect(text.trim()).not.toBe('');
            expect(text, `seed ${seed}`).not.toMatch(/[{}]|undefined|NaN|(?<![\d-])-\d/);
          }
        }
      }
      // Another seed is another case, or at least another order of the options.
      expect(shown.size).toBeGreaterThan(10);
    },
  );

  it('does not give the key away by its length', async () => {
    for (const language of languages) {
      let worded = 0;
      let longest = 0;
      let shortest = 0;
      for (const placed of pool) {
        if (typeof placed.question.right === 'string') continue;
        worded += 1;
        const asked = await openQuestion(placed, '1', sources);
        const { options } = texts(asked, language);
        const right = options['ABCD'.indexOf(asked.key)]?.length ?? 0;
        const rest = options.filter((_, i) => 'ABCD'[i] !== asked.key).map((each) => each.length);
        if (right > Math.max(...rest)) longest += 1;
        if (right < Math.min(...rest)) shortest += 1;
      }
      expect(worded).toBeGreaterThan(60);
      expect(longest / worded, `longest, ${language}`).toBeLessThan(0.4);
      expect(shortest / worded, `shortest, ${language}`).toBeLessThan(0.4);
    }
  });
});
