import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deskSchema } from '../../src/schemas/desk.ts';
import { at, collection } from '../support/content.ts';

const ids = (name: string) => new Set(collection(name).map(({ data }) => data['id']));

describe('what the steps of a case rest on', () => {
  const desk = deskSchema.parse(collection('desk')[0]?.data);
  const steps = [...Object.values(desk.actions), ...Object.values(desk.causes)];

  it('are pages that exist in both languages', () => {
    expect(steps.length).toBeGreaterThan(25);
    for (const { page } of steps)
      for (const language of ['en', 'zh-cn'])
        expect(fs.existsSync(at('src/content/docs', language, `${page}.mdx`)), page).toBe(true);
  });

  it('are rules and lists of evidence that exist', () => {
    const [rules, lists] = [ids('rules'), ids('checklists')];
    for (const id of steps.flatMap((step) => step.rules)) expect(rules.has(id), id).toBe(true);
    for (const { checklist } of Object.values(desk.causes))
      expect(lists.has(checklist), checklist).toBe(true);
  });

  it('name clocks that some kind of case has', () => {
    const clocks = new Set(
      collection('flows').flatMap(({ data }) =>
        (data['clocks'] as { id: string }[]).map(({ id }) => id),
      ),
    );
    for (const clock of Object.keys(desk.clocks)) expect(clocks.has(clock), clock).toBe(true);
  });
});
