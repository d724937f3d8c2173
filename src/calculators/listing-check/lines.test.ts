import { describe, expect, it } from 'vitest';
import { PICTURE_KINDS } from './options.ts';
import { attributesFrom, picturesFrom, readPage, skusFrom } from './paste.ts';

describe('attributes as lines', () => {
  it.each([
    ['Material: PU leather', 'Material', 'PU leather'],
    ['材质：皮', '材质', '皮'],
    ['Material = oak', 'Material', 'oak'],
    ['Material\toak: solid', 'Material', 'oak: solid'],
    [' • Material: oak ', 'Material', 'oak'],
    ['- Material: oak', 'Material', 'oak'],
    ['One two three four five: oak', 'One two three four five', 'oak'],
    [`${'x'.repeat(40)}: oak`, 'x'.repeat(40), 'oak'],
    [`Material: ${'x'.repeat(400)}`, 'Material', 'x'.repeat(400)],
  ])('%s', (line, name, value) => {
    expect(attributesFrom(`${line}\r\n\n`)).toEqual([{ name, value }]);
  });

  it.each([
    'Oak',
    ': oak',
    'Material:',
    'One two three four five six: oak',
    'It is warm. Made of: oak',
    'https://x.example',
    '12:30 to 14',
    'Note: oak',
    '注意：皮',
    `${'x'.repeat(41)}: oak`,
    `Material: ${'x'.repeat(401)}`,
  ])('without a name: %s', (line) => {
    expect(attributesFrom(line)).toEqual([{ name: '', value: line }]);
  });
});

describe('options as lines', () => {
  it.each([
    ['Black, 128 GB | 199.00 USD | phone, cable', 'Black, 128 GB', '199.00 USD', 'phone, cable'],
    ['Black\t$5', 'Black', '$5', undefined],
    ['Black；５元', 'Black', '５元', undefined],
    ['Black ｜ phone ; cable | 5', 'Black', '5', 'phone; cable'],
    ['Black | 1 299,50 руб.', 'Black', '1 299,50 руб.', undefined],
    ['Black | 128 gigabytes', 'Black', undefined, '128 gigabytes'],
    ['Black | phone', 'Black', undefined, 'phone'],
    ['Black | | 5 | 6', 'Black', '5', '6'],
    ['Black', 'Black', undefined, undefined],
    ['| 5', '', '5', undefined],
  ])('%s', (line, name, price, contains) => {
    expect(skusFrom(`\n${line}\r`)).toEqual([
      { name, ...(price && { price }), ...(contains && { contains }) },
    ]);
  });
});

describe('pictures as lines', () => {
  it.each([
    ['main', { kind: 'main' }],
    [' Main : SALE', { kind: 'main', text: 'SALE' }],
    ['colour：red', { kind: 'colour', colour: 'red' }],
    ['colour red', { kind: 'colour', colour: 'red' }],
    ['real: oak', { kind: 'real', colour: 'oak' }],
    ['sunset: oak', null],
    ['主图', null],
  ])('%s', (line, picture) => {
    expect(picturesFrom(`\n${line}\n`, PICTURE_KINDS)).toEqual([picture]);
  });
});

describe('a page as it was copied', () => {
  it('is taken apart by what its lines are', () => {
    expect(
      readPage(
        [
          'AliExpress',
          '★ 4.8 (120)',
          'Home > Light > Lamps',
          'Oak lamp: warm and quiet',
          'Material: oak',
          '• Comfort: as warm as the sun of a late day in May can be',
          'WhatsApp: 12345',
          'Category: Lamps',
          'Description: Made by hand.',
          'It is warm.',
        ].join('\n'),
      ),
    ).toMatchObject({
      category: 'Lamps',
      attributes: expect.arrayContaining([{ name: 'Material', value: 'oak' }]),
    });
  });

  it.each([
    ['Title: Oak lamp\nWarm', 'Oak lamp', 'Warm'],
    ['Warm\nTitle: Oak lamp\nQuiet', 'Oak lamp', 'Warm\nQuiet'],
    ['Title\n\nOak lamp\nWarm', 'Oak lamp', 'Warm'],
    ['Amazon.com\n- a point\n$5\nOak lamp\nWarm', 'Oak lamp', 'Amazon.com\n- a point\n$5\nWarm'],
    ['Oak lamp: warm\nQuiet', 'Oak lamp: warm', 'Quiet'],
    ['', '', ''],
    [`${'x'.repeat(601)}\nOak lamp`, 'Oak lamp', 'x'.repeat(601)],
    ['- only a point', '- only a point', ''],
  ])('with the title %j', (text, title, description) => {
    expect(readPage(text)).toMatchObject({ title, description });
  });

  it('may name its attributes on lines of their own', () => {
    const parts = { properties: [{ names: ['brand'] }, { names: ['weight'] }] } as never;
    expect(readPage('Oak lamp\nBrand\nNone\nWeight (kg)\n2\nWarm', parts)).toEqual({
      title: 'Oak lamp',
      category: '',
      attributes: [
        { name: 'Brand', value: 'None' },
        { name: 'Weight (kg)', value: '2' },
      ],
      description: 'Warm',
    });
    // One such line may be a feature.
    expect(readPage('Oak lamp\nBrand\nNone\nWarm', parts)).toEqual({
      title: 'Oak lamp',
      category: '',
      attributes: [],
      description: 'Brand\nNone\nWarm',
    });
  });
});
