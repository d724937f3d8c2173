import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import { metricsOf } from '@/calculators/dispute-rate/tool.ts';
import { cite, type Named } from '@/calculators/shared/cited.ts';
import { readEverything } from '@/calculators/shared/every-reader.ts';
import { forgetReaders } from '@/calculators/shared/readers.ts';
import { createDisputeRate } from '../dispute-rate/dispute-rate.model.ts';
import { arrived } from './arrivals.ts';

const content = openContent(join(import.meta.dirname, '../../../content'));
const sources = content.collection<Named>('sources');
const rules = [...content.rules().values()].map((rule) => cite(rule, sources, 'en', ''));
const rate = () =>
  createDisputeRate([...metricsOf(content).values()], rules, 'en', '2026-11-25T12:00:00Z').form;
const outcome = (form: ReturnType<typeof rate>) => {
  const { value } = form.outcome;
  return 'issues' in value ? value.issues.map(({ key }) => key) : value.kind;
};

describe('a form whose readers are not here yet', () => {
  beforeEach(forgetReaders);
  afterEach(readEverything);

  it('answers every example and every plain figure', () => {
    const form = rate();
    for (const metric of metricsOf(content).keys()) {
      form.choose({ metric });
      expect([metric, outcome(form)]).toEqual([metric, 'ok']);
    }
  });

  it('keeps what else was typed, and answers it as it stands once they have come', () => {
    const form = rate();
    form.open('#?metric=aliexpress.snad&claims=12&withdrawn=3');
    const plain = form.outcome.value;
    const orders = Object.keys(form.input.value.fields).find((name) => name !== 'claims') ?? '';
    form.type('claims', '12单');
    const typed = form.input.value;
    expect(outcome(form)).toEqual(['tool.number.reader-coming']);
    readEverything();
    arrived();
    expect(form.input.value).toEqual(typed);
    expect(typed.fields[orders]).toBeDefined();
    expect(outcome(form)).toBe(plain.kind === 'ok' ? 'ok' : outcome(form));
    form.type('claims', '12 oranges');
    expect(outcome(form)).toEqual(['tool.number.more-than-a-number']);
  });

  it('leaves nothing of an address out for want of a reader', () => {
    const form = rate();
    form.open('#?metric=aliexpress.snad&claims=1%2C234');
    expect(form.leftOut.value).toEqual([]);
    expect(form.input.value.fields['claims']).toBe('1,234');
  });
});
