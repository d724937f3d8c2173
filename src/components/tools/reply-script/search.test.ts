import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Script, ScriptLibrary } from '@/calculators/reply-script/index.ts';
import { createSearch } from './search.ts';

const content = fileURLToPath(new URL('../../../content/', import.meta.url));
const read = (file: string) => parse(readFileSync(content + file, 'utf8')) as unknown;
const scripts = readdirSync(`${content}scripts`).map((file) => read(`scripts/${file}`) as Script);
const library: ScriptLibrary = {
  parts: read('script-parts/shared.yaml') as ScriptLibrary['parts'],
  scripts: new Map(scripts.map((script) => [script.id, script])),
};

describe('the search of situations', () => {
  const search = createSearch(library);

  it('finds each by its own title and each of its other names', () => {
    const missed = scripts.flatMap((script) =>
      [...Object.values(script.title), ...Object.values(script.aliases).flat(), script.id].filter(
        (query) => !search(query).slice(0, 8).includes(script.id),
      ),
    );
    expect(missed).toEqual([]);
  });

  it('forgives a slip, reads words inside the replies, and finds nothing in noise', () => {
    expect(search('broken parsel').length + search('trakcing').length).toBeGreaterThan(0);
    expect(search('Sendungsnummer').length + search('transportista').length).toBeGreaterThan(0);
    expect(search('zzqxjv')).toEqual([]);
    expect(search('  ')).toEqual([]);
  });
});
