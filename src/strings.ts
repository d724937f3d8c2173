import { fill } from './calculators/shared/result.ts';
import type { Language } from './calculators/shared/rule.ts';

/** Interface strings of one language: flat keys, `tool.<tool>.<part>` and `ui.<part>`. */
export type Strings = Readonly<Record<string, string>>;

const files = import.meta.glob<Record<string, string>>('./content/i18n/parts/*.json', {
  eager: true,
  import: 'default',
});

const merged: Record<Language, Record<string, string>> = { en: {}, 'zh-CN': {} };
for (const [path, strings] of Object.entries(files))
  Object.assign(merged[languageOf(path)], strings);

/** The language a file of texts is in: `number.zh-CN.json`. Any other ending is a slip, and throws. */
export function languageOf(path: string): Language {
  const named = /\.([A-Za-z-]+)\.json$/.exec(path)?.[1] ?? '';
  if (!Object.hasOwn(merged, named)) throw new Error(`${path} names no language of this site.`);
  return named as Language;
}

/**
 * The strings an island needs, and no more: they travel inside the page. What is written at build stays
 * behind: what stands under a tool (`tool.<tool>.below.…`), and what is said where no script runs.
 */
export function stringsFor(language: Language, ...prefixes: string[]): Strings {
  const asked = [language, ...prefixes].join(' ');
  const strings =
    travelling.get(asked) ??
    Object.fromEntries(
      Object.entries(merged[language]).filter(
        ([key]) =>
          !key.includes('.below.') &&
          key !== 'tool.common.no-script' &&
          prefixes.some((p) => key.startsWith(p)),
      ),
    );
  travelling.set(asked, strings);
  return strings;
}

/** Many pages ask for the same strings. */
const travelling = new Map<string, Strings>();

/** Texts without those of parts that the page does not have. */
export const without = (strings: Strings, ...prefixes: string[]): Strings =>
  Object.fromEntries(
    Object.entries(strings).filter(([key]) => !prefixes.some((prefix) => key.startsWith(prefix))),
  );

export function translate(
  language: Language,
  key: string,
  values: Record<string, string | number> = {},
) {
  const text = merged[language][key];
  if (text === undefined) throw new Error(`There is no ${language} text for "${key}".`);
  return fill(text, values);
}
