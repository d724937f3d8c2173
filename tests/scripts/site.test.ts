import { expect, it } from 'vitest';
import { siteOf } from '../../scripts/lib/site.mjs';

it('an address nobody named is no address', () => {
  expect([siteOf(undefined), siteOf(''), siteOf(' ')]).toEqual([undefined, undefined, undefined]);
});

it.each([
  ['https://example.org', 'https://example.org'],
  ['https://example.org/', 'https://example.org'],
  ['http://shop.example.org:8080', 'http://shop.example.org:8080'],
])('%s is read', (given, site) => expect(siteOf(given)).toBe(site));

it.each([
  'http://localhost:4321',
  'https://localhost',
  'http://127.0.0.1:4321',
  'http://0.0.0.0',
  'http://[::1]:4321',
  'http://a.localhost',
  'example.org',
  'ftp://example.org',
  'https://example.org/handbook/',
  'https://example.org/?a',
  'nonsense',
])('%s is refused, by name', (given) => expect(() => siteOf(given)).toThrow(given));
