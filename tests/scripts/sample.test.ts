import { expect, it } from 'vitest';
import { sampleOf } from '../support/sample.ts';

const pages = ['en', 'zh-cn'].flatMap((language) => [
  `/${language}/`,
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `/${language}/start/${name}/`),
  ...['a', 'b', 'c', 'd', 'e'].map((name) => `/${language}/tools/${name}/`),
  `/${language}/tools/a/embed/`,
]);

it('holds every tool, a page of each kind and language, and no page twice', () => {
  const chosen = sampleOf(pages, 'one');
  expect(chosen.filter((path) => path.includes('/tools/')).length).toBe(12);
  for (const language of ['en', 'zh-cn'])
    expect(chosen.filter((path) => path.startsWith(`/${language}/start/`)).length).toBe(1);
  expect(new Set(chosen).size).toBe(chosen.length);
});

it('is the same for one seed, and in time everything has its turn', () => {
  expect(sampleOf(pages, 'one')).toEqual(sampleOf(pages, 'one'));
  const seen = new Set(Array.from({ length: 120 }, (_, i) => sampleOf(pages, `${i}`)).flat());
  expect(seen.size).toBe(pages.length);
});

it('looks at the same pages in both languages', () => {
  const names = (language: string) =>
    sampleOf(pages, 'two')
      .filter((path) => path.startsWith(`/${language}/start/`))
      .map((path) => path.replace(`/${language}/`, ''));
  expect(names('en')).toEqual(names('zh-cn'));
});
