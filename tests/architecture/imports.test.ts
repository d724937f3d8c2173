import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { at, read, root } from '../support/content.ts';

const files = (folder: string) =>
  (filesBelow(at(folder)) as string[]).filter(
    (file) => /\.(ts|tsx|astro|mdx)$/.test(file) && !file.endsWith('.test.ts'),
  );

/** Every module a file names, as a path below the project root where it is one of ours. */
function importsOf(file: string): string[] {
  const text = read(file);
  return [...text.matchAll(/(?<=^|\s)(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, name]) => {
      if (name?.startsWith('@/')) return `src/${name.slice(2)}`;
      if (name?.startsWith('.')) return path.relative(root, path.resolve(path.dirname(file), name));
      return name as string;
    },
  );
}

const offenders = (folder: string, bad: (module: string, file: string) => boolean) => {
  const read = files(folder).map((file) => ({
    file: path.relative(root, file),
    modules: importsOf(file),
  }));
  return {
    count: read.length,
    found: read.flatMap(({ file, modules }) =>
      modules.filter((module) => bad(module, file)).map((module) => `${file} imports ${module}`),
    ),
  };
};

const toolOf = (file: string) => /^src\/calculators\/([^/]+)\//.exec(file)?.[1];

describe('who may import whom', () => {
  it('calculators know no framework, no component, no content, and of another calculator its door', () => {
    const { count, found } = offenders('src/calculators', (module, file) => {
      const tool = toolOf(file);
      const other = toolOf(module);
      return (
        /^(preact|@preact|astro|@astrojs)/.test(module) ||
        /^src\/(components|pages|content|schemas)\//.test(module) ||
        (tool !== undefined &&
          other !== undefined &&
          other !== tool &&
          other !== 'shared' &&
          !module.endsWith('/index.ts'))
      );
    });
    expect(count).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });

  it('calculators ask one another in one direction', () => {
    const asks = new Map<string, Set<string>>();
    for (const file of files('src/calculators')) {
      const tool = toolOf(path.relative(root, file));
      if (!tool || tool === 'shared') continue;
      const known = asks.get(tool) ?? new Set<string>();
      for (const module of importsOf(file)) {
        const other = toolOf(module);
        if (other && other !== tool && other !== 'shared') known.add(other);
      }
      asks.set(tool, known);
    }
    const reaches = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
      for (const next of asks.get(from) ?? [])
        if (!seen.has(next)) {
          seen.add(next);
          reaches(next, seen);
        }
      return seen;
    };
    expect(reaches('reply-script')).toContain('reply-guard');
    expect([...asks.keys()].filter((tool) => reaches(tool).has(tool))).toEqual([]);
  });

  it('shared calculators know no tool', () => {
    const { count, found } = offenders('src/calculators/shared', (module) => {
      const tool = toolOf(module);
      return tool !== undefined && tool !== 'shared';
    });
    expect(count).toBeGreaterThan(5);
    expect(found).toEqual([]);
  });

  it('ui and platform know no tool and no rule', () => {
    for (const folder of ['src/components/ui', 'src/components/platform']) {
      const { count, found } = offenders(folder, (module) =>
        /^src\/(calculators|components\/(tools|content)|content|schemas)\/|^astro:/.test(module),
      );
      expect(count).toBeGreaterThan(3);
      expect(found).toEqual([]);
    }
  });

  it('a tool on the page imports its own calculator through its door', () => {
    const { count, found } = offenders('src/components/tools', (module, file) => {
      const tool = /^src\/components\/tools\/([^/]+)\//.exec(file)?.[1];
      const calculator = toolOf(module);
      if (calculator && calculator !== 'shared')
        return calculator !== tool &&
          !(tool === 'reply-script' && calculator === 'reply-guard') &&
          !(tool === 'case-desk' && calculator === 'find-case') &&
          !(tool === 'case-desk' && module.includes('deadline-planner/export/')) &&
          !(tool === 'deadline-planner' && calculator === 'transit-warning')
          ? true
          : // What comes later has a door of its own, so that it stays apart.
            !/\/index\.ts$|calendar-file\.ts$|export\/|dispute-log\/(calculate|constructed|notations)\.ts$|reply-guard\/(guard|languages|readers|calculate)\.ts$/.test(
              module,
            );
      const otherTool = /^src\/components\/tools\/([^/]+)\//.exec(module)?.[1];
      return otherTool !== undefined && otherTool !== 'shared' && otherTool !== tool;
    });
    expect(count).toBeGreaterThan(3);
    expect(found).toEqual([]);
  });

  it('pages of the handbook import components only', () => {
    const { count, found } = offenders(
      'src/content/docs',
      (module) => !/^src\/components\/(tools|content)\//.test(module),
    );
    expect(count).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });
});

describe('what a file may hold', () => {
  it('only src/components/platform touches the browser', () => {
    const islands = [
      ...files('src/components/tools'),
      ...files('src/components/workshops'),
      ...files('src/components/ui'),
      ...files('src/calculators'),
    ].filter((file) => /\.tsx?$/.test(file));
    expect(islands.length).toBeGreaterThan(15);
    const found = islands.filter((file) =>
      /(?<![.\w'"`-])(window|document|localStorage|sessionStorage|navigator|location|history|indexedDB)\s*[.[(]|(?<![.\w])fetch\(/.test(
        read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
      ),
    );
    expect(found.map((file) => path.relative(root, file))).toEqual([]);
  });

  it('calculators have no clock', () => {
    const all = files('src/calculators').filter((file) => !/cli(-content)?\.ts$/.test(file));
    const found = all.filter((file) =>
      /Date\.now\(|new Date\(\)|Temporal\.Now|performance\.now/.test(read(file)),
    );
    expect(found.map((file) => path.relative(root, file))).toEqual([]);
  });

  it('the engine names no platform', () => {
    const engine = files('src/calculators/dispute-rate');
    expect(engine.length).toBeGreaterThanOrEqual(6);
    const found = engine.filter((file) =>
      /aliexpress|ozon|amazon|ebay|paypal|etsy|shopee|tiktok|\bvisa\b|mastercard/i.test(
        read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
      ),
    );
    expect(found.map((file) => path.relative(root, file))).toEqual([]);
  });

  it('paper has a colour of its own for each that the dark theme changes', () => {
    const named = (file: string, after: string) => {
      const text = read(at('src/styles', file));
      const block = text.slice(text.indexOf(after)).split('}')[0] ?? '';
      return [...block.matchAll(/(--c-[\w-]+):/g)].map(([, name]) => name);
    };
    const dark = named('tokens.css', "[data-theme='dark']");
    const paper = named('print.css', '@media print');
    expect(dark.length).toBeGreaterThan(15);
    // Nothing has the focus on paper.
    expect(dark.filter((name) => !paper.includes(name))).toEqual(['--c-focus']);
  });

  it('raw colours stand in tokens.css only', () => {
    const styled = [
      ...files('src/components'),
      ...files('src/pages'),
      at('src/styles/theme.css'),
      at('src/styles/embed.css'),
    ];
    expect(styled.length).toBeGreaterThan(30);
    const found = styled.filter((file) =>
      /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b(?=[;"'\s])|\brgba?\(|\bhsla?\(/i.test(
        read(file).replace(/href=[^>]*|url\([^)]*\)/g, ''),
      ),
    );
    expect(found.map((file) => path.relative(root, file))).toEqual([]);
  });

  it('every calculator folder is complete', () => {
    const tools = fs
      .readdirSync(at('src/calculators'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
      .map(({ name }) => name);
    expect(tools).toContain('dispute-rate');
    for (const tool of tools) {
      const has = new Set(fs.readdirSync(at('src/calculators', tool)));
      for (const file of ['index.ts', 'schema.ts', 'calculate.ts', 'explain.ts', 'examples.yaml'])
        expect(has.has(file), `${tool}/${file}`).toBe(true);
      expect(
        [...has].some((file) => file.endsWith('.test.ts')),
        `${tool} has no test`,
      ).toBe(true);
      expect(
        read(at('src/calculators', tool, 'index.ts')).startsWith('/**'),
        `${tool}/index.ts opens with what it answers`,
      ).toBe(true);
    }
  });
});

describe('how long a file may be', () => {
  it('400 lines, unless CONTRIBUTING says why', () => {
    const code = ['src', 'scripts']
      .flatMap((folder) => filesBelow(at(folder)) as string[])
      .filter((file) => /\.(?:ts|tsx|astro|css|mjs)$/.test(file) && !file.endsWith('.test.ts'));
    expect(code.length).toBeGreaterThan(500);
    const long = code.filter((file) => read(file).split('\n').length > 401);
    const [, named = ''] =
      /\| Code files over 400 lines: ([^|]*)\|/.exec(read(at('CONTRIBUTING.md'))) ?? [];
    expect(
      [...named.matchAll(/`([^`]*)`/g)]
        .map(([, name = '']) => path.basename(name))
        .filter((name) => name.includes('.'))
        .sort(),
    ).toEqual(long.map((file) => path.basename(file)).sort());
  });
});
