import { describe, expect, it } from 'vitest';
import { buyersRead } from './buyers-read.ts';
import { onceFor } from './once-for.ts';

describe('what is made of a thing', () => {
  it('is made once for each, also where nothing comes of it', () => {
    const asked: object[] = [];
    const sizeOf = onceFor((thing: { size?: number }) => {
      asked.push(thing);
      return thing.size;
    });
    const [one, two] = [{ size: 1 }, {}];
    expect(asked).toEqual([]);
    expect([one, two, one, two].map(sizeOf)).toEqual([1, undefined, 1, undefined]);
    expect(asked).toEqual([one, two]);
  });
});

describe('the language buyers of a platform read', () => {
  it('is known of one, and of no other', () => {
    expect(buyersRead('taobao')).toBe('zh-CN');
    for (const other of ['aliexpress', '', undefined, null, 5])
      expect(buyersRead(other)).toBeUndefined();
  });
});
