import { transformSync } from 'esbuild';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, it } from 'vitest';
import { eachNode } from '../../scripts/lib/look-behind.mjs';
import { newInStyles } from '../../scripts/lib/newer-css.mjs';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { at, read } from '../support/content.ts';

// Browsers five years old, of November 2021: Chrome 96, Firefox 94, Safari 15.1.

/** The language of that year; what is newer would leave a page without all of its script. */
const TARGET = 'es2022';

const dist = at('dist');
const files = filesBelow(dist) as string[];
const nameOf = (file: string) => file.slice(dist.length);

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

const scripts = files
  .filter((file) => file.endsWith('.js') && !file.includes('/pagefind/'))
  .map((file) => [nameOf(file), read(file)] as const);
const inline = files
  .filter((file) => /\/(index|404)\.html$/.test(file))
  .flatMap((file) =>
    [...read(file).matchAll(/<script(?![^>]*\b(?:src|type=)[^>]*)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, code]) => code as string,
    ),
  );
const each = [...scripts, ...[...new Set(inline)].map((code, i) => [`inline ${i}`, code] as const)];

/**
 * What came after 2021, with the first versions of Chrome, Firefox and Safari that have it. What Safari alone
 * lacked is brought by src/older where the engine cannot look behind, which is before 16.4.
 */
const NEW_METHODS: Record<string, [chrome: number, firefox: number, safari: number]> = {
  findLast: [97, 104, 15.4],
  findLastIndex: [97, 104, 15.4],
  toSorted: [110, 115, 16],
  toReversed: [110, 115, 16],
  toSpliced: [110, 115, 16],
  isWellFormed: [111, 119, 16.4],
  toWellFormed: [111, 119, 16.4],
  union: [122, 127, 17],
  intersection: [122, 127, 17],
  difference: [122, 127, 17],
  symmetricDifference: [122, 127, 17],
  isSubsetOf: [122, 127, 17],
  isSupersetOf: [122, 127, 17],
  isDisjointFrom: [122, 127, 17],
  toArray: [122, 131, 18.4],
  checkVisibility: [105, 106, 17.4],
  togglePopover: [114, 125, 17],
  showPopover: [114, 125, 17],
  setHTMLUnsafe: [124, 123, 17.4],
  toHex: [140, 133, 18.2],
  toBase64: [140, 133, 18.2],
  moveBefore: [133, 144, 99],
};
const NEW_STATICS: Record<string, [chrome: number, firefox: number, safari: number]> = {
  'Array.fromAsync': [121, 115, 16.4],
  'Object.groupBy': [117, 119, 17.4],
  'Map.groupBy': [117, 119, 17.4],
  'Promise.withResolvers': [119, 121, 17.4],
  'Promise.try': [128, 134, 18.2],
  'Iterator.from': [122, 131, 18.4],
  'RegExp.escape': [136, 134, 18.2],
  'URL.canParse': [120, 115, 17],
  'URL.parse': [126, 126, 18],
  'AbortSignal.any': [116, 124, 17.4],
  'AbortSignal.timeout': [103, 100, 16],
  'Error.isError': [134, 138, 99],
  'Math.sumPrecise': [147, 137, 26.2],
};
/** Also new, and fit to be used where a script asks first, or catches that it is not there. */
const ASKED_FIRST: Record<string, { first: [number, number, number]; asked: RegExp }> = {
  'Intl.Segmenter': { first: [87, 125, 14.1], asked: /typeof Intl\.Segmenter/ },
  'Intl.DurationFormat': { first: [129, 136, 16.4], asked: /Intl\.DurationFormat\s*\?/ },
  'Intl.supportedValuesOf': { first: [99, 93, 15.4], asked: /typeof Intl\.supportedValuesOf/ },
  showModal: { first: [37, 98, 15.4], asked: /typeof HTMLDialogElement/ },
  DecompressionStream: {
    first: [80, 113, 16.4],
    asked: /try\s*\{\s*return new DecompressionStream/,
  },
  BroadcastChannel: {
    first: [54, 38, 15.4],
    asked: /typeof BroadcastChannel|try\s*\{[^}]{0,40}new BroadcastChannel/,
  },
  locks: {
    first: [69, 96, 15.4],
    asked: /navigator\.locks\s*===\s*void 0|locks:\s*\w+\s*\}\s*=\s*navigator/,
  },
  // The names of events in a calendar file; Firefox 94 alone has none, a month older than 95.
  randomUUID: { first: [92, 95, 15.4], asked: /./ },
};

/** What is asked of the nodes of a script. */
interface Tree {
  type: string;
  regex?: { pattern: string; flags: string };
  callee: Tree;
  object: Tree;
  property: Tree;
  computed: boolean;
  name: string;
  value: string;
}

/** What of a script is newer than 2021. */
function newIn(code: string): string[] {
  const found = new Set<string>();
  eachNode(parseAst(code), (node: Tree) => {
    const regex = node.type === 'Literal' ? node.regex : undefined;
    if (regex && /\(\?<[=!]/.test(regex.pattern)) found.add('looks behind');
    if (regex && (regex.flags.includes('v') || /\(\?[ims-]+:/.test(regex.pattern)))
      found.add('pattern');
    if (node.type === 'StaticBlock') found.add('static block');
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
      const { object, property, computed } = node.callee;
      const name = computed ? property.value : property.name;
      if (object.type === 'Identifier' && Object.hasOwn(NEW_STATICS, `${object.name}.${name}`))
        found.add(`${object.name}.${name}`);
      if (Object.hasOwn(NEW_METHODS, name)) found.add(`.${name}()`);
    }
    const named =
      node.type === 'MemberExpression' && !node.computed
        ? [node.property.name, `${node.object.name}.${node.property.name}`]
        : node.type === 'NewExpression'
          ? [node.callee.name]
          : [];
    for (const name of named)
      if (Object.hasOwn(ASKED_FIRST, name) && !ASKED_FIRST[name]?.asked.test(code))
        found.add(`${name} unasked`);
  });
  return [...found];
}

describe('browsers five years old', () => {
  it('read the language the scripts are written in', () => {
    expect(scripts.length).toBeGreaterThan(100);
    expect(inline.length).toBeGreaterThan(500);
    expect(each.filter(([, code]) => !isOf(code, TARGET)).map(([name]) => name)).toEqual([]);
    // The check can fail: what came with the next edition is noticed.
    expect(isOf('using a = b()', TARGET)).toBe(false);
    expect(isOf('/[a--b]/v', TARGET)).toBe(false);
  });

  it('have all the scripts ask of them, or are asked first', () => {
    const found = each.flatMap(([name, code]) => newIn(code).map((what) => `${name}: ${what}`));
    expect(found).toEqual([]);
    for (const [code, what] of [
      ['x.replace(/(?<=a)b/u)', 'looks behind'],
      ['class A { static { a() } }', 'static block'],
      ['[].findLast(a)', '.findLast()'],
      ['Object.groupBy(a, b)', 'Object.groupBy'],
      ['new Intl.Segmenter("en")', 'Intl.Segmenter unasked'],
      ['new DecompressionStream("deflate-raw")', 'DecompressionStream unasked'],
    ] as const)
      expect(newIn(code)).toEqual([what]);
    expect(newIn('typeof Intl.Segmenter == "function" && new Intl.Segmenter("en")')).toEqual([]);
  });

  it('read the whole of every style sheet', () => {
    const sheets = files.filter((file) => file.endsWith('.css') && !file.includes('/pagefind/'));
    expect(sheets.length).toBeGreaterThan(50);
    const found = sheets.flatMap((file) =>
      newInStyles(read(file)).map((what) => `${nameOf(file)}: ${what}`),
    );
    expect(found).toEqual([]);
    for (const [text, what] of [
      ['@layer a{p{top:0}}', 'layer'],
      ['@media (width>=50em){p{top:0}}', 'range of widths'],
      ['p{top:0;& a{top:0}}', 'nesting'],
      ['a:has(b),c{top:0}', 'a list with a new selector: a:has(b),c'],
      ['p{height:100dvh}', 'height in new units alone'],
    ] as const)
      expect(newInStyles(text)).toEqual([what]);
    expect(newInStyles('p{height:100vh;height:100dvh}:where(a:has(b),c){top:0}')).toEqual([]);
  });

  it('are brought what Safari lacked, by a file that the pages name and others do not load', () => {
    const pages = files.filter((file) => /\/(en|zh-cn)\/.*index\.html$/.test(nameOf(file)));
    expect(pages.length).toBeGreaterThan(400);
    const names = new Set(pages.map((file) => /\/_astro\/older\.[\w-]+\.js/.exec(read(file))?.[0]));
    expect([...names]).toEqual([expect.any(String)]);
    const [name] = [...names];
    expect(read(`${dist}${name}`).length).toBeGreaterThan(1000);
    expect(
      pages.filter((file) =>
        new RegExp(`<script[^>]*src="?${name}`).test(
          read(file).replace(/<script(?![^>]*src)[^>]*>[\s\S]*?<\/script>/g, ''),
        ),
      ),
    ).toEqual([]);
  });
});
