import { join } from 'node:path';
import { expect } from 'vitest';
import { openContent } from '../../cli-content.ts';
import { guardOf } from '../../reply-guard/index.ts';
import { readDay } from '../../shared/parse-moment.ts';
import { calculate, type Reply } from '../index.ts';
import { libraryOf } from '../tool.ts';

/** A case that can be sent, and what becomes of it when one thing is another. */
export const content = openContent(join(import.meta.dirname, '../../../content'));
export const library = libraryOf(content);
export const check = guardOf(content);
const messages = content.messages();
const asOf = '2026-11-29T06:00:00Z';

export const sound = {
  situation: 'offer-partial-refund',
  language: 'ru',
  platform: 'aliexpress',
  vars: {
    buyerName: 'Анна',
    orderId: '8123456789012345',
    item: 'лампа',
    cause: 'packing-weak',
    amount: '12.50',
    currency: 'USD',
    date: '2026-12-05',
    shop: 'Bright Home',
  } as Record<string, string | number>,
};
export const run = (vars: object, rest: object = {}) =>
  calculate({ ...sound, ...rest, vars: { ...sound.vars, ...vars } }, library, check, asOf, {
    today: asOf.slice(0, 10),
    read: readDay,
  });
/** Keys of what is wrong, by path; each has a sentence. */
export const problems = (vars: object, rest: object = {}): Record<string, string> => {
  const result = run(vars, rest);
  if (result.kind !== 'invalid') return { kind: result.kind };
  for (const { key } of result.issues) expect(messages[key], key).toBeTruthy();
  return Object.fromEntries(
    result.issues.map(({ path, key }) => [
      path,
      key.replace(/^tool\.(?:reply-script\.error\.)?/u, ''),
    ]),
  );
};
export const reply = (vars: object, rest: object = {}): Reply => {
  const result = run(vars, rest);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
};
