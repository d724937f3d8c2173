/** What comes when somebody chooses to write a sign, or with an address that holds a sign in own words. */
export { namesWhatAPersonIs } from '@/calculators/buyer-motives/index.ts';
