import { getCollection } from 'astro:content';
import { loadBook, ruleAddress } from '@/book.ts';
import { withTables, type GuardParts, type GuardRule } from '@/calculators/reply-guard/index.ts';
import { glossLanguages, type GlossLanguage } from '@/calculators/reply-script/index.ts';
import { loadScripts } from '@/components/content/scripts/load.ts';
import { folderOf } from '@/language.ts';
import { packOf, type Pack } from '@/packs.ts';
import { stringsFor } from '@/strings.ts';
import { momentWordsFor } from '../shared/packs.ts';
import { takeApart } from './apart.ts';
import { EXAMPLE, namesOf } from './library.ts';
import { LATER_TEXTS } from './words.ts';

/** Said by the command line, or by tools that give reasons. */
const ELSEWHERE =
  /^tool\.(?:reply-(?:script|guard)\.(?:help\.|explain\.(?!limits$))|common\.(?:why|as-of$|dated|superseded))/;

async function make() {
  const { parts, scripts } = await loadScripts();
  const { ruleBook } = await loadBook();
  const guards = (await getCollection('guards')).map(({ data }) => withTables(data as GuardRule));
  guards.sort((a, b) => a.id.localeCompare(b.id));
  const guardParts = (await getCollection('guardParts'))[0]?.data as GuardParts | undefined;
  if (!guardParts) throw new Error('The parts all guard rules share are missing.');
  const { pageIn, restIn, aboutIn, guard, whyIn, texts, guardWords, guardLater } = takeApart({
    parts,
    scripts,
    guards,
    guardParts,
    cite: (id, language) => {
      const rule = ruleBook.get(id);
      if (!rule)
        throw new Error(`A script or a guard rests on the rule "${id}", which does not exist.`);
      return { label: rule.label[language], address: ruleAddress(folderOf(language), rule) };
    },
  });
  const packsOf = (name: string, contents: readonly (readonly [string, unknown])[]) =>
    Object.fromEntries(
      contents.map(([language, content]): [string, Pack] => [
        language,
        packOf(`reply.${name}${language}`, content),
      ]),
    );
  const byGloss = (name: string, contentIn: (language: GlossLanguage) => unknown) =>
    packsOf(
      name,
      glossLanguages.map((language) => [language, contentIn(language)]),
    );
  const textsIn = (language: GlossLanguage) =>
    Object.entries(
      stringsFor(
        language,
        'tool.reply-script.',
        'tool.reply-guard.',
        'tool.moment.day.',
        'tool.moment.words-missing',
        'tool.number.',
        'tool.common.',
      ),
    ).filter(([key]) => !ELSEWHERE.test(key));
  return {
    pageIn,
    stringsIn: (language: GlossLanguage) =>
      Object.fromEntries(textsIn(language).filter(([key]) => !LATER_TEXTS.test(key))),
    refusals: byGloss('refusals.', (language) => ({
      strings: Object.fromEntries(textsIn(language).filter(([key]) => LATER_TEXTS.test(key))),
    })),
    names: packOf('reply.names', namesOf(scripts)),
    // Of those the example and both kinds of readers write; others come when a day is written in one.
    days: packOf('reply.days', momentWordsFor(EXAMPLE.language, ...glossLanguages)),
    guard: packOf('reply.guard', guard),
    guardOfExample: packOf(`reply.guard.${EXAMPLE.language}`, {
      ...guard,
      words: guardWords[EXAMPLE.language],
    }),
    /** By the language of the page: all situations without their texts, what stands behind them, what a warning says. */
    rest: byGloss('all.', restIn),
    about: byGloss('about.', aboutIn),
    why: byGloss('why.', whyIn),
    packs: packsOf('', Object.entries(texts)),
    guardWords: packsOf('words.', Object.entries(guardWords)),
    guardLater: packsOf('understands.', Object.entries(guardLater)),
  };
}

let made: ReturnType<typeof make> | undefined;

/** The library of replies taken apart by language, once a build. */
export const replyData = () => (made ??= make());

/** What the endpoint of packs writes for this tool. */
export const packs = async (): Promise<Pack[]> => {
  const data = await replyData();
  const { names, days, guard, rest, about, why, refusals, packs: texts } = data;
  const { guardWords, guardLater, guardOfExample } = data;
  return [
    names,
    days,
    guard,
    guardOfExample,
    ...[rest, about, why, refusals, texts, guardWords, guardLater].flatMap(Object.values<Pack>),
  ];
};
