import Fuse from 'fuse.js';
import type { Script, ScriptLibrary } from '@/calculators/reply-script/index.ts';
import { fromPinyin } from '../../overrides/search/pinyin.ts';
import { simplify } from '../../overrides/search/traditional.ts';
import type { Names } from './library.ts';

/** What a message says, without the marks of its format. */
const inside = (message: string) =>
  message
    .replace(/^\s*\.(?:input|match|local).*$/gmu, ' ')
    .replace(/\{\$[^}]*\}/gu, ' ')
    .replace(/[{}*]/gu, ' ')
    .replace(/\s+/gu, ' ');

const wordsOf = (script: Script) =>
  script.blocks
    .flatMap((block) => [block.text, block.warm, block.plain])
    // A text that has not been fetched yet is no words.
    .flatMap((texts) => Object.values(texts ?? {}).filter((text) => typeof text === 'string'))
    .map(inside)
    .join(' ');

/**
 * Finds situations by what people type: first by title and other names, forgiving slips of the
 * keyboard, then by the words inside the replies, in any of their languages.
 *
 * @param names every title and other name of a situation, which a page fetches for the search alone.
 */
export function createSearch(library: ScriptLibrary, names: Names) {
  const entries = [...library.scripts.values()].map((script) => ({
    id: script.id,
    title: Object.values(names[script.id]?.title ?? {}),
    name: script.id.replaceAll('-', ' '),
    aliases: Object.values(names[script.id]?.aliases ?? {}).flat(),
    when: Object.values(script.when),
    words: '',
    script,
  }));
  const byName = new Fuse(entries, {
    keys: [
      { name: 'title', weight: 4 },
      { name: 'aliases', weight: 4 },
      { name: 'name', weight: 2 },
      { name: 'when', weight: 1 },
    ],
    ignoreLocation: true,
    threshold: 0.32,
    minMatchCharLength: 1,
  });
  let byWords: Fuse<(typeof entries)[number]> | undefined;
  const find = (wanted: string): string[] => {
    const found = byName.search(wanted).map(({ item }) => item.id);
    if (!byWords) {
      for (const entry of entries) entry.words = wordsOf(entry.script);
      byWords = new Fuse(entries, {
        keys: ['words'],
        useExtendedSearch: true,
        ignoreLocation: true,
      });
    }
    const each = wanted
      .replaceAll(/["|]/gu, ' ')
      .split(/\s+/u)
      .filter(Boolean)
      .map((word) => `'"${word}"`)
      .join(' ');
    return [...found, ...byWords.search(each).map(({ item }) => item.id)];
  };
  return (query: string): string[] => {
    const wanted = query.normalize('NFKC').trim().slice(0, 60);
    if (wanted === '') return [];
    // As it is typed, in the characters the titles are written in, and out of the spelling of a keyboard.
    const simple = simplify(wanted);
    const readings = new Set([wanted, simple, fromPinyin(simple, 'zh-CN')]);
    return [...new Set([...readings].flatMap(find))];
  };
}
