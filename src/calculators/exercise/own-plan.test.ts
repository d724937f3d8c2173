import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { calculate as protectOrCheck } from '../workshop-code/index.ts';
import {
  addressOf,
  collect,
  decodeWay,
  encodeResults,
  encodeWay,
  MOST_STEPS,
  ownPlanOf,
  readName,
  readSteps,
  type Exercise,
  type Given,
} from './index.ts';

const all = [
  ...openContent(join(import.meta.dirname, '../../content'))
    .collection<Exercise>('exercises')
    .values(),
];
const byMark = (...marks: string[]) =>
  marks.map((mark) => all.find((each) => each.mark === mark) as Exercise);

describe('a plan of one’s own in an address', () => {
  it('comes back as it was, in small letters as well', () => {
    const steps = [
      { mark: 'R7', minutes: 10 },
      { mark: '0P', minutes: 5 },
      { mark: 'G5', minutes: null },
      { mark: '0P', minutes: 15 },
    ];
    const { plan } = addressOf({ name: '', steps });
    expect(plan).toBe('R710-0P5-G5-0P15');
    expect(readSteps(String(plan).toLowerCase())).toEqual({ steps, wrong: [] });
  });

  it('is hostile until it is read: what is no step is named, and nothing else comes of it', () => {
    const read = readSteps('R710-<script>-R7-R1999-0P-IL5-G5é-__proto__--C10-C2181');
    expect(read.steps).toEqual([
      { mark: 'R7', minutes: 10 },
      { mark: '0P', minutes: null },
    ]);
    expect(read.wrong).toEqual([
      '<SCRIPT>',
      'R7',
      'R1999',
      'IL5',
      'G5É',
      '__PROTO__',
      'C10',
      'C2181',
    ]);
    const many = readSteps(Array.from({ length: 99 }, () => '0P5').join('-'));
    expect(many.steps).toHaveLength(MOST_STEPS);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { steps, wrong } = readSteps(raw);
        expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
        expect(wrong.every((part) => part.length <= 12)).toBe(true);
        expect([...readName(raw)].length).toBeLessThanOrEqual(60);
        expect(readName(raw)).not.toMatch(/\p{C}/u);
      }),
    );
  });
});

describe('a code that leads to a workshop', () => {
  const first = encodeWay({ plan: 'F', seed: 'K7Q2' }) as string;

  it('holds a ready plan and its seed, and is read as people write it', () => {
    expect(first.replaceAll('-', '')).toBe(
      (protectOrCheck({ protect: '3FK7Q2' }) as { code: string }).code,
    );
    for (const written of [first, first.toLowerCase(), ` ${first.replaceAll('-', ' ')} `])
      expect(decodeWay(written)).toEqual({ way: { plan: 'F', seed: 'K7Q2' } });
    const ones = encodeWay({ plan: 'A', seed: '101' }) as string;
    expect(decodeWay(ones.replaceAll('1', 'l').replaceAll('0', 'o'))).toEqual({
      way: { plan: 'A', seed: '101' },
    });
  });

  it('holds the exercises of a plan of one’s own, and no other step', () => {
    const code = encodeWay({ plan: ['R7', '0P', 'G5', 'C2'], seed: 'BLUE5'.replace('U', 'V') });
    expect(decodeWay(code as string)).toEqual({
      way: { plan: ['R7', 'G5', 'C2'], seed: 'B1VE5' },
    });
    expect(encodeWay({ plan: 'F', seed: 'BLUE' })).toBeNull();
    expect(encodeWay({ plan: ['0P'], seed: '1' })).toBeNull();
  });

  it('names the block of one or two wrong letters, and never goes elsewhere', () => {
    const letters = first.replaceAll('-', '');
    let tried = 0;
    for (let i = 0; i < letters.length; i += 1)
      for (let j = i; j < letters.length; j += 1) {
        const wrong = [...letters];
        for (const at of new Set([i, j])) wrong[at] = wrong[at] === 'Z' ? 'Y' : 'Z';
        const read = decodeWay(wrong.join(''));
        expect('issues' in read && read.issues[0]?.values['block']).toBe(1);
        tried += 1;
      }
    expect(tried).toBe(36);
  });

  it('is told from a code of answers, both ways', () => {
    const plan = { id: 'x', letter: 'F', exercises: byMark('R7') };
    const answers = encodeResults(plan, 0, '', [null]);
    expect(decodeWay(answers)).toMatchObject({ issues: [{ key: 'tool.exercise.join.answers' }] });
    expect(collect(first, [plan], all).refused).toMatchObject([
      { issues: [{ key: 'tool.exercise.code.way' }] },
    ]);
    for (const data of ['3', '4', '40', '41R', '9FK7Q2', '3F', '4ZR7']) {
      const { code } = protectOrCheck({ protect: data }) as { code: string };
      expect('issues' in decodeWay(code), data).toBe(true);
    }
  });
});

describe('answers to a plan of one’s own', () => {
  const exercises = byMark('R7', 'N3', 'G5');
  const given = (number: string): Given[] => [
    {
      judgement: { verdict: 'right', mistake: null, gap: '0', options: [], text: [] },
      answer: number,
    },
  ];

  it('are collected without the plan: its codes name their exercises', () => {
    const plan = ownPlanOf(exercises);
    const codes = ['7.5', '8', '9.25'].map((number, i) =>
      encodeResults(plan, i, `T${i}`, given(number)),
    );
    const other = encodeResults(ownPlanOf(byMark('R7', 'G5')), 0, '', []);
    const found = collect([...codes, other].join('\n'), [], all);
    expect(found.plan?.exercises.map(({ mark }) => mark)).toEqual(['R7', 'N3', 'G5']);
    expect(found.people.map(({ tag }) => tag)).toEqual(['T0', 'T1', 'T2']);
    expect(found.outcomes[0]).toMatchObject({ right: 3, numbers: [7.5, 8, 9.25] });
    expect(found.strangers).toBe(1);
  });

  it('are refused where one of their exercises is not on this site', () => {
    const code = encodeResults(ownPlanOf(exercises), 0, '', []);
    const known = all.filter(({ mark }) => mark !== 'N3');
    expect(collect(code, [], known).refused).toMatchObject([
      { issues: [{ key: 'tool.exercise.code.plan' }] },
    ]);
  });
});
