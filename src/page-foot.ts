import type { Language, RuleBook } from './calculators/shared/rule.ts';

const quoted = (text: string) =>
  [...text.matchAll(/['"]([a-z0-9.-]+)['"]/g)].map(([, id]) => id as string);

/**
 * Every source a page rests on, in the order in which the page comes to them: those it cites by
 * name, those of the rules it quotes, those of the rivals it prints, and those its author adds.
 *
 * @param body MDX of the page.
 * @param drawn Source text of a drawing by its name, for the rules its figures quote.
 */
export function sourcesOfPage(
  body: string,
  added: readonly string[],
  book: RuleBook,
  drawn: (figure: string) => string,
): string[] {
  const leading = (id: string) => book.get(id)?.values.map(({ source }) => source) ?? [];
  const found = [...body.matchAll(/<([A-Z]\w+)\b([^>]*)>/g)].flatMap(([, name, attributes]) => {
    const ids = quoted(attributes ?? '');
    switch (name) {
      case 'RuleValue':
        return ids.flatMap(leading);
      case 'RuleTable':
      case 'Conflict':
        return ids.flatMap((id) => [
          ...leading(id),
          ...(book.get(id)?.rivals.map(({ source }) => source) ?? []),
        ]);
      case 'Figure':
        return ids.flatMap((figure) => quoted(drawn(figure)).flatMap(leading));
      case 'Source':
      case 'Opinion':
        return ids;
      default:
        return [];
    }
  });
  return [...new Set([...found, ...added])];
}

const inScript: Record<Language, RegExp> = { en: /^[\x20-\x7e]+$/, 'zh-CN': /[\u4e00-\u9fff]/ };
const SHOWN = 6;

/**
 * The few other names of a page that help a reader who sees them: in the page's own script, and no
 * two of which one holds the other. Search is given all of them.
 */
export function shownAliases(aliases: readonly string[], language: Language): string[] {
  const kept: string[] = [];
  const plain = (text: string) => text.toLowerCase();
  for (const alias of aliases)
    if (
      kept.length < SHOWN &&
      inScript[language].test(alias) &&
      !kept.some(
        (other) => plain(other).includes(plain(alias)) || plain(alias).includes(plain(other)),
      )
    )
      kept.push(alias);
  return kept;
}
