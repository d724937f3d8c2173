/** The line a closed case leaves in the case log. */
import type { Case } from '../shared/case.ts';
import { lastOf } from '../shared/last-of.ts';
import type { CaseDeskData } from './data.ts';

/** Columns of the case log as the handbook names them, in its order. */
export const LOG_COLUMNS = [
  'platform',
  'order',
  'product',
  'country',
  'opened',
  'first-answer',
  'closed',
  'reason',
  'cause',
  'evidence',
  'asked',
  'offered',
  'outcome',
  'cost',
  'currency',
  'decided-by',
  'script',
  'learned',
] as const;
export type LogColumn = (typeof LOG_COLUMNS)[number];
export type LogLine = Readonly<Record<LogColumn, string>>;

const sum = (amount: string | undefined, currency: string | undefined): string =>
  amount === undefined ? '' : [amount, currency].filter(Boolean).join(' ');

/** Events that answer a case, by the first of which the desk’s own speed is measured. */
const ANSWERS = /answered|decided|reviewed|resolved|defenceSent/i;

/** When the case began, as far as the desk knows: the complaint itself, else the first day on record. */
function openedAt({ events = {}, createdAt, replies, outcomes }: Case, primary?: string): string {
  const begun = primary === undefined ? undefined : events[primary];
  if (begun !== undefined) return begun;
  const days = [createdAt, replies?.[0]?.at, ...(outcomes ?? []).map(({ at }) => at)];
  return days.filter((at) => at !== undefined).sort()[0] ?? '';
}

/** The line of a case, from what is on record; an empty cell is one nobody filled in. */
export function logLine(one: Case, { flows }: Pick<CaseDeskData, 'flows'>): LogLine {
  const { order = {}, offers = [], events = {} } = one;
  const outcome = [...(one.outcomes ?? [])].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  const primary = one.flow === undefined ? undefined : flows.get(one.flow)?.primary;
  const firstAnswer = Object.entries(events)
    .filter(([event]) => ANSWERS.test(event))
    .map(([, at]) => at)
    .sort()[0];
  const asked = lastOf(offers, ({ by }) => by === 'buyer');
  const offered = lastOf(offers, ({ by }) => by === 'seller');
  return {
    platform: one.platform ?? '',
    order: order.id ?? '',
    product: order.item ?? '',
    country: one.buyer?.country ?? '',
    opened: openedAt(one, primary),
    'first-answer': firstAnswer ?? one.replies?.[0]?.at ?? '',
    closed: outcome?.at ?? '',
    reason: one.reason ?? '',
    cause: outcome?.cause ?? '',
    evidence: (one.evidence?.files ?? []).map(({ name }) => name).join('; '),
    asked: sum(order.claim ?? asked?.amount, asked?.currency ?? order.currency),
    offered: sum(offered?.amount, offered?.currency ?? order.currency) || (offered?.text ?? ''),
    outcome: outcome?.how ?? '',
    cost: outcome?.cost ?? '',
    currency: outcome?.currency ?? order.currency ?? '',
    'decided-by': outcome?.by ?? one.level ?? one.owner ?? '',
    script: lastOf(one.replies, ({ situation }) => situation !== undefined)?.situation ?? '',
    learned: outcome?.prevention ?? '',
  };
}
