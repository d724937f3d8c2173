import { describe, expect, it } from 'vitest';
import { syntheticSite } from '../../scripts/lib/synthetic.mjs';

const pageOf = (slug: string) => ({ slug, text: `---\ntitle: "${slug}"\n---\n\n${slug}\n` });
const texts = ['playbooks/a', 'playbooks/b', 'playbooks/c', 'reference/d'];
const words = [
  ...[
    '',
    '/offline',
    '/tools/rate',
    '/workshops',
    '/workshops/one',
    ...texts.map((each) => `/${each}`),
  ].flatMap((each) => [pageOf(`en${each}`), pageOf(`zh-cn${each}`)]),
  pageOf('en/playbooks/alone'),
];
const menu = [
  { label: 'Tools', items: ['tools/rate'] },
  { label: 'Playbooks', items: ['playbooks/a', 'playbooks/b', { link: '/playbooks/c/' }] },
];
const slugsOf = (count: number) => syntheticSite(words, count, menu).pages.map(({ slug }) => slug);

describe('a synthetic site', () => {
  it('has the home page and pages at even steps, each in both languages', () => {
    expect(slugsOf(6)).toEqual([
      'en',
      'zh-cn',
      'en/playbooks/a',
      'zh-cn/playbooks/a',
      'en/playbooks/c',
      'zh-cn/playbooks/c',
    ]);
  });

  it('begins anew under other names where more are asked for than there are, and has as many as were asked for', () => {
    const slugs = slugsOf(24);
    expect(new Set(slugs).size).toBe(24);
    expect(slugs.slice(8, 12)).toEqual([
      'en/reference/d',
      'zh-cn/reference/d',
      'en/playbooks/a-1',
      'zh-cn/playbooks/a-1',
    ]);
    expect(slugs.at(-2)).toBe('en/playbooks/c-2');
  });

  it('takes no page without its other language, of a tool or of a workshop', () => {
    expect(slugsOf(400).filter((slug) => /alone|tools|workshops|offline/.test(slug))).toEqual([]);
  });

  it('has a menu of what is there', () => {
    expect(syntheticSite(words, 6, menu).menu).toEqual([
      { label: 'Playbooks', items: ['playbooks/a', { link: '/playbooks/c/' }] },
    ]);
  });

  it('gives each page the words of its model, and what our pages say of themselves', () => {
    expect(syntheticSite(words, 6, menu).pages[2]?.text).toBe(
      '---\nreviewed: 2026-01-01\naudience: [agent]\ntitle: "en/playbooks/a"\n---\n\nen/playbooks/a\n',
    );
  });
});
