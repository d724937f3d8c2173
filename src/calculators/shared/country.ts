/** Names of countries as people type them. */
import { isPlace } from './country-code.ts';
import { nameIn } from './country-name.ts';

/** The languages buyers and sellers write a country in, with the forms other regions use. */
const READ_IN = [
  ...['en', 'zh-CN', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko'],
  ...['zh-TW', 'zh-HK', 'pt-PT', 'es-MX'],
];

/**
 * What people write and no table of names holds: short, former and official names, parts of a country,
 * codes of three letters. Names that only put “Republic of” before a known one are read without this.
 */
const ALSO: Readonly<Record<string, string>> = {
  AE: 'UAE|ARE|Emirates|ОАЭ|EAU|ZEA|VAE|阿联酋|阿聯酋|아랍에미리트연합|United Arab Emirates (UAE)',
  AR: 'ARG|Argentine Republic|República Argentina|République argentine|Argentinische Republik|Аргентинская Республика|Republika Argentyńska',
  AT: 'AUT|Republik Österreich|Австрийская Республика|Republika Austrii|Republika Austriacka',
  AU: 'AUS|Commonwealth of Australia|Австралийский Союз|澳洲|澳大利亚联邦',
  BE: 'BEL|Royaume de Belgique|Königreich Belgien|Королевство Бельгия|Królestwo Belgii',
  BR: 'BRA|Федеративная Республика Бразилия|Föderative Republik Brasilien|Federacyjna Republika Brazylii|巴西联邦共和国',
  BY: 'BLR|Белоруссия|Bielorrusia|Bielorrússia|Biélorussie|Weißrussland|Weissrussland|Republika Białorusi|白俄',
  CA: 'CAN',
  CD: 'Democratic Republic of the Congo|DR Congo|DRC|Демократическая Республика Конго|República Democrática del Congo|República Democrática do Congo|République démocratique du Congo|Demokratische Republik Kongo|Demokratyczna Republika Konga|刚果民主共和国|콩고민주공화국',
  CG: 'Republic of the Congo|Республика Конго|République du Congo|República del Congo|República do Congo|Republik Kongo|刚果共和国|콩고공화국',
  CH: 'CHE|Swiss Confederation|Confederación Suiza|Confederação Suíça|Confédération suisse|Schweizerische Eidgenossenschaft|Швейцарская Конфедерация|Konfederacja Szwajcarska|瑞士联邦',
  CL: 'CHL|Republika Chile',
  CN: 'PRC|CHN|Mainland China|КНР|Китайская Народная Республика|RPC|República Popular China|República Popular da China|République populaire de Chine|Volksrepublik China|VR China|Chińska Republika Ludowa|ChRL|中国大陆|中國大陸|大陆|大陸|中华人民共和国|中華人民共和國|중화인민공화국',
  CZ: 'CZE|Česko|Česká republika|Czech Republic|Чешская Республика|República Checa|República Tcheca|République tchèque|Tschechische Republik|Republika Czeska|捷克共和国|체코 공화국|Tschechei',
  DE: 'DEU|GER|BRD|FRG|ФРГ|Federal Republic of Germany|Bundesrepublik Deutschland|Федеративная Республика Германия|République fédérale d’Allemagne|República Federal de Alemania|República Federal da Alemanha|Republika Federalna Niemiec|RFN|德意志联邦共和国|독일연방공화국',
  DK: 'DNK|Królestwo Danii',
  ES: 'ESP|Reino de España|Królestwo Hiszpanii|西班牙王国',
  FI: 'FIN',
  FR: 'FRA|French Republic|République française|República Francesa|Französische Republik|Французская Республика|Republika Francuska|法兰西|法兰西共和国|프랑스 공화국',
  GB: [
    'UK|U.K.|GBR|Great Britain|Britain|United Kingdom of Great Britain and Northern Ireland|England|Scotland|Wales|Northern Ireland',
    'Англия|Шотландия|Уэльс|Северная Ирландия|Британия|Соединённое Королевство|Соединённое Королевство Великобритании и Северной Ирландии|Объединённое Королевство',
    'Gran Bretaña|Inglaterra|Escocia|Gales|Irlanda del Norte|Reino Unido de Gran Bretaña e Irlanda del Norte|Grã-Bretanha|Escócia|País de Gales|Irlanda do Norte|Reino Unido da Grã-Bretanha e Irlanda do Norte',
    'Grande-Bretagne|Grande Bretagne|Angleterre|Écosse|Pays de Galles|Irlande du Nord|Royaume-Uni de Grande-Bretagne et d’Irlande du Nord',
    'Großbritannien|Schottland|Nordirland|Vereinigtes Königreich|Vereinigtes Königreich Großbritannien und Nordirland',
    'Wielka Brytania|Brytania|Anglia|Szkocja|Walia|Irlandia Północna|Zjednoczone Królestwo|Zjednoczone Królestwo Wielkiej Brytanii i Irlandii Północnej',
    '大不列颠|大不列顛|英格兰|英格蘭|苏格兰|蘇格蘭|威尔士|威爾士|威爾斯|北爱尔兰|北愛爾蘭|联合王国|聯合王國|大不列颠及北爱尔兰联合王国|大不列顛及北愛爾蘭聯合王國',
    '잉글랜드|스코틀랜드|웨일스|북아일랜드|대영제국|그레이트브리튼 및 북아일랜드 연합 왕국|연합왕국',
  ].join('|'),
  GR: 'GRC|Hellenic Republic|Hellas|Греческая Республика|República Helénica|République hellénique|Hellenische Republik|Republika Grecka|希腊共和国',
  HK: 'HKG|Hong Kong|Hongkong|Гонконг|香港|홍콩|Hong Kong SAR',
  HU: 'HUN',
  ID: 'IDN',
  IE: 'IRL|Eire|Éire',
  IL: 'ISR|Государство Израиль|Staat Israel|以色列国',
  IN: 'IND|Bharat',
  IT: 'ITA|Italian Republic|Repubblica Italiana|República Italiana|République italienne|Italienische Republik|Итальянская Республика|Republika Włoska|意大利共和国|義大利|이탈리아 공화국',
  JP: 'JPN|日本国|日本國|일본국',
  KP: 'DPRK|North Korea|КНДР|Democratic People’s Republic of Korea|Корейская Народно-Демократическая Республика|República Popular Democrática de Corea|República Popular Democrática da Coreia|République populaire démocratique de Corée|Demokratische Volksrepublik Korea|Koreańska Republika Ludowo-Demokratyczna|朝鲜民主主义人民共和国|조선민주주의인민공화국|북한|北韩|北韓|北朝鲜',
  KR: 'KOR|ROK|Korea|South Korea|S. Korea|S Korea|Republic of Korea|Республика Корея|Южная Корея|Корея|Corea|Corea del Sur|Coreia|Coreia do Sul|Corée|Corée du Sud|République de Corée|Südkorea|Republik Korea|Korea Południowa|Republika Korei|南韩|韓國|南韓|大韩民国|大韓民國|한국|남한|대한민국',
  KZ: 'KAZ|Republika Kazachstanu|哈萨克',
  LU: 'LUX|Grand-Duché de Luxembourg|Großherzogtum Luxemburg',
  MD: 'MDA|Молдавия|Moldavia|Moldavie|Moldawien|Moldávia|Republik Moldau|Mołdawia|摩尔多瓦',
  MK: 'MKD|Macedonia|Македония|Macédoine|Mazedonien|FYROM|马其顿',
  MO: 'MAC|Macau|Macao|Макао|澳门|澳門',
  MX: 'MEX|United Mexican States|Estados Unidos Mexicanos|Мексиканские Соединённые Штаты|États-Unis mexicains|Vereinigte Mexikanische Staaten|Meksykańskie Stany Zjednoczone|墨西哥合众国',
  NL: 'NLD|Holland|The Netherlands|Holland (Netherlands)|Голландия|Королевство Нидерландов|Holanda|Hollande|Holandia|Royaume des Pays-Bas|Königreich der Niederlande|Reino de los Países Bajos|Reino dos Países Baixos|Królestwo Niderlandów|Niderlandy|荷兰王国|荷蘭王國|네덜란드 왕국|홀란드',
  NZ: 'NZL|纽西兰|紐西蘭',
  PL: 'POL|Rzeczpospolita Polska|Польская Республика|波兰共和国|폴란드 공화국|República da Polônia|República da Polónia|República de Polonia|République de Pologne',
  PT: 'PRT|Portuguese Republic|República Portuguesa|République portugaise|Portugiesische Republik|Португальская Республика|Republika Portugalska|葡萄牙共和国',
  RO: 'ROU|Rumania',
  RU: 'RUS|РФ|Russian Federation|Российская Федерация|Federación Rusa|Federación de Rusia|Federação Russa|Federação da Rússia|Fédération de Russie|Fédération russe|Russische Föderation|Federacja Rosyjska|俄罗斯联邦|俄羅斯聯邦|俄联邦|俄国|俄國|러시아 연방',
  SA: 'SAU|KSA|Королевство Саудовская Аравия|КСА|Reino de Arabia Saudita|Reino de Arabia Saudí|Reino da Arábia Saudita|Royaume d’Arabie saoudite|Königreich Saudi-Arabien|Królestwo Arabii Saudyjskiej|沙特|沙特阿拉伯王国|沙烏地阿拉伯',
  SE: 'SWE',
  SK: 'SVK|Slovak Republic|Словацкая Республика|República Eslovaca|République slovaque|Slowakische Republik|Republika Słowacka|斯洛伐克共和国',
  TH: 'THA',
  TR: 'TUR|Turkey|Turkiye|Турецкая Республика|Türkische Republik|Republika Turcji|Republika Turecka|土耳其共和国',
  TW: 'TWN|Taiwan|Тайвань|台湾|台灣|臺灣|대만|Taïwan',
  UA: 'UKR|The Ukraine',
  US: [
    'USA|U.S.|U.S.A.|U S A|U S|America|United States of America|The States|États-Unis d’Amérique|Amérique|Estados Unidos de América|Estados Unidos da América',
    'США|Соединённые Штаты|Соединённые Штаты Америки|Америка|EE.UU.|EE. UU.|EEUU|EUA|E.U.A.|Etats Unis|Vereinigte Staaten von Amerika|Amerika|Stany Zjednoczone Ameryki|Stany Zjednoczone Ameryki Północnej|Ameryka',
    '美利坚合众国|美利堅合眾國|미국|아메리카 합중국|미합중국',
  ].join('|'),
  UZ: 'UZB',
  VN: 'VNM|Viet Nam|Вьетнам|Wietnam|越南社会主义共和国',
  ZA: 'ZAF|RSA|South African Republic',
};

/** Official names that sound like those of another country, or of two: they are not guessed. */
const TWO_OF_IT = [
  'Republic of China|Китайская Республика|República de China|República da China|République de Chine|Republik China|Republika Chińska|中华民国|中華民國|중화민국',
  'German Democratic Republic|Deutsche Demokratische Republik|Германская Демократическая Республика|Niemiecka Republika Demokratyczna',
  'Democratic Republic of Korea|People’s Republic of Korea|Демократическая Республика Корея',
  'Congo|Конго|Kongo|刚果|剛果|콩고',
].join('|');

/** A name as it is compared: width, case, accents, points and an English article make no difference. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'`´.]/g, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replace(/[-‐–—\s]+/g, ' ')
    .trim()
    .replace(/^the /, '');

/** What a state calls itself before its name, in the languages that put it there. */
const STATE =
  /^(?:(?:federal|federative|islamic|socialist|democratic|hashemite|arab|bolivarian|plurinational|oriental|independent|cooperative|peoples) )*(?:republic|kingdom|commonwealth|sultanate|principality|grand duchy|emirate|union|federation) of (?:the )?|^(?:(?:федеративная|исламская|социалистическая|демократическая|арабская|народная) )*(?:республика|королевство|султанат|княжество|великое герцогство) |^(?:republica|republique)(?: (?:federativa|federative|federal|federale|islamica|islamique|socialista|socialiste|bolivariana|oriental|orientale))? (?:del? (?:la |los |las |el )?|d[oa]s? |du |des |d)|^(?:reino|royaume|principado|principaute) (?:de (?:la |los )?|d[oa]s? |du |des |d)|^(?:(?:islamische|sozialistische|foderative) )?(?:republik|bundesrepublik|konigreich|furstentum|sultanat) (?:der |des )?/;
/** The same behind it: `巴西联邦共和国`, `泰王国`, `폴란드 공화국`. */
const STATE_BEHIND =
  /(?:(?:联邦|聯邦|人民|社会主义|社會主義|伊斯兰|伊斯蘭|民主|阿拉伯)*(?:共和国|共和國)|王国|王國|联邦|聯邦|大公国|大公國|公国|公國|苏丹国|国|國| ?(?:연방|이슬람|사회주의|인민)? ?(?:공화국|왕국|연방))$/u;

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
    for (const name of list.split('|')) map.set(plain(name), code);
  for (const name of TWO_OF_IT.split('|')) map.set(plain(name), '');
  known = map;
  return map;
}

/** Two letters of a flag, as the code they stand for. */
const flagged = (text: string): string =>
  text.replace(/[\u{1f1e6}-\u{1f1ff}]/gu, (letter) =>
    String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65),
  );

const one = (name: string): string | null => {
  const text = plain(name);
  const found =
    names().get(text) ??
    names().get(text.replace(STATE, '')) ??
    names().get(text.replace(STATE_BEHIND, '')) ??
    names().get(text.replace(STATE_BEHIND, '国'));
  return found || null;
};

/**
 * The country somebody wrote: its code, its flag, or its name in English, Chinese, Russian, Spanish,
 * Portuguese, French, German, Polish or Korean, in full or short, whatever the case and the accents. A
 * name and its code beside one another are read where both mean the same.
 *
 * @returns the ISO 3166-1 alpha-2 code, or null where the name is not known or may mean two countries.
 */
export function readCountry(text: string): string | null {
  const name = flagged(text);
  const whole = one(name);
  if (whole !== null) return whole;
  // “Korea, Republic of”, “Netherlands, The”, “Korea (South)”.
  const turned = /^([^,，(（]+)[,，(（]\s*([^)）]+?)[)）\s]*$/u.exec(name.trim());
  if (turned) {
    const found = one(`${turned[2] ?? ''} ${turned[1] ?? ''}`);
    if (found !== null) return found;
  }
  const parts = name
    .split(/[/|·,，;；()（）:：]|\s[-–—]\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const codes = new Set(parts.map(one));
  const [code = null] = codes;
  if (parts.length > 1) return codes.size === 1 ? code : null;
  // A code before or behind the name: `RU Россия`, `🇧🇷 Brazil`.
  const beside = /^([A-Za-z]{2})\s+(.+)$|^(.+?)\s+([A-Za-z]{2})$/u.exec(name.trim());
  if (!beside) return null;
  const [a, b] = [one(beside[1] ?? beside[4] ?? ''), one(beside[2] ?? beside[3] ?? '')];
  return a !== null && a === b ? a : null;
}
