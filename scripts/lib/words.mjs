import fs from 'node:fs';
import path from 'node:path';

const parts = path.resolve(import.meta.dirname, '../../src/content/i18n/parts');
const read = new Map();

/**
 * The interface texts of a language, for steps that run outside the framework (`src/strings.ts` is for those
 * inside). A missing text or a slot that stays open throws.
 */
export function wordsOf(language) {
  if (!read.has(language)) {
    const files = fs.readdirSync(parts).filter((file) => file.endsWith(`.${language}.json`));
    const texts = files.map((file) => JSON.parse(fs.readFileSync(path.join(parts, file), 'utf8')));
    read.set(language, Object.assign({}, ...texts));
  }
  const texts = read.get(language);
  return (key, values = {}) => {
    if (texts[key] === undefined) throw new Error(`There is no ${language} text for "${key}".`);
    return texts[key].replace(/\{(\w+)\}/g, (slot, name) => {
      if (values[name] === undefined) throw new Error(`"${key}" needs ${slot}.`);
      return values[name];
    });
  };
}
