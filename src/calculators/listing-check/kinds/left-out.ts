import {
  findAll,
  findAt,
  inside,
  standsIn,
  textsOf,
  type Asked,
  type Find,
  type Part,
} from '../engine.ts';
import { mayHold, patterns, wordsOf, type Search, type Span } from '../text.ts';
import { isPlural, nounOf } from './count-words.ts';
import { has } from './said.ts';

/** A thing by its noun: the stem of a word, or its last two signs in Chinese. */
interface Noun extends Span {
  part: Part;
  noun: string;
  /** In Chinese, the thing as it was written. */
  name: string;
  isHan: boolean;
}

/** How far from a thing the word may stand that says whether it comes along. */
const NEAR = 40;
/** Nobody says more often that something is not included. */
const MOST = 20;
/** “SD memory card not included” names no longer things. */
const WORDS = 3;

const CLAUSE = /[.,;，；。、!?！？()（）|\n]/u;
const SENTENCE = /^.*[.;；。!?！？()（）|\n]/su;
/** Between a thing and what is said of it. */
const BE = /^(?:is|are|was|were|also|it|this|your|its|также|тоже)$/u;

/** The thing a clause ends with, or begins with. */
function nounAt(part: Part, { start, end }: Span, isLast: boolean, small: ReadonlySet<string>) {
  const raw = part.text.raw.slice(start, end);
  const clauses = raw.split(CLAUSE);
  const own = (isLast ? clauses.at(-1) : clauses.find((clause) => clause.trim() !== '')) ?? '';
  const from = start + (isLast ? raw.length - own.length : raw.indexOf(own));
  const found = (noun: string, name: string, at: number, length: number): Noun => ({
    part,
    noun,
    name,
    isHan: name !== '',
    start: from + at,
    end: from + at + length,
  });
  if (part.text.has.han) {
    const han = (isLast ? /\p{Script=Han}{2,6}\s*$/u : /^\s*\p{Script=Han}{2,6}/u).exec(own);
    const thing = han?.[0].trim() ?? '';
    return thing.length < 2
      ? null
      : found(thing.slice(-2), thing, own.indexOf(thing), thing.length);
  }
  const words = [...wordsOf({ ...part.text, raw: own, folded: own.toLowerCase(), at: null })];
  if (isLast) words.reverse();
  const begin = words.findIndex(({ word }) => !small.has(word) && !BE.test(word));
  const rest = begin === -1 ? [] : words.slice(begin);
  const border = rest.findIndex(({ word }) => small.has(word));
  const phrase = rest.slice(0, border === -1 ? WORDS : Math.min(WORDS, border));
  const noun = nounOf(isLast ? phrase.reverse() : phrase);
  return noun && found(noun.stem, '', noun.start, noun.end - noun.start);
}

/** Where a thing stands by itself in a part: “camera bag” is no camera. */
function standsAt(
  { text }: Part,
  { noun, name, isHan }: Noun,
  notBehind: string,
  small: Small,
): Span[] {
  if (isHan)
    return findAll(new RegExp(`(?:${name}|${noun})(?!${notBehind})`, 'gu'), text).map(
      ({ span }) => span,
    );
  if (!mayHold(text, noun)) return [];
  const words = wordsOf(text);
  return words.filter(({ word, stem, end }, i) => {
    const next = words[i + 1];
    const goesOn =
      next &&
      /^[ \t]+$/.test(text.raw.slice(end, next.start)) &&
      !small.has(next.word) &&
      !/\d/.test(next.word);
    return stem === noun && (isPlural(word) || !goesOn);
  });
}
type Small = ReadonlySet<string>;

/** Anything that one part promises, and another says is not included or sold separately. */
export function leftOut({ parts, words }: Asked): Find[] {
  const { box } = words.data;
  const texts = textsOf(parts);
  const denials = texts.flatMap((part): Noun[] => {
    // An option without a thing is an option.
    if (part.scope === 'sku') return [];
    const at = (what: Search, isLast: boolean) =>
      findAll(what, part.text)
        .slice(0, MOST)
        .flatMap(({ span: { start, end } }) => {
          const near = isLast
            ? { start: Math.max(0, start - NEAR), end: start }
            : { start: end, end: end + NEAR };
          const noun = nounAt(part, near, isLast, words.small);
          if (!noun) return [];
          return { ...noun, start: Math.min(start, noun.start), end: Math.max(end, noun.end) };
        });
    return [...at(patterns(box.leftOutBehind), true), ...at(patterns(box.leftOut), false)];
  });
  if (denials.length === 0) return [];
  const notBehind = box.partsOf.join('|');
  const promise = patterns(box.promised);
  const inTitle = patterns(box.with);
  const isPromised = (part: Part, { start, end }: Span) =>
    (part.scope === 'attribute' && standsIn(patterns(box.lists), part.name)) ||
    part.part.endsWith('.contains') ||
    has(
      part.scope === 'title' ? inTitle : promise,
      part.text.raw.slice(Math.max(0, start - NEAR), start).replace(SENTENCE, ''),
    ) ||
    has(promise, part.text.raw.slice(end, end + 12).replace(CLAUSE, '\n'));
  const nouns = new Set<string>();
  return denials.flatMap((denied): Find[] => {
    if (nouns.has(denied.noun)) return [];
    nouns.add(denied.noun);
    for (const part of texts) {
      const first = standsAt(part, denied, notBehind, words.small)
        .slice(0, MOST)
        .find(
          (span) =>
            !inside(span, part.fits) &&
            !denials.some((other) => other.part === part && inside(span, [other])) &&
            isPromised(part, span),
        );
      if (!first) continue;
      const other = denied.part.text.raw.slice(denied.start, denied.end);
      return [findAt(part, first, { values: { property: 'box', other, where: denied.part.part } })];
    }
    return [];
  });
}
