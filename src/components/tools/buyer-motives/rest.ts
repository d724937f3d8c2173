/** What comes when somebody turns to the form, or with an address that holds a sign in own words. */
export { namesWhatAPersonIs } from '@/calculators/buyer-motives/index.ts';
