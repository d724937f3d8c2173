import { describe, expect, it } from 'vitest';
import { knowEveryWord } from '../shared/moment/every-word.ts';
import { loadTemporal } from '../shared/time.ts';
import { readMoments } from './moments.ts';

knowEveryWord();
await loadTemporal();

const AT = '2026-11-29T00:00:00Z';
const told = (text: string) =>
  readMoments(text, [], { zone: 'UTC', asOf: AT }).map(({ from, to, text: written, at }) => {
    // What is shown is what stands there.
    expect(written).toBe(text.slice(from, to));
    return [written, at?.slice(0, 16)];
  });

describe('a length of time in a sentence', () => {
  it.each([
    ['Please answer within 2 days', 'within 2 days', '2026-12-01T00:00'],
    ['answer within 2 days 3 hours please', 'within 2 days 3 hours', '2026-12-01T03:00'],
    ['Refund me within 24 hours or I open a dispute', 'within 24 hours', '2026-11-30T00:00'],
    ['ответьте в течение 2 дней', 'в течение 2 дней', '2026-12-01T00:00'],
    ['bitte innerhalb von 2 Tagen antworten', 'innerhalb von 2 Tagen', '2026-12-01T00:00'],
    ['proszę o odpowiedź w ciągu 2 dni', 'w ciągu 2 dni', '2026-12-01T00:00'],
    ['You have 2 days left to answer', '2 days left', '2026-12-01T00:00'],
    ['Refund me in the next 48 hours', 'in the next 48 hours', '2026-12-01T00:00'],
    ['请在接下来48小时内回复', '在接下来48小时内回复', '2026-12-01T00:00'],
    ['верните в течение следующих 2 дней', 'в течение следующих 2 дней', '2026-12-01T00:00'],
    ['Reembolso nas próximas 48 horas', 'próximas 48 horas', '2026-12-01T00:00'],
    ['Remboursez dans les 48 prochaines heures', '48 prochaines heures', '2026-12-01T00:00'],
    ['향후 48시간 이내에 환불해 주세요', '향후 48시간 이내에', '2026-12-01T00:00'],
  ])('%s: is told with the words that make it one', (text, written, at) => {
    expect(told(text)).toEqual([[written, at]]);
  });

  it('takes no word of the moment before it, nor of another clause', () => {
    expect(told('I wrote on 5 May 2026 10:00, reply within 3 days!')).toEqual([
      ['5 May 2026 10:00', '2026-05-05T10:00'],
      ['within 3 days', '2026-12-02T00:00'],
    ]);
    expect(told('it should come within. 2 days')).toEqual([]);
  });

  it.each([
    'I waited 2 days',
    'My parcel did not arrive within 30 days',
    'Не пришло в течение 30 дней',
  ])('%s: is none that is left', (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each(['less than 2 days left', 'about 2 days left', 'answer within 2 working days'])(
    '%s: is not put on a clock',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});

describe('a moment that the text calls an end', () => {
  const ends = (text: string) =>
    readMoments(text, [], { zone: 'UTC', asOf: AT }).map(({ at, end }) => [at?.slice(0, 10), end]);
  it.each([
    ['Deadline: 5 December 2026 23:15', 'Deadline'],
    ['Please respond by Dec 5, 2026 10:00', 'by'],
    ['纠纷将于2026-12-05 23:15自动关闭', '将于'],
    ['请在2026-12-05 23:15前回复', '前'],
    ['Ответьте до 05.12.2026 23:15', 'до'],
    ['Responda antes del 05.12.2026 23:15', 'antes'],
    ['Bitte bis zum 05.12.2026 23:15 antworten', 'bis zum'],
    ['2026-12-05 23:15까지 답변하세요', '까지'],
  ])('%s: %s', (text, word) => {
    expect(ends(text)).toEqual([['2026-12-05', word]]);
  });

  it('is told by a word near by', () => {
    const at = (between: number) => `Deadline ${'y'.repeat(between)} 5 December 2026 23:15`;
    expect(ends(at(30))).toEqual([['2026-12-05', 'Deadline']]);
    expect(ends(at(31))).toEqual([['2026-12-05', null]]);
    // Behind it only what is written on to it counts.
    expect(ends('12月5日 23:15 前')).toEqual([['2026-12-05', '前']]);
    expect(ends('12月5日 23:15，前几天已回复')).toEqual([['2026-12-05', null]]);
    expect(ends('2026-12-05 23:15\n截止')).toEqual([['2026-12-05', null]]);
  });

  it('lends its word to no other moment', () => {
    expect(ends('Deadline: 5 December 2026 23:15, opened 2026-11-20 10:00')).toEqual([
      ['2026-12-05', 'Deadline'],
      ['2026-11-20', null],
    ]);
    expect(ends('纠纷开启时间2026-11-20 10:00。截止2026-12-05 23:15')).toEqual([
      ['2026-11-20', null],
      ['2026-12-05', '截止'],
    ]);
    expect(ends('order closed on 2026-11-20 10:00')).toEqual([['2026-11-20', null]]);
    expect(ends('4 days 2 hours left')).toEqual([['2026-12-03', null]]);
  });
});
