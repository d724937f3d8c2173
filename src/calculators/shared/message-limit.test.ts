import { describe, expect, it } from 'vitest';
import { readLength } from './message-limit.ts';

const limit = (platform: string, characters: number) => ({
  platform,
  characters,
  rule: `${platform}.messages.length`,
  message: { en: `${platform} cuts it`, 'zh-CN': `${platform} 会截断` },
  instead: { en: 'shorten it', 'zh-CN': '缩短' },
});
const LIMITS = [limit('a', 5), limit('b', 3)];
const read = (platform: string, text: string, gloss: 'en' | 'zh-CN' = 'en') =>
  readLength(LIMITS, platform, gloss, text);

describe('the length of a message', () => {
  it('is warned of from one character beyond the limit of its platform', () => {
    expect(read('a', 'abcde')).toEqual({ limit: LIMITS[0], warnings: [] });
    expect(read('a', 'abcdefg')).toEqual({
      limit: LIMITS[0],
      warnings: [
        {
          guard: 'message-length',
          severity: 'advice',
          ruleId: 'a.messages.length',
          start: 5,
          end: 7,
          places: [{ start: 5, end: 7 }],
          message: 'a cuts it',
          instead: 'shorten it',
        },
      ],
    });
  });

  it('is told in the language asked for', () => {
    expect(read('b', 'abcd', 'zh-CN').warnings).toMatchObject([
      { ruleId: 'b.messages.length', start: 3, end: 4, message: 'b 会截断', instead: '缩短' },
    ]);
  });

  it('counts a sign beyond the sixteen bits as one, and marks it by its units', () => {
    expect(read('b', '😀😀😀').warnings).toEqual([]);
    expect(read('b', '😀😀😀a').warnings).toMatchObject([{ start: 6, end: 7 }]);
  });

  it('has no limit where none was found', () => {
    expect(read('c', 'a'.repeat(10_000))).toEqual({ limit: null, warnings: [] });
  });
});
