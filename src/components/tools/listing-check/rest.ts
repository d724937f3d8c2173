/** What looks at a listing: code that nobody needs who only reads the example. */
export {
  byOwnLoss,
  calculate,
  decodeInput,
  readPage,
  settled,
} from '@/calculators/listing-check/index.ts';
export { readCountry } from '@/calculators/shared/country.ts';
export { bookOf } from '@/calculators/shared/cited.ts';
export { lossesByClass } from '@/calculators/shared/kept-log.ts';
export { keptLogs } from '../shared/kept-log.ts';
