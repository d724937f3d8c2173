import { expect, it } from 'vitest';
import { hearingLoss } from '../../scripts/lib/search-loss.mjs';

const script = (chunk: string) =>
  `load(url,"load_index_chunk"))${chunk};load(url,"load_filter_chunk")).catch(()=>{});`;

it('lets the search hear that a part of its index did not arrive, and changes nothing else', () => {
  expect(hearingLoss(script('.catch(()=>{})'), 'a.js')).toBe(script(''));
});

it('stops the build where the search is written otherwise', () => {
  expect(() => hearingLoss(script(''), 'a.js')).toThrow(/^a\.js .* 0 times/);
  expect(() => hearingLoss(script('.catch(()=>{})').repeat(2), 'a.js')).toThrow(/2 times/);
});
