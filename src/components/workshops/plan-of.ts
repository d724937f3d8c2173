import { getCollection, type CollectionEntry } from 'astro:content';
import { folderOf, languages } from '@/language.ts';
import type { Exercise } from '@/calculators/exercise/index.ts';
import type { Content } from '@/calculators/shared/tool.ts';
import type { Slice } from './slice-content.ts';
import { joined, sliceFor } from './slice.ts';

type Plan = CollectionEntry<'workshopPlans'>['data'];

/** A page for each plan in each language, for every kind of page a plan has. */
export async function planPaths() {
  const plans = await getCollection('workshopPlans');
  return languages.flatMap((language) =>
    plans.map(({ id, data }) => ({
      params: { lang: folderOf(language), plan: id },
      props: { language, plan: data },
    })),
  );
}

/** Every exercise by its id, in both languages. */
export const allExercises = async (): Promise<ReadonlyMap<string, Exercise>> =>
  new Map(
    (await getCollection('exercises')).map(({ id, data }) => [id, data as Exercise] as const),
  );

/** The exercises of a plan in their order; one that does not exist fails the build. */
export const exercisesOf = (plan: Plan, all: ReadonlyMap<string, Exercise>): Exercise[] =>
  plan.steps.flatMap(({ exercise: id }) => {
    if (id === undefined) return [];
    const found = all.get(id);
    if (!found) throw new Error(`The plan “${plan.id}” has no exercise “${id}”.`);
    return [found];
  });

const slices = new Map<string, Promise<Slice>>();

/** What one exercise is solved with, found once a build. */
export function sliceOnce(exercise: Exercise, content: Content, asOf: string): Promise<Slice> {
  const made = slices.get(exercise.id) ?? sliceFor(exercise, content, asOf);
  slices.set(exercise.id, made);
  return made;
}

/** What several exercises are solved with, each entry once. */
export async function sliceForAll(
  exercises: readonly Exercise[],
  content: Content,
  asOf: string,
): Promise<Slice> {
  const each = await Promise.all(exercises.map((exercise) => sliceOnce(exercise, content, asOf)));
  return joined(exercises, each, content);
}
