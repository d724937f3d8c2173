import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import {
  calculate,
  calculateAll,
  columnsOf,
  decodeInput,
  encodeInput,
  readPage,
  readTable,
  type ListingOk,
} from './index.ts';
import { dataFrom, tool } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const data = dataFrom(content);
const ASKED = '2026-11-21T00:00:00Z';

function ok(input: object): ListingOk {
  const result = calculate({ platform: 'aliexpress', ...input }, data, ASKED);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}
const ids = (result: ListingOk) => [...new Set(result.findings.map(({ id }) => id))];

const piece = fc.constantFrom(
  'shoes',
  '120 pieces',
  '20000 mAh',
  '74 Wh',
  'ХL',
  '\u200b',
  '\u202e',
  '64GB',
  '🎁',
  'best',
  ' ',
  '\n',
  ',',
  'EU 43 = 26.5 cm',
  '台灯',
  '＋',
  'for iPhone',
  'https://x.example',
  '１２',
  '(',
  '10 cm / 4 inch',
  '\ud800',
);
const anyText = fc
  .array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 12 })
  .map((all) => all.join(' '));

describe('whatever a listing holds', () => {
  it('every finding names words that stand where it says, a fault, rules and a text that exist', () => {
    const known = new Map(data.faults.map((fault) => [fault.id, fault.checks.map(({ id }) => id)]));
    fc.assert(
      fc.property(
        anyText,
        anyText,
        anyText,
        fc.constantFrom('aliexpress', 'ozon', 'amazon', 'ebay'),
        (title, description, name, platform) => {
          const result = ok({ platform, title, description, skus: [{ name }] });
          const texts: Record<string, string> = { title, description, 'skus.0.name': name };
          for (const finding of result.findings) {
            const { id, part, start, end, words, messageKey, ruleIds } = finding;
            expect(known.get(id)).toContain(messageKey.slice(4));
            expect(ruleIds.length).toBeGreaterThan(0);
            for (const rule of ruleIds) expect(data.rules.has(rule), rule).toBe(true);
            const text = texts[part];
            if (text !== undefined && messageKey !== 'L15.invisible')
              expect(text.slice(start, end)).toBe(words);
          }
          expect(result.notChecked).toContain('pictures');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('the same listing gets the same answer, and listings do not change each other', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        const alone = ok({ title: one });
        const all = calculateAll(
          [
            { platform: 'aliexpress', title: one },
            { platform: 'aliexpress', title: two },
          ],
          data,
          ASKED,
        );
        const first = all.listings[0] as ListingOk;
        expect(first.findings.filter(({ id }) => id !== 'L13')).toEqual(alone.findings);
      }),
      { numRuns: 40 },
    );
  });

  it('a hundred thousand characters of anything are answered', () => {
    for (const hostile of [
      'shoes 120 pieces ',
      'ХL',
      '\u200b',
      '64GB 32GB ',
      '(((((',
      'a'.repeat(50),
      'free shipping ',
      '1,',
      'EU 43 ',
      'a\u200bб',
      '\u202dx\u202cХ ',
      '[[a]] ',
      'best ',
    ])
      expect(ok({ description: hostile.repeat(Math.ceil(100_000 / hostile.length)) }).kind).toBe(
        'ok',
      );
  });

  it('what is answered grows with a text, not with its square', () => {
    const timeOf = (signs: number, hostile: string, brands: string[]) => {
      // Its own work: a machine shared with others makes everything wait.
      const began = process.cpuUsage();
      ok({ title: 'Lamp', brands, description: hostile.repeat(signs / hostile.length) });
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    };
    for (const [hostile, brands] of [
      ['a\u200bб', []],
      ['xХ ', []],
      ['shoes 120 pieces ', []],
      ['best ', ['best']],
      ['\u202ea', []],
    ] as [string, string[]][]) {
      timeOf(20_000, hostile, brands);
      const [small, large] = [timeOf(40_000, hostile, brands), timeOf(160_000, hostile, brands)];
      // Four times the text; its square would take sixteen times as long.
      expect(large, hostile).toBeLessThan(10 * small + 600);
    }
  });

  it('what is no listing is refused in words', async () => {
    for (const input of [
      null,
      [],
      'x',
      3,
      { platform: 'nowhere' },
      { platform: 'ozon', skus: 3 },
      { platform: 'ozon', lot: 'abc' },
    ])
      expect(['invalid', 'incomplete']).toContain((await tool.run(input, content, ASKED)).kind);
    expect(calculate({ title: 'Lamp' }, data, ASKED)).toEqual({
      kind: 'incomplete',
      missing: ['platform'],
    });
    expect(
      calculate({ platform: 'ozon', promise: { daysMin: 9, daysMax: 3 } }, data, ASKED),
    ).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'promise.daysMax', key: 'tool.listing-check.issue.days-order' }],
    });
  });
});

describe('the order of findings', () => {
  it('is the worst first: refused, disputed, less seen, worth mending', () => {
    const found = ok({
      title: 'The best lamp lamp lamp replica',
      description: '3-day delivery',
      promise: { daysMax: 20 },
    });
    expect(found.findings.map(({ severity }) => severity)).toEqual([
      'blocks',
      'claims',
      'search',
      'advice',
    ]);
  });
});

describe('what stands more often than anybody reads', () => {
  // By hand: 257 times, of which 100 are told one by one.
  it.each([
    ['L11.absolute', { description: 'best '.repeat(257) }],
    [
      'L09.free-shipping',
      { description: 'free shipping. '.repeat(257), promise: { freeShipping: false } },
    ],
    [
      'L09.promised-days',
      { description: '3-day delivery. '.repeat(257), promise: { daysMin: 15 } },
    ],
    [
      'L15.mixed-alphabets',
      {
        description: Array.from({ length: 257 }, (_, i) => `Х${'abcdefghij'[i % 10]}L${i}`).join(
          ' ',
        ),
      },
    ],
  ])('%s', (key, input) => {
    const found = ok({ title: 'Lamp', ...input }).findings.filter(
      ({ messageKey }) => messageKey === key,
    );
    expect(found).toHaveLength(100);
    expect(found.map(({ more }) => more).filter((more) => more > 0)).toEqual([157]);
    expect(found.at(-1)?.more).toBe(157);
  });

  it('is said in words on the command line, and counted in a table', async () => {
    const input = { platform: 'aliexpress', title: 'Lamp', description: 'best '.repeat(257) };
    expect(await tool.run(input, content, ASKED)).toMatchObject({
      notTold: [
        {
          messageKey: 'L11.absolute',
          part: 'description',
          more: 157,
          message: expect.stringContaining('157 more times') as string,
        },
      ],
    });
    const { summary } = calculateAll([input], data, ASKED);
    expect(summary.byFault.find(({ id }) => id === 'L11')?.findings).toBe(257);
  });
});

describe('several listings', () => {
  const lamps = (count: number, title: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => ({ platform: 'aliexpress', title: title(i) }));
  const copied = (rows: object[]) =>
    calculateAll(rows, data, ASKED).listings.map(
      (one) => one.kind === 'ok' && ids(one).includes('L13'),
    );

  it('of one product may be three where only the pack size differs', () => {
    const sizes = [10, 20, 50, 100];
    expect(copied(lamps(3, (i) => `Steel wall hooks round ${sizes[i]} pcs`))).toEqual([
      false,
      false,
      false,
    ]);
    expect(copied(lamps(4, (i) => `Steel wall hooks round ${sizes[i]} pcs`))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('are copies where nothing differs, and none where the goods do', () => {
    expect(copied(lamps(2, () => 'Steel wall hooks round'))).toEqual([false, true]);
    expect(
      copied(lamps(2, (i) => (i ? 'Steel wall hooks square' : 'Oak table lamp round'))),
    ).toEqual([false, false]);
  });

  it('are summed up by fault and by reason, worst rows counted once', async () => {
    const result = await tool.run(
      { platform: 'aliexpress', listings: 'title,price\n120 pieces of shoes,9\nOak lamp,5\n' },
      content,
      ASKED,
    );
    expect(result).toMatchObject({
      summary: {
        listings: 2,
        clean: 1,
        byFault: [{ id: 'L01', findings: 1, listings: 1 }],
        byReason: [{ reason: 'snad-short', findings: 1, listings: 1 }],
      },
    });
  });
});

describe('what people paste', () => {
  it('a whole page becomes title, attributes and description, and nothing is lost', () => {
    expect(
      readPage(
        '\nOak lamp 20W\nMaterial: oak\n颜色：原木\nA warm light.\nIt stands: on any table, near books\n',
      ),
    ).toEqual({
      title: 'Oak lamp 20W',
      category: '',
      attributes: [
        { name: 'Material', value: 'oak' },
        { name: '颜色', value: '原木' },
        { name: 'It stands', value: 'on any table, near books' },
      ],
      description: 'A warm light.',
    });
    expect(readPage('Title: Oak lamp\nSee https://x.example').title).toBe('Oak lamp');
  });

  it('columns are known by their names in three languages; others become attributes', () => {
    expect(columnsOf(['Title', '类目', 'Цена', 'Material', ''])).toEqual([
      'title',
      'category',
      'price',
      'attribute',
      'none',
    ]);
    const table = readTable('Shop list\nTitle\tMaterial\tBrand\nBag genuine leather\tPU\tOwn\n');
    expect(table.rows).toEqual([
      {
        title: 'Bag genuine leather',
        brands: ['Own'],
        attributes: [
          { name: 'Material', value: 'PU' },
          { name: 'Brand', value: 'Own' },
        ],
      },
    ]);
    expect(readTable('Oak lamp\nPine lamp').rows).toEqual([
      { title: 'Oak lamp' },
      { title: 'Pine lamp' },
    ]);
  });
});

describe('a link', () => {
  it('keeps every field as it was typed', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== '');
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 60 }), (title, value, days) => {
        const input = {
          platform: 'ozon',
          title,
          attributes: `Material: ${value.replace(/[\n\r]/g, ' ')}`,
          promise: { daysMax: String(days) },
        };
        expect(decodeInput(encodeInput(input), ASKED)).toEqual({ input, ignored: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('names what it leaves out', () => {
    const { input, ignored } = decodeInput('#?lot=abc&platform=ozon&what=1&v=1', ASKED);
    expect(input).toEqual({ platform: 'ozon' });
    expect(ignored.map(({ key }) => key).sort()).toEqual(['lot', 'what']);
  });
});

describe('a file of listings', () => {
  const asked = (bytes: Uint8Array) =>
    tool.run({ platform: 'taobao', listings: { name: 'a', bytes } }, content, ASKED);

  it('is read in the encoding it has', async () => {
    // “标题” and “真皮包” in GB18030, with a tab and an attribute.
    const gb = Uint8Array.from([
      0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xb2, 0xc4, 0xd6, 0xca, 0x0a, 0xd5, 0xe6, 0xc6, 0xa4, 0xb0,
      0xfc, 0x2c, 0xc8, 0xcb, 0xd4, 0xec, 0xb8, 0xef, 0x0a,
    ]);
    for (const bytes of [gb, new TextEncoder().encode('\ufeff标题,材质\n真皮包,人造革\n')])
      expect(await asked(bytes)).toMatchObject({
        summary: { byFault: [{ id: 'L05', listings: 1 }] },
      });
  });

  it('is refused in words where it is none', async () => {
    const refusals = [
      new Uint8Array(0),
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
      new Uint8Array(300),
    ];
    for (const bytes of refusals)
      expect(await asked(bytes)).toMatchObject({ kind: 'invalid', issues: [{ path: 'listings' }] });
  });
});
