import { createHash } from 'node:crypto';

/** Pages of one kind look alike: the same folder, in the same language; a home page stands alone. */
const kindOf = (path: string) => (/^\/[^/]+\/$/.test(path) ? path : path.replace(/[^/]+\/$/, ''));

/**
 * Which pages to look at closely: all tools, all pages without brothers, and of each kind `each` pages.
 * The same seed chooses the same pages; another one chooses others, so that in time all have their turn.
 */
export function sampleOf(paths: string[], seed: string, each = 1): string[] {
  const turn = (path: string) =>
    createHash('sha256')
      .update(seed)
      .update(path.replace(/^\/(en|zh-cn)\//, ''))
      .digest('hex');
  const kinds = new Map<string, string[]>();
  for (const path of paths) kinds.set(kindOf(path), [...(kinds.get(kindOf(path)) ?? []), path]);
  const chosen = new Set(paths.filter((path) => path.includes('/tools/')));
  for (const pages of kinds.values())
    for (const path of pages.sort((a, b) => turn(a).localeCompare(turn(b))).slice(0, each))
      chosen.add(path);
  return paths.filter((path) => chosen.has(path));
}
