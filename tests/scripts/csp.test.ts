import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPolicy, frameRules } from '../../scripts/csp.mjs';

const framed = (address: string) => address.endsWith('/embed/');
/** As hosts read a rule: a star stands for anything that follows. */
const names = (rule: string, address: string) =>
  rule.endsWith('*') ? address.startsWith(rule.slice(0, -1)) : rule === address;

describe('who may frame a page', () => {
  const site = [
    '/',
    '/404.html',
    '/en/',
    '/en/start/first/',
    '/en/start/second/',
    '/en/tools/a/',
    '/en/tools/a/embed/',
    '/en/tools/b/',
    '/en/tools/b/embed/',
    '/en/tools/c/',
    '/zh-cn/',
    '/zh-cn/404.html',
    '/zh-cn/tools/a/',
    '/zh-cn/tools/a/embed/',
  ];

  it('is said of every page exactly once, and of no page that is made for frames', () => {
    const rules = frameRules(site, framed);
    for (const address of site)
      expect(rules.filter((rule: string) => names(rule, address)).length, address).toBe(
        framed(address) ? 0 : 1,
      );
  });

  it('takes a folder as a whole where nothing below it is made for frames', () => {
    const rules = frameRules(site, framed);
    expect(rules).toContain('/en/start/*');
    expect(rules).toContain('/en/tools/a/');
    expect(frameRules(['/', '/x/', '/x/y/'], framed)).toEqual(['/*']);
  });
});

describe('what a page may connect to', () => {
  it('is its own site, and nothing where it handles a person’s files', () => {
    const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'csp-'));
    try {
      const page = (body: string) =>
        `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`;
      fs.writeFileSync(path.join(dist, '_headers'), '{frames}\n');
      const pages = new Map([
        [path.join(dist, 'index.html'), page('<p>no data-connections here</p>')],
        [path.join(dist, 'log/index.html'), page('<div data-connections="none"></div>')],
      ]);
      expect(applyPolicy(dist, pages).pages).toBe(2);
      const said = (file: string, directive: string) =>
        new RegExp(`["; ]${directive} ([^;"]*)`).exec(pages.get(path.join(dist, file)) ?? '')?.[1];
      for (const [directive, usual, silent] of [
        ['connect-src', "'self'", "'none'"],
        ['default-src', "'self'", "'none'"],
        // A picture's address can carry what a page knows, to its own site as well.
        ['img-src', "'self' data:", 'data:'],
        ['worker-src', undefined, "'self' blob:"],
        ['trusted-types', 'default', 'default own-worker'],
      ] as const)
        expect(
          [said('index.html', directive), said('log/index.html', directive)],
          directive,
        ).toEqual([usual, silent]);
    } finally {
      fs.rmSync(dist, { recursive: true });
    }
  });
});
