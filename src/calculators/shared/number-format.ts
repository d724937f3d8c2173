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

/** A number as readers of a language write it, with at least so many decimals and at most so many. */
export const formatNumber = (locale: string, value: number, least = 0, most = 3): string =>
  // Every language here writes these alike, and most numbers are such.
  least === 0 && Number.isInteger(value) && value < 1000 && (value > 0 || Object.is(value, 0))
    ? String(value)
    : numbers(locale, `${least} ${most}`).format(value);

/** Which form of a word stands beside a number. */
export const pluralOf = (
  locale: string,
  value: number,
  type: 'cardinal' | 'ordinal' = 'cardinal',
): Intl.LDMLPluralRule => plurals(locale, type).select(value);
