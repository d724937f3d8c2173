import { compare, fromDecimal, negate, subtract, toPlain, ZERO } from '../shared/exact.ts';
import { parseNumber } from '../shared/parse-number.ts';
import { NUMBER_KEY } from '../shared/plain-number.ts';
import type { InputIssue } from '../shared/result.ts';
import type { Localized } from '../shared/rule.ts';
import { MINUTE, parseInstant, readLocal, getTemporal } from '../shared/time.ts';
import { readsAsReply } from './reads-as-reply.ts';
import type { Option } from './schema.ts';
import { byMeasure } from '../shared/rank.ts';
import type { Ask, Case, Key, Solved } from './solve.ts';
import { resolve } from './template.ts';

/** `near`: wrong in a way that has a name, or in one part only. */
export type Verdict = 'right' | 'near' | 'wrong';

/** What is said of one option to whoever chose it wrongly or left it out. */
export interface OptionRemark {
  id: string;
  /** `chosen` though it is wrong, `left-out` though it is right, `late`: right, but not ready in time. */
  is: 'chosen' | 'left-out' | 'late' | 'misplaced';
  says: Localized;
}

/** One thing that is wrong with a text of one's own. */
export interface TextRemark {
  /**
   * `forbidden` or `advice` by the guard, with its words; `not-named`: a value the reply should name;
   * `no-reply`: nothing that anybody could send.
   */
  is: 'forbidden' | 'advice' | 'not-named' | 'no-reply';
  /** The place in the text, where there is one. */
  start?: number;
  end?: number;
  message?: string;
  instead?: string;
  ruleId?: string;
  /** What is not named. */
  value?: string;
}

export interface Judgement {
  verdict: Verdict;
  /** The mistake that leads to this very answer. */
  mistake: { id: string; says: Localized } | null;
  /** How far off: a decimal, or minutes for a moment; above zero where the answer is too large or too late. */
  gap: string | null;
  options: OptionRemark[];
  text: TextRemark[];
}

const ISSUE = 'tool.exercise.issue.';
const judged = (verdict: Verdict, part: Partial<Judgement> = {}): Judgement => ({
  verdict,
  mistake: null,
  gap: null,
  options: [],
  text: [],
  ...part,
});

type Judged = { judgement: Judgement } | { issue: InputIssue };
const issue = (key: string, values: InputIssue['values'] = {}): Judged => ({
  issue: { path: 'answer', key, values },
});

const namedBy = (solved: Solved, fits: (value: string | number) => boolean) => {
  const found = solved.mistaken.find(({ value }) => fits(value))?.mistake;
  return found ? { id: found.id, says: found.says } : null;
};

function judgeNumber(raw: unknown, within: string, isPercent: boolean, solved: Solved): Judged {
  const read = parseNumber(raw, isPercent ? 'percent' : 'decimal');
  if (!('value' in read)) return issue(NUMBER_KEY + read.problem, read.values);
  const distance = (value: string | number) => subtract(read.value, fromDecimal(String(value)));
  const fits = (value: string | number) => {
    const off = distance(value);
    return compare(compare(off, ZERO) < 0 ? negate(off) : off, fromDecimal(within)) <= 0;
  };
  const gap = toPlain(distance(solved.key as string | number));
  if (fits(solved.key as string | number)) return { judgement: judged('right', { gap }) };
  const mistake = namedBy(solved, fits);
  return { judgement: judged(mistake ? 'near' : 'wrong', { mistake, gap }) };
}

/** A moment with a zone of its own, or on the clock of the question. */
function momentOf(raw: unknown, zone: string): number | null {
  if (typeof raw !== 'string') return null;
  const text = raw.trim().replace(/\s+/, 'T');
  const at = parseInstant(text);
  if (at !== null) return at;
  if (!/^\d{4}-\d{2}-\d{2}T\d{1,2}:\d{2}(?::00)?$/.test(text)) return null;
  try {
    const local = getTemporal().PlainDateTime.from(text.replace(/T(\d):/, 'T0$1:'), {
      overflow: 'reject',
    });
    return readLocal(local, zone).at;
  } catch {
    return null;
  }
}

function judgeMoment(raw: unknown, zone: string, solved: Solved): Judged {
  const at = momentOf(raw, zone);
  if (at === null) return issue(`${ISSUE}moment`);
  const off = (value: string | number) => at - (parseInstant(String(value)) ?? NaN);
  // To the minute: no field of a page asks for seconds.
  const fits = (value: string | number) => Math.abs(off(value)) < MINUTE;
  const gap = String(Math.round(off(solved.key as string) / MINUTE));
  if (fits(solved.key as string)) return { judgement: judged('right', { gap }) };
  const mistake = namedBy(solved, fits);
  return { judgement: judged(mistake ? 'near' : 'wrong', { mistake, gap }) };
}

const remark = ({ id, reason }: Option, is: OptionRemark['is']): OptionRemark => ({
  id,
  is,
  says: reason,
});

/** Ids that were all shown, none twice; null where it is something else. */
function idsOf(raw: unknown, { options }: Case): string[] | null {
  if (!Array.isArray(raw)) return null;
  const ids = raw as unknown[];
  const known = ids.every((id) => options.some((option) => option.id === id));
  return known && new Set(ids).size === ids.length ? (ids as string[]) : null;
}

const shownIds = ({ options }: Case) => ({ options: options.map(({ id }) => id).join(', ') });

function judgeChoice(raw: unknown, one: Case, solved: Solved): Judged {
  const option = one.options.find(({ id }) => id === raw);
  if (!option) return issue(`${ISSUE}choice`, shownIds(one));
  const isRight = [solved.key, ...solved.alsoRight].includes(option.id);
  return {
    judgement: isRight ? judged('right') : judged('wrong', { options: [remark(option, 'chosen')] }),
  };
}

function judgeChoices(raw: unknown, one: Case, solved: Solved): Judged {
  const ids = idsOf(raw, one);
  if (!ids) return issue(`${ISSUE}choices`, shownIds(one));
  const key = solved.key as readonly string[];
  const options = one.options.flatMap((option) => {
    const [chosen, right] = [ids.includes(option.id), key.includes(option.id)];
    if (chosen === right) return [];
    if (right) return [remark(option, 'left-out')];
    return [remark(option, solved.late.includes(option.id) ? 'late' : 'chosen')];
  });
  const verdict = options.length === 0 ? 'right' : options.length === 1 ? 'near' : 'wrong';
  return { judgement: judged(verdict, { options }) };
}

function judgeOrder(raw: unknown, one: Case, solved: Solved): Judged {
  const ids = idsOf(raw, one);
  if (!ids || ids.length !== one.options.length) return issue(`${ISSUE}order`, shownIds(one));
  const key = solved.key as readonly string[];
  // Options that measure the same may stand either way round.
  const measure = (id: string) => solved.measured[id] ?? '';
  const options = ids.flatMap((id, i) => {
    const option = one.options.find((each) => each.id === id);
    return !option || byMeasure(measure(id), measure(key[i] ?? '')) === 0
      ? []
      : [remark(option, 'misplaced')];
  });
  const verdict = options.length === 0 ? 'right' : options.length === 2 ? 'near' : 'wrong';
  return { judgement: judged(verdict, { options }) };
}

interface Warning {
  severity: 'forbidden' | 'advice';
  start: number;
  end: number;
  message: string;
  instead: string;
  ruleId: string;
}

const DAY = /^\d{4}-(\d{2})-(\d{2})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether a text names a day: 2026-12-04, 4 December, Dec 4th, 12月4日, 4/12, 12/4, 04.12.; the year may be left out. */
function isDayNamed(month: number, day: number, text: string): boolean {
  const [m, d] = [`0?${month}`, `0?${day}`];
  const word = `${MONTHS[month - 1] ?? ''}[a-z]*\\.?`;
  return [
    `${m}\\s*月\\s*${d}\\s*[日号]`,
    `\\b${d}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${word}`,
    `\\b${word}\\s+(?:the\\s+)?${d}(?!\\d)`,
    `(?:^|[^\\d])${m}\\s*[-/.]\\s*${d}(?!\\d)`,
    `(?:^|[^\\d])${d}\\s*[-/.]\\s*${m}(?!\\d)`,
  ].some((pattern) => new RegExp(pattern, 'iu').test(text));
}

/** Whether a text names a value; a number in any notation that means the same: 12, 12.00, 12,00. */
function isNamed(value: string, text: string): boolean {
  const [, month, day] = DAY.exec(value) ?? [];
  if (month !== undefined) return isDayNamed(Number(month), Number(day), text);
  const wanted = Number(value);
  if (!Number.isFinite(wanted)) return text.includes(value);
  // A month is no amount.
  const bare = text.replace(/\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s*月\s*\d{1,2}\s*[日号]/gu, ' ');
  return (bare.match(/\d+(?:[.,]\d+)?/g) ?? []).some(
    (each) => Number(each.replace(',', '.')) === wanted,
  );
}

async function judgeText(raw: unknown, one: Case, ask: Ask, asOf: string): Promise<Judged> {
  const { question } = one.exercise;
  if (question.type !== 'text' || typeof raw !== 'string' || raw.trim() === '')
    return issue(`${ISSUE}text`);
  if (!readsAsReply(raw)) return { judgement: judged('wrong', { text: [{ is: 'no-reply' }] }) };
  const answer = await ask('reply-guard', { text: raw, platform: question.platform }, asOf);
  const warnings =
    answer.kind === 'ok' ? (answer as unknown as { warnings: Warning[] }).warnings : [];
  const missing = question.mentions
    .map((name) => String(resolve(name, one.variant)))
    .filter((value) => !isNamed(value, raw.normalize('NFKC')));
  const text: TextRemark[] = [
    ...warnings.map(({ severity, start, end, message, instead, ruleId }) => ({
      is: severity,
      start,
      end,
      message,
      instead,
      ruleId,
    })),
    ...missing.map((value) => ({ is: 'not-named' as const, value })),
  ];
  // Who names nothing of what was asked for has answered something else.
  const isElsewhere = missing.length > 1 && missing.length === question.mentions.length;
  const verdict =
    isElsewhere || text.some(({ is }) => is === 'forbidden')
      ? 'wrong'
      : text.length > 0
        ? 'near'
        : 'right';
  return { judgement: judged(verdict, { text }) };
}

/** What an answer is worth, and why; or what is wrong with it as an answer. */
export async function judge(
  raw: unknown,
  one: Case,
  solved: Solved,
  ask: Ask,
  asOf: string,
): Promise<Judged> {
  const { question } = one.exercise;
  if (question.type === 'number')
    return judgeNumber(raw, question.within, question.unit === 'percent', solved);
  if (question.type === 'moment') return judgeMoment(raw, question.zone, solved);
  if (question.type === 'choice') return judgeChoice(raw, one, solved);
  if (question.type === 'choices') return judgeChoices(raw, one, solved);
  if (question.type === 'order') return judgeOrder(raw, one, solved);
  return judgeText(raw, one, ask, asOf);
}

/** A key for eyes that cannot see options: ids parted by commas. */
export const keyText = (key: Key): string =>
  typeof key === 'object' ? key.join(', ') : String(key);
