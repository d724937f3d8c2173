/** Whether a text says that its moment is an end. */
import { asWritten } from './leftover.ts';
import { LONGEST } from './reading.ts';
import { prepare, scan, type Item } from './scan.ts';
import { plays } from './vocabulary.ts';

/** What may stand between “until” and its day. */
const ARTICLE = /^(?:the|le|el|la|o|os|den|dem|zum|dnia|a|au|al|de|du|del|:|，|,|\.|-)$/;

/** A day is named by more than a length: `前` behind it is before it, not so long ago. */
const DATED = /[om]|N[-./]N[-./]N|N[-/]N/;

/** Is this item an end by itself, or straight in front of a moment? */
function isEnd(items: readonly Item[], i: number, shown: string): boolean {
  const { text, kind } = items[i] as Item;
  if (plays('F', text)) return true;
  const kinds = items.map((item) => item.kind).join('');
  if (/^(?:以|之)?前$/.test(text)) return kind === 'q' && DATED.test(kinds);
  // “Do 19.11.” is a Thursday.
  if (!plays('U', text) || (text === 'do' && i === 0 && shown.startsWith('D'))) return false;
  const next = items.slice(i + 1).find((item) => item.kind !== 'w' && !ARTICLE.test(item.text));
  return next !== undefined && /[NmT]/.test(next.kind);
}

/**
 * The word by which a text says that its moment is an end: `deadline`, `до`, 截止; `null` where it says
 * no such thing. Time that is left is none: `parseMoment` answers it as `due`.
 */
export function endWord(raw: string): string | null {
  const given = raw.slice(0, LONGEST * 4);
  // A moment in figures holds no word.
  if (!/\p{L}{2}|\p{Script=Han}|\p{Script=Hangul}/u.test(given)) return null;
  const shown = given.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const items = scan(prepare(given));
  const item = items.find((_, i) => isEnd(items, i, shown));
  return item ? asWritten(shown, item) : null;
}
