import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { calculate, readPage } from './index.ts';
import { attributesFrom, picturesFrom, skusFrom } from './paste.ts';
import { dataFrom } from './tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const page = (...lines: string[]) => readPage(lines.join('\n'), data.parts);
const named = (...lines: string[]) =>
  page('Oak lamp', ...lines).attributes.map(({ name, value }) => `${name}=${value}`);

describe('the title of a pasted page', () => {
  it.each([
    [['Oak lamp', 'Warm light'], 'Oak lamp'],
    [['', '  Oak lamp  ', 'Warm light'], 'Oak lamp'],
    // Named, or below a word that says so.
    [['Title: Oak lamp', 'Warm light'], 'Oak lamp'],
    [['Material: oak', 'Название: Лампа из дуба'], 'Лампа из дуба'],
    [['标题：橡木台灯', '暖光'], '橡木台灯'],
    [['Product name\tOak lamp', 'Material\toak'], 'Oak lamp'],
    [['商品标题', '橡木台灯'], '橡木台灯'],
    [['Shop page', 'Title', '', 'Oak lamp'], 'Oak lamp'],
    [['Oak lamp', 'Title', 'Material: oak'], 'Oak lamp'],
    // Not the site, the path, a point of a list, a price, or an attribute.
    [['AliExpress', 'Oak lamp'], 'Oak lamp'],
    [['ozon.ru', 'Лампа'], 'Лампа'],
    [['淘宝网', '橡木台灯'], '橡木台灯'],
    [['Home > Lighting > Lamps', 'Oak lamp'], 'Oak lamp'],
    [['Главная › Свет › Лампы', 'Лампа'], 'Лампа'],
    [['• Warm light', '- Quiet', '* Small', '【Safe】220 V', '1. Stable', 'Oak lamp'], 'Oak lamp'],
    [['US $15.99', '4.8 ★ (1,203)', '￥199.00', '2 990 ₽', 'Oak lamp'], 'Oak lamp'],
    [['Material: oak', 'Oak lamp'], 'Oak lamp'],
    [['品牌：无', '橡木台灯'], '橡木台灯'],
    [['Category: Lamps', 'Oak lamp'], 'Oak lamp'],
    [['x'.repeat(601), 'Oak lamp'], 'Oak lamp'],
    // A colon may stand in a title, where the title comes first.
    [['Power station: quiet and light', 'Oak'], 'Power station: quiet and light'],
    [['Ozone generator', 'Oak'], 'Ozone generator'],
    [['iPhone 15 > 14', 'x'], 'x'],
    // Where nothing can be one, the first line is.
    [['• Warm light', '• Quiet'], '• Warm light'],
    [['', ''], ''],
  ])('of %j is %s', (lines, title) => {
    expect(page(...lines).title).toBe(title);
  });

  it.each(
    'AliExpress|Alibaba|Ali baba|Ozon|OZON.RU|Amazon|amazon.co.uk|eBay|Etsy|Shopee|Lazada|Temu|Walmart|TikTok Shop|Wildberries|Яндекс Маркет|淘宝|天猫|京东|拼多多|速卖通|1688'.split(
      '|',
    ),
  )('is not %s, which stands above it', (site) => {
    expect(page(site, 'Oak lamp').title).toBe('Oak lamp');
    expect(page(`${site} lamp`, 'Oak').title).toBe(`${site} lamp`);
  });

  it.each(['•', '·', '*', '▪', '●', '✔', '✅', '-', '【x】', '1.', '2)', '3、 '])(
    'does not begin with %s',
    (sign) => {
      expect(page(`${sign} Warm light`, 'Oak lamp').title).toBe('Oak lamp');
    },
  );

  it('leaves nothing of the page out', () => {
    expect(page('AliExpress', 'Home > Lamps', '• Quiet', 'Oak lamp', '12.50 USD', 'Warm')).toEqual({
      title: 'Oak lamp',
      category: 'Home > Lamps',
      attributes: [],
      description: 'AliExpress\n• Quiet\n12.50 USD\nWarm',
    });
    expect(page('Oak lamp', 'A > B', 'C > D', `${'x'.repeat(600)} > E`)).toEqual({
      title: 'Oak lamp',
      category: 'A > B',
      attributes: [],
      description: `C > D\n${'x'.repeat(600)} > E`,
    });
    expect(page('Title', 'Oak lamp', 'Name')).toEqual({
      title: 'Oak lamp',
      category: '',
      attributes: [],
      description: 'Name',
    });
  });
});

describe('what stands below it', () => {
  it('is an attribute where a short name stands before a colon, a tab or an equals sign', () => {
    expect(
      named('Material: oak', '颜色：原木', 'Weight\t2 kg', 'Watts=20', '• Height : 30 cm'),
    ).toEqual(['Material=oak', '颜色=原木', 'Weight=2 kg', 'Watts=20', 'Height=30 cm']);
    expect(named('Size: 20: 30')).toEqual(['Size=20: 30']);
    expect(named(`${'x'.repeat(40)}: 1`, `${'y'.repeat(41)}: 1`)).toEqual([`${'x'.repeat(40)}=1`]);
    expect(named(`Ab: ${'x'.repeat(400)}`, `Cd: ${'y'.repeat(401)}`)).toEqual([
      `Ab=${'x'.repeat(400)}`,
    ]);
    expect(named('one two three four five: 1', 'one two three four five six: 1')).toEqual([
      'one two three four five=1',
    ]);
  });

  it('is none where the words before it are a sentence, a time, a remark or an address', () => {
    const lines = [
      'Look! Here: it is',
      'Really? yes: no',
      '好。颜色：红',
      '12: 30',
      'Note: wash cold',
      'Warning: hot',
      'Tips: dry flat',
      'Q: is it oak',
      'Внимание: горячо',
      '注意：轻放',
      'See https://lamps.example',
      ': oak',
      'Material:',
      'Nothing here',
    ];
    expect(page('Oak lamp', ...lines)).toEqual({
      title: 'Oak lamp',
      category: '',
      attributes: [],
      description: lines.join('\n'),
    });
  });

  it.each('note attention warning tip tips Q a внимание 注意 提示 问 答 12'.split(' '))(
    'is none behind %s',
    (name) => {
      expect(named(`${name}: oak`)).toEqual([]);
      expect(named(`${name}s x: oak`)).toHaveLength(1);
    },
  );

  it.each(
    'WhatsApp|whats app|WeChat|we chat|Telegram|Viber|Skype|E-mail|Email|Phone|Телефон|Почта|微信|电话|手机号|邮箱|客服|QQ|Tel|ВК'.split(
      '|',
    ),
  )('stays whole behind %s', (name) => {
    expect(named(`Our ${name}: 12345`)).toEqual([]);
  });

  it('stays whole where it says how to reach the seller, so that it is found', () => {
    for (const line of [
      'WhatsApp: +86 138 0000 0000',
      '联系客服微信：abc12345',
      'Телефон: +7 900 000 00 00',
      'QQ: 12345678',
      'E-mail: lamps@shop.example',
    ]) {
      const { attributes, description } = page('Oak lamp', line);
      expect([attributes, description]).toEqual([[], line]);
    }
    expect(named('Telling: 1', 'Вкус: мята')).toEqual(['Telling=1', 'Вкус=мята']);
    const result = calculate(
      { platform: 'aliexpress', ...page('Oak lamp', 'WhatsApp: +86 138 0000 0000') },
      data,
      '2026-11-21T00:00:00Z',
    );
    expect(result.kind === 'ok' && result.findings[0]?.messageKey).toBe('L12.messenger');
  });

  it('is text where a point of a list goes on in a sentence, but not where its name is known', () => {
    const eight = 'one two three four five six seven eight';
    expect(named(`- Silent click: ${eight}`)).toEqual([`Silent click=${eight}`]);
    expect(named(`- Silent click: ${eight} nine`)).toEqual([]);
    expect(named(`Silent click: ${eight} nine`)).toEqual([`Silent click=${eight} nine`]);
    expect(named(`- Material: ${eight} nine`)).toEqual([`Material=${eight} nine`]);
  });

  it('is the description or the category where its name says so', () => {
    expect(page('Oak lamp', 'Description: warm light', 'Category: Lamps', 'Quiet')).toEqual({
      title: 'Oak lamp',
      category: 'Lamps',
      attributes: [],
      description: 'warm light\nQuiet',
    });
    expect(page('Лампа', 'Описание: тёплый свет', 'Категория: Лампы').category).toBe('Лампы');
    expect(page('台灯', '描述：暖光').description).toBe('暖光');
  });
});

describe('names and values on lines of their own', () => {
  it('are attributes where two names are known', () => {
    expect(named('Brand', 'No brand', 'Upper material', 'x', 'Material', 'PU')).toEqual([
      'Brand=No brand',
      'Material=PU',
    ]);
    expect(named('Бренд', 'Нет бренда', 'Материал верха', 'Искусственная кожа')).toEqual([
      'Бренд=Нет бренда',
      'Материал верха=Искусственная кожа',
    ]);
    expect(named('品牌', '无', '材质', 'PU')).toEqual(['品牌=无', '材质=PU']);
    expect(named('Weight (g)', '200', 'Voltage', '12 V')).toEqual([
      'Weight (g)=200',
      'Voltage=12 V',
    ]);
  });

  it('stay as they are where one may be a feature, or no value follows', () => {
    const as = (...lines: string[]) => [named(...lines), page('Oak lamp', ...lines).description];
    expect(as('Waterproof', 'Long life')).toEqual([[], 'Waterproof\nLong life']);
    expect(as('Brand', '', 'Material', '')).toEqual([[], 'Brand\n\nMaterial']);
    expect(as('Brand', 'Material', 'Voltage')).toEqual([[], 'Brand\nMaterial\nVoltage']);
    expect(as('• Brand', 'Own', '• Material', 'PU')).toEqual([[], '• Brand\nOwn\n• Material\nPU']);
    expect(as('Brand', 'x'.repeat(81), 'Material', 'y'.repeat(81))[0]).toEqual([]);
    expect(as('Brand', 'x'.repeat(80), 'Material', 'PU')[0]).toHaveLength(2);
    expect(as('Brand', 'Colour: red', 'Material', 'Size: 3')[0]).toEqual(['Colour=red', 'Size=3']);
    // Without the data no name is known.
    expect(readPage('Oak lamp\nBrand\nOwn\nMaterial\nPU')).toEqual({
      title: 'Oak lamp',
      category: '',
      attributes: [],
      description: 'Brand\nOwn\nMaterial\nPU',
    });
  });
});

describe('lines of a field', () => {
  it('of attributes keep what has no name', () => {
    expect(attributesFrom('Material: PU\r\n\r\n  plain words \rSize: 3')).toEqual([
      { name: 'Material', value: 'PU' },
      { name: '', value: 'plain words' },
      { name: 'Size', value: '3' },
    ]);
  });

  it('of SKUs are a name, the first cell that is a price, and what is left', () => {
    expect(
      skusFrom(
        'Black, 128 GB | 199.00 USD | phone, cable\n\nWhite;12,50\nRed\t￥９９\nBlue；盒装；５元\nGreen｜a｜b\n64 GB',
      ),
    ).toEqual([
      { name: 'Black, 128 GB', price: '199.00 USD', contains: 'phone, cable' },
      { name: 'White', price: '12,50' },
      { name: 'Red', price: '￥９９' },
      { name: 'Blue', price: '５元', contains: '盒装' },
      { name: 'Green', contains: 'a; b' },
      { name: '64 GB' },
    ]);
    expect(skusFrom('A | for 2 phones and 3 tablets | US $ 5.00')).toEqual([
      { name: 'A', price: 'US $ 5.00', contains: 'for 2 phones and 3 tablets' },
    ]);
    expect(skusFrom('A | no figure | b')).toEqual([{ name: 'A', contains: 'no figure; b' }]);
    expect(skusFrom('A | 5 | 7')).toEqual([{ name: 'A', price: '5', contains: '7' }]);
  });

  it('of pictures are a kind, and the words on the main one or the colour of another', () => {
    const kinds = ['main', 'colour', 'real'] as const;
    expect(
      picturesFrom('main\nMAIN: SALE\ncolour： red \nreal blue\nsunset\n\nred', kinds),
    ).toEqual([
      { kind: 'main' },
      { kind: 'main', text: 'SALE' },
      { kind: 'colour', colour: 'red ' },
      { kind: 'real', colour: 'blue' },
      null,
      null,
    ]);
  });
});
