import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDecimal, toPlain } from './exact.ts';
import { parseNumber } from './parse-number.ts';
import { type NumberKind } from './plain-number.ts';

type Options = Parameters<typeof parseNumber>[2];

/** What a text is read as: the number in plain digits, or what is wrong with it. */
const read = (raw: unknown, kind: NumberKind, options?: Options) => {
  const result = parseNumber(raw, kind, options);
  return 'problem' in result ? result.problem : toPlain(result.value);
};
/** The two meanings a refusal names. */
const meanings = (raw: string, kind: NumberKind) => {
  const result = parseNumber(raw, kind);
  return 'problem' in result ? [result.values['large'], result.values['small']] : [];
};

describe('a count', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [12, '12'],
    [12.0, '12'],
    ['12', '12'],
    [' 12 ', '12'],
    ['+12', '12'],
    ['007', '7'],
    ['-0', '0'],
    ['１２', '12'],
    ['１，２３４', '1234'],
    ['１ ２３４', '1234'],
    ['\u200b12\ufeff', '12'],
    ['12.0', '12'],
    ['12.', '12'],
    ['1,234', '1234'],
    ['1 234', '1234'],
    ['1\u00a0234', '1234'],
    ['1\u202f234', '1234'],
    ['1\u3000234', '1234'],
    ['1’234', '1234'],
    ["1'234", '1234'],
    ['1\u02bc234', '1234'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ["1'234'567", '1234567'],
    ['12,34,567', '1234567'],
    ['1,234.00', '1234'],
    ['1.234,00', '1234'],
    ['1 234,0', '1234'],
    ['999,999', '999999'],
    [10_000_000_000, '10000000000'],
    ['10,000,000,000', '10000000000'],
    [1e9, '1000000000'],
  ])('%j is read as %s', (raw, value) => expect(read(raw, 'count')).toBe(value));

  it.each([
    ['十', '10'],
    ['十二', '12'],
    ['二十', '20'],
    ['二十一', '21'],
    ['一百', '100'],
    ['一百零五', '105'],
    ['一百〇五', '105'],
    ['一百一十', '110'],
    ['一百十二', '112'],
    ['一百二十', '120'],
    ['两百', '200'],
    ['两百五十', '250'],
    ['九百九十九', '999'],
    ['一千', '1000'],
    ['一千零二十', '1020'],
    ['一千零五', '1005'],
    ['一千二百', '1200'],
    ['三千五百', '3500'],
    ['三千五百二十一', '3521'],
    ['一万', '10000'],
    ['一万零二', '10002'],
    ['一万二千', '12000'],
    ['十二万三千', '123000'],
    ['二十三万', '230000'],
    ['一亿', '100000000'],
    ['一亿零五百', '100000500'],
    ['壹佰贰拾', '120'],
    ['叁仟', '3000'],
    ['兩萬', '20000'],
    ['五', '5'],
    ['两', '2'],
    ['零', '0'],
    ['〇', '0'],
    ['3千', '3000'],
    ['3千5百', '3500'],
    ['5千零5', '5005'],
    ['1万', '10000'],
    ['1.2万', '12000'],
    ['１.２万', '12000'],
    ['1.2 万', '12000'],
    ['1.2345万', '12345'],
    ['0.5万', '5000'],
    ['1.5亿', '150000000'],
    ['1,2万', '12000'],
    ['12k', '12000'],
    ['1.5K', '1500'],
  ])('%s is %s', (raw, value) => expect(read(raw, 'count')).toBe(value));

  it.each([
    '一百二',
    '一千五',
    '一千二百三',
    '一万二',
    '一二',
    '一二三',
    '五零',
    '万',
    '亿',
    '百',
    '零零',
    '十零',
    '一百零零五',
    '二百三百',
    '1万2',
    '3千5',
  ])('%s is asked for in digits: a person could mean two numbers, or none', (raw) =>
    expect(read(raw, 'count')).toBe('chinese-short'),
  );

  it.each([
    ['12单', '12'],
    ['12 单', '12'],
    ['１２单', '12'],
    ['12笔', '12'],
    ['12件', '12'],
    ['12个', '12'],
    ['3起', '3'],
    ['3例', '3'],
    ['3次', '3'],
    ['3位', '3'],
    ['3人', '3'],
    ['3名', '3'],
    ['3宗', '3'],
    ['3票', '3'],
    ['12 шт.', '12'],
    ['12шт', '12'],
    ['12 pcs', '12'],
    ['1,234单', '1234'],
    ['1.2万单', '12000'],
    ['十二单', '12'],
    ['两个', '2'],
    ['12 штук', '12'],
    ['12 ед.', '12'],
    ['1 раз', '1'],
    ['3 uds', '3'],
    ['3 uds.', '3'],
    ['3 UNIDADES', '3'],
    ['2 piezas', '2'],
    ['4 un.', '4'],
    ['4 peças', '4'],
    ['4 pçs.', '4'],
    ['2 vezes', '2'],
    ['6 pièces', '6'],
    ['2 unités', '2'],
    ['5 Stück', '5'],
    ['5 Stk.', '5'],
    ['5x', 'more-than-a-number'],
    ['7 szt.', '7'],
    ['7 sztuk', '7'],
    ['12개', '12'],
    ['12 건', '12'],
    ['9 items', '9'],
    ['9 pc.', '9'],
    ['12台', '12'],
    ['1,2 тыс.', '1200'],
    ['1,2 тыс. шт.', '1200'],
    ['1.2 тыс', '1200'],
    ['3 тысячи штук', '3000'],
    ['12к', '12000'],
    ['1.2k', '1200'],
    ['1.2k pcs', '1200'],
    ['2 thousand', '2000'],
    ['1,5 Tsd. Stück', '1500'],
    ['2 mille', '2000'],
    ['1,2 tys.', '1200'],
    ['3 tysiące', '3000'],
    ['1,5 mln', '1500000'],
    ['2 млн', '2000000'],
    ['1.2만', '12000'],
    ['1.2만 건', '12000'],
    ['3천', '3000'],
    ['2 mil uds', '2000'],
    ['2 mil unidades', '2000'],
    ['1,2 mil', '1200'],
    ['2 mil', 'ambiguous-word'],
    ['2mil', 'ambiguous-word'],
    ['1.2 mil', 'ambiguous-word'],
    ['1.234 тыс.', '1234'],
    ['1,234k', 'ambiguous-comma'],
    ['тыс.', 'not-a-number'],
    ['12 тыс руб', 'wrong-unit'],
    ['1.2M', 'more-than-a-number'],
    ['2 dozen', 'more-than-a-number'],
    ['12 Kartons', 'more-than-a-number'],
    ['12箱', 'more-than-a-number'],
  ])('%s counts %s things', (raw, value) => expect(read(raw, 'count')).toBe(value));

  it.each([
    ['12元', '元', '12'],
    ['$12', '$', '12'],
    ['12 USD', 'USD', '12'],
    ['¥12', '¥', '12'],
    ['￥12', '¥', '12'],
    ['RMB12', 'RMB', '12'],
    ['十二元', '元', '12'],
    ['1.2万元', '元', '12000'],
    ['12天', '天', '12'],
    ['3 días', 'días', '3'],
    ['5 Tage', 'Tage', '5'],
    ['3 dni', 'dni', '3'],
    ['3일', '일', '3'],
    ['2 сут.', 'сут.', '2'],
    ['12 days', 'days', '12'],
    ['12 cm', 'cm', '12'],
    ['12厘米', '厘米', '12'],
  ])('%s is refused for its unit', (raw, unit, number) =>
    expect(parseNumber(raw, 'count')).toEqual({
      problem: 'wrong-unit',
      values: { given: raw, unit, number },
    }),
  );

  it.each([
    [-1, 'negative'],
    ['-1', 'negative'],
    ['−3', 'negative'],
    ['－3', 'negative'],
    ['- 3', 'negative'],
    ['–3', 'negative'],
    ['-12单', 'negative'],
    ['-1.5', 'negative'],
    [-1.5, 'negative'],
    [1.5, 'fraction'],
    ['1.5', 'fraction'],
    ['.5', 'fraction'],
    ['0.123', 'fraction'],
    ['1,234.5', 'fraction'],
    ['1.2345', 'fraction'],
    ['1.23456万', 'fraction'],
    ['12%', 'percent-sign'],
    ['12 ％', 'percent-sign'],
    ['12‰', 'percent-sign'],
    ['1,23', 'ambiguous-comma'],
    ['1,2345', 'ambiguous-comma'],
    ['0,123', 'ambiguous-comma'],
    ['1234,567', 'ambiguous-comma'],
    ['1,234,56', 'ambiguous-comma'],
    ['1,234 567', 'ambiguous-comma'],
    ['5000, 300', 'ambiguous-comma'],
    ['５０００，３００', 'ambiguous-comma'],
    ['1.234', 'ambiguous-dot'],
    ['123.456', 'ambiguous-dot'],
    ['1.234单', 'ambiguous-dot'],
    ['', 'not-a-number'],
    ['  ', 'not-a-number'],
    ['twelve', 'not-a-number'],
    ['много', 'not-a-number'],
    ['1e3', 'more-than-a-number'],
    ['1 23', 'not-a-number'],
    ['1\t188', 'more-than-a-number'],
    ['1\n188', 'more-than-a-number'],
    ['0x10', 'more-than-a-number'],
    ['1.2.3', 'not-a-number'],
    [',', 'not-a-number'],
    ['.', 'not-a-number'],
    ['--1', 'more-than-a-number'],
    ['x1,23', 'more-than-a-number'],
    ['x1.234,5', 'more-than-a-number'],
    ['1.234,5x', 'more-than-a-number'],
    ['12 claims', 'more-than-a-number'],
    ['12笔纠纷', 'more-than-a-number'],
    ['约12', 'more-than-a-number'],
    ['12²', 'more-than-a-number'],
    ['½', 'not-a-number'],
    ["1'23", 'not-a-number'],
    ['1,234x', 'more-than-a-number'],
    [Number.NaN, 'not-a-number'],
    [Number.POSITIVE_INFINITY, 'not-a-number'],
    [true, 'not-a-number'],
    [null, 'not-a-number'],
    [undefined, 'not-a-number'],
    [[12], 'not-a-number'],
    [{}, 'not-a-number'],
    ['x'.repeat(41), 'not-a-number'],
    ['1'.repeat(309), 'too-large'],
    [10_000_000_001, 'too-large'],
    [1e300, 'too-large'],
    ['1'.repeat(40), 'too-large'],
  ])('%j is refused: %s', (raw, problem) => expect(read(raw, 'count')).toBe(problem));

  it('is the same in every grouping', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (n) => {
        for (const locale of ['en', 'fr', 'de-CH', 'hi'])
          expect(
            read(new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).format(n), 'count'),
          ).toBe(String(n));
        const wide = String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
        expect(read(wide, 'count')).toBe(String(n));
      }),
    );
  });

  it('is the same in Chinese numerals as in digits', () => {
    const spelled = new Intl.NumberFormat('zh-u-nu-hanidec', { useGrouping: false });
    const digit = (n: number) => spelled.format(n);
    /** An own speller, so that the reader is not tested with itself. */
    const spell = (n: number): string => {
      if (n >= 10_000) {
        const rest = n % 10_000;
        const tail = rest === 0 ? '' : `${rest < 1000 ? '零' : ''}${spell(rest)}`;
        return `${spell(Math.floor(n / 10_000))}万${tail}`;
      }
      let text = '';
      let gap = false;
      for (const [size, unit] of [
        [1000, '千'],
        [100, '百'],
        [10, '十'],
        [1, ''],
      ] as const) {
        const d = Math.floor(n / size) % 10;
        if (d === 0) gap = text !== '' && n % size !== 0;
        else {
          text += `${gap ? '零' : ''}${digit(d)}${unit}`;
          gap = false;
        }
      }
      return text;
    };
    expect([spell(12), spell(10_002), spell(3521)]).toEqual([
      '一十二',
      '一万零二',
      '三千五百二十一',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        expect(read(spell(n), 'count'), spell(n)).toBe(String(n));
      }),
    );
  });
});

describe('a factor', () => {
  it.each([
    ['11.234', '11.234'],
    ['12', '12'],
    ['１２．５', '12.5'],
    ['12,5', '12.5'],
    ['11,23', '11.23'],
    ['1,234.5', '1234.5'],
    ['1 234', '1234'],
    [0, '0'],
  ])('%j is read as %s', (raw, value) => expect(read(raw, 'decimal')).toBe(value));
  it.each([
    ['11,234', 'ambiguous-comma'],
    ['12%', 'percent-sign'],
    ['12单', 'wrong-unit'],
    ['12元', 'wrong-unit'],
    ['-1', 'negative'],
    ['1000000000001', 'too-large'],
  ])('%j is refused: %s', (raw, problem) => expect(read(raw, 'decimal')).toBe(problem));
});

describe('a percentage', () => {
  it.each([
    ['5', '5'],
    ['5%', '5'],
    ['5 %', '5'],
    ['５％', '5'],
    ['0.3%', '0.3'],
    ['5,5%', '5.5'],
    ['1.234', '1.234'],
    [1.5, '1.5'],
  ])('%j is read as %s', (raw, value) => expect(read(raw, 'percent')).toBe(value));
  it.each([
    ['1,234%', 'ambiguous-comma'],
    ['5%%', 'more-than-a-number'],
    ['%5', 'more-than-a-number'],
    ['%', 'not-a-number'],
    ['5‰', 'more-than-a-number'],
    ['-5%', 'negative'],
    ['5元', 'wrong-unit'],
    ['1000000000001', 'too-large'],
  ])('%j is refused: %s', (raw, problem) => expect(read(raw, 'percent')).toBe(problem));
});

describe('bounds and units of a field', () => {
  const days = (raw: unknown) => read(raw, 'count', { takes: 'days', least: 1, most: 365 });
  it.each([
    [5, '5'],
    ['5', '5'],
    ['5天', '5'],
    ['5 days', '5'],
    ['1 day', '1'],
    ['5 дней', '5'],
    ['5 дн.', '5'],
    ['5 сут.', '5'],
    ['5 días', '5'],
    ['5 dias', '5'],
    ['5 jours', '5'],
    ['5 Tage', '5'],
    ['5 dni', '5'],
    ['5일', '5'],
    ['5 шт.', 'wrong-unit'],
    ['十五天', '15'],
    [1, '1'],
    [365, '365'],
    [0, 'out-of-range'],
    ['0', 'out-of-range'],
    [366, 'out-of-range'],
    ['1.5', 'fraction'],
    ['5单', 'wrong-unit'],
    ['9'.repeat(309), 'too-large'],
    [-1, 'negative'],
  ])('%j days: %s', (raw, expected) => expect(days(raw)).toBe(expected));

  it('names the bounds', () => {
    expect(parseNumber('0', 'count', { least: 1, most: 365 })).toEqual({
      problem: 'out-of-range',
      values: { given: '0', least: 1, most: 365 },
    });
  });

  it('takes a length in centimetres where one is asked for', () => {
    expect(
      ['2 cm', '2厘米', '2,5 см', '2'].map((raw) => read(raw, 'decimal', { takes: 'length' })),
    ).toEqual(['2', '2', '2.5', '2']);
  });
});

describe('a refusal', () => {
  it.each([
    ['1.234', 'count', ['1234', '1.234']],
    ['1,23', 'count', ['123', '1.23']],
    ['1,234,56', 'count', ['123456', '1234.56']],
    ['11,234', 'decimal', ['11234', '11.234']],
    ['2 mil', 'count', ['2000000', '2000']],
  ] as const)('of %s names both meanings', (raw, kind, expected) =>
    expect(meanings(raw, kind)).toEqual(expected),
  );

  it('shows what was given, cut where it is long, and of a thing its kind', () => {
    const given = (raw: unknown) => {
      const result = parseNumber(raw, 'count');
      return 'problem' in result ? result.values['given'] : undefined;
    };
    expect([given(' x '), given('x'.repeat(99)), given([1]), given(true), given(-1)]).toEqual([
      'x',
      'x'.repeat(40),
      'object',
      'boolean',
      '-1',
    ]);
  });

  it('never meets a text it cannot answer, and never reads one as two numbers', () => {
    const piece = fc.constantFrom(
      ..."0123456789.,' -+%元单天万千百十零一二两¥$kK　，．".split(''),
      'USD',
      ' 元',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
        fc.constantFrom<NumberKind>('count', 'decimal', 'percent'),
        (text, kind) => {
          const result = parseNumber(text, kind);
          if ('problem' in result) return;
          // What was read, written plainly, is read as itself.
          const plain = toPlain(result.value);
          if (kind === 'count' || !/^[1-9]\d{0,2}\.\d{3}$/.test(plain))
            expect(parseNumber(plain, kind)).toEqual({ value: fromDecimal(plain) });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
