import { openContent } from '@/calculators/cli-content.ts';
import { packOf, type Pack } from '@/packs.ts';
import { examPack } from './exam-pack.ts';
import type { ExercisePack } from './own-page.ts';
import { allExercises, sliceForAll } from './plan-of.ts';

let made: Promise<Pack> | undefined;

/**
 * Every exercise and what all of them are solved with: whoever runs a plan of one's own fetches all, so
 * that no address tells which exercises the plan holds.
 */
export function everyExercise(): Promise<Pack> {
  made ??= (async () => {
    const exercises = [...(await allExercises()).values()];
    const asOf = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const slice = await sliceForAll(exercises, openContent('src/content'), asOf);
    return packOf('workshop.exercises', { exercises, slice } satisfies ExercisePack);
  })();
  return made;
}

/** What the endpoint of packs writes for the workshops. */
export const packs = (): Promise<Pack[]> =>
  Promise.all([everyExercise(), examPack('en'), examPack('zh-CN')]);
