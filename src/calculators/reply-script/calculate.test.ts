import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openContent } from '../cli-content.ts';
import { guardOf } from '../reply-guard/index.ts';
import { libraryOf } from './tool.ts';
import { calculate, explain, slice, variablesOf, type Reply, type Script } from './index.ts';

// The first call compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const content = openContent(join(import.meta.dirname, '../../content'));
const library = libraryOf(content);
const check = guardOf(content);
const asOf = '2026-11-21T00:00:00Z';
const vars = {
  buyerName: 'Анна',
  orderId: '8123456789012345678',
  item: 'лампа',
  date: '2026-12-12',
  days: 2,
  cause: 'customs-check',
  tracking: 'LP00512345678901',
  shop: 'Bright Home',
};
const base = {
  situation: 'inr-in-transit',
  platform: 'aliexpress',
  language: 'ru',
  gloss: 'zh-CN',
  tone: 'plain',
  vars,
};
const run = (input: object) => calculate({ ...base, ...input }, library, check, asOf);
const reply = (input: object): Reply => {
  const result = run(input);
  if (result.kind !== 'ok' && result.kind !== 'incomplete') throw new Error(JSON.stringify(result));
  return result;
};

describe('a reply', () => {
  it('is in the buyer’s language, beside its meaning line by line', () => {
    const result = reply({});
    expect(result.kind).toBe('ok');
    expect(result.text).toContain('Здравствуйте, Анна!');
    expect(result.text).toContain('8123456789012345678');
    expect(result.text).toContain('Причина задержки: таможня проверяет посылку дольше обычного.');
    expect(result.text).toContain('на 2 дня');
    expect(result.gloss).toHaveLength(result.text.split('\n').length);
    result.text
      .split('\n')
      .forEach((line, index) => expect(line === '').toBe(result.gloss[index] === ''));
    expect(result.gloss.join('\n')).toContain('延误原因：海关查验包裹的时间比平时长。');
    expect(result.lines.map(({ text }) => text)).toEqual(
      result.text.split('\n').filter((line) => line !== ''),
    );
    expect(result).toMatchObject({
      missing: [],
      warnings: [],
      limit: null,
      asOf,
      usedRules: ['aliexpress.dispute.first-answer'],
    });
    expect(result.length).toBe([...result.text].length);
  });

  it('differs by tone and says the same in the gloss’s own dates', () => {
    expect(reply({ tone: 'warm' }).text).not.toBe(reply({ tone: 'plain' }).text);
    expect(reply({ gloss: 'en' }).gloss.join(' ')).toContain('12 December 2026');
  });

  it('names what is missing, in the order of the form, and shows the gaps', () => {
    const result = reply({ vars: { buyerName: '  ', item: 'лампа', date: null } });
    expect(result.kind).toBe('incomplete');
    expect(result.missing).toEqual([
      'buyerName',
      'orderId',
      'date',
      'cause',
      'tracking',
      'days',
      'shop',
    ]);
    expect(result.text).toContain('⟦orderId⟧');
    expect(result.text).toContain('до ⟦date⟧.');
    expect(result.gloss.join('\n')).toContain('⟦date⟧');
  });

  it('asks only for what the parts that are in use', () => {
    expect(reply({ blocks: [], vars: { ...vars, days: '' } }).missing).toEqual([]);
    expect(reply({ blocks: { extend: true }, vars: { ...vars, days: '' } }).missing).toEqual([
      'days',
    ]);
  });

  it('can be shortened, extended and stacked', () => {
    expect(reply({}).blocks).toEqual(['extend']);
    expect(reply({ blocks: ['extend', 'choice'] }).blocks).toEqual(['extend', 'choice']);
    expect(reply({ blocks: { choice: true } }).blocks).toEqual(['extend', 'choice']);
    const short = reply({ blocks: [] });
    expect(short.length).toBeLessThan(reply({}).length);
    const stacked = reply({
      stack: ['snad-damaged'],
      vars: {
        ...vars,
        amount: '12.50',
        currency: 'usd',
        'snad-damaged:cause': 'packing-weak',
        'snad-damaged:date': '2026-12-20',
      },
    });
    expect(stacked.kind).toBe('ok');
    expect(stacked.lines.filter(({ kind }) => kind === 'greeting')).toHaveLength(1);
    expect(stacked.lines.filter(({ kind }) => kind === 'signoff').length).toBeGreaterThan(0);
    expect(stacked.lines.at(-1)?.kind).toBe('signoff');
    expect(stacked.text).toContain('12,50 $');
    expect(stacked.lines.some(({ block }) => block === 'snad-damaged:choice')).toBe(true);
  });

  it('follows the shop’s settings', () => {
    expect(reply({ settings: { pronoun: 'Вы' } }).text).toContain('напишем Вам');
    expect(reply({ settings: { pronoun: 'вы' } }).text).toContain('напишем вам');
    expect(reply({ vars: { ...vars, shop: '' }, settings: { shop: 'Lumen' } }).text).toContain(
      'команда Lumen',
    );
    expect(
      reply({ settings: { signature: 'Li Na' } }).text.endsWith('команда Bright Home\nLi Na'),
    ).toBe(true);
    expect(
      reply({ settings: { greetByName: false }, vars: { ...vars, buyerName: '' } }),
    ).toMatchObject({ kind: 'ok', missing: [] });
    const english = { language: 'en', vars: { ...vars, buyerName: 'Anna', item: 'lamp' } };
    expect(reply(english).text).toContain('by 12 December 2026');
    expect(reply({ ...english, settings: { locale: 'en-US' } }).text).toContain(
      'by December 12, 2026',
    );
  });

  it('takes awkward names as they are, and invisible characters out', () => {
    expect(reply({ vars: { ...vars, buyerName: 'O’Brien\u200b\u202e' } }).text).toContain(
      'Здравствуйте, O’Brien!',
    );
    expect(reply({ vars: { ...vars, buyerName: ' Al\n\tB  C ' } }).text).toContain(
      'Здравствуйте, Al B C!',
    );
    const marked = { vars: { ...vars, buyerName: 'Анна ⟦Кот⟧' }, confirm: ['vars.buyerName'] };
    expect(reply(marked).text).toContain('Здравствуйте, Анна [Кот]!');
    expect(reply({ vars: { ...vars, cause: 'перевозчик потерял накладную. ' } }).text).toContain(
      'Причина задержки: перевозчик потерял накладную.\n',
    );
  });

  it('is read by the guard as it will be sent', () => {
    const result = reply({ vars: { ...vars, item: 'лампа, пишите в ватсап' } });
    expect(result.warnings).toHaveLength(1);
    expect(result.text.slice(result.warnings[0]?.start, result.warnings[0]?.end)).toBe('ватсап');
    expect(result.usedRules).toContain(result.warnings[0]?.ruleId);
  });

  it('does not change when only the languages of the page are kept', () => {
    const small = slice(library, ['ru', 'zh-CN']);
    expect(calculate(base, small, check, asOf)).toEqual(run({}));
    expect(JSON.stringify([...small.scripts]).length).toBeLessThan(
      JSON.stringify([...library.scripts]).length / 2,
    );
  });

  it('explains itself with texts that exist', () => {
    const messages = content.messages();
    for (const result of [
      run({}),
      run({ vars: {} }),
      run({ vars: { ...vars, item: 'WhatsApp' } }),
    ]) {
      expect(explain(result).length).toBeGreaterThanOrEqual(3);
      for (const step of explain(result))
        expect(messages[step.messageKey], step.messageKey).toBeTruthy();
    }
    expect(explain(run({ situation: 'none' }))).toEqual([]);
  });
});

describe('a heading', () => {
  const english = { ...vars, buyerName: 'Anna', item: 'lamp' };
  const headed = (...on: string[]) =>
    reply({
      situation: 'offer-choice',
      language: 'en',
      vars: { ...english, amount: '12', beside: '9', coupon: '5', currency: 'USD' },
      blocks: on,
    });
  const headings = (...on: string[]) =>
    headed(...on)
      .text.split('\n')
      .filter((line) => line === 'Our offer:' || line === 'Please choose one of these:');

  it('stands over nothing', () => {
    expect(headings('several')).toEqual([]);
    expect(headings('one', 'several')).toEqual([]);
    expect(headed('one', 'several').blocks).toEqual([]);
  });

  it('fits the number of what it stands over, and there is one of them', () => {
    expect(headings('one', 'several', 'keep')).toEqual(['Our offer:']);
    expect(headings('one', 'several', 'keep', 'resend')).toEqual(['Please choose one of these:']);
    expect(headings('one', 'keep')).toEqual(['Our offer:']);
    expect(headings('several', 'keep', 'resend', 'return')).toEqual([
      'Please choose one of these:',
    ]);
    // Nobody chooses one of one.
    expect(headings('several', 'refund')).toEqual([]);
    expect(headed('several', 'refund').text).toContain('• We refund');
  });

  it('counts the parts of its own situation when several are stacked', () => {
    const { text } = reply({
      language: 'en',
      stack: ['offer-choice'],
      vars: { ...english, amount: '12', currency: 'USD', 'offer-choice:date': '2026-12-13' },
      blocks: ['offer-choice:several'],
    });
    expect(text).not.toContain('Please choose one of these:');
  });

  it('is called one in every script that ends a part of choices with a colon', () => {
    for (const script of library.scripts.values())
      for (const { id, kind, leads, text } of script.blocks)
        if (kind === 'choice' && text?.en.endsWith(':'))
          expect(leads, `${script.id}: ${id}`).toBeDefined();
  });
});

describe('an input is refused', () => {
  it.each([
    ['with an unknown situation', { situation: 'none' }, 'situation'],
    ['with an unknown language', { language: 'it' }, 'language'],
    ['with an unknown field', { colour: 'red' }, 'colour'],
    ['with a day that is none', { vars: { ...vars, date: '2026-02-30' } }, 'vars.date'],
    ['with a negative figure', { vars: { ...vars, days: -1 } }, 'vars.days'],
    [
      'with a variable the library does not know',
      { vars: { ...vars, colour: 'red' } },
      'vars.colour',
    ],
    ['with a part the reply does not have', { blocks: ['nothing'] }, 'blocks'],
    ['with the locale of another language', { settings: { locale: 'de-AT' } }, 'settings.locale'],
    ['with a locale that is none', { settings: { locale: '??' } }, 'settings.locale'],
    ['with itself on the stack', { stack: ['inr-in-transit'] }, 'stack.0'],
    [
      'with an amount of nothing',
      { situation: 'snad-damaged', vars: { ...vars, amount: '0', currency: 'USD' } },
      'vars.amount',
    ],
    [
      'with a currency that is none',
      { situation: 'snad-damaged', vars: { ...vars, amount: '5', currency: 'dollars' } },
      'vars.currency',
    ],
  ])('%s', (_, input, path) => {
    const result = run(input);
    expect(result.kind).toBe('invalid');
    const messages = content.messages();
    if (result.kind === 'invalid') {
      expect(result.issues.map((issue) => issue.path)).toContain(path);
      for (const issue of result.issues) expect(messages[issue.key], issue.key).toBeTruthy();
    }
  });

  it('but common variables another situation asks for may stay', () => {
    expect(run({ vars: { ...vars, amount: '12.50', currency: 'USD' } }).kind).toBe('ok');
  });
});

describe('variables', () => {
  it('take label and list from the shared parts, and what a script says otherwise', () => {
    const found = variablesOf(library.scripts.get('snad-damaged') as Script, library.parts);
    const cause = found.find(({ name }) => name === 'cause');
    expect(cause?.options.map(({ id }) => id)).toEqual(['packing-weak', 'carrier-handling']);
    expect(cause?.other).toBe(true);
    expect(found.find(({ name }) => name === 'buyerName')?.label['zh-CN']).toBe('买家称呼');
    expect(found.find(({ name }) => name === 'date')?.label.en).toBe('Done by');
  });
});
