import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { momentWords } from '../shared/moment/every-word.ts';
import { giveWords } from '../shared/moment/vocabulary.ts';
import { loadTemporal } from '../shared/time.ts';
import { toCase } from './case.ts';
import { endsShown, type FlowClocks } from './shown.ts';
import { readerOf } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const ASKED = '2026-11-21T00:00:00Z';
const flows = content.collection<FlowClocks>('flows');
await loadTemporal();
giveWords(momentWords(), true);
const read = (text: string) => {
  const result = readerOf(content)({ text }, ASKED);
  if (result.kind !== 'ok') throw new Error(text);
  return result;
};
const ends = (text: string, flow: string | null) =>
  endsShown(text, read(text), flow === null ? null : (flows.get(flow) ?? null)).map(
    ({ at, clock }) => [at, clock],
  );
const SNAD = 'aliexpress.snad-new';

describe('an end that is shown', () => {
  it.each([
    ['Seller must respond within 2d 04:13:22', SNAD, '2026-11-23T04:13:22Z', 'first-answer'],
    ['请在 3天12小时 内响应', SNAD, '2026-11-24T12:00:00Z', 'first-answer'],
    ['卖家响应剩余时间\n剩余 3天12小时', SNAD, '2026-11-24T12:00:00Z', 'first-answer'],
    ['Осталось 2 дня 5 часов для ответа продавца', SNAD, '2026-11-23T05:00:00Z', 'first-answer'],
    ['Il reste 3 jours pour répondre', 'aliexpress.inr', '2026-11-24T00:00:00Z', 'first-answer'],
    ['协商剩余时间：2天3小时', SNAD, '2026-11-23T03:00:00Z', 'negotiation-end'],
    ['Upload evidence, 2 days 1 hour left', SNAD, '2026-11-23T01:00:00Z', 'evidence'],
    ['Respond by Nov 23, 2026 10:00', 'ebay.request', '2026-11-23T10:00:00Z', 'resolve'],
    ['осталось 1 д 5 ч', 'aliexpress.cancel-request', '2026-11-22T05:00:00Z', 'answer-cancel'],
    [
      'Buyer protection: 4 days 2 hours left',
      'aliexpress.order',
      '2026-11-25T02:00:00Z',
      'receipt-period-end',
    ],
  ])('%s, in %s', (text, flow, at, clock) => expect(ends(text, flow)).toEqual([[at, clock]]));

  it.each([
    ['剩余 3天12小时', SNAD, '2026-11-24T12:00:00Z'],
    ['noch 2 Tage und 3 Stunden', SNAD, '2026-11-23T03:00:00Z'],
    ['Seller must respond within 2d 04:13:22', null, '2026-11-23T04:13:22Z'],
    [
      'Respond with your negotiation offer and evidence: 2d 04:13:22 left',
      SNAD,
      '2026-11-23T04:13:22Z',
    ],
  ])('is asked about where nothing tells: %s', (text, flow, at) =>
    expect(ends(text, flow)).toEqual([[at, null]]),
  );

  it('is asked about where two claim one clock, and is told once where it stands twice', () => {
    const [one, two] = ['respond within 2d 04:13:22', 'respond within 3d 04:13:22'];
    expect(ends(`${one}\n${two}`, SNAD).map(([, clock]) => clock)).toEqual([null, null]);
    expect(ends(`${one}\n${one}`, SNAD)).toEqual([['2026-11-23T04:13:22Z', 'first-answer']]);
  });

  it('is no time that has passed, and none somebody has waited', () => {
    expect(ends('paid 2026-11-02 10:00, waiting for 30 days', SNAD)).toEqual([]);
  });
});

describe('an amount goes into the case by what it is called', () => {
  it.each([
    ['Refund requested: US $12.50', { claim: '12.50', currency: 'USD' }],
    ['I want 5 USD', { claim: '5.00', currency: 'USD' }],
    [
      'Order total: US $25.00\nRefund requested: US $12.50',
      { claim: '12.50', price: '25.00', currency: 'USD' },
    ],
    ['I paid 20 EUR', { price: '20.00', currency: 'EUR' }],
    ['quiero 12,50 € de vuelta', { claim: '12.50', currency: 'EUR' }],
    ['верните 500 ₽', { claim: '500.00', currency: 'RUB' }],
    ['退款金额 30 USD', { claim: '30.00', currency: 'USD' }],
    ['订单金额 30 USD', { price: '30.00', currency: 'USD' }],
    ['give me £20 back', { claim: '20.00', currency: 'GBP' }],
    ['환불 15000원', { claim: '15000', currency: 'KRW' }],
    ['환불 ₩15000', { claim: '15000', currency: 'KRW' }],
    ['paid 20 EUR, refund 5 USD', { claim: '5.00', currency: 'USD' }],
    ['it was 5 EUR', undefined],
    ['give me $20 back', undefined],
  ])('%s', (text, order) => expect(toCase({}, read(text)).order).toEqual(order));
});

it.each([
  ['Case ID PP-R-ABC-123456789 was opened', ['PP-R-ABC-123456789']],
  ['PayPal: pp-d-xyz-98765432', ['pp-d-xyz-98765432']],
  ['案件号PP-001-234-567-890', ['PP-001-234-567-890']],
  ['part PP-100-200', []],
  ['APP-R-ABC-123456789', []],
])('a case of PayPal has a number of its own: %s', (text, ids) =>
  expect(read(text).orderIds).toEqual(ids),
);
