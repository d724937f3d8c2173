import { describe, expect, it } from 'vitest';
import { datingText, publishedText, supersededText, type Say } from './dating.ts';
import { translate } from './strings.ts';

const say =
  (language: 'en' | 'zh-CN'): Say =>
  (key, values) =>
    translate(language, `tool.common.${key}`, values);

describe('how a source is dated', () => {
  const copy = { publishedOn: '2022-07', checkedOn: '2026-11-21' };
  it.each([
    [
      copy,
      'published 2022-07, read in an archived copy on 2026-11-21',
      '2022-07发布，2026-11-21读于存档副本',
    ],
    [
      { ...copy, publishedOn: null },
      'undated copy, read in an archived copy on 2026-11-21',
      '无日期副本，2026-11-21读于存档副本',
    ],
    [
      { ...copy, isLive: true },
      'published 2022-07, read on 2026-11-21',
      '2022-07发布，2026-11-21读取',
    ],
    [
      { ...copy, publishedOn: null, isLive: true },
      'undated, read on 2026-11-21',
      '未注日期，2026-11-21读取',
    ],
    [{ publishedOn: null }, 'undated copy', '无日期副本'],
  ])('%j', (dated, english, chinese) => {
    expect(datingText(say('en'), 'en', dated)).toBe(english);
    expect(datingText(say('zh-CN'), 'zh-CN', dated)).toBe(chinese);
    expect(english.startsWith(publishedText(say('en'), dated))).toBe(true);
  });

  it('says what stands in the place of a rule, and nothing of one that nothing replaced', () => {
    expect(supersededText(say('en'), 'the promised delivery time')).toBe(
      'superseded by the promised delivery time; the day it ended was not found',
    );
    expect(supersededText(say('zh-CN'), '限时达')).toBe('已被限时达取代，哪天失效没有查到');
    expect(supersededText(say('en'), undefined)).toBe('');
  });
});
