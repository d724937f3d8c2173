import { fill } from '@/calculators/shared/result.ts';
import type { Language } from '@/calculators/shared/rule.ts';

export type Values = Readonly<Record<string, unknown>>;

/**
 * The words of one tool in the page's language.
 *
 * @param tool the slug; `own('page.answer')` is the text `tool.<slug>.page.answer`.
 * @param lacks whether a text is still to be fetched, by its key; until then “check this” stands for it.
 * @throws where a text is missing: a page with a hole in it should not be built.
 */
export function createWords(
  tool: string,
  language: Language,
  strings: Readonly<Record<string, string>>,
  lacks: (key: string) => boolean = () => false,
) {
  const plural = new Intl.PluralRules(language);
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
  /** Making one takes a hundred times as long as using it. */
  const decimals = new Map<number, Intl.NumberFormat>();
  const text = (key: string, values: Values = {}) => {
    const found = strings[key];
    // No field is marked as wrong without a word.
    if (found === undefined && lacks(key)) return strings['tool.common.check'] ?? '';
    if (found === undefined) throw new Error(`The tool has no text for "${key}".`);
    return fill(found, values as Readonly<Record<string, string | number>>);
  };
  const latin = language === 'en';
  return {
    language,
    has: (key: string) => key in strings || lacks(key),
    text,
    own: (key: string, values?: Values) => text(`tool.${tool}.${key}`, values),
    common: (key: string, values?: Values) => text(`tool.common.${key}`, values),
    /** A whole number, or one with up to four decimals. */
    count: (value: number) => whole.format(value),
    /** A figure with exactly so many decimals. */
    decimal: (value: number, digits: number) => {
      let format = decimals.get(digits);
      if (!format) {
        const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
        format = new Intl.NumberFormat(language, fraction);
        decimals.set(digits, format);
      }
      return format.format(value);
    },
    /** A sentence that depends on a number of things: keys end in `.one` and `.other`. */
    counted: (key: string, amount: number, values: Values = {}) =>
      text(`${key}.${plural.select(amount) === 'one' ? 'one' : 'other'}`, {
        ...values,
        count: whole.format(amount),
      }),
    list: (items: readonly string[]) => items.join(latin ? ', ' : '、'),
    /** Sentences one after another. */
    sentences: (items: readonly string[]) => items.filter(Boolean).join(latin ? ' ' : ''),
    /** What stands between a name and what is said of it. */
    colon: latin ? ': ' : '：',
    percent: (figure: string) => `${figure}${latin ? '\u00a0%' : '%'}`,
  };
}

export type CommonWords = ReturnType<typeof createWords>;
