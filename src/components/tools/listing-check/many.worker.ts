/** Checks many listings away from the page, and tells how far it is. */
import { calculateAll, type ListingData } from '@/calculators/listing-check/index.ts';

export interface ManyRequest {
  data: Pick<ListingData, 'faults' | 'parts'> & { rules: [string, unknown][] };
  rows: Record<string, unknown>[];
  asOf: string;
}

self.onmessage = ({ data: { data, rows, asOf } }: MessageEvent<ManyRequest>) => {
  const known = { ...data, rules: new Map(data.rules) } as unknown as ListingData;
  self.postMessage(
    calculateAll(rows, known, asOf, (done) => self.postMessage({ done, of: rows.length })),
  );
};
