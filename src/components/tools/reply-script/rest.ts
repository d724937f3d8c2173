/** What reads replies and days: code that nobody needs who only looks at the example. */
export { calculate as readReply, createGuard, withWords } from '@/calculators/reply-guard/index.ts';
export { loadEveryMomentWord, takeMomentWords } from '../shared/moment-words.ts';
export { readDay } from '@/calculators/shared/moment/read-day.ts';
