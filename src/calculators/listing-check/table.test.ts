import { describe, expect, it } from 'vitest';
import { columnsOf, headerKey, readTable } from './index.ts';

describe('a table of listings', () => {
  it('without a header has its widest column for a title, and the person names the others', () => {
    const text = 'A1\tOak lamp for a desk\t12\nA2\tPine shelf for a wall\t9\n';
    const table = readTable(text);
    expect(table.headers).toEqual(['', '', '']);
    expect(table.columns).toEqual(['none', 'title', 'none']);
    expect(table.rows).toEqual([
      { title: 'Oak lamp for a desk' },
      { title: 'Pine shelf for a wall' },
    ]);
    expect(readTable(text, ['goods', 'title', 'price']).rows[0]).toEqual({
      goods: 'A1',
      title: 'Oak lamp for a desk',
      prices: { now: '12' },
    });
  });

  it('is read as its headers were read before, letter case and spaces aside', () => {
    expect(headerKey('  Name_of  Goods * ')).toBe('name of goods');
    const known = { 'name of goods': 'title', material: 'none' } as const;
    expect(columnsOf(['Name of goods', 'Material', 'Price', ''], known)).toEqual([
      'title',
      'none',
      'price',
      'none',
    ]);
    const table = readTable('Name_of goods,Material\nOak lamp,oak\n', undefined, known);
    expect(table.columns).toEqual(['title', 'none']);
    expect(table.rows).toEqual([{ title: 'Oak lamp' }]);
    expect(table.lines).toEqual([2]);
    expect(columnsOf(['constructor'], known)).toEqual(['attribute']);
  });

  it('keeps what a person chose over what a header says', () => {
    expect(
      readTable('Title,Old price,Lowest price 30 days,Search terms\nLamp,9,7,lamp light\n', [
        'title',
        'none',
        'low30',
        'searchTerms',
      ]).rows,
    ).toEqual([{ title: 'Lamp', prices: { low30: '7' }, searchTerms: 'lamp light' }]);
  });

  it('reads where each row is published, by id or by the name people write', () => {
    const { rows } = readTable(
      'Platform,Title\nAliExpress,Lamp\n速卖通,Lamp\nЯндекс Маркет,Lamp\nPS5,Game',
    );
    expect(rows.map(({ platform }) => platform)).toEqual([
      'aliexpress',
      'aliexpress',
      'yandex',
      undefined,
    ]);
    // A game has a platform of its own.
    expect(rows[3]).toEqual({ title: 'Game', attributes: [{ name: 'Platform', value: 'PS5' }] });
  });
});
