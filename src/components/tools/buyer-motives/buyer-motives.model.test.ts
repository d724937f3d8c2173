import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MotivesFile } from '@/calculators/buyer-motives/index.ts';
import { openContent } from '@/calculators/cli-content.ts';
import type { Case } from '@/calculators/shared/case.ts';
import { cite, type Named } from '@/calculators/shared/cited.ts';
import { createBuyerMotives } from './buyer-motives.model.ts';

const content = openContent(join(import.meta.dirname, '../../../content'));
const sources = content.collection<Named>('sources');
const file = content.collection<MotivesFile>('motives').get('buyer-motives') as MotivesFile;
const page = {
  file,
  words: '',
  rules: [...content.rules().values()].map((rule) => cite(rule, sources, 'en', '')),
  strings: {},
};
const open = () => createBuyerMotives(page, 'en', '2026-11-29T00:00:00Z');
const ONE: Case = {
  version: 2,
  id: 'A-1',
  order: { price: '24.90', currency: 'EUR' },
  offers: [{ at: '2026-11-18T09:00:00Z', by: 'buyer', amount: '24.90', currency: 'EUR' }],
};

describe('the motives, opened from a case', () => {
  it('hold the sign that the case tells, which changes nothing until it is weighed', () => {
    const model = open();
    model.fill(ONE);
    expect(model.form.isExample.value).toBe(false);
    expect(model.form.input.value.signals).toEqual([
      { id: 'full-price', group: 'demand', towards: 'ill', strength: 'neutral' },
    ]);
    expect(model.form.outcome.value).toMatchObject({ kind: 'ok', standing: 'good-faith' });
  });

  it('hold nothing where the case tells nothing, and no example', () => {
    const model = open();
    model.fill({ version: 2, id: 'A-2' });
    expect([model.form.isExample.value, model.form.input.value.signals]).toEqual([false, []]);
    expect(model.form.outcome.value).toMatchObject({ kind: 'ok', standing: 'good-faith' });
  });
});
