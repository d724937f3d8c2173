/** Names of countries, from the engine's own tables. */
import type { Language } from './rule.ts';

/** Countries whose English name wants an article inside a sentence. */
const WITH_ARTICLE = new Set(['AE', 'BS', 'CF', 'CG', 'DO', 'GB', 'GM', 'MV', 'NL', 'PH', 'US']);

const shown = new Map<string, string>();
/** Takes names that a page shows anyway: the engine takes longer to make its table than a tool to answer. */
export function takeNames(language: Language, names: Iterable<readonly [string, string]>): void {
  for (const [code, name] of names) shown.set(`${language} ${code}`, name);
}

const tables = new Map<string, Intl.DisplayNames>();
/** The name in any language; undefined where the engine has none. */
export function nameIn(language: string, code: string): string | undefined {
  const own = shown.get(`${language} ${code}`);
  if (own !== undefined) return own;
  let table = tables.get(language);
  if (!table) {
    table = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    tables.set(language, table);
  }
  try {
    return table.of(code);
  } catch {
    return undefined;
  }
}

/**
 * A country's name for a list or a cell; the code itself where the engine has no name for it.
 *
 * @param code ISO 3166-1 alpha-2.
 */
export const countryName = (code: string, language: Language): string =>
  nameIn(language, code) ?? code;

/** The same inside a sentence: English puts an article before some. */
export const countryInSentence = (code: string, language: Language): string =>
  `${language === 'en' && WITH_ARTICLE.has(code) ? 'the ' : ''}${countryName(code, language)}`;
