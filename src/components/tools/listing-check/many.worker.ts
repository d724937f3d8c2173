/** Checks shares of many listings away from the page. */
import { isPlace } from '@/calculators/shared/country-code.ts';
import { judgeRows, type ListingData } from '@/calculators/listing-check/index.ts';

/** What is known, once, and rows to get ready by while nobody has asked for anything yet. */
export interface ManyKnown {
  data: Pick<ListingData, 'faults' | 'parts'> & { rules: [string, unknown][] };
  practice: Record<string, unknown>[];
  asOf: string;
}

export interface ManyRequest {
  rows: Record<string, unknown>[];
  asOf: string;
  /** How many rows of the file stand before these. */
  from: number;
}

let known: ListingData | null = null;
let isAsked = false;

/** A row at a time, so that a request does not wait for the rest. */
function practise([row, ...rest]: Record<string, unknown>[], asOf: string): void {
  if (!row || !known || isAsked) return;
  judgeRows([row], known, asOf);
  setTimeout(() => practise(rest, asOf));
}

self.onmessage = ({ data: told }: MessageEvent<ManyKnown | ManyRequest>) => {
  if ('data' in told) {
    const { faults, parts, rules } = told.data;
    // The page has made codes of the countries it knows.
    const countryOf = (text: string) => (isPlace(text) ? text : null);
    known = { faults, parts, rules: new Map(rules), countryOf } as unknown as ListingData;
    practise(told.practice, told.asOf);
  } else if (known) {
    isAsked = true;
    self.postMessage(judgeRows(told.rows, known, told.asOf, told.from));
  }
};
