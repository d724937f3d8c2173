import { describe, expect, it } from 'vitest';
import { calculate, type ExerciseOk } from './calculate.ts';
import type { Exercise, Mistake, Option, Question } from './schema.ts';
import { openCase, solve, type Ask } from './solve.ts';

const ASKED = '2026-11-21T00:00:00Z';
const both = (text: string) => ({ en: text, 'zh-CN': `${text}。` });
const ISSUE = 'tool.exercise.issue';

/** An exercise that a made-up tool solves. */
const made = (question: Omit<Question, 'prompt'>, rest: Partial<Exercise> = {}): Exercise => ({
  id: 'made',
  kind: 'rate',
  mark: 'zz',
  version: 1,
  title: both('title'),
  goal: both('goal'),
  minutes: 5,
  difficulty: 1,
  playbook: 'playbooks/x',
  participant: both('p'),
  trainer: both('t'),
  hints: [both('one'), both('two')],
  draw: { n: { from: 5, to: 5 }, amount: { of: ['12.50'] }, day: { of: ['2026-12-04'] } },
  solve: { tool: 'made-up', input: { n: '$n' } },
  mistakes: [],
  solution: both('s'),
  ...rest,
  question: { prompt: both('?'), ...question } as Question,
});
const option = (id: string, rest: Partial<Option> = {}): Option => ({
  id,
  text: both(id),
  reason: both(`because ${id}`),
  ...rest,
});
const mistake = (id: string, rest: Partial<Mistake> = {}): Mistake => ({
  id,
  says: both(id),
  ...rest,
});

/** A tool that gives the answer of a function to its input, and remembers what it was asked. */
function toolOf(answer: (input: never, tool: string) => object) {
  const asked: unknown[][] = [];
  const ask: Ask = (tool, input, asOf) => {
    asked.push([tool, input, asOf]);
    return Promise.resolve({ kind: 'ok', ...answer(input as never, tool) } as never);
  };
  return { ask, asked };
}

async function run(exercise: Exercise, ask: Ask, answer?: unknown) {
  const result = await calculate(
    { id: 'made', ...(answer === undefined ? {} : { answer }) },
    { exercises: new Map([['made', exercise]]), ask },
    ASKED,
  );
  return result.kind === 'ok' ? result : result.issues;
}
const judged = async (exercise: Exercise, ask: Ask, answer: unknown) => {
  const result = await run(exercise, ask, answer);
  return 'kind' in result ? result.judgement : result;
};
const nothing = { mistake: null, gap: null, options: [], text: [] };

describe('a number', () => {
  const percent = made(
    { type: 'number', at: 'rate.percent', unit: 'percent', within: '0.01' } as never,
    {
      mistakes: [
        mistake('one-more', { input: { n: '$n +1' } }),
        mistake('same', { input: { n: '$n +0' } }),
        mistake('refused', { input: { n: -1 } }),
        mistake('elsewhere', { at: 'other' }),
      ],
    },
  );
  const { ask } = toolOf(({ n }: { n: number }) =>
    n < 0 ? { kind: 'invalid' } : { rate: { percent: `${n + 2}.50` }, other: '3.25' },
  );

  it('is right within what may be off, and no further', async () => {
    for (const [answer, gap] of [
      ['7.5', '0'],
      ['7.51', '0.01'],
      ['7.49', '-0.01'],
      ['7,49 %', '-0.01'],
    ])
      expect(await judged(percent, ask, answer)).toEqual({ ...nothing, verdict: 'right', gap });
    for (const [answer, gap] of [
      ['7.511', '0.011'],
      ['7.489', '-0.011'],
    ])
      expect(await judged(percent, ask, answer)).toEqual({ ...nothing, verdict: 'wrong', gap });
  });

  it('is near where a mistake leads to it, and names that one', async () => {
    expect(await judged(percent, ask, '8.49')).toEqual({
      ...nothing,
      verdict: 'near',
      gap: '0.99',
      mistake: { id: 'one-more', says: both('one-more') },
    });
    expect(await judged(percent, ask, '3.25')).toMatchObject({ mistake: { id: 'elsewhere' } });
    // What leads to the key is no mistake, and what the tool refuses leads nowhere.
    const solved = await solve(openCase(percent, '1', 0), ask, ASKED);
    expect(solved.mistaken.map(({ mistake: { id }, value }) => [id, value])).toEqual([
      ['one-more', '8.50'],
      ['elsewhere', '3.25'],
    ]);
  });

  it('is no other thing, and no percentage where none was asked for', async () => {
    expect(await judged(percent, ask, 'x')).toMatchObject([{ path: 'answer' }]);
    const money = made({ type: 'number', at: 'other', unit: 'money', within: '0' } as never);
    expect(await judged(money, ask, '3.25 %')).toMatchObject([
      { path: 'answer', key: 'tool.number.percent-sign' },
    ]);
    expect(await judged(money, ask, '3.25')).toMatchObject({ verdict: 'right' });
  });

  it('stands with who computed it', async () => {
    expect(await run(percent, ask)).toMatchObject({
      key: '7.50',
      solvedBy: { tool: 'made-up', input: { n: 5 }, at: 'rate.percent' },
      judgement: null,
      usedRules: [],
      measured: {},
      asOf: ASKED,
    });
    const lost = made({ type: 'number', at: 'nowhere', unit: 'count', within: '0' } as never);
    await expect(run(lost, ask)).rejects.toThrow(
      'made, seed 1, team 0: there is nothing at “nowhere”.',
    );
    await expect(run(percent, toolOf(() => ({ kind: 'invalid' })).ask)).rejects.toThrow(
      'made-up answers “invalid” to {"n":5}.',
    );
  });
});

describe('a moment', () => {
  const { ask } = toolOf(() => ({ due: '2026-11-18T00:00:00Z' }));
  const due = made({ type: 'moment', at: 'due', zone: 'Asia/Shanghai' } as never, {
    mistakes: [mistake('in-utc', { readIn: 'UTC' })],
  });

  it('is read on the clock of the question, to the minute', async () => {
    for (const answer of [
      '2026-11-18 08:00',
      ' 2026-11-18  8:00 ',
      '2026-11-18T08:00:00',
      '2026-11-18T00:00:00Z',
      '2026-11-18T00:00:59Z',
      '2026-11-17T23:59:01Z',
    ])
      expect(await judged(due, ask, answer), answer).toMatchObject({ verdict: 'right' });
    for (const [answer, gap] of [
      ['2026-11-18T00:01:00Z', '1'],
      ['2026-11-18 07:59', '-1'],
    ])
      expect(await judged(due, ask, answer)).toEqual({ ...nothing, verdict: 'wrong', gap });
    // Midnight in universal time was taken for midnight in Shanghai, eight hours before it.
    expect(await judged(due, ask, '2026-11-18 00:00')).toEqual({
      ...nothing,
      verdict: 'near',
      gap: '-480',
      mistake: { id: 'in-utc', says: both('in-utc') },
    });
  });

  it('is no moment that no clock shows', async () => {
    for (const answer of [8, '2026-02-30 10:00', '2026-11-18', '2026-11-18 08:00:30', 'x 08:00'])
      expect(await judged(due, ask, answer), String(answer)).toEqual([
        { path: 'answer', key: `${ISSUE}.moment`, values: {} },
      ]);
  });
});

describe('one of several options', () => {
  const options = [option('a', { rule: 'r.a' }), option('b'), option('c', { rule: 'r.a' })];

  it('is the one the tool names', async () => {
    const asked = made({ type: 'choice', options, at: 'pick' } as never);
    const { ask } = toolOf(() => ({ pick: 'b', usedRules: ['r.t', 'r.a'] }));
    const right = (await run(asked, ask, 'b')) as ExerciseOk;
    expect(right.judgement).toEqual({ ...nothing, verdict: 'right' });
    expect(right.usedRules).toEqual(['r.t', 'r.a']);
    expect(right.solvedBy).toEqual({ tool: 'made-up', input: { n: 5 }, at: 'pick' });
    expect([...right.options].sort()).toEqual(['a', 'b', 'c']);
    expect(await judged(asked, ask, 'a')).toEqual({
      ...nothing,
      verdict: 'wrong',
      options: [{ id: 'a', is: 'chosen', says: both('because a') }],
    });
    expect(await judged(asked, ask, 'd')).toEqual([
      { path: 'answer', key: `${ISSUE}.choice`, values: { options: right.options.join(', ') } },
    ]);
    await expect(run(asked, toolOf(() => ({ pick: 'q' })).ask)).rejects.toThrow(
      'no option is called “q”.',
    );
  });

  const priced = [
    option('a', { input: { n: 3 } }),
    option('b', { input: { n: 1 } }),
    option('c', { input: { n: 1 } }),
    option('d', { at: 'high' }),
  ];
  const cost = () => toolOf(({ n }: { n: number }) => ({ cost: n, high: 9 }));

  it('is the one that measures least or most, and each that measures the same', async () => {
    const least = made({ type: 'choice', options: priced, at: 'cost', best: 'lowest' } as never);
    const { ask, asked } = cost();
    const result = (await run(least, ask)) as ExerciseOk;
    expect(result).toMatchObject({ key: 'b', measured: { a: 3, b: 1, c: 1, d: 9 } });
    expect(result.solvedBy).toEqual({
      tool: 'compare',
      input: {
        tool: 'made-up',
        direction: 'rising',
        of: [
          { id: 'a', input: { n: 3 }, at: 'cost' },
          { id: 'b', input: { n: 1 }, at: 'cost' },
          { id: 'c', input: { n: 1 }, at: 'cost' },
          { id: 'd', input: { n: 5 }, at: 'high' },
        ],
      },
      at: 'best',
    });
    // What is the same question is asked once.
    expect(asked).toHaveLength(3);
    for (const answer of ['b', 'c'])
      expect(await judged(least, ask, answer)).toMatchObject({ verdict: 'right' });
    for (const answer of ['a', 'd'])
      expect(await judged(least, ask, answer)).toMatchObject({ verdict: 'wrong' });
    const most = made({ type: 'choice', options: priced, at: 'cost', best: 'highest' } as never);
    expect(await run(most, ask)).toMatchObject({ key: 'd' });
  });

  it('may have to be put in order, those that measure the same either way round', async () => {
    const placed = priced.map((each) => ({ ...each, at: each.at ?? 'cost' }));
    const order = (direction: string) =>
      made({ type: 'order', options: placed, direction } as never);
    const { ask } = cost();
    expect(await run(order('rising'), ask)).toMatchObject({
      key: ['b', 'c', 'a', 'd'],
      solvedBy: { tool: 'compare', at: 'order' },
    });
    expect(await run(order('falling'), ask)).toMatchObject({ key: ['d', 'a', 'b', 'c'] });
    const of = (...answer: string[]) => judged(order('rising'), ask, answer);
    for (const right of [
      ['b', 'c', 'a', 'd'],
      ['c', 'b', 'a', 'd'],
    ])
      expect(await of(...right)).toEqual({ ...nothing, verdict: 'right' });
    expect(await of('b', 'c', 'd', 'a')).toEqual({
      ...nothing,
      verdict: 'near',
      options: ['d', 'a'].map((id) => ({ id, is: 'misplaced', says: both(`because ${id}`) })),
    });
    expect(await of('b', 'a', 'd', 'c')).toMatchObject({ verdict: 'wrong' });
    for (const none of [['b', 'c', 'a'], ['b', 'c', 'a', 'a'], ['b', 'c', 'a', 'x'], []])
      expect(await of(...none)).toMatchObject([{ path: 'answer', key: `${ISSUE}.order` }]);
    expect(await judged(order('rising'), ask, 'b')).toMatchObject([{ key: `${ISSUE}.order` }]);
  });
});

describe('several options', () => {
  const options = [option('a', { ready: '$day' }), option('b'), option('c'), option('d')];
  const asked = made({ type: 'choices', options, at: 'right', late: 'late' } as never);
  const { ask } = toolOf(() => ({ right: ['a', 'b'], late: ['c'] }));

  it('are told apart by what was left out, came too late or does not belong', async () => {
    const of = async (...answer: string[]) => {
      const result = await judged(asked, ask, answer);
      if (result === null || !('verdict' in result)) return result;
      return [result.verdict, ...result.options.map(({ id, is }) => `${id} ${is}`).sort()];
    };
    expect(await of('b', 'a')).toEqual(['right']);
    expect(await of('a')).toEqual(['near', 'b left-out']);
    expect(await of('a', 'b', 'c')).toEqual(['near', 'c late']);
    expect(await of('a', 'd')).toEqual(['wrong', 'b left-out', 'd chosen']);
    expect(await of()).toEqual(['wrong', 'a left-out', 'b left-out']);
    for (const none of [['a', 'a'], ['x']])
      expect(await of(...none)).toMatchObject([{ key: `${ISSUE}.choices` }]);
    expect(await run(asked, ask)).toMatchObject({
      key: ['a', 'b'],
      measured: { a: '2026-12-04' },
      solvedBy: { at: 'right' },
    });
  });

  it('come as a list of options, or the exercise cannot be solved', async () => {
    await expect(run(asked, toolOf(() => ({ right: 'a', late: [] })).ask)).rejects.toThrow(
      'there is no list at “right”.',
    );
    await expect(run(asked, toolOf(() => ({ right: ['z'], late: [] })).ask)).rejects.toThrow(
      'no option is called “z”.',
    );
  });
});

describe('a text', () => {
  const text = (...mentions: string[]) =>
    made({ type: 'text', at: 'reply', gloss: 'gloss', platform: 'ebay', mentions } as never);
  const warning = (severity: string) => ({
    severity,
    start: 1,
    end: 2,
    message: 'm',
    instead: 'i',
    ruleId: 'r',
    more: 'left away',
  });
  const guard = (...warnings: object[]) =>
    toolOf((_, tool) =>
      tool === 'reply-guard' ? { warnings } : { reply: 'Better.', gloss: ['更好。', '第二行。'] },
    );
  const SENDS = 'We are sorry and will send you the refund';

  it('is asked about at the guard, and is wrong where that forbids it', async () => {
    const { ask, asked } = guard();
    expect(await judged(text(), ask, SENDS)).toEqual({ ...nothing, verdict: 'right' });
    expect(asked.at(-1)).toEqual(['reply-guard', { text: SENDS, platform: 'ebay' }, ASKED]);
    const told = { start: 1, end: 2, message: 'm', instead: 'i', ruleId: 'r' };
    expect(await judged(text(), guard(warning('forbidden')).ask, SENDS)).toEqual({
      ...nothing,
      verdict: 'wrong',
      text: [{ is: 'forbidden', ...told }],
    });
    expect(await judged(text(), guard(warning('advice')).ask, SENDS)).toMatchObject({
      verdict: 'near',
    });
    for (const none of ['', '  ', 5])
      expect(await judged(text(), ask, none)).toMatchObject([{ key: `${ISSUE}.text` }]);
    expect(await judged(text(), ask, 'asdf qwer')).toMatchObject({ text: [{ is: 'no-reply' }] });
  });

  it('names each value, in any notation, or is near; or wrong where it names none of several', async () => {
    const { ask } = guard();
    const missing = async (mentions: string[], said: string) => {
      const result = await judged(text(...mentions), ask, `${SENDS} ${said}`);
      if (result === null || !('verdict' in result)) throw new Error(said);
      return [result.verdict, ...result.text.map(({ is, value }) => `${is} ${value}`)];
    };
    const amount = ['$amount'];
    for (const said of ['of 12.50', 'of 12,50', 'of 12.5 USD', '12.500', '１２.５'])
      expect(await missing(amount, said), said).toEqual(['right']);
    for (const said of ['', 'of 112.50', '12.51', 'of 12', '2026-12-50 or 12月5日'])
      expect(await missing(amount, said), said).toEqual(['near', 'not-named 12.50']);
    const day = ['$day'];
    for (const said of ['4 December', '4th of Dec.', 'December the 4th', '12月4日', '12 月 04 号'])
      expect(await missing(day, said), said).toEqual(['right']);
    for (const said of ['2026-12-04', '4/12', '12/4', '04.12.', 'dec 4'])
      expect(await missing(day, said), said).toEqual(['right']);
    for (const said of ['14 December', 'December 41', '12月14日', '12/40', '112/4', '4 March'])
      expect(await missing(day, said), said).toEqual(['near', 'not-named 2026-12-04']);
    expect(await missing(['$amount', '$day'], '12.50')).toEqual(['near', 'not-named 2026-12-04']);
    expect(await missing(['$amount', '$day'], '')).toEqual([
      'wrong',
      'not-named 12.50',
      'not-named 2026-12-04',
    ]);
  });

  it('has a better one in the language of the page', async () => {
    const one = openCase(text(), '1', 0);
    expect(await solve(one, guard().ask, ASKED)).toMatchObject({
      key: 'Better.',
      solvedBy: { at: 'reply' },
    });
    expect(await solve(one, guard().ask, ASKED, 'zh-CN')).toMatchObject({
      key: '更好。\n第二行。',
      solvedBy: { at: 'gloss' },
    });
    const plain = toolOf(() => ({ reply: 'Better.', gloss: '更好。' }));
    await expect(solve(one, plain.ask, ASKED, 'zh-CN')).rejects.toThrow(
      'there is no list at “gloss”.',
    );
  });
});
