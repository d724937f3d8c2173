import { MessageFormat } from 'messageformat';
import type { MessageFunction } from 'messageformat/functions';
import { DefaultFunctions } from 'messageformat/functions';
import { minorDigits } from '../shared/currency.ts';
import { counted, type CountedNoun } from './words.ts';

/** Marks a gap in a text: a variable that has no value yet. */
export const gap = (name: string) => `⟦${name}⟧`;
export const gapPattern = /⟦([A-Za-z0-9:-]+)⟧/gu;
const isGap = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('⟦');

/** Copied text carries no no-break spaces: chats show them as odd gaps or refuse them. */
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f\u2007]/gu, ' ');

const fixed = (text: string) => ({ type: 'string' as const, toString: () => text });
const stringOption = (option: unknown) => (option === undefined ? undefined : String(option));

/** Making a formatter takes longer than a hundred uses of it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
function dayFormat(locale: string, year: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${year}`;
  let format = dayFormats.get(key);
  if (!format) {
    const form: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone: 'UTC' };
    if (year) form.year = 'numeric';
    format = new Intl.DateTimeFormat(locale, form);
    dayFormats.set(key, format);
  }
  return format;
}

/** A calendar day as the reader's language writes it inside a sentence. */
export function formatDay(locale: string, isoDay: string, year: boolean): string {
  const date = new Date(`${isoDay}T00:00:00Z`);
  const text = plainSpaces(dayFormat(locale, year).format(date));
  const language = new Intl.Locale(locale).language;
  // "г." would collide with a full stop; French and Brazilian Portuguese write the first as an ordinal.
  if (language === 'ru') return text.replace(/ г\.$/u, ' года');
  if (language === 'fr') return text.replace(/^1 /u, '1er ');
  if (language === 'pt') return text.replace(/^1 de /u, '1º de ');
  if (language === 'pl' && year) return `${text} r.`;
  return text;
}

/**
 * An exact decimal amount in the reader's format. The engine leaves out the decimals of some
 * currencies (a forint has two by ISO 4217); where the amount has them, they are shown, not rounded.
 */
export function formatMoney(locale: string, amount: string, currency: string): string {
  const style = { style: 'currency', currency } as const;
  const usual = new Intl.NumberFormat(locale, style);
  const digits = minorDigits(currency) ?? 0;
  const shown = usual.resolvedOptions().maximumFractionDigits ?? digits;
  const behind = (/\.(\d*?)0*$/u.exec(amount)?.[1] ?? '').length;
  const format =
    behind <= shown
      ? usual
      : new Intl.NumberFormat(locale, {
          ...style,
          minimumFractionDigits: digits,
          maximumFractionDigits: Math.max(digits, behind),
        });
  return plainSpaces(format.format(amount as Intl.StringNumericLiteral));
}

const localeOf = (context: Parameters<MessageFunction<string>>[0]) => context.locales[0] ?? 'en';

const count =
  (noun: CountedNoun): MessageFunction<'string'> =>
  (context, options, operand) =>
    fixed(
      plainSpaces(
        counted(noun, localeOf(context), operandOf(operand), stringOption(options['case'])),
      ),
    );

/** Messages hand over plain values or wrapped ones. */
const operandOf = (operand: unknown): string | number => {
  const value: unknown = operand && typeof operand === 'object' ? operand.valueOf() : operand;
  return typeof value === 'number' ? value : String(value);
};

const functions = {
  day: (
    context: Parameters<MessageFunction<string>>[0],
    options: Record<string, unknown>,
    operand?: unknown,
  ) => {
    const value = String(operandOf(operand));
    return fixed(
      isGap(value)
        ? value
        : formatDay(localeOf(context), value, stringOption(options['year']) !== 'no'),
    );
  },
  money: (
    context: Parameters<MessageFunction<string>>[0],
    options: Record<string, unknown>,
    operand?: unknown,
  ) => {
    const amount = String(operandOf(operand));
    const currency = stringOption(options['currency']) ?? '';
    if (isGap(amount) || isGap(currency))
      return fixed(isGap(amount) ? amount : `${amount} ${currency}`);
    return fixed(formatMoney(localeOf(context), amount, currency));
  },
  days: count('days'),
  'working-days': count('working-days'),
  hours: count('hours'),
  pieces: count('pieces'),
  number: (
    context: Parameters<MessageFunction<string>>[0],
    options: Record<string, unknown>,
    operand?: unknown,
  ) => {
    const value = operandOf(operand);
    if (isGap(value)) return { ...fixed(value), selectKey: () => null };
    const number = DefaultFunctions.number(context, options, value);
    return { ...number, toString: () => plainSpaces(String(number.toString?.())) };
  },
} satisfies Record<string, unknown>;

const compiled = new Map<string, MessageFormat<string, string>>();

/** Compiles a message once per locale. Throws where the message is not valid MF2. */
export function compile(locale: string, source: string): MessageFormat<string, string> {
  const key = `${locale}\n${source}`;
  let message = compiled.get(key);
  if (!message) {
    message = new MessageFormat<string, string>(locale, source, {
      bidiIsolation: 'none',
      functions: functions as Record<string, MessageFunction<string, string>>,
    });
    compiled.set(key, message);
  }
  return message;
}

/** What is wrong with a message, or null. Used where scripts are checked, not where they are shown. */
export function messageError(locale: string, source: string): string | null {
  try {
    compile(locale, source);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** An abbreviation at the end of a sentence brings the full stop with it. */
const ownStop = /((?:^|[\s⟧])(?:дн|шт|szt|godz|rob|r))\.\./gu;

/**
 * Formats a message. An error inside a message is a mistake in the data, never shown to a buyer
 * as a half-finished sentence, so it is thrown.
 */
export function formatMessage(
  locale: string,
  source: string,
  values: Readonly<Record<string, string | number>>,
): string {
  const text = compile(locale, source).format(values, (error) => {
    throw error;
  });
  return text.replace(ownStop, '$1.');
}

/** Names of the variables a message uses. */
export const variablesIn = (source: string): string[] => [
  ...new Set([...source.matchAll(/\$([A-Za-z][A-Za-z0-9]*)/gu)].map((match) => match[1] as string)),
];

const pronouns =
  /(?<![\p{L}])(вы|вас|вам|вами|ваш|ваша|ваше|ваши|вашего|вашей|вашему|вашим|вашем|вашу|ваших|вашими)(?![\p{L}])/gu;

/** Raises the Russian polite pronouns of a message text: «вам» becomes «Вам». */
export const capitalPronouns = (source: string) =>
  source.replace(pronouns, (word) => `В${word.slice(1)}`);
