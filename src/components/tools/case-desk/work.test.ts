import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import type { CalendarFile, DeskData, Flow } from '@/calculators/case-desk/index.ts';
import type { DeskContent } from './content.ts';
import type * as module from './work.ts';

const source = openContent(join(import.meta.dirname, '../../../content'));
const content: DeskContent = {
  language: 'en',
  flows: [...source.collection<Flow>('flows').values()],
  rules: [...source.rules().values()].map(({ superseded: _what, ...rule }) => ({
    ...rule,
    label: rule.label.en,
    appliesTo: '',
    address: '',
    reviewOn: rule.review.on,
    rivals: [],
    values: rule.values.map((value) => ({ ...value, publisher: '' })),
  })),
  calendars: [...source.collection<CalendarFile>('calendars').values()],
  desk: source.collection<DeskData>('desk').get('what-next') as DeskData,
  checklists: [],
};
const AT = '2026-11-24T01:00:00Z';
const ROW = 'A-1\taliexpress.inr\t2026-11-22 01:00 UTC\tFR';

/** A tab of its own on the same browser. */
async function tab(): Promise<module.Work> {
  vi.resetModules();
  const { createWork } = (await import('./work.ts')) as typeof module;
  const work = createWork();
  await work.open(content);
  await work.load(AT, 'Asia/Shanghai');
  return work;
}
const idsOf = async (work: module.Work) =>
  (await work.load(AT, 'Asia/Shanghai')).lines.map(({ id }) => id).sort();

let databases: IDBFactory;
beforeEach(() => vi.stubGlobal('indexedDB', (databases = new IDBFactory())));

describe('two tabs of the desk', () => {
  it('keep what either holds when one of them is asked to keep', async () => {
    const [one, two] = [await tab(), await tab()];
    await one.addRows(ROW, '', [], AT, false);
    await two.addRows(ROW.replaceAll('A-1', 'A-2'), '', [], AT, false);
    await one.keep();
    expect(await idsOf(two)).toEqual(['A-1', 'A-2']);
    expect(await idsOf(one)).toEqual(['A-1', 'A-2']);
  });

  it('take their steps one after the other, and undo none of the other’s', async () => {
    const one = await tab();
    await one.addRows(ROW, '', [], AT, false);
    await one.keep();
    const two = await tab();
    await one.change('A-1', { type: 'set', field: 'owner', value: 'Li' }, AT);
    await two.change('A-1', { type: 'note', text: 'called' }, AT);
    expect((await two.detail('A-1'))?.one).toMatchObject({
      owner: 'Li',
      notes: [{ text: 'called' }],
    });
    const { taken } = await one.undo();
    expect(taken.is).toBe('changed');
    expect((await two.undo()).taken.is).toBe('done');
    await one.load(AT, 'Asia/Shanghai');
    const left = (await one.detail('A-1'))?.one;
    expect([left?.owner, left?.notes]).toEqual(['Li', undefined]);
  });

  it('delete everything with a count, and keep nothing from then on', async () => {
    const one = await tab();
    await one.addRows(ROW, '', [], AT, false);
    await one.keep();
    expect((await one.forget(AT)).count).toBe(1);
    await one.addRows(ROW, '', [], AT, false);
    expect(await idsOf(await tab())).toEqual([]);
  });
});

const ROWS = [1, 2, 3].map((i) => ROW.replaceAll('A-1', `A-${i}`)).join('\n');

describe('a desk of many cases', () => {
  it('judges anew only what has changed, and answers the very same lines of the rest', async () => {
    const work = await tab();
    const { view: before } = await work.addRows(ROWS, '', [], AT, false);
    const again = await work.load(AT, 'Asia/Shanghai');
    expect(again.lines.map((line, i) => line === before.lines[i])).toEqual([true, true, true]);
    const after = await work.change('A-2', { type: 'set', field: 'owner', value: 'Li' }, AT);
    const lineOf = (view: typeof before, id: string) => view.lines.find((one) => one.id === id);
    for (const id of ['A-1', 'A-3']) expect(lineOf(after, id)).toBe(lineOf(before, id));
    expect(lineOf(after, 'A-2')).toMatchObject({ owner: 'Li' });
    // A minute later nothing that is shown of them is another; a day later it is.
    const minute = await work.judge('2026-11-24T01:01:00Z', 'Asia/Shanghai');
    expect(lineOf(minute, 'A-1')).toBe(lineOf(before, 'A-1'));
    const week = await work.judge('2026-12-04T01:00:00Z', 'Asia/Shanghai');
    expect(lineOf(week, 'A-1')).toMatchObject({ isOverdue: true });
  });

  it('reads a kept case once while it lies there unchanged', async () => {
    const one = await tab();
    await one.addRows(ROWS, '', [], AT, false);
    await one.keep();
    const before = await one.load(AT, 'Asia/Shanghai');
    const two = await tab();
    await two.change('A-2', { type: 'note', text: 'called' }, AT);
    const after = await one.load(AT, 'Asia/Shanghai');
    expect(after.lines.map((line) => before.lines.includes(line))).toEqual([true, true, true]);
    expect((await one.detail('A-2'))?.one.notes).toMatchObject([{ text: 'called' }]);
  });

  it('takes many rows back in one step, and what another tab wrote comes back with a removed case', async () => {
    const one = await tab();
    await one.addRows(ROWS, '', [], AT, false);
    await one.keep();
    const two = await tab();
    await two.change('A-2', { type: 'note', text: 'called' }, AT);
    // This tab has not heard of it yet.
    await one.remove('A-2');
    expect(await idsOf(await tab())).toEqual(['A-1', 'A-3']);
    expect((await one.undo()).taken.is).toBe('done');
    expect((await one.detail('A-2'))?.one.notes).toMatchObject([{ text: 'called' }]);
    await one.load(AT, 'Asia/Shanghai');
    // The rows were changed since, so they stay.
    expect((await one.undo()).taken.is).toBe('changed');
    expect(await idsOf(await tab())).toEqual(['A-1', 'A-2', 'A-3']);
    await two.addRows(ROWS.replaceAll('A-', 'B-'), '', [], AT, false);
    expect((await two.undo()).taken.is).toBe('done');
    expect(await idsOf(await tab())).toEqual(['A-1', 'A-2', 'A-3']);
  });
});

describe('a moment that is typed', () => {
  it('is taken as what it is asked for', async () => {
    const work = await tab();
    const read = (text: string, is: 'event' | 'shown' = 'event') =>
      work.readMoment(text, 'aliexpress.inr', is, AT);
    expect(await read('2026-11-20 10:00 UTC')).toEqual({ at: '2026-11-20T10:00:00Z' });
    expect(await read('2 hours ago')).toEqual({ at: '2026-11-23T23:00:00Z' });
    // An end is none of the moments at which something happened, and time that is left neither.
    expect(await read('Deadline: 5 December 2026 10:00 UTC')).toEqual({
      why: 'end',
      word: 'Deadline',
    });
    expect(await read('до 05.12.2026 10:00')).toEqual({ why: 'end', word: 'до' });
    expect(await read('2d 5h')).toEqual({ why: 'countdown' });
    expect(await read('in the next 48 hours')).toEqual({ why: 'countdown' });
    expect(await read('03/04/2026 10:00')).toEqual({ why: 'unclear' });
    expect(await read('soon')).toEqual({ why: 'unclear' });
    expect(await read('Deadline: 5 December 2026 10:00 UTC', 'shown')).toEqual({
      at: '2026-12-05T10:00:00Z',
    });
    expect(await read('2d 5h', 'shown')).toEqual({ at: '2026-11-26T06:00:00Z' });
  });
});

describe('a desk that stays open', () => {
  it('is judged and put in order by the moment and the zone the device wakes in', async () => {
    const work = await tab();
    // The second is due a day later; one that nothing is left of comes first, whichever that is.
    await work.addRows(
      'A-1\taliexpress.inr\t2026-11-22 01:00 UTC\tFR\nA-2\taliexpress.inr\t2026-11-23 01:00 UTC\tFR',
      '',
      [],
      AT,
      false,
    );
    const before = await work.judge(AT, 'Asia/Shanghai');
    expect([before.asOf, before.zone]).toEqual([AT, 'Asia/Shanghai']);
    const after = await work.judge('2026-12-09T03:00:00Z', 'America/Sao_Paulo');
    expect([after.asOf, after.zone]).toEqual(['2026-12-09T03:00:00Z', 'America/Sao_Paulo']);
    expect(after.totals).not.toEqual(before.totals);
    // A clock that was set back is believed as well.
    const again = await work.judge(AT, 'Asia/Shanghai');
    expect(again.totals).toEqual(before.totals);
    expect(again.lines).toEqual(before.lines);
  });
});

describe('a typed amount', () => {
  it('is read as money, with its currency, or refused by what is wrong with it', async () => {
    const work = await tab();
    for (const [text, currency, key] of [
      ['abc', 'USD', 'tool.number.not-a-number'],
      ['-5', 'USD', 'tool.number.negative'],
      ['lots', undefined, 'tool.number.not-a-number'],
      ['12,50 USD', 'EUR', 'tool.number.currency-mismatch'],
    ] as const)
      expect(await work.readAmount(text, currency), text).toMatchObject({ key });
    for (const currency of ['USD', 'usd', undefined, ''])
      expect(await work.readAmount('12,50 USD', currency)).toEqual({
        amount: '12.50',
        currency: 'USD',
      });
    expect(await work.readAmount('4', undefined)).toEqual({ amount: '4.00', currency: null });
  });
});

describe('pasted rows', () => {
  const ROWS = ['X\tgarbage\tyesterday\tFR', 'Q2\titem not received\t2 hours ago\tBR', ROW];

  it('that are not taken stay as they were written, and are counted', async () => {
    const one = await tab();
    const { count, left } = await one.addRows(ROWS.join('\n'), '', [], AT, false);
    expect([count, left]).toEqual([1, { text: ROWS.slice(0, 2).join('\n'), count: 2 }]);
    const header = 'order\treason\ttime\tcountry';
    const two = await one.addRows(
      [header, ROW.replace('A-1', 'A-2'), '', ROWS[0]].join('\n'),
      '',
      [],
      AT,
      false,
    );
    expect([two.count, two.left]).toEqual([1, { text: `${header}\n${ROWS[0]}`, count: 1 }]);
    const all = await one.addRows(`${header}\n${ROW.replace('A-1', 'A-3')}`, '', [], AT, false);
    expect(all.left).toEqual({ text: '', count: 0 });
  });

  it('of an order that has a case make no second one, and can be added to the first', async () => {
    const one = await tab();
    await one.addRows(ROW, '', [], AT, false);
    const again = 'A-1\taliexpress.inr\t2026-11-23 01:00 UTC\tFR\tcalled again';
    expect(await one.rows(again, '', [], AT)).toMatchObject({
      count: 0,
      there: [{ line: 1, order: 'A-1', id: 'A-1' }],
    });
    expect(await one.addRows(again, '', [], AT, false)).toMatchObject({
      count: 0,
      left: { text: again, count: 1 },
    });
    const joined = await one.addRows(`${again}\n${ROWS[0]}`, '', [], AT, true);
    expect(joined).toMatchObject({ count: 1, left: { text: ROWS[0], count: 1 } });
    expect(joined.view.lines.map(({ id }) => id)).toEqual(['A-1']);
    expect((await one.detail('A-1'))?.one).toMatchObject({
      events: { disputeOpenedAt: '2026-11-23T01:00:00Z' },
      notes: [{ text: 'called again' }],
    });
  });
});

describe('a desk nobody asked to keep', () => {
  it('leaves no database behind, however long it is worked with', async () => {
    const one = await tab();
    await one.addRows(ROW, '', [], AT, false);
    await one.undo();
    expect(await idsOf(await tab())).toEqual([]);
    expect((await one.forget(AT)).count).toBe(0);
    expect(await databases.databases()).toEqual([]);
    await one.addRows(ROW, '', [], AT, false);
    expect((await one.keep()).trouble).toBe(null);
    expect(await databases.databases()).toHaveLength(1);
    expect(await idsOf(await tab())).toEqual(['A-1']);
  });
});

describe('a step taken back', () => {
  it('is told with its count, and can be put back where it was kept', async () => {
    const one = await tab();
    await one.addRows(`${ROW}\n${ROW.replace('A-1', 'A-2')}`, '', [], AT, false);
    await one.keep();
    const { taken, view } = await one.undo();
    expect(taken).toEqual({ is: 'done', count: 2, gone: 2 });
    expect(view).toMatchObject({ lines: [], undo: null, redo: { what: 'rows', count: 2 } });
    expect(await idsOf(await tab())).toEqual([]);
    expect((await one.undo()).taken).toEqual({ is: 'none' });
    const back = await one.redo();
    expect(back.taken).toEqual({ is: 'done', count: 2, gone: 0 });
    expect(back.view).toMatchObject({ undo: { what: 'rows', count: 2 }, redo: null });
    expect(await idsOf(await tab())).toEqual(['A-1', 'A-2']);
    expect((await one.undo()).taken).toMatchObject({ is: 'done', gone: 2 });
  });

  it('leaves the older ones within reach, after a file was brought in as well', async () => {
    const other = await tab();
    await other.addRows(`${ROW}\n${ROW.replace('A-1', 'B-1')}`, '', [], AT, false);
    await other.change('A-1', { type: 'set', field: 'owner', value: 'Li' }, AT);
    const text = await other.bundle(AT, false);
    const one = await tab();
    await one.addRows(ROW, '', [], AT, false);
    await one.keep();
    await one.change('A-1', { type: 'note', text: 'called' }, AT);
    await one.bring(text, AT);
    for (const left of [['A-1'], ['A-1'], []]) {
      const { taken, view } = await one.undo();
      expect(taken.is).toBe('done');
      expect(view.lines.map(({ id }) => id)).toEqual(left);
    }
    expect((await one.undo()).taken).toEqual({ is: 'none' });
    for (const count of [1, 1, 2]) expect((await one.redo()).taken).toMatchObject({ count });
    // Whoever goes on from somewhere else has nothing to put back.
    await one.undo();
    await one.change('A-1', { type: 'note', text: 'wrote' }, AT);
    expect((await one.redo()).taken).toEqual({ is: 'none' });
  });

  it('says how many older ones are left where another tab has gone further', async () => {
    const one = await tab();
    await one.addRows(ROW, '', [], AT, false);
    await one.keep();
    await one.change('A-1', { type: 'set', field: 'owner', value: 'Li' }, AT);
    const two = await tab();
    await two.change('A-1', { type: 'note', text: 'called' }, AT);
    expect((await one.undo()).taken).toEqual({ is: 'changed', left: 1 });
  });
});

describe('a desk that keeps nothing', () => {
  const file = (...ids: string[]) =>
    JSON.stringify({
      file: 'amicable-case-desk',
      version: 2,
      cases: ids.map((id) => ({ version: 2, id })),
    });

  it('goes back to how it was before a file was brought in, and writes nothing down', async () => {
    const one = await tab();
    await one.addRows(ROW, '', [], AT, false);
    expect((await one.bring(file('B-1', 'B-2'), AT)).beforeImport).toBe(AT);
    expect(await idsOf(one)).toEqual(['A-1', 'B-1', 'B-2']);
    expect((await one.load(AT, 'Asia/Shanghai')).beforeImport).toBe(AT);
    const back = await one.bringBack();
    expect(back.lines.map(({ id }) => id)).toEqual(['A-1']);
    expect(back.beforeImport).toBeNull();
    expect(await databases.databases()).toEqual([]);
  });

  it('goes back after a reload as well, with what the tab held', async () => {
    const one = await tab();
    await one.addRows(ROW, '', [], AT, false);
    const before = { at: AT, text: await one.bundle(AT, false) };
    await one.bring(file('B-1'), AT);
    const held = await one.bundle(AT, false);
    const two = await tab();
    expect((await two.restore(held, before)).beforeImport).toBe(AT);
    expect((await two.bringBack()).lines.map(({ id }) => id)).toEqual(['A-1']);
  });

  it('takes the way back along when it is asked to keep, and forgets it with the rest', async () => {
    const one = await tab();
    await one.addRows(ROW, '', [], AT, false);
    await one.bring(file('B-1'), AT);
    await one.keep();
    const two = await tab();
    expect((await two.load(AT, 'Asia/Shanghai')).beforeImport).toBe(AT);
    expect((await two.bringBack()).lines.map(({ id }) => id)).toEqual(['A-1']);

    const three = await tab();
    await three.bring(file('C-1'), AT);
    expect((await three.forget(AT)).view.beforeImport).toBeNull();
  });

  it('leaves what another tab keeps meanwhile where it is', async () => {
    const [one, two] = [await tab(), await tab()];
    await one.addRows(ROW, '', [], AT, false);
    await one.bring(file('B-1'), AT);
    await two.addRows(ROW.replaceAll('A-1', 'A-2'), '', [], AT, false);
    await two.keep();
    expect((await one.load(AT, 'Asia/Shanghai')).beforeImport).toBeNull();
    expect((await one.bringBack()).lines.map(({ id }) => id).sort()).toEqual(['A-1', 'A-2', 'B-1']);
  });
});

describe('a store that is cleared under an open desk', () => {
  const clear = () =>
    new Promise<void>((done) => {
      const asked = databases.deleteDatabase('amicable');
      asked.onsuccess = () => done();
    });
  const kept = async () => {
    const one = await tab();
    await one.addRows(`${ROW}\n${ROW.replaceAll('A-1', 'A-2')}`, '', [], AT, false);
    await one.keep();
    await clear();
    return one;
  };
  const file = JSON.stringify({
    file: 'amicable-case-desk',
    version: 2,
    cases: [{ version: 2, id: 'N-1' }],
  });
  const added = ROW.replaceAll('A-1', 'B-1');

  it.each<[string, (one: module.Work) => Promise<{ trouble: unknown }>, string[]]>([
    [
      'a case is changed',
      (one) => one.change('A-2', { type: 'set', field: 'owner', value: 'Li' }, AT),
      ['A-1', 'A-2'],
    ],
    [
      'rows are added',
      async (one) => (await one.addRows(added, '', [], AT, false)).view,
      ['A-1', 'A-2', 'B-1'],
    ],
    ['a file is brought in', (one) => one.bring(file, AT), ['A-1', 'A-2', 'N-1']],
    ['a setting is changed', (one) => one.setWays({ me: 'Li' }, AT), ['A-1', 'A-2']],
    ['a step is taken back', async (one) => (await one.undo()).view, []],
  ])(
    'is filled again with what is shown as soon as %s, and says so',
    async (_what, step, wanted) => {
      const one = await kept();
      expect((await step(one)).trouble).toBe('cleared');
      expect(await idsOf(await tab())).toEqual(wanted);
      expect((await (await tab()).load(AT, 'Asia/Shanghai')).keeps).toBe(true);
    },
  );

  it('is filled again by a look at it as well, since nobody said that it should go', async () => {
    const one = await kept();
    const { lines, trouble, keeps } = await one.load(AT, 'Asia/Shanghai');
    expect([lines.map(({ id }) => id).sort(), trouble, keeps]).toEqual([
      ['A-1', 'A-2'],
      'cleared',
      true,
    ]);
    expect(await idsOf(await tab())).toEqual(['A-1', 'A-2']);
  });

  it('says so until a file is saved', async () => {
    const one = await kept();
    await one.setWays({ me: 'Li' }, AT);
    expect((await one.setWays({ me: 'Wang' }, AT)).trouble).toBe('cleared');
    expect((await one.saved(AT)).trouble).toBeNull();
    expect((await one.setWays({ me: 'Li' }, AT)).trouble).toBeNull();
  });

  it('stays empty where somebody deleted everything in another tab', async () => {
    const one = await tab();
    await one.addRows(ROW, '', [], AT, false);
    await one.keep();
    const two = await tab();
    const ear = new BroadcastChannel('amicable:case-desk');
    const told = new Promise((done) => (ear.onmessage = done));
    await two.forget(AT);
    await told;
    ear.close();
    expect(await idsOf(one)).toEqual([]);
    expect((await one.addRows(added, '', [], AT, false)).view.keeps).toBe(false);
    expect(await idsOf(await tab())).toEqual([]);
  });
});

it('does one thing after the other, also after one that failed', async () => {
  vi.resetModules();
  const { createWork, inTurn } = (await import('./work.ts')) as typeof module;
  const work = createWork();
  const done: string[] = [];
  const slow = vi.spyOn(work, 'undo').mockImplementation(async () => {
    await new Promise((then) => setTimeout(then, 5));
    done.push('slow');
    throw new Error('slow');
  });
  vi.spyOn(work, 'redo').mockImplementation(() => {
    done.push('quick');
    return Promise.resolve('quick' as never);
  });
  const ask = inTurn(work);
  const both = await Promise.allSettled([ask('undo', []), ask('redo', [])]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(done).toEqual(['slow', 'quick']);
  slow.mockRestore();
});

describe('a pasted text', () => {
  it('is read beside the steps of the desk: none waits for what it fetches', async () => {
    vi.resetModules();
    const { createWork, inTurn } = (await import('./work.ts')) as typeof module;
    const ask = inTurn(createWork());
    let answer: (response: Response) => void = () => undefined;
    vi.stubGlobal('fetch', () => new Promise<Response>((done) => (answer = done)));
    let isRead = false;
    const page = { rules: '/rules', languages: {} };
    const text = 'A-1: where is my parcel';
    const found = ask('find', [{ page, flows: [], text, zone: 'UTC', asOf: AT }]).finally(
      () => (isRead = true),
    );
    await ask('open', [content]);
    expect(await ask('load', [AT, 'Asia/Shanghai'])).toMatchObject({ lines: [] });
    expect(isRead).toBe(false);
    const rules = source.collection('cue-rules').get('situations');
    answer(new Response(JSON.stringify({ rules, situations: [] })));
    // Without the words of its language there is nothing to know it by.
    expect(await found).toMatchObject({ result: { kind: 'ok', why: 'no-words' } });
    vi.unstubAllGlobals();
  });
});
