import type { Case, CasePatch } from '../shared/case.ts';
import { situationOf } from '../shared/causes.ts';
import { given } from '../shared/given.ts';
import { lastOf } from '../shared/last-of.ts';
import type { ReplyResult } from './calculate.ts';
import { buyerLanguages, replyPlatforms, type ReplyInput } from './schema.ts';

/** Whom the reply goes to and what it is about; what to say is the agent's choice, and begins with the cause. */
export function fromCase({ platform, reason, order, buyer, offers }: Case): Partial<ReplyInput> {
  const offer = lastOf(offers, ({ by, amount }) => by === 'seller' && amount !== undefined);
  const vars = given({
    buyerName: buyer?.name,
    orderId: order?.id,
    item: order?.item,
    tracking: order?.tracking,
    amount: offer?.amount,
    currency: offer ? (offer.currency ?? order?.currency) : undefined,
  });
  return given({
    situation: reason === undefined ? undefined : situationOf(reason),
    platform: replyPlatforms.find((each) => each === platform),
    language: buyerLanguages.find(
      (each) => buyer?.language !== undefined && `${each}-`.startsWith(`${buyer.language}-`),
    ),
    vars: Object.keys(vars).length > 0 ? vars : undefined,
  });
}

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** The finished reply, and what was typed about order and buyer on the way. */
export function toCase({ vars = {} }: ReplyInput, result: ReplyResult): CasePatch {
  if (result.kind !== 'ok') return {};
  const { platform, language, situation, asOf } = result;
  return {
    platform,
    buyer: given({ name: text(vars['buyerName']), language }),
    order: given({
      id: text(vars['orderId']),
      item: text(vars['item']),
      tracking: text(vars['tracking']),
    }),
    replies: [{ at: asOf, situation, language, text: result.text }],
  };
}
