import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { createGuard, type GuardParts, type GuardRule } from './index.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const all = content.collection<GuardRule>('guards');
const parts = content.collection<GuardParts>('guard-parts').get('shared') as GuardParts;
const guardOf = (id: string) => createGuard([all.get(id) as GuardRule], parts);
const [title, odd, talk] = ['title-field', 'odd-name', 'sentence-field'].map(guardOf);

const field = (
  check: ReturnType<typeof guardOf> | undefined,
  text: string,
  what: 'name' | 'person',
) =>
  check?.({ platform: 'aliexpress', language: 'en', gloss: 'en', text, field: what }).map(
    ({ start, end }) => text.slice(start, end),
  );

describe('a title without a name', () => {
  it.each(
    'Dear|Mr|Dear Mr.|Hi Mrs|Sr.|Señora|Senhor|Monsieur|Frau|Sehr geehrter Herr|Pan|Państwo|Г-н|Госпожа|Уважаемый господин|您好|先生|亲爱的 女士|선생님|my friend|Sir or Madam|Mr and Mrs|ma’am|Guten Tag'.split(
      '|',
    ),
  )('is nobody: %s', (text) => {
    expect(field(title, text, 'person')).toEqual([text]);
  });

  it.each(['Mr Smith', 'Anna', 'Dear Anna', '12', '...'])('is not: %s', (text) => {
    expect(field(title, text, 'person')).toEqual([]);
  });
});

describe('what is hardly the name of a person', () => {
  it.each([
    // Masked, with figures or marks.
    'r***u',
    'anna83',
    'Anna!',
    '@anna',
    'Anna_K',
    '*Anna',
    // Initials alone.
    'A. B.',
    'A',
    'А. Б.',
    'J.K.',
    'A B',
    // A full stop that shortens nothing, and what a Korean greeting adds itself.
    'Anna.',
    'Mr.',
    '김민수님',
    '김민수씨',
    // One letter over and over.
    'aaa',
    'Xx',
    'яя',
    // With a greeting.
    'Dear Anna',
    'Hallo Jan',
    'Уважаемая Ольга',
  ])('%s', (text) => {
    expect(field(odd, text, 'person')).toEqual([text]);
  });

  it.each([
    'Anna',
    'Anna Kowalska',
    'Anna K.',
    'John Smith Jr.',
    'John Smith Sr.',
    'john smith jr.',
    'J. R. R. Tolkien',
    'Anne-Marie',
    "O'Neil",
    'O’Neil',
    'Оʼлег',
    'Ольга Петрова',
    '김민수',
    '王芳',
    'Bob',
    'Ann',
    'Ана де ла Крус',
    'Anna Dear',
    'e\u0301va',
  ])('but may be: %s', (text) => {
    expect(field(odd, text, 'person')).toEqual([]);
  });
});

describe('more said than a name says', () => {
  it.each([
    // A sentence ends and another begins.
    'lamp. We are on it',
    'lamp! Thank you much',
    'lamp? Not my own',
    'lamp… and so on',
    'lamp; and so on',
    'lamp." And so on',
    'lamp.” And so on',
    'lamp.) And so on',
    'lamp.’ And so on',
    'lamp.» And so on',
    'lamp.  And  so on',
    'the red one. Not yours at all',
    '灯。好',
    '灯！好',
    '灯？好',
    '灯；好',
    // What only a reply says.
    'lamp, refunded',
    'lamp was sent',
    '환불',
  ])('%s', (text) => {
    expect(field(talk, text, 'name')).toEqual([text]);
    expect(field(talk, text, 'person')).toEqual([text]);
  });

  it.each([
    'desk lamp',
    'desk lamp.',
    'lamp. Red',
    'lamp.Red and blue',
    'lamp 3.5 and more',
    // Short for a word, or a name of three letters.
    'charger incl. cable and plug',
    'cable approx. two metres long',
    'lamp max. forty watts strong',
    'lamp vers. two for kitchens',
    'кабель компл. с лампой новой',
    'лампа арт. сто два белая',
    'лампа цв. белый или чёрный',
    'box no. five and six',
    'St. Anna of Padua',
    'Dr. Anna von Berg',
    'Jan. Anna von Berg',
    'lamp 12. and so on',
    '。灯',
  ])('but may be a name: %s', (text) => {
    expect(field(talk, text, 'name')).toEqual([]);
  });
});
