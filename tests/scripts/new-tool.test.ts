import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { at, read } from '../support/content.ts';

// The tool that `npm run new:tool` leaves is checked by every check there is; here only its texts.
const template = at('scripts/new-tool');
const files = (filesBelow(template) as string[]).map((file) => file.slice(template.length + 1));
const texts = (language: string) =>
  Object.entries(
    JSON.parse(
      read(at('scripts/new-tool/src/content/i18n/parts', `__slug__.${language}.json.txt`)),
    ) as Record<string, string>,
  );

describe('what a new tool begins with', () => {
  it('is what the completeness test asks for', () => {
    expect(files.length).toBeGreaterThanOrEqual(16);
    for (const file of [
      'src/calculators/__slug__/tool.ts.txt',
      'src/calculators/__slug__/examples.yaml.txt',
      'src/components/tools/__slug__/__Name__.astro.txt',
      'src/content/docs/en/tools/__slug__.mdx.txt',
      'src/content/docs/zh-cn/tools/__slug__.mdx.txt',
      'tests/e2e/__slug__.spec.ts.txt',
    ])
      expect(files).toContain(file);
  });

  it('takes from others only what they give', () => {
    const named = /import (?:type )?\{([^}]+)\} from '((?:\.{1,2}|@)\/[^']+\.(?:ts|tsx))'/g;
    let asked = 0;
    for (const file of files.filter((each) => /\.(?:tsx?|astro)\.txt$/.test(each)))
      for (const [, names = '', from = ''] of read(at('scripts/new-tool', file)).matchAll(named)) {
        const path = from.startsWith('@/')
          ? from.replace('@/', 'src/')
          : join(dirname(file), from).replaceAll('\\', '/');
        const own = at('scripts/new-tool', `${path}.txt`);
        const source = read(fs.existsSync(own) ? own : at(path));
        for (const name of names
          .split(',')
          .map((each) => each.replace(/\btype\b| as .*/g, '').trim()))
          if (name !== '') {
            asked += 1;
            expect(source, `${file}: ${name} of ${from}`).toMatch(
              new RegExp(`export (?:[^;]*[\\s{,])${name}\\b`),
            );
          }
      }
    expect(asked).toBeGreaterThan(25);
  });

  it('says the same in both languages', () => {
    const [en, zh] = [texts('en'), texts('zh-CN')];
    expect(zh.map(([key]) => key)).toEqual(en.map(([key]) => key));
    const used = files
      .filter((file) => !file.includes('i18n'))
      .map((file) => fs.readFileSync(at('scripts/new-tool', file), 'utf8'))
      .join('\n');
    for (const [key] of en)
      expect(
        used.includes(key.replace('tool.__slug__.', '').replace(/\.(first|second)$/, '.')),
        key,
      ).toBe(true);
  });
});
