import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { at, read } from '../support/content.ts';

/** The language of browsers since 2021; what is newer would leave a page without all of its script. */
const TARGET = 'es2022';

const dist = at('dist');
const files = filesBelow(dist) as string[];

/** Whether a script is the same when it is written for older browsers: then nothing in it is newer. */
const isOf = (code: string, target: string) => {
  const written = (as: string) =>
    transformSync(code, { target: as, minify: true, logLevel: 'silent' }).code;
  try {
    return written('esnext') === written(target);
  } catch {
    return false;
  }
};

describe('built scripts', () => {
  it('are written in a language that browsers five years old read', () => {
    const scripts = files
      .filter((file) => file.endsWith('.js') && !file.includes('/pagefind/'))
      .map((file) => [file.slice(dist.length), read(file)] as const);
    const inline = files
      .filter((file) => /\/(index|404)\.html$/.test(file))
      .flatMap((file) =>
        [
          ...read(file).matchAll(/<script(?![^>]*\b(?:src|type=)[^>]*)[^>]*>([\s\S]*?)<\/script>/g),
        ].map(([, code]) => code as string),
      );
    const each = [
      ...scripts,
      ...[...new Set(inline)].map((code, i) => [`inline ${i}`, code] as const),
    ];
    expect(scripts.length).toBeGreaterThan(100);
    expect(inline.length).toBeGreaterThan(500);
    expect(each.filter(([, code]) => !isOf(code, TARGET)).map(([name]) => name)).toEqual([]);
    // The check can fail: what came with the next edition is noticed.
    expect(isOf('using a = b()', TARGET)).toBe(false);
    expect(isOf('/[a--b]/v', TARGET)).toBe(false);
  });
});
