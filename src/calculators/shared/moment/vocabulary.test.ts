import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMoment, readDay, readWorkHours, readZone } from '../parse-moment.ts';
import { setTemporal } from '../time.ts';
import { knowEveryWord, momentLanguages, momentWords } from './every-word.ts';
import { forgetWords, giveWords, whenWordsLack } from './vocabulary.ts';

setTemporal(Temporal);
const asOf = '2026-11-21T22:00:00Z';

/** Every text that the tests of the readers hold, read from their files. */
const folder = import.meta.dirname;
const files = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts') && name !== 'vocabulary.test.ts')
    .map((name) => join(folder, name)),
  join(folder, '../parse-moment.test.ts'),
];
const notations = [
  ...new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'([^'\\\n]+)'/g)].map(([, text = '']) => text),
    ),
  ),
];
const phrases = momentWords().flatMap(([, texts]) => texts.split('|'));
const texts = [
  ...notations,
  ...[...notations, ...phrases].map((text) => `2026-11-20 23:15 ${text}`),
  ...phrases,
];

const readAll = (text: string) => [
  parseMoment(text, { zone: 'Asia/Tokyo', asOf }),
  readDay(text, { asOf }),
  readZone(text),
  readWorkHours(text),
];
const waits = (read: { kind: string }) => 'why' in read && read.why === 'words-missing';

const full = new Map<string, ReturnType<typeof readAll>>();
beforeAll(() => {
  forgetWords();
  knowEveryWord();
  for (const text of texts) full.set(text, readAll(text));
});
// Other tests share the words, and count on all of them.
afterAll(() => {
  forgetWords();
  knowEveryWord();
});

const start = (languages: readonly string[], lacks: () => void = () => undefined) => {
  forgetWords();
  giveWords(momentWords(languages, true));
  whenWordsLack(lacks);
};

describe('a reader with the words of a part of the languages', () => {
  it('is asked about every notation and every word', () => {
    expect(files.length).toBeGreaterThanOrEqual(7);
    expect(notations.length).toBeGreaterThan(900);
    expect(phrases.length).toBeGreaterThan(1800);
    expect(momentLanguages).toHaveLength(9);
  });

  // What pages open with: their own language, and a buyer's.
  it.each([['en'], ['zh'], ['en', 'ru'], ['zh', 'pt']])(
    'of %s %s answers as with all of them, or waits; then it reads the same',
    (...languages) => {
      let asked = 0;
      start(languages.filter(Boolean), () => (asked += 1));
      let waiting = 0;
      for (const text of texts) {
        const before = asked;
        const read = readAll(text);
        read.forEach((one, i) => {
          if (!waits(one)) expect(one, text).toEqual(full.get(text)?.[i]);
        });
        const lacking = read.filter(waits).length;
        waiting += lacking;
        expect(asked > before, text).toBe(lacking > 0);
      }
      expect(waiting).toBeGreaterThan(100);
      giveWords(momentWords(), true);
      for (const text of notations) expect(readAll(text), text).toEqual(full.get(text));
      // Every word is here: whatever is still not known is refused by its name.
      expect(parseMoment('2026-11-20 foobar', { zone: 'UTC', asOf })).toMatchObject({
        why: 'unknown-word',
      });
    },
  );

  it.each(momentLanguages)('of %s alone waits for no word of its own', (language) => {
    forgetWords();
    giveWords(momentWords([language]));
    const own = momentWords([language]).flatMap(([, words]) => words.split('|'));
    expect(own.length).toBeGreaterThan(150);
    for (const text of own)
      // What is no moment with all words, either, may hold an unknown word: “am vormittag” is no clock.
      if (full.get(text)?.[0]?.kind !== 'unreadable')
        expect(waits(parseMoment(text, { zone: 'UTC', asOf })), text).toBe(false);
  });

  it.each([
    ['en', 'Nov 20, 2026 11:15 PM PST', '2026-11-21T07:15:00Z'],
    ['en', 'Dispute opened on 20 November 2026 at 23:15 Moscow time', '2026-11-20T20:15:00Z'],
    ['en', '4d 12h left', '2026-11-26T10:00:00Z'],
    ['zh', '2026年11月20日 晚上11:15 北京时间', '2026-11-20T15:15:00Z'],
    ['zh', '剩余4天12小时', '2026-11-26T10:00:00Z'],
    ['ru', '20 ноября 2026 г. 23:15 МСК', '2026-11-20T20:15:00Z'],
  ])('of plain moments in %s reads %s at once', (language, text, at) => {
    start([language]);
    expect(parseMoment(text, { zone: 'UTC', asOf }).readings.map((one) => one.at)).toEqual([at]);
  });

  it('never answers another meaning for words put together', () => {
    const some = fc.array(fc.constantFrom(...phrases, '20', '23:15', '2026', '4 ', '9-18', ','), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        some,
        fc.subarray([...momentLanguages], { minLength: 1, maxLength: 3 }),
        (words, languages) => {
          const text = words.join(' ');
          start(languages);
          const part = readAll(text);
          forgetWords();
          knowEveryWord();
          const whole = readAll(text);
          part.forEach((one, i) => {
            if (!waits(one)) expect(one, text).toEqual(whole[i]);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads figures before any words were given', () => {
    forgetWords();
    const read = (text: string) => parseMoment(text, { zone: 'UTC', asOf });
    expect(read('2026-11-20 23:15').readings[0]?.at).toBe('2026-11-20T23:15:00Z');
    expect(read('20 Nov 2026 23:15')).toMatchObject({ why: 'words-missing' });
  });
});
