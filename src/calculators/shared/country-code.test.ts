import { describe, expect, it } from 'vitest';
import { isPlace } from './country-code.ts';

describe('the code of a place', () => {
  it.each(['CN', 'US', 'GB', 'RU', 'BR', 'HK', 'PR', 'AQ'])('%s is one', (code) => {
    expect(isPlace(code)).toBe(true);
  });

  it.each(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])(
    '%s is a union, a test or nothing',
    (code) => {
      expect(isPlace(code)).toBe(false);
    },
  );

  it.each(['DD', 'SU', 'YU', 'BU'])('%s was replaced', (code) => {
    expect(isPlace(code)).toBe(false);
  });

  it.each(['', 'C', 'cn', 'CHN', 'AA', '12', '-', 'C-N', '货'])('%j is no code', (code) => {
    expect(isPlace(code)).toBe(false);
  });
});
