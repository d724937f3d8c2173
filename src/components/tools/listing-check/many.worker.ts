/** Checks a share of many listings away from the page, and tells how far it is. */
import { judgeRows, type ListingData } from '@/calculators/listing-check/index.ts';

export interface ManyRequest {
  data: Pick<ListingData, 'faults' | 'parts'> & { rules: [string, unknown][] };
  rows: Record<string, unknown>[];
  asOf: string;
  /** How many rows of the file stand before these. */
  from: number;
}

self.onmessage = ({ data: { data, rows, asOf, from } }: MessageEvent<ManyRequest>) => {
  const known = { ...data, rules: new Map(data.rules) } as unknown as ListingData;
  self.postMessage(judgeRows(rows, known, asOf, from, (done) => self.postMessage({ done })));
};
