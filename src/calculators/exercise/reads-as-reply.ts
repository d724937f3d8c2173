/**
 * Whether a text could be a message to somebody: no judgement of what it says, only that keys were not
 * just hit. English is told by the small words no sentence does without, Chinese by its own.
 */

/** The commonest words of English messages; a text of words none of which is here is no English. */
const SMALL_WORDS = new Set(
  (
    'a an and are as at be because been before but by can could do for from get give had has have here how i if ' +
    'in is it its let like me might more my need no not now of on once one or order our out please refund same ' +
    'send shall should so sorry still than thank thanks that the their them then there these they this through ' +
    'to today until up us want was we were what when where which who will with within would you your'
  ).split(' '),
);
const FEWEST_WORDS = 5;
const FEWEST_SMALL = 2;

const SMALL_SIGNS = /[的了我你您是在会请们和有不到为给将可这以们把]/gu;
const FEWEST_SIGNS = 8;

export function readsAsReply(raw: string): boolean {
  const text = raw.normalize('NFKC').toLowerCase();
  const signs = new Set(text.match(/\p{Script=Han}/gu)).size;
  if (signs >= FEWEST_SIGNS && new Set(text.match(SMALL_SIGNS)).size >= FEWEST_SMALL) return true;
  const words = new Set(text.match(/[a-z]+(?:['’][a-z]+)?/g));
  const small = [...words].filter((word) => SMALL_WORDS.has(word.split(/['’]/)[0] ?? ''));
  return words.size >= FEWEST_WORDS && small.length >= FEWEST_SMALL;
}
