import { fill } from '@/calculators/shared/result.ts';
import type { Language } from '@/calculators/shared/rule.ts';

/** The interface texts of the page's language. */
export function createWords(language: Language, strings: Readonly<Record<string, string>>) {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const text = (key: string, values: Readonly<Record<string, unknown>> = {}) => {
    const found = strings[key];
    if (found === undefined) throw new Error(`The tool has no text for "${key}".`);
    return fill(found, values);
  };
  const comma = language === 'en' ? ', ' : '、';
  return {
    language,
    text,
    has: (key: string) => key in strings,
    /** Text of this tool. */
    say: (key: string, values: Readonly<Record<string, unknown>> = {}) =>
      text(`tool.reply-script.${key}`, values),
    /** A sentence that depends on a number of things: keys end in `.one` and `.other`. */
    counted: (key: string, amount: number, values: Readonly<Record<string, unknown>> = {}) =>
      text(`tool.reply-script.${key}.${plural.select(amount) === 'one' ? 'one' : 'other'}`, {
        ...values,
        count: number.format(amount),
      }),
    number: (value: number) => number.format(value),
    list: (items: readonly string[]) => items.join(comma),
    comma,
    colon: language === 'en' ? ': ' : '：',
    sentences: language === 'en' ? ' ' : '',
  };
}

export type Words = ReturnType<typeof createWords>;
