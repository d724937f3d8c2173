import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { dataFrom } from './tool.ts';
import { decodeInput, encodeInput } from './permalink.ts';

setTemporal(Temporal);
const content = openContent(join(import.meta.dirname, '../../content'));
const data = dataFrom(content);
const NOW = '2026-11-21T00:00:00Z';

describe('a permalink', () => {
  it('comes back as it was, with every kind of field', () => {
    const input = {
      flow: 'aliexpress.order',
      events: { paidAt: '2026-11-20 23:15', shippedAt: '2026-11-21T07:15:00+08:00' },
      shownDue: { 'first-scan': '1天12小时' },
      zone: 'Asia/Shanghai',
      workHours: '09:00-18:00',
      promisedDays: '60',
      buyerCountry: 'BR',
    };
    const link = encodeInput(input);
    expect(link).toMatch(/^#\?buyerCountry=BR&events\.paidAt=/);
    expect(decodeInput(link, data, NOW)).toEqual({ input, ignored: [], waits: false });
  });

  it('leaves out what it cannot use, says so, and keeps the rest', () => {
    const { input, ignored } = decodeInput(
      '#?flow=aliexpress.inr&events.disputeOpenedAt=2026-11-20%2023:15&events.shippedAt=03/04/2026&zone=Mars&colour=red&v=1',
      data,
      NOW,
    );
    expect(input).toEqual({
      flow: 'aliexpress.inr',
      events: { disputeOpenedAt: '2026-11-20 23:15' },
    });
    expect(ignored.map(({ key }) => key).sort()).toEqual(['colour', 'events.shippedAt', 'zone']);
    for (const part of ignored) expect(content.messages()).toHaveProperty([part.messageKey]);
    expect(decodeInput('#?flow=nothing&v=1', data, NOW).input).toBeNull();
    expect(decodeInput('', data, NOW)).toEqual({ input: null, ignored: [], waits: false });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom('flow=aliexpress.inr', 'events.', '&', '=', '%', 'events.paidAt=x'),
          ),
        ),
        (parts) => {
          expect(decodeInput(`#?${parts.join('&')}`, data, NOW).ignored).toBeInstanceOf(Array);
        },
      ),
    );
  });
});
