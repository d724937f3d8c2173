import { getCollection } from 'astro:content';
import { builtOn } from '@/built.ts';
import { loadBook, ruleAddress } from '@/book.ts';
import { openQuestion, placedIn, rulesOf, type ExamFile } from '@/calculators/exam/index.ts';
import type { Language, Rule } from '@/calculators/shared/rule.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { folderOf } from '@/language.ts';
import { packOf, type Pack } from '@/packs.ts';
import { siteContent } from './site-content.ts';
import { sliceOf } from './slice.ts';

const languages: readonly Language[] = ['en', 'zh-CN'];

/** Texts in one language only: a page has no use for the other. */
const inLanguage = (value: unknown, language: Language): unknown => {
  if (Array.isArray(value)) return value.map((each) => inLanguage(each, language));
  if (typeof value !== 'object' || value === null) return value;
  if ('en' in value && 'zh-CN' in value)
    return { [language]: (value as Record<Language, unknown>)[language] };
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, inLanguage(each, language)]),
  );
};

async function make() {
  await loadTemporal();
  const { ruleBook } = await loadBook();
  const files = [...siteContent.collection<ExamFile>('exam').values()];
  const pool = placedIn(files);
  const solved = pool.filter(({ question }) => question.solve);
  const slice = await sliceOf(
    files,
    [...new Set(solved.map(({ question }) => question.solve?.tool ?? ''))],
    siteContent,
    async (ask, seed) => {
      for (const placed of solved)
        await openQuestion(placed, String(seed), { rules: ruleBook, ask, asOf: builtOn });
      return true;
    },
  );
  const titles = new Map((await getCollection('docs')).map(({ id, data }) => [id, data.title]));
  const cited = [...new Set(pool.flatMap(({ question }) => rulesOf(question)))];
  const ruleOf = (id: string): Rule => {
    const rule = ruleBook.get(id);
    if (!rule) throw new Error(`The exam cites the rule "${id}", which does not exist.`);
    return rule;
  };
  return Object.fromEntries(
    languages.map((language) => {
      const folder = folderOf(language);
      const title = (page: string) => {
        const found = titles.get(`${folder}/${page}`);
        if (found === undefined)
          throw new Error(`The exam leads to "${page}", which does not exist.`);
        return found;
      };
      const rules = Object.fromEntries(
        [...new Set([...cited, ...Object.keys(slice.rules)])].map((id) => {
          const { label, rivals, values, platform, topic, unit, confidence, review } = ruleOf(id);
          return [
            id,
            {
              id,
              platform,
              topic,
              unit,
              confidence,
              review,
              values,
              label: { [language]: label[language] },
              rivals: rivals.map(({ value, unit: of, source }) => ({ value, unit: of, source })),
            },
          ];
        }),
      );
      const pack = {
        files: inLanguage(files, language),
        slice: { ...slice, rules },
        pages: Object.fromEntries(
          pool.map(({ question: { playbook } }) => [playbook, title(playbook)]),
        ),
        addresses: Object.fromEntries(cited.map((id) => [id, ruleAddress(folder, ruleOf(id))])),
      };
      return [language, packOf(`exam.${language}`, pack)] as const;
    }),
  ) as Record<Language, Pack>;
}

let made: ReturnType<typeof make> | undefined;

/** The pool in a language, fetched when somebody begins: questions, rules, and what computes figures. */
export const examPack = async (language: Language): Promise<Pack> =>
  (await (made ??= make()))[language];
