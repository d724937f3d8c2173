import { describe, expect, it } from 'vitest';
import { wideRules } from '../../scripts/lib/wide-rules.mjs';

describe('a rule that means any element by where it stands', () => {
  it.each([
    '.a>*+*',
    'legend+*',
    '.a~:not(b)',
    '.a>:only-child',
    '.a :nth-child(2)',
    ':where(.a>*+*)',
    '.a+:where(:not(:first-child)) b',
  ])('%s is found', (selector) => {
    expect(wideRules(`${selector}{top:0}`).wide.length).toBe(1);
  });

  it.each([
    '.a+.b',
    'li~li',
    'p:only-child',
    '.a>:first-child',
    '.a>:where(:not(:first-child))',
    '.a+:is(h2,h3)',
    '.a :not(a)+:not(a,:where(.not-content *))',
    'body:has(~:popover-open)',
    '.a>*',
  ])('%s is none', (selector) => {
    expect(wideRules(`${selector}{top:0}`).wide).toEqual([]);
  });

  it('what is for paper is not asked', () => {
    expect(wideRules('@media print{.a>*+*{top:0}}')).toEqual({ asked: 0, wide: [] });
    expect(wideRules('@media (width>1px){.a>*+*{top:0}}').wide).toEqual(['.a>*+*']);
  });
});
