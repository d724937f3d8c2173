import { MARKS } from '../shared/currencies.ts';
import { de } from '../shared/moment/words/de.ts';
import { en } from '../shared/moment/words/en.ts';
import { es } from '../shared/moment/words/es.ts';
import { fr } from '../shared/moment/words/fr.ts';
import type { LanguageWords } from '../shared/moment/words/language-words.ts';
import { pl } from '../shared/moment/words/pl.ts';
import { pt } from '../shared/moment/words/pt.ts';
import { ru } from '../shared/moment/words/ru.ts';
import type { GuardRule } from './rule.ts';

/**
 * The guard reads days and money in running text by the tables of the readers of fields, so that a word means
 * the same in both. It is filled in where the content is read, in Node alone: a page that guards a reply
 * needs the words of its languages and not the tables of all.
 */
const LANGUAGES: Readonly<Record<string, LanguageWords>> = {
  en,
  ru,
  es,
  'pt-BR': pt,
  fr,
  de,
  pl,
};

/** “się” without its tail is the commonest small word of Polish; beside a day of a field it is August. */
const NEVER_MONTHS = new Set(['sie']);

/** The months in their order, each with its names, the longest first. */
const monthsOf = ({ months }: LanguageWords): string =>
  months
    .map((names) => names.split(' ').filter((name) => !NEVER_MONTHS.has(name)))
    .map((names) => `(?:${names.sort((a, b) => b.length - a.length).join('|')})`)
    .join('|');

const escaped = (mark: string) => mark.replace(/[.$]/gu, '\\$&');

/** Signs and names of money by the currencies they stand for, but for those that are other words in a text. */
const moneyBut = (never: ReadonlySet<string>): Record<string, string> =>
  Object.fromEntries(
    MARKS.trim()
      .split('\n')
      .flatMap((line) => {
        const [codes = '', marks = ''] = line.split('=');
        const kept = marks.split('|').filter((mark) => !never.has(mark));
        const name = codes.toLowerCase().replaceAll(' ', '');
        return kept.length > 0 ? [[name, kept.map(escaped).join('|')] as const] : [];
      }),
  );

type Lists = Readonly<Record<string, string>>;
const joined = (one: Lists, other: Lists): Lists => ({
  ...one,
  ...Object.fromEntries(
    Object.entries(other).map(([name, list]) => [name, one[name] ? `${one[name]}|${list}` : list]),
  ),
});

const MONTHS = '{months}';

/** A rule with what its words take from the tables of the readers. */
export function withTables(rule: GuardRule): GuardRule {
  if (!rule.words) return rule;
  const words: Record<string, Lists> = Object.fromEntries(
    Object.entries(rule.words).map(([language, lists]) => {
      const table = LANGUAGES[language];
      return [
        language,
        table && lists['months'] === MONTHS ? { ...lists, months: monthsOf(table) } : lists,
      ];
    }),
  );
  const { never, ...any } = words['any'] ?? {};
  if (rule.reads === 'amounts' && never !== undefined)
    words['any'] = joined(moneyBut(new Set(never.split(' '))), any);
  return { ...rule, words };
}
