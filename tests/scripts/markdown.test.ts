import { describe, expect, it } from 'vitest';
import { readPage } from '../../scripts/lib/markdown.mjs';
import { llmsFile, markdownFile } from '../../scripts/publish.mjs';
import { parsed } from '../support/content.ts';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { sourceSchema } from '../../src/schemas/source.ts';

const rules = new Map(parsed('rules', ruleSchema).map(({ data }) => [data.id, data]));
const sources = new Map(parsed('sources', sourceSchema).map(({ data }) => [data.id, data]));
const page = (content: string, language = 'en') => {
  const read = readPage(
    `<meta name="description" content="Two &amp; two"/><main><h1 id="_top">A <em>page</em></h1><p class="page-facts"><span>For all</span><time datetime="2026-11-21">2026-11-21</time></p><div class="sl-markdown-content">${content}</div></main>`,
    {
      resolve: (href: string) => `https://example.org${href}`,
      chinese: language !== 'en',
      isRule: (id: string) => rules.has(id),
      words: { tool: 'Asks for: {fields}.', figure: 'Figure: ' },
    },
  );
  if (!read) throw new Error('This is no page.');
  return read;
};
const bodyOf = (content: string, language = 'en') => page(content, language).body;

describe('a page as Markdown', () => {
  it.each([
    ['<p>One  line\n of &lt;text&gt;.</p><p>Two</p>', 'One line of \\<text>.\n\nTwo'],
    ['<p>5 * 3, a_b and _c_ [d]</p>', '5 \\* 3, a_b and \\_c\\_ \\[d\\]'],
    ['<p><strong>Never.</strong> Then <code>a*b</code>.</p>', '**Never**. Then `a*b`.'],
    [
      '<p><strong><a href="/en/x/">There</a></strong>, <strong>not (<a href="/en/y/">here</a>).</strong></p>',
      '**[There](https://example.org/en/x/)**, **not ([here](https://example.org/en/y/)**).',
    ],
    ['<p>1. no list</p>', '1\\. no list'],
    ['<p>Dear,<br>you</p>', 'Dear,\\\nyou'],
    [
      '<p><a href="/en/x/#y">There</a>, <a href="#z">here</a></p>',
      '[There](https://example.org/en/x/#y), here',
    ],
    ['<ol><li>One<ul><li>Inner</li></ul></li><li>Two</li></ol>', '1. One\n   - Inner\n2. Two'],
    [
      '<tick-list><p>Tick</p><ul><li><label><input type="checkbox"><span>Done</span></label></li></ul></tick-list>',
      'Tick\n\n- [ ] Done',
    ],
    [
      '<ul><li><a href="/en/x/">Rule</a><strong>5 days</strong><span class="badge">official</span><span>Ozon</span></li><li>fo<b>o</b></li></ul>',
      '- [Rule](https://example.org/en/x/) **5 days** (official) Ozon\n- fo**o**',
    ],
    ['<dl><dt>When</dt><dd>Now</dd><dd>Later</dd></dl>', '- **When**: Now; Later'],
    [
      '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>x|y</td><td><p>1</p><p>2</p></td></tr></tbody></table>',
      '| A | B |\n| --- | --- |\n| x\\|y | 1<br>2 |',
    ],
    ['<div class="box" role="note"><p>Do not</p><p>Why</p></div>', '> Do not\n>\n> Why'],
    [
      '<figure><svg aria-label="Two lanes. You ship."><text>You</text></svg><figcaption>Below</figcaption></figure>',
      'Figure: Two lanes. You ship.\n\nBelow',
    ],
    [
      '<p>x<button>Copy</button><span hidden>y</span><svg aria-hidden="true"></svg></p><nav>n</nav><script>1</script>',
      'x',
    ],
    ['<p>AliExpress<span class="badge official">official</span></p>', 'AliExpress (official)'],
    [
      '<astro-island><div class="tool-form"><label>Claims</label><input></div><section class="tool-answer"><h2 class="unseen">Answer</h2><p>Safe</p></section><section class="tool-why"><p>Because</p></section></astro-island>',
      'Asks for: Claims.\n\nSafe',
    ],
  ])('%s', (html, text) => expect(bodyOf(html)).toBe(text));

  it('puts its marks where Markdown sees them between Chinese characters', () => {
    expect(
      bodyOf('<p><strong>别催。</strong>等他。<span class="badge">二手资料</span></p>', 'zh'),
    ).toBe('**别催**。等他。（二手资料）');
    expect(bodyOf('<dl><dt>何时</dt><dd>现在</dd></dl>', 'zh')).toBe('- **何时**：现在');
  });

  it('knows its title, day and the rules it does not tell in full', () => {
    const told = page(
      `<p><a data-rule="aliexpress.dispute.first-answer" href="/en/reference/rulebook/aliexpress/#aliexpress.dispute.first-answer">5 days</a></p>
      <table class="rule-table"><tbody><tr><td><a href="/en/reference/rulebook/aliexpress/#aliexpress.appeal.tries">Appeals</a></td></tr></tbody></table>
      <script type="application/json">{"rules":["aliexpress.appeal.window","no.such.rule"]}</script>`,
    );
    expect(told).toMatchObject({
      title: 'A page',
      description: 'Two & two',
      reviewed: '2026-11-21',
      rules: ['aliexpress.dispute.first-answer', 'aliexpress.appeal.window'],
    });
  });

  it('is no text where it is made for frames', () => {
    expect(
      readPage('<main><div class="tool"></div></main>', {
        resolve: String,
        chinese: false,
        isRule: () => false,
        words: { tool: '', figure: '' },
      }),
    ).toBeNull();
  });
});

describe('the files for those who read no pages', () => {
  const one = {
    file: '',
    address: '/en/start/never-do/',
    language: 'en' as const,
    ...page('<p>Text <a data-rule="aliexpress.appeal.tries" href="/x">1 time</a></p>'),
    sources: '- A source',
  };
  const told = (site?: string) => markdownFile(one, { site, rules, sources, day: '2026-11-29' });

  it('name figure, origin, date and trust of each rule a page quotes', () => {
    expect(told()).toContain('# A page\n\n> Two & two\n\nLast reviewed 2026-11-21  \n');
    expect(told()).toContain(
      '- Appeals allowed for each disputed order: 1 time. Applies to: Sellers who lost a closed dispute. Source: “速卖通纠纷怎么申诉”, 知识网, published 2023-09-18, read in an archived copy on 2026-11-21, second-hand. (aliexpress.appeal.tries)',
    );
    expect(told()).toContain('## Sources of this page\n\n- A source\n');
  });

  it('claim an address only where one was named', () => {
    expect(told()).not.toContain('Address');
    expect(told('https://example.org')).toContain(
      'Address: https://example.org/en/start/never-do/',
    );
    expect(llmsFile([one])).toContain('[A page](/en/start/never-do/index.md): Two & two');
    const listed = llmsFile([one, { ...one, address: '/en/scripts/x/' }], 'https://example.org');
    expect(listed.indexOf('https://example.org/en/start/never-do/index.md')).toBeGreaterThan(0);
    expect(listed.indexOf('https://example.org/en/scripts/x/index.md')).toBeGreaterThan(
      listed.indexOf('## Optional'),
    );
  });
});
