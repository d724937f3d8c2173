/** Checks a share of many listings away from the page, and tells how far it is. */
import { isPlace } from '@/calculators/shared/country-code.ts';
import { judgeRows, type ListingData } from '@/calculators/listing-check/index.ts';

export interface ManyRequest {
  data: Pick<ListingData, 'faults' | 'parts'> & { rules: [string, unknown][] };
  rows: Record<string, unknown>[];
  asOf: string;
  /** How many rows of the file stand before these. */
  from: number;
}

self.onmessage = ({ data: { data, rows, asOf, from } }: MessageEvent<ManyRequest>) => {
  // The page has made codes of the countries it knows.
  const countryOf = (text: string) => (isPlace(text) ? text : null);
  const known = { ...data, rules: new Map(data.rules), countryOf } as unknown as ListingData;
  self.postMessage(judgeRows(rows, known, asOf, from, (done) => self.postMessage({ done })));
};
