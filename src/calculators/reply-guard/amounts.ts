import { expressionOf, oncePerRule } from './pattern.ts';
import { finds, matches, type Asked } from './prepared.ts';
import type { Place } from './rule.ts';

interface Amount {
  start: number;
  end: number;
  /** In plain digits, so that `12,50` and `12.5` are one amount. */
  value: string;
  /** ISO 4217 codes its sign or name may stand for. */
  codes: readonly string[];
  /** Said to be given back, with nothing that makes it one of several. */
  isRefund: boolean;
}

const CODE = 3;
const NUMBER =
  /(?<![a-zа-я\d.,])\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|(?<![a-zа-я\d.,])\d{1,9}(?:[.,]\d{1,2})?(?![\d])/gu;

const plainValue = (written: string): string => {
  const decimals = /[.,](\d{1,2})$/u.exec(written);
  const whole = (decimals ? written.slice(0, decimals.index) : written).replace(/\D/gu, '');
  const part = (decimals?.[1] ?? '').replace(/0+$/u, '');
  return `${whole.replace(/^0+(?=\d)/u, '')}${part === '' ? '' : `.${part}`}`;
};

interface Words {
  before: RegExp;
  after: RegExp;
  codes: ReadonlyMap<string, readonly string[]>;
  back: RegExp | null;
  apart: RegExp | null;
  same: RegExp | null;
  /** About so many of a currency are worth one US dollar. */
  sizes: ReadonlyMap<string, number>;
}

/** Lists that are no currency. */
const LISTS = new Set(['back', 'apart', 'same', 'sizes', 'never']);

const wordsOf = oncePerRule((rule, ...languages: string[]): Words => {
  const lists = ['any', ...languages].flatMap((language) =>
    Object.entries(rule.words?.[language] ?? {}).map(([name, list]) => ({ name, list })),
  );
  const marks = lists.filter(({ name }) => !LISTS.has(name));
  const list = (name: string) => {
    const own = lists.filter((each) => each.name === name).map((each) => each.list);
    return own.length === 0 ? null : expressionOf(own.join('|'));
  };
  const groups = marks.map(({ list: mark }, index) => `(?<m${index}>${mark})`).join('|');
  return {
    before: expressionOf(`(?:${groups}) ?$`),
    after: expressionOf(`^ ?(?:${groups})(?![a-z\u0430-\u044f])`),
    codes: new Map(
      marks.map(({ name }, index) => [
        `m${index}`,
        name.match(new RegExp(`.{${CODE}}`, 'gu')) ?? [],
      ]),
    ),
    back: list('back'),
    apart: list('apart'),
    same: list('same'),
    sizes: sizesIn(rule.words?.['any']?.['sizes'] ?? ''),
  };
});

function sizesIn(list: string): ReadonlyMap<string, number> {
  const words = list.split(' ');
  return new Map(
    words.flatMap((word, i) => (i % 2 === 0 ? [[word, Number(words[i + 1])] as const] : [])),
  );
}

/** What is said to be the same and is so many times more or less of it in no currency is a slip. */
const TENFOLD = 10;

/** Whether two amounts can be worth the same in some of the currencies they may be in; so where nobody knows. */
function mayBeWorthTheSame(a: Amount, b: Amount, { sizes }: Words): boolean {
  const worths = ({ codes, value }: Amount) =>
    codes.flatMap((code) => {
      const size = sizes.get(code);
      return size === undefined ? [] : [Number(value) / size];
    });
  const [ones, others] = [worths(a), worths(b)];
  if (ones.length === 0 || others.length === 0) return true;
  return ones.some((one) => others.some((other) => one < other * TENFOLD && other < one * TENFOLD));
}

/** A line of a list is one of several, and the reader's to choose. */
const LISTED = /^ *(?:[•·▪‣*–—-]|\d{1,2}\)|[a-zа-я]\)) /u;

/** How far from an amount a word may say what it is for, or that it is the same in another currency. */
const REACH = 240;
/** Beyond it a sign of money beside a number is no longer read. */
const LONGEST_MARK = 24;

function amountsIn({ read }: Asked, words: Words): Amount[] {
  const { text } = read;
  const codesOf = (match: RegExpExecArray | null): readonly string[] | null => {
    const group = Object.entries(match?.groups ?? {}).find(([, found]) => found !== undefined);
    return group ? (words.codes.get(group[0]) ?? null) : null;
  };
  return [...matches(NUMBER, text)].flatMap((match): Amount[] => {
    const start = match.index;
    const end = start + match[0].length;
    const ahead = words.before.exec(text.slice(Math.max(0, start - LONGEST_MARK), start));
    const behind = words.after.exec(text.slice(end, end + LONGEST_MARK));
    const [one, other] = [codesOf(ahead), codesOf(behind)];
    const both = one && other ? one.filter((code) => other.includes(code)) : (one ?? other);
    if (!both) return [];
    // `$12 CAD`: the more certain of the two marks says which.
    const codes = both.length > 0 ? both : (other ?? []);
    const [from, to] = read.sentences.around(start, end);
    const around = text.slice(Math.max(from, start - REACH), Math.min(to, end + REACH));
    return [
      {
        start: ahead ? start - ahead[0].length : start,
        end: behind ? end + behind[0].length : end,
        value: plainValue(match[0]),
        codes,
        isRefund:
          !finds(LISTED, text.slice(from, from + LONGEST_MARK)) &&
          words.back !== null &&
          finds(words.back, around) &&
          !(words.apart && finds(words.apart, around)),
      },
    ];
  });
}

/** Amounts of a text that contradict one another: two currencies, or two sums that are given back. In a field, any. */
export function unlikeAmounts(asked: Asked): Place[] {
  const { read } = asked;
  const words = wordsOf(asked.rule, ...asked.languages);
  const sentenceOf = ({ start, end }: Amount) => read.sentences.around(start, end);
  const isSaidToBeSame = (a: Amount, b: Amount) => {
    const [from, to] = sentenceOf(b);
    const begin = sentenceOf(a)[0] === from ? a.end : from;
    const around = read.text.slice(Math.max(begin, b.start - REACH), Math.min(to, b.end + REACH));
    return words.same !== null && finds(words.same, around);
  };
  const contradict = (a: Amount, b: Amount) => {
    // What is said to be the same in another currency is another figure.
    if (!a.codes.some((code) => b.codes.includes(code)))
      return a.value === b.value || !isSaidToBeSame(a, b) || !mayBeWorthTheSame(a, b, words);
    const isTwice = a.isRefund && b.isRefund && a.value !== b.value;
    return isTwice && sentenceOf(a)[0] !== sentenceOf(b)[0];
  };
  const all = amountsIn(asked, words);
  // Amounts have fields of their own, which say what they are for.
  const found = new Set<Amount>(asked.field ? all : []);
  // The first of each kind is enough to be contradicted: many amounts take no longer than they should.
  const firsts = new Map<string, Amount>();
  for (const amount of all) {
    for (const first of firsts.values())
      if (contradict(first, amount)) found.add(first).add(amount);
    const kind = `${amount.codes.join()} ${amount.isRefund}`;
    if (!firsts.has(kind)) firsts.set(kind, amount);
  }
  return [...found].map(({ start, end }) => ({
    start: read.starts[start] ?? 0,
    end: read.ends[end - 1] ?? 0,
  }));
}
