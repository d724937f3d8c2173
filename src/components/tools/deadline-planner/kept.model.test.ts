import { describe, expect, it } from 'vitest';
import { keyFor, readExport, type Kept } from './kept.model.ts';

const record: Kept = {
  key: 'case:A-1001',
  kind: 'case',
  name: 'A-1001',
  keptAt: '2026-11-18T03:00:00Z',
  value: '?flow=aliexpress.inr&v=1',
  pastedAt: '2026-11-18T03:00:00Z',
};
const file = (items: unknown, more = {}) =>
  JSON.stringify({ tool: 'deadline-planner', version: 1, items, ...more });

describe('a file of kept cases', () => {
  it('comes back as it went out', () => {
    expect(readExport(file([record]))).toEqual({ records: [record], refused: 0 });
  });

  it.each([
    ['no JSON', '{"tool":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['another tool', file([record], { tool: 'dispute-rate' })],
    ['a later version', file([record], { version: 2 })],
    ['items that are no list', file({ 0: record })],
  ])('is refused whole: %s', (_, text) => {
    expect(readExport(text)).toBeNull();
  });

  it.each([
    ['null', null],
    ['a text', 'case'],
    ['no key', { ...record, key: undefined }],
    ['a key of another kind', { ...record, key: 'board' }],
    ['an endless key', { ...record, key: `case:${'x'.repeat(300)}` }],
    ['an unknown kind', { ...record, kind: 'note' }],
    ['a name that is no text', { ...record, name: {} }],
    ['no moment', { ...record, keptAt: 'yesterday' }],
    ['a value that is no text', { ...record, value: ['x'] }],
    ['a value without end', { ...record, value: 'x'.repeat(2_000_001) }],
  ])('loses one item and keeps the others: %s', (_, item) => {
    expect(readExport(file([item, record]))).toEqual({ records: [record], refused: 1 });
  });

  it('falls back to the day of keeping where the day of pasting is nonsense', () => {
    expect(readExport(file([{ ...record, pastedAt: 5 }]))?.records[0]?.pastedAt).toBe(
      record.keptAt,
    );
  });
});

describe('the place of a record from a file', () => {
  it('is its own where that is free', () => {
    expect(keyFor(record, [])).toBe('case:A-1001');
  });
  it('is none where the same is here already', () => {
    expect(keyFor(record, [{ ...record, keptAt: '2026-11-01T00:00:00Z' }])).toBeNull();
  });
  it('is beside another of its name, never instead of it', () => {
    const other = { ...record, value: '?flow=aliexpress.order&v=1' };
    expect(keyFor(record, [other])).toBe('case:A-1001:2026-11-18T03:00:00Z');
  });
});
