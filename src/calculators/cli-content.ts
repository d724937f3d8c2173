import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Rule } from './shared/rule.ts';
import type { Content } from './shared/tool.ts';

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
};

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

/**
 * The content of the site for the command line, read from `root` (the folder `src/content`) on
 * first use. Files are taken as they are: the build and the tests check them.
 */
export function openContent(root: string): Content {
  const collections = new Map<string, ReadonlyMap<string, unknown>>();
  const collection = <Item>(name: string): ReadonlyMap<string, Item> => {
    let items = collections.get(name);
    if (!items) {
      const files = globSync('**/*.{yaml,yml}', { cwd: join(root, name) }).sort();
      items = new Map(
        files.map((file) => {
          const item = parse(readFileSync(join(root, name, file), 'utf8')) as {
            id?: string;
          } | null;
          return [item?.id ?? basename(file).replace(/\.ya?ml$/, ''), item];
        }),
      );
      collections.set(name, items);
    }
    return items as ReadonlyMap<string, Item>;
  };
  return {
    collection,
    rules: () => collection<Rule>('rules'),
    messages: once(() => {
      const shared = join(root, 'i18n', 'en.json');
      const parts = globSync('*.en.json', { cwd: join(root, 'i18n', 'parts') }).sort();
      return Object.assign(
        {},
        existsSync(shared) ? readJson(shared) : {},
        ...parts.map((file) => readJson(join(root, 'i18n', 'parts', file))),
      ) as Record<string, string>;
    }),
  };
}
