import { describe, expect, it } from 'vitest';
import { readPlainDay } from '../shared/plain-day.ts';
import { readLink } from './permalink.ts';
import type { Variable } from './schema.ts';
import { sameValues } from './same-value.ts';
import { disorders } from './day-order.ts';
import type { FormField } from './assemble.ts';
import { library } from './testing/sound.ts';
import { scriptOf } from './testing/made-up.ts';
import { readMessage } from './pattern.ts';
import { formatMoney } from './message.ts';

const open = (fragment: string, current = 'inr-in-transit') => {
  const { linked, ignored } = readLink(`#?${fragment}`, library, current, 'aliexpress', {
    today: '2026-11-29',
    read: readPlainDay,
  });
  return { linked, left: ignored.map(({ key, raw, why }) => [key, raw, why]) };
};
const error = (key: string) => `tool.reply-script.error.${key}`;

describe('an address', () => {
  it('switches the parts that the situation has on the platform', () => {
    expect(open('blocks.extend=false&blocks.choice=true').linked.switches).toEqual({
      extend: false,
      choice: true,
    });
    expect(open('blocks.no=true')).toMatchObject({
      linked: { switches: {} },
      left: [['blocks.no', 'true', 'unknown']],
    });
    expect(open('blocks.extend=perhaps').left).toHaveLength(1);
    // A part that only another platform has.
    expect(open('platform=ozon&blocks.extend=true').left).toEqual([
      ['blocks.extend', 'true', 'unknown'],
    ]);
  });

  it('stacks each other situation once', () => {
    const { linked, left } = open(
      'stack=snad-damaged&stack=inr-in-transit&stack=snad-damaged&stack=none',
    );
    expect(linked.stack).toEqual(['snad-damaged']);
    expect(left.map(([key, raw]) => [key, raw])).toEqual([['stack', 'none']]);
    expect(open('situation=snad-damaged&stack=inr-in-transit').linked.stack).toEqual([
      'inr-in-transit',
    ]);
  });

  it('fills fields, and leaves out what can be no value of them', () => {
    const options = library.parts.causes;
    expect(options.length).toBeGreaterThan(0);
    expect(open('vars.days=5&vars.tracking=LP1&vars.date=2026-12-05').linked.vars).toEqual({
      days: '5',
      tracking: 'LP1',
      date: '2026-12-05',
    });
    expect(open('vars.days=x').left).toEqual([['vars.days', 'x', 'tool.number.not-a-number']]);
    expect(open('vars.nothing=1').left).toEqual([['vars.nothing', '1', 'unknown']]);
    // What other situations ask for may stay, and so may what is empty.
    expect(open('vars.amount=5').linked.vars).toEqual({ amount: '5' });
    expect(open('vars.days=%20').linked.vars).toEqual({ days: '' });
    expect(open('vars.item=a', 'none')).toMatchObject({
      linked: { vars: { item: 'a' } },
      left: [],
    });
  });

  it('may hold as much as a field takes', () => {
    const long = (length: number) => 'a'.repeat(length);
    expect(open(`vars.item=${long(300)}`).left).toEqual([]);
    expect(open(`vars.item=${long(301)}`).left).toEqual([
      ['vars.item', long(301), error('too-long')],
    ]);
    expect(open(`settings.shop=${long(300)}`).linked.settings.shop).toBe(long(300));
    expect(open(`settings.shop=${long(301)}`)).toMatchObject({
      linked: { settings: {} },
      left: [['settings.shop', long(301), error('too-long')]],
    });
  });

  it('sets how the shop writes', () => {
    const { linked, left } = open(
      'settings.shop=%20Lu%20%20men&settings.signature=Li&settings.pronoun=%D0%92%D1%8B&settings.greetByName=false',
    );
    expect(linked.settings).toEqual({
      shop: 'Lu men',
      signature: 'Li',
      pronoun: 'Вы',
      greetByName: false,
    });
    expect(left).toEqual([]);
    expect(open('settings.pronoun=%D0%B2%D1%8B&settings.greetByName=true').linked.settings).toEqual(
      {
        pronoun: 'вы',
        greetByName: true,
      },
    );
    expect(open('settings.pronoun=x&settings.greetByName=1&settings.size=2').left).toEqual([
      ['settings.pronoun', 'x', error('one-of')],
      ['settings.greetByName', '1', error('one-of')],
      ['settings.size', '2', 'unknown'],
    ]);
  });

  it('says nothing of what it does not hold', () => {
    expect(open('')).toEqual({
      linked: { situation: null, vars: {}, switches: {}, stack: [], settings: {} },
      left: [],
    });
    expect(open('platform=mars&language=en&gloss=zh-CN&tone=plain')).toMatchObject({
      linked: { language: 'en', gloss: 'zh-CN', tone: 'plain' },
      left: [['platform', 'mars', 'unreadable']],
    });
  });
});

const script = scriptOf([]);
const field = (name: string, key = name): FormField => ({
  key,
  script,
  variable: { name, label: { en: `the ${name}`, 'zh-CN': name } } as Variable,
});
const given = (values: Record<string, string | number>, confirmed: readonly string[] = []) => ({
  used: Object.keys(values).map((key) => field(key.split(':').at(-1) ?? '', key)),
  values,
  gloss: 'en' as const,
  today: '2026-11-29',
  isConfirmed: (path: string) => confirmed.includes(path),
});

describe('fields that name one thing each', () => {
  const found = (values: Record<string, string>, confirmed: string[] = []) =>
    sameValues(given(values, confirmed)).map(({ path, problem }) => [
      path,
      problem.key,
      problem.values,
    ]);

  it.each([
    [{ orderId: 'AB 12-3', tracking: 'ab123' }, 'tracking', 'orderId'],
    [{ orderId: '#123', newTracking: '123' }, 'newTracking', 'orderId'],
    [{ tracking: 'x', newTracking: 'X' }, 'newTracking', 'tracking'],
    [{ buyerName: 'Anna', shop: 'anna' }, 'shop', 'buyerName'],
    [{ buyerName: 'Anna', item: 'anna' }, 'item', 'buyerName'],
    [{ item: 'lamp', shop: 'lamp' }, 'shop', 'item'],
  ])('are asked about where two hold the same: %j', (values, later, first) => {
    const told = { label: `the ${later}`, first: `the ${first}` };
    expect(found(values as never)).toEqual([[`vars.${later}`, 'confirm-same', told]]);
    expect(found(values as never, [`vars.${later}`])).toEqual([]);
  });

  it('may hold the same as a field of another kind, as their like elsewhere, or nothing', () => {
    expect(found({ orderId: 'a', item: 'a' })).toEqual([]);
    expect(found({ tracking: 'a', 'two:tracking': 'a' })).toEqual([]);
    expect(found({ orderId: '#', tracking: '-' })).toEqual([]);
    expect(found({ orderId: 'a', tracking: 'b' })).toEqual([]);
    expect(found({ days: 'a', tracking: 'a' })).toEqual([]);
  });
});

describe('days that bear on one another', () => {
  const found = (
    order: object,
    values: Record<string, string | number>,
    { confirmed = [] as string[], today = '2026-11-29' as string | null } = {},
  ) =>
    disorders([{ ...script, dayOrder: [order as never] }], {
      ...given(values, confirmed),
      used: given(values).used.map((each) => ({ ...each, script: each.script })),
      today,
    });
  const own = (order: object, values: Record<string, string | number>, more: object = {}) => {
    const asked = { ...script, dayOrder: [order as never] };
    return disorders([asked], {
      ...given(values),
      used: given(values).used.map((each) => ({ ...each, script: asked })),
      ...more,
    });
  };
  const order = { first: 'from', last: 'to' };

  it('are in order, or told where the later comes too early', () => {
    expect(own(order, { from: '2026-12-02', to: '2026-12-02' })).toEqual([]);
    expect(own(order, { from: '2026-12-02', to: '2026-12-01' })).toEqual([
      {
        path: 'vars.to',
        problem: {
          key: 'days-order',
          values: {
            label: 'the to',
            date: '2026-12-01',
            first: 'the from',
            firstDate: '2026-12-02',
            days: 0,
          },
        },
      },
    ]);
    expect(
      own({ ...order, ask: true }, { from: '2026-12-02', to: '2026-12-01' })[0]?.problem.key,
    ).toBe('confirm-days-order');
  });

  it('are counted on by a figure, and from today', () => {
    const added = { ...order, plus: 'days' };
    expect(own(added, { from: '2026-12-30', days: 3, to: '2027-01-02' })).toEqual([]);
    expect(own(added, { from: '2026-12-30', days: 3, to: '2027-01-01' })[0]?.problem).toMatchObject(
      {
        key: 'days-added',
        values: { days: 3 },
      },
    );
    expect(own(added, { from: '2026-12-30', days: '⟦days⟧', to: '2020-01-01' })).toEqual([]);
    expect(own(added, { from: '2026-12-30', to: '2020-01-01' })).toEqual([]);
    const today = { first: 'today', last: 'to' };
    expect(own(today, { to: '2026-11-29' })).toEqual([]);
    expect(own(today, { to: '2026-11-28' })[0]?.problem.values).toMatchObject({
      first: '',
      firstDate: '2026-11-29',
    });
    expect(own(today, { to: '2026-11-28' }, { today: null })).toEqual([]);
  });

  it('say nothing where one is open, or belongs to another situation', () => {
    expect(own(order, { from: '⟦from⟧', to: '2020-01-01' })).toEqual([]);
    expect(own(order, { from: '2026-12-02', to: '⟦to⟧' })).toEqual([]);
    expect(own(order, { from: '2026-12-02', to: '2020-01-01 or so' })).toEqual([]);
    expect(own(order, { to: '2020-01-01' })).toEqual([]);
    expect(found(order, { from: '2026-12-02', to: '2026-12-01' })).toEqual([]);
    expect(disorders([script], given({}))).toEqual([]);
  });

  it('are kept where somebody confirmed what is only asked', () => {
    const isConfirmed = (path: string) => path === 'vars.to';
    const early = { from: '2026-12-02', to: '2026-12-01' };
    expect(own({ ...order, ask: true }, early, { isConfirmed })).toEqual([]);
    expect(own(order, early, { isConfirmed })).toHaveLength(1);
  });
});

describe('a message', () => {
  it('is read with any white space between its pieces', () => {
    const slot = { name: 'b', by: 'money', options: { currency: '$c', case: 'x-y' } };
    expect(readMessage('{ $b  :money   currency=$c\ncase=x-y }').variants).toEqual([['*', [slot]]]);
    expect(readMessage('{$b}').variants).toEqual([['*', [{ name: 'b', by: null, options: {} }]]]);
    expect(readMessage('a \\{ \\} \\\\ \\| b').variants).toEqual([['*', ['a { } \\ | b']]]);
    expect(readMessage(' .input { $n  :number } .match  $n  1 {{a {$n}}}  * {{b}} ')).toEqual({
      chooser: 'n',
      variants: [
        ['1', ['a ', { name: 'n', by: null, options: {} }]],
        ['*', ['b']],
      ],
    });
    expect(() => readMessage(`a {b} ${'c'.repeat(60)}`)).toThrow(
      `Cannot be read from “{b} ${'c'.repeat(36)}” on.`,
    );
    expect(() => readMessage('{{a}}')).toThrow('Neither a plain text nor a choice');
    expect(() => readMessage('.input {$n :number} .match $n one {{a}}')).toThrow(
      'any other number',
    );
  });

  it('shows as many decimals of an amount as it has, zeros at the end aside', () => {
    // The engine writes a forint without its decimals, a dinar with three.
    expect(formatMoney('en', '12.00', 'HUF')).toBe('HUF 12');
    expect(formatMoney('en', '12.50', 'HUF')).toBe('HUF 12.50');
    expect(formatMoney('en', '12.500', 'USD')).toBe('$12.50');
    expect(formatMoney('en', '12', 'JPY')).toBe('¥12');
    expect(formatMoney('en', '1200', 'HUF')).toBe('HUF 1,200');
  });
});
