import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import type { Exercise } from '@/calculators/exercise/index.ts';
import { readCaseLink } from './case-link.ts';
import { createModel } from './exercise.model.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const exercise = content.collection<Exercise>('exercises').get('rate-withdrawn') as Exercise;
const open = (address: string, model = newModel()) => {
  const link = readCaseLink([address], ['seed', 'team']);
  if (link) model.open(link);
  return model;
};
const newModel = () =>
  createModel(
    { exercise, slice: { rules: {}, collections: {}, words: [] }, strings: {} },
    '2026-11-29T00:00:00Z',
  );

describe('an exercise from an address', () => {
  it.each([
    ['#?seed=k7q2&team=3&v=1', { seed: 'K7Q2', team: 3 }],
    ['#?seed=K7Q2&team=x&v=1', { seed: 'K7Q2', team: 0 }],
    ['#?seed=%21&team=3&v=1', { seed: '1', team: 3 }],
    ['#garbage', { seed: '1', team: 0 }],
    ['', { seed: '1', team: 0 }],
  ])('%s opens its case', (address, read) => {
    expect(open(address).read.value).toEqual(read);
  });

  it('keeps its case and what was typed where another address says nothing', () => {
    const model = open('#?seed=K7Q2&team=3&v=1');
    model.typed.value = '9';
    open('#garbage', model);
    expect(model.read.value).toEqual({ seed: 'K7Q2', team: 3 });
    expect(model.typed.value).toBe('9');
    // The team of the last address is not carried into the next case.
    open('#?seed=AAAA&v=1', model);
    expect(model.read.value).toEqual({ seed: 'AAAA', team: 0 });
    expect([model.teamText.value, model.typed.value]).toEqual(['', '']);
  });
});
