import { minorDigits } from '../shared/currency-digits.ts';
import { pluralOf } from '../shared/number-format.ts';
import { readMessage, type Message, type Pattern } from './pattern.ts';
import { counted, type CountedNoun } from './words.ts';

/** Marks a gap in a text: a variable that has no value yet. */
export const gap = (name: string) => `⟦${name}⟧`;
export const gapPattern = /⟦([A-Za-z0-9:-]+)⟧/gu;
const isGap = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('⟦');

/** Copied text carries no no-break spaces: chats show them as odd gaps or refuse them. */
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f\u2007]/gu, ' ');

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

/** Figures and amounts, by locale and style. */
const numberFormats = new Map<string, Intl.NumberFormat>();
function numberFormat(
  locale: string,
  style: Intl.NumberFormatOptions & { currency?: string } = {},
): Intl.NumberFormat {
  const key = `${locale} ${style.currency ?? ''} ${style.minimumFractionDigits ?? ''} ${style.maximumFractionDigits ?? ''}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, style);
    numberFormats.set(key, format);
  }
  return format;
}

/**
 * An exact decimal amount in the reader's format. The engine leaves out the decimals of some
 * currencies (a forint has two by ISO 4217); where the amount has them, they are shown, not rounded.
 */
export function formatMoney(locale: string, amount: string, currency: string): string {
  const style = { style: 'currency', currency } as const;
  const usual = numberFormat(locale, style);
  const digits = minorDigits(currency) ?? 0;
  const shown = usual.resolvedOptions().maximumFractionDigits ?? digits;
  const behind = (/\.(\d*?)0*$/u.exec(amount)?.[1] ?? '').length;
  const format =
    behind <= shown
      ? usual
      : numberFormat(locale, {
          ...style,
          minimumFractionDigits: digits,
          maximumFractionDigits: Math.max(digits, behind),
        });
  return plainSpaces(format.format(amount as Intl.StringNumericLiteral));
}

function formatNumber(locale: string, value: string | number): string {
  if (!Number.isFinite(Number(value))) throw new RangeError(`“${value}” is no number.`);
  return plainSpaces(numberFormat(locale).format(Number(value)));
}

/** Writes a value that is there: how, by the name of the function. */
type Write = (
  locale: string,
  value: string | number,
  option: (name: string) => string | undefined,
) => string;
const count =
  (noun: CountedNoun): Write =>
  (locale, value, option) =>
    plainSpaces(counted(noun, locale, value, option('case')));

const functions: Readonly<Record<string, { options: readonly string[]; write: Write }>> = {
  day: {
    options: ['year'],
    write: (locale, value, option) =>
      isGap(value) ? value : formatDay(locale, String(value), option('year') !== 'no'),
  },
  money: {
    options: ['currency'],
    write: (locale, value, option) => {
      const amount = String(value);
      const currency = option('currency') ?? '';
      if (isGap(amount) || isGap(currency)) return isGap(amount) ? amount : `${amount} ${currency}`;
      return formatMoney(locale, amount, currency);
    },
  },
  number: {
    options: [],
    write: (locale, value) => (isGap(value) ? value : formatNumber(locale, value)),
  },
  ...Object.fromEntries(
    (['days', 'working-days', 'hours', 'pieces'] as const).map((noun) => [
      noun,
      { options: ['case'], write: count(noun) },
    ]),
  ),
};

const compiled = new Map<string, Message>();

/** Reads a message once. Throws where it is none, or asks for a function or an option nobody knows. */
function compile(source: string): Message {
  let message = compiled.get(source);
  if (!message) {
    message = readMessage(source);
    for (const [, pattern] of message.variants)
      for (const piece of pattern) {
        if (typeof piece === 'string' || piece.by === null) continue;
        const options = functions[piece.by]?.options;
        const unknown = Object.keys(piece.options).find((name) => !options?.includes(name));
        if (!options || unknown !== undefined)
          throw new SyntaxError(`Nobody knows “:${piece.by}${unknown ? ` ${unknown}=` : ''}”.`);
      }
    compiled.set(source, message);
  }
  return message;
}

/** What is wrong with a message, or null. Used where scripts are checked, not where they are shown. */
export function messageError(source: string): string | null {
  try {
    compile(source);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** An abbreviation at the end of a sentence brings the full stop with it. */
const ownStop = /((?:^|[\s⟧])(?:дн|шт|szt|godz|rob|r))\.\./gu;

/** The pattern for these values: that of the very figure, of its plural, or of anything else. */
function chosen(
  { chooser, variants }: Message,
  locale: string,
  valueOf: (name: string) => string | number,
): Pattern {
  const found = (key: string) => variants.find(([each]) => each === key)?.[1];
  const other = found('*') ?? [];
  if (chooser === null) return other;
  const value = valueOf(chooser);
  return isGap(value)
    ? other
    : (found(String(value)) ?? found(pluralOf(locale, Number(value))) ?? other);
}

/**
 * Formats a message. An error inside a message is a mistake in the data, never shown to a buyer
 * as a half-finished sentence, so it is thrown.
 */
export function formatMessage(
  locale: string,
  source: string,
  values: Readonly<Record<string, string | number>>,
): string {
  const valueOf = (name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`The message has no value for “${name}”.`);
    return value;
  };
  const text = chosen(compile(source), locale, valueOf)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const value = valueOf(piece.name);
      const by = piece.by ?? (typeof value === 'number' ? 'number' : null);
      if (by === null) return String(value);
      const option = (name: string) => {
        const given = piece.options[name];
        return given?.startsWith('$') ? String(valueOf(given.slice(1))) : given;
      };
      return functions[by]?.write(locale, value, option) ?? '';
    })
    .join('');
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
