import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { endWord, parseMoment } from '../parse-moment.ts';
import { setTemporal } from '../time.ts';

setTemporal(Temporal);
const context = { zone: 'UTC', asOf: '2026-11-21T22:00:00Z' };

describe('a moment that is an end', () => {
  it.each([
    ['纠纷将于2026-12-01 23:15自动关闭', '将于'],
    ['截止时间 2026-12-01 23:15', '截止时间'],
    ['2026-12-01 23:15前', '前'],
    ['12月1日23时前', '前'],
    ['最晚 2026-12-01 23:15', '最晚'],
    ['Deadline: 2026-12-01 23:15', 'Deadline'],
    ['Please respond by 2026-12-01 23:15', 'by'],
    ['Respond before Tuesday, 1 December 2026 23:15', 'before'],
    ['expires 2026-12-01 23:15', 'expires'],
    ['до 01.12.2026 23:15', 'до'],
    ['Спор закроется 01.12.2026 23:15', 'закроется'],
    ['bis zum 01.12.2026 23:15', 'bis zum'],
    ['bis 01.12.2026 23:15', 'bis'],
    ['hasta el 01.12.2026 23:15', 'hasta'],
    ['até 01.12.2026 23:15', 'até'],
    ['avant le 13/12/2026 23:15', 'avant'],
    ['do 01.12.2026 23:15', 'do'],
    ['2026-12-01 23:15까지', '까지'],
  ])('%s says so: %s', (text, word) => {
    expect(endWord(text)).toBe(word);
    expect(parseMoment(text, context).kind).not.toBe('unreadable');
  });

  it.each([
    '2026-11-20 23:15',
    '2026-11-20T23:15:00Z',
    'Buyer opened dispute at 2026-11-20 23:15',
    'Opened by buyer 2026-11-20 23:15',
    'Order closed 2026-11-20 23:15',
    'Do 19.11.2026 20:15',
    'Do., 19.11.2026 20:15',
    '买家提起纠纷时间：2026-11-20 20:15',
    '纠纷关闭 2026-11-20 20:15',
    '3天前 23:15',
    '3天前',
    'Спор открыт 20.11.2026 23:15',
    'fecha: 20.11.2026 23:15',
    'Moscow time: 20.11.2026 23:15',
  ])('%s says no such thing', (text) => {
    expect(endWord(text)).toBe(null);
  });
});
