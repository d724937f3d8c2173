import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { calculate, explain, guardLanguages, guardPlatforms, type GuardResult } from './index.ts';
import type { GuardInput, GuardWarning } from './rule.ts';
import { tool } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const asOf = '2026-11-21T23:30:00Z';

/** What the guard is asked, and what it then says. */
function asking(input: object, at = asOf, warnings: readonly GuardWarning[] = []) {
  const asked: GuardInput[] = [];
  const result = calculate(
    input,
    (each) => {
      asked.push(each);
      return [...warnings];
    },
    at,
  );
  return { asked, result };
}
const warning = (ruleId: string | null, severity: GuardWarning['severity']): GuardWarning => ({
  ruleId,
  severity,
  start: 0,
  end: 1,
  places: [{ start: 0, end: 1 }],
  message: 'why',
  instead: 'instead',
  guard: 'guard',
});

describe('what a reply is read as', () => {
  it('is the text as it stands, on the day of the answer, for AliExpress and in English', () => {
    expect(asking({ text: ' Hello. ' }).asked).toEqual([
      {
        platform: 'aliexpress',
        language: 'en',
        text: ' Hello. ',
        gloss: 'en',
        today: '2026-11-21',
      },
    ]);
  });

  it('is in the language that was said, else in that of its words', () => {
    const language = (input: object) => asking(input).asked[0]?.language;
    expect(language({ text: 'Hello', language: 'pl' })).toBe('pl');
    expect(language({ text: 'Ваш заказ' })).toBe('ru');
    expect(language({ text: '你好' })).toBe('zh-CN');
    expect(language({ text: '안녕하세요' })).toBe('ko');
    expect(language({ text: 'O seu pedido não foi para casa' })).toBe('pt-BR');
    expect(language({ text: 'Der Schal ist bei der Post' })).toBe('de');
    expect(language({ text: '12' })).toBe('en');
  });

  it('has no day where the moment is none', () => {
    expect(asking({ text: 'a' }, 'soon').asked[0]?.today).toBeNull();
  });

  it('is counted in signs as a person counts them', () => {
    expect(asking({ text: 'e\u0301👩‍👩‍👧!' }).result).toMatchObject({ kind: 'ok', length: 3, asOf });
  });

  it('rests on the rules of its warnings, each once', () => {
    const { result } = asking({ text: 'a' }, asOf, [
      warning('a.b.c', 'forbidden'),
      warning(null, 'advice'),
      warning('a.b.c', 'advice'),
      warning('d.e.f', 'advice'),
    ]);
    expect(result).toMatchObject({ usedRules: ['a.b.c', 'd.e.f'], limit: null });
  });
});

describe('what cannot be read', () => {
  it('is a text that says nothing', () => {
    for (const input of [{}, { text: '' }, { text: ' \n' }])
      expect(asking(input)).toEqual({
        asked: [],
        result: { kind: 'incomplete', missing: ['text'] },
      });
  });

  it.each([
    [{ text: 'a', platform: 'mars' }, 'platform', 'one-of', { options: guardPlatforms.join(', ') }],
    [{ text: 'a', language: 'it' }, 'language', 'one-of', { options: guardLanguages.join(', ') }],
    [{ text: 'a', gloss: 'ru' }, 'gloss', 'one-of', { options: 'en, zh-CN' }],
    [{ text: 'a', colour: 'red' }, 'colour', 'unknown-field', {}],
    [{ text: 12 }, 'text', 'shape', {}],
  ])('is refused in words: %j', (input, path, key, values) => {
    expect(asking(input)).toEqual({
      asked: [],
      result: {
        kind: 'invalid',
        issues: [{ path, key: `tool.reply-script.error.${key}`, values }],
      },
    });
  });
});

it('a text longer than a message is refused with how long it may be', () => {
  expect(asking({ text: 'x'.repeat(20_001) }).result).toEqual({
    kind: 'invalid',
    issues: [{ path: 'text', key: 'tool.reply-guard.error.too-long', values: { limit: 20_000 } }],
  });
  expect(asking({ text: 'x'.repeat(20_000) }).result.kind).toBe('ok');
});

describe('an explanation', () => {
  const steps = (warnings: readonly GuardWarning[]) =>
    explain(asking({ text: 'abc' }, asOf, warnings).result).map(
      ({ section, messageKey, values, ruleIds }) => [section, messageKey, values, ruleIds],
    );
  const [read, limits] = [
    ['given', 'tool.reply-guard.explain.read', { length: 3 }, []],
    ['change', 'tool.reply-guard.explain.limits', {}, []],
  ];

  it('says what was read, what was found, and what it cannot do', () => {
    const found = [
      warning('a.b.c', 'forbidden'),
      warning('d.e.f', 'advice'),
      warning(null, 'advice'),
    ];
    expect(steps(found)).toEqual([
      read,
      ['done', 'tool.reply-guard.explain.found', { forbidden: 1, advice: 2 }, ['a.b.c', 'd.e.f']],
      limits,
    ]);
    expect(steps([])).toEqual([
      read,
      ['done', 'tool.reply-guard.explain.clear', { forbidden: 0, advice: 0 }, []],
      limits,
    ]);
  });

  it('is none of what was not read', () => {
    expect(explain({ kind: 'incomplete', missing: ['text'] })).toEqual([]);
    expect(explain({ kind: 'invalid', issues: [] })).toEqual([]);
  });
});

describe('the tool', () => {
  it('says of each field what it takes', () => {
    expect(tool.fields(content).map(({ name, type, required }) => [name, type, required])).toEqual([
      ['text', 'text', true],
      ['platform', `one of ${guardPlatforms.join(' | ')}`, false],
      ['language', `one of ${guardLanguages.join(' | ')}`, false],
      ['gloss', 'one of en | zh-CN', false],
    ]);
    const messages = content.messages();
    for (const { name, description } of tool.fields(content))
      expect(description).toBe(messages[`tool.reply-guard.help.${name}`]);
    const [first] = tool.fields({ ...content, messages: () => ({}) });
    expect(first?.description).toBe('text');
    expect(tool.summary).toMatch(/\?$/u);
  });

  it('answers by the rules of the content', () => {
    const result = tool.run({ text: 'Add me on WhatsApp' }, content, asOf) as GuardResult;
    expect(result).toMatchObject({ kind: 'ok', warnings: [{ guard: 'private-contacts' }] });
  });
});

describe('the last reply of a case', () => {
  const empty = { version: 2, id: 'x' } as const;
  const at = '2026-11-18T05:00:00Z';
  const fromCase = (more: object) => tool.fromCase?.({ ...empty, ...more });

  it('is read once more, in its own language or that of the buyer', () => {
    const [first, last] = [
      { at, language: 'pl', text: 'one' },
      { at, text: 'two' },
    ];
    expect(
      fromCase({ platform: 'ozon', buyer: { language: 'ru' }, replies: [last, first] }),
    ).toEqual({ platform: 'ozon', language: 'pl', text: 'one' });
    expect(fromCase({ buyer: { language: 'ru' }, replies: [first, last] })).toEqual({
      language: 'ru',
      text: 'two',
    });
    expect(fromCase({ replies: [] })).toEqual({});
  });

  it('is asked for without what the guard does not know', () => {
    expect(fromCase({ platform: 'mars', buyer: { language: 'it' } })).toEqual({});
  });
});
