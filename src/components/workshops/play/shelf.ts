import { getCollection } from 'astro:content';
import { builtOn } from '@/built.ts';
import { knowEveryWord } from '@/calculators/shared/moment/every-word.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { folderOf } from '@/language.ts';
import type { Play } from '@/schemas/play.ts';
import { siteContent } from '../site-content.ts';
import { askThrough } from '../doors.ts';
import { factsOf, type Facts } from './facts.ts';
import type { Shelf } from './page.ts';

const known = new Map<string, Promise<Facts>>();

/** What the tools say of a case on the day of the build, asked once for both languages. */
export async function factsAtBuild(play: Play): Promise<Facts> {
  await loadTemporal();
  knowEveryWord();
  const asked = known.get(play.id) ?? factsOf(play, siteContent, askThrough(siteContent), builtOn);
  known.set(play.id, asked);
  return asked;
}

/** The rulebook and the titles of the handbook in one language. */
export async function shelfOf(language: Language): Promise<Shelf> {
  const folder = folderOf(language);
  const titles = new Map((await getCollection('docs')).map(({ id, data }) => [id, data.title]));
  const rules = siteContent.rules();
  return {
    language,
    folder,
    rule(id) {
      const rule = rules.get(id);
      if (!rule) throw new Error(`A case cites the rule “${id}”, which does not exist.`);
      return rule;
    },
    titleOf(page) {
      const title = titles.get(`${folder}/${page}`);
      if (!title) throw new Error(`A case leads to “${page}”, which is no page.`);
      return title;
    },
  };
}

/** All cases of a kind, easy ones first. */
export async function playsOf(kind: Play['kind']): Promise<Play[]> {
  const collection = kind === 'buyer' ? 'buyers' : 'practice';
  return (await getCollection(collection))
    .map(({ data }) => data as Play)
    .sort((a, b) => a.difficulty - b.difficulty || (a.id < b.id ? -1 : 1));
}

/** What a motive is called in the tool on motives. */
export function motiveName(motive: Play['motive'], language: Language): string {
  const { approach } = siteContent
    .collection<{
      approach: { motive: string; name: Record<Language, string> }[];
    }>('motives')
    .get('buyer-motives') ?? { approach: [] };
  const found = approach.find((each) => each.motive === motive);
  if (!found) throw new Error(`The tool on motives knows no “${motive}”.`);
  return found.name[language];
}

/** The number of a practice order as people write it. */
export const numberOf = ({ id }: Play): string => id.toUpperCase();
