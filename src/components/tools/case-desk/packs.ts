import { getCollection, getEntry } from 'astro:content';
import { cueLanguages, type CueRules } from '@/calculators/find-case/index.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { loadScripts } from '@/components/content/scripts/load.ts';
import { packOf, type Pack } from '@/packs.ts';
import { stringsFor } from '@/strings.ts';
import type { FindPage, FindRules } from './work/finding.ts';

const readers: readonly Language[] = ['en', 'zh-CN'];

async function make() {
  const entry = await getEntry('cueRules', 'situations');
  if (!entry)
    throw new Error('The file that says which words speak for which situation is missing.');
  const rules: CueRules = entry.data;
  const { scripts } = await loadScripts();
  const words = new Map((await getCollection('cues')).map(({ data }) => [data.id, data]));
  return {
    rules: Object.fromEntries(
      readers.map((language) => {
        const situations = scripts.map(
          ({ id, title, playbook }): FindRules['situations'][number] => [
            id,
            title[language],
            playbook,
          ],
        );
        const content: FindRules = { rules, situations };
        return [language, packOf(`find.rules.${language}`, content)] as const;
      }),
    ),
    languages: Object.fromEntries(
      cueLanguages.map((language) => [language, packOf(`find.${language}`, words.get(language))]),
    ),
  };
}

let made: ReturnType<typeof make> | undefined;
const data = () => (made ??= make());

/** Where a page in this language fetches what it recognises messages by. */
export async function findPage(language: Language): Promise<FindPage> {
  const { rules, languages } = await data();
  return {
    rules: rules[language]?.address ?? '',
    languages: Object.fromEntries(
      Object.entries(languages).map(([id, { address }]) => [id, address]),
    ),
  };
}

/** Words that only pasted rows, refused amounts and files of deadlines need. */
export const deskMore = (language: Language): Pack =>
  packOf(
    `desk.${language}`,
    stringsFor(
      language,
      'tool.moment.',
      'tool.number.',
      ...['board.', 'moment.', 'reading.', 'file.', 'actor.', 'kind.', 'status.', 'page.zone.'].map(
        (part) => `tool.deadline-planner.${part}`,
      ),
    ),
  );

/** What the endpoint of packs writes for this tool. */
export const packs = async (): Promise<Pack[]> => {
  const { rules, languages } = await data();
  return [...Object.values(rules), ...Object.values(languages), ...readers.map(deskMore)];
};
