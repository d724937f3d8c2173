import { findAt, inside, insideOf, told, type Asked, type Find, type Part } from '../engine.ts';
import { gapsIn, hasGap, lineAround, rewritten, type Span } from '../text.ts';

/** Cyrillic letters that look like Latin ones, in both cases, and what they look like. */
const LOOKS: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  Ј: 'J',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Ѕ: 'S',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  а: 'a',
  с: 'c',
  е: 'e',
  і: 'i',
  ј: 'j',
  о: 'o',
  р: 'p',
  ѕ: 's',
  х: 'x',
  у: 'y',
};
const BACK = Object.fromEntries(
  Object.entries(LOOKS).map(([cyrillic, latin]) => [latin, cyrillic]),
);

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

const shown = (parts: readonly Part[]) =>
  parts.filter(({ scope }) =>
    ['title', 'sku', 'attribute', 'description', 'searchTerms'].includes(scope),
  );

/** A word of two alphabets: no search finds it, and a buyer reads a size that is none. */
export function mixedAlphabets({ parts }: Asked): Find[] {
  return shown(parts).flatMap((part) => {
    const { raw, has } = part.text;
    if (!has.cyrillic || !LATIN.test(raw)) return [];
    const isSpared = insideOf([...part.brands, ...gapsIn(raw)]);
    const found = [...raw.matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+/gu)].flatMap(
      (match) => {
        const [word] = match;
        if (!LATIN.test(word) || !CYRILLIC.test(word)) return [];
        const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
        const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
        const span = { start: match.index, end: match.index + word.length };
        if (isSpared(span)) return [];
        const letters = [...word];
        const asLatin = letters.map((letter) => LOOKS[letter] ?? letter).join('');
        const asCyrillic = letters.map((letter) => BACK[letter] ?? letter).join('');
        const fits = [
          /\p{Script=Cyrillic}/u.test(asLatin) ? null : asLatin,
          /\p{Script=Latin}/u.test(asCyrillic) ? null : asCyrillic,
        ];
        // Letters that only look alike are a slip; a Latin brand with a Russian ending is not.
        const repair = cyrillic <= latin ? (fits[0] ?? fits[1]) : (fits[1] ?? fits[0]);
        if (repair === null || repair === undefined) return [];
        return [
          { ...span, by: repair, letters: letters.filter((one) => LOOKS[one] !== undefined) },
        ];
      },
    );
    // A slip that is made throughout is said once, where it first stands.
    const said = new Set<string>();
    const each = found.flatMap((one, i) => {
      const word = raw.slice(one.start, one.end);
      if (said.has(word)) return [];
      said.add(word);
      return [{ ...one, i }];
    });
    return told(each, ({ start, end, letters, i }) =>
      findAt(
        part,
        { start, end },
        {
          values: { letters: letters.join('') },
          repair: rewritten(raw, { start, end }, found, i),
        },
      ),
    );
  });
}

/** Chinese left in a text for buyers who do not read it. */
export function chineseLeft({ parts, listing }: Asked): Find[] {
  if (listing.language === 'zh') return [];
  return shown(parts).flatMap((part) => {
    const isSpared = insideOf([...part.brands, ...gapsIn(part.text.raw)]);
    return [...part.text.raw.matchAll(/\p{Script=Han}[\p{Script=Han}，。、；：！？（）“”\s]*/gu)]
      .map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length }))
      .filter((span) => !isSpared(span))
      .slice(0, 1)
      .map((span) => findAt(part, span));
  });
}

/** The line around a stretch, written anew as a whole. */
const lineAnew = (raw: string, span: Span, anew: (line: string) => string): string => {
  const { start, end } = lineAround(raw, span);
  return anew(raw.slice(start, end));
};

/** Full-width digits, letters and signs: they look like the usual ones and are found by no search. */
export function fullWidth({ parts, listing }: Asked): Find[] {
  if (listing.language === 'zh') return [];
  return shown(parts).flatMap((part) => {
    const first = /[\uff01-\uff5e\u3000\u3001\u3002]+/u.exec(part.text.raw);
    if (!first) return [];
    const span = { start: first.index, end: first.index + first[0].length };
    const plain = (line: string) =>
      line
        .replaceAll('。', '.')
        .replaceAll('、', ', ')
        // A sign in full width brings its own space.
        .replace(/[，；：！？](?=\S)/gu, '$& ')
        .normalize('NFKC');
    return [findAt(part, span, { repair: lineAnew(part.text.raw, span, plain) })];
  });
}

/** A title for Russia without a Russian word. */
export function noRussian({ parts, listing }: Asked): Find[] {
  if (listing.language !== 'ru') return [];
  const title = parts.find(({ scope }) => scope === 'title');
  if (!title || hasGap(title.text.raw) || title.text.has.cyrillic) return [];
  const letters = [...title.text.raw.matchAll(/\p{L}+/gu)].filter(
    (match) => !inside({ start: match.index, end: match.index + match[0].length }, title.brands),
  );
  return letters.length === 0 ? [] : [findAt(title, { start: 0, end: title.text.raw.length })];
}

/** Signs without width, and signs that turn the direction of a text. */
export function invisible({ parts }: Asked): Find[] {
  return shown(parts).flatMap((part) => {
    const first = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.exec(part.text.raw);
    if (!first) return [];
    const span = { start: first.index, end: first.index + 1 };
    return [
      findAt(part, span, {
        words: `U+${(first[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
        repair: lineAnew(part.text.raw, span, (line) =>
          line.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ''),
        ),
      }),
    ];
  });
}

/** A gap of a repaired text that nobody has filled. */
export const openGap = ({ parts }: Asked): Find[] =>
  parts.flatMap((part) => gapsIn(part.text.raw).map((span) => findAt(part, span)));

/** Words of an alphabet that has capitals. */
const CASED = /[\p{Lu}\p{Ll}\p{M}]{2,}/gu;

/** Whole words in capitals, brands and short names left out. */
export function capitals({ parts }: Asked, longest: number): Find[] {
  return parts
    .filter(({ scope }) => scope === 'title')
    .flatMap((part) => {
      const words = [...part.text.raw.matchAll(CASED)];
      // Chinese is never loud: two signs are about a word.
      const quietly = (part.text.raw.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
      const loud = words.filter((match) => {
        const [word] = match;
        const span = { start: match.index, end: match.index + word.length };
        return (
          word.length >= longest &&
          word === word.toUpperCase() &&
          word !== word.toLowerCase() &&
          !inside(span, part.brands)
        );
      });
      const [first] = loud;
      if (!first || loud.length < 2 || loud.length * 2 < words.length + quietly) return [];
      const span = { start: first.index, end: first.index + first[0].length };
      const quiet = new Set(loud.map((match) => match[0]));
      return [
        findAt(part, span, {
          values: { count: loud.length },
          repair: part.text.raw.replace(CASED, (word) =>
            quiet.has(word) ? word[0] + word.slice(1).toLowerCase() : word,
          ),
        }),
      ];
    });
}
