import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as motives from './buyer-motives/index.ts';
import { dataFrom as motivesData } from './buyer-motives/tool.ts';
import { openContent } from './cli-content.ts';
import * as planner from './deadline-planner/index.ts';
import { dataFrom } from './deadline-planner/tool.ts';
import * as rate from './dispute-rate/index.ts';
import { metricsOf } from './dispute-rate/tool.ts';
import { tools } from './registry.ts';
import * as reply from './reply-script/index.ts';
import { libraryOf } from './reply-script/tool.ts';
import * as settlement from './settlement/index.ts';
import { merge, readCase, type Case } from './shared/case.ts';
import { decode, encode, type PermalinkValue } from './shared/permalink.ts';
import { readPlainDay } from './shared/plain-day.ts';
import { loadTemporal } from './shared/time.ts';
import * as transit from './transit-warning/index.ts';
import { dataFrom as transitData } from './transit-warning/tool.ts';

const content = openContent(join(import.meta.dirname, '../content'));
const ASKED = '2026-11-21T00:00:00Z';

/** A case in which everything is known. */
const EXAMPLE: Case = {
  version: 2,
  id: 'A-1001',
  name: 'The lamp from order 81',
  platform: 'aliexpress',
  flow: 'aliexpress.snad-classic',
  reason: 'snad',
  order: {
    id: '8123456789012345',
    item: 'lamp, “blue”',
    price: '24.90',
    currency: 'EUR',
    shippedAt: '2026-10-20T02:00:00Z',
    promisedDays: 30,
    tracking: 'LP00512345678901',
  },
  buyer: { name: 'Ewa & Jan', country: 'PL', language: 'pl' },
  events: { disputeOpenedAt: '2026-11-18T03:00:00Z', platformAskedAt: '2026-11-20T03:00:00Z' },
  offers: [
    { at: '2026-11-18T05:00:00Z', by: 'seller', amount: '12.50', currency: 'EUR' },
    { at: '2026-11-18T09:00:00Z', by: 'buyer', amount: '24.90', currency: 'EUR' },
  ],
  replies: [{ at: '2026-11-18T05:00:00Z', language: 'pl', text: 'Zwracamy 12,50 € = połowę.' }],
  notes: [{ at: '2026-11-18T05:00:00Z', text: 'call first' }],
};

interface Read {
  input: object | null;
  ignored: readonly unknown[];
}

/** From what a tool takes of a case to its address, and back, by the tool's own codec. */
const links: Record<string, (part: never) => Read> = {
  'buyer-motives': (part: motives.MotivesInput) =>
    motives.decodeInput(motives.encodeInput(part), motivesData(content), ASKED),
  'deadline-planner': (part: planner.PlannerInput) =>
    planner.decodeInput(planner.encodeInput(part), dataFrom(content), ASKED),
  'dispute-rate': (part: Record<string, PermalinkValue>) =>
    rate.decodeInput(rate.encodeInput(part), metricsOf(content)),
  'reply-guard': (part: Record<string, string>) =>
    decode(
      encode(part),
      Object.fromEntries(Object.keys(part).map((name) => [name, { kind: 'one' }])),
    ),
  'reply-script': (part: reply.ReplyInput) => {
    const form = { switches: {}, stack: [], settings: {}, vars: {}, ...part } as reply.Linked;
    const { linked, ignored } = reply.readLink(
      reply.writeLink({ ...form, situation: 'offer-partial-refund' }),
      libraryOf(content),
      '',
      'aliexpress',
      { today: ASKED.slice(0, 10), read: readPlainDay },
    );
    const { platform, language, vars } = linked;
    return { input: { platform, language, vars }, ignored };
  },
  settlement: (part: settlement.SettlementInput) =>
    settlement.decodeInput(settlement.encodeInput(part)),
  'transit-warning': (part: transit.TransitInput) =>
    transit.decodeInput(transit.encodeInput(part), transitData(content), ASKED),
};

await loadTemporal();
const opened = await Promise.all(
  Object.entries(tools).map(async ([slug, load]) => ({ slug, tool: await load() })),
);
const asking = opened.filter(({ tool }) => tool.fromCase);

describe('a case handed to a tool', () => {
  it('is of use to most', () => expect(asking.length).toBeGreaterThanOrEqual(5));

  it.each(asking)('loses nothing on the way into the form of $slug', ({ slug, tool }) => {
    const part = tool.fromCase?.(EXAMPLE) ?? {};
    expect(Object.keys(part).length).toBeGreaterThan(0);
    const link = links[slug];
    if (!link) throw new Error(`Say in this test how ${slug} writes its address.`);
    const { input, ignored } = link(part as never);
    expect(ignored).toEqual([]);
    const typed = (value: unknown): unknown =>
      typeof value === 'number'
        ? String(value)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, typed(held)]))
          : value;
    expect(typed(input)).toEqual(typed(part));
  });

  it.each(asking)('may know nothing: $slug asks with nothing then', ({ tool }) => {
    expect(tool.fromCase?.({ version: 2, id: 'x' })).toEqual({});
  });

  it.each(asking)('is understood by $slug', async ({ tool }) => {
    const answer = await tool.run(tool.fromCase?.(EXAMPLE), content, ASKED);
    // A reply needs a situation, a rate its counts: what came from the case is not what is wrong.
    if (answer.kind === 'invalid') expect(JSON.stringify(answer)).toMatch(/"path":"situation"/);
    else expect(['ok', 'incomplete']).toContain(answer.kind);
  });
});

describe('an answer handed back to a case', () => {
  it('keeps moments as instants, and who it was about', async () => {
    const tool = await tools['deadline-planner']?.();
    const input = {
      flow: 'aliexpress.snad-classic',
      events: { disputeOpenedAt: '2026-11-18 19:00' },
    };
    const answer = await tool?.run({ ...input, buyerCountry: 'PL' }, content, ASKED);
    const patch = tool?.toCase?.(input, answer as never) ?? {};
    expect(patch).toMatchObject({ flow: input.flow, platform: 'aliexpress' });
    expect(patch.buyer).toEqual({ country: 'PL' });
    for (const moment of Object.values(patch.events ?? {})) expect(moment).toMatch(/Z$/);
  });

  it('keeps a finished reply, once', async () => {
    const tool = await tools['reply-script']?.();
    const input = {
      situation: 'thanks-paid',
      platform: 'aliexpress',
      language: 'de',
      vars: {
        buyerName: 'Ewa',
        orderId: '8147201934',
        item: 'Schreibtischlampe',
        date: '2026-12-01',
        shop: 'Bright',
      },
    };
    const answer = await tool?.run(input, content, ASKED);
    expect(answer?.kind).toBe('ok');
    const patch = tool?.toCase?.(input, answer as never) ?? {};
    const one = merge(merge({ version: 2, id: 'x' }, patch), patch);
    expect(one).toMatchObject({
      buyer: { name: 'Ewa', language: 'de' },
      order: { id: '8147201934', item: 'Schreibtischlampe' },
    });
    expect(one.replies).toHaveLength(1);
    expect(one.replies?.[0]?.text).toContain('Ewa');
    expect(readCase(one)).toEqual(one);
  });

  it.each(opened.filter(({ tool }) => tool.toCase))(
    'changes nothing where $slug has no answer',
    async ({ tool }) => {
      const answer = await tool.run(null, content, ASKED);
      expect(answer.kind).toBe('invalid');
      expect(tool.toCase?.({}, answer)).toEqual({});
    },
  );
});
