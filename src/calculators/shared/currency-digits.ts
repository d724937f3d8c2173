/**
 * The currencies in use, as ISO 4217 list one of its maintenance agency (SIX) has them, read on 2026-02-01
 * in github.com/datasets/currency-codes, commit ab9b0ae. Left out: withdrawn currencies, funds, units of
 * account, metals, codes for tests and for no currency. Texts and no objects: every tool that reads money
 * carries them.
 */

/** Codes by the digits behind the point. */
const MINOR_DIGITS: Readonly<Record<string, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: 'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries(MINOR_DIGITS).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
);

/** Digits behind the point of a currency by ISO 4217; undefined for what is no currency in use. */
export const minorDigits = (code: string): number | undefined => DIGITS.get(code);

/** Every currency in use, by its code. */
export const currencyCodes = (): string[] => [...DIGITS.keys()].sort();
