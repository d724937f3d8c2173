/** What reads replies: code and words that nobody needs before there are words of one's own to read. */
export { createGuardWith } from '@/calculators/reply-guard/guard.ts';
export { withWords } from '@/calculators/reply-guard/languages.ts';
