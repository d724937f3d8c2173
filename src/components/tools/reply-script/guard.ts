/** What reads replies: code and words that nobody needs before there are words of one's own to read. */
export { calculate as readReply, createGuard, withWords } from '@/calculators/reply-guard/index.ts';
