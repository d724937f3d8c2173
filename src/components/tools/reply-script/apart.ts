import {
  guardLanguages,
  splitGuards,
  type GuardParts,
  type GuardRule,
} from '@/calculators/reply-guard/index.ts';
import {
  glossLanguages,
  slice,
  textLanguages,
  type GlossLanguage,
  type Script,
  type ScriptParts,
} from '@/calculators/reply-script/index.ts';
import { takeTexts } from '@/calculators/shared/pack.ts';
import {
  EXAMPLE,
  listed,
  type AboutPack,
  type BareScript,
  type CitedRule,
  type GuardPack,
  type ReplyPage,
  type RestPack,
  type WhyPack,
} from './library.ts';

export interface Whole {
  parts: ScriptParts;
  scripts: readonly Script[];
  guards: readonly GuardRule[];
  guardParts: GuardParts;
  cite: (id: string, language: GlossLanguage) => CitedRule;
}

/** What is said to the agent travels in the page's language only. A copy: the tool puts texts into it. */
function inLanguage<Content>(content: Content, language: GlossLanguage): Content {
  const keep = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(keep);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const isLabel = entries.length === 2 && 'en' in value && 'zh-CN' in value;
    return Object.fromEntries(
      entries.filter(([key]) => !isLabel || key === language).map(([key, v]) => [key, keep(v)]),
    );
  };
  return keep(content) as Content;
}

const bareOf = ({ aliases: _aliases, ...script }: Script): BareScript => script;
const briefOf = ({ aliases: _aliases, commits: _commits, ...script }: Script) => script;

/**
 * The library of replies as a page carries it and as it is fetched: an example whole, the rest without its
 * texts, the texts of each language, what stands behind a reply, what reads replies with the words of
 * each language, and what it says of a find.
 */
export function takeApart({ parts, scripts, guards, guardParts, cite }: Whole) {
  const { rest, texts } = takeTexts({ parts, scripts: scripts.map(briefOf) }, textLanguages);
  const { base, words, later } = splitGuards(guards, guardParts, guardLanguages);
  const warnings = takeTexts(base, glossLanguages);
  const citedIn = (language: GlossLanguage, ids: readonly string[]) =>
    Object.fromEntries([...new Set(ids)].map((id) => [id, cite(id, language)]));
  const limits = parts.limits.map(({ rule }) => rule);
  return {
    /** What the page carries of the library. */
    pageIn: (
      language: GlossLanguage,
    ): Pick<ReplyPage, 'opens' | 'situations' | 'example' | 'parts' | 'rules'> => {
      const opens = [EXAMPLE.language, language];
      const all = new Map(scripts.map((script) => [script.id, script]));
      const small = slice({ parts, scripts: all }, opens);
      const script = small.scripts.get(EXAMPLE.situation);
      if (!script) throw new Error(`There is no script "${EXAMPLE.situation}".`);
      return {
        opens,
        situations: inLanguage(scripts.map(listed), language),
        example: inLanguage(bareOf(script), language),
        parts: inLanguage(small.parts, language),
        rules: citedIn(language, [...script.rules, ...limits]),
      };
    },
    restIn: (language: GlossLanguage): RestPack => inLanguage(rest, language),
    aboutIn: (language: GlossLanguage): AboutPack => ({
      commits: Object.fromEntries(scripts.map(({ id, commits }) => [id, commits[language]])),
      rules: citedIn(
        language,
        scripts.flatMap((script) => script.rules),
      ),
    }),
    guard: { guard: warnings.rest } satisfies GuardPack,
    whyIn: (language: GlossLanguage): WhyPack => ({
      warnings: warnings.texts,
      rules: citedIn(
        language,
        guards.flatMap((rule) => Object.values(rule.rules ?? {})),
      ),
    }),
    texts: Object.fromEntries(textLanguages.map((language) => [language, texts[language] ?? []])),
    guardWords: words,
    guardLater: later,
  };
}
