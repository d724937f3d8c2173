import { describe, expect, it } from 'vitest';
import { bareMonth, monthWords } from './month-words.ts';

describe('a word for a month', () => {
  it('is compared in small letters, without full stops and width', () => {
    expect(bareMonth(' Sept. ')).toBe('sept');
    expect(bareMonth('Ｊａｎ.')).toBe('jan');
    expect(bareMonth('a.b.')).toBe('ab');
  });
});

describe('words for months', () => {
  it('are those of English, whole and short, and no other', () => {
    const whole =
      'january february march april may june july august september october november december';
    const words = monthWords(['en']);
    whole.split(' ').forEach((word, i) => {
      expect(words.get(word), word).toBe(i + 1);
      expect(words.get(word.slice(0, 3)), word).toBe(i + 1);
    });
    expect(words.size).toBe(23);
  });

  it('have the form they have in a date beside the one they have alone', () => {
    const words = monthWords(['ru', 'pl', 'de']);
    for (const [word, month] of [
      ['январь', 1],
      ['января', 1],
      ['май', 5],
      ['мая', 5],
      ['styczeń', 1],
      ['stycznia', 1],
      ['grudnia', 12],
      ['märz', 3],
      ['dez', 12],
    ] as const)
      expect(words.get(word), word).toBe(month);
  });

  it('are no month where two languages mean different ones', () => {
    // October in Croatia, November in Poland.
    expect(monthWords(['hr']).get('listopad')).toBe(10);
    expect(monthWords(['pl']).get('listopad')).toBe(11);
    for (const languages of [
      ['hr', 'pl'],
      ['pl', 'hr'],
      ['pl', 'hr', 'pl'],
    ])
      expect(monthWords(languages).get('listopad'), languages.join()).toBe(0);
  });

  it('are none where a language writes them in figures', () => {
    expect(monthWords(['ko'])).toEqual(new Map());
    expect(monthWords([])).toEqual(new Map());
  });
});
