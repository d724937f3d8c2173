import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, toPlain } from './exact.ts';
import { plainMoney } from './plain-money.ts';
import { readMoneyList } from './money-list.ts';

/** The prices, or each refusal with its entry and the text it names. */
const read = (raw: unknown, most = 10_000) => {
  const result = readMoneyList(raw, 'CNY', most);
  return 'values' in result
    ? result.values.map(toPlain).join(' | ')
    : result.refused.map(({ at, problem, values }) => `${at}: ${problem} ${values['given']}`);
};

describe('a list of prices', () => {
  it.each([
    '5000;300.50',
    '5,000\n300.50\n',
    '5000\r\n300.50\r\n',
    '\n5000\n\n300.50\n',
    '5000；300.50',
    '5000；300.50；',
    '5000、300.5',
    '5000, 300.50',
    '5000， 300.50',
    '5000\t300.50',
    '5000\t300,50',
    '5000，300.50',
    '5000,300.50',
    '5000.00，300.50',
    '５０００，３００．５０',
    '５０００；３００．５',
    '5000 300.50',
    '¥5000\n¥300.50',
    '￥5000；￥300.50',
    '5000元\n300.5元',
    '5000元，300.5元',
    '5000元 300.5元',
    '5000元、300.5元',
    'RMB5000\nRMB300.50',
    'RMB5000,RMB300.5',
    '5000 CNY; 300.50 CNY',
    '5千;300.5',
    '五千\n300.5',
  ])('%j is 5000 and 300.50', (raw) => expect(read(raw)).toBe('5000 | 300.5'));

  it.each([
    [5000, '5000'],
    [[5000, '300.50'], '5000 | 300.5'],
    [['5000\n300'], '5000 | 300'],
    ['5000', '5000'],
    ['5,000', '5000'],
    ['5 000', '5000'],
    ['5,000,000', '5000000'],
    ['5000,300', '5000 | 300'],
    ['５０００，３００', '5000 | 300'],
    ['5000，300，20', '5000 | 300 | 20'],
    ['1 2 3', '1 | 2 | 3'],
    ['12,50\n13,20', '12.5 | 13.2'],
    ['500,300\n20', '500300 | 20'],
    ['1.2万\n300', '12000 | 300'],
    ['', ''],
    [[], ''],
  ])('%j is %s', (raw, expected) => expect(read(raw)).toBe(expected));

  it.each([
    ['500,300', '500300', '500; 300'],
    ['500，300', '500300', '500; 300'],
    ['５００，３００', '500300', '500; 300'],
    ['500 300', '500300', '500; 300'],
    ['12,50', '12.5', '12; 50'],
    ['1,234.50', '1234.5', '1; 234.5'],
    [['500,300'], '500300', '500; 300'],
  ])('%j can be one price or two, and both are named', (raw, large, several) =>
    expect(readMoneyList(raw, 'CNY', 10)).toMatchObject({
      refused: [{ problem: 'list-unclear', values: { large, several }, at: null }],
    }),
  );

  it.each([
    ['1 200, 300', ['0: list-unclear 1 200']],
    [
      ['1', 'x', '-2'],
      ['1: list-item x', '2: negative -2'],
    ],
    ['5000\nabc\n300', ['1: list-item abc']],
    ['5000 x', ['null: list-item 5000 x']],
    ['5000\n12.50 USD', ['1: currency-mismatch 12.50 USD']],
    ['$5;6', ['0: currency-mismatch $5']],
    ['12单\n3', ['0: wrong-unit 12单']],
    ['1.234\n5', ['0: ambiguous-dot 1.234']],
    ['0.001;5', ['0: too-fine 0.001']],
    ['5000 CNY 300 CNY', ['null: list-item 5000 CNY 300 CNY']],
    [['', 5], ['0: list-item ']],
    [[true], ['null: not-a-number boolean']],
    [{}, ['null: not-a-number object']],
  ])('%j is refused: %j', (raw, expected) => expect(read(raw)).toEqual(expected));

  it('names the entry in the words of a person, from one', () => {
    expect(readMoneyList('5000\nabc', 'CNY', 10)).toMatchObject({
      refused: [{ values: { entry: 2, given: 'abc' }, at: 1 }],
    });
  });

  it('is bounded', () => {
    expect(read(Array(3).fill(1), 3)).toBe('1 | 1 | 1');
    expect(read(Array(4).fill(1), 3)).toEqual(['null: list-too-long 4']);
    expect(read('1;'.repeat(4), 3)).toEqual(['null: list-too-long 4']);
  });

  it('gives back what was joined with any separator', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(0n, 10n ** 8n), { minLength: 2, maxLength: 8 }),
        fc.constantFrom(';', '；', '\n', '\r\n', '\t', '、', '; ', '\n\n'),
        fc.constantFrom('', '元', ' CNY'),
        (fen, separator, mark) => {
          const values = fen.map((each) => exact(each, 100));
          const text = values.map((value) => `${plainMoney(value, 'CNY')}${mark}`).join(separator);
          expect(readMoneyList(text, 'CNY', 10)).toEqual({ values });
        },
      ),
    );
  });
});
