import { textOfFile } from '../dispute-log/index.ts';
import { readCountry } from '../shared/country.ts';
import { fill, type InputIssue } from '../shared/result.ts';
import type { Content, Tool } from '../shared/tool.ts';
import {
  calculate,
  calculateAll,
  rowsOf,
  type ListingData,
  type ListingResult,
  type ListingsOk,
} from './calculate.ts';
import type { Finding } from './engine.ts';
import type { Fault, ListingParts } from './fault.ts';
import { PLATFORMS } from './options.ts';
import { placesOf } from './places.ts';
import { inputFields, inputShape, type ListingInput } from './schema.ts';
import { readTable } from './table.ts';

const TYPES: Partial<Record<keyof ListingInput, string>> = {
  platform: `one of ${PLATFORMS.join(' | ')}`,
  attributes: 'list of { name, value }',
  skus: 'list of { name, price, currency, stock, contains, code }',
  pictures: 'list of { kind, colour, text }',
  promise: '{ prepareDays, line, daysMin, daysMax, freeShipping, shipsTo, lineServes, excludes }',
  brands: 'list of texts',
  prices: '{ list, now, low30, bulkPercentOff }',
  lot: 'count',
  country: 'country',
  asOf: 'day',
};

const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** The slice of the content the check looks with. */
export function dataFrom(content: Content): ListingData {
  const faults = [...content.collection<Fault>('listing-faults').values()];
  const parts = content.collection<ListingParts>('listing-parts').get('shared');
  if (!parts) throw new Error('src/content/listing-parts/shared.yaml is missing.');
  return { faults, parts, rules: content.rules(), countryOf: readCountry };
}

/** What stands so often that it is not told one by one, in words. */
const withMore = <One extends { findings: readonly Finding[] }>(one: One, content: Content) => ({
  ...one,
  notTold: one.findings
    .filter(({ more }) => more > 0)
    .map(({ messageKey, part, more }) => ({
      messageKey,
      part,
      more,
      message: fill(content.messages()['tool.listing-check.not-told'] ?? '', { count: more, part }),
    })),
});

/** What is wrong with a row, in words as well: a program reads rows one by one. */
function worded(one: ListingsOk['listings'][number], content: Content): typeof one {
  const inWords = (issues: readonly InputIssue[]) =>
    issues.map((issue) => ({
      ...issue,
      message: fill(content.messages()[issue.key] ?? issue.key, issue.values),
    }));
  if (one.kind === 'ok') return withMore({ ...one, notRead: inWords(one.notRead) }, content);
  return one.kind === 'invalid' ? { ...one, issues: inWords(one.issues) } : one;
}

/** The check as every caller meets it: one listing, or `listings` as a list or a table. */
export const tool: Tool<Partial<ListingInput>, ListingResult | ListingsOk> = {
  summary: 'Which dispute does this listing invite, by which words, and what should stand there?',
  fields: () => [
    ...inputFields.map((name) => ({
      name,
      type: TYPES[name] ?? 'text',
      required: name === 'platform',
      description: inputShape.fields[name].about ?? '',
    })),
    {
      name: 'listings',
      type: 'list of listings, or a table as CSV or XLSX',
      required: false,
      description: 'Many listings at once; what stands beside it holds for each.',
      takesFile: 'bytes',
    },
  ],
  async run(input, content, asOf) {
    const data = dataFrom(content);
    if (!isObject(input) || input['listings'] === undefined) {
      const answer = calculate(input, data, asOf);
      return answer.kind === 'ok'
        ? withMore({ ...answer, places: placesOf(answer.findings) }, content)
        : answer;
    }
    const { listings, ...shared } = input;
    let table = listings;
    if (isObject(listings) && listings['bytes'] instanceof Uint8Array) {
      const name = String(listings['name']);
      const read = await textOfFile(name, listings['bytes']);
      if ('refused' in read)
        return {
          kind: 'invalid',
          issues: [
            { path: 'listings', key: `tool.dispute-log.refused.${read.refused}`, values: { name } },
          ],
        };
      table = read.text;
    }
    const sheet = typeof table === 'string' ? readTable(table) : null;
    // On the page a person says which column holds the titles; here nobody can be asked.
    if (sheet && sheet.headers.length > 0 && sheet.headers.every((header) => header === ''))
      return {
        kind: 'invalid',
        issues: [
          {
            path: 'listings',
            key: 'tool.listing-check.issue.no-title',
            values: { columns: sheet.headers.length },
          },
        ],
      };
    const rows = sheet ? sheet.rows : rowsOf(table);
    if (rows === null)
      return {
        kind: 'invalid',
        issues: [{ path: 'listings', key: 'tool.listing-check.issue.shape', values: {} }],
      };
    const all = calculateAll(
      rows.map((row) => (isObject(row) ? { ...shared, ...row } : row)),
      data,
      asOf,
    );
    return {
      ...all,
      listings: all.listings.map((one) => worded(one, content)),
      ...(sheet
        ? {
            columns: sheet.headers.map((header, i) => ({
              header,
              holds: sheet.columns[i] ?? 'none',
            })),
          }
        : {}),
    };
  },
};
