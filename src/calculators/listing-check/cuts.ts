/**
 * What a cut leaves behind: “patch for [relief from migraine]” ends in a word that joins nothing. Which words
 * join is the grammar of three languages; the list does not grow with what is sold.
 */

/** Stands where something was cut out, until the text is joined again. */
export const CUT = '\u0000';

const EN =
  'for|with|without|of|in|into|on|at|by|to|from|as|than|via|per|under|over|about|near|through';
const RU =
  'для|со?|во?|на|из|по|ко?|от|без|за|под|над|при|про|до|об?|у|через|как|чем|около|около|между|перед';
const BEFORE = `${EN}|${RU}`;
const AND = 'and|or|plus|nor|и|или|либо|а также|да';
const ARTICLE = 'an?|the|very|most|more|очень|самый|самая|самое|самые';
/** A single sign is a word of its own only where it ends none: 温和, 平和. */
const HAN = '适用于|适用|适合|用于|以及|的|与|及|或|(?<![温柔缓平饱总谐亲祥随调暖])和';
const END = '(?=\\s*(?:$|\\n|[)\\]）】,;，；、。.!?！？|/]))';
const BEGIN = '(^|\\n|[(\\[（【,;，；、。.!?！？|/:：]\\s*)';
const WORD = '(^|[^\\p{L}\\p{N}])';

const rule = (source: string, by: string) => ({ regex: new RegExp(source, 'giu'), by });

const RULES = [
  rule(`${CUT}(?:\\s*${CUT})+`, CUT),
  // (best) and “best” go whole.
  rule(
    `[(（【]\\s*${CUT}\\s*[)）】]|\\[\\s*${CUT}\\s*\\](?!\\])|[“"«『「]\\s*${CUT}\\s*[”"»』」]`,
    CUT,
  ),
  // “with [free shipping] and a gift” is with a gift.
  rule(`${WORD}(${BEFORE})(\\s+)${CUT}\\s*(?:${AND})(?=\\s)`, `$1$2${CUT}`),
  rule(`${WORD}(?:${BEFORE}|${AND}|${ARTICLE})\\s*${CUT}${END}`, `$1${CUT}`),
  rule(`${WORD}(?:${BEFORE})\\s*${CUT}(?=\\s*(?:${BEFORE})\\s)`, `$1${CUT}`),
  rule(`${WORD}(?:${AND})\\s*${CUT}(?=\\s*(?:${BEFORE}|${AND})\\s)`, `$1${CUT}`),
  rule(`${BEGIN}${CUT}\\s*(?:${AND})(?=\\s)`, `$1${CUT}`),
  rule(`^${CUT}\\s*(?:${BEFORE})(?=\\s)`, CUT),
  rule(`(?:${HAN})\\s*${CUT}${END}`, CUT),
  rule(`${BEGIN}${CUT}\\s*(?:${HAN})`, `$1${CUT}`),
  rule(`[,;，；、|/&+]\\s*${CUT}(?=\\s*[,;，；、|/&+。.!?！？)）】])`, CUT),
  rule(`\\s*[:：&+–—-]\\s*${CUT}(?=\\s*(?:$|\\n|[.。;；]))`, CUT),
  rule(`^\\s*${CUT}\\s*[:：.。&+–—-]`, CUT),
  // A sentence that went whole takes its stop along.
  rule(`([.!?。！？]\\s*)${CUT}\\s*[.!?。！？]+(?!\\d)`, `$1${CUT}`),
];

/** A cut makes room for the next one; nobody writes more of them in a row. */
const MOST = 6;

/** A line with its cuts closed. */
export function closed(text: string): string {
  if (!text.includes(CUT)) return text;
  let joined = text;
  for (let times = 0; times < MOST; times += 1) {
    const before = joined;
    for (const { regex, by } of RULES) joined = joined.replace(regex, by);
    if (joined === before) break;
  }
  return joined
    .replace(new RegExp(`(^|\\s)(a)n?(\\s+)${CUT}\\s*(?=(\\p{L})\\p{L})`, 'giu'), article)
    .replaceAll(CUT, '');
}

/** “An [amazing] lamp” is a lamp. */
const article = (_: string, before: string, a: string, space: string, next: string) =>
  `${before}${a}${/[aeiou]/i.test(next) ? 'n' : ''}${space}`;

/** Signs of one word; Chinese has no spaces, and is cut between any two of its signs. */
const isOfWord = (sign: string | undefined): boolean =>
  sign !== undefined && /(?!\p{Script=Han})[\p{L}\p{N}\p{M}]/u.test(sign);
/** Between two signs of a word they are parts of it: 3.5, low-cut, it's. */
const joins = (sign: string | undefined): boolean => sign !== undefined && /[-.,'’]/u.test(sign);

const isInWord = (raw: string, at: number): boolean => {
  const [first, before, behind, last] = [at - 2, at - 1, at, at + 1].map((i) => raw[i]);
  return (
    (isOfWord(before) && isOfWord(behind)) ||
    (isOfWord(first) && joins(before) && isOfWord(behind)) ||
    (isOfWord(before) && joins(behind) && isOfWord(last))
  );
};

/** A sign may be two units. */
const isInSign = (raw: string, at: number): boolean => (raw.codePointAt(at - 1) ?? 0) > 0xffff;

/** Longer words are none, and may be halved. */
const LONGEST_WORD = 60;

/** The place nearest to `at`, on the way to `towards`, where a text can be cut without halving a word. */
export function betweenWords(raw: string, at: number, towards: number): number {
  const step = Math.sign(towards - at);
  for (let away = 0; away < LONGEST_WORD; away += 1) {
    const place = at + away * step;
    if (place === towards) break;
    if (!isInSign(raw, place) && !isInWord(raw, place)) return place;
  }
  return isInSign(raw, at) ? at + step : at;
}
