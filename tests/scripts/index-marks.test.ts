import { expect, it } from 'vitest';
import { withoutIndexMarks } from '../../scripts/lib/index-marks.mjs';
import { tagPattern } from '../../scripts/lib/used.mjs';

const slim = (page: string) => page.replace(tagPattern, withoutIndexMarks);

it.each([
  ['<main data-pagefind-body>a</main>', '<main>a</main>'],
  ['<ul class="x" data-pagefind-weight="0.1" id="y">', '<ul class="x" id="y">'],
  [
    '<p class="a" data-pagefind-index-attrs="data-names, title" data-names="one > two" title="t" lang="en">',
    '<p class="a" lang="en">',
  ],
])('of %s leaves what a reader or a script needs', (page, rest) => {
  expect(slim(page)).toBe(rest);
});

it.each([
  '<li data-names="one, two">',
  '<p title="data-pagefind-body">the mark data-pagefind-body</p>',
  '<script>find("[data-pagefind-body]")</script>',
])('leaves %s as it is', (page) => {
  expect(slim(page)).toBe(page);
});
