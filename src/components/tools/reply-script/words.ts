import type { Language } from '@/calculators/shared/rule.ts';
import { createWords as createCommonWords } from '../shared/words.ts';

export const createWords = (language: Language, strings: Readonly<Record<string, string>>) =>
  createCommonWords('reply-script', language, strings);

export type Words = ReturnType<typeof createWords>;
