import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../scripts/stamp-translations.mjs';
import { at, pages } from '../support/content.ts';

const stamp = (...names: string[]) =>
  spawnSync(process.execPath, [at('scripts/stamp-translations.mjs'), ...names], {
    encoding: 'utf8',
  });

// No page is stamped here: a test that did would hide what it is there to show.
describe('stamping a translation', () => {
  it('takes one page after the other, never all at once', () => {
    const { status, stderr } = stamp();
    expect(status).toBe(64);
    expect(stderr).toContain('no way to stamp all');
  });

  it('knows a page by either file and by its address', () => {
    const all = pages('zh-cn');
    expect(all.length).toBeGreaterThanOrEqual(80);
    for (const { slug, file } of all) {
      const page = file.replace('src/content/docs/zh-cn/', '');
      for (const name of [`/en/${slug.replace(/(^|\/)index$/, '')}/`, file, at(file)])
        expect(pageOf(name), name).toBe(page);
      expect(pageOf(slug), slug).toBe(page);
    }
  });

  it('refuses what is no page', () => {
    for (const name of ['nope', '../../package.json', 'tools']) expect(pageOf(name)).toBeNull();
    expect(stamp('nope').status).toBe(2);
  });
});
