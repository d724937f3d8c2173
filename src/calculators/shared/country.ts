/** Names of countries as people type them. */
import { isPlace } from './country-code.ts';
import { nameIn } from './country-name.ts';

/** The languages buyers and sellers write a country in. */
const READ_IN = ['en', 'zh-CN', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko'] as const;

/** What people write and no table of names holds: short forms, former and official names. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'Emirates', 'ОАЭ', 'EAU', '阿联酋'],
  BR: ['BRA'],
  BY: ['Republic of Belarus', 'Белоруссия', 'Bielorrusia'],
  CN: ['PRC', 'Mainland China', 'КНР', '中国大陆', '大陆'],
  CZ: [
    'Czech Republic',
    'Чешская Республика',
    'República Checa',
    'République tchèque',
    '捷克共和国',
  ],
  DE: ['DEU'],
  ES: ['ESP'],
  FR: ['FRA'],
  GB: ['UK', 'U.K.', 'Great Britain', 'Britain', 'GBR', 'Англия', 'Britania', '大不列颠'],
  HK: ['Hong Kong', 'Гонконг', '香港', '홍콩'],
  ID: ['IDN'],
  IT: ['ITA'],
  KR: [
    'Korea',
    'Republic of Korea',
    'Korea, Republic of',
    'Корея',
    'Corea',
    '南韩',
    '大韩民国',
    '한국',
  ],
  KZ: ['KAZ', 'Republic of Kazakhstan'],
  MD: ['Republic of Moldova', 'Молдавия'],
  MK: ['Macedonia', 'Македония'],
  MO: ['Macau', 'Macao', 'Макао', '澳门'],
  MX: ['MEX'],
  NL: ['Holland', 'The Netherlands', 'Голландия', 'Holanda', '荷兰王国'],
  PL: ['POL'],
  RU: [
    'Russian Federation',
    'The Russian Federation',
    'RUS',
    'РФ',
    'Российская Федерация',
    '俄罗斯联邦',
    '俄国',
  ],
  SA: ['KSA', 'Kingdom of Saudi Arabia', '沙特'],
  TR: ['Turkey', 'Turkiye', 'Republic of Turkey', 'TUR', '土耳其共和国'],
  TW: ['Taiwan', 'Тайвань', '台湾', '대만'],
  UA: ['UKR'],
  US: [
    'USA',
    'U.S.',
    'U.S.A.',
    'America',
    'United States of America',
    'США',
    'EE.UU.',
    'EE. UU.',
    'EUA',
    'États-Unis d’Amérique',
    '美利坚合众国',
    '미국',
  ],
  VN: ['Viet Nam', 'Вьетнам'],
};

/** A name as it is compared: width, case, accents, points and an English article make no difference. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'`.]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '');

const CODES = Array.from({ length: 676 }, (_, i) =>
  String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)),
);

let known: ReadonlyMap<string, string> | undefined;

function names(): ReadonlyMap<string, string> {
  if (known) return known;
  const map = new Map<string, string>();
  for (const code of CODES) {
    if (!isPlace(code)) continue;
    map.set(plain(code), code);
    for (const language of READ_IN) {
      const name = nameIn(language, code);
      if (name !== undefined && !map.has(plain(name))) map.set(plain(name), code);
    }
  }
  for (const [code, list] of Object.entries(ALSO))
    for (const name of list) map.set(plain(name), code);
  known = map;
  return map;
}

/**
 * The country somebody wrote: its code, or its name in English, Chinese, Russian, Spanish,
 * Portuguese, French, German, Polish or Korean, whatever the case and the accents.
 *
 * @returns the ISO 3166-1 alpha-2 code, or null where the name is not known.
 */
export function readCountry(text: string): string | null {
  return names().get(plain(text)) ?? null;
}
