import { describe, expect, it } from 'vitest';
import { fold, isUnread, withoutAccents } from './letters.ts';
import { namesOfPeoples, stemsOf } from './peoples.ts';
import { calendarIn, citiesIn } from './places.ts';

describe('cities, from the names of time zones', () => {
  it('are the last part of a zone of an inhabited part of the world', () => {
    const zones = [
      'America/New_York',
      'America/Argentina/Buenos_Aires',
      'Asia/Ust-Nera',
      'Africa/Nouméa',
      'Atlantic/Faroe',
      'Australia/Perth',
      'Europe/Kyiv',
      'Indian/Mahe',
      'Pacific/Apia',
    ];
    expect([...citiesIn(zones)]).toEqual([
      'new york',
      'buenos aires',
      'ust nera',
      'noumea',
      'faroe',
      'perth',
      'kyiv',
      'mahe',
      'apia',
    ]);
  });

  it('are no zones of the sea, of ice or of arithmetic, no short names and no everyday words', () => {
    const zones = ['Etc/Berlin', 'Antarctica/Vostok', 'My/Asia/Tokyo', 'UTC', 'Asia/Hue'];
    expect([...citiesIn([...zones, 'Pacific/Easter', 'America/Nome', 'Antarctica/Davis'])]).toEqual(
      [],
    );
  });
});

describe('names of the calendar', () => {
  it('are those of English, whole and short', () => {
    const months =
      'january february march april may june july august september october november december';
    const short = 'jan feb mar apr may jun jul aug sep oct nov dec';
    const days =
      'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun';
    expect(calendarIn(['en'])).toEqual(new Set(`${months} ${short} ${days}`.split(' ')));
  });

  it('are also those beside a day, without accents and full stops, of each language that is asked for', () => {
    const names = calendarIn(['pl', 'fr', 'de']);
    for (const name of 'wrzesien wrzesnia fevrier fevr janv marz dienstag di lundi lun poniedziałek'
      .split(' ')
      .map(fold))
      expect(names, name).toContain(name);
    expect(names).not.toContain('march');
    expect([...names].filter((name) => /\d|\./.test(name))).toEqual([]);
  });
});

describe('words for peoples, from the names of languages and countries', () => {
  it.each([
    ['Mexico', 'mexic'],
    ['Québec', 'quebec'],
    ['Czech', 'czech'],
    ['казахский', 'казах'],
    ['Казахстан', 'казах'],
    ['македоний', 'македон'],
    ['азиаткий', 'азиат'],
    ['новозеландцкий', 'новозеланд'],
    ['rumuński', 'rumun'],
    ['portugalcki', 'portugal'],
    ['nowozelandzki', 'nowozelan'],
    ['kasachisch', 'kasach'],
    // Where nothing long enough is left, the whole name.
    ['India', 'india'],
    ['polski', 'polski'],
    ['турецкий', 'турецкии'],
    ['хинди', 'хинди'],
  ])('“%s” begins with “%s”', (name, beginning) => {
    expect(stemsOf([name])).toEqual({ words: new Set(), beginnings: new Set([beginning]) });
  });

  it.each([
    ['Thai', 'thai'],
    ['Peru', 'peru'],
    ['维吾尔语', '维吾尔'],
    ['越南文', '越南'],
    ['한국어', '한국'],
  ])('“%s” is the whole word “%s”', (name, word) => {
    expect(stemsOf([name])).toEqual({ words: new Set([word]), beginnings: new Set() });
  });

  it.each(['Lao', 'New Zealand', 'Zealand 2', '2 Zealand', '汉语', '越南', '语文学', '어학'])(
    '“%s” gives none',
    (name) => {
      expect(stemsOf([name])).toEqual({ words: new Set(), beginnings: new Set() });
    },
  );

  it('are asked for every language and every country, and for nothing else', () => {
    const english = [...namesOfPeoples('en')];
    // ISO 3166-1 has 249 countries.
    for (const name of ['Afrikaans', 'Zulu', 'Filipino', 'Andorra', 'Zimbabwe', 'Mexico'])
      expect(english, name).toContain(name);
    for (const name of ['Latin', 'Esperanto', 'European Union', 'AA', 'ZZ'])
      expect(english, name).not.toContain(name);
    expect(english.length).toBeGreaterThan(125 + 240);
    expect([...namesOfPeoples('ru')]).toContain('казахский');
  });
});

describe('letters', () => {
  it.each([
    ['Niesłysząca', 'Nieslyszaca', 'nieslyszaca'],
    ['Łódź', 'Lodz', 'lodz'],
    ['weißrussisch', 'weissrussisch', 'weissrussisch'],
    ['Œuvre, Ægir, smørrebrød', 'Oeuvre, Aegir, smorrebrod', 'oeuvre, aegir, smorrebrod'],
    ['Ørsted œ æ', 'Orsted oe ae', 'orsted oe ae'],
    ['한국 ё 中', '한국 е 中', '한국 е 中'],
  ])('“%s” is compared as “%s”', (text, plain, small) => {
    expect([withoutAccents(text), fold(text)]).toEqual([plain, small]);
  });

  it('of one sign alone are marks on goods, and only words are not read', () => {
    expect(['α', 'Ø 20 mm', 'lens α7', 'ελλάδα', 'ab ελ'].map(isUnread)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});
