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
import { fold, overlaps, patterns, type Span } from '../text.ts';
import { propertyOf, saysIn } from './properties.ts';
import { has } from './said.ts';
import { codesIn } from './shapes.ts';

interface ModelOptions {
  /** Names of the attribute that says what the model is. */
  names: readonly string[];
  /** Codes that are no models: alloys, chips, sockets. */
  shared: readonly string[];
}

/** A code as far as two ways of writing it have in common: `DX-500`, `dx 500`. */
const bare = (text: string) => text.replace(/[\s_-]+/gu, '');

/** Letters and figures as a row of kinds: `X300` and `K500` are both a letter and three figures. */
const shapeOf = (code: string) => bare(code).replace(/\p{L}/gu, 'a').replace(/\d/gu, '0');

/** A value that names one model has hardly another word in it. */
const LONGEST = 32;

/** How far behind its maker, or the word, a model stands. */
const BEHIND = 2;

/** Letters a code may be parted from its figures with. */
const SHORT = 3;

interface Code extends Span {
  part: Part;
  code: string;
  /** A model that everybody knows by its name. */
  isSold: boolean;
}

/**
 * The attribute says one model, and the title another that shares no letters with it. Letters and a number
 * may be anything, so it accuses only where both are of one shape, or where the other one stands in the
 * place of a model, behind the maker or the word; everywhere else it asks.
 */
export function otherModel(asked: Asked, { names, shared }: ModelOptions): Find[] {
  const known = propertyOf(asked, 'model');
  if (!known) return [];
  const word = patterns(names);
  const isNoModel = patterns(shared);
  // “iPhone 13 case” names what it fits, with or without a “for”.
  const isAccessory = asked.parts.some(
    ({ scope, text }) => scope === 'title' && standsIn(asked.words.accessory, text),
  );
  const codesOf = (part: Part, isNamed = false): Code[] => {
    const codeAt = (span: Span, isSold: boolean): Code => ({
      start: span.start,
      end: span.end,
      part,
      isSold,
      code: fold(part.text.raw.slice(span.start, span.end)).folded,
    });
    const sold = findAll(asked.words.model, part.text).map(({ span }) => codeAt(span, true));
    const codes = codesIn(part.text).flatMap(({ letters, ...span }) => {
      const one = codeAt(span, false);
      // “Gold 22” is no code, “DX 500” is one.
      const isWord = /\s/.test(one.code) && letters.length > SHORT;
      return isWord ||
        sold.some((known) => overlaps(known, one)) ||
        // “CM500” is a model where the attribute says so.
        (!isNamed && has(known.reader.notLetters, letters)) ||
        standsIn(isNoModel, fold(bare(one.code)))
        ? []
        : [one];
    });
    return [...(isAccessory ? [] : sold), ...codes];
  };
  const named = asked.parts.filter(
    (part) =>
      part.scope === 'attribute' &&
      part.text.raw.length <= LONGEST &&
      saysIn(part, known) &&
      standsIn(word, part.name),
  );
  const [own, ...more] = named.flatMap((part) => codesOf(part, true));
  // A list of models is what the goods come as.
  if (!own || more.length > 0) return [];
  const texts = textsOf(asked.parts);
  const isIn = (part: Part, code: string) => bare(part.text.folded).includes(bare(code));
  // Where a title or an option names the model as well, another code is no other model.
  if (texts.some((part) => part.scope !== 'attribute' && isIn(part, own.code))) return [];
  const others = (part: Part): Code[] =>
    codesOf(part).filter(
      (one) =>
        !inside(one, part.fits) &&
        !inside(one, part.brands) &&
        !texts.some((other) => other.scope === 'attribute' && isIn(other, one.code)),
    );
  const makers = asked.parts.filter((part) => part.scope === 'attribute' && isMaker(part, asked));
  const isPlaced = (one: Code) =>
    [
      ...findAll(word, one.part.text).map(({ span }) => span),
      ...one.part.brands,
      ...(propertyOf(asked, 'brand')?.everyIn(one.part) ?? []),
      ...makers.flatMap(({ text }) => spansOf(one.part, text.folded.trim())),
    ].some(({ end }) => one.start >= end && one.start - end <= BEHIND);
  const inTitle = texts.filter(({ scope }) => scope === 'title').flatMap(others);
  const inText = texts.filter(({ scope }) => scope === 'description').flatMap(others);
  const found =
    inTitle.find(isPlaced) ??
    (inTitle.length === 1 ? inTitle[0] : inTitle.length === 0 ? inText.find(isPlaced) : undefined);
  if (!found) return [];
  return [
    findAt(found.part, found, {
      values: { other: own.part.text.raw.slice(own.start, own.end), where: own.part.part },
      ...(isPlaced(found) ||
      (found.isSold && own.isSold) ||
      shapeOf(found.code) === shapeOf(own.code)
        ? {}
        : { severity: 'advice' }),
    }),
  ];
}

/** An attribute that names the maker. */
function isMaker(part: Part, asked: Asked): boolean {
  const brand = propertyOf(asked, 'brand');
  return brand !== null && part.text.raw.length <= LONGEST && saysIn(part, brand);
}

/** Where a word stands in a part. */
function spansOf({ text }: Part, word: string): Span[] {
  const start = word === '' || text.at !== null ? -1 : text.folded.indexOf(word);
  return start === -1 ? [] : [{ start, end: start + word.length }];
}
