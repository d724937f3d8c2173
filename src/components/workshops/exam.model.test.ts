import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import type { ExamFile } from '@/calculators/exam/index.ts';
import type { Store } from '../platform/storage.ts';
import { readCaseLink } from './case-link.ts';
import { createExam, readPlace } from './exam.model.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const pool = {
  files: [...content.collection<ExamFile>('exam').values()],
  slice: {
    rules: Object.fromEntries(content.rules()),
    collections: Object.fromEntries(
      ['metrics', 'flows', 'flow-parts', 'calendars', 'guards', 'guard-parts'].map((name) => [
        name,
        Object.fromEntries(content.collection(name)),
      ]),
    ),
    words: [],
  },
  pages: {},
  addresses: {},
};

const memory = (refuses = false) => {
  const kept = new Map<string, unknown>();
  const store: Store = {
    read: (key) => kept.get(key),
    write: (key, value) => !refuses && Boolean(kept.set(key, structuredClone(value))),
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
    onChangeElsewhere: () => {},
  };
  return { kept, store };
};
/** The store of one tab. */
const oneTab = () => {
  let text = '';
  return { read: () => text, write: (wanted: string) => void (text = wanted) };
};
const open = (store: Store, tab = oneTab()) =>
  createExam(
    () => Promise.resolve(pool),
    () => '2026-11-29T00:00:00Z',
    store,
    tab,
  );

describe('the place in an exam', () => {
  it('is kept only when asked, taken up again, and gone once the exam is over', async () => {
    const { kept, store } = memory();
    const model = open(store);
    model.seedText.value = 'K7Q2';
    await model.begin();
    expect(model.asked.value.length).toBe(30);
    const [first, second] = model.asked.value;
    if (!first || !second) throw new Error('Nothing is asked.');
    model.choose(first, 'B');
    model.go(4);
    expect(kept.size).toBe(0);
    model.setKeeping(true);
    model.choose(second, 'C');
    expect(kept.size).toBe(1);

    const later = open(store);
    later.findKept();
    expect(later.kept.value).toMatchObject({ seed: 'K7Q2', at: 4 });
    await later.resume();
    expect(later.at.value).toBe(4);
    expect(later.answers.value).toEqual({ [first.id]: 'B', [second.id]: 'C' });
    later.finish();
    expect(kept.size).toBe(0);
  });

  it('outlives a reload of its tab, in the middle and at its review, but no address that asks for another', async () => {
    const { kept, store } = memory();
    const tab = oneTab();
    const model = open(store, tab);
    model.seedText.value = 'K7Q2';
    await model.begin();
    for (const one of model.asked.value.slice(0, 20)) model.choose(one, one.key);
    model.go(20);
    expect(kept.size).toBe(0);

    const reloaded = open(store, tab);
    await reloaded.takeUp();
    expect([reloaded.phase.value, reloaded.at.value, reloaded.isTakenUp.value]).toEqual([
      'asking',
      20,
      true,
    ]);
    expect(reloaded.answers.value).toEqual(model.answers.value);
    reloaded.finish();
    await reloaded.redo();
    const [missed] = reloaded.asked.value;
    if (!missed) throw new Error('Nothing was missed.');
    reloaded.choose(missed, missed.key);

    // What is redone goes; what it is from stays to be read.
    const atReview = open(store, tab);
    await atReview.takeUp();
    expect([atReview.phase.value, atReview.judged.value.right]).toEqual(['done', 20]);

    const other = open(store, tab);
    const link = readCaseLink(['?seed=AB12&v=1'], ['seed']);
    if (link) other.open(link);
    await other.takeUp();
    expect([other.phase.value, other.seedText.value]).toEqual(['start', 'AB12']);

    atReview.another();
    const after = open(store, tab);
    await after.takeUp();
    expect(after.phase.value).toBe('start');
  });

  it('says when a browser refuses to keep it', async () => {
    const model = open(memory(true).store);
    await model.begin();
    model.setKeeping(true);
    expect(model.couldKeep.value).toBe(false);
  });

  it.each([
    null,
    'K7Q2',
    { seed: 7 },
    { seed: 'no seed!', answers: {} },
    { seed: 'K7Q2', answers: null },
  ])('is not read from %j', (raw) => {
    expect(readPlace(raw)).toBeNull();
  });

  it('takes letters only, and a place inside the exam', () => {
    expect(readPlace({ seed: 'K7Q2', at: 99, answers: { one: 'A', two: 'Z', three: 3 } })).toEqual({
      seed: 'K7Q2',
      at: 0,
      answers: { one: 'A' },
      isDone: false,
    });
  });
});

describe('a link that is opened', () => {
  const link = (address: string) => {
    const read = readCaseLink([address], ['seed']);
    if (!read) throw new Error(address);
    return read;
  };

  it('chooses the exam before one begins, and waits while one runs or is looked at', async () => {
    const model = open(memory().store);
    model.open(link('#?seed=K7Q2'));
    expect([model.seed.value, model.waiting.value]).toEqual(['K7Q2', null]);
    await model.begin();
    const asked = model.asked.value;
    for (const phase of ['asking', 'check', 'done', 'loading'] as const) {
      model.phase.value = phase;
      model.open(link('#?seed=AB12'));
      expect(model.waiting.value?.seed, phase).toBe('AB12');
      expect([model.seed.value, model.came.value?.seed]).toEqual(['K7Q2', 'K7Q2']);
      expect(model.asked.value).toBe(asked);
    }
    model.another();
    expect([model.seed.value, model.waiting.value, model.phase.value]).toEqual([
      'AB12',
      null,
      'start',
    ]);
  });

  it('that cannot be read is kept to be named, and the next exam is the next one', async () => {
    const model = open(memory().store);
    await model.begin();
    model.open(link('#garbage'));
    expect(model.waiting.value?.leftOut).toHaveLength(1);
    model.another();
    expect(model.seed.value).not.toBe('1');
    expect(model.waiting.value).toBeNull();
    model.phase.value = 'failed';
    model.open(link('#?seed=AB12'));
    expect([model.seed.value, model.waiting.value]).toEqual(['AB12', null]);
  });
});

describe('mistakes', () => {
  it('come again with other numbers, or in the shape of another question', async () => {
    const model = open(memory().store);
    model.seedText.value = 'K7Q2';
    await model.begin();
    const first = model.asked.value;
    const before = new Map(first.map((one) => [one.id, JSON.stringify(one.variant)]));
    const isBare = (one: (typeof first)[number]) => Object.keys(one.variant).length === 0;
    const missed = [
      ...first.filter((one) => !isBare(one)).slice(0, 3),
      ...first.filter(isBare).slice(0, 3),
    ];
    for (const one of first) if (!missed.includes(one)) model.choose(one, one.key);
    model.finish();
    expect(model.judged.value).toMatchObject({ right: 24, passed: true });
    expect(model.again.value.size).toBe(0);
    await model.redo();
    const second = model.asked.value;
    expect(second.length).toBe(6);
    expect(model.runs.value).not.toBe('K7Q2');
    expect([...model.again.value.keys()].sort()).toEqual(second.map(({ id }) => id).sort());
    for (const one of second) {
      const again = model.again.value.get(one.id);
      expect(before.has(one.id)).toBe(again === 'numbers');
      if (again === 'numbers') expect(JSON.stringify(one.variant)).not.toBe(before.get(one.id));
    }
    expect(second.filter((one) => before.has(one.id)).length).toBe(3);
    // Missed once more: numbers of a third kind, and questions that were in neither round.
    model.finish();
    await model.redo();
    const kinds = model.asked.value.map((one) => model.again.value.get(one.id));
    expect(kinds.filter((kind) => kind === 'numbers').length).toBeGreaterThanOrEqual(3);
    for (const one of model.asked.value)
      if (model.again.value.get(one.id) !== 'numbers') expect(before.has(one.id)).toBe(false);
    for (const one of model.asked.value) model.choose(one, one.key);
    model.finish();
    // All right, and still no exam passed: it was a part of one.
    expect(model.judged.value).toMatchObject({ right: 6, passed: false });
    await model.begin();
    expect(model.again.value.size).toBe(0);
  });
});

describe('the address of an exam', () => {
  const ask = (model: ReturnType<typeof open>, address: string) => {
    const link = readCaseLink([address], ['seed']);
    if (link) model.open(link);
    return model.came.value?.leftOut.map(({ key }) => key);
  };

  it('gives the seed it names, and says what it cannot read', () => {
    const model = open(memory().store);
    expect(ask(model, '?seed=k7q2')).toEqual([]);
    expect(model.seed.value).toBe('K7Q2');
    expect(ask(model, '#garbage')).toEqual(['garbage']);
    expect(model.seed.value).toBe('K7Q2');
    expect(ask(model, '#?seed=K7Q2&team=3&v=1')).toEqual(['team']);
    model.another();
    expect(model.came.value).toBeNull();
  });

  it('does not throw away an exam that runs', async () => {
    const model = open(memory().store);
    await model.begin();
    ask(model, '#?seed=K7Q2&v=1');
    expect([model.phase.value, model.seed.value]).toEqual(['asking', '1']);
  });
});
