import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { readZone } from '../parse-moment.ts';
import { setTemporal } from '../time.ts';

setTemporal(Temporal);

/** Every zone a text may mean, by the one name the engine has for it. */
const zonesOf = (text: string): string[] => {
  const read = readZone(text);
  if (read.kind === 'unreadable') return [];
  return (read.kind === 'zone' ? [read.zone] : read.choices).map(engineName);
};
const known = new Map<string, string>();
function engineName(timeZone: string): string {
  const name =
    known.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  known.set(timeZone, name);
  return name;
}

/** Countries whose clock a reader of a language names by the name the engine has for them. */
const COUNTRIES: Record<string, string> = {
  en: 'CN US RU BR CA MX AU ID ES PT GB DE FR IT PL TR UA BY KZ IL KR JP IN VN TH MY PH SA CL AR CO PE ZA',
  'zh-CN':
    'CN US RU BR CA MX AU ID ES PT GB DE FR IT PL TR UA BY KZ IL KR JP IN VN TH MY PH CL AR CO PE ZA',
  ru: 'CN RU BR ES GB DE FR IT PL TR UA BY KZ IL JP IN',
  es: 'CN US RU BR MX ES PT GB DE FR IT PL TR JP CL AR CO PE',
  'pt-BR': 'CN US RU BR PT GB DE IT PL TR JP',
  fr: 'CN US RU BR ES PT GB DE FR IT PL TR JP',
  de: 'CN RU BR ES PT DE FR IT PL TR JP',
  pl: 'US RU BR ES GB DE FR PL',
  ko: 'CN US RU BR GB DE FR PL JP',
};

/** Cities, by the language that calls them so. */
const CITIES: Record<string, string> = {
  'Asia/Shanghai': 'Beijing|Shanghai|Shenzhen|Guangzhou|北京|上海|Пекин|Pekín|Pequim|베이징|상하이',
  'Asia/Hong_Kong': 'Hong Kong|香港|Гонконг|Hongkong|홍콩',
  'Asia/Taipei': 'Taipei|台北|Тайбэй|타이베이',
  'Asia/Singapore': 'Singapore|新加坡|Сингапур|Singapur|Singapura|싱가포르',
  'Asia/Seoul': 'Seoul|首尔|Сеул|Seúl|Seul|서울',
  'Asia/Tokyo': 'Tokyo|东京|Токио|Tokio|Tóquio|도쿄',
  'Asia/Almaty': 'Almaty|阿拉木图|Алматы',
  'Asia/Tashkent': 'Tashkent|塔什干|Ташкент',
  'Asia/Yekaterinburg': 'Yekaterinburg|叶卡捷琳堡|Екатеринбург',
  'Asia/Novosibirsk': 'Novosibirsk|新西伯利亚|Новосибирск',
  'Asia/Vladivostok': 'Vladivostok|海参崴|Владивосток',
  'Europe/Moscow': 'Moscow|莫斯科|Москва|Moscú|Moscou|Moskau|모스크바',
  'Europe/Minsk': 'Minsk|明斯克|Минск',
  'Europe/Kiev': 'Kyiv|Kiev|基辅|Киев',
  'Europe/Istanbul': 'Istanbul|伊斯坦布尔|Стамбул|Estambul',
  'Europe/London': 'London|伦敦|Лондон|Londres|런던',
  'Europe/Paris': 'Paris|巴黎|Париж|파리',
  'Europe/Berlin': 'Berlin|Frankfurt|柏林|法兰克福|Берлин|베를린',
  'Europe/Madrid': 'Madrid|马德里|Мадрид|마드리드',
  'Europe/Rome': 'Rome|罗马|Рим|Roma',
  'Europe/Warsaw': 'Warsaw|华沙|Варшава|Varsovia|Varsóvia|Warschau|바르샤바',
  'Europe/Amsterdam': 'Amsterdam|阿姆斯特丹|Амстердам',
  'Europe/Lisbon': 'Lisbon|里斯本|Lisboa|Lissabon',
  'America/Los_Angeles': 'Los Angeles|San Francisco|洛杉矶|旧金山|Лос-Анджелес',
  'America/Denver': 'Denver|丹佛',
  'America/Chicago': 'Chicago|芝加哥|Чикаго',
  'America/New_York': 'New York|纽约|Нью-Йорк|Nueva York|뉴욕',
  'America/Toronto': 'Toronto|多伦多',
  'America/Vancouver': 'Vancouver|温哥华',
  'America/Mexico_City': 'Mexico City|墨西哥城|Ciudad de México',
  'America/Sao_Paulo': 'São Paulo|圣保罗|Сан-Паулу|상파울루',
  'America/Argentina/Buenos_Aires': 'Buenos Aires|布宜诺斯艾利斯',
  'America/Santiago': 'Santiago|圣地亚哥',
  'America/Bogota': 'Bogotá|波哥大',
  'America/Lima': 'Lima|利马',
  'Australia/Sydney': 'Sydney|Melbourne|悉尼|墨尔本|Сидней',
  'Australia/Perth': 'Perth|珀斯',
  'Pacific/Auckland': 'Auckland|奥克兰',
  'Africa/Johannesburg': 'Johannesburg|约翰内斯堡',
  'Africa/Lagos': 'Lagos|拉各斯',
};

describe('a place that says which clock is meant', () => {
  const countries = Object.entries(COUNTRIES).flatMap(([language, codes]) =>
    codes.split(' ').map((code) => [language, code] as const),
  );
  it.each(countries)('is in %s the country %s by its name', (language, code) => {
    const name = new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? '';
    // The engine’s own table of the zones of a country.
    const { getTimeZones } = Intl.Locale.prototype as unknown as { getTimeZones(): string[] };
    const own = getTimeZones.call(new Intl.Locale(`und-${code}`)).map(engineName);
    const zones = zonesOf(name);
    expect(zones.length, name).toBeGreaterThan(0);
    for (const zone of zones) expect(own, name).toContain(zone);
  });

  it.each(Object.entries(CITIES))('is a city in %s', (zone, names) => {
    for (const name of names.split('|')) expect(zonesOf(name), name).toEqual([engineName(zone)]);
  });
});
