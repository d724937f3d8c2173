import { expect, it } from 'vitest';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { wideRules } from '../../scripts/lib/wide-rules.mjs';
import { at, read } from '../support/content.ts';

it('no line that comes or goes in a tool has a browser style all of the tool anew', () => {
  const dist = at('dist');
  const sheets = new Set(
    (filesBelow(dist) as string[])
      .filter((file) => /\/tools\/[\w-]+\/index\.html$/.test(file))
      .flatMap((file) => [
        ...read(file).matchAll(/<link rel="stylesheet" href="([^"]+)"(?! media="print")/g),
      ])
      .map(([, href]) => href as string),
  );
  expect(sheets.size).toBeGreaterThan(8);
  const found = [...sheets].map((href) => wideRules(read(`${dist}${href}`)));
  expect(found.reduce((sum, { asked }) => sum + asked, 0)).toBeGreaterThan(5000);
  expect([...new Set(found.flatMap(({ wide }) => wide))]).toEqual([]);
});
