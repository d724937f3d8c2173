import { describe, expect, it } from 'vitest';
import { withCalledPatterns } from '../../scripts/lib/look-behind.mjs';
import * as older from '../../scripts/lib/older-css.mjs';
import { readSheet, writeSheet } from '../../scripts/lib/sheet.mjs';

describe('scripts for older engines', () => {
  it('have patterns that look behind as calls, and nothing else changed', () => {
    const code = 'const 字="👩";f(/(?<=\\/`)"b/gu,/a(?<x>b)/)/2;g(/(?<!\\\\d)e/)';
    const written = withCalledPatterns(code) as string;
    expect(written).toBe(
      'const 字="👩";f(RegExp("(?<=\\\\/`)\\"b","gu"),/a(?<x>b)/)/2;g(RegExp("(?<!\\\\\\\\d)e",""))',
    );
    const patterns = (text: string) =>
      new Function('f', 'g', text) as (...given: ((...all: unknown[]) => number)[]) => void;
    const seen = (text: string) => {
      const all: string[] = [];
      const see = (...given: unknown[]) => all.push(...given.map(String));
      patterns(text)(see, see);
      return all;
    };
    expect(seen(written)).toEqual(seen(code));
    expect(withCalledPatterns('f(/a/); // (?<=a)')).toBeNull();
  });
});

describe('styles for older browsers', () => {
  const withoutLayers = (text: string) => older.withoutLayers(readSheet(text));
  const forOlder = (text: string) => older.forOlder(readSheet(text));
  const withKnownApart = (text: string) => {
    const sheet = readSheet(text);
    older.keepKnownApart(sheet);
    return writeSheet(sheet);
  };

  it('let the same rules win without layers', () => {
    expect(withoutLayers('p{top:0}')).toBe('p{top:0}');
    // A later layer wins over an earlier one, weight only within a layer, and whatever stood in none over all.
    const flat = withoutLayers(
      '@layer a,b;p{top:9px}@layer b{#i .j{top:1px}q,.k{top:2px}}@layer a{#z{top:3px}*{top:4px}}',
    );
    expect(flat).toBe(
      '*{top:4px}:where(#z){top:3px}:where(q){top:2px}:where(.k){top:2px}:where(#i .j){top:1px}p{top:9px}',
    );
    expect(withoutLayers('@layer a{@media (min-width:1em){b::after,c>:before{top:0}}}')).toBe(
      '@media (min-width:1em){:where(b)::after{top:0}}@media (min-width:1em){:where(c>*):before{top:0}}',
    );
    expect(() => withoutLayers('@layer a{@keyframes x{to{top:0}}}')).toThrow('takes out');
  });

  it('keep what a browser knows apart from what it may refuse', () => {
    expect(withKnownApart('a:has(b),c,d::backdrop{top:0}')).toBe(
      'a:has(b){top:0}c{top:0}d::backdrop{top:0}',
    );
    expect(withKnownApart('a,b{top:0}')).toBe('a,b{top:0}');
  });

  it('have no nesting and no ranges', () => {
    expect(forOlder('@layer x{p{top:0;& a{left:0}}}@media (width>=50em){p{top:1px}}')).toBe(
      ':where(p){top:0}:where(p a){left:0}@media (min-width:50em){p{top:1px}}',
    );
  });
});
