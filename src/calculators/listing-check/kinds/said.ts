import { standsIn } from '../engine.ts';
import { fold, type Folded, type Search, type Span } from '../text.ts';

/** How far before a value stands what says that it is one. */
export const NEAR = 28;

export const has = (what: Search | null, text: string): boolean =>
  what !== null && standsIn(what, fold(text));

/** What stands shortly before a value in its own clause. */
export const clauseBefore = (raw: string, start: number): string =>
  raw.slice(Math.max(0, start - NEAR), start).replace(/^.*[.,;，；。!?！？|\n]/su, '');

/** “Not PU”, “без пластика”, “非皮革”: what is denied is not stated. */
export const isDenied = ({ raw }: Folded, { start }: Span, negated: Search): boolean =>
  start > 0 && has(negated, `${clauseBefore(raw, start).trimEnd()}\n`);

/** How far around a share its line is looked at. */
const LINE = 120;

/** Whether shares stand behind their fibres here: the last one of the line is followed by no word. */
export function isShareBehind(folded: string, at: number): boolean {
  const before = folded.slice(Math.max(0, at - LINE), at);
  const rest = folded.slice(at, at + LINE);
  const end = rest.search(/[;；。\n]/u);
  const line = before.replace(/^.*[;；。\n]/su, '') + (end === -1 ? rest : rest.slice(0, end));
  return !/^ ?\p{L}/u.test(line.slice(line.lastIndexOf('%') + 1));
}

/** `packag` names packages and packaging. */
export const asStem = (source: string): string =>
  /[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(source) ? `${source}\\p{L}*` : source;
