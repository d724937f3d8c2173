import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guardSchema } from '../../schemas/guard.ts';
import { scriptPartsSchema, scriptProblems, scriptSchema } from '../../schemas/script.ts';
import { openContent } from '../cli-content.ts';
import { libraryOf } from './tool.ts';
import type { GuardRule } from '../reply-guard/index.ts';
import type { Script } from './schema.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const { parts, scripts } = libraryOf(content);
const sound = scripts.get('inr-in-transit') as Script;

/** A copy with one thing broken in it. */
const broken = <T>(
  from: T,
  change: (copy: Record<string, unknown> & { blocks: Record<string, unknown>[] }) => void,
) => {
  const copy = structuredClone(from) as Record<string, unknown> & {
    blocks: Record<string, unknown>[];
  };
  change(copy);
  return copy;
};
const complaints = (value: unknown) =>
  (scriptSchema.safeParse(value).error?.issues ?? []).map(({ message }) => message).join('\n');
const texts = (block: Record<string, unknown> | undefined) =>
  block?.['text'] as Record<string, string>;

describe('a script file is refused', () => {
  it.each([
    ['with an unknown key', broken(sound, (s) => (s['colour'] = 'red')), /Unrecognized key/u],
    [
      'without a language',
      broken(sound, (s) => delete texts(s.blocks[2])['pl']),
      /expected string/u,
    ],
    [
      'with a broken message',
      broken(sound, (s) => (texts(s.blocks[2])['pl'] = 'Powód: {$cause.')),
      /Not a valid message/u,
    ],
    [
      'with an unknown variable in one language',
      broken(sound, (s) => (texts(s.blocks[2])['pl'] = 'Powód: {$item}.')),
      /other variables/u,
    ],
    [
      'with two spaces',
      broken(sound, (s) => (texts(s.blocks[2])['pl'] = 'Powód:  {$cause}.')),
      /two spaces/u,
    ],
    [
      'with blocks out of order',
      broken(sound, (s) => s.blocks.splice(1, 0, ...s.blocks.splice(3, 1))),
      /stands after/u,
    ],
    ['without a greeting', broken(sound, (s) => s.blocks.shift()), /begins with the greeting/u],
    [
      'without an action',
      broken(sound, (s) => (s.blocks = s.blocks.filter(({ kind }) => kind !== 'action'))),
      /action block/u,
    ],
    [
      'with two blocks of one id',
      broken(sound, (s) => (s.blocks[2] = { ...s.blocks[2], id: 'fact' })),
      /Two blocks/u,
    ],
    [
      'with an optional block without a label',
      broken(sound, (s) => delete s.blocks[4]?.['label']),
      /needs a label/u,
    ],
    [
      'with lines that do not match',
      broken(sound, (s) => (texts(s.blocks[5])['ko'] = '한 줄 {$platform}')),
      /lines in ko/u,
    ],
    [
      'for some platforms and not for some',
      broken(sound, (s) => {
        s['platforms'] = ['ozon'];
        s['notOn'] = ['ebay'];
        s['scope'] = { en: 'Why.', 'zh-CN': '原因。' };
      }),
      /not both/u,
    ],
    [
      'for some platforms without saying why',
      broken(sound, (s) => (s['notOn'] = ['ebay'])),
      /says why/u,
    ],
    [
      'with a reason and no platform',
      broken(sound, (s) => (s['scope'] = { en: 'Why.', 'zh-CN': '原因。' })),
      /no other does/u,
    ],
    [
      'with a part for answers and against them',
      broken(
        sound,
        (s) =>
          (s.blocks[2] = {
            ...s.blocks[2],
            when: { variable: 'cause', is: ['weather'], isNot: ['no-scan'] },
          }),
      ),
      /for which answers/u,
    ],
    [
      'with capitals in pinyin',
      broken(sound, (s) => ((s['aliases'] as Record<string, string[]>)['pinyin'] = ['WuLiu'])),
      /plain small letters/u,
    ],
    [
      'with a text and a tone',
      broken(sound, (s) => (s.blocks[1] = { ...s.blocks[1], text: texts(s.blocks[2]) })),
      /either shared, or text/u,
    ],
  ])('%s', (_, value, message) => {
    expect(complaints(sound)).toBe('');
    expect(complaints(value)).toMatch(message);
  });

  it.each([
    [
      'a variable nobody declared',
      broken(sound, (s) => (s['variables'] = ['orderId'])),
      /not declared/u,
    ],
    [
      'a variable nobody uses',
      broken(sound, (s) => (s['variables'] = [...sound.variables, 'currency'])),
      /no text uses it/u,
    ],
    [
      'a shared block that is not there',
      broken(sound, (s) => (s.blocks[0] = { id: 'greeting', kind: 'greeting', shared: 'hello' })),
      /no shared block/u,
    ],
    [
      'a part for an answer nobody offers',
      broken(
        sound,
        (s) => (s.blocks[2] = { ...s.blocks[2], when: { variable: 'cause', is: ['nothing'] } }),
      ),
      /not offered/u,
    ],
    [
      'a day that is neither promise nor fact',
      broken(sound, (s) => {
        s['variables'] = [...sound.variables, { name: 'until', type: 'date' }];
      }),
      /a day is a promise/u,
    ],
    [
      'a figure without bounds',
      broken(sound, (s) => {
        s['variables'] = [...sound.variables, { name: 'boxes', type: 'number', example: 2 }];
      }),
      /has bounds/u,
    ],
    [
      'a buyer’s name where everybody reads',
      broken(sound, (s) => (s['public'] = true)),
      /does not ask for buyerName/u,
    ],
  ])('together with the shared parts: %s', (_, value, message) => {
    expect(scriptProblems(value as unknown as Script, parts).join('\n')).toMatch(message);
  });
});

describe('the shared parts are refused', () => {
  const says = (change: (copy: { locales: Record<string, unknown> }) => void) => {
    const copy = structuredClone(parts) as unknown as { locales: Record<string, unknown> };
    change(copy);
    return (scriptPartsSchema.safeParse(copy).error?.issues ?? [])
      .map(({ message }) => message)
      .join('\n');
  };
  it('with a locale without a region, or of another language', () => {
    expect(says(() => undefined)).toBe('');
    for (const list of [['pl'], ['de-DE'], ['pl-PL', 'pl-u-ca-buddhist']])
      expect(says((copy) => (copy.locales['pl'] = list))).toMatch(/regional forms of pl/u);
  });
});

describe('a guard file is refused', () => {
  const rule = content.collection<GuardRule>('guards').get('pressure') as GuardRule;
  const says = (value: unknown) =>
    (guardSchema.safeParse(value).error?.issues ?? []).map(({ message }) => message).join('\n');

  it.each([
    ['without patterns', { ...rule, patterns: undefined }, /needs patterns/u],
    [
      'without a rule to quote',
      { ...rule, rules: { ozon: 'ozon.chat.forbidden' } },
      /rule to quote/u,
    ],
    ['without a reason in Chinese', { ...rule, why: { en: 'Because.' } }, /expected string/u],
    ['with an unknown key', { ...rule, colour: 'red' }, /Unrecognized key/u],
  ])('%s', (_, value, message) => {
    expect(says(rule)).toBe('');
    expect(says(value)).toMatch(message);
  });
});
