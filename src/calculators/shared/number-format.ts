/**
 * Making what formats takes a hundred times as long as using it, and the first of all most: each is made when
 * it is first asked for, and once.
 */
const once = <Made>(make: (locale: string, kind: string) => Made) => {
  const known = new Map<string, Made>();
  return (locale: string, kind: string): Made => {
    const key = `${locale} ${kind}`;
    let made = known.get(key);
    if (made === undefined) known.set(key, (made = make(locale, kind)));
    return made;
  };
};

const numbers = once((locale, digits) => {
  const [least, most] = digits.split(' ').map(Number);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
});
const plurals = once(
  (locale, type) => new Intl.PluralRules(locale, { type: type as Intl.PluralRulesOptions['type'] }),
);

/** English and Chinese write them alike, and need nothing of the engine for it, whose first formatter takes longest. */
function written(value: number, least: number, most: number): string {
  // In decimals, as they would be on paper: 1.005 is no less than it says.
  const moved = Math.round(Number(`${Math.abs(value)}e${most}`));
  const [whole = '', behind = ''] = Number(`${moved}e-${most}`).toFixed(most).split('.');
  const decimals = behind.slice(0, least) + behind.slice(least).replace(/0+$/, '');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${decimals && `.${decimals}`}`;
}

/** A number as readers of a language write it, with at least so many decimals and at most so many. */
export const formatNumber = (locale: string, value: number, least = 0, most = 3): string => {
  const size = Math.abs(value);
  // As long as a number writes itself out, and its last decimal counts.
  const isPlain = value === 0 || (size >= 1e-6 && size < 1e9);
  // Whole numbers below a thousand are the same in all languages here.
  const isSame = least === 0 && Number.isInteger(value) && value < 1000 && value > 0;
  return isPlain && (isSame || /^(?:en|zh-CN)$/.test(locale))
    ? written(value, least, most)
    : numbers(locale, `${least} ${most}`).format(value);
};

/**
 * A share in percent for eyes, without its sign: with one or two decimals, and with all it has (four at most)
 * where two would make it look equal to a line it is not on.
 *
 * @param decimal the share, as a decimal number.
 * @param lines the lines it is held against, as decimal numbers.
 */
export function formatShare(locale: string, decimal: string, lines: readonly string[]): string {
  const value = Number(decimal);
  // As it will be written: 1.005 is no less than it says.
  const rounded = Number(`${Math.round(Number(`${value}e2`))}e-2`);
  const misleads = rounded !== value && lines.some((line) => Number(line) === rounded);
  return misleads ? formatNumber(locale, value, 0, 4) : formatNumber(locale, value, 1, 2);
}

/** Which form of a word stands beside a number. */
export const pluralOf = (
  locale: string,
  value: number,
  type: 'cardinal' | 'ordinal' = 'cardinal',
): Intl.LDMLPluralRule =>
  locale === 'en' && type === 'cardinal'
    ? Math.abs(value) === 1
      ? 'one'
      : 'other'
    : plurals(locale, type).select(value);
