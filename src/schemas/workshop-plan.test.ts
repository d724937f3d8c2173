import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { openContent } from '../calculators/cli-content.ts';
import type { Exercise } from '../calculators/exercise/index.ts';
import { exerciseSchema } from './exercise.ts';
import { workshopPlanSchema } from './workshop-plan.ts';

const content = openContent(join(import.meta.dirname, '../content'));
const exercises = content.collection<Exercise>('exercises');
const plans = [
  ...content.collection<z.infer<typeof workshopPlanSchema>>('workshop-plans').values(),
];
const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('workshop plans', () => {
  it('are three, for as long as they say, each with a letter of its own', () => {
    expect(plans.map(({ id, minutes }) => [id, minutes]).sort()).toEqual([
      ['agents-refresher', 45],
      ['disputes-clinic', 120],
      ['first-day', 90],
    ]);
    expect(new Set(plans.map(({ letter }) => letter)).size).toBe(plans.length);
    for (const plan of plans) expect(said(workshopPlanSchema, plan), plan.id).toEqual([]);
  });

  it('give each exercise the time it asks for', () => {
    let seen = 0;
    for (const { id, steps } of plans)
      for (const { exercise, minutes } of steps) {
        if (exercise === undefined) continue;
        seen += 1;
        const own = exercises.get(exercise);
        expect(own, `${id}: ${exercise}`).toBeDefined();
        expect(minutes, `${id}: ${exercise}`).toBeGreaterThanOrEqual(own?.minutes ?? 0);
      }
    expect(seen).toBeGreaterThanOrEqual(12);
  });

  it('are refused where the minutes do not add up, or a step is named twice or not at all', () => {
    const [plan] = plans;
    if (!plan) throw new Error('There is no plan.');
    expect(said(workshopPlanSchema, { ...plan, minutes: plan.minutes + 1 })).toEqual([
      expect.stringContaining('The steps take'),
    ]);
    const [first, ...rest] = plan.steps;
    expect(
      said(workshopPlanSchema, { ...plan, steps: [{ ...first, title: undefined }, ...rest] }),
    ).toEqual([expect.stringContaining('title of its own')]);
    const twice = rest.find(({ exercise }) => exercise !== undefined);
    expect(
      said(workshopPlanSchema, {
        ...plan,
        minutes: plan.minutes + (twice?.minutes ?? 0),
        steps: [...plan.steps, twice],
      }),
    ).toEqual([expect.stringContaining('twice')]);
  });
});

describe('an exercise', () => {
  const sound = exercises.get('rate-withdrawn') as Exercise;
  const faults = exercises.get('listing-shoes') as Exercise;
  const options = 'options' in faults.question ? faults.question.options : [];

  it.each([
    [
      'a name nobody draws',
      { ...sound, solution: { en: '{gone}', 'zh-CN': '{gone}' } },
      'is drawn',
    ],
    ['a number without a mistake', { ...sound, mistakes: [] }, 'name mistakes'],
    [
      'a mistake that changes nothing',
      { ...sound, mistakes: [{ id: 'nothing', says: sound.title }] },
      'Invalid input',
    ],
    [
      'two options of one id',
      { ...faults, question: { ...faults.question, options: [...options, options[0]] } },
      'share an id',
    ],
    [
      'a key that somebody writes down',
      {
        ...faults,
        question: { ...faults.question, options: options.map((one) => ({ ...one, right: true })) },
      },
      'Unrecognized key: "right"',
    ],
    [
      'options that nothing finds',
      { ...faults, question: { ...faults.question, at: undefined } },
      'Invalid input',
    ],
    ['faults that no tool finds', { ...faults, solve: null }, 'Invalid input'],
    [
      'an option that comes later where no tool says that it is late',
      {
        ...faults,
        question: { ...faults.question, options: options.map((one) => ({ ...one, ready: '$n' })) },
      },
      'they are late',
    ],
    [
      'a tool that is late with options of which none comes later',
      { ...faults, question: { ...faults.question, late: 'cases.0.handIn.late' } },
      'they are late',
    ],
    ['a number that nothing computes', { ...sound, solve: null }, 'Invalid input'],
    ['a text in one language', { ...sound, goal: { en: 'Only one' } }, 'expected string'],
  ])('is refused with %s', (_, file, sentence) => {
    expect(said(exerciseSchema, file).join(' ')).toContain(sentence);
  });
});
