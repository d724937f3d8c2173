import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import { cite } from '@/calculators/shared/cited.ts';
import type { MotivesFile } from '@/calculators/buyer-motives/index.ts';
import { createBuyerMotives, OWN, type MotivesPage } from './buyer-motives.model.ts';

const content = openContent(join(import.meta.dirname, '../../../content'));
const file = content.collection<MotivesFile>('motives').get('buyer-motives') as MotivesFile;
const words = content.collection('person-words').get('words');
const BUILT = '2026-11-29T00:00:00Z';
const any = { get: () => ({ publisher: 'x', publishedOn: null }) } as never;

let address = 0;
const make = () => {
  const ids = [...Object.values(file.priors), ...Object.values(file.bands)];
  const page: MotivesPage = {
    file,
    // Each page its own pack: what one test fetched is not at hand in the next.
    words: `/data/packs/words.${String((address += 1))}.json`,
    rules: ids.flatMap((id) => {
      const rule = content.rules().get(id);
      return rule ? [cite(rule, any, 'en', '')] : [];
    }),
    strings: {},
  };
  const model = createBuyerMotives(page, 'en', BUILT);
  model.form.wake(BUILT);
  return model;
};
const standing = (model: ReturnType<typeof make>) => model.form.outcome.value.kind;

let answers = true;
beforeEach(() => {
  answers = true;
  vi.stubGlobal('fetch', () =>
    Promise.resolve({ ok: answers, status: 404, json: () => Promise.resolve(words) }),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a sign in own words', () => {
  it('is weighed once the words for people are here, and refused where it names one', async () => {
    const model = make();
    expect(standing(model)).toBe('ok');
    model.add(OWN);
    model.weigh(0, { id: 'Mexican', towards: 'critic', strength: 'more' });
    expect(model.form.outcome.value).toEqual({ kind: 'waiting', hasFailed: false });
    await model.persons.load();
    expect(standing(model)).toBe('invalid');
    model.weigh(0, { id: 'Mexican plug' });
    expect(standing(model)).toBe('ok');
    model.weigh(0, { group: 'Muslim' });
    expect(standing(model)).toBe('invalid');
  });

  it('is not weighed where the words do not come, and is once they do', async () => {
    answers = false;
    const model = make();
    model.add(OWN);
    model.weigh(0, { id: 'writes every day', towards: 'critic', strength: 'more' });
    expect(await model.persons.load()).toBe(false);
    expect(model.form.outcome.value).toEqual({ kind: 'waiting', hasFailed: true });
    answers = true;
    // The next key asks for them again.
    model.weigh(0, { id: 'writes every hour' });
    await vi.waitFor(() => {
      expect(standing(model)).toBe('ok');
    });
  });

  it('makes an address wait, and an offered one does not', async () => {
    const model = make();
    const [sign] = file.signals;
    const link = `#?signals=${String(sign?.id)}~${String(sign?.group)}~critic~more&v=1`;
    expect(model.addressNeeds(link)).toBeUndefined();
    expect(model.addressNeeds('#?priors.well=0.9&v=1')).toBeUndefined();
    expect(model.addressNeeds('')).toBeUndefined();
    for (const own of ['#?signals=rude~x~critic~more&v=1', '?signals=full-price~mine~ill~more'])
      expect(await make().addressNeeds(own), own).toBe(true);
    await model.addressNeeds('#?signals=rude~x~critic~more&v=1');
    // What is here is not fetched again.
    expect(model.addressNeeds('#?signals=rude~x~critic~more&v=1')).toBeUndefined();
    expect(model.form.open('#?signals=Mexican~x~critic~more&signals=rude~y~critic~more&v=1')).toBe(
      true,
    );
    expect(model.form.input.value.signals.map(({ id }) => id)).toEqual(['rude']);
    expect(model.form.leftOut.value.map(({ key }) => key)).toEqual(['signals']);
  });
});
