import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listingFaultSchema, listingPartsSchema } from '../../schemas/listing.ts';
import { openContent } from '../cli-content.ts';
import type { ListingParts, WordedFault } from './fault.ts';

const root = join(import.meta.dirname, '../../content');
const content = openContent(root);
const faults = [...content.collection<WordedFault>('listing-faults').values()];
const parts = content.collection<ListingParts>('listing-parts').get('shared');
const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the faults in the data', () => {
  it('are sixteen classes and fit their schema', () => {
    expect(faults.map(({ id }) => id)).toEqual(
      Array.from({ length: 16 }, (_, i) => `L${String(i + 1).padStart(2, '0')}`),
    );
    for (const fault of faults)
      expect(listingFaultSchema.safeParse(fault).error?.issues ?? [], fault.id).toEqual([]);
    expect(listingPartsSchema.safeParse(parts).error?.issues ?? []).toEqual([]);
  });

  it('rest on rules that exist and lead to pages that exist', () => {
    const rules = content.rules();
    let cited = 0;
    for (const { id, page, rules: own, checks } of faults) {
      expect(existsSync(join(root, `docs/en/${page}.mdx`)), `${id} → ${page}`).toBe(true);
      const ids = [
        ...Object.values(own).flat(),
        ...checks.flatMap((check) => Object.values(check.rules ?? {}).flat()),
        ...checks.flatMap((check) => (check.extends === 'length' ? [check.rule] : [])),
        ...checks.flatMap((check) =>
          check.extends === 'repetition' ? Object.values(check.limit) : [],
        ),
      ];
      for (const rule of ids) expect(rules.has(rule), `${id} cites ${rule}`).toBe(true);
      cited += ids.length;
    }
    expect(cited).toBeGreaterThan(60);
  });

  it('hold no pattern with a capital, since texts are searched without them', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value)].flatMap(
              texts,
            )
          : [];
    const { properties, box, units, ...lists } = parts as ListingParts;
    const patterns = [
      ...texts([lists.pairs, lists.pairsNot, lists.devices, lists.accessories, lists.models]),
      ...texts([lists.denied, lists.wholes]),
      ...texts([lists.notForSale, lists.compatible, lists.small, lists.numbers, units]),
      ...texts([...Object.values(box).filter(Array.isArray), ...Object.values(box.things)]),
      ...properties.flatMap(({ groups, ...property }) => [
        ...texts([property.names, property.notNames, property.saidBy, property.beside]),
        ...texts([property.notSaid]),
        ...texts([property.goods, property.notGoods, property.notLetters, property.of]),
        ...Object.keys(property.units ?? {}),
        ...Object.values(groups ?? {}).flatMap((values) => texts(Object.values(values))),
      ]),
      ...faults.flatMap(({ checks }) =>
        checks.flatMap((check) =>
          check.extends === 'existence'
            ? texts([check.tokens, check.exceptions, check.goods])
            : check.extends === 'substitution'
              ? Object.keys(check.swap)
              : [],
        ),
      ),
    ];
    const plain = (source: string) => source.replace(/\\[pP]\{[^}]*\}|\\[a-zA-Z]/g, '');
    expect(patterns.length).toBeGreaterThan(1000);
    expect(patterns.filter((source) => plain(source) !== plain(source).toLowerCase())).toEqual([]);
  });

  it('say the same in both languages', () => {
    for (const { id, checks } of faults) {
      expect(new Set(checks.map((check) => check.id)).size, id).toBe(checks.length);
      for (const check of checks)
        expect([`${id}.${check.id}`, ...slots(check.message['zh-CN'])]).toEqual([
          `${id}.${check.id}`,
          ...slots(check.message.en),
        ]);
    }
  });

  it('lead to disputes that the page can name', () => {
    const words = JSON.parse(
      readFileSync(join(root, 'i18n/parts/listing-check.en.json'), 'utf8'),
    ) as Record<string, string>;
    const reasons = faults.flatMap(({ reason, checks }) => [
      reason,
      ...checks.map((check) => check.reason ?? null),
    ]);
    for (const reason of reasons.filter((one) => one !== null))
      expect(words).toHaveProperty([`tool.listing-check.reason.${reason}`]);
  });

  it('name a property that exists', () => {
    const known = new Set(parts?.properties.map(({ id }) => id));
    for (const { checks } of faults)
      for (const check of checks)
        if (check.extends === 'consistency') expect(known).toContain(check.property);
    expect(readdirSync(join(root, 'listing-faults')).length).toBeGreaterThanOrEqual(16);
  });
});
