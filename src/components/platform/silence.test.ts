import { describe, expect, it } from 'vitest';
import { silence } from './silence.ts';

const scopeWhere = (isReached: (address: string) => boolean) => {
  const asked: string[] = [];
  return {
    asked,
    location: { origin: 'https://shop.example' },
    fetch: (address: string) => {
      asked.push(address);
      return isReached(address) ? Promise.resolve({}) : Promise.reject(new TypeError('refused'));
    },
    XMLHttpRequest: () => undefined,
    WebSocket: () => undefined,
    importScripts: () => undefined,
  };
};

describe('silence', () => {
  it('takes every way out, and tells a refusal from a network that is gone', async () => {
    const all = scopeWhere(() => false);
    const prove = silence(all);
    expect([all.fetch, all.XMLHttpRequest, all.WebSocket, all.importScripts]).toEqual(
      Array(4).fill(undefined),
    );
    expect(await prove()).toBe(true);
    expect(all.asked).toEqual(['data:,', 'https://shop.example/']);
    // Without a network the site does not answer, but an address that holds its own answer does.
    expect(await silence(scopeWhere((address) => address.startsWith('data:')))()).toBe(false);
    expect(await silence(scopeWhere(() => true))()).toBe(false);
  });
});
