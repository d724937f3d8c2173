import { apart } from '@/calculators/shared/apart.ts';
import { formatNumber, pluralOf } from '@/calculators/shared/number-format.ts';
import { fill } from '@/calculators/shared/result.ts';
import type { Language } from '@/calculators/shared/rule.ts';

/** Whether a text is still to be fetched: it is on its way, or did not arrive. */
export type Lack = false | 'coming' | 'failed';

export type Values = Readonly<Record<string, unknown>>;

/**
 * The words of one tool in the page's language.
 *
 * @param tool the slug; `own('page.answer')` is the text `tool.<slug>.page.answer`.
 * @param lacks whether a text is still to be fetched, by its key; “check this” stands for one on its way, and
 *   that a part did not arrive for one that was lost.
 * @throws where a text is missing: a page with a hole in it should not be built.
 */
export function createWords(
  tool: string,
  language: Language,
  strings: Readonly<Record<string, string>>,
  lacks: (key: string) => Lack = () => false,
) {
  const count = (value: number) => formatNumber(language, value, 0, 4);
  const text = (key: string, values: Values = {}) => {
    const found = strings[key];
    // No field is marked as wrong without a word.
    const lack = found === undefined && lacks(key);
    if (lack) return strings[`tool.common.${lack === 'failed' ? 'part-lost' : 'check'}`] ?? '';
    if (found === undefined) throw new Error(`The tool has no text for "${key}".`);
    return fill(
      found,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' ? apart(value) : value,
        ]),
      ),
    );
  };
  const latin = language === 'en';
  return {
    language,
    has: (key: string) => key in strings || lacks(key) !== false,
    text,
    own: (key: string, values?: Values) => text(`tool.${tool}.${key}`, values),
    common: (key: string, values?: Values) => text(`tool.common.${key}`, values),
    /** A whole number, or one with up to four decimals. */
    count,
    /** A figure with exactly so many decimals. */
    decimal: (value: number, digits: number) => formatNumber(language, value, digits, digits),
    /** A sentence that depends on a number of things: keys end in `.one` and `.other`. */
    counted: (key: string, amount: number, values: Values = {}) =>
      text(`${key}.${pluralOf(language, amount) === 'one' ? 'one' : 'other'}`, {
        ...values,
        count: count(amount),
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
