import { describe, expect, it } from 'vitest';
import { readPlainDay } from '../shared/plain-day.ts';
import {
  calculate,
  explain,
  fieldsOf,
  linesOf,
  slice,
  variablesOf,
  type Block,
  type Reply,
  type Script,
  type ScriptLibrary,
} from './index.ts';
import { scriptOf, texts } from './testing/made-up.ts';
import { library } from './testing/sound.ts';

const { parts } = library;
const say = (id: string, text: string, more: Partial<Block> = {}): Block => ({
  id,
  kind: 'fact',
  text: texts('en', text),
  ...more,
});
const GREET = say('hello', 'Hello', { kind: 'greeting' });
const BYE = say('bye', 'Bye', { kind: 'signoff' });
const libraryWith = (...scripts: readonly Script[]): ScriptLibrary => ({
  parts,
  scripts: new Map(scripts.map((script) => [script.id, script])),
});
const asOf = '2026-11-29T06:00:00Z';
const answer = (scripts: readonly Script[], input: object = {}, guard = () => [] as never[]) =>
  calculate(
    { situation: scripts[0]?.id, language: 'en', ...input },
    libraryWith(...scripts),
    guard,
    asOf,
    {
      today: '2026-11-29',
      read: readPlainDay,
    },
  );
const written = (
  blocks: readonly Block[],
  input: object = {},
  more: Partial<Script> = {},
): Reply => {
  const result = answer([scriptOf(blocks, more)], input);
  if (result.kind !== 'ok' && result.kind !== 'incomplete') throw new Error(JSON.stringify(result));
  return result;
};
/** What is wrong, as path and key. */
const wrong = (scripts: readonly Script[], input: object = {}) => {
  const result = answer(scripts, input);
  if (result.kind !== 'invalid') throw new Error(result.kind);
  return result.issues.map(({ path, key, values }) => [
    path,
    key.replace('tool.reply-script.error.', ''),
    values,
  ]);
};

describe('the parts of a reply', () => {
  it('stand between greeting and sign-off, wherever these are', () => {
    const other = scriptOf([GREET, say('more', 'More'), BYE], { id: 'other' });
    const result = answer([scriptOf([BYE, say('one', 'One'), GREET]), other], { stack: ['other'] });
    expect(result).toMatchObject({
      text: 'Hello\n\nOne\n\nMore\n\nBye',
      gloss: ['Hello', '', 'One', '', 'More', '', 'Bye'],
    });
    expect((result as Reply).lines.map(({ block, kind }) => `${block} ${kind}`)).toEqual([
      'hello greeting',
      'one fact',
      'other:more fact',
      'bye signoff',
    ]);
  });

  it('are in where they are offered, wanted and apply', () => {
    const blocks = [
      say('always', 'Always'),
      say('on', 'On', { optional: true }),
      say('off', 'Off', { optional: true, on: false }),
      say('ozon', 'Ozon', { platforms: ['ozon'], optional: true }),
    ];
    const lines = (input: object) => written(blocks, input).text.split('\n\n').join(' ');
    expect(lines({})).toBe('Always On');
    expect(lines({ blocks: [] })).toBe('Always');
    expect(lines({ blocks: ['off'] })).toBe('Always Off');
    expect(lines({ blocks: { off: true } })).toBe('Always On Off');
    expect(lines({ blocks: { on: false } })).toBe('Always');
    expect(lines({ platform: 'ozon' })).toBe('Always On Ozon');
    expect(written(blocks, { blocks: ['off'] }).blocks).toEqual(['off']);
    expect(written(blocks).blocks).toEqual(['on']);
  });

  it('may be named where the reply has them, and switched off where another platform has', () => {
    const script = scriptOf([
      say('always', 'Always'),
      say('more', 'More', { optional: true }),
      say('ozon', 'Ozon', { platforms: ['ozon'], optional: true }),
    ]);
    expect(answer([script], { blocks: ['always', 'more'] }).kind).toBe('ok');
    expect(wrong([script], { blocks: ['ozon'] })).toEqual([['blocks', 'block', { block: 'ozon' }]]);
    expect(wrong([script], { blocks: ['no', 'none'] })).toHaveLength(2);
    expect(answer([script], { blocks: { ozon: false, always: false } }).kind).toBe('ok');
    expect(wrong([script], { blocks: { ozon: true } })).toHaveLength(1);
    expect(wrong([script], { blocks: { no: false } })).toEqual([
      ['blocks', 'block', { block: 'no' }],
    ]);
  });

  it('follow the answer to a choice', () => {
    const choice = {
      name: 'colour',
      type: 'choice',
      other: true,
      example: 'red',
      options: ['red', 'blue'].map((id) => ({
        id,
        label: { en: id, 'zh-CN': id },
        text: texts('en', id),
      })),
    } as const;
    const blocks = [
      say('all', '{$colour}'),
      say('is', 'Is', { when: { variable: 'colour', is: ['red'] } }),
      say('not', 'Not', { when: { variable: 'colour', isNot: ['red'] } }),
    ];
    const lines = (colour: string) =>
      written(blocks, { vars: { colour } }, { variables: [choice] }).text.split('\n\n');
    expect(lines('red')).toEqual(['red', 'Is']);
    expect(lines(' red ')).toEqual(['red', 'Is']);
    expect(lines('blue')).toEqual(['blue', 'Not']);
    expect(lines('Green as grass')).toEqual(['Green as grass', 'Not']);
    expect(lines('')).toEqual(['⟦colour⟧', 'Not']);
  });

  it('have one text for both tones, or one each; a shared one greets by name or without', () => {
    const two: Block = { id: 'two', kind: 'fact', warm: texts('en', 'W'), plain: texts('en', 'P') };
    expect(written([two]).text).toBe('W');
    expect(written([two], { tone: 'plain' }).text).toBe('P');
    const shared = parts.blocks.find(({ nameless }) => nameless !== undefined);
    const greet: Block = { id: 'hello', kind: 'greeting', shared: shared?.id ?? '' };
    const vars = { vars: { buyerName: 'Anna' } };
    expect(written([greet], vars).text).toContain('Anna');
    const nameless = written([greet], { ...vars, settings: { greetByName: false } });
    expect(nameless.text).toBe(shared?.nameless?.en);
    expect(nameless.missing).toEqual([]);
    expect(() => written([{ id: 'no', kind: 'fact', shared: 'none' }])).toThrow(
      'There is no shared block “none”.',
    );
    expect(() => written([{ id: 'no', kind: 'fact' }])).toThrow('Block “no” has no text.');
  });

  it('raise the polite pronouns in Russian alone', () => {
    const both = { ...texts('en', 'вам'), ru: 'вам' };
    const asked = { settings: { pronoun: 'Вы' } };
    const blocks = [say('a', '', { text: both })];
    expect(written(blocks, { ...asked, language: 'ru' }).text).toBe('Вам');
    expect(written(blocks, { language: 'ru' }).text).toBe('вам');
    expect(written(blocks, asked).text).toBe('вам');
  });

  it('end in a signature, in the reply and beside it', () => {
    const { text, gloss } = written([GREET, BYE], { settings: { signature: ' Li  Na ' } });
    expect(text).toBe('Hello\n\nBye\nLi Na');
    expect(gloss).toEqual(['Hello', '', 'Bye', 'Li Na']);
    expect(written([GREET], { settings: { signature: 'Li' } }).text).toBe('Hello');
    expect(wrong([scriptOf([BYE])], { settings: { signature: '{x}' } })).toEqual([
      ['settings.signature', 'placeholder', { variable: 'signature', field: 'settings.signature' }],
    ]);
  });
});

describe('the fields of a reply', () => {
  const one = scriptOf([say('a', '{$item} {$days :days} {$orderId}')], {
    variables: ['item', 'days', 'orderId'],
  });
  const two = scriptOf([say('b', '{$item} {$days :days}')], {
    id: 'two',
    title: { en: 'Second', 'zh-CN': '第二' },
    variables: ['item', 'days'],
  });
  const form = {
    situation: 'made-up',
    language: 'en',
    gloss: 'en',
    platform: 'aliexpress',
  } as const;
  const carried = new Map(variablesOf(one, parts).map(({ name, carried: is }) => [name, is]));

  it('of a stacked situation are asked anew, but for what is the same in all', () => {
    expect([carried.get('item'), carried.get('days')]).toEqual([true, false]);
    const { all, used } = fieldsOf({ ...form, stack: ['two'] }, libraryWith(one, two));
    expect(all.map(({ name }) => name)).toEqual(['item', 'days', 'orderId', 'two:days']);
    expect(used).toEqual(all);
    expect(all[3]?.label.en).toBe(`Second: ${all[1]?.label.en}`);
    expect(all[3]?.label['zh-CN']).toBe(`第二：${all[1]?.label['zh-CN']}`);
    const vars = { item: 'lamp', days: 2, 'two:days': 5, orderId: '8123450' };
    expect(answer([one, two], { stack: ['two'], vars })).toMatchObject({
      text: 'lamp 2 days 8123450\n\nlamp 5 days',
    });
  });

  it('are those of the parts that are in', () => {
    const optional = scriptOf([
      say('a', '{$item}'),
      say('b', '{$days :days}', { optional: true, on: false }),
    ]);
    const names = (blocks?: string[]) =>
      fieldsOf({ ...form, blocks }, libraryWith(optional)).used.map(({ name }) => name);
    expect(names()).toEqual(['item']);
    expect(names(['b'])).toEqual(['item', 'days']);
  });

  it('that are open are named, and shown as gaps', () => {
    const result = answer([one], { vars: { days: 2 } });
    expect(result).toMatchObject({
      kind: 'incomplete',
      missing: ['item', 'orderId'],
      text: '⟦item⟧ 2 days ⟦orderId⟧',
    });
  });

  it('are refused with what is wrong, and what they may be', () => {
    expect(wrong([one], { vars: { item: '{x}', days: 'soon', orderId: '8123450' } })).toEqual([
      ['vars.item', 'placeholder', { variable: 'item', options: '', field: 'vars.item' }],
      ['vars.days', 'tool.number.not-a-number', expect.objectContaining({ variable: 'days' })],
    ]);
    expect(wrong([one], { vars: { nothing: 1 } })).toEqual([
      ['vars.nothing', 'unknown-variable', { variable: 'nothing' }],
    ]);
    expect(
      wrong([one], { confirm: ['vars.item', 'settings.shop', 'settings.signature', 'vars.no'] }),
    ).toEqual([['confirm', 'unknown-variable', { variable: 'vars.no' }]]);
    // What other situations ask for may stay.
    expect(answer([one], { vars: { tracking: 'LP1' } }).kind).toBe('incomplete');
  });

  it('say what they understood, by their path', () => {
    const vars = { item: 'lamp', days: '5 days', orderId: '8123450' };
    expect(answer([one], { vars })).toMatchObject({ kind: 'ok', understood: { 'vars.days': '5' } });
    expect(answer([one], { vars: { ...vars, days: 5 } })).toMatchObject({ understood: {} });
  });

  it('are listed with the options of the platform, the example one of them', () => {
    const option = (id: string, more: object = {}) => ({
      id,
      label: { en: id, 'zh-CN': id },
      text: texts('en', id),
      ...more,
    });
    const options = [option('red', { notOn: ['ozon'] }), option('blue'), option('green')];
    const choice = { name: 'colour', type: 'choice', example: 'red', options } as const;
    const script = scriptOf([], { variables: [choice as never, 'item'] });
    const [here] = variablesOf(script, parts, 'aliexpress');
    expect([here?.example, here?.options.map(({ id }) => id)]).toEqual([
      'red',
      ['red', 'blue', 'green'],
    ]);
    const [there] = variablesOf(script, parts, 'ozon');
    expect([there?.example, there?.options.map(({ id }) => id)]).toEqual([
      'blue',
      ['blue', 'green'],
    ]);
    const names = (platform: 'ozon' | 'other') =>
      variablesOf(script, parts, platform).map(({ name }) => name);
    expect(names('ozon')).toEqual(['colour', 'item']);
    expect(names('other')).toEqual(['platform', 'colour', 'item']);
    const picked = { ...choice, pick: ['green', 'red'], example: 'none' } as never;
    const [own] = variablesOf(scriptOf([], { variables: [picked] }), parts);
    expect([own?.example, own?.options.map(({ id }) => id)]).toEqual(['green', ['green', 'red']]);
  });

  it('take the name of the shop from the settings where there is none', () => {
    const shop = [say('a', '{$shop}')];
    const more = { variables: ['shop'] };
    expect(written(shop, { settings: { shop: ' Lu  men ' } }, more).text).toBe('Lu men');
    expect(written(shop, { settings: { shop: 'Lumen' }, vars: { shop: 'Mine' } }, more).text).toBe(
      'Mine',
    );
    expect(written(shop, {}, more)).toMatchObject({ missing: ['shop'] });
    expect(wrong([scriptOf(shop, more)], { settings: { shop: '{x}' } })[0]?.[0]).toBe(
      'settings.shop',
    );
  });
});

describe('an input', () => {
  const script = scriptOf([GREET]);
  it.each([
    [{ language: 'it' }, 'language', 'one-of'],
    [{ colour: 1 }, 'colour', 'unknown-field'],
    [{ stack: 5 }, 'stack', 'shape'],
    [{ situation: 'none' }, 'situation', 'situation'],
    [{ stack: ['none'] }, 'stack.0', 'situation'],
    [{ stack: ['made-up'] }, 'stack.0', 'situation'],
    [{ settings: { locale: 'de-DE' } }, 'settings.locale', 'locale'],
  ])('%j is refused at %s: %s', (input, path, key) => {
    expect(wrong([script], input).map((each) => each.slice(0, 2))).toEqual([[path, key]]);
  });

  it('names a situation once, and one that is offered here', () => {
    const other = scriptOf([say('a', 'a')], { id: 'other', notOn: ['aliexpress'] });
    expect(wrong([script, { ...other, notOn: [] }], { stack: ['other', 'other'] })).toEqual([
      ['stack.1', 'situation', { situation: 'other' }],
    ]);
    expect(answer([script, other], { stack: ['other'] })).toEqual({
      kind: 'out-of-scope',
      reasons: ['not-on-platform:other'],
    });
  });
});

describe('an explanation', () => {
  const warning = (ruleId: string | null) => ({ ruleId }) as never;
  it('says of what kinds of parts it is, what is open, what the guard said and how long it is', () => {
    const base = written([GREET, say('a', '{$item}'), say('b', 'b'), BYE]);
    const rows = (reply: Reply) =>
      explain(reply).map(({ section, messageKey, values, ruleIds }) => [
        section,
        messageKey.replace('tool.reply-script.explain.', ''),
        values,
        ruleIds,
      ]);
    expect(rows({ ...base, usedRules: ['a.b.c'] })).toEqual([
      ['given', 'parts', { count: 3, kinds: 'greeting fact signoff' }, ['a.b.c']],
      ['change', 'missing', { count: 1, names: 'item' }, []],
      ['rule', 'clear', { count: 0 }, []],
      ['done', 'length', { length: base.length, limit: 0 }, []],
    ]);
    const warned = [warning('a.b.c'), warning(null), warning('a.b.c')];
    expect(rows({ ...base, kind: 'ok', missing: [], warnings: warned, limit: 9 }).slice(1)).toEqual(
      [
        ['rule', 'warned', { count: 3 }, ['a.b.c']],
        ['done', 'length-limit', { length: base.length, limit: 9 }, []],
      ],
    );
  });
});

describe('a page of the library', () => {
  it('shows each line with its gaps, beside its meaning', () => {
    const block = say('a', 'One {$item}\nTwo {$platform}', {
      text: { ...texts('en', 'One {$item}\nTwo {$platform}'), 'zh-CN': '一{$item}' },
    });
    const as = { language: 'en', gloss: 'zh-CN', tone: 'warm' } as const;
    expect(linesOf(scriptOf([block]), block, parts, as)).toEqual([
      { text: 'One ⟦item⟧', gloss: '一⟦item⟧' },
      { text: 'Two AliExpress', gloss: '' },
    ]);
    expect(linesOf(scriptOf([block], { platforms: ['ozon'] }), block, parts, as)[1]?.text).toBe(
      'Two Ozon',
    );
    const here = { ...block, notOn: ['aliexpress', 'ozon'] } as Block;
    expect(linesOf(scriptOf([here]), here, parts, as)[1]?.text).toBe('Two Amazon');
    const nowhere = { ...block, platforms: [] };
    expect(linesOf(scriptOf([nowhere]), nowhere, parts, as)[1]?.text).toBe('Two AliExpress');
  });

  it('keeps the texts of two languages alone, those of the shared parts too', () => {
    const small = slice(library, ['en', 'zh-CN']);
    const both = (all: object | undefined) => Object.keys(all ?? {}).sort();
    for (const { text, nameless } of small.parts.blocks) {
      expect(both(text)).toEqual(['en', 'zh-CN']);
      if (nameless) expect(both(nameless)).toEqual(['en', 'zh-CN']);
    }
    expect(small.parts.blocks.filter(({ nameless }) => nameless)).toHaveLength(
      parts.blocks.filter(({ nameless }) => nameless).length,
    );
    for (const { text } of small.parts.causes) expect(both(text)).toEqual(['en', 'zh-CN']);
  });
});
