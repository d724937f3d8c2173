import type { Bundle, Option, SettlementOk } from '@/calculators/settlement/index.ts';
import { fromDecimal } from '@/calculators/shared/exact.ts';
import { plainMoney } from '@/calculators/shared/money.ts';
import { scriptLink } from '../shared/script-link.ts';

/** Situations of the reply tool, by way out. */
const SITUATIONS: Readonly<Record<string, string>> = {
  hold: 'hold-with-evidence',
  'return-refund': 'offer-return',
  'partial-refund': 'offer-partial-refund',
  resend: 'offer-resend',
  'spare-part': 'offer-spare-part',
  coupon: 'offer-coupon',
};
/** What the script of two offers can name beside a part refund. */
const SECONDS: readonly string[] = ['resend', 'spare-part', 'return-refund'];

/** In a form the reply tool cannot read in two ways. */
const plain = (amount: string, currency: string) => plainMoney(fromDecimal(amount), currency);

const platformOf = ({ platform }: Pick<SettlementOk, 'platform'>) =>
  platform === null || platform === 'other' ? {} : { platform };

export interface Reply {
  /** Which words the link carries: the way out, or `two`. */
  id: string;
  href: string;
}

/** The reply that makes this offer, with its numbers filled in; null where no script does. */
export function replyTo(
  folder: string,
  result: SettlementOk,
  id: string,
  amount: string | null,
): Reply | null {
  const situation = SITUATIONS[id];
  if (situation === undefined || (id === 'coupon' && result.platform === 'paypal')) return null;
  const vars =
    amount === null
      ? {}
      : { vars: { amount: plain(amount, result.currency), currency: result.currency } };
  return { id, href: scriptLink(folder, situation, { ...platformOf(result), ...vars }) };
}

/** The amount that belongs into the reply to a way out. */
export const amountOf = ({ id, buyerReceives }: Option): string | null =>
  id === 'partial-refund' || id === 'coupon' ? buyerReceives : null;

/** The replies that make the offers of a bundle: one for two offers where the script knows both. */
export function repliesTo(folder: string, result: SettlementOk, { offers }: Bundle): Reply[] {
  const part = offers.find(({ id }) => id === 'partial-refund');
  const second = offers.find(({ id }) => SECONDS.includes(id));
  if (part?.amount && second) {
    const vars = {
      amount: plain(part.amount, result.currency),
      currency: result.currency,
      second: second.id,
    };
    return [
      {
        id: 'two',
        href: scriptLink(folder, 'offer-two-options', { ...platformOf(result), vars }),
      },
    ];
  }
  const face = result.options.find(({ id }) => id === 'coupon')?.buyerReceives ?? null;
  const links = offers.map(({ id, amount }) =>
    id === 'mixed'
      ? replyTo(folder, result, 'coupon', face)
      : replyTo(folder, result, id, id === 'coupon' ? face : amount),
  );
  const found = links.filter((link) => link !== null);
  return found.filter((one, i) => found.findIndex(({ href }) => href === one.href) === i);
}
