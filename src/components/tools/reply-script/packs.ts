import { getCollection } from 'astro:content';
import {
  guardLanguages,
  splitGuards,
  type GuardParts,
  type GuardRule,
} from '@/calculators/reply-guard/index.ts';
import { glossLanguages, textLanguages } from '@/calculators/reply-script/index.ts';
import { takeTexts } from '@/calculators/shared/pack.ts';
import { loadScripts } from '@/components/content/scripts/load.ts';
import { packOf, type Pack } from '@/packs.ts';
import { namesOf, type LanguagePack } from './library.ts';

async function make() {
  const { rest, texts } = takeTexts(await loadScripts(), textLanguages);
  const rules = (await getCollection('guards')).map(({ data }) => data as GuardRule);
  rules.sort((a, b) => a.id.localeCompare(b.id));
  const parts = (await getCollection('guardParts'))[0]?.data as GuardParts | undefined;
  if (!parts) throw new Error('The parts all guard rules share are missing.');
  const { base, words } = splitGuards(rules, parts, guardLanguages);
  const warnings = takeTexts(base, glossLanguages);
  const languages: Record<string, LanguagePack> = Object.fromEntries(
    textLanguages.map((language) => [
      language,
      {
        texts: texts[language] ?? [],
        guard: words[language] ?? {},
        ...(warnings.texts[language] ? { warnings: warnings.texts[language] } : {}),
      },
    ]),
  );
  return {
    /** Scripts and what they share, without the texts in the buyers' languages. */
    structure: rest,
    guard: warnings.rest,
    languages,
    names: packOf('reply.names', namesOf(rest.scripts)),
    packs: Object.fromEntries(
      Object.entries(languages).map(([language, content]): [string, Pack] => [
        language,
        packOf(`reply.${language}`, content),
      ]),
    ),
  };
}

let made: ReturnType<typeof make> | undefined;

/** The library of replies taken apart by language, once a build. */
export const replyData = () => (made ??= make());

/** What the endpoint of packs writes for this tool. */
export const packs = async (): Promise<Pack[]> => {
  const data = await replyData();
  return [data.names, ...Object.values(data.packs)];
};
