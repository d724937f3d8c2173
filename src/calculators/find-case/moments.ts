/** Times and countdowns in a text, found by their figures and read by the one reader of moments. */
import { phrases, keyOf, fold } from '../shared/moment/vocabulary.ts';
import {
  echoOf,
  endWord,
  parseMoment,
  type MomentContext,
  type MomentEcho,
  type MomentQuestion,
  type ParsedMoment,
} from '../shared/parse-moment.ts';
import { tokensOf, type Token } from './tokens.ts';

export interface MomentFound extends MomentEcho {
  /** What has to be asked about it; null where it has one meaning. */
  question: MomentQuestion | null;
  /** What else it may mean, ISO 8601 with `Z`. */
  others: string[];
  /** The word by which the text says that this is an end: `by`, 截止; null where it says no such thing. */
  end: string | null;
  from: number;
  to: number;
}

/** A moment is written in no more pieces than these. */
const LONGEST = 16;
/** So many places of a text are tried, and so many moments told. */
const MOST_TRIED = 150;
const MOST = 50;

/** Kinds of words a moment may begin with: months, weekdays, days counted from today, signs of a countdown. */
const BEGINS = 'mwTsi';
const beginsLike = (word: string) =>
  phrases(keyOf(fold(word))).some((entry) => entry.text === word && BEGINS.includes(entry.kind));

/** A length of time alone is how long somebody waits; with one of these it is time that is left. */
const LEFT =
  /left|remain|within|剩|还有|以内|之内|内|осталось|остался|осталась|течение|quedan?|faltan?|restan?|restam|dentro|restante|reste|restant|noch|verbleib|innerhalb|zosta|pozosta|ciągu|남|이내|next|coming|接下来|未来|ближайш|следующ|предстоящ|próxim|prochain|nächste|kommende|najbliższ|następn|다음|향후|앞으로/iu;
const AGO = /ago|назад|hace|atrás|il y a|vor|temu|前|전|há/iu;

/** Where it is denied, the time is one that somebody has waited: “did not come within 30 days”. */
const DENIED =
  /\b(?:not|never|no|cannot|nicht|nie|kein\p{L}*|pas|nunca|jamás|não|nao|nem)\b|n[’']t\b|(?:^|\s)(?:не|ни|нет|nie)\s|[没未不]|안\s|못/iu;
/** So many words before the figure may belong to a moment: “in the course of the next”. */
const MOST_BEFORE = 4;
/** Small words that stand before the sign of a countdown and belong to it. */
const LEADS = new Set(['в', 'w', 'in', 'en', 'em', 'dans', '在', '请在']);

/** Whether what was read is told by more than a pair of figures that could be anything. */
function isTold(text: string, parsed: ParsedMoment): boolean {
  const figures = text.match(/\d+/g)?.length ?? 0;
  if (parsed.kind === 'unreadable') return false;
  if (parsed.kind === 'due') return figures >= 2 || LEFT.test(text);
  if (AGO.test(text)) return true;
  const words = /\p{L}/u.test(text);
  return figures >= 3 || (figures >= 1 && words && !/^\P{L}*\d\s?[./-]\s?\d/u.test(text));
}

const means = ({ kind, readings, zoneGiven }: ParsedMoment): string =>
  [kind, zoneGiven, ...readings.map(({ at }) => at)].join(' ');

const clean = (text: string) => text.replace(/[\s,;:.]+$/u, '');

/** A length of time alone, which is none of the moments before somebody says that it is left. */
function lengthAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  last: number,
  context: MomentContext,
): { end: number; written: string; parsed: ParsedMoment } | null {
  const from = (tokens[at] as Token).from;
  for (let end = Math.min(last, at + 1); end >= at; end -= 1) {
    const written = clean(text.slice(from, (tokens[end] as Token).to));
    const parsed = parseMoment(written, context);
    if (parsed.kind === 'due') return { end, written, parsed };
  }
  return null;
}

/** Where a stretch that begins with a figure really begins, or that it says less than it seems to. */
type Beginning = { from: number; written: string; parsed: ParsedMoment } | 'inexact' | null;

/**
 * Looks at the words before a length of time: “within”, “в течение” make time that is left of it, and
 * belong to it; “less than” makes it one that nobody can put on a clock.
 *
 * @param at the token with the figure.
 * @param first the first token that no moment before has taken.
 * @param to where the length of time ends in the text.
 */
function beginningOf(
  text: string,
  tokens: readonly Token[],
  at: number,
  first: number,
  to: number,
  context: MomentContext,
): Beginning {
  const figure = tokens[at] as Token;
  let found: Beginning = null;
  for (let i = at - 1; i >= Math.max(first, at - MOST_BEFORE); i -= 1) {
    const token = tokens[i] as Token;
    const between = text.slice(token.to, tokens[i + 1]?.from);
    if (token.isNumber || /[\n\t,.;:!?。！？，；：|]/.test(between)) break;
    const written = text.slice(token.from, to);
    const parsed = parseMoment(written, context);
    if (parsed.kind === 'unreadable') {
      if (parsed.why === 'inexact' || parsed.why === 'working-days') return 'inexact';
      continue;
    }
    if (parsed.kind !== 'due') continue;
    const isLed = found === null && LEFT.test(text.slice(token.from, figure.from));
    if (isLed || (found !== null && LEADS.has(token.word)))
      found = { from: token.from, written, parsed };
  }
  if (found === null) return null;
  const clause = /[^\n.;!?。！？；]*$/.exec(text.slice(0, found.from))?.[0] ?? '';
  return DENIED.test(clause) ? null : found;
}

/** So much of the clause around a moment can say that it is an end. */
const AROUND = 40;

/** The word in the clause of a moment that says it is an end. What stands behind it counts where it is glued. */
function endAt(text: string, from: number, to: number): string | null {
  const before =
    /[^\n.;!?,。！？；，]*$/.exec(text.slice(Math.max(0, from - AROUND), from))?.[0] ?? '';
  const behind = /^ ?[\p{Script=Han}\p{Script=Hangul}]{0,3}/u.exec(text.slice(to))?.[0] ?? '';
  return endWord(`${before}${text.slice(from, to)}${behind}`);
}

/** The moments of a text, in its order, each told in the longest stretch that can be read. */
export function readMoments(
  text: string,
  taken: readonly { from: number; to: number }[],
  context: MomentContext,
): MomentFound[] {
  const isTaken = (token: Token) =>
    taken.some(({ from, to }) => token.from < to && from < token.to);
  const tokens = tokensOf(text);
  const found: MomentFound[] = [];
  let tried = 0;
  /** The first token that is in no moment yet. */
  let free = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const first = tokens[i] as Token;
    if (isTaken(first) || !(first.isNumber || beginsLike(first.word))) continue;
    if ((tried += 1) > MOST_TRIED || found.length >= MOST) break;
    let last = i;
    while (last + 1 < tokens.length && last - i < LONGEST - 1) {
      const next = tokens[last + 1] as Token;
      const between = text.slice((tokens[last] as Token).to, next.from);
      if (isTaken(next) || /[\n\t;!?。！？|]/.test(between)) break;
      last += 1;
    }
    if (!tokens.slice(i, last + 1).some(({ isNumber }) => isNumber)) continue;
    let best: { end: number; written: string; parsed: ParsedMoment } | null = null;
    for (let end = last; end >= i; end -= 1) {
      const written = clean(text.slice(first.from, (tokens[end] as Token).to));
      if (!/\d/.test(written)) break;
      const parsed = parseMoment(written, context);
      const isRead = parsed.kind !== 'unreadable' && isTold(written, parsed);
      // Words that change nothing are none of the moment’s; the 日 behind a day is.
      const isGlued = tokens[end + 1]?.from === (tokens[end] as Token).to;
      if (isRead && (!best || (!isGlued && means(parsed) === means(best.parsed))))
        best = { end, written, parsed };
      if (best && tokens[end]?.isNumber) break;
    }
    const isLength = first.isNumber && (best === null || best.parsed.kind === 'due');
    const length = best ?? (isLength ? lengthAt(text, tokens, i, last, context) : null);
    if (!length) continue;
    const { end } = length;
    const begun = isLength
      ? beginningOf(text, tokens, i, free, first.from + length.written.length, context)
      : null;
    if (begun === 'inexact') {
      i = end;
      free = end + 1;
      continue;
    }
    if (!best && !begun) continue;
    const { from, written, parsed } = begun ?? { ...length, from: first.from };
    found.push({
      ...echoOf(written, parsed),
      question: parsed.kind === 'ambiguous' ? parsed.why : null,
      others: parsed.readings.slice(1).map(({ at }) => at),
      end: parsed.kind === 'due' ? null : endAt(text, from, from + written.length),
      from,
      to: from + written.length,
    });
    i = end;
    free = end + 1;
  }
  return found;
}
