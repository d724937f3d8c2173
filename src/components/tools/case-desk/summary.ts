import { lastOf } from '@/calculators/shared/last-of.ts';
import type { Detail } from './work/view.ts';
import type { DeskWords } from './words.ts';

/**
 * A case in the lines whoever takes over needs to decide, in one language.
 *
 * @param at the moment it is written.
 */
export function summaryIn(
  words: DeskWords,
  { one, judged, evidence }: Pick<Detail, 'one' | 'judged' | 'evidence'>,
  at: string,
): string {
  const { own } = words;
  const demand = lastOf(one.offers, ({ by }) => by === 'buyer');
  const offer = lastOf(one.offers, ({ by }) => by === 'seller');
  const sum = (amount: string | undefined, currency: string | undefined) =>
    amount === undefined ? '–' : words.money(amount, currency ?? one.order?.currency ?? null);
  const line = (key: string, text: string) => {
    const name = own(`handover.${key}`);
    return `${name}${words.colon}${text || '–'}`;
  };
  const { next } = judged;
  const missing = evidence?.items.filter(({ isTicked }) => !isTicked) ?? [];
  const replies = (one.replies ?? []).map((reply) =>
    [words.at(reply.at), reply.language, reply.situation && words.reason(reply.situation)]
      .filter(Boolean)
      .join(' · '),
  );
  return [
    own('handover.title', {
      case: words.title({ name: one.name ?? '', order: one.order?.id ?? '', id: one.id }),
    }),
    line(
      'kind',
      [words.kind(judged.flow), one.reason ? words.reason(one.reason) : '']
        .filter(Boolean)
        .join(' · '),
    ),
    line('order', one.order?.id ?? ''),
    line('product', one.order?.item ?? ''),
    // A price is no wish: where nobody has named a sum, none is put into the buyer’s mouth.
    line(
      'asked',
      one.order?.claim === undefined
        ? sum(demand?.amount, demand?.currency)
        : sum(one.order.claim, one.order.currency),
    ),
    line(
      'offered',
      offer
        ? offer.amount === undefined
          ? (offer.text ?? '')
          : sum(offer.amount, offer.currency)
        : '',
    ),
    line('plan', one.plan?.walkAway ? sum(one.plan.walkAway, one.plan.currency) : ''),
    line(
      'next',
      next
        ? words.sentences([words.stopped(words.action(next)), words.because(next)])
        : own('state.closed'),
    ),
    line('until', next?.until ? words.at(next.until) : ''),
    line('level', judged.decides ?? one.level ?? ''),
    // Each is a sentence of its own list; in a row, its stop stands before the next sign.
    line('missing', words.apart(missing.map(({ id }) => words.item(id).replace(/[.。]$/u, '')))),
    line('replies', words.apart(replies)),
    line('note', one.notes?.at(-1)?.text ?? ''),
    words.clockNamed(at, ...(next?.until ? [next.until] : [])),
  ].join('\n');
}
