import { describe, expect, it } from 'vitest';
import { readCountry } from './country.ts';
import { countryInSentence, countryName } from './country-name.ts';

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

  it('is never guessed', () => {
    for (const name of ['', '-', 'Atlantis', 'SU', 'DD', 'EU', 'ZZ', 'United', 'Königreich'])
      expect(readCountry(name), name).toBeNull();
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
