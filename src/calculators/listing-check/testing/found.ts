import { join } from 'node:path';
import { openContent } from '../../cli-content.ts';
import type { Finding } from '../engine.ts';
import type { ListingParts, Measure } from '../fault.ts';
import { calculate, type ListingOk } from '../index.ts';
import { dataFrom } from '../tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../../content')));
const ASKED = '2026-11-21T00:00:00Z';

/** The words that several checks share. */
export const parts = (): ListingParts => data.parts;

/** The answer to a listing for AliExpress, unless it names another platform. */
export function answer(input: object, by = data): ListingOk {
  const result = calculate({ platform: 'aliexpress', ...input }, by, ASKED);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}

/** Of each finding of a check where it stands, which words, and by their names its values, its repair or anything else of it. */
export const found = (key: string, input: object, ...names: string[]): unknown[][] =>
  told(answer(input).findings, key, names);

/** The same for a comparison with options of its own, which nothing remembers from another test. */
export function foundBy(
  measure: Measure['measure'],
  options: Measure['options'],
  input: object,
  ...names: string[]
): unknown[][] {
  const check: Measure = { id: 'own', extends: 'measure', measure, ...(options && { options }) };
  const fault = { id: 'T', severity: 'advice', reason: null, page: '', rules: {} } as const;
  const by = { ...data, faults: [{ ...fault, checks: [check] }] };
  return told(answer(input, by).findings, 'T.own', names);
}

const told = (findings: readonly Finding[], key: string, names: readonly string[]) =>
  findings
    .filter(({ messageKey }) => messageKey === key)
    .map(({ part, words, values, ...rest }) => [
      part,
      words,
      ...names.map((name) => (name in rest ? rest[name as keyof typeof rest] : values[name])),
    ]);
