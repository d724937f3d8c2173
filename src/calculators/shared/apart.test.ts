import { expect, it } from 'vitest';
import { apart } from './apart.ts';

it.each(['', 'Zoë 27', '阿莉', '👩‍👩‍👧‍👦'])('leaves %j, which turns nothing, as it is', (text) => {
  expect(apart(text)).toBe(text);
});

it.each([
  ['مريم', '\u2068مريم\u2069'],
  // An override that is never ended ends with what sets it apart (UAX #9, rule X6a).
  ['\u202eabc', '\u2068\u202eabc\u2069'],
  // One that would end it before its end is left out.
  ['\u05d0\u2069 + 1', '\u2068\u05d0 + 1\u2069'],
])('sets %j apart', (text, told) => {
  expect(apart(text)).toBe(told);
});
