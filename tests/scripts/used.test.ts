import { describe, expect, it } from 'vitest';
import { readSheet, writeSheet } from '../../scripts/lib/sheet.mjs';
import {
  openWords,
  scopesOf,
  shortScopes,
  tagPattern,
  usedSheets,
} from '../../scripts/lib/used.mjs';

/** What is left of a style sheet for a page and its script. */
function left(css: string, html = '', script = '', before = '') {
  const words = openWords();
  words.addPage(html);
  words.addScript(script);
  return used(css, words, before);
}
function used(css: string, words: ReturnType<typeof openWords>, before = '') {
  const sheets = usedSheets({ screen: readSheet(css), before: readSheet(before) }, words);
  return {
    before: writeSheet(sheets.before),
    screen: writeSheet(sheets.screen),
    print: writeSheet(sheets.print),
  };
}
const screen = (css: string, html = '', script = '') => left(css, html, script).screen;

describe('a rule stays', () => {
  const page = '<p class="a b" id="c" data-d="1" dir="ltr"><dialog open></dialog></p>';

  it.each([
    '.a{top:0}',
    '.a.b>p:hover::before{top:0}',
    '#c:focus-visible{top:0}',
    '[data-d]{top:0}',
    '[dir=ltr] p{top:0}',
    'dialog[open]::backdrop{top:0}',
    '*{top:0}',
    ':root{top:0}',
    ':lang(zh){top:0}',
    'p:not(.gone){top:0}',
    ':is(.gone,.a){top:0}',
    'p:has(>dialog){top:0}',
    '@media (forced-colors:active){p{top:0}}',
    '@media (prefers-reduced-motion:no-preference){.a{top:0}}',
    '@supports (top:0){.a{top:0}}',
    '@layer one,two;',
    '.a{& p{top:0}}',
  ])('%s', (rule) => {
    expect(screen(rule, page)).toBe(rule);
  });

  it('when a script may add what it names', () => {
    expect(screen('.rung.due-soon{top:0}', page, 'el("rung due-soon")')).not.toBe('');
    expect(screen('[data-theme=dark]{top:0}', page, 'root.dataset.theme="dark"')).not.toBe('');
    expect(screen('table{top:0}', page, 'make("table")')).not.toBe('');
    expect(screen('b{top:0}', page, 'make(`b`)')).not.toBe('');
    expect(screen('b{top:0}', page, 'root.innerHTML="two <b>words</b>"')).not.toBe('');
  });

  it('when its class is written with an escape', () => {
    expect(screen('.md\\:sl-hidden{top:0}', '<i class="md:sl-hidden">')).not.toBe('');
  });
});

describe('of a choice in brackets', () => {
  const page = '<p class="a"><h2></h2></p>';

  it.each([
    ['p:is(h2,h4,h5){top:0}', 'p:is(h2){top:0}'],
    ['p:not(h2,h4){top:0}', 'p:not(h2){top:0}'],
    [':where(.a,.gone){top:0}', ':where(.a){top:0}'],
    ['p:not(h2,:where(.gone *)){top:0}', 'p:not(h2){top:0}'],
    ['p:not(:where(.gone *)){top:0}', 'p{top:0}'],
  ])('%s leaves what some page has', (rule, rest) => {
    expect(screen(rule, page)).toBe(rest);
  });

  it.each(['p:not(h4){top:0}', 'p:not(h2,.gone){top:0}', ':not(:where(.gone)){top:0}'])(
    '%s stays, or it would count for less or for nothing',
    (rule) => {
      expect(screen(rule, page)).toBe(rule);
    },
  );
});

describe('a rule goes', () => {
  const page = '<p class="a" dir="ltr">';

  it.each([
    '.gone{top:0}',
    '.a .gone{top:0}',
    '#gone{top:0}',
    '[data-gone]{top:0}',
    '[dir=rtl] .a{top:0}',
    'table td{top:0}',
    '.a:is(.gone,.lost){top:0}',
    'p:has(.gone){top:0}',
    '@media print{.gone{top:0}}',
    '@layer one{@media (width>1px){.gone{top:0}}}',
    '.gone{.a{top:0}}',
    '@keyframes gone{to{top:0}}',
    ':root{--gone:1px}',
  ])('%s', (rule) => {
    const { screen: all, print } = left(rule, page);
    expect(all + print).toBe('');
  });

  it('also where a script calls something else by one letter', () => {
    expect(screen('b{top:0}', page, 'let b=1;f(b,a.b,"a b")')).toBe('');
  });

  it('and of several selectors those that name what is not there', () => {
    expect(screen('.gone,.a,.lost{top:0}', page)).toBe('.a{top:0}');
  });

  it('and what only it asked for goes with it', () => {
    const css = ':root{--one:var(--two);--two:1px;--three:2px}.gone{top:var(--one)}';
    expect(screen(`${css}.a{top:var(--three)}`, page)).toBe(
      ':root{--three:2px}.a{top:var(--three)}',
    );
  });
});

describe('names', () => {
  it('asked for in a style attribute, by a script, by a later sheet or on paper stay', () => {
    expect(screen(':root{--x:1px}', '<p style="top:var(--x)">')).not.toBe('');
    expect(screen(':root{--x:red}', '<svg><path fill="var( --x )"/></svg>')).not.toBe('');
    expect(screen(':root{--x:1px}', '<p>', 'style.getPropertyValue("--x")')).not.toBe('');
    expect(left(':root{--x:1px}', '<p>', '', 'p{top:var(--x)}').screen).not.toBe('');
    const words = openWords();
    words.addLaterSheet('.box{top:var( --x )}');
    expect(used(':root{--x:1px}', words).screen).not.toBe('');
  });

  it('said in a layer go where a rule outside says them of the whole page', () => {
    const use = 'p{top:var(--x)}';
    const plain = ':root,:root[data-theme=dark]{--x:1px}';
    expect(screen(`${plain}@layer l{:root,::backdrop{--x:2px;--y:var(--x)}}${use}`, '<p>')).toBe(
      plain.replace(',:root[data-theme=dark]', '') + use,
    );
    // Said of one theme only, the layer's own value holds in the other one.
    const themed = ':root[data-theme=dark]{--x:1px}@layer l{:root{--x:2px}}';
    expect(screen(themed + use, '<p data-theme="dark">')).toBe(themed + use);
    // Said of a part of the page, it is another value.
    const part = ':root{--x:1px}@layer l{p{--x:2px}}';
    expect(screen(part + use, '<p>')).toBe(part + use);
  });

  it('of animations stay while something moves by them', () => {
    const css = '@keyframes turn{to{top:0}}p{animation:turn 1s}';
    expect(screen(css, '<p>')).toBe(css);
  });
});

it('takes what is for paper alone out of the sheet for all, and leaves the one before it alone', () => {
  const css = 'p{top:0}@media print{p{top:1px}}@media print and (width>1px){p{top:3px}}';
  expect(left(css, '<p>', '', 'p{top:2px}')).toEqual({
    before: 'p{top:2px}',
    screen: 'p{top:0}@media print and (width>1px){p{top:3px}}',
    print: 'p{top:1px}',
  });
});

describe('the marks of a component', () => {
  const css =
    'a:where(.astro-aaaaaaaa){top:0}.large:where(.astro-aaaaaaaa)>:where(.astro-bbbbbbbb){top:0}';
  const short = (scope: string) => `_${scope.at(-1)}`;
  const slim = (html: string) =>
    html.replace(tagPattern, shortScopes(scopesOf([readSheet(css)]), short));

  it('stay where a rule needs them, under a short name', () => {
    expect(slim('<a href="/" class="x astro-aaaaaaaa">')).toBe('<a href="/" class="x _a">');
    expect(slim('<p class="large astro-aaaaaaaa"><i class="astro-bbbbbbbb">')).toBe(
      '<p class="large _a"><i class="_b">',
    );
  });

  it('go where none does', () => {
    expect(slim('<li class="astro-aaaaaaaa">')).toBe('<li>');
    expect(slim('<p class="small astro-aaaaaaaa">')).toBe('<p class="small">');
    expect(slim('<p class="astro-cccccccc">')).toBe('<p>');
  });

  it('never change a word a reader sees', () => {
    expect(slim('<p>class="astro-aaaaaaaa" &lt;a class="astro-aaaaaaaa"&gt;')).toContain(
      'class="astro-aaaaaaaa"',
    );
  });
});
