import { describe, expect, it } from 'vitest';
import { readCountry } from './country.ts';
import { countryInSentence, countryName, takeNames } from './country-name.ts';

describe('the country somebody wrote', () => {
  it.each([
    ['BR', 'br BR Brazil BRASIL 巴西 Бразилия Brésil Brasilien Brazylia 브라질'],
    ['GB', 'GB UK uk Великобритания 英国'],
    ['KR', 'Korea 韩国 Корея Südkorea 대한민국'],
    ['RU', 'Russia Россия РФ 俄罗斯 Rusia Rússia Russie Russland Rosja 러시아'],
    ['TR', 'Turkey Türkiye Turkiye 土耳其 Турция'],
    ['CZ', 'Czechia 捷克 Чехия'],
    ['US', 'USA U.S. US 美国 США'],
    ['VN', 'Vietnam 越南 Вьетнам'],
  ])('%s', (code, names) => {
    for (const name of names.split(' ')) expect(readCountry(name), name).toBe(code);
  });

  it('may be several words, with an article, accents or none, full width or small', () => {
    const names: [string, string][] = [
      ['the United Kingdom', 'GB'],
      ['Russian Federation', 'RU'],
      ['Czech Republic', 'CZ'],
      ['Viet Nam', 'VN'],
      ['South Korea', 'KR'],
      ['EE. UU.', 'US'],
      ['Cote d’Ivoire', 'CI'],
      ["Côte d'Ivoire", 'CI'],
      ['ＢＲ', 'BR'],
      ['  united   states ', 'US'],
      ['中国香港特别行政区', 'HK'],
    ];
    for (const [name, code] of names) expect(readCountry(name), name).toBe(code);
  });

  it.each([
    [
      'GB',
      'Großbritannien|GROSSBRITANNIEN|Grande-Bretagne|England|Scotland|Wales|Northern Ireland|英國|英格蘭|蘇格蘭|北爱尔兰|Inglaterra|Escócia|Angleterre|Écosse|Irlande du Nord|Schottland|Nordirland|Anglia|Szkocja|Wielka Brytania|Zjednoczone Królestwo|Англия|Шотландия|Уэльс|Северная Ирландия|Соединённое Королевство|Соединенное Королевство|Vereinigtes Königreich|Reino Unido|Royaume-Uni|잉글랜드|스코틀랜드|영국|United Kingdom of Great Britain and Northern Ireland|大不列颠及北爱尔兰联合王国|UK (England)|🇬🇧|GB - United Kingdom',
    ],
    [
      'RU',
      'Federação Russa|Federación de Rusia|Fédération de Russie|Russische Föderation|Federacja Rosyjska|Российская Федерация|俄羅斯|俄罗斯联邦|러시아 연방|the Russian Federation|Russia (Russian Federation)|RU Россия|Россия / Russia',
    ],
    [
      'US',
      'USA|U.S.|u.s.a.|U. S.|Соединённые Штаты|Соединенные Штаты Америки|США|Estados Unidos|Estados Unidos da América|EE. UU.|EE.UU.|États-Unis|Vereinigte Staaten|Vereinigte Staaten von Amerika|Stany Zjednoczone|Stany Zjednoczone Ameryki|美國|美利坚合众国|미국|아메리카 합중국|The United States of America|US (United States)',
    ],
    [
      'KR',
      'Korea|South Korea|Korea, Republic of|Korea (South)|Korea, South|Republic of Korea|Южная Корея|Республика Корея|Corea del Sur|Coreia do Sul|Corée du Sud|République de Corée|Südkorea|Republik Korea|Korea Południowa|Republika Korei|韓國|南韓|大韓民國|대한민국|한국',
    ],
    [
      'CZ',
      'Czechia|Czech Republic|The Czech Republic|Česko|Чехия|Чешская Республика|Chequia|República Checa|Tchéquia|República Tcheca|Tchéquie|République tchèque|Tschechien|Tschechische Republik|Czechy|Republika Czeska|捷克|捷克共和國|체코|체코 공화국',
    ],
    [
      'NL',
      'Netherlands|The Netherlands|Netherlands, The|Holland|Kingdom of the Netherlands|Нидерланды|Голландия|Королевство Нидерландов|Países Bajos|Países Baixos|Holanda|Pays-Bas|Royaume des Pays-Bas|Niederlande|Königreich der Niederlande|Holandia|Królestwo Niderlandów|荷蘭|荷兰王国|네덜란드',
    ],
    [
      'BR',
      'Federative Republic of Brazil|República Federativa do Brasil|República Federativa del Brasil|République fédérative du Brésil|Федеративная Республика Бразилия|Föderative Republik Brasilien|巴西联邦共和国|巴西|브라질 연방 공화국|Brazil / BR|🇧🇷 Brasil',
    ],
    ['KZ', 'Republic of Kazakhstan|Республика Казахстан|哈薩克|Kasachstan|Republik Kasachstan'],
    ['PL', 'Republic of Poland|Rzeczpospolita Polska|Republik Polen|República da Polónia|波蘭'],
    ['DE', 'Federal Republic of Germany|Bundesrepublik Deutschland|ФРГ|德國|德意志联邦共和国'],
    ['CN', 'People’s Republic of China|中华人民共和国|中國|Китайская Народная Республика'],
    ['TH', 'Kingdom of Thailand|Королевство Таиланд|泰王国|泰國|Reino de Tailandia'],
    ['KP', 'Democratic People’s Republic of Korea|Korea (North)|КНДР|북한'],
    ['CD', 'Democratic Republic of the Congo|République démocratique du Congo'],
  ])('%s by its long names, its parts and other scripts', (code, names) => {
    for (const name of names.split('|')) expect(readCountry(name), name).toBe(code);
  });

  it('is never guessed', () => {
    const unknown =
      '|-|Atlantis|SU|DD|EU|ZZ|United|Königreich|Republic of China|German Democratic Republic|Congo|State of Georgia|People’s Republic of Korea|Russia or Ukraine|US / CA|Republic of|共和国|London, Paris|BR Chile|Turkish Republic of Northern Cyprus';
    for (const name of unknown.split('|')) expect(readCountry(name), name).toBeNull();
  });
});

describe('a country’s name', () => {
  it('is the language’s own, with an article inside an English sentence where it wants one', () => {
    expect(countryName('US', 'en')).toBe('United States');
    expect(countryInSentence('US', 'en')).toBe('the United States');
    expect(countryInSentence('BR', 'en')).toBe('Brazil');
    expect(countryInSentence('US', 'zh-CN')).toBe('美国');
    expect(countryName('QX', 'en')).toBe('QX');
    expect(countryName('not a code', 'en')).toBe('not a code');
  });
});

describe('names that a page shows already', () => {
  it('are taken as they stand there, and no other language knows them', () => {
    takeNames('en', [['QZ', 'Nowhere']]);
    expect(countryName('QZ', 'en')).toBe('Nowhere');
    expect(countryName('QZ', 'zh-CN')).toBe('QZ');
    expect(countryName('NP', 'en')).toBe('Nepal');
  });
});
