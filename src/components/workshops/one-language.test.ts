import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '@/calculators/cli-content.ts';
import { openCase, solve, type Exercise } from '@/calculators/exercise/index.ts';
import { askThrough } from './doors.ts';
import { inOneLanguage } from './one-language.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const ask = askThrough(content);
const ASKED = '2026-11-21T00:00:00Z';
const all = [...content.collection<Exercise>('exercises').values()];
const HAN = /\p{Script=Han}/u;

describe('an exercise as a page in one language carries it', () => {
  it.each(['en', 'zh-CN'] as const)(
    'is solved and judged as the whole one, %s',
    async (language) => {
      for (const exercise of all) {
        const small = JSON.parse(JSON.stringify(inOneLanguage(exercise, language))) as Exercise;
        const asked = [exercise, small].map((each) => openCase(each, 'K7Q2', 3));
        const [whole, part] = await Promise.all(
          asked.map((one) => solve(one, ask, ASKED, language)),
        );
        const bare = (found: typeof whole) => ({
          ...found,
          mistaken: found?.mistaken.map(({ value }) => value),
        });
        expect(bare(part), exercise.id).toEqual(bare(whole));
      }
    },
  );

  it('says nothing in the other language but what options are judged by', () => {
    for (const exercise of all) {
      const { question, ...told } = inOneLanguage(exercise, 'en');
      const shown = {
        ...told,
        solve: null,
        draw: null,
        mistakes: told.mistakes.map(({ says }) => says),
      };
      expect(JSON.stringify(shown), exercise.id).not.toMatch(HAN);
      const { title, participant, hints } = inOneLanguage(exercise, 'zh-CN');
      expect([title.en, participant.en, hints[0].en], exercise.id).toEqual(['', '', '']);
      expect(participant['zh-CN']).toBe(exercise.participant['zh-CN']);
      if (exercise.kind !== 'reply') expect(JSON.stringify(question), exercise.id).not.toMatch(HAN);
    }
  });
});
