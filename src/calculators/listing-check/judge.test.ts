import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import type { Check, Fault } from './fault.ts';
import { calculate, calculateAll, type ListingOk } from './index.ts';
import { dataFrom } from './tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const ASKED = '2026-11-21T00:00:00Z';

/** Faults made up of words to look for, each with its checks. */
const faults = (...all: (Partial<Fault> & { checks: readonly Check[] })[]): Fault[] =>
  all.map((one, i) => ({
    id: `F${i + 1}`,
    severity: 'claims',
    reason: null,
    page: '',
    rules: {},
    ...one,
  }));
const words = (...tokens: string[]): Check[] =>
  tokens.map((token, i) => ({ id: `c${i + 1}`, extends: 'existence', tokens: [token] }));

function judged(by: readonly Fault[], input: object): ListingOk {
  const result = calculate({ platform: 'aliexpress', ...input }, { ...data, faults: by }, ASKED);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}
const toldOf = ({ findings }: ListingOk) =>
  findings.map(({ id, part, words: text, more }) => [id, part, text, more]);

describe('of what one fault finds in one place', () => {
  it('the widest words are told, and what reaches further than they', () => {
    const by = faults({ checks: words('lamp', 'warm lamp', 'lamp oak', 'desk') });
    expect(toldOf(judged(by, { title: 'warm lamp oak desk', description: 'lamp' }))).toEqual([
      ['F1', 'title', 'warm lamp', 0],
      ['F1', 'description', 'lamp', 0],
      ['F1', 'title', 'lamp oak', 0],
      ['F1', 'title', 'desk', 0],
    ]);
  });

  it('another fault tells its own', () => {
    const by = faults({ checks: words('warm lamp') }, { checks: words('lamp') });
    expect(toldOf(judged(by, { title: 'warm lamp' })).map(([id]) => id)).toEqual(['F1', 'F2']);
  });

  it('every one about a whole field is told', () => {
    const missing = (kind: string): Check => ({
      id: kind,
      extends: 'measure',
      measure: 'no-picture',
      options: { kind },
    });
    const by = faults({ checks: [missing('defect'), missing('box')] });
    expect(
      judged(by, { title: 'Lamp', pictures: 'main' }).findings.map(({ messageKey }) => messageKey),
    ).toEqual(['F1.defect', 'F1.box']);
  });

  it('a hundred are told one by one, and the wider one that is told instead says how many more', () => {
    const many = 'best '.repeat(150).trim();
    const by = faults({ checks: words('best') });
    const told = judged(by, { title: 'best', description: many });
    expect(told.findings).toHaveLength(101);
    expect(toldOf(told).at(-1)).toEqual(['F1', 'description', 'best', 50]);
    const wide = faults({ checks: words('best', 'best(?: best){140,}') });
    expect(toldOf(judged(wide, { title: 'best', description: many }))).toEqual([
      ['F1', 'description', many, 50],
      ['F1', 'title', 'best', 0],
    ]);
  });
});

describe('the order of findings', () => {
  it('is by weight, then what is disputed before what is not, then as the data goes', () => {
    const one = (token: string, severity: Fault['severity'], reason: string | null) => ({
      severity,
      reason,
      checks: words(token),
    });
    const by = faults(
      one('a', 'advice', 'x'),
      one('b', 'claims', null),
      one('c', 'claims', 'x'),
      one('d', 'claims', null),
      one('e', 'blocks', null),
      one('f', 'claims', 'x'),
      one('g', 'search', 'x'),
    );
    const { findings } = judged(by, { title: 'a b c d e f g' });
    expect(findings.map(({ words: text }) => text).join(' ')).toBe('e c f b d g a');
  });
});

describe('what was not given', () => {
  it.each([
    [{}, ['prices']],
    [{ list: 9 }, []],
    [{ now: 9 }, []],
    [{ list: 9, now: 8 }, ['low30']],
    [{ list: 9, now: 8, low30: 7 }, []],
    [{ low30: 7 }, ['prices']],
  ])('of the prices %j', (prices, missing) => {
    const { notChecked } = judged([], { title: 'Lamp', prices });
    expect(notChecked.filter((id) => id === 'prices' || id === 'low30')).toEqual(missing);
  });

  it.each([
    [{ daysMin: 1 }, false],
    [{ daysMax: 1 }, false],
    [{ prepareDays: 1 }, false],
    [{ line: 'Post' }, true],
  ])('of the promise %j', (promise, isMissing) => {
    expect(judged([], { title: 'Lamp', promise }).notChecked.includes('promise')).toBe(isMissing);
  });

  it.each([
    [{ unit: 'piece' }, false],
    [{ lot: 2 }, false],
    [{}, true],
  ])('of the unit %j', (input, isMissing) => {
    expect(judged([], { title: 'Lamp', ...input }).notChecked.includes('unit')).toBe(isMissing);
  });
});

describe('what only eyes can see', () => {
  const asked = (input: object, by: readonly Fault[] = []) =>
    judged(by, { title: 'Lamp', ...input }).beforePublishing;

  it('is asked of what is sold', () => {
    expect(asked({})).toEqual(['own-pictures', 'defect-picture', 'box-picture', 'line-asked']);
    expect(asked({ skus: 'Red\nBlue', pictures: 'defect\nbox', promise: { daysMax: 9 } })).toEqual([
      'own-pictures',
      'picture-shows-sku',
    ]);
    expect(asked({ skus: 'Red', brands: 'Oak' })).toEqual([
      'own-pictures',
      'defect-picture',
      'box-picture',
      'authorisation',
      'line-asked',
    ]);
  });

  it.each([
    ['M', true],
    ['Red xxl', true],
    ['XXXL', true],
    ['XXXXL', false],
    ['Small', false],
    ['Red', false],
  ])('a chart for letters of sizes: %s', (skus, isAsked) => {
    expect(asked({ skus }).includes('size-chart')).toBe(isAsked);
    expect(asked({ skus, pictures: 'size' })).not.toContain('size-chart');
  });

  it('and of what was found', () => {
    const by = (id: string, check = 'c1') =>
      faults({ id, checks: words('lamp').map((one) => ({ ...one, id: check })) });
    expect(asked({}, by('L01'))).toContain('unit-picture');
    expect(asked({}, by('L07'))).toContain('size-chart');
    expect(asked({}, by('L14', 'no-size'))).toContain('size-chart');
    expect(asked({}, by('L14', 'no-box'))).not.toContain('size-chart');
    expect(asked({}, by('L11'))).toContain('authorisation');
  });
});

describe('of many listings', () => {
  it('copies are looked for where the check for them holds', () => {
    const rows = Array.from({ length: 2 }, () => ({
      platform: 'aliexpress',
      title: 'Best steel wall hooks',
    }));
    const copies = (platform: 'aliexpress' | 'ozon') =>
      calculateAll(
        rows,
        {
          ...data,
          faults: faults({
            checks: [{ id: 'c', extends: 'measure', measure: 'copies', platforms: [platform] }],
          }),
        },
        ASKED,
      ).summary.byFault;
    expect(copies('aliexpress')).toEqual([{ id: 'F1', findings: 1, listings: 1 }]);
    expect(copies('ozon')).toEqual([]);
  });

  it('faults of as many rows are ordered by how often they are found', () => {
    const rows = [{ platform: 'aliexpress', title: 'red oak oak pine pine pine' }];
    const { byFault, clean, unread } = calculateAll(
      [...rows, { platform: 'aliexpress', title: 'Lamp' }, {}],
      {
        ...data,
        faults: faults(
          { checks: words('red') },
          { checks: words('pine') },
          { checks: words('oak') },
        ),
      },
      ASKED,
    ).summary;
    expect(byFault.map(({ id, findings }) => [id, findings])).toEqual([
      ['F2', 3],
      ['F3', 2],
      ['F1', 1],
    ]);
    expect([clean, unread]).toEqual([1, 1]);
  });
});
