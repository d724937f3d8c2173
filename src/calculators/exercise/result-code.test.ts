import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { LETTERS } from '../workshop-code/index.ts';
import {
  collect,
  decodeResults,
  encodeResults,
  middleOf,
  readTag,
  type CodedPlan,
  type Exercise,
  type Given,
  type Judgement,
} from './index.ts';

const all = openContent(join(import.meta.dirname, '../../content')).collection<Exercise>(
  'exercises',
);
const plan: CodedPlan = {
  id: 'sample',
  letter: 'S',
  exercises: [
    'rate-withdrawn',
    'clock-first-answer',
    'reply-late-parcel',
    'listing-shoes',
    'order-ways-out',
    'repair-short',
  ].map((id) => all.get(id) as Exercise),
};
const judged = (part: Partial<Judgement>): Judgement => ({
  verdict: 'right',
  mistake: null,
  gap: null,
  options: [],
  text: [],
  ...part,
});
const mistake = (id: string) => ({ id, says: { en: '', 'zh-CN': '' } });
const given: (Given | null)[] = [
  { judgement: judged({ verdict: 'near', mistake: mistake('withdrawn-left-in') }), answer: '9,06' },
  { judgement: judged({ verdict: 'near', gap: '-1440' }), answer: '2026-11-17 08:00' },
  { judgement: judged({ verdict: 'wrong' }), answer: 'paypal' },
  { judgement: judged({ verdict: 'near' }), answer: ['title', 'skus.1'] },
  { judgement: judged({}), answer: ['resend', 'hold', 'accept', 'return-refund'] },
  null,
];

describe('the code of a workshop', () => {
  it('brings back every answer', () => {
    const code = encodeResults(plan, 3, 'RED7', given);
    expect(code).toMatch(/^1S03/);
    expect(decodeResults(code, [plan])).toEqual({
      plan,
      results: {
        plan: 'sample',
        team: 3,
        tag: 'RED7',
        answers: [
          {
            verdict: 'near',
            mistake: 'withdrawn-left-in',
            number: 9.06,
            options: [],
            minutes: null,
          },
          { verdict: 'near', mistake: null, number: null, options: [], minutes: -1440 },
          { verdict: 'wrong', mistake: null, number: null, options: ['paypal'], minutes: null },
          {
            verdict: 'near',
            mistake: null,
            number: null,
            options: ['title', 'skus.1'],
            minutes: null,
          },
          {
            verdict: 'right',
            mistake: null,
            number: null,
            options: ['resend', 'hold', 'accept', 'return-refund'],
            minutes: null,
          },
          { verdict: null, mistake: null, number: null, options: [], minutes: null },
        ],
      },
    });
  });

  it('brings back each of the orders of four options', () => {
    const ids = ['resend', 'hold', 'accept', 'return-refund'];
    const orders = (left: string[]): string[][] =>
      left.length === 0
        ? [[]]
        : left.flatMap((id) =>
            orders(left.filter((each) => each !== id)).map((rest) => [id, ...rest]),
          );
    const seen = new Set<string>();
    for (const answer of orders(ids)) {
      const code = encodeResults(plan, 0, '', [
        null,
        null,
        null,
        null,
        { judgement: judged({}), answer },
      ]);
      seen.add(code);
      expect(decodeResults(code, [plan])).toMatchObject({
        results: { answers: { 4: { options: answer } } },
      });
    }
    expect(seen.size).toBe(24);
  });

  it('names the block of a slip, and refuses what is no code of a plan', () => {
    const code = encodeResults(plan, 3, 'RED7', given).replaceAll('-', '');
    for (let at = 0; at < code.length; at += 1) {
      const letter = LETTERS[(LETTERS.indexOf(code[at] as string) + 7) % 32] as string;
      const read = decodeResults(code.slice(0, at) + letter + code.slice(at + 1), [plan]);
      expect(read).toMatchObject({ issues: [{ values: { block: at < 31 ? 1 : 2 } }] });
    }
    expect(decodeResults(code, [])).toMatchObject({ issues: [{ key: 'tool.exercise.code.plan' }] });
    expect(decodeResults('K7Q2EQ', [plan])).toMatchObject({
      issues: [{ key: 'tool.exercise.code.layout' }],
    });
    const short = { ...plan, exercises: plan.exercises.slice(1) };
    expect(decodeResults(encodeResults(short, 0, '', []), [plan])).toMatchObject({
      issues: [{ key: 'tool.exercise.code.length' }],
    });
  });

  it('may carry a tag of letters that codes know', () => {
    // There is no U in these codes, and L reads as 1.
    expect([readTag('blue'), readTag('o-l'), readTag('')]).toEqual([null, '01', '']);
    expect(readTag('red 7')).toBe('RED7');
    expect([readTag('蓝'), readTag('ABCDEFG')]).toEqual([null, null]);
  });
});

describe('a pile of codes', () => {
  const code = (tag: string, verdict: 'right' | 'wrong', answer: string) =>
    encodeResults(plan, 1, tag, [{ judgement: judged({ verdict }), answer }, given[1] ?? null]);
  const other: CodedPlan = { id: 'other', letter: 'T', exercises: plan.exercises };

  it('shows shares, mistakes and spread, and counts each code once', () => {
    const near = encodeResults(plan, 2, 'C', given);
    const pile = [
      code('A', 'right', '7.87'),
      code('B', 'wrong', '12'),
      near,
      near.toLowerCase(),
      'K7Q3EQ',
      encodeResults(other, 0, '', []),
    ].join('\n');
    const {
      people,
      outcomes,
      refused,
      repeated,
      strangers,
      plan: of,
    } = collect(pile, [plan, other]);
    expect([of?.id, people.length, repeated, strangers]).toEqual(['sample', 3, 1, 1]);
    expect(refused).toMatchObject([{ code: 'K7Q3EQ', issues: [{ values: { block: 1 } }] }]);
    expect(outcomes[0]).toMatchObject({
      right: 1,
      near: 1,
      wrong: 1,
      unanswered: 0,
      mistakes: [{ id: 'withdrawn-left-in', times: 1 }],
      numbers: [7.87, 9.06, 12],
    });
    expect(outcomes[2]).toMatchObject({
      wrong: 1,
      unanswered: 2,
      numbers: [],
      chosen: [{ id: 'paypal', times: 1 }],
    });
    expect(outcomes[3]?.chosen).toEqual([
      { id: 'skus.1', times: 1 },
      { id: 'title', times: 1 },
    ]);
    expect(outcomes[4]).toMatchObject({ right: 1, chosen: [] });
    expect(middleOf(outcomes[0]?.numbers ?? [])).toBe(9.06);
    expect([middleOf([]), middleOf([1, 2])]).toEqual([null, 1.5]);
  });

  it('counts two people with the same answers twice, and one code written in two ways once', () => {
    const sheets = [7, 8].map((sheet) => encodeResults(plan, 1, '', given, sheet));
    const again = (sheets[0] ?? '').replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
    const { people, repeated } = collect([...sheets, again].join('\n'), [plan]);
    expect([people.length, repeated]).toEqual([2, 1]);
    expect(people[0]).toEqual(people[1]);
  });

  it('names every block that is wrong, of one code', () => {
    const code = encodeResults(plan, 3, 'RED7', given).replaceAll('-', '');
    const wrong = [...code].map((letter, i) =>
      i === 4 || i === 33 ? (letter === 'Z' ? 'Y' : 'Z') : letter,
    );
    const [{ issues } = { issues: [] }] = collect(wrong.join(''), [plan]).refused;
    expect(issues.map(({ values }) => values['block'])).toEqual([1, 2]);
  });

  describe('in what people paste', () => {
    const [one = '', two = ''] = [3, 4].map((sheet) => encodeResults(plan, 1, '', given, sheet));
    /** The same with one letter changed, in its second block or its first. */
    const slip = (whole: string, at: number) =>
      whole.slice(0, at) + (whole[at] === 'Z' ? 'Y' : 'Z') + whole.slice(at + 1);

    it.each([
      ['a name before it', `Anna: ${one}`],
      ['a name before it without a colon', `Anna ${one}`],
      ['a name that could be letters of a code', `ANNA ${one}`],
      ['a Chinese name and a full-width colon', `张三：${one}`],
      ['a Chinese name glued to it', `张三${one}`],
      ['a name behind it', `${one} (Lisa)`],
      ['a name behind it without a bracket', `${one} Li Wei`],
      ['a number before it', `12. ${one}`],
      ['a Chinese number before it', `3、${one}`],
      ['a number in brackets', `(1) ${one}`],
      ['the line of a chat', `[10:32, 21/11/2026] Anna: ${one}`],
      ['a chat that names day and hour', `2026-11-21 10:32 Anna - ${one}`],
      ['a quotation', `> “${one}”`],
      ['a name of one letter', `I ${one}`],
      ['a name joined by a hyphen', `Anna-${one}`],
      ['groups parted by spaces', `Team 3 ${one.replaceAll('-', ' ')} Anna`],
      ['small letters without hyphens', `code = ${one.replaceAll('-', '').toLowerCase()}`],
      ['two lines', `Anna: ${one.slice(0, 20)}\n${one.slice(20)}`],
      [
        'full width',
        one.replace(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
      ],
    ])('is read with %s', (_, pasted) => {
      const { people, refused } = collect(pasted, [plan]);
      expect(refused).toEqual([]);
      expect(people).toHaveLength(1);
    });

    it.each([
      ['with a space between', ' '],
      ['with a comma between', ', '],
      ['with names between', ' Anna / Boris '],
    ])('is read twice on a line, %s', (_, between) => {
      const { people, refused } = collect(`${one}${between}${two}`, [plan]);
      expect([people.length, refused]).toEqual([2, []]);
    });

    it.each([
      ['Anna: ', ''],
      ['ANNA ', ''],
      ['Anna ', ' Li Wei'],
      ['12. ', ''],
      ['[10:32, 21/11/2026] Anna: ', ''],
      ['张三：', ' 谢谢'],
      ['', ''],
    ])('names the block that is wrong, not the name, behind “%s”', (before, after) => {
      for (const at of [5, 12, one.length - 2]) {
        const { refused } = collect(before + slip(one, at) + after, [plan]);
        expect(refused).toHaveLength(1);
        expect(refused[0]?.code).toBe(slip(one, at).replaceAll('-', ''));
        expect(refused[0]?.issues.map(({ values }) => values['block'])).toEqual([1]);
      }
    });

    it('names what is wrong beside what is right on a line, and a line that holds no code', () => {
      const { people, refused } = collect(
        `Anna ${one}, Boris ${slip(two, 7)}\nWho is next?\n\n${two}`,
        [plan],
      );
      expect(people).toHaveLength(2);
      expect(refused).toMatchObject([
        { code: slip(two, 7).replaceAll('-', ''), issues: [{ values: { block: 1 } }] },
        { code: 'Who is next?', issues: [{ key: 'tool.exercise.code.none' }] },
      ]);
    });

    it('is told in a moment among forty and a wall of words', () => {
      const codes = Array.from({ length: 40 }, (_, i) => encodeResults(plan, 1, '', given, i));
      const pile = codes
        .map((each, i) => `[10:${i}] Person ${i}: ${each}\nyes, 1 moment`)
        .join('\n');
      const began = performance.now();
      const { people } = collect(pile + '1l2i '.repeat(3000), [plan]);
      expect(people).toHaveLength(40);
      expect(performance.now() - began).toBeLessThan(4000);
    });
  });

  it('is empty where nothing was pasted', () => {
    expect(collect(' \n', [plan])).toMatchObject({
      plan: null,
      people: [],
      refused: [],
      repeated: 0,
    });
  });
});
