import { describe, expect, it } from 'vitest';
import { fromCase, toCase, type Reply } from './index.ts';
import { content, library } from './testing/sound.ts';
import { libraryOf, tool } from './tool.ts';

const asOf = '2026-11-29T06:00:00Z';
const reply: Reply = {
  kind: 'ok',
  situation: 'made-up',
  platform: 'aliexpress',
  language: 'en',
  text: 'Hello',
  gloss: ['Hello'],
  lines: [],
  missing: [],
  warnings: [],
  length: 5,
  limit: null,
  blocks: [],
  understood: {},
  usedRules: [],
  asOf,
};

describe('a case', () => {
  const empty = { version: 2, id: 'x' } as const;
  it('tells whom a reply goes to and what it is about', () => {
    expect(
      fromCase({
        ...empty,
        platform: 'ozon',
        buyer: { name: 'Ana', language: 'pt' },
        order: { id: '81', item: 'lamp', tracking: 'LP', currency: 'EUR' },
        offers: [
          { at: asOf, by: 'seller', amount: '5' },
          { at: asOf, by: 'seller' },
          { at: asOf, by: 'buyer', amount: '9', currency: 'USD' },
        ],
      } as never),
    ).toEqual({
      platform: 'ozon',
      language: 'pt-BR',
      vars: {
        buyerName: 'Ana',
        orderId: '81',
        item: 'lamp',
        tracking: 'LP',
        amount: '5',
        currency: 'EUR',
      },
    });
    expect(fromCase({ ...empty, order: { currency: 'EUR' } })).toEqual({});
    expect(fromCase({ ...empty, platform: 'mars', buyer: { language: 'p' } } as never)).toEqual({});
    expect(fromCase({ ...empty, buyer: { language: 'pt-BR' } })).toEqual({ language: 'pt-BR' });
  });

  it('keeps what was sent, and what was typed of order and buyer', () => {
    const vars = { buyerName: 'Ana', orderId: 81, item: null, tracking: 'LP' };
    const input = { situation: 'made-up', language: 'en', vars } as const;
    expect(toCase(input, reply)).toEqual({
      platform: 'aliexpress',
      buyer: { name: 'Ana', language: 'en' },
      order: { id: '81', tracking: 'LP' },
      replies: [{ at: asOf, situation: 'made-up', language: 'en', text: 'Hello' }],
    });
    expect(toCase(input, { ...reply, kind: 'incomplete' })).toEqual({});
    expect(toCase({ situation: 'a', language: 'en' }, reply).buyer).toEqual({ language: 'en' });
  });
});

describe('the tool', () => {
  it('says of each field what it takes', () => {
    const fields = tool.fields(content);
    expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'situation',
      'language',
    ]);
    const type = new Map(fields.map((each) => [each.name, each.type]));
    expect(type.get('situation')).toBe(`one of ${[...library.scripts.keys()].sort().join(' | ')}`);
    expect(type.get('language')).toBe('one of en | ru | es | pt-BR | fr | de | pl | ko');
    expect(type.get('platform')).toMatch(/^one of aliexpress \| ozon .* \| other$/u);
    expect(type.get('gloss')).toBe('one of en | zh-CN');
    expect(type.get('tone')).toBe('one of warm | plain');
    expect([...type.keys()].slice(5)).toEqual(['vars', 'blocks', 'stack', 'confirm', 'settings']);
    for (const { name, description } of fields)
      expect(description).toBe(content.messages()[`tool.reply-script.help.${name}`]);
    expect(() => libraryOf({ ...content, collection: () => new Map() })).toThrow(/is missing/u);
  });
});
