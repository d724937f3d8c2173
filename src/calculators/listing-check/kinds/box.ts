import { onceFor } from '../../shared/once-for.ts';
import { findAll, standsIn, textsOf, type Asked, type Find, type Part } from '../engine.ts';
import { leftOut } from './left-out.ts';
import type { ListingParts } from '../fault.ts';
import { expression, fold, pattern, patterns, type Search, type Span } from '../text.ts';

/** Behind a colon a list follows, with commas, on its line. */
const LIST = '\\s?[:：][^.;；。!?！？\\n]{0,160}?';
/** How far from a thing the word may stand that says whether it comes with the goods; never past a clause. */
const GAP = '[^.,;，；。!?！？\\n]{0,24}';

interface Reader {
  /** Long expressions, each made where its thing is first named. */
  things: { thing: string; names: Search; promised: () => RegExp; denied: () => RegExp }[];
  /** The names of all of them. */
  names: Search;
  lists: Search;
}

/** An expression, made where it is first asked for. */
function once(source: () => string): () => RegExp {
  let made: RegExp | null = null;
  return () => (made ??= expression(source()));
}

const readerOf = onceFor(makeReader);

function makeReader(box: ListingParts['box']): Reader {
  const either = (list: readonly string[]) => `(?:${list.map(pattern).join('|')})`;
  const around = (before: readonly string[], behind: readonly string[], names: string) =>
    `${either(before)}${GAP}${names}|${names}${GAP}${either(behind)}`;
  return {
    things: Object.entries(box.things).map(([thing, list]) => ({
      thing,
      names: patterns(list),
      promised: once(
        () =>
          `${around(box.with, box.withBehind, either(list))}|${either(box.with)}${LIST}${either(list)}`,
      ),
      denied: once(() => around(box.without, box.withoutBehind, either(list))),
    })),
    names: patterns(Object.values(box.things).flat()),
    lists: patterns(box.lists),
  };
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Something one part says is in the box, and another says is not. */
export function boxContent(asked: Asked): Find[] {
  const known = knownThings(asked);
  const { names } = readerOf(asked.words.data.box);
  // What has a list of its other names is found by those.
  const others = leftOut(asked).filter(({ words }) => !standsIn(names, fold(words)));
  return [...known, ...others];
}

function knownThings({ parts, words }: Asked): Find[] {
  const reader = readerOf(words.data.box);
  const texts = textsOf(parts);
  const at = (regex: RegExp | Search, among: readonly Part[]) =>
    among.flatMap((part) => findAll(regex, part.text).map(({ span }) => ({ part, span })));
  // What an attribute such as “In the box” lists, and what a SKU says it contains, comes with it.
  const lists = texts.filter(
    ({ part, scope, name }) =>
      part.endsWith('.contains') || (scope === 'attribute' && standsIn(reader.lists, name)),
  );
  return reader.things.flatMap(({ thing, names, promised, denied }) => {
    const about = texts.filter(({ text }) => standsIn(names, text));
    if (about.length === 0) return [];
    const no = at(denied(), about);
    if (no.length === 0) return [];
    const yes = [...at(promised(), about), ...at(names, lists)].find(
      ({ part, span }) => !no.some((one) => one.part === part && overlap(one.span, span)),
    );
    const [first] = no;
    if (!yes || !first) return [];
    const wordsAt = ({ part, span }: typeof yes) => part.text.raw.slice(span.start, span.end);
    return [
      {
        part: yes.part.part,
        ...yes.span,
        words: wordsAt(yes),
        values: { property: thing, other: wordsAt(first), where: first.part.part },
      },
    ];
  });
}
