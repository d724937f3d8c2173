import { builtOn } from '@/built.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { languages } from '@/language.ts';
import { packOf, type Pack } from '@/packs.ts';
import { siteContent } from './site-content.ts';
import { examPack } from './exam-pack.ts';
import { inOneLanguage } from './one-language.ts';
import type { ExercisePack } from './own-page.ts';
import { allExercises, sliceForAll } from './plan-of.ts';

let made: Promise<Readonly<Record<Language, Pack>>> | undefined;

/**
 * Every exercise and what all of them are solved with: whoever runs a plan of one's own fetches all, so
 * that no address tells which exercises the plan holds.
 */
export async function everyExercise(language: Language): Promise<Pack> {
  made ??= (async () => {
    const exercises = [...(await allExercises()).values()];
    const slice = await sliceForAll(exercises, siteContent, builtOn);
    const pack = (language: Language) =>
      packOf(`workshop.exercises.${language}`, {
        exercises: exercises.map((each) => inOneLanguage(each, language)),
        slice,
      } satisfies ExercisePack);
    return { en: pack('en'), 'zh-CN': pack('zh-CN') };
  })();
  return (await made)[language];
}

/** What the endpoint of packs writes for the workshops. */
export const packs = (): Promise<Pack[]> =>
  Promise.all(languages.flatMap((language) => [everyExercise(language), examPack(language)]));
