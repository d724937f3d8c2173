import { describe, expect, it } from 'vitest';
import { fold, readings, typed } from './reading.ts';

const hostile = [
  'Please c a n c e l the dispute',
  'Ｗｈａｔｓ\u200bＡｐｐ ＠ ｍａｉｌ',
  'ﬁne ŉ ǆ İstanbul ẞ ½ ㍿',
  '😀 a\u0301 e\u0301\u0301 \ud800 x',
  '微 信 支.付.宝 카 카 오 톡으로',
  'Пишите в т.е.л.е.г.р.а.м',
  '\t\r\n  a \u00a0 b',
  '',
];

describe('a reading', () => {
  it.each(hostile)('knows where each of its characters stood: %j', (text) => {
    for (const reading of [...readings(text), typed(text)]) {
      expect(reading.starts).toHaveLength(reading.text.length);
      expect(reading.ends).toHaveLength(reading.text.length);
      reading.starts.forEach((start, index) => {
        const end = reading.ends[index] ?? -1;
        expect(start).toBeGreaterThanOrEqual(reading.starts[index - 1] ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      });
    }
  });

  it.each([
    ['Ｈｅｌｌｏ', 'hello'],
    ['straße', 'strasse'],
    ['É\u0301té', 'ete'],
    ['a\u200bb\u00adc', 'abc'],
    ['a \n\t b', 'a b'],
    ['łódź', 'lodz'],
    ['ёж', 'еж'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text).text).toBe(folded);
    expect(fold(folded).text).toBe(folded);
  });

  it('keeps two spaces where asked, and never three', () => {
    expect(fold('a    b c', 2).text).toBe('a  b c');
  });

  it.each([
    ['P a y P a l', 'paypal'],
    ['t.e.l.e.g.r.a.m', 'telegram'],
    ['wh4ts4pp', 'whatsapp'],
    ['PayPa1', 'paypal'],
    ['\u0420ay\u0420al', 'paypal'],
    ['вaтcaп', 'ватсап'],
    ['微 信', '微信'],
    ['取-消', '取消'],
    ['카 카 오 톡으로', '카카오톡으로'],
  ])('reads %s as a person would: %s', (text, meant) => {
    expect(readings(text).map((reading) => reading.text)).toContain(meant);
  });

  it('says where figures were read as letters', () => {
    const [plain, ...others] = readings('tienda@gmail.com');
    expect(plain).toMatchObject({ text: 'tienda@gmail.com', figures: false });
    expect(others.map(({ figures }) => figures)).toEqual(others.map(() => true));
    expect(others.length).toBeGreaterThan(0);
  });

  it('comes once where no disguise was found', () => {
    expect(readings('Your parcel is on its way.')).toHaveLength(1);
  });
});
