import { LISTS, type Lists } from './slice.ts';

/** Letters, and the language whose words come with every text that holds one of them. */
const CARRIERS = [
  ['ru', /\p{Script=Cyrillic}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh-CN', /\p{Script=Han}/u],
  ['en', /\p{Script=Latin}/u],
] as const;

// A piece of a pattern: what may be anything, what is only looked at, a group, or one character.
const PIECES =
  /(?<any>\\[pPu]\{[^}]*\}|\\k<\w+>|\\.|\[(?:\\.|[^\]\\])*\]|\{[a-z]{2,}\})|(?<around>\(\?<?[=!])|(?<open>\((?:\?:|\?<\w+>)?)|(?<end>[|)])|(?<one>[^])/suy;
const REPEATS = /[+*?]\??|\{\d*,?\d*\}\??/uy;
const MAY_LACK = /^(?:[?*]|\{0?[,}])/u;

/**
 * The ways through a pattern, each with the letters of which it has to hold one, named by the language that comes
 * with them. What is not sure is left out: a class, what may be absent, a list put in by its name.
 */
function waysOf(pattern: string): { source: string; needs: ReadonlySet<string> }[] {
  let at = 0;
  const take = (piece: RegExp) => {
    piece.lastIndex = at;
    const found = piece.exec(pattern);
    if (found) at = piece.lastIndex;
    return found;
  };
  const through = (): { source: string; needs: Set<string> }[] => {
    const ways: { source: string; needs: Set<string> }[] = [];
    let from = at;
    let needs = new Set<string>();
    const close = (to: number) => ways.push({ source: pattern.slice(from, to), needs });
    for (let found = take(PIECES); found; found = take(PIECES)) {
      const { any, around, open, end, one = '' } = found.groups ?? {};
      if (end) {
        close(found.index);
        if (end === ')') return ways;
        [from, needs] = [at, new Set()];
        continue;
      }
      const inner =
        (around ?? open) === undefined
          ? CARRIERS.flatMap(([language, letters]) => (letters.test(one) ? [language] : []))
          : inAll(through());
      const mayLack = MAY_LACK.test(pattern.slice(at));
      take(REPEATS);
      if (any === undefined && around === undefined && !mayLack)
        for (const each of inner) needs.add(each);
    }
    close(at);
    return ways;
  };
  return through();
}

function inAll(ways: readonly { needs: ReadonlySet<string> }[]): string[] {
  const [first, ...others] = ways;
  return [...(first?.needs ?? [])].filter((each) => others.every(({ needs }) => needs.has(each)));
}

/** The language that comes with the letters a pattern needs; the empty text where it may be met without any. */
const carrierOf = (needs: Iterable<string>): string => {
  const all = new Set(needs);
  return CARRIERS.find(([language]) => all.has(language))?.[0] ?? '';
};

/** What no text meets: a list of which nothing is left. */
const NEVER = '(?!)';

/**
 * What a rule holds for every language, cut by the letters a text must hold to meet it: each part by the language
 * whose words come with these letters, and under the empty text what is read in any.
 */
export function cutByLetters(lists: Lists): ReadonlyMap<string, Lists> {
  const parts = new Map<string, Record<string, Record<string, object>>>();
  const put = (carrier: string, list: string, content: object) => {
    const part = parts.get(carrier) ?? {};
    parts.set(carrier, part);
    (part[list] ??= {})['any'] = content;
  };
  for (const list of LISTS) {
    const all = lists[list]?.['any'];
    if (all === undefined) continue;
    if (Array.isArray(all)) {
      const patterns = Map.groupBy(all as string[], (each) => carrierOf(inAll(waysOf(each))));
      for (const [carrier, own] of patterns) put(carrier, list, own);
      continue;
    }
    const words = new Map<string, Record<string, string>>();
    for (const [name, ways] of Object.entries(all as Record<string, string>)) {
      // Its patterns name the list, and ask for it whatever letters a text holds.
      const cut = new Map([['', NEVER]]);
      for (const [carrier, own] of Map.groupBy(waysOf(ways), ({ needs }) => carrierOf(needs)))
        cut.set(carrier, own.map(({ source }) => source).join('|'));
      for (const [carrier, own] of cut) words.set(carrier, { ...words.get(carrier), [name]: own });
    }
    for (const [carrier, own] of words) put(carrier, list, own);
  }
  return parts as ReadonlyMap<string, Lists>;
}
