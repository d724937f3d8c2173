import type { Language } from './rule.ts';

/** Platforms whose buyers read a language replies are explained in: there the meaning is what is sent. */
const BUYERS_READ: ReadonlyMap<string, Language> = new Map([['taobao', 'zh-CN']]);

export const buyersRead = (platform: unknown): Language | undefined =>
  BUYERS_READ.get(String(platform));
