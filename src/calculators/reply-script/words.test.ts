import { describe, expect, it } from 'vitest';
import { capitalPronouns, formatDay, formatMessage, formatMoney } from './message.ts';
import { afterGreeting, counted, hasForeignLetters, nouns, type CountedNoun } from './words.ts';

const figures = [0, 1, 2, 5, 11, 21, 101, 1.5];
const all = (noun: CountedNoun, locale: string, grammaticalCase?: string) =>
  figures.map((figure) => counted(noun, locale, figure, grammaticalCase));

describe('counted nouns', () => {
  it('Russian: nominative and accusative', () => {
    expect(all('days', 'ru')).toEqual([
      '0 дней',
      '1 день',
      '2 дня',
      '5 дней',
      '11 дней',
      '21 день',
      '101 день',
      '1,5 дня',
    ]);
    expect(all('working-days', 'ru')).toEqual([
      '0 рабочих дней',
      '1 рабочий день',
      '2 рабочих дня',
      '5 рабочих дней',
      '11 рабочих дней',
      '21 рабочий день',
      '101 рабочий день',
      '1,5 рабочего дня',
    ]);
    expect(all('hours', 'ru')).toEqual([
      '0 часов',
      '1 час',
      '2 часа',
      '5 часов',
      '11 часов',
      '21 час',
      '101 час',
      '1,5 часа',
    ]);
    expect(all('pieces', 'ru', 'accusative')).toEqual([
      '0 штук',
      '1 штуку',
      '2 штуки',
      '5 штук',
      '11 штук',
      '21 штуку',
      '101 штуку',
      '1,5 штуки',
    ]);
  });

  it('Russian: the genitive after «в течение» has two forms', () => {
    expect(all('days', 'ru', 'genitive')).toEqual([
      '0 дней',
      '1 дня',
      '2 дней',
      '5 дней',
      '11 дней',
      '21 дня',
      '101 дня',
      '1,5 дня',
    ]);
    expect(all('working-days', 'ru', 'genitive')[2]).toBe('2 рабочих дней');
    expect(all('pieces', 'ru', 'genitive')).toEqual([
      '0 штук',
      '1 штуки',
      '2 штук',
      '5 штук',
      '11 штук',
      '21 штуки',
      '101 штуки',
      '1,5 штуки',
    ]);
  });

  it('Polish: 21 and 101 are many, not one', () => {
    expect(all('days', 'pl')).toEqual([
      '0 dni',
      '1 dzień',
      '2 dni',
      '5 dni',
      '11 dni',
      '21 dni',
      '101 dni',
      '1,5 dnia',
    ]);
    expect(all('working-days', 'pl')).toEqual([
      '0 dni roboczych',
      '1 dzień roboczy',
      '2 dni robocze',
      '5 dni roboczych',
      '11 dni roboczych',
      '21 dni roboczych',
      '101 dni roboczych',
      '1,5 dnia roboczego',
    ]);
    expect(all('hours', 'pl', 'accusative').slice(0, 4)).toEqual([
      '0 godzin',
      '1 godzinę',
      '2 godziny',
      '5 godzin',
    ]);
    expect(all('days', 'pl', 'genitive')[1]).toBe('1 dnia');
    expect(all('pieces', 'pl', 'genitive')).toEqual([
      '0 sztuk',
      '1 sztuki',
      '2 sztuk',
      '5 sztuk',
      '11 sztuk',
      '21 sztuk',
      '101 sztuk',
      '1,5 sztuki',
    ]);
  });

  it('German: the dative plural', () => {
    expect(all('days', 'de', 'dative')).toEqual([
      '0 Tagen',
      '1 Tag',
      '2 Tagen',
      '5 Tagen',
      '11 Tagen',
      '21 Tagen',
      '101 Tagen',
      '1,5 Tagen',
    ]);
    expect(all('days', 'de')[2]).toBe('2 Tage');
  });

  it('the others, with their own idea of one', () => {
    expect(all('days', 'en').slice(0, 3)).toEqual(['0 days', '1 day', '2 days']);
    expect(all('days', 'fr')).toEqual([
      '0 jour',
      '1 jour',
      '2 jours',
      '5 jours',
      '11 jours',
      '21 jours',
      '101 jours',
      '1,5 jour',
    ]);
    expect(counted('days', 'pt-BR', 1.5)).toBe('1,5 dia');
    expect(counted('days', 'es', 1.5)).toBe('1,5 días');
    expect(counted('pieces', 'ko', 5)).toBe('5개');
    expect(counted('working-days', 'zh-CN', 5)).toBe('5个工作日');
  });

  it('have a form for a figure not yet known, in every language', () => {
    for (const noun of Object.keys(nouns) as CountedNoun[])
      for (const locale of ['en', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko', 'zh-CN'])
        expect(counted(noun, locale, '⟦days⟧'), `${noun} ${locale}`).toMatch(/^⟦days⟧.+/u);
    expect(counted('days', 'ru', '⟦days⟧')).toBe('⟦days⟧ дн.');
  });
});

describe('days and money', () => {
  it('a day is written as a sentence of the language takes it', () => {
    const day = (locale: string) => formatDay(locale, '2026-12-01', true);
    expect(['en', 'en-GB', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko', 'zh-CN'].map(day)).toEqual([
      'December 1, 2026',
      '1 December 2026',
      '1 декабря 2026 года',
      '1 de diciembre de 2026',
      '1º de dezembro de 2026',
      '1er décembre 2026',
      '1. Dezember 2026',
      '1 grudnia 2026 r.',
      '2026년 12월 1일',
      '2026年12月1日',
    ]);
    expect(formatDay('fr', '2026-12-11', true)).toBe('11 décembre 2026');
    expect(formatDay('ru', '2026-12-12', false)).toBe('12 декабря');
  });

  it('an amount stays exact and carries no special spaces', () => {
    expect(formatMoney('ru', '1234.50', 'RUB')).toBe('1 234,50 ₽');
    expect(formatMoney('en', '12.50', 'USD')).toBe('$12.50');
    expect(formatMoney('de', '1234.5', 'EUR')).toBe('1.234,50 €');
    expect(formatMoney('en', '90071992547409.93', 'USD')).toBe('$90,071,992,547,409.93');
    for (const locale of ['fr', 'ru', 'pl', 'pt-BR'])
      expect(formatMoney(locale, '1234567.5', 'EUR')).not.toMatch(/[\u00a0\u202f]/u);
  });
});

describe('a greeting and what follows it', () => {
  it('German goes on in small letters, but keeps nouns and Sie', () => {
    const on = (text: string) => afterGreeting('de', 'Guten Tag Anna,', text);
    expect(on('Vielen Dank für Ihre Nachricht. Wir prüfen.')).toBe(
      'vielen Dank für Ihre Nachricht. Wir prüfen.',
    );
    expect(on('Das Paket ist da.')).toBe('das Paket ist da.');
    for (const kept of ['Ihr Wunsch ist da.', 'Sie haben recht.', 'Wirkung zeigt es.', 'Derby'])
      expect(on(kept)).toBe(kept);
    expect(afterGreeting('de', 'Guten Tag!', 'Wir prüfen.')).toBe('Wir prüfen.');
    expect(afterGreeting('fr', 'Bonjour Anna,', 'Nous vérifions.')).toBe('Nous vérifions.');
  });
});

describe('letters', () => {
  it.each([
    ['台灯', ['ru', 'ko', 'de', 'en'], []],
    ['лампа', ['ko', 'de', 'pl'], ['ru']],
    ['램프', ['ru', 'fr'], ['ko']],
    ['Łódź Ångström naïve ß', [], ['ru', 'ko', 'de', 'pt-BR']],
    ['5 × 3,2 № 7 – 100 % ₽', [], ['ru', 'ko', 'en', 'es']],
  ])('%s', (text, foreign, own) => {
    for (const language of foreign) expect(hasForeignLetters(text, language), language).toBe(true);
    for (const language of own) expect(hasForeignLetters(text, language), language).toBe(false);
  });
});

describe('messages', () => {
  it('end a sentence with one full stop, whatever stands before it', () => {
    expect(formatMessage('pl', 'Do {$date :day}.', { date: '2026-12-12' })).toBe(
      'Do 12 grudnia 2026 r.',
    );
    expect(formatMessage('pl', 'Do {$date :day}, jutro.', { date: '2026-12-12' })).toBe(
      'Do 12 grudnia 2026 r., jutro.',
    );
    expect(formatMessage('ru', 'Это {$days :days}.', { days: '⟦days⟧' })).toBe('Это ⟦days⟧ дн.');
  });

  it('take plurals of their own', () => {
    const source =
      '.input {$quantity :number}\n.match $quantity\none {{Не хватает {$quantity} детали.}}\nfew {{Не хватает {$quantity} деталей.}}\nmany {{Не хватает {$quantity} деталей.}}\n* {{Не хватает {$quantity} детали.}}';
    expect([1, 2, 5, 21, 1.5].map((quantity) => formatMessage('ru', source, { quantity }))).toEqual(
      [
        'Не хватает 1 детали.',
        'Не хватает 2 деталей.',
        'Не хватает 5 деталей.',
        'Не хватает 21 детали.',
        'Не хватает 1,5 детали.',
      ],
    );
    expect(formatMessage('ru', source, { quantity: '⟦quantity⟧' })).toBe(
      'Не хватает ⟦quantity⟧ детали.',
    );
  });

  it('never come out half finished', () => {
    expect(() => formatMessage('en', 'Hello {$name}', {})).toThrow();
    expect(() => formatMessage('en', 'Hello {$name :nothing}', { name: 'Anna' })).toThrow();
  });

  it('raise the Russian pronouns only where asked, and nothing else', () => {
    expect(capitalPronouns('Мы напишем вам, если вы ответите в вашем заказе. Новые товары.')).toBe(
      'Мы напишем Вам, если Вы ответите в Вашем заказе. Новые товары.',
    );
  });
});
