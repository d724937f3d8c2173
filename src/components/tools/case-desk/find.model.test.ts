import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import type { CueRules, Cues, FlowClocks } from '@/calculators/find-case/index.ts';
import { createFind, stretches } from './find.model.ts';
import { createFinding, type FindQuestion, type Found } from './work/finding.ts';
import { endKey, openEnd, withEnds } from './parts/Ends.tsx';

const content = openContent(join(import.meta.dirname, '../../../content'));
const rules = content.collection<CueRules>('cue-rules').get('situations') as CueRules;
const cues = content.collection<Cues>('cues');

/** A site that answers with what a pack of that address holds. */
function site(fails = () => false) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    if (fails()) return Promise.reject(new Error('no network'));
    const [, name = ''] = address.split('/').slice(-2);
    const held =
      name === 'rules'
        ? {
            rules,
            situations: [['inr-in-transit', 'Not received', 'playbooks/respond/inr-in-transit']],
          }
        : cues.get(name);
    return Promise.resolve(new Response(JSON.stringify(held)));
  });
  return asked;
}
let runs = 0;
const open = (ask: (question: FindQuestion) => Promise<Found> = createFinding()) => {
  // What was fetched once is not fetched again: each test has addresses of its own.
  const own = `/packs${(runs += 1)}`;
  return createFind(
    {
      rules: `${own}/rules`,
      languages: Object.fromEntries([...cues.keys()].map((id) => [id, `${own}/${id}`])),
    },
    [...content.collection<FlowClocks>('flows').values()],
    ask,
    () => '2026-11-21T00:00:00Z',
    () => 'UTC',
  );
};

afterEach(() => vi.unstubAllGlobals());

describe('a pasted text', () => {
  it('fetches what it is recognised by, and the words of its own language alone', async () => {
    const asked = site();
    const find = open();
    expect(asked).toEqual([]);
    expect(await find.read('where is my parcel 8123456789012345')).toBe(true);
    expect(asked.map((address) => address.split('/').at(-1)).sort()).toEqual(['en', 'rules']);
    expect(find.state.value).toBe('here');
    expect(find.result.value).toMatchObject({
      candidates: [{ situation: 'inr-in-transit', flow: 'aliexpress.inr' }],
      orderIds: ['8123456789012345'],
    });
    expect(find.situation('inr-in-transit')).toEqual({
      title: 'Not received',
      playbook: 'playbooks/respond/inr-in-transit',
    });
    await find.read('где моя посылка');
    expect(asked.at(-1)).toMatch(/ru$/);
    expect(asked).toHaveLength(3);
    await find.read('where is my order');
    expect(asked).toHaveLength(3);
  });

  it('makes a case of what it says for certain and what was chosen', async () => {
    site();
    const find = open();
    await find.read('AliExpress 8123456789012345: where is my parcel');
    const [first = null] = find.result.value?.candidates ?? [];
    expect(find.recognised(first)).toEqual({
      situation: 'inr-in-transit',
      flow: 'aliexpress.inr',
      patch: {
        platform: 'aliexpress',
        order: { id: '8123456789012345' },
        buyer: { language: 'en' },
        notes: [
          {
            at: '2026-11-21T00:00:00Z',
            text: 'AliExpress 8123456789012345: where is my parcel',
            by: 'buyer',
          },
        ],
      },
      ends: [],
    });
    expect(find.recognised(null)).toMatchObject({ situation: null, flow: null });
    expect(find.recognised(null).patch).not.toHaveProperty('reason');
  });

  it('puts the end a page shows at its clock, what is asked back beside it, and the words into the timeline', async () => {
    site();
    const find = open();
    const text =
      'AliExpress, order 8189234567123456: item arrived broken\nRefund requested: US $12.50\nSeller must respond within 2d 04:13:22';
    await find.read(text);
    const [first = null] = find.result.value?.candidates ?? [];
    const made = find.recognised(first);
    const { patch, flow } = withEnds(made, {});
    expect(flow).toBe('aliexpress.snad-new');
    expect(patch.shownDue).toEqual({ 'first-answer': '2026-11-23T04:13:22Z' });
    expect(patch.order).toEqual({ id: '8189234567123456', claim: '12.50', currency: 'USD' });
    expect(patch.notes).toEqual([{ at: '2026-11-21T00:00:00Z', text, by: 'platform' }]);
  });

  it('asks which clock an end is where nothing tells, and takes the kind of case from the answer', async () => {
    site();
    const find = open();
    await find.read('剩余 3天12小时');
    const made = find.recognised(null);
    const [{ at } = { at: '' }] = made.ends;
    expect([at, openEnd(made, {})]).toEqual(['2026-11-24T12:00:00Z', 0]);
    const said = { [endKey(made, at)]: 'aliexpress.inr/first-answer' };
    expect(openEnd(made, said)).toBe(-1);
    expect(withEnds(made, said)).toMatchObject({
      flow: 'aliexpress.inr',
      patch: { shownDue: { 'first-answer': '2026-11-24T12:00:00Z' } },
    });
    const none = { [endKey(made, at)]: 'none' };
    expect(openEnd(made, none)).toBe(-1);
    expect(withEnds(made, none).patch).not.toHaveProperty('shownDue');
  });

  it('says that nothing came, and tries again with the next text', async () => {
    let isDown = true;
    site(() => isDown);
    const find = open();
    expect(await find.read('where is my parcel')).toBe(false);
    expect([find.state.value, find.result.value]).toEqual(['failed', null]);
    isDown = false;
    expect(await find.read('where is my parcel?')).toBe(true);
    expect(find.state.value).toBe('here');
  });

  it('shows the answer to what stands there now', async () => {
    site();
    const find = open();
    const first = find.read('где моя посылка');
    const second = find.read('my box was empty');
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect(find.result.value?.candidates[0]?.situation).toBe('snad-short');
  });

  it('is read once the one before is read, the last of all that were typed meanwhile', async () => {
    const asked: string[] = [];
    const answers: ((found: Found) => void)[] = [];
    const find = open(({ text }) => {
      asked.push(text);
      return new Promise((done) => answers.push(done));
    });
    const about = (id: string): Found => ({
      result: { kind: 'ok', candidates: [], why: null, orderIds: [id], moments: [] } as never,
      patch: {},
      ends: {},
      titles: {},
    });
    const first = find.read('a');
    await Promise.resolve();
    const [second, third] = ['ab', 'abc'].map((text) => find.read(text));
    expect([asked, find.text.value]).toEqual([['a'], 'abc']);
    answers[0]?.(about('1'));
    await second;
    expect([asked, find.result.value]).toEqual([['a', 'abc'], null]);
    answers[1]?.(about('3'));
    expect(await Promise.all([first, second, third])).toEqual([false, false, true]);
    expect(find.result.value?.orderIds).toEqual(['3']);
    // What the words stand in is the text they were found in, whatever is typed since.
    void find.read('abcd');
    expect([find.answered.value, find.text.value]).toEqual(['abc', 'abcd']);
  });

  it('is taken away whole, and refused in words where it is too long', async () => {
    site();
    const find = open();
    await find.read('where is my parcel');
    find.clear();
    expect([find.text.value, find.state.value, find.result.value]).toEqual(['', 'idle', null]);
    expect(await find.read('a'.repeat(300_000))).toBe(false);
    expect(find.state.value).toBe('too-long');
  });
});

describe('the text around the words that decided', () => {
  const shown = (text: string, at: [number, number][]) =>
    stretches(text, at)
      .map(({ text: piece, decided }) => (decided ? `[${piece}]` : piece))
      .join('');

  it('holds every sign of a short text', () => {
    expect(shown('so where is it now', [[3, 8]])).toBe('so [where] is it now');
    expect(shown('where', [[0, 5]])).toBe('[where]');
    expect(
      shown('a b c', [
        [0, 1],
        [4, 5],
      ]),
    ).toBe('[a] b [c]');
  });

  it('leaves out what is far away', () => {
    const far = 'x'.repeat(500);
    const cut = shown(`${far}where${far}here${far}`, [
      [500, 505],
      [1005, 1009],
    ]);
    expect(cut).toMatch(/^…x{90}\[where\]x{90}…x{90}\[here\]x{90}…$/);
  });
});
