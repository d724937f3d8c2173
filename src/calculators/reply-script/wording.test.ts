import { describe, expect, it } from 'vitest';
import { messageError } from './message.ts';
import { afterGreeting, counted, hasOwnLetters, type CountedNoun } from './words.ts';

/** What stands behind 1, 2, 5 and 1.5, then behind a figure that is not known; by noun and case. */
const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    days: 'day|days|days|days|day(s)',
    'working-days': 'working day|working days|working days|working days|working day(s)',
    hours: 'hour|hours|hours|hours|hour(s)',
    pieces: 'piece|pieces|pieces|pieces|piece(s)',
    'days genitive': 'day|days|days|days|day(s)',
  },
  ru: {
    days: 'день|дня|дней|дня|дн.',
    'days genitive': 'дня|дней|дней|дня|дн.',
    'working-days': 'рабочий день|рабочих дня|рабочих дней|рабочего дня|раб. дн.',
    'working-days genitive': 'рабочего дня|рабочих дней|рабочих дней|рабочего дня|раб. дн.',
    hours: 'час|часа|часов|часа|ч',
    'hours genitive': 'часа|часов|часов|часа|ч',
    pieces: 'штука|штуки|штук|штуки|шт.',
    'pieces genitive': 'штуки|штук|штук|штуки|шт.',
    'pieces accusative': 'штуку|штуки|штук|штуки|шт.',
    'days accusative': 'день|дня|дней|дня|дн.',
  },
  es: {
    days: 'día|días|días|días|día(s)',
    'working-days':
      'día laborable|días laborables|días laborables|días laborables|día(s) laborable(s)',
    hours: 'hora|horas|horas|horas|hora(s)',
    pieces: 'unidad|unidades|unidades|unidades|unidad(es)',
  },
  'pt-BR': {
    days: 'dia|dias|dias|dia|dia(s)',
    'working-days': 'dia útil|dias úteis|dias úteis|dia útil|dia(s) útil(eis)',
    hours: 'hora|horas|horas|hora|hora(s)',
    pieces: 'unidade|unidades|unidades|unidade|unidade(s)',
  },
  fr: {
    days: 'jour|jours|jours|jour|jour(s)',
    'working-days': 'jour ouvré|jours ouvrés|jours ouvrés|jour ouvré|jour(s) ouvré(s)',
    hours: 'heure|heures|heures|heure|heure(s)',
    pieces: 'pièce|pièces|pièces|pièce|pièce(s)',
  },
  de: {
    days: 'Tag|Tage|Tage|Tage|Tag(e)',
    'days dative': 'Tag|Tagen|Tagen|Tagen|Tag(e)',
    'working-days': 'Werktag|Werktage|Werktage|Werktage|Werktag(e)',
    'working-days dative': 'Werktag|Werktagen|Werktagen|Werktagen|Werktag(e)',
    hours: 'Stunde|Stunden|Stunden|Stunden|Stunde(n)',
    pieces: 'Stück|Stück|Stück|Stück|Stück',
  },
  pl: {
    days: 'dzień|dni|dni|dnia|dni',
    'days genitive': 'dnia|dni|dni|dnia|dni',
    'working-days': 'dzień roboczy|dni robocze|dni roboczych|dnia roboczego|dni rob.',
    'working-days genitive': 'dnia roboczego|dni roboczych|dni roboczych|dnia roboczego|dni rob.',
    hours: 'godzina|godziny|godzin|godziny|godz.',
    'hours genitive': 'godziny|godzin|godzin|godziny|godz.',
    'hours accusative': 'godzinę|godziny|godzin|godziny|godz.',
    pieces: 'sztuka|sztuki|sztuk|sztuki|szt.',
    'pieces genitive': 'sztuki|sztuk|sztuk|sztuki|szt.',
    'pieces accusative': 'sztukę|sztuki|sztuk|sztuki|szt.',
  },
  ko: {
    days: '일|일|일|일|일',
    'working-days': '영업일|영업일|영업일|영업일|영업일',
    hours: '시간|시간|시간|시간|시간',
    pieces: '개|개|개|개|개',
  },
  'zh-CN': {
    days: '天|天|天|天|天',
    'working-days': '个工作日|个工作日|个工作日|个工作日|个工作日',
    hours: '小时|小时|小时|小时|小时',
    pieces: '件|件|件|件|件',
  },
};

describe('a counted noun', () => {
  const rows = Object.entries(forms).flatMap(([locale, nouns]) =>
    Object.entries(nouns).map(([name, words]) => [locale, name, words.split('|')] as const),
  );
  it.each(rows)('in %s: %s', (locale, name, words) => {
    const [noun, grammaticalCase] = name.split(' ');
    const glue = locale === 'ko' || locale === 'zh-CN' ? '' : ' ';
    const decimal = new Intl.NumberFormat(locale).format(1.5);
    const figures = [1, 2, 5, 1.5, '⟦days⟧'];
    const written = ['1', '2', '5', decimal, '⟦days⟧'];
    expect(
      figures.map((figure) => counted(noun as CountedNoun, locale, figure, grammaticalCase)),
    ).toEqual(written.map((figure, i) => `${figure}${glue}${words[i]}`));
  });

  it('is none in a language without one', () => {
    expect(() => counted('days', 'it', 1)).toThrow('No counted noun for it.');
  });
});

describe('a German sentence behind a greeting', () => {
  it.each(
    'Vielen Wir Es Am Laut Der Die Das Diese Dieser Dieses Wegen Ein Eine Hier Nach Bis Bei Für Falls Wenn Zu'.split(
      ' ',
    ),
  )('goes on small with %s', (word) => {
    expect(afterGreeting('de', 'Guten Tag,', `${word} Wir.`)).toBe(`${word.toLowerCase()} Wir.`);
    expect(afterGreeting('de', 'Guten Tag', `${word} Wir.`)).toBe(`${word} Wir.`);
    expect(afterGreeting('de', 'Guten Tag,', `${word}x Wir.`)).toBe(`${word}x Wir.`);
    expect(afterGreeting('de', 'Guten Tag,', `Nun ${word} da.`)).toBe(`Nun ${word} da.`);
  });

  it('goes on as it was in another language', () => {
    expect(afterGreeting('fr', 'Bonjour,', 'Am Stram Gram')).toBe('Am Stram Gram');
  });

  it('keeps what is no such word', () => {
    for (const text of ['Diesen Tag', 'Einer da', 'Sie sind', 'Bitte ja'])
      expect(afterGreeting('de', 'Guten Tag,', text)).toBe(text);
  });
});

it('letters are a language’s own where it is written in them', () => {
  expect(hasOwnLetters('лампа', 'ru')).toBe(true);
  expect(hasOwnLetters('lamp', 'ru')).toBe(false);
  expect(hasOwnLetters('램프', 'ko')).toBe(true);
  expect(hasOwnLetters('lamp', 'ko')).toBe(false);
  expect(hasOwnLetters('lamp', 'pt-BR')).toBe(true);
  expect(hasOwnLetters('лампа', 'de')).toBe(false);
});

it('a mistake in a message is told by what nobody knows', () => {
  expect(messageError('{$d :day yaer=no}')).toBe('Nobody knows “:day yaer=”.');
  expect(messageError('{$d :nothing}')).toBe('Nobody knows “:nothing”.');
  expect(messageError('{$d :days case=genitive} {$d :day year=no}')).toBeNull();
});
