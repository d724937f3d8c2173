import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { causeNamed } from '../../src/calculators/case-desk/index.ts';
import { causeOf, situationOf } from '../../src/calculators/shared/causes.ts';
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

  it('are situations of a reply, and classes of the listing check, that exist', () => {
    const [scripts, faults] = [ids('scripts'), ids('listing-faults')];
    for (const [cause, { listing }] of Object.entries(desk.causes)) {
      const situation = situationOf(cause);
      // Of goods that are not as described there are replies for each way of it only.
      if (cause === 'snad') expect(situation).toBeUndefined();
      else {
        expect(situation && scripts.has(situation), cause).toBe(true);
        expect(situationOf(causeOf(situation ?? ''))).toBe(situation);
      }
      for (const fault of listing) expect(faults.has(fault), fault).toBe(true);
    }
    for (const id of scripts)
      if (/^(?:inr|snad)-/.test(String(id)) && id !== 'snad-how-to-use')
        expect(causeNamed(String(id), desk), String(id)).not.toBeNull();
  });

  it('say of every cause which change of a listing helps, or that none would', () => {
    for (const language of ['en', 'zh-CN']) {
      const words = JSON.parse(
        fs.readFileSync(at(`src/content/i18n/parts/case-desk.${language}.json`), 'utf8'),
      ) as Record<string, string>;
      for (const cause of Object.keys(desk.causes))
        expect(words[`tool.case-desk.fix.${cause}`], cause).toMatch(/listing|商品页/i);
    }
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
