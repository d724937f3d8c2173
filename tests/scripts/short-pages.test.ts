import { describe, expect, it } from 'vitest';
import { withPlainDrawings, withPlainMarks } from '../../scripts/lib/plain-marks.mjs';
import { withShortScripts } from '../../scripts/lib/short-scripts.mjs';

describe('the link beside a heading', () => {
  const link = (inside: string) =>
    `<a class="sl-anchor-link" href="#x">${inside}<span class="sr-only">Section “X”</span></a>`;

  it('shows a sign for its drawing and keeps its words', () => {
    const drawn =
      '<span aria-hidden="true" class="sl-anchor-icon"><svg><path d="m1"></path></svg></span>';
    expect(withPlainMarks(`${link(drawn)}<svg><path/></svg>${link(drawn)}`)).toBe(
      `${link('<span aria-hidden="true">#</span>')}<svg><path/></svg>${link('<span aria-hidden="true">#</span>')}`,
    );
  });
});

describe('a drawing in a style sheet', () => {
  it('is the same drawing once it is read', () => {
    const drawing = '<svg viewBox="0 0 1 1"><path d="M0 0" fill="#abc" opacity="50%"/></svg>';
    const coded = Buffer.from(drawing).toString('base64');
    const text = withPlainDrawings(`a{mask:url(data:image/svg+xml;base64,${coded})}`);
    const [, address = ''] = /url\("data:image\/svg\+xml,([^"]*)"\)/.exec(text) ?? [];
    expect(decodeURIComponent(address)).toBe(drawing.replaceAll('"', "'"));
  });

  it('of another kind stays as it is', () => {
    const css = 'a{mask:url(data:image/png;base64,iVBORw0KGgo=)}';
    expect(withPlainDrawings(css)).toBe(css);
  });
});

describe('a script in a page', () => {
  it('does the same in fewer letters, and the names of the page stay', async () => {
    const html = await withShortScripts(
      '<script>\n  window.answer = (() => {\n    const six = 6;\n    return six * 7;\n  })();\n</script><p>a  b</p>',
    );
    const [, code = ''] = /<script>(.*)<\/script><p>a {2}b<\/p>$/.exec(html) ?? [];
    const window: { answer?: number } = {};
    new Function('window', code)(window);
    expect(window.answer).toBe(42);
    expect(code.length).toBeLessThan(40);
  });

  it.each([
    '<script src="/a.js"></script>',
    '<script type="application/json">{"a":  1}</script>',
    '<script type="module">  import "./a.js";</script>',
    '<script></script>',
  ])('%s is left alone', async (html) => {
    expect(await withShortScripts(html)).toBe(html);
  });
});

describe('the element for islands', () => {
  const island = 'x=1;customElements.define("astro-island",f)';

  it.each([
    ['<astro-slot name="a">', 'An island has slots'],
    ['<astro-island component-export="A.B" props="{}">', 'a part of an export'],
    ['<astro-island props="{&quot;day&quot;:[3,&quot;2026-01-01&quot;]}">', 'not plain'],
    ['<astro-island props="{&quot;all&quot;:[1,[[0,1],[5,[]]]]}">', 'not plain'],
    [`<script>${island}</script>`, 'has no part'],
  ])('%s stops the build, which left out what it asks for', async (html, why) => {
    await expect(withShortScripts(html)).rejects.toThrow(why);
  });

  it('takes plain values in lists and records', async () => {
    const html =
      '<astro-island props="{&quot;a&quot;:[0,{&quot;b&quot;:[1,[[0,null],[0,2]]]}]}"></astro-island>';
    expect(await withShortScripts(html)).toBe(html);
  });
});
