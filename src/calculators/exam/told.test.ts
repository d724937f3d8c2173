import { describe, expect, it } from 'vitest';
import type { Rule } from '../shared/rule.ts';
import {
  EXAM_LENGTH,
  explain,
  judgeExam,
  LETTERS,
  poolAt,
  type Asked,
  type ExamOk,
} from './index.ts';
import { ASKED, content, files, pool } from './testing/pool.ts';
import { tool } from './tool.ts';

const ISSUE = 'tool.exam.issue.';
const run = (input: unknown) => tool.run(input, content, ASKED);
const issuesOf = async (input: unknown) => {
  const answer = await run(input);
  return answer.kind === 'invalid' ? answer.issues : null;
};

describe('an exam that cannot be held says', () => {
  it.each([
    ['that it is no object', 'K7Q2', [['', 'not-an-object', {}]]],
    ['which field has another shape', { seed: ['K7Q2'] }, [['seed', 'type', {}]]],
    ['how long a seed may be', { seed: 'A'.repeat(13) }, [['seed', 'seed', { most: 12 }]]],
    [
      'which answer is no letter',
      { answers: { one: 'E', two: 'a' } },
      [['answers.one', 'letter', {}]],
    ],
    [
      'all that is wrong at once',
      { seed: '!', answers: { one: '' } },
      [
        ['seed', 'seed', { most: 12 }],
        ['answers.one', 'letter', {}],
      ],
    ],
    [
      'which answer it did not ask for, cut where it is long',
      { answers: { ['x'.repeat(60)]: 'A' } },
      [[`answers.${'x'.repeat(60)}`, 'not-asked', { id: 'x'.repeat(40) }]],
    ],
  ])('%s', async (_, input, issues) => {
    expect(await issuesOf(input)).toEqual(
      issues.map(([path, key, values]) => ({ path, key: `${ISSUE}${key as string}`, values })),
    );
  });

  it('nothing of letters written small or with room around them', async () => {
    const { questions } = (await run({ seed: 'K7Q2' })) as ExamOk;
    const answers = Object.fromEntries(
      questions.map(({ id, key }) => [id, ` ${key.toLowerCase()} `]),
    );
    expect(await run({ seed: 'k7-q2', answers })).toMatchObject({
      seed: 'K7Q2',
      judgement: { right: EXAM_LENGTH, passed: true },
    });
  });
});

describe('answers', () => {
  const asked = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: `q${i}`, key: LETTERS[i % 4] }) as Asked);
  const allRight = (of: readonly Asked[]) => Object.fromEntries(of.map(({ id, key }) => [id, key]));

  it('to a shorter round are practice, and pass nothing', () => {
    for (const [count, passed] of [
      [29, false],
      [30, true],
      [31, false],
    ] as const) {
      const of = asked(count);
      expect(judgeExam(of, allRight(of))).toEqual({
        right: count,
        of: count,
        needed: 24,
        passed,
        wrong: [],
        unanswered: [],
      });
    }
  });

  it('that are wrong and those left out are told apart', () => {
    const of = asked(3);
    expect(judgeExam(of, { q0: 'A', q1: 'A' })).toEqual({
      right: 1,
      of: 3,
      needed: 24,
      passed: false,
      wrong: ['q1'],
      unanswered: ['q2'],
    });
  });
});

describe('what may be asked', () => {
  it('rests on rules that hold at the moment, all of them', () => {
    const rules = new Map(content.rules());
    const several = pool.find(({ question }) => question.rules.length > 1);
    const [, second = ''] = several?.question.rules ?? [];
    const isAsked = (of: typeof rules) =>
      poolAt(files, of, ASKED).some(({ question }) => question.id === several?.question.id);
    expect(isAsked(rules)).toBe(true);
    const rule = rules.get(second) as Rule;
    rules.delete(second);
    expect(isAsked(rules)).toBe(false);
    // It held until a year before the exam.
    const ended = rule.values.map((value) => ({ ...value, to: '2025-11-29' }));
    expect(isAsked(new Map([...rules, [second, { ...rule, values: ended }]]))).toBe(false);
  });
});

describe('why an exam is as it is', () => {
  const KEY = 'tool.exam.explain.';

  it('is said of the seed, the rules and the pool', async () => {
    const answer = (await run({ seed: 'K7Q2' })) as ExamOk;
    const rules = new Set(answer.questions.flatMap((question) => question.rules));
    expect(rules.size).toBeGreaterThan(20);
    expect(new Set(answer.usedRules)).toEqual(rules);
    expect(answer.usedRules.length).toBe(rules.size);
    expect(explain(answer)).toEqual([
      {
        section: 'given',
        messageKey: `${KEY}given`,
        values: { seed: 'K7Q2', generator: 2 },
        ruleIds: [],
      },
      {
        section: 'rule',
        messageKey: `${KEY}rules`,
        values: { count: rules.size },
        ruleIds: answer.usedRules,
      },
      {
        section: 'done',
        messageKey: `${KEY}drawn`,
        values: { asked: 30, pool: pool.length },
        ruleIds: [],
      },
    ]);
  });

  it.each([
    [0, 'passed', 30],
    [7, 'failed', 23],
  ])('says with %d left out that it is %s', async (left, verdict, right) => {
    const { questions } = (await run({ seed: 'K7Q2' })) as ExamOk;
    const answers = Object.fromEntries(questions.slice(left).map(({ id, key }) => [id, key]));
    const steps = explain((await run({ seed: 'K7Q2', answers })) as ExamOk);
    expect(steps.slice(3)).toEqual([
      {
        section: 'done',
        messageKey: KEY + verdict,
        values: { right, of: 30, needed: 24 },
        ruleIds: [],
      },
    ]);
  });
});

describe('the tool', () => {
  it('asks for a seed and answers, of which neither must be there', () => {
    expect(tool.fields(content).map(({ name, type, required }) => [name, type, required])).toEqual([
      ['seed', 'letters and digits', false],
      ['answers', 'map of question id to A, B, C or D', false],
    ]);
  });
});
