import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openContent } from '../cli-content.ts';
import { calculate, guardOf, longestText } from './index.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const check = guardOf(content);

/** A token without a space or an end, the same on every run. */
const token = (length: number) => {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let seed = 11;
  return Array.from({ length }, () => {
    seed = (seed * 48271) % 2147483647;
    return signs[seed % signs.length];
  }).join('');
};
const filled = (unit: string) => (length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const texts: readonly (readonly [what: string, of: (length: number) => string])[] = [
  ['Chinese without an end', filled('包裹正在途中海关查验时间比平时长我们会尽快告诉你结果')],
  ['a forbidden word again and again', filled('paypal ')],
  ['a long word after "not"', (length) => `not ${'a'.repeat(length)}, paypal`],
  ['a token', token],
  ['a command without spaces', filled('sendrefund')],
  ['German verbs in a row', filled('erstattschick')],
  ['mixed alphabets', filled('аaбb')],
  ['spelled letters', filled('a b ')],
  ['addresses', filled('a.b@')],
  ['marks', filled('!?')],
  ['amounts', filled('we refund 12 USD and 12.50 € ')],
  ['days', filled('we refund by 1 November 2026, 01.11.2026 ')],
  ['a language nobody writes in', filled('het pakket is onderweg naar u ')],
  ['half a condition', filled('if you change your review ')],
  ['sentences', filled('Your parcel is on its way and customs is checking it. ')],
];

afterEach(() => {
  vi.restoreAllMocks();
});

/** Characters that all regular expressions together passed over. */
function work(text: string): number {
  const exec = RegExp.prototype.exec;
  let passed = 0;
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, of: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, of);
    passed += (match ? match.index + match[0].length : of.length) - from + 1;
    return match;
  });
  check({ platform: 'aliexpress', language: 'de', text, gloss: 'en', today: '2026-11-29' });
  vi.restoreAllMocks();
  return passed;
}

// Every repeat in a pattern has an end (pattern.test.ts), so a step over a character costs a bounded
// amount; here the steps are counted.
describe('the work a text takes', () => {
  it.each(texts)('grows no faster than the text: %s', (_, of) => {
    work(of(400));
    const small = work(of(1500));
    const large = work(of(6000));
    expect(small).toBeGreaterThan(1500);
    expect(large / small).toBeLessThan(4.4);
  });
});

describe('a text that is too long', () => {
  it('is refused in words, one that is just short enough is read', () => {
    const asked = (length: number) =>
      calculate({ text: 'x'.repeat(length) }, () => [], '2026-11-21T00:00:00Z');
    expect(asked(longestText).kind).toBe('ok');
    expect(asked(longestText + 1)).toEqual({
      kind: 'invalid',
      issues: [
        { path: 'text', key: 'tool.reply-guard.error.too-long', values: { limit: longestText } },
      ],
    });
    expect(content.messages()['tool.reply-guard.error.too-long']).toContain('{limit}');
  });
});
