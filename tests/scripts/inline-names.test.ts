import { describe, expect, it } from 'vitest';
import { dropDetours } from '../../scripts/lib/inline-names.mjs';
import { readSheet, writeSheet } from '../../scripts/lib/sheet.mjs';
import { openWords } from '../../scripts/lib/used.mjs';

/** What is left of a style sheet for a page, its scripts and a sheet that comes later. */
function left(
  screen: string,
  { html = '', script = '', later = '', before = '', print = '' } = {},
) {
  const words = openWords();
  words.addPage(html);
  words.addScript(script);
  words.addLaterSheet(later);
  const sheets = { before: readSheet(before), screen: readSheet(screen), print: readSheet(print) };
  dropDetours(sheets, words);
  return {
    before: writeSheet(sheets.before),
    screen: writeSheet(sheets.screen),
    print: writeSheet(sheets.print),
  };
}
const screen = (css: string, rest = {}) => left(css, rest).screen;

const themed = ':root{--c:#fff}:root[data-theme=dark]{--c:#000}';

describe('a name that only passes a value on', () => {
  it('is left out, and what it passes on stands in its place', () => {
    expect(screen(`${themed}:root{--s:var(--c)}p{color:var(--s)}`)).toBe(
      `${themed}p{color:var(--c)}`,
    );
  });

  it('is followed through as many steps as there are, within a value and from a layer', () => {
    expect(
      screen(
        `${themed}:root,::backdrop{--t:var(--s)}@layer l{:root{--s:var(--c)}}p{border:1px solid var( --t )}`,
      ),
    ).toBe(`${themed}p{border:1px solid var(--c)}`);
  });

  it('is left out on paper, too', () => {
    const { before, print } = left(`${themed}:root{--s:var(--c)}`, {
      before: 'p{color:var(--s)}',
      print: 'a{color:var(--s)}',
    });
    expect([before, print]).toEqual(['p{color:var(--c)}', 'a{color:var(--c)}']);
  });

  it('and a short value as well, but not a long one that would stand there many times', () => {
    expect(screen(':root{--s-1:.25rem}p{top:var(--s-1)}')).toBe('p{top:.25rem}');
    const long = ':root{--s-1:0 1px 2px #24211c14}p{top:var(--s-1)}';
    expect(screen(long)).toBe(long);
  });
});

describe('a name stays', () => {
  const use = 'p{color:var(--s)}';

  it.each([
    ['given two values', ':root{--s:red}:root:lang(zh){--s:blue}'],
    ['given another value from some width on', ':root{--s:red}@media (width>1px){:root{--s:tan}}'],
    ['given one only from some width on', '@media (width>1px){:root{--s:red}}'],
    ['given one only in one theme', ':root[data-theme=dark]{--s:red}'],
    ['given one below the page as a whole', 'main{--s:red}'],
    ['given one within a rule', 'main{& p{--s:red}}'],
    [
      'passing on what has another value below the page',
      'main{--c:red}:root{--c:tan;--s:var(--c)}',
    ],
    ['passing on itself', ':root{--s:var(--s)}'],
  ])('%s', (_, css) => {
    expect(screen(css + use)).toContain(use);
  });

  it.each([
    ['an element of the page gives it one', { html: '<p style="--s: blue">' }],
    ['a script may give it one', { script: 'style.setProperty("--s",x)' }],
    ['a later sheet gives it one', { later: '.box{--s:blue}' }],
    ['paper gives it one', { before: ':root{--s:blue}' }],
  ])('where %s', (_, rest) => {
    expect(screen(`:root{--s:red}${use}`, rest)).toBe(`:root{--s:red}${use}`);
  });

  it('for a later sheet that asks for it, though the first one need not', () => {
    expect(screen(`:root{--s:red}${use}`, { later: '.box{top:var(--s)}' })).toBe(
      ':root{--s:red}p{color:red}',
    );
  });

  it('where it is asked for with another value in reserve', () => {
    const css = ':root{--s:red}p{color:var(--s,tan)}';
    expect(screen(css)).toBe(css);
  });
});
