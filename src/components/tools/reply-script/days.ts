/** What reads days in words: nobody needs it who takes a day from the calendar or writes it plainly. */
export { loadEveryMomentWord, takeMomentWords } from '../shared/moment-words.ts';
export { readDay } from '@/calculators/shared/moment/read-day.ts';
