import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import { openQuestion, poolAt, type Asked, type ExamFile } from '@/calculators/exam/index.ts';
import { openCase, solve, type Exercise } from '@/calculators/exercise/index.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { askThrough } from './doors.ts';
import { toExamText, toGift, toTable, type Solution } from './elsewhere.ts';
import { writePool } from './exam-elsewhere.ts';
import { createExerciseWords } from './words.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const content = openContent(join(import.meta.dirname, '../../content'));
const words = { en: createExerciseWords('en', {}), zh: createExerciseWords('zh-CN', {}) };
const set: Solution[] = [];
beforeAll(async () => {
  const ask = askThrough(content);
  for (const exercise of content.collection<Exercise>('exercises').values()) {
    const one = openCase(exercise, 'K7Q2', 0);
    set.push([one, await solve(one, ask, '2026-11-21T00:00:00Z')]);
  }
});

/** A reader of GIFT by its documented form: escapes, a title, a body in braces, answers by their sign. */
function readGift(text: string) {
  const plain = (part: string) =>
    part
      .replace(/\\n/g, '\n')
      .replace(/\\([\\~=#{}:])/g, '$1')
      .trim();
  const questions: {
    title: string;
    stem: string;
    isNumber: boolean;
    answers: { sign: string; weight: string | null; text: string; remark: string }[];
    general: string;
  }[] = [];
  const source = text.replace(/^\/\/.*$/gm, '');
  for (const [, title = '', stem = '', body = ''] of source.matchAll(
    /::((?:\\.|[^\\:])*)::((?:\\.|[^\\{}])*)\{((?:\\.|[^\\{}])*)\}/g,
  )) {
    const [, answers = '', general = ''] = /^([\s\S]*?)####([\s\S]*)$/.exec(body) ?? [];
    const isNumber = answers.startsWith('#');
    questions.push({
      title: plain(title),
      stem: plain(stem),
      isNumber,
      answers: [
        ...answers
          .slice(isNumber ? 1 : 0)
          .matchAll(/([=~])(?:%(-?[\d.]+)%)?((?:\\.|[^\\=~#])*)(?:#((?:\\.|[^\\=~])*))?/g),
      ].map(([, sign = '', weight, text = '', remark = '']) => ({
        sign,
        weight: weight ?? null,
        text: plain(text),
        remark: plain(remark),
      })),
      general: plain(general),
    });
  }
  return questions;
}

describe('a set taken elsewhere', () => {
  it('comes back out of GIFT, question by question', () => {
    const read = readGift(toGift(set, words.en));
    expect(read.length).toBe(set.length);
    read.forEach(({ title, answers, isNumber, general }, i) => {
      const [one, solved] = set[i] as Solution;
      const { question } = one.exercise;
      expect(title).toBe(one.exercise.title.en);
      expect(general).not.toBe('');
      expect(isNumber).toBe(question.type === 'number');
      if (question.type === 'number') {
        const [value, within] = (answers[0]?.text ?? '').split(':');
        expect([answers[0]?.weight, value, within]).toEqual([
          '100',
          String(solved.key),
          question.within,
        ]);
        expect(
          answers.slice(1).every(({ weight, remark }) => weight === '0' && remark !== ''),
        ).toBe(true);
      }
      if (question.type === 'choice')
        expect(answers.filter(({ sign }) => sign === '=').length).toBe(1 + solved.alsoRight.length);
      if (question.type === 'choices') {
        expect(answers.length).toBe(one.options.length);
        const sum = answers.reduce((all, { weight }) => all + Math.max(Number(weight), 0), 0);
        expect(sum).toBeCloseTo(100, 2);
      }
      if (question.type === 'order')
        expect(answers.map(({ text }) => text.split(' -> ')[1]).sort()).toEqual(
          one.options.map((_, k) => String(k + 1)),
        );
      if (question.type === 'text') expect(answers).toEqual([]);
    });
  });

  it('comes back out of a table, one line an exercise', () => {
    for (const language of [words.en, words.zh]) {
      const [head, ...rows] = toTable(set, language)
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t'));
      expect(head).toEqual(['id', 'title', 'question', 'options', 'answer', 'explanation']);
      expect(rows.map(([id]) => id)).toEqual(set.map(([one]) => one.exercise.id));
      for (const row of rows) expect(row.length).toBe(6);
      rows.forEach((row, i) => {
        const [one, solved] = set[i] as Solution;
        const { question } = one.exercise;
        if (question.type !== 'choices') return;
        const right = [...(row[4] ?? '')].map(
          (letter) => one.options['ABCDEFGH'.indexOf(letter)]?.id,
        );
        expect(right.sort()).toEqual([...(solved.key as string[])].sort());
      });
    }
  });

  it('comes back out of the text with 答案 and 解析', () => {
    const blocks = toExamText(set, words.zh).trimEnd().split('\n\n');
    expect(blocks.length).toBe(set.length);
    blocks.forEach((block, i) => {
      const [one] = set[i] as Solution;
      const [stem = '', ...rest] = block.split('\n');
      expect(stem).toMatch(new RegExp(`^${i + 1}\\. .`));
      // What such systems take: a stem of two thousand characters, options of five hundred, at most 26.
      expect(stem.length).toBeLessThan(2000);
      const options = rest.filter((line) => /^[A-Z]\. /.test(line));
      expect(options.length).toBe(one.options.length);
      for (const option of options) expect(option.length).toBeLessThan(500);
      expect(rest.at(-2)).toMatch(/^答案：./);
      expect(rest.at(-1)).toMatch(/^解析：./);
    });
  });
});

describe('the pool of the exam taken elsewhere', () => {
  const asOf = '2026-11-29T00:00:00Z';
  const asked: Asked[] = [];
  beforeAll(async () => {
    await loadTemporal();
    const rules = content.rules();
    for (const placed of poolAt(content.collection<ExamFile>('exam').values(), rules, asOf))
      asked.push(await openQuestion(placed, 'K7Q2', { rules, ask: askThrough(content), asOf }));
  });

  it('comes back out of all three forms with its key, four options and an explanation', () => {
    expect(asked.length).toBeGreaterThanOrEqual(120);
    const gift = readGift(writePool('gift', asked, 'en'));
    expect(gift.map(({ title }) => title)).toEqual(asked.map(({ id }) => id));
    gift.forEach(({ answers, stem, general }, i) => {
      expect('ABCD'[answers.findIndex(({ sign }) => sign === '=')]).toBe(asked[i]?.key);
      expect(answers.filter(({ sign }) => sign === '=').length).toBe(1);
      expect(answers.length).toBe(4);
      expect(answers.every(({ text, remark }) => text !== '' && remark !== '')).toBe(true);
      expect(stem).not.toBe('');
      expect(general).not.toBe('');
    });

    const [, ...rows] = writePool('table', asked, 'zh-CN').trimEnd().split('\n');
    expect(rows.map((row) => row.split('\t')[4])).toEqual(asked.map(({ key }) => key));

    const blocks = writePool('exam-text', asked, 'zh-CN').trimEnd().split('\n\n');
    expect(blocks.length).toBe(asked.length);
    blocks.forEach((block, i) => {
      const lines = block.split('\n');
      expect(lines.filter((line) => /^[A-D]\. ./.test(line)).length).toBe(4);
      expect(lines.at(-2)).toBe(`答案：${asked[i]?.key}`);
      expect(lines.at(-1)).toMatch(/^解析：./);
    });
  });
});
