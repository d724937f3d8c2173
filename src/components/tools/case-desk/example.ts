/** A made-up desk that shows what the board does. No case, person or amount is anybody’s. */
import { CASE_VERSION, type Case } from '@/calculators/shared/case.ts';

const HOUR = 3_600_000;

/** Five cases that stand differently, whenever one looks. */
export function exampleCases(asOf: string): Case[] {
  const ago = (hours: number) =>
    new Date(Math.floor((Date.parse(asOf) - hours * HOUR) / 300_000) * 300_000).toISOString();
  const made = (id: string, parts: Omit<Case, 'version' | 'id'>): Case => ({
    version: CASE_VERSION,
    id,
    createdAt: ago(80),
    changedAt: ago(2),
    ...parts,
  });
  return [
    made('A-1001', {
      platform: 'aliexpress',
      flow: 'aliexpress.snad-classic',
      reason: 'snad-damaged',
      order: { id: 'A-1001', price: '24.00', claim: '24.00', currency: 'USD' },
      buyer: { country: 'BR', language: 'pt' },
      events: { disputeOpenedAt: ago(82) },
    }),
    made('A-1002', {
      platform: 'aliexpress',
      flow: 'aliexpress.snad-classic',
      reason: 'snad-colour-size',
      order: { id: 'A-1002', price: '18.50', claim: '9.00', currency: 'USD' },
      buyer: { country: 'ES', language: 'es' },
      owner: 'Li',
      events: { disputeOpenedAt: ago(100), answeredAt: ago(60) },
      offers: [{ at: ago(60), by: 'seller', amount: '4.00', currency: 'USD' }],
    }),
    made('A-1003', {
      platform: 'aliexpress',
      flow: 'aliexpress.inr',
      reason: 'inr-customs',
      order: { id: 'A-1003', price: '31.00', currency: 'USD' },
      buyer: { country: 'FR', language: 'fr' },
      events: { disputeOpenedAt: ago(20) },
    }),
    made('O-2001', {
      platform: 'ozon',
      flow: 'ozon.realfbs-return',
      order: { id: 'O-2001', price: '2400', currency: 'RUB' },
      buyer: { country: 'RU', language: 'ru' },
      events: { returnRequestedAt: ago(9) },
    }),
    made('A-1004', {
      platform: 'aliexpress',
      flow: 'aliexpress.return',
      reason: 'snad-quality',
      order: { id: 'A-1004', price: '12.00', currency: 'USD' },
      buyer: { country: 'PL', language: 'pl' },
      owner: 'Chen',
      events: { returnAgreedAt: ago(72) },
    }),
  ];
}
