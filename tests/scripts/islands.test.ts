import { describe, expect, it } from 'vitest';
import { withoutFacades } from '../../scripts/lib/islands.mjs';

const chunks = (files: Record<string, string>) =>
  Object.entries(files).map(([fileName, code]) => ({ fileName, code }));

describe('a file that only hands on what another holds', () => {
  it('is left out, and the other one gives its names and none that only it took', () => {
    const all = chunks({
      'a.js': 'import{c as x}from"./b.js";import(`./door.js`).then(e=>e.make(x));export{};',
      'b.js': 'var o=1,p=2;export{o as c,p as t};',
      'door.js': 'export{c as make,t as withWords}from"./b.js";',
    });
    expect([...withoutFacades(all)]).toEqual([['door.js', 'b.js']]);
    const [a, b] = all.map(({ code }) => code);
    expect(a).toContain('import(`./b.js`)');
    expect(a).toContain('from"./b.js"');
    expect(b).toBe('var o=1,p=2;export{o as c,o as make,p as withWords};');
  });

  it('stays where its name means something else there, or the other one cannot give it', () => {
    const taken = chunks({
      'b.js': 'var o=1,p=2;export{o as c,p as make};',
      'door.js': 'export{c as make}from"./b.js";',
    });
    expect(withoutFacades(taken).size).toBe(0);
    const absent = chunks({
      'b.js': 'var o=1;export{o as c};',
      'door.js': 'export{x as make}from"./b.js";',
    });
    expect(withoutFacades(absent).size).toBe(0);
    expect(absent[1]?.code).toBe('export{x as make}from"./b.js";');
  });
});
