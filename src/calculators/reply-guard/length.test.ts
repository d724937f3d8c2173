import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { guardPlatforms, type GuardResult, type GuardToolInput } from './index.ts';
import { tool } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const read = (input: GuardToolInput) => {
  const result = tool.run(input, content, '2026-11-29T00:00:00Z') as GuardResult;
  if (result.kind !== 'ok') throw new Error(result.kind);
  return result;
};
const sentence = 'The parcel is on its way. ';
const long = (length: number) => sentence.repeat(100).slice(0, length - 1) + '.';

describe('the length of a reply of one’s own', () => {
  it('is held against the limit of the platform, as that of a written one is', () => {
    const { limit, length, warnings, usedRules } = read({ platform: 'ozon', text: long(1520) });
    expect({ limit, length }).toEqual({ limit: 1000, length: 1520 });
    expect(warnings).toMatchObject([
      { guard: 'message-length', ruleId: 'ozon.chat.length', start: 1000, end: 1520 },
    ]);
    expect(usedRules).toEqual(['ozon.chat.length']);
  });

  it('may be all that fits, and one character more is marked alone', () => {
    expect(read({ platform: 'ozon', text: long(1000) }).warnings).toEqual([]);
    expect(read({ platform: 'ozon', text: long(1001) }).warnings).toMatchObject([
      { start: 1000, end: 1001 },
    ]);
  });

  it('counts a character outside the basic plane once, and marks a place in the string', () => {
    const text = '🙂'.repeat(999) + 'ab';
    const found = read({ platform: 'ozon', text }).warnings.filter(
      ({ guard }) => guard === 'message-length',
    );
    expect(found).toMatchObject([{ start: 1999, end: 2000, places: [{ start: 1999, end: 2000 }] }]);
  });

  it('has no limit where no figure was found', () => {
    for (const platform of guardPlatforms.filter((each) => each !== 'ozon')) {
      const { limit, warnings, usedRules } = read({ platform, text: long(1520) });
      expect({ limit, warnings, usedRules }, platform).toEqual({
        limit: null,
        warnings: [],
        usedRules: [],
      });
    }
  });

  it('is told in the language of the warnings', () => {
    const [found] = read({ platform: 'ozon', gloss: 'zh-CN', text: long(1520) }).warnings;
    expect(found?.message).toContain('Ozon聊天');
  });
});
