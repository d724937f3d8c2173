import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { at, collection, read, strings } from '../support/content.ts';

/**
 * Which interface texts the code can ask for. A key is a literal, or it is put together from parts:
 * `issue.${why}` stands for every word that could be `why`. What a gap may hold is not guessed: each
 * of its words must stand somewhere as a literal in the code, or as a key or a value in the content.
 */
const KEY = /^(?:tool\.[\w-]+|ui)\./;
const GAP = '\0';

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** A template text in its parts: what stands in it, and what is put in. */
function partsOf(template: string): { text?: string; put?: string }[] {
  const parts: { text?: string; put?: string }[] = [];
  let rest = template;
  for (;;) {
    const from = rest.indexOf('${');
    if (from < 0) return [...parts, { text: rest }];
    let to = from + 2;
    for (let depth = 1; to < rest.length && depth > 0; to += 1)
      depth += rest[to] === '{' ? 1 : rest[to] === '}' ? -1 : 0;
    parts.push({ text: rest.slice(0, from) }, { put: rest.slice(from + 2, to - 1).trim() });
    rest = rest.slice(to);
  }
}

// What is written beside the pages has its words from the same texts.
const code = [...(filesBelow(at('src')) as string[]), at('scripts/publish.mjs')].filter(
  (file) => /\.(ts|tsx|astro|mjs)$/.test(file) && !/\.test\.ts$|short-form\.ts$/.test(file),
);
const pages = (filesBelow(at('src/content/docs')) as string[]).filter((file) =>
  file.endsWith('.mdx'),
);
/** Tools that speak for one another, on the same page. */
const ONE_PAGE = [
  ['reply-guard', 'reply-script'],
  ['find-case', 'case-desk'],
  ['transit-warning', 'deadline-planner'],
];

interface Source {
  /** The tool whose folder it stands in. */
  tool: string | undefined;
  words: Set<string>;
  /** Keys with gaps in them. */
  shapes: Set<string>;
}

function readSource(file: string): Source {
  const text = withoutComments(read(file));
  const words = new Set<string>();
  const shapes = new Set<string>();
  /** `const KEY = 'tool.x.explain'` and what else begins a key. */
  const beginnings = new Map(
    [...text.matchAll(/const (\w+) = '((?:tool|ui)\.[\w.-]*)'/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  for (const [, a, b, c] of text.matchAll(
    /'([^'\n\\]{0,90})'|"([^"\n\\]{0,90})"|`([^`$\n\\]{0,90})`/g,
  ))
    words.add(a ?? b ?? c ?? '');
  for (const [, name = ''] of text.matchAll(/(?<=[{,\s])([a-z][\w-]*)\??:/gi)) words.add(name);
  for (const [, names = ''] of text.matchAll(/\{\s*(\w+(?:,\s*\w+)*),?\s*\}/g))
    for (const name of names.split(/,\s*/)) words.add(name);
  for (const [, start = ''] of text.matchAll(/'((?:tool|ui)\.[\w.-]*\.)'/g))
    shapes.add(start + GAP);
  for (const [, template = ''] of text.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)) {
    const whole = partsOf(template)
      .map(({ text: own, put = '' }) => own ?? beginnings.get(put) ?? GAP)
      .join('');
    (whole.includes(GAP) ? shapes : words).add(whole);
  }
  const [, tool] = /\/(?:calculators|components\/tools)\/([\w-]+)\//.exec(file) ?? [];
  return { tool: tool === 'shared' ? undefined : tool, words, shapes };
}

const sources = [...code, ...pages].map(readSource);
const words = new Set(sources.flatMap((source) => [...source.words]));
function learn(value: unknown): void {
  if (typeof value === 'string') words.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const [key, held] of Object.entries(value)) {
      words.add(key);
      learn(held);
    }
}
const collections = [
  'calendars',
  'desk',
  'exercises',
  'flows',
  'guards',
  'metrics',
  'motives',
  'rules',
  'scripts',
  'sources',
];
// The kinds of file the log analysis knows are data of its calculator.
learn(JSON.parse(read(at('src/calculators/dispute-log/data/presets.json'))));
for (const name of collections) for (const { data } of collection(name)) learn(data);

const patternsOf = (some: readonly Source[]) =>
  [...new Set(some.flatMap(({ shapes }) => [...shapes]))]
    // A shape that is nothing but gaps would stand for everything.
    .filter(
      (shape) =>
        /^[\w.\0-]+$/.test(shape) &&
        /[a-z]{2}/i.test(shape.replace(/^(?:ui\.|tool\.(?:[\w-]+\.(?=\0$))?)/, '')),
    )
    .map(
      (shape) =>
        new RegExp(`^${shape.split(GAP).map(RegExp.escape).join('([\\w/-]+(?:\\.[\\w/-]+)*)')}$`),
    );
const patterns = patternsOf(sources);
const isMade = (word: string, by: readonly RegExp[], depth = 0): boolean =>
  depth < 3 &&
  by.some((pattern) => {
    const found = pattern.exec(word);
    return found !== null && found.slice(1).every((gap) => isKnown(gap, depth + 1));
  });
const isKnown = (word: string, depth: number): boolean =>
  words.has(word) ||
  word.split('.').every((part) => words.has(part)) ||
  isMade(word, patterns, depth);

/** Asked for by the tool itself, or by what knows no tool. */
const askers = new Map<string | undefined, (word: string) => boolean>();
function askerOf(tool: string | undefined) {
  const made = askers.get(tool);
  if (made) return made;
  const near = ONE_PAGE.find((page) => page.includes(tool ?? '')) ?? [tool];
  const own = sources.filter((source) => source.tool === undefined || near.includes(source.tool));
  const said = new Set(own.flatMap((source) => [...source.words]));
  const by = patternsOf(own);
  const asker = (word: string) => said.has(word) || isMade(word, by);
  askers.set(tool, asker);
  return asker;
}
const slugs = new Set(sources.map(({ tool }) => tool));
function isAsked(key: string): boolean {
  const [, slug] = /^tool\.([\w-]+)\./.exec(key) ?? [];
  const anywhere = (word: string) => words.has(word) || isMade(word, patterns);
  // A key in full may be asked for by anybody; what follows the tool's name only near the tool.
  if ([key, stem(key)].some(anywhere)) return true;
  const near = slug !== undefined && slugs.has(slug) ? askerOf(slug) : anywhere;
  return [key.replace(KEY, ''), stem(key).replace(KEY, '')].some(near);
}

/** `….one` and `….other` are chosen by a number. */
const stem = (key: string) => key.replace(/\.(one|other)$/, '');

const texts = strings('en').entries.map(([key]) => key);
describe('every key of the interface texts', () => {
  it('was looked for in enough places', () => {
    expect(code.length).toBeGreaterThan(150);
    expect(texts.length).toBeGreaterThan(600);
    expect(patterns.length).toBeGreaterThan(40);
    expect(isAsked('tool.common.copy-link')).toBe(true);
    expect(isAsked('tool.common.never-asked-for')).toBe(false);
    // Words of another tool are none of this one's.
    expect(isAsked('tool.dispute-rate.page.kept-title')).toBe(false);
  });

  it('is asked for somewhere', () => {
    expect(texts.filter((key) => !isAsked(key))).toEqual([]);
  });

  it('that the code names whole is there', () => {
    const there = new Set(texts.flatMap((key) => [key, stem(key)]));
    const named = [...words].filter((word) => KEY.test(word) && /[\w-]$/.test(word));
    expect(named.length).toBeGreaterThan(100);
    const starts = (word: string) => texts.some((key) => key.startsWith(`${word}.`));
    expect(named.filter((key) => !there.has(key) && !starts(key))).toEqual([]);
  });
});
