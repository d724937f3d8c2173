import { getCollection, getEntry } from 'astro:content';
import { loadBook, ruleAddress } from '@/book.ts';
import {
  flowTexts,
  ruleIdsOf,
  type CalendarFile,
  type Flow,
} from '@/calculators/deadline-planner/index.ts';
import { cite, type CitedRule } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { folderOf } from '@/language.ts';
import { packOf, type Pack } from '@/packs.ts';
import { stringsFor } from '@/strings.ts';
import { momentWordsFor } from '../shared/packs.ts';
import { LATER_TEXTS, type PlannerLater, type PlannerRest } from './content.ts';

const ORDER = ['aliexpress', 'ozon'];
const rank = (platform: string) =>
  ORDER.includes(platform) ? ORDER.indexOf(platform) : ORDER.length;

/** Every kind of case, in the order in which they are offered. */
export async function allFlows(): Promise<Flow[]> {
  const all = (await getCollection('flows')).map(({ data }): Flow => data);
  return all.sort(
    (a, b) => rank(a.platform) - rank(b.platform) || a.platform.localeCompare(b.platform),
  );
}

/** Only files say these. */
const LATER = /^tool\.deadline-planner\.file\.(?!download\.|hint$|coming$|failed$)/;
/** Only the desk says these, of rows that it cannot read. */
const OF_ROWS = /^tool\.deadline-planner\.board\./;

/** The planner's content in one language of the site; texts travel in the language of the page only. */
async function plannerIn(language: Language) {
  const { ruleBook, sourceBook } = await loadBook();
  const folder = folderOf(language);
  const only = (text: { en: string; 'zh-CN': string }) => ({ [language]: text[language] }) as never;
  // Names are told apart by their English form, whatever the language of the page.
  const both = (name: { en: string; 'zh-CN': string }) =>
    language === 'en' ? { en: name.en, 'zh-CN': '' } : name;
  const named = <T extends { name: { en: string; 'zh-CN': string } }>(block: T) => ({
    ...block,
    name: both(block.name),
  });
  const calendars = (await getCollection('calendars')).map(({ data }) => {
    const file = data as CalendarFile;
    return file.id === 'generated' && 'countries' in file
      ? { ...file, note: only(file.note), names: file.names.map(both) }
      : 'off' in file
        ? { ...file, off: file.off.map(named), worked: file.worked.map(named) }
        : file;
  }) as CalendarFile[];
  const shared = await getEntry('flowParts', 'shared');
  if (!shared) throw new Error('The words that kinds of case share are missing.');
  const strings = Object.fromEntries(
    Object.entries(
      stringsFor(
        language,
        'tool.deadline-planner.',
        'tool.moment.',
        'tool.number.',
        'tool.common.',
        'ui.confidence.',
      ),
    ).filter(([key]) => !OF_ROWS.test(key)),
  );
  const laterWords = Object.fromEntries(Object.entries(strings).filter(([key]) => LATER.test(key)));
  const texts = (flows: readonly Flow[]) => flowTexts(flows, shared.data, language);
  /** The words of a kind of case travel as texts. */
  const shown = (flows: readonly Flow[]) =>
    flows.map(({ words: _words, kinds: _kinds, startsAs: _startsAs, names: _names, ...one }) => ({
      ...one,
      zoneNote: one.zoneNote && only(one.zoneNote),
      calendarNote: one.calendarNote && only(one.calendarNote),
    })) as Flow[];
  const rules = (flows: readonly Flow[]): CitedRule[] =>
    [...new Set(flows.flatMap(ruleIdsOf))].map((id) => {
      const rule = ruleBook.get(id);
      if (!rule)
        throw new Error(`A kind of case counts by the rule "${id}", which does not exist.`);
      return cite(rule, sourceBook, language, ruleAddress(folder, rule));
    });
  const flows = await allFlows();
  const rest: PlannerRest = {
    flows: shown(flows),
    rules: rules(flows),
    calendars,
    strings: { ...laterWords, ...texts(flows) },
  };
  return {
    calendars,
    strings: Object.fromEntries(
      Object.entries(strings).filter(([key]) => !LATER.test(key) && !LATER_TEXTS.test(key)),
    ),
    later: packOf(`planner.later.${language}`, {
      strings: Object.fromEntries(Object.entries(strings).filter(([key]) => LATER_TEXTS.test(key))),
      moments: momentWordsFor(language).here,
    } satisfies PlannerLater),
    shown,
    rules,
    texts,
    pack: packOf(`planner.${language}`, rest),
  };
}

const made = new Map<Language, ReturnType<typeof plannerIn>>();

/** As {@link plannerIn}, once a build. */
export function plannerData(language: Language): ReturnType<typeof plannerIn> {
  const there = made.get(language) ?? plannerIn(language);
  made.set(language, there);
  return there;
}

/** What the endpoint of packs writes for this tool. */
export const packs = async (): Promise<Pack[]> =>
  (await Promise.all((['en', 'zh-CN'] as const).map(plannerData))).flatMap(({ pack, later }) => [
    pack,
    later,
  ]);

/** The calendars of the countries a page opens with, in the years around the day of the build. */
export function calendarsToOpenWith(
  files: readonly CalendarFile[],
  countries: ReadonlySet<string>,
  year: number,
): CalendarFile[] {
  const near = (each: number | string) => Math.abs(Number(each) - year) <= 1;
  return files.flatMap((file): CalendarFile[] => {
    if (!('countries' in file)) return countries.has(file.country) && near(file.year) ? [file] : [];
    const found = Object.entries(file.countries)
      .filter(([country]) => countries.has(country))
      .map(([country, entry]) => {
        const years = Object.entries(entry.years).filter(([each]) => near(each));
        return [country, { ...entry, years: Object.fromEntries(years) }] as const;
      });
    const used = [
      ...new Set(
        found.flatMap(([, { years }]) =>
          Object.values(years).flatMap((days) => days.match(/(?<=:)\d+/g) ?? []),
        ),
      ),
    ];
    const numbered = (days: string) =>
      days.replace(/(?<=:)\d+/g, (name) => String(used.indexOf(name)));
    return [
      {
        ...file,
        names: used.flatMap((name) => file.names[Number(name)] ?? []),
        countries: Object.fromEntries(
          found.map(([country, { years, ...entry }]) => [
            country,
            {
              ...entry,
              years: Object.fromEntries(
                Object.entries(years).map(([year, days]) => [year, numbered(days)]),
              ),
            },
          ]),
        ),
      },
    ];
  });
}
