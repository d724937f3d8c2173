/**
 * What understands days, amounts and languages in a reply, and what words a find: fetched with the first text that
 * may hold the one, or holds the other.
 */
export { guardLater } from '@/calculators/reply-guard/readers.ts';
export { calculate as readReply } from '@/calculators/reply-guard/calculate.ts';
/** Both are one file with what they share, which the one that is needed first brings. */
export { withWords } from './guard.ts';
