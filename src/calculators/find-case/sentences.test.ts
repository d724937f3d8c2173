import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { loadTemporal } from '../shared/time.ts';
import { cueLanguages } from './languages.ts';
import { readerOf } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const ASKED = '2026-11-21T00:00:00Z';

interface Sentence {
  language: string;
  /** The situation a person chose; `none` where nothing fits. */
  wanted: string;
  text: string;
}

const sentencesOf = (file: string): Sentence[] =>
  Object.entries(
    parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Record<string, string[]>,
  ).flatMap(([language, lines]) =>
    lines.map((line) => {
      const at = line.indexOf(' | ');
      return { language, wanted: line.slice(0, at), text: line.slice(at + 3) };
    }),
  );

await loadTemporal();
const read = readerOf(content);
const found = ({ text }: Sentence): string[] => {
  const result = read({ text }, ASKED);
  if (result.kind !== 'ok') throw new Error(`“${text}” was not read.`);
  return result.candidates.map(({ situation }) => situation);
};

/** How many of them are found first, and among the first three. */
function rates(sentences: readonly Sentence[]) {
  const asked = sentences.filter(({ wanted }) => wanted !== 'none');
  const all = asked.map((one) => ({ one, situations: found(one) }));
  const share = (test: (each: (typeof all)[number]) => boolean) =>
    all.filter(test).length / all.length;
  return {
    first: share(({ one, situations }) => situations[0] === one.wanted),
    three: share(({ one, situations }) => situations.includes(one.wanted)),
    missed: all
      .filter(({ one, situations }) => !situations.includes(one.wanted))
      .map(({ one, situations }) => `${one.wanted}: ${one.text} (${situations.join(', ')})`),
  };
}

const tuned = sentencesOf('buyer-sentences.yaml');
const heldOut = sentencesOf('held-out.yaml');
const scripts = content.collection('scripts');

describe('sentences of buyers', () => {
  it('are many in each of nine languages, none twice, each with a situation that has a reply', () => {
    for (const sentences of [tuned, heldOut]) {
      const texts = sentences.map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      for (const { wanted } of sentences)
        expect(wanted === 'none' || scripts.has(wanted), wanted).toBe(true);
    }
    expect(tuned.length).toBeGreaterThanOrEqual(200);
    expect(heldOut.length).toBeGreaterThanOrEqual(60);
    for (const language of cueLanguages) {
      const own = tuned.filter((one) => one.language === language);
      expect(own.filter(({ wanted }) => wanted !== 'none').length, language).toBeGreaterThan(40);
      expect(own.filter(({ wanted }) => wanted === 'none').length, language).toBeGreaterThan(5);
    }
    const apart = new Set(tuned.map(({ text }) => text));
    expect(heldOut.filter(({ text }) => apart.has(text))).toEqual([]);
  });

  it.each(cueLanguages)('lead to their situation in %s', (language) => {
    const { first, three, missed } = rates(tuned.filter((one) => one.language === language));
    expect(first, missed.join('\n')).toBeGreaterThanOrEqual(0.8);
    expect(three, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('lead to their situation where the words were not made for them', () => {
    const { first, three, missed } = rates(heldOut);
    expect(first, missed.join('\n')).toBeGreaterThanOrEqual(0.7);
    expect(three, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('lead nowhere where they ask and complain of nothing, and the reason is named', () => {
    const none = tuned.filter(({ wanted }) => wanted === 'none');
    expect(none.length).toBeGreaterThan(60);
    const wrong = none.filter((one) => found(one).length > 0);
    expect(wrong).toEqual([]);
    for (const { text } of none)
      expect(read({ text }, ASKED), text).toMatchObject({
        why: expect.stringMatching(/^(courtesy|no-words|nothing-known|too-little)$/),
      });
  });

  it('name the words that decided, as they stand in the text', () => {
    for (const { text } of tuned) {
      const result = read({ text }, ASKED);
      if (result.kind !== 'ok') throw new Error(text);
      for (const { words, at, score } of result.candidates) {
        expect(words.length).toBeGreaterThan(0);
        expect(at.map(([from, to]) => text.slice(from, to))).toEqual(words);
        expect(score).toBeGreaterThanOrEqual(4);
      }
    }
  });

  it('are read alike in capitals, with white space around, and line by line', () => {
    for (const one of tuned.filter(({ language }) => ['en', 'ru', 'de'].includes(language))) {
      expect(found({ ...one, text: `\n  ${one.text}  \n` })).toEqual(found(one));
      const shouted = { ...one, text: one.text.toUpperCase() };
      expect(found(shouted)[0], one.text).toBe(found(one)[0]);
    }
  });
});
