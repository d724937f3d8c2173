import { expect, it } from 'vitest';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { at, read } from '../support/content.ts';

it('the first file of each island asks the engine to compile it before it is run', () => {
  const dist = at('dist');
  const pages = (filesBelow(dist) as string[]).filter((file) => file.endsWith('.html'));
  const first = new Set(
    pages.flatMap((file) =>
      [...read(file).matchAll(/\bcomponent-url="([^"]+)"/g)].map(
        ([, address]) => address as string,
      ),
    ),
  );
  expect(first.size).toBeGreaterThan(10);
  for (const address of first)
    expect(read(`${dist}${address}`).split('\n', 1), address).toEqual([
      '//# allFunctionsCalledOnLoad',
    ]);
});
