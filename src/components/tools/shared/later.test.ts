import { computed } from '@preact/signals';
import { afterEach, expect, it, vi } from 'vitest';
import { createLater } from './later.ts';
import { createWords } from './words.ts';

afterEach(() => vi.unstubAllGlobals());

let pages = 0;
/** A page that leaves its refusals out; its site answers until it is told to fail. */
function openPage() {
  const site = { fails: false, asked: 0 };
  vi.stubGlobal('fetch', () => {
    site.asked += 1;
    return site.fails
      ? Promise.reject(new TypeError('no network'))
      : Promise.resolve(
          Response.json({ strings: { 'tool.x.error.small': 'Too small: {n}.' }, more: [7] }),
        );
  });
  const strings: Record<string, string> = {
    'tool.x.title': 'Title',
    'tool.common.check': 'Check this',
    'tool.common.part-lost': 'A part is lost',
  };
  const took: number[] = [];
  const later = createLater<{ strings: Record<string, string>; more: number[] }>(
    strings,
    `/data/packs/x.${(pages += 1)}.json`,
    /^tool\.x\.error\./,
    ({ more }) => took.push(...more),
  );
  return { site, later, took, words: createWords('x', 'en', strings, later.lacks) };
}

it('asks for a text when it is to be said, and says it as soon as it is here', async () => {
  const { site, words, took } = openPage();
  vi.stubEnv('SSR', false);
  const said = computed(() => words.own('error.small', { n: 3 }));
  expect([words.own('title'), site.asked]).toEqual(['Title', 0]);
  expect([said.value, words.has('tool.x.error.small')]).toEqual(['Check this', true]);
  await vi.waitFor(() => expect(said.value).toBe('Too small: 3.'));
  expect([site.asked, took]).toEqual([1, [7]]);
  // From here on nothing is left out, and a wrong key is a fault.
  expect(words.has('tool.x.error.large')).toBe(false);
  expect(() => words.own('error.large')).toThrow('error.large');
});

it('says of a text that did not arrive that it is lost, and asks anew with a person’s next step', async () => {
  const page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubEnv('SSR', false);
  const { site, words } = openPage();
  site.fails = true;
  const said = computed(() => words.own('error.small', { n: 3 }));
  expect(said.value).toBe('Check this');
  await vi.waitFor(() => expect(said.value).toBe('A part is lost'));
  page.dispatchEvent(new Event('pointerdown'));
  await vi.waitFor(() => expect(site.asked).toBe(2));
  expect(said.value).toBe('A part is lost');
  await new Promise((done) => setTimeout(done));
  site.fails = false;
  page.dispatchEvent(new Event('pointerdown'));
  await vi.waitFor(() => expect(said.value).toBe('Too small: 3.'));
  page.dispatchEvent(new Event('pointerdown'));
  expect(site.asked).toBe(3);
});

it('throws for a text nobody left out, and at build for one that was', () => {
  const { site, words } = openPage();
  expect(() => words.own('nothing')).toThrow('nothing');
  vi.stubEnv('SSR', true);
  expect(() => words.own('error.small')).toThrow('error.small');
  expect(site.asked).toBe(0);
});

it('may be asked for anew where it did not arrive, and is fetched once', async () => {
  vi.stubGlobal('window', new EventTarget());
  const { site, later, took } = openPage();
  site.fails = true;
  expect([await later.load(), later.hasFailed(), later.isHere()]).toEqual([false, true, false]);
  site.fails = false;
  expect(await Promise.all([later.load(), later.load()])).toEqual([true, true]);
  expect(await later.load()).toBe(true);
  expect([site.asked, took, later.isHere()]).toEqual([2, [7], true]);
});
