import { describe, expect, it } from 'vitest';
import { fill } from './result.ts';

describe('fill', () => {
  it('puts each value where its name stands, as often as it stands there', () => {
    expect(fill('{a} of {b}, {a}', { a: 1, b: 'two', c: 3 })).toBe('1 of two, 1');
    expect(fill('{"metric": "custom"} {}', {})).toBe('{"metric": "custom"} {}');
    expect(fill('{a}', { a: '{b}' })).toBe('{b}');
    expect(fill('{a}', { a: '' })).toBe('');
    expect(fill('{a}', { a: null })).toBe('null');
  });

  it('throws where a value is missing, whatever an object brings along', () => {
    for (const [text, values] of [
      ['{a} {b}', { a: 1 }],
      ['{a}', { a: undefined }],
      ['{toString}', {}],
      ['{constructor}', {}],
    ] as const)
      expect(() => fill(text, values), text).toThrow('No value for');
  });
});
