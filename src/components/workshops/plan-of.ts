import { getCollection, type CollectionEntry } from 'astro:content';
import { folderOf, languages } from '@/language.ts';
import type { Exercise } from '@/calculators/exercise/index.ts';
import type { Content } from '@/calculators/shared/tool.ts';
import type { Slice } from './slice-content.ts';
import { isTree, sliceFor } from './slice.ts';

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

/** Every exercise by its id. */
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
  const joined: {
    rules: Slice['rules'];
    collections: Record<string, Record<string, unknown>>;
    words: Slice['words'];
  } = { rules: {}, collections: {}, words: [] };
  for (const exercise of exercises) {
    const { rules, collections, words } = await sliceOnce(exercise, content, asOf);
    if (words.length > 0) joined.words = words;
    joined.rules = { ...joined.rules, ...rules };
    for (const [name, items] of Object.entries(collections)) {
      const all = (joined.collections[name] ??= {});
      // One exercise may need less of an entry than another: what either needs is kept.
      for (const [id, item] of Object.entries(items)) {
        const there = all[id];
        all[id] = isTree(item) && isTree(there) ? { ...there, ...item } : item;
      }
    }
  }
  return joined;
}
