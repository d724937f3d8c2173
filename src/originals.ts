import { createHash } from 'node:crypto';
import { getCollection } from 'astro:content';

let made: Promise<ReadonlyMap<string, string>> | undefined;

const fingerprintOf = (text = '') =>
  createHash('sha256').update(text.trim()).digest('hex').slice(0, 12);

/** The fingerprint of the English page a Chinese one was made from; undefined for pages with none. */
export async function originalOf(id: string): Promise<string | undefined> {
  made ??= getCollection('docs').then(
    (pages) =>
      new Map(
        pages
          .filter((page) => page.id === 'en' || page.id.startsWith('en/'))
          .map((page) => [page.id.replace(/^en/, 'zh-cn'), fingerprintOf(page.body)]),
      ),
  );
  return (await made).get(id);
}
