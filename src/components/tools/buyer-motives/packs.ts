import { getEntry } from 'astro:content';
import { packOf, type Pack } from '@/packs.ts';

/** The words for what a person is, in all languages at once: cut by language they would tell whose buyer writes. */
export async function packs(): Promise<Pack[]> {
  const words = await getEntry('personWords', 'words');
  if (!words) throw new Error('src/content/person-words/words.yaml is missing.');
  return [packOf('buyer-motives', words.data)];
}
